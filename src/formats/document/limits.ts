import { stop } from './failure.ts';

const MEGABYTE = 1024 * 1024;

/** The most a reader will take on. Every figure is a ceiling an honest meeting pack stays far below. */
export interface ReadLimits {
  /** Bytes of the file itself. */
  readonly fileBytes: number;
  /** Bytes that all the parts read from one file may unpack to; pictures are never unpacked and don't count. */
  readonly expandedBytes: number;
  /** Bytes that one part may unpack to. */
  readonly partBytes: number;
  /** How many times larger a part may be than its packed form. */
  readonly ratio: number;
  /** Files inside a zip. */
  readonly entries: number;
  /** XML elements inside one another. */
  readonly depth: number;
  /** XML elements in all. */
  readonly elements: number;
  /** Pages or slides. */
  readonly pages: number;
  /** UTF-16 code units of text. */
  readonly characters: number;
  /** Milliseconds for the whole reading. */
  readonly milliseconds: number;
}

/**
 * - 50 MB: a pack of 150 slides with full-page pictures comes to 20–30 MB; mail servers stop at 25.
 * - 200 MB unpacked and 64 MB a part: the XML of a 1,000-page Word document is 10–15 MB.
 * - 300 times: office XML packs 5 to 60 times; a table of equal cells reaches about 120; a bomb is near 1,030, the most
 *   that deflate can do.
 * - 10,000 entries: a slide brings 4 or 5 parts, so this is some 2,000 slides.
 * - depth 1,000: Word nests 6 elements for each table in a table, and refuses to open beyond some 40 tables.
 * - 2 million elements: at 200–300 bytes each this keeps the tree within half a gigabyte.
 * - 2,000 pages, 20 million characters: forty times the longest code document known (500 pages).
 * - 30 seconds: the real pack takes well under one.
 */
export const DEFAULT_LIMITS: ReadLimits = {
  fileBytes: 50 * MEGABYTE,
  expandedBytes: 200 * MEGABYTE,
  partBytes: 64 * MEGABYTE,
  ratio: 300,
  entries: 10_000,
  depth: 1_000,
  elements: 2_000_000,
  pages: 2_000,
  characters: 20_000_000,
  milliseconds: 30_000,
};

/** A size as people say it: `50 MB`, `300 kB`. */
export function sizeInWords(bytes: number): string {
  if (bytes >= MEGABYTE) return `${String(Math.round(bytes / MEGABYTE))} MB`;
  if (bytes >= 1024) return `${String(Math.round(bytes / 1024))} kB`;
  return `${String(bytes)} bytes`;
}

/** A clock that stops the reading when its time is up; ask it between pieces of work. */
export interface Deadline {
  /** Throws `ReadStopped` once the time is up; `where` says how far the reading had come. */
  check(where: string): void;
}

export function startDeadline(limits: ReadLimits): Deadline {
  const end = performance.now() + limits.milliseconds;
  return {
    check(where) {
      if (performance.now() > end)
        stop(
          'too-slow',
          `Reading this file took more than ${String(Math.round(limits.milliseconds / 1000))} seconds and was stopped (${where}). ` +
            'Split the file into smaller ones, or save it again from the program that made it.',
        );
    },
  };
}

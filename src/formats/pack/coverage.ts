/** How much of a source became records, how much is scaffolding, and what nobody read. */
import type { Span } from '../document/model.ts';

interface Coverage {
  readonly unread: readonly Span[];
  readonly coverage: number;
  readonly structureCoverage: number;
}

/**
 * Counts non-blank characters: in records first, then in structure. Unread stretches end at covered text and at line
 * ends, so that each can be quoted on its own. A blank source is wholly covered.
 */
export function measureCoverage(text: string, records: readonly Span[], structure: readonly Span[]): Coverage {
  const state = new Uint8Array(text.length);
  for (const span of structure) state.fill(2, span.start, span.end);
  for (const span of records) state.fill(1, span.start, span.end);
  const unread: Span[] = [];
  let written = 0;
  let inRecords = 0;
  let inStructure = 0;
  let start = -1;
  let last = -1;
  const close = (): void => {
    if (start >= 0) unread.push({ start, end: last + 1 });
    start = -1;
  };
  for (let at = 0; at < text.length; at += 1) {
    const blank = isBlank(text.charCodeAt(at));
    if (blank) {
      if (text[at] === '\n') close();
      continue;
    }
    written += 1;
    if (state[at] === 1) inRecords += 1;
    if (state[at] === 2) inStructure += 1;
    if (state[at] !== 0) {
      close();
      continue;
    }
    if (start < 0) start = at;
    last = at;
  }
  close();
  return {
    unread,
    coverage: written === 0 ? 1 : inRecords / written,
    structureCoverage: written === 0 ? 0 : inStructure / written,
  };
}

/** Spaces of any kind, line ends, and marks of no width. */
const isBlank = (code: number): boolean =>
  code <= 32 ||
  code === 0xa0 ||
  code === 0xfeff ||
  (code >= 0x2000 && code <= 0x200f) ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0x202f ||
  code === 0x205f ||
  code === 0x3000 ||
  code === 0x1680;

import { isBlank, trimSpan } from './blank.ts';
import { stop } from './failure.ts';
import { listMarker } from './list-marker.ts';
import type { ReadLimits } from './limits.ts';
import type {
  Aside,
  Block,
  Cell,
  SourceDocument,
  SourceFormat,
  SourceLink,
  SourceNote,
  SourcePage,
  Span,
  TableRow,
} from './model.ts';

/** A stretch of words with, perhaps, a link under it. A `\n` in `text` is a line break inside the paragraph. */
export interface Piece {
  readonly text: string;
  readonly link?: string;
}

/** The words of one paragraph. */
export type Words = readonly Piece[];

/** The paragraphs of one cell. */
export type CellWords = readonly Words[];

/** The marker of a list item, and how deep it stands. */
export interface ItemMark {
  readonly marker: string;
  readonly ordered: boolean;
  readonly level: number;
}

/**
 * Builds a `SourceDocument` for formats that are not text themselves. The plain text it writes is what the text reader
 * would want to be given: a paragraph a line, a row a line with tabs between cells, items with their marker, a blank line
 * around each table and between pages.
 */
export interface DocumentWriter {
  heading(words: Words, level: number): void;
  /** Each line of the words becomes a paragraph, as on a slide. */
  paragraph(words: Words, aside?: Aside): void;
  item(words: Words, mark: ItemMark): void;
  /** `pageOfRow` gives the page each row stands on, for a table that runs over several. */
  table(rows: readonly (readonly CellWords[])[], pageOfRow?: readonly number[]): void;
  note(note: SourceNote): void;
  startPage(number: number): void;
  endPage(): void;
  /** The document so far; nothing is written after it. */
  finish(format: SourceFormat): SourceDocument;
}

/** Characters that would break a line or a row, and those that are no characters at all. */
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]/gu;
const NON_CHARACTERS = /(?![\t\n\v\f\r\u0085])\p{Cc}|[\ufffe\uffff]/gu;

/** The words as one string. */
export const joinWords = (words: Words): string => words.map((piece) => piece.text).join('');

/** True where there is nothing to read in `words`. */
export const areBlank = (words: Words): boolean =>
  words.every((piece) => isBlank(piece.text.replace(NON_CHARACTERS, '')));

/** `words` parted at their line breaks. */
function linesOfWords(words: Words): readonly Words[] {
  const lines: Piece[][] = [[]];
  for (const piece of words) {
    for (const [index, text] of piece.text.split(/[\n\v]/u).entries()) {
      if (index > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push({ ...piece, text });
    }
  }
  return lines;
}

export function createDocumentWriter(limits: ReadLimits): DocumentWriter {
  const parts: string[] = [];
  const blocks: Block[] = [];
  const links: SourceLink[] = [];
  const pages: SourcePage[] = [];
  const notes: SourceNote[] = [];
  let length = 0;
  let breaks = 0;
  let page: { readonly number: number; start: number | undefined } | undefined;

  const put = (text: string): void => {
    parts.push(text);
    length += text.length;
    if (length > limits.characters)
      stop(
        'too-large',
        `This document holds more than ${String(limits.characters)} characters. Split it into smaller documents.`,
      );
  };

  /** Writes `words` on the line under way, without the blanks at their ends. */
  const putWords = (words: Words): { span: Span; text: string } => {
    const clean = words.map((piece) => ({
      ...piece,
      text: piece.text.replace(NON_CHARACTERS, '').replace(BREAKS, ' '),
    }));
    const joined = joinWords(clean);
    const trimmed = trimSpan(joined, { start: 0, end: joined.length });
    const base = length;
    const text = joined.slice(trimmed.start, trimmed.end);
    put(text);
    let at = 0;
    for (const piece of clean) {
      const start = Math.max(at, trimmed.start) - trimmed.start;
      const end = Math.min(at + piece.text.length, trimmed.end) - trimmed.start;
      at += piece.text.length;
      if (piece.link === undefined || end <= start) continue;
      const last = links.at(-1);
      // Word parts one link into several runs.
      if (last !== undefined && last.target === piece.link && last.span.end === base + start)
        links[links.length - 1] = { target: last.target, span: { start: last.span.start, end: base + end } };
      else links.push({ span: { start: base + start, end: base + end }, target: piece.link });
    }
    return { span: { start: base, end: length }, text };
  };

  const startBlock = (apart: boolean): number => {
    if (apart && breaks < 2) breaks = 2;
    if (length > 0) put('\n'.repeat(breaks));
    breaks = 1;
    if (page !== undefined) page.start ??= length;
    return length;
  };

  const putCell = (cell: CellWords): Cell => {
    const paragraphs: Span[] = [];
    const texts: string[] = [];
    const start = length;
    const lines = cell.flatMap(linesOfWords).filter((line) => !areBlank(line));
    for (const [index, line] of lines.entries()) {
      if (index > 0) put(' ');
      const written = putWords(line);
      paragraphs.push(written.span);
      texts.push(written.text);
    }
    const span = { start, end: length };
    const text = texts.join(' ');
    return paragraphs.length > 1 ? { span, text, paragraphs } : { span, text };
  };

  return {
    heading(words, level) {
      if (areBlank(words)) return;
      startBlock(false);
      blocks.push({ kind: 'heading', ...putWords(words), level });
    },
    paragraph(words, aside) {
      for (const line of linesOfWords(words)) {
        if (areBlank(line)) continue;
        startBlock(false);
        const written = putWords(line);
        // A marker that was typed makes an item as well as one that the program drew.
        const mark = aside === undefined ? listMarker(written.text) : undefined;
        if (mark !== undefined) {
          const { marker, ordered, wordsAt } = mark;
          blocks.push({
            kind: 'item',
            span: written.span,
            text: written.text.slice(wordsAt),
            level: 0,
            marker,
            ordered,
          });
          continue;
        }
        blocks.push(aside === undefined ? { kind: 'paragraph', ...written } : { kind: 'paragraph', ...written, aside });
      }
    },
    item(words, { marker, ordered, level }) {
      if (areBlank(words)) return;
      startBlock(false);
      put('  '.repeat(Math.min(level, 20)));
      const start = length;
      put(`${marker} `);
      const { span, text } = putWords(words);
      blocks.push({ kind: 'item', span: { start, end: span.end }, text, level, marker, ordered });
    },
    table(rows, pageOfRow) {
      if (rows.every((row) => row.every((cell) => cell.every(areBlank)))) return;
      const start = startBlock(true);
      const columns = rows.reduce((most, row) => Math.max(most, row.length), 1);
      const written = rows.map((row, rowIndex): TableRow => {
        if (rowIndex > 0) put('\n');
        const rowStart = length;
        const rowPage = pageOfRow?.[rowIndex];
        while (page !== undefined && rowPage !== undefined && page.number < rowPage) {
          const end = rowIndex > 0 ? length - 1 : length;
          pages.push({ number: page.number, span: { start: page.start ?? end, end } });
          page = { number: page.number + 1, start: page.number + 1 === rowPage ? rowStart : end };
        }
        const cells = Array.from({ length: columns }, (_, column): Cell => {
          if (column > 0) put('\t');
          return putCell(row[column] ?? []);
        });
        return { span: { start: rowStart, end: length }, cells };
      });
      blocks.push({ kind: 'table', span: { start, end: length }, rows: written });
      breaks = 2;
    },
    note(note) {
      notes.push(note);
    },
    startPage(number) {
      page = { number, start: undefined };
      breaks = 2;
    },
    endPage() {
      if (page === undefined) return;
      pages.push({ number: page.number, span: { start: page.start ?? length, end: length } });
      page = undefined;
      breaks = 2;
    },
    finish: (format) => ({ format, text: parts.join(''), blocks, links, pages, notes }),
  };
}

/**
 * The source as recognition walks it: lines (headings, paragraphs, items) and tables in order, stretches of words that
 * know their place, and the record of what has been taken so far.
 */
import { CONTENTS_HEADINGS } from './labels.ts';
import type { Cell, SourceDocument, Span, TableRow } from '../document/model.ts';
import type { Field, Structure } from './model.ts';
import type { PackKnowledge } from './knowledge.ts';

/** Words and the place they stand in. */
export interface Slice {
  readonly text: string;
  readonly span: Span;
}

export interface Line extends Slice {
  readonly kind: 'line';
  readonly index: number;
  readonly form: 'heading' | 'paragraph' | 'item';
  /** Level of a heading or depth of an item; 0 for a paragraph. */
  readonly level: number;
  readonly ordered: boolean;
  readonly marker: string;
}

export interface Grid {
  readonly kind: 'grid';
  readonly index: number;
  readonly span: Span;
  readonly rows: readonly TableRow[];
}

export type Piece = Line | Grid;

/** One run of recognition over one document. `taken` and `structure` fill as recognisers claim pieces. */
export interface Reading {
  readonly document: SourceDocument;
  readonly knowledge: PackKnowledge;
  readonly pieces: readonly Piece[];
  /** Indexes of lines that a record or structure holds. */
  readonly taken: Set<number>;
  readonly structure: Structure[];
}

/** A list of contents: two columns headed as such. It only repeats the titles that follow. */
const isContentsList = ([head]: readonly TableRow[]): boolean => {
  const cells = head?.cells.map((cell) => cell.text.trim().toLowerCase()) ?? [];
  return cells.length === 2 && CONTENTS_HEADINGS.has(cells[0] ?? '') && cells[1] === 'page';
};

/** Begins a reading: every block becomes a piece, blank ones left out. */
export function beginReading(document: SourceDocument, knowledge: PackKnowledge): Reading {
  const pieces: Piece[] = [];
  const structure: Structure[] = [];
  for (const block of document.blocks) {
    // Headers and footers stand on every page and belong to no section.
    if (block.kind === 'paragraph' && block.aside === 'page-furniture') {
      structure.push({ kind: 'structure', span: block.span, what: 'furniture' });
      continue;
    }
    const index = pieces.length;
    if (block.kind === 'table' && isContentsList(block.rows)) {
      structure.push({ kind: 'structure', span: block.span, what: 'furniture' });
      continue;
    }
    if (block.kind === 'table') {
      pieces.push({ kind: 'grid', index, span: block.span, rows: block.rows });
      continue;
    }
    const text = block.text.trim();
    if (text === '') continue;
    pieces.push({
      kind: 'line',
      index,
      form: block.kind,
      span: block.span,
      text,
      level: block.kind === 'paragraph' ? 0 : block.level,
      ordered: block.kind === 'item' && block.ordered,
      marker: block.kind === 'item' ? block.marker : '',
    });
  }
  return { document, knowledge, pieces, taken: new Set(), structure };
}

/** Marks a line as the pack's scaffolding. */
export function takeAsStructure(reading: Reading, line: Line, what: Structure['what']): void {
  reading.taken.add(line.index);
  reading.structure.push({ kind: 'structure', span: line.span, what });
}

/** Marks a line as held by a record. */
export const take = (reading: Reading, line: Line): void => void reading.taken.add(line.index);

export const isFree = (reading: Reading, piece: Piece): piece is Line =>
  piece.kind === 'line' && !reading.taken.has(piece.index);

/** Words `start` to `end` of a slice, trimmed, with their own place where the source has them letter by letter. */
export function part(document: SourceDocument, whole: Slice, start: number, end: number = whole.text.length): Slice {
  const cut = whole.text.slice(start, end);
  const text = cut.trim();
  const from = start + (cut.length - cut.trimStart().length);
  const source = document.text.slice(whole.span.start, whole.span.end);
  const base = source.indexOf(whole.text);
  if (base >= 0) {
    const at = whole.span.start + base + from;
    return { text, span: { start: at, end: at + text.length } };
  }
  // A reader that joins wrapped lines changes the words a little: look for the part alone, else keep the whole place.
  const alone = text === '' ? -1 : source.indexOf(text);
  if (alone < 0) return { text, span: whole.span };
  return { text, span: { start: whole.span.start + alone, end: whole.span.start + alone + text.length } };
}

/** The part that a group of a pattern matched; the pattern must carry the `d` flag. Null where the group is empty. */
export function matched(document: SourceDocument, whole: Slice, match: RegExpExecArray, group: number): Slice | null {
  const place = match.indices?.[group];
  if (place === undefined) return null;
  const found = part(document, whole, place[0], place[1]);
  return found.text === '' ? null : found;
}

/** A field read from a slice: its words are the raw ones. */
export const field = <T>(slice: Slice, value: T): Field<T> => ({ value, raw: slice.text, span: slice.span });

/** A field whose value is its words, unless others are given. */
export const words = (slice: Slice, value: string = slice.text): Field<string> => field(slice, value);

/** A cell as a slice; null where the column is missing or the cell blank. */
export const cellSlice = (cell: Cell | undefined): Slice | null =>
  cell === undefined || cell.text.trim() === '' ? null : { text: cell.text.trim(), span: cell.span };

/** From the start of the first to the end of the last. */
export const spanOver = (spans: readonly Span[]): Span => ({
  start: spans.reduce((least, span) => Math.min(least, span.start), Number.MAX_SAFE_INTEGER),
  end: spans.reduce((most, span) => Math.max(most, span.end), 0),
});

/** Spans in reading order, without those that others contain. */
export function inReadingOrder(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Span[] = [];
  for (const span of sorted) {
    const last = kept[kept.length - 1];
    if (last === undefined || span.end > last.end) kept.push(span);
  }
  return kept;
}

/** A line short enough, and unlike a sentence, to be a title: plain text marks no headings, so shape must tell. */
export const looksLikeHeading = (line: Line): boolean =>
  line.form === 'heading' ||
  (line.form === 'paragraph' &&
    line.text.length <= 80 &&
    line.text.split(/\s+/).length <= 11 &&
    /^[\p{Lu}\p{N}*]/u.test(line.text) &&
    !/[.;,!?]$/.test(line.text) &&
    !/[.;!?] /.test(line.text));

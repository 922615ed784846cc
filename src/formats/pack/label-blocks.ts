/** The label/value blocks of the horizon template, gathered from tables and from lines. */
import type { ModificationLabel } from './labels.ts';
import { isFree, part, type Line, type Reading, type Slice } from './source.ts';
import { leadingLabel, type LabelRow } from './tables.ts';

/** One label with what stands in it beyond its words, and its value. */
interface Pair {
  readonly label: ModificationLabel;
  readonly labelSlice: Slice;
  /** Words that the label cell holds after the label itself: a reference it swallowed. */
  readonly swallowed: Slice | null;
  readonly values: Slice[];
}

/** All pairs from one title to the next, the footnotes after them, and where they stand. */
export interface LabelBlock {
  readonly pairs: Pair[];
  readonly footnotes: Slice[];
  readonly lines: Line[];
  /** Order in the source. */
  readonly at: number;
  /** Blocks of one table share its footnotes. */
  readonly table: number;
}

/** Labels and values of a row, in order of its cells. */
function pairsOfRow(reading: Reading, labelled: LabelRow): Pair[] {
  const pairs: Pair[] = [];
  for (const cell of labelled.row.cells) {
    const text = cell.text.trim();
    if (text === '') continue;
    const slice: Slice = { text, span: cell.span };
    const label = leadingLabel(text);
    const rest = label === null ? null : part(reading.document, slice, label.rest);
    // A later cell is a label only when it is nothing else: `Status` is, `Approved – status unchanged` is a value.
    if (label !== null && (pairs.length === 0 || rest?.text === '')) {
      const swallowed = rest === null || rest.text === '' ? null : rest;
      pairs.push({ label: label.label, labelSlice: slice, swallowed, values: [] });
    } else pairs[pairs.length - 1]?.values.push(slice);
  }
  return pairs;
}

/** Blocks that stand in tables; a row that begins with a star is a footnote to the block above. */
export function blocksOfTables(reading: Reading, rows: readonly LabelRow[]): LabelBlock[] {
  const blocks: LabelBlock[] = [];
  for (const labelled of rows) {
    const pairs = pairsOfRow(reading, labelled);
    const [first] = pairs;
    const last = blocks[blocks.length - 1];
    if (first === undefined) {
      const note = labelled.row.cells.find((cell) => cell.text.trim() !== '');
      if (note !== undefined && last !== undefined) last.footnotes.push({ text: note.text.trim(), span: note.span });
    } else if (first.label === 'title' || last === undefined)
      blocks.push({ pairs, footnotes: [], lines: [], at: labelled.row.span.start, table: labelled.grid.index });
    else last.pairs.push(...pairs);
  }
  return blocks;
}

/** Labels inside one line: `Date raised: 1/2/22 Status: Draft Decision date: TBC MHHS Impact: Yes`. */
function pairsOfLine(reading: Reading, line: Line): Pair[] {
  const starts: { at: number; rest: number; label: ModificationLabel }[] = [];
  for (const place of line.text.matchAll(/(?:^|\s)(?=\S)/g)) {
    const at = place.index + place[0].length;
    const tail = line.text.slice(at);
    const label = leadingLabel(tail);
    if (label === null) continue;
    const inner = starts.length > 0;
    const begun = starts[0]?.label;
    // Inside running words only a label with a colon counts, except along the row that begins with the raised date.
    if (inner && begun !== 'raised' && !/^[^:]{1,40}:/.test(tail.slice(0, label.rest))) continue;
    if (inner && begun !== 'raised' && begun !== 'title') continue;
    if (starts.some((start) => start.label === label.label)) continue;
    starts.push({ at, rest: at + label.rest, label: label.label });
  }
  return starts.map((start, index) => {
    const end = starts[index + 1]?.at ?? line.text.length;
    const value = part(reading.document, line, Math.min(start.rest, end), end);
    return {
      label: start.label,
      labelSlice: part(reading.document, line, start.at, Math.min(start.rest, end)),
      swallowed: null,
      values: value.text === '' ? [] : [value],
    };
  });
}

/** Blocks written as lines, for sources that keep no tables: a label and its value on one line, or on two. */
export function blocksOfLines(reading: Reading): LabelBlock[] {
  const blocks: LabelBlock[] = [];
  let open: LabelBlock | null = null;
  for (const piece of reading.pieces) {
    if (!isFree(reading, piece) || piece.form === 'heading') {
      open = null;
      continue;
    }
    const label = leadingLabel(piece.text);
    const block: LabelBlock | null = open;
    if (label !== null && (label.label === 'title' || block !== null)) {
      const pairs = pairsOfLine(reading, piece);
      if (label.label === 'title' || block === null) {
        open = { pairs, footnotes: [], lines: [piece], at: piece.span.start, table: -1 };
        blocks.push(open);
      } else {
        block.pairs.push(...pairs);
        block.lines.push(piece);
      }
      continue;
    }
    const last = block?.pairs[block.pairs.length - 1];
    if (block === null || last === undefined) continue;
    if (/^\*/.test(piece.text) || piece.marker === '*') {
      block.footnotes.push(piece);
      block.lines.push(piece);
    } else if (last.values.length === 0 || last.label === 'summary' || last.label === 'positions') {
      last.values.push(piece);
      block.lines.push(piece);
    } else open = null;
  }
  return blocks.filter((block) => block.pairs.length > 1);
}

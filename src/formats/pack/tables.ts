/** Telling the rows of all tables apart: by the headings above them, else by what stands in their columns. */
import type { Span, TableRow } from '../document/model.ts';
import { readPartialDate } from '../../values/partial-date.ts';
import { readRag } from '../../values/rag.ts';
import { MODIFICATION_LABELS, TABLE_HEADINGS, type ModificationLabel, type TableName } from './labels.ts';
import { cellSlice, type Grid, type Reading, type Slice } from './source.ts';
import { likenessOfPlain, plainWords } from './words.ts';

export type Columns = Readonly<Record<string, number>>;

/** A row whose columns are known. */
export interface KnownRow {
  readonly table: TableName;
  readonly row: TableRow;
  readonly columns: Columns;
  readonly grid: Grid;
}

/** A row of the label/value kind, or a footnote among such rows. */
export interface LabelRow {
  readonly row: TableRow;
  readonly grid: Grid;
}

interface SortedRows {
  readonly known: readonly KnownRow[];
  readonly labelled: readonly LabelRow[];
}

/** From this likeness on a column heading is an alias with a slip in it. */
const SAME_HEADING = 0.85;
const LONGEST_HEADING = 40;

interface ColumnAliases {
  readonly column: string;
  readonly aliases: readonly { readonly words: string; readonly plain: string }[];
}

const COLUMN_ALIASES = new Map<TableName, readonly ColumnAliases[]>(
  (Object.keys(TABLE_HEADINGS) as TableName[]).map((table) => [
    table,
    Object.entries<readonly string[]>(TABLE_HEADINGS[table].columns).map(([column, aliases]) => ({
      column,
      aliases: aliases.map((words) => ({ words, plain: plainWords(words) })),
    })),
  ]),
);

/** How well a cell heads a column: 2 for the very alias, 1 for it but for case and marks, less for a slip, 0 for no. */
function headingScore(heading: string, plain: string, aliases: ColumnAliases['aliases']): number {
  let best = 0;
  for (const alias of aliases) {
    if (alias.words === heading) return 2;
    if (Math.abs(alias.plain.length - plain.length) > 3 || plain === '') continue;
    best = Math.max(best, likenessOfPlain(alias.plain, plain));
  }
  return best >= SAME_HEADING ? best : 0;
}

/** The columns of a table whose heading row this is; null where it is not that table's heading. */
export function columnsOf(row: TableRow, table: TableName): Columns | null {
  const headings = row.cells.map((cell) => cell.text.trim());
  if (headings.some((heading) => heading.length > LONGEST_HEADING)) return null;
  const found: Record<string, number> = {};
  const best: Record<string, number> = {};
  headings.forEach((heading, at) => {
    if (heading === '') return;
    const plain = plainWords(heading);
    let name: string | null = null;
    let score = 0;
    for (const { column, aliases } of COLUMN_ALIASES.get(table) ?? []) {
      const own = headingScore(heading, plain, aliases);
      if (own > score && own > (best[column] ?? 0)) {
        name = column;
        score = own;
      }
    }
    if (name !== null) {
      found[name] = at;
      best[name] = score;
    }
  });
  return TABLE_HEADINGS[table].required.every((column) => found[column] !== undefined) ? found : null;
}

const ACTION_REFERENCE = /^[A-Za-z]{2,8}\s?\d{1,3}(?:\.\d+)?\s?[-–]\s?\d{1,3}$/;
const TIMES = /\d{1,2}[:.]\d{2}\s*[-–—]\s*\d{1,2}[:.]\d{2}/;

/** The table a row belongs to by its content alone: a continuation on another page has no headings. */
function byContent(row: TableRow): { table: TableName; columns: Columns } | null {
  const texts = row.cells.map((cell) => cell.text.trim());
  const [first = '', second = '', third = '', fourth = ''] = texts;
  if (ACTION_REFERENCE.test(first) && texts.length >= 4)
    return { table: 'actions', columns: { reference: 0, raised: 1, text: 2, owner: 3, due: 4, update: 5 } };
  if (/^\d{1,2}\.?$/.test(first) && texts.length >= 6 && TIMES.test(texts[5] ?? ''))
    return {
      table: 'agenda',
      columns: { position: 0, title: 1, objective: 2, purpose: 3, lead: 4, time: 5, page: 6 },
    };
  const isDate = (text: string): boolean => !['unknown', 'impossible'].includes(readPartialDate(text).precision);
  if (texts.length === 4 && first.length > 3 && isDate(second) && isDate(third) && readRag(fourth) !== null)
    return { table: 'milestones', columns: { title: 0, target: 1, forecast: 2, rating: 3 } };
  return null;
}

/** The label at the head of some words, and where the words after it begin. */
interface LeadingLabel {
  readonly label: ModificationLabel;
  /** Where what follows the label and its colon begins. */
  readonly rest: number;
}

const LABEL_PATTERNS = (Object.keys(MODIFICATION_LABELS) as ModificationLabel[]).flatMap((label) =>
  MODIFICATION_LABELS[label].map((alias) => ({
    label,
    whole: plainWords(alias),
    pattern: new RegExp(`^\\**${alias.replace(/ /g, '\\s+')}\\b\\**\\s*[:–-]?\\**\\s*`, 'i'),
    // Only the longer, telling aliases may have words after them without a colon: `Status` begins many a sentence.
    open: alias.includes(' '),
    colon: new RegExp(`^\\**${alias.replace(/ /g, '\\s+')}\\**\\s*:`, 'i'),
  })),
);

/** The first word of any label: most words end here. */
const LABEL_START = new RegExp(
  `^\\**(?:${[
    ...new Set(
      Object.values(MODIFICATION_LABELS)
        .flat()
        .map((alias) => alias.split(' ')[0] ?? ''),
    ),
  ].join('|')})`,
  'i',
);

/** Reads a label of the horizon template at the head of some words; null where there is none. */
export function leadingLabel(text: string): LeadingLabel | null {
  if (!LABEL_START.test(text)) return null;
  const plain = plainWords(text);
  for (const { label, whole } of LABEL_PATTERNS) if (plain === whole) return { label, rest: text.length };
  for (const { label, pattern, open, colon } of LABEL_PATTERNS) {
    const match = (open ? pattern : colon).exec(text);
    if (match !== null) return { label, rest: (pattern.exec(text) ?? match)[0].length };
  }
  return null;
}

const firstWords = (row: TableRow): string =>
  row.cells.map((cell) => cell.text.trim()).find((text) => text !== '') ?? '';

/** Goes over every table once; heading rows and the marks between cells become structure. */
export function sortRows(reading: Reading): SortedRows {
  const known: KnownRow[] = [];
  const labelled: LabelRow[] = [];
  const names = Object.keys(TABLE_HEADINGS) as TableName[];
  for (const piece of reading.pieces) {
    if (piece.kind !== 'grid') continue;
    let current: { table: TableName; columns: Columns } | null = null;
    let inBlock = false;
    let understood = false;
    for (const row of piece.rows) {
      const first = firstWords(row);
      if (first === '') continue;
      let heading: { table: TableName; columns: Columns } | null = null;
      for (const table of names) {
        const columns = columnsOf(row, table);
        if (columns === null) continue;
        const better = heading === null || Object.keys(columns).length > Object.keys(heading.columns).length;
        if (better) heading = { table, columns };
      }
      if (heading !== null) {
        current = heading;
        inBlock = false;
        understood = true;
        for (const cell of row.cells)
          if (cell.text.trim() !== '')
            reading.structure.push({ kind: 'structure', span: cell.span, what: 'table-heading' });
        continue;
      }
      const label = leadingLabel(first);
      if (label !== null && (current === null || label.label === 'title')) {
        labelled.push({ row, grid: piece });
        inBlock = true;
        current = null;
        understood = true;
      } else if (inBlock && /^\*/.test(first)) {
        labelled.push({ row, grid: piece });
      } else {
        const sorted = current ?? byContent(row);
        if (sorted === null) continue;
        known.push({ ...sorted, row, grid: piece });
        understood = true;
      }
    }
    if (understood) marksBetweenCells(reading, piece);
  }
  return { known, labelled };
}

/** What a format prints between cells (`|`, rules) is structure, whatever the cells hold. */
function marksBetweenCells(reading: Reading, grid: Grid): void {
  const cells = grid.rows.flatMap((row) => row.cells).sort((a, b) => a.span.start - b.span.start);
  const gaps: Span[] = [];
  let at = grid.span.start;
  for (const cell of cells) {
    if (cell.span.start > at) gaps.push({ start: at, end: cell.span.start });
    at = Math.max(at, cell.span.end);
  }
  if (grid.span.end > at) gaps.push({ start: at, end: grid.span.end });
  for (const span of gaps)
    if (/\S/.test(reading.document.text.slice(span.start, span.end)))
      reading.structure.push({ kind: 'structure', span, what: 'furniture' });
}

/** The cell of a named column; null where the table has none or the cell is blank. */
export const column = (known: KnownRow, name: string): Slice | null => {
  const at = known.columns[name];
  return at === undefined ? null : cellSlice(known.row.cells[at]);
};

/** Spans of the non-blank cells in known columns: what a record read from the row. */
export const readSpans = (known: KnownRow): Span[] =>
  Object.values(known.columns).flatMap((at) => {
    const slice = cellSlice(known.row.cells[at]);
    return slice === null ? [] : [slice.span];
  });

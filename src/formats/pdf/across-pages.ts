import { areBlank, joinWords, type Words } from '../document/writer.ts';
import { joinOverBreak } from './join-runs.ts';
import type { TaggedBlock, TaggedCell } from './tagged.ts';

/** A block and the page it starts on. */
export interface PlacedBlock {
  readonly page: number;
  readonly block: TaggedBlock;
}

type TaggedTable = Extract<TaggedBlock, { kind: 'table' }>;
type TaggedList = Extract<TaggedBlock, { kind: 'list' }>;

const rowHasWords = (row: readonly TaggedCell[]): boolean => row.some(({ paragraphs }) => !paragraphs.every(areBlank));

/**
 * For each page pdf.js gives every row of a table that touches the page, the rows of other pages empty. Two tables are
 * one, therefore, when their rows and cells are as many and the words of the second start where those of the first end.
 */
function joinTables(first: TaggedTable, second: TaggedTable): TaggedTable | undefined {
  if (first.rows.length !== second.rows.length) return undefined;
  if (first.rows.some((row, index) => row.length !== second.rows[index]?.length)) return undefined;
  const end = first.rows.findLastIndex(rowHasWords);
  const start = second.rows.findIndex(rowHasWords);
  if (start < end) return undefined;
  return {
    kind: 'table',
    rows: first.rows.map((row, rowIndex) =>
      row.map((cell, cellIndex): TaggedCell => {
        const more = second.rows[rowIndex]?.[cellIndex];
        return { paragraphs: joinCells(cell.paragraphs, more?.paragraphs ?? []), left: cell.left ?? more?.left };
      }),
    ),
    pageOfRow: first.rows.map((_, index) => (index > end ? second.pageOfRow : first.pageOfRow)[index] ?? 1),
  };
}

/** A paragraph parted by the page's end stands at the same place of its cell on both pages. */
function joinCells(first: readonly Words[], second: readonly Words[]): readonly Words[] {
  if (first.length !== second.length) return [...first, ...second];
  return first.map((words, index) => {
    const more = second[index] ?? [];
    if (areBlank(words)) return more;
    return areBlank(more) ? words : joinOverBreak(words, more);
  });
}

function joinLists(first: TaggedList, second: TaggedList): TaggedList | undefined {
  const shape = (list: TaggedList): string => list.items.map(({ level }) => level).join();
  if (shape(first) !== shape(second)) return undefined;
  const end = first.items.findLastIndex(({ words }) => !areBlank(words));
  const start = second.items.findIndex(({ words }) => !areBlank(words));
  if (start < end) return undefined;
  return {
    kind: 'list',
    items: first.items.map((item, index) => {
      const more = second.items[index];
      if (more === undefined || areBlank(more.words)) return item;
      return areBlank(item.words) ? more : { ...item, words: joinOverBreak(item.words, more.words) };
    }),
  };
}

/** A paragraph runs on over the page when its sentence has not ended and the next starts in the middle of one. */
function joinParagraphs(first: TaggedBlock, second: TaggedBlock): TaggedBlock | undefined {
  if (first.kind !== 'paragraph' || second.kind !== 'paragraph' || first.contents || second.contents) return undefined;
  const open = !/[.:;!?)\]]\s*$/u.test(joinWords(first.words));
  const runsOn = /^\s*\p{Ll}/u.test(joinWords(second.words));
  return open && runsOn ? { ...first, words: joinOverBreak(first.words, second.words) } : undefined;
}

function join(first: TaggedBlock, second: TaggedBlock): TaggedBlock | undefined {
  if (first.kind === 'table' && second.kind === 'table') return joinTables(first, second);
  if (first.kind === 'list' && second.kind === 'list') return joinLists(first, second);
  return joinParagraphs(first, second);
}

/** The blocks of all pages in order, with those that run over a page's end made whole again. */
export function joinAcrossPages(pages: readonly (readonly PlacedBlock[])[]): readonly PlacedBlock[] {
  const joined: PlacedBlock[] = [];
  for (const page of pages) {
    for (const [index, placed] of page.entries()) {
      const last = joined.at(-1);
      const whole = index === 0 && last !== undefined ? join(last.block, placed.block) : undefined;
      if (whole !== undefined && last !== undefined) joined[joined.length - 1] = { page: last.page, block: whole };
      else joined.push(placed);
    }
  }
  return joined;
}

/** Left edges this near, in points, are one column's. */
const SAME_COLUMN = 4;

/** Where cells of `rows` start, from the left; edges closer than a column's are one. */
function edgesOf(rows: readonly (readonly TaggedCell[])[]): readonly number[] {
  const lefts = rows.flatMap((row) => row.flatMap((cell) => cell.left ?? []));
  const edges: number[] = [];
  for (const left of lefts.sort((one, other) => one - other))
    if (left - (edges.at(-1) ?? Number.NEGATIVE_INFINITY) > SAME_COLUMN) edges.push(left);
  return edges;
}

/** For each place in rows of equal length, where the words of that place start at the least and at the most. */
const rangesOf = (rows: readonly (readonly TaggedCell[])[], columns: number) =>
  Array.from({ length: columns }, (_, column) => {
    const lefts = rows.flatMap((row) => row[column]?.left ?? []);
    return {
      least: lefts.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY),
      most: lefts.reduce((one, other) => Math.max(one, other), Number.NEGATIVE_INFINITY),
    };
  });

/**
 * Where the columns of a table start. Rows of the greatest length have a cell for every column, unless a cell of one row
 * starts as far right as the next cell of another: then every one of these rows has merged cells, and the columns are
 * wherever any cell starts.
 */
function columnEdges(rows: readonly (readonly TaggedCell[])[]): readonly number[] {
  const longest = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const ranges = rangesOf(
    rows.filter((row) => row.length === longest),
    longest,
  );
  const merged = ranges.some(({ most }, column) => most >= (ranges[column + 1]?.least ?? Number.POSITIVE_INFINITY));
  return merged ? edgesOf(rows) : ranges.map(({ least }) => least);
}

/**
 * A table's rows with every cell in its column. The structure tree as pdf.js gives it doesn't say how many columns a cell
 * spans, so a row with fewer cells than the table has columns is laid out by where its words start.
 */
export function alignColumns(table: TaggedTable): readonly (readonly TaggedCell[])[] {
  const edges = columnEdges(table.rows);
  return table.rows.map((row) => {
    if (row.length >= edges.length) return row;
    const laid: TaggedCell[] = [];
    for (const [index, cell] of row.entries()) {
      const { left } = cell;
      const latest = edges.length - (row.length - index);
      if (left !== undefined) {
        const column = edges.findLastIndex((edge) => edge <= left + SAME_COLUMN);
        while (laid.length < Math.min(column, latest)) laid.push({ paragraphs: [], left: undefined });
      }
      laid.push(cell);
    }
    return laid;
  });
}

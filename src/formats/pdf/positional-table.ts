import type { CellWords, Words } from '../document/writer.ts';
import type { PdfLine, Segment } from './lines.ts';

/** Left edges this near, in points, are one column's. */
const SAME_COLUMN = 6;

/** Lines further apart than this many letter heights are not of one table. */
const LARGEST_GAP = 4;

const near = (one: number, other: number): boolean => Math.abs(one - other) <= SAME_COLUMN;

const columnOf = (edges: readonly number[], segment: Segment): number =>
  edges.findIndex((edge) => near(edge, segment.left));

/** Every segment of the line starts where a column starts. */
const fits = (edges: readonly number[], line: PdfLine): boolean =>
  line.segments.every((segment) => columnOf(edges, segment) >= 0);

/** How many of `lines` from `from` on make a table, and where its columns start. */
export function findTable(
  lines: readonly PdfLine[],
  from: number,
): { readonly count: number; readonly edges: readonly number[] } {
  const none = { count: 0, edges: [] };
  const first = lines[from];
  if (first === undefined || first.segments.length < 2) return none;
  const edges = first.segments.map((segment) => segment.left);
  let end = from + 1;
  let rows = 1;
  for (let line = lines[end]; line !== undefined; line = lines[end]) {
    const above = lines[end - 1] ?? line;
    if (line.page === above.page && above.y - line.y > LARGEST_GAP * line.size) break;
    if (line.page !== above.page || !fits(edges, line)) break;
    if (line.segments.length >= 2) rows += 1;
    end += 1;
  }
  // Lines with one segment at the end belong to the table only as the rest of a cell, not as text below its first column.
  while (end > from + 1 && isLoneInFirstColumn(edges, lines[end - 1], lines[end - 2])) end -= 1;
  return rows >= 2 ? { count: end - from, edges } : none;
}

function isLoneInFirstColumn(edges: readonly number[], line: PdfLine | undefined, above: PdfLine | undefined): boolean {
  const [segment, ...others] = line?.segments ?? [];
  if (line === undefined || above === undefined || segment === undefined || others.length > 0) return false;
  return columnOf(edges, segment) === 0 && above.y - line.y > 1.6 * line.size;
}

/**
 * True where `line` starts a new row. Where the gaps between lines fall into two sorts, the wide ones part rows; where
 * all are alike, a row starts with words in its first column.
 */
function startsRow(edges: readonly number[], line: PdfLine, above: PdfLine, least: number, most: number): boolean {
  if (most > least * 1.25) return above.y - line.y > (least + most) / 2 - (most - least) / 4;
  return line.segments.some((segment) => columnOf(edges, segment) === 0);
}

/** Rows of the table in `lines`; wrapped lines of a cell are joined. */
export function readTable(lines: readonly PdfLine[], edges: readonly number[]): readonly (readonly CellWords[])[] {
  const gaps = lines.slice(1).map((line, index) => (lines[index]?.y ?? line.y) - line.y);
  const least = gaps.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY);
  const most = gaps.reduce((one, other) => Math.max(one, other), 0);
  const rows: Words[][] = [];
  let above: PdfLine | undefined;
  for (const line of lines) {
    if (above === undefined || startsRow(edges, line, above, least, most)) rows.push(edges.map(() => []));
    const row = rows.at(-1) ?? [];
    for (const segment of line.segments) {
      const column = Math.max(0, columnOf(edges, segment));
      const before = row[column] ?? [];
      row[column] = before.length === 0 ? segment.words : [...before, { text: ' ' }, ...segment.words];
    }
    above = line;
  }
  return rows.map((row) => row.map((words): CellWords => [words]));
}

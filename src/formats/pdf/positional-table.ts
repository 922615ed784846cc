import { areBlank, joinWords, type Words } from '../document/writer.ts';
import { splitAtEdges, type PdfLine, type Segment } from './lines.ts';
import { joinRuns } from './join-runs.ts';
import type { Run } from './page.ts';
import type { TaggedBlock, TaggedCell } from './tagged.ts';

type Table = Extract<TaggedBlock, { kind: 'table' }>;

/** Left edges this near, in points, are one column's. Cells stand at least 4 points inside their column's line. */
const SAME_COLUMN = 3;

/** Lines further apart than this many letter heights are not of one table. */
const LARGEST_GAP = 5;

/** How many lines below a row's label its other cells may start. */
const LOOK_AHEAD = 2;

const near = (one: number, other: number): boolean => Math.abs(one - other) <= SAME_COLUMN;

const columnOf = (edges: readonly number[], segment: Segment): number =>
  edges.findIndex((edge) => near(edge, segment.left));

const fits = (edges: readonly number[], line: PdfLine | undefined): boolean =>
  line?.segments.every((segment) => columnOf(edges, segment) >= 0) ?? false;

const startsInFirst = (edges: readonly number[], line: PdfLine): boolean =>
  line.segments.some((segment) => columnOf(edges, segment) === 0);

/** How many of `lines` from `from` on make a table, and where its columns start; a count of 0 where none starts. */
export function findTable(
  lines: readonly PdfLine[],
  from: number,
): { readonly count: number; readonly edges: readonly number[] } {
  const first = lines[from];
  if (first === undefined || first.segments.length < 2) return { count: 0, edges: [] };
  const edges = first.segments.map((segment) => segment.left);
  let end = from + 1;
  let rows = 1;
  for (let line = lines[end]; line !== undefined; line = lines[end]) {
    const above = lines[end - 1] ?? line;
    if (!fits(edges, line) || above.y - line.y > LARGEST_GAP * line.size || line.y > above.y) break;
    if (line.segments.length >= 2) rows += 1;
    else if (startsInFirst(edges, line)) {
      // Words alone under the first column are a row only if the table goes on: else they are the text below it.
      const goesOn = lines
        .slice(end + 1, end + 1 + LOOK_AHEAD)
        .some((next) => fits(edges, next) && next.segments.length >= 2);
      if (!goesOn && above.y - line.y > 1.5 * line.size) break;
    }
    end += 1;
  }
  return rows >= 2 ? { count: end - from, edges } : { count: 0, edges: [] };
}

function middle(values: readonly number[]): number {
  const ordered = [...values].sort((one, other) => one - other);
  return ordered[Math.floor(ordered.length / 2)] ?? 0;
}

/**
 * Whether a line of a table starts a new row. Words in the first column do, after a line without; where the first column's
 * own words wrap, a row starts after a wider gap, or at every line if all gaps are alike. Without words in the first
 * column only a gap half as wide again as usual starts one; below the head a smaller one does, since on a later page the
 * rest of a row follows the repeated head.
 */
function createRowRule(
  lines: readonly PdfLine[],
  edges: readonly number[],
): (line: PdfLine, above: PdfLine) => boolean {
  const gaps = lines.slice(1).map((line, index) => (lines[index]?.y ?? line.y) - line.y);
  const usual = middle(gaps);
  const least = gaps.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY);
  const most = gaps.reduce((one, other) => Math.max(one, other), 0);
  const alike = most <= least * 1.15;
  return (line, above) => {
    const gap = above.y - line.y;
    if (!startsInFirst(edges, line)) return gap > usual * (above === lines[0] ? 1.2 : 1.5);
    return !startsInFirst(edges, above) || alike || gap > (least + most) / 2;
  };
}

/** The table in `lines`; wrapped lines of a cell are joined. */
export function readTable(lines: readonly PdfLine[], edges: readonly number[]): Table {
  const startsRow = createRowRule(lines, edges);
  const rows: Run[][][] = [];
  let above: PdfLine | undefined;
  for (const line of lines) {
    if (above === undefined || startsRow(line, above)) rows.push(edges.map(() => []));
    const row = rows.at(-1) ?? [];
    for (const segment of splitAtEdges(line, edges).segments) {
      const column = Math.max(0, columnOf(edges, segment));
      row[column] = [...(row[column] ?? []), ...segment.runs];
    }
    above = line;
  }
  const page = lines[0]?.page ?? 1;
  return {
    kind: 'table',
    rows: rows.map((row) =>
      row.map((runs, column): TaggedCell => {
        const words = joinRuns(runs);
        return { paragraphs: areBlank(words) ? [] : [words], left: edges[column] };
      }),
    ),
    pageOfRow: rows.map(() => page),
  };
}

const withMore = (words: Words, more: Words): Words => (words.length === 0 ? more : [...words, { text: ' ' }, ...more]);

const wordsOf = (cell: TaggedCell): string => cell.paragraphs.map(joinWords).join(' ').replace(/\s+/gu, ' ').trim();

const sameWords = (row: readonly TaggedCell[], other: readonly TaggedCell[] | undefined): boolean =>
  row.every((cell, index) => wordsOf(cell) === wordsOf(other?.[index] ?? { paragraphs: [], left: undefined }));

/**
 * The table that goes on from one page to the next, or undefined where `second` is another: its columns must stand where
 * those of `first` do. A repeated head is taken once, and a row that starts without its first cell goes on with the last.
 */
export function joinOverPage(first: Table, second: Table): Table | undefined {
  const [head] = first.rows;
  const [top, ...below] = second.rows;
  if (head === undefined || top === undefined || head.length !== top.length) return undefined;
  if (!head.every((cell, index) => near(cell.left ?? 0, top[index]?.left ?? -100))) return undefined;
  const page = second.pageOfRow[0] ?? 1;
  const repeated = sameWords(head, top);
  const rows = repeated ? below : second.rows;
  const last = first.rows.at(-1);
  const [next] = rows;
  const splits = repeated && last !== undefined && next !== undefined && next[0]?.paragraphs.length === 0;
  if (!splits)
    return { kind: 'table', rows: [...first.rows, ...rows], pageOfRow: [...first.pageOfRow, ...rows.map(() => page)] };
  const whole = last.map((cell, index): TaggedCell => {
    const words = [...cell.paragraphs, ...(next[index]?.paragraphs ?? [])].reduce<Words>(withMore, []);
    return { ...cell, paragraphs: words.length === 0 ? [] : [words] };
  });
  const rest = rows.slice(1);
  return {
    kind: 'table',
    rows: [...first.rows.slice(0, -1), whole, ...rest],
    pageOfRow: [...first.pageOfRow, ...rest.map(() => page)],
  };
}

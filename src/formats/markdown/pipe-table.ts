import { sliceSpan, trimSpan } from '../document/blank.ts';
import type { Cell, Span, Table, TableRow } from '../document/model.ts';
import type { Line } from '../text/lines.ts';
import { cleanWords } from './words.ts';

const isDelimiterCell = (cell: string): boolean => /^:?-+:?$/u.test(cell.trim());

/** Where the cells of a pipe row lie in the text: pipes at the ends are not cells, `\|` is a character. */
function cellSpans(text: string, line: Line): readonly Span[] {
  const { start, end } = trimSpan(text, line.span);
  const from = text[start] === '|' ? start + 1 : start;
  const to = end - 1 > from && text[end - 1] === '|' && text[end - 2] !== '\\' ? end - 1 : end;
  const spans: Span[] = [];
  let cellStart = from;
  for (let index = from; index < to; index += 1) {
    if (text[index] === '\\') index += 1;
    else if (text[index] === '|') {
      spans.push({ start: cellStart, end: index });
      cellStart = index + 1;
    }
  }
  return [...spans, { start: cellStart, end: Math.max(cellStart, to) }];
}

/** `| --- | :-: |`: what makes the line above it the head of a table. */
export function isDelimiterRow(line: Line | undefined): boolean {
  if (line === undefined) return false;
  const row = line.raw.trim();
  if (!row.includes('-') || !row.includes('|')) return false;
  return row.replace(/^\|/u, '').replace(/\|$/u, '').split('|').every(isDelimiterCell);
}

/** How many lines from `lines[from]` on make one pipe table, its delimiter row included: 0 where none starts. */
export function countPipeRows(lines: readonly Line[], from: number): number {
  if (!(lines[from]?.raw.includes('|') ?? false) || !isDelimiterRow(lines[from + 1])) return 0;
  let end = from + 2;
  while (lines[end]?.raw.includes('|') ?? false) end += 1;
  return end - from;
}

/** The table in `lines`. The delimiter row lies in the table's span but is no row; short rows are filled with empty cells. */
export function readPipeTable(text: string, lines: readonly Line[]): Table {
  const [head] = lines;
  const columns = head === undefined ? 0 : cellSpans(text, head).length;
  const rows = lines
    .filter((_, index) => index !== 1)
    .map((line): TableRow => {
      const cells = cellSpans(text, line).map((raw): Cell => {
        const span = trimSpan(text, raw);
        return { span, text: cleanWords(sliceSpan(text, span)) };
      });
      const span = trimSpan(text, line.span);
      while (cells.length < columns) cells.push({ span: { start: span.end, end: span.end }, text: '' });
      return { span, cells };
    });
  const first = rows[0]?.span.start ?? 0;
  const last = lines.at(-1);
  return {
    kind: 'table',
    span: { start: first, end: last === undefined ? first : trimSpan(text, last.span).end },
    rows,
  };
}

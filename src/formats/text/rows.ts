import { isBlank, sliceSpan, trimSpan } from '../document/blank.ts';
import { listMarker } from '../document/list-marker.ts';
import type { Table, TableRow } from '../document/model.ts';
import type { Line } from './lines.ts';

/**
 * How much a line looks like a row: `strong` has a tab after its first word, `weak` has tabs only before it or nothing
 * but tabs (an indent, or a row whose first cells are empty), `none` has no tab.
 *
 * A bullet followed by one tab is how Word and PowerPoint paste a list item; it is a row only in a table of two columns,
 * which `columns` (those of the row above, 0 for none) tells.
 */
function rowStrength(line: Line, columns: number): 'strong' | 'weak' | 'none' {
  if (!line.raw.includes('\t')) return 'none';
  const words = line.raw.trimStart();
  if (!words.includes('\t')) return 'weak';
  const item = listMarker(line.raw);
  if (item !== undefined && columns !== 2 && !line.raw.slice(item.wordsAt).includes('\t')) return 'none';
  return 'strong';
}

/**
 * A table whose first rows start with empty cells is looked for this many rows down. The bound keeps a file of a million
 * indented lines from being walked a million times.
 */
const MOST_WEAK_ROWS = 5;

const columnsOf = (line: Line): number => line.raw.split('\t').length;

/** How many lines from `lines[from]` on make one table: 0 where that line is not a row. */
export function countRows(lines: readonly Line[], from: number): number {
  let strong = false;
  let columns = 0;
  let end = from;
  for (let line = lines[end]; line !== undefined; line = lines[end]) {
    const strength = rowStrength(line, columns);
    if (strength === 'none' || (!strong && end - from >= MOST_WEAK_ROWS)) break;
    if (strength === 'strong') strong = true;
    columns = columnsOf(line);
    end += 1;
  }
  if (!strong) return 0;
  // Blank rows at the ends are blank lines that happen to hold tabs.
  while (end > from && isBlank(lines[end - 1]?.raw ?? '')) end -= 1;
  return isBlank(lines[from]?.raw ?? '') ? 0 : end - from;
}

function readRow(text: string, line: Line, words: (raw: string) => string): TableRow {
  let start = line.span.start;
  const cells = line.raw.split('\t').map((raw) => {
    const span = trimSpan(text, { start, end: start + raw.length });
    start += raw.length + 1;
    return { span, text: words(sliceSpan(text, span)) };
  });
  return { span: line.span, cells };
}

/** A table of tab-separated `lines`; `words` cleans the raw words of a cell. */
export function readRows(text: string, lines: readonly Line[], words: (raw: string) => string): Table {
  return {
    kind: 'table',
    span: { start: lines[0]?.span.start ?? 0, end: lines.at(-1)?.span.end ?? 0 },
    rows: lines.map((line) => readRow(text, line, words)),
  };
}

/** What the bench prints: one table, whose rows say what was done, how long it took, and beside what. */

/** One row. A target that is not reached says so; it fails nothing, since a machine may be busy. */
export interface Row {
  readonly part: string;
  readonly what: string;
  readonly figure: string;
  /** What it is held against: a target in words, or the same work done another way in the same run. */
  readonly beside: string;
  /** Whether the target was reached; null where there is none. */
  readonly reached: boolean | null;
}

const mark = (reached: boolean | null): string => (reached === null ? '' : reached ? 'yes' : 'no');

const HEADINGS = ['Part', 'Work', 'Figure', 'Target, or beside', 'Reached'] as const;

const cellsOf = (row: Row): string[] => [row.part, row.what, row.figure, row.beside, mark(row.reached)];

/** The rows as a Markdown table, padded so that it reads as well in a terminal. */
export function tableOf(rows: readonly Row[]): string {
  const lines = [[...HEADINGS], ...rows.map(cellsOf)];
  const widths = HEADINGS.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [first = [], ...rest] = lines;
  return [line(first), line(widths.map((width) => '-'.repeat(width))), ...rest.map(line)].join('\n');
}

/** Milliseconds in words: three figures that matter. */
export function milliseconds(value: number): string {
  if (value >= 1000) return `${(value / 1000).toFixed(2)} s`;
  return value >= 100 ? `${value.toFixed(0)} ms` : value >= 10 ? `${value.toFixed(1)} ms` : `${value.toFixed(2)} ms`;
}

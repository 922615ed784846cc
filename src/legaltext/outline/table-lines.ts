import type { Line } from './lines.ts';

/** A table found at a line: its cells, row by row, and how many lines it took. */
export interface TableLines {
  readonly rows: readonly (readonly string[])[];
  readonly lines: number;
  readonly ragged: boolean;
}

const PIPE_RULE = /^\|?[\s:|-]+\|?$/;

/** Reads a table from `lines[at]` on: rows between pipes, or at least two lines with the same number of tabs in them. */
export function tableAt(lines: readonly Line[], at: number, isNumbered: (words: string) => boolean): TableLines | null {
  const first = lines[at];
  if (first === undefined) return null;
  const words = first.words;
  if (words.startsWith('|') && words.length > 1 && words.endsWith('|')) return pipeTable(lines, at);
  const tabs = countTabs(words);
  if (tabs === 0 || isNumbered(words)) return null;
  const rows: string[][] = [];
  for (let index = at; index < lines.length; index += 1) {
    const line = lines[index];
    if (
      line === undefined ||
      (index > at && line.afterBlank) ||
      countTabs(line.words) !== tabs ||
      isNumbered(line.words)
    )
      break;
    rows.push(line.words.split('\t').map((cell) => cell.trim()));
  }
  return rows.length < 2 ? null : { rows, lines: rows.length, ragged: false };
}

function countTabs(words: string): number {
  let tabs = 0;
  for (let at = words.indexOf('\t'); at >= 0; at = words.indexOf('\t', at + 1)) tabs += 1;
  return tabs;
}

function pipeTable(lines: readonly Line[], at: number): TableLines {
  const rows: (readonly string[])[] = [];
  let taken = 0;
  for (let index = at; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined || (index > at && line.afterBlank) || !line.words.startsWith('|')) break;
    taken += 1;
    // The rule under a header row says nothing.
    if (taken === 2 && PIPE_RULE.test(line.words.slice(0, 400)) && line.words.includes('-')) continue;
    rows.push(splitPipes(line.words));
  }
  const width = rows[0]?.length ?? 0;
  return { rows, lines: taken, ragged: rows.some((row) => row.length !== width) };
}

/** The cells of `| a | b |`; `\|` is a pipe within one. */
function splitPipes(words: string): readonly string[] {
  const cells: string[] = [];
  let cell = '';
  const end = words.endsWith('|') && !words.endsWith('\\|') ? words.length - 1 : words.length;
  for (let index = 1; index < end; index += 1) {
    const sign = words.charAt(index);
    if (sign === '\\' && (words[index + 1] === '|' || words[index + 1] === '\\')) {
      cell += words.charAt(index + 1);
      index += 1;
    } else if (sign === '|') {
      cells.push(cell.trim());
      cell = '';
    } else cell += sign;
  }
  cells.push(cell.trim());
  return cells;
}

/** One row between pipes: the inverse of `splitPipes`. */
export function pipeRow(cells: readonly string[]): string {
  return `|${cells.map((cell) => ` ${cell.replace(/[\\|]/g, '\\$&')} |`).join('')}`;
}

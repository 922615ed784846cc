/** What a table does with its rows before drawing them: filtering, comparing, grouping, writing as CSV. Pure. */
import type { ReactNode } from 'react';
import type { TableState } from './tableState.ts';

/** What a cell stands for when sorted, filtered, grouped and written to a file. */
export type CellValue = string | number | boolean | null;

/** A column of a `DataTable`. */
export interface Column<Row> {
  /** Short and stable: it is part of shared links. */
  readonly id: string;
  readonly header: string;
  /** What is sorted, searched and written to files. Dates as `YYYY-MM-DD`, so that they sort. */
  readonly value: (row: Row) => CellValue;
  /** What is shown; the value's words when absent. */
  readonly cell?: (row: Row) => ReactNode;
  /** What is sorted by, where that isn't the value: a stage's place in the process, for one. */
  readonly sortValue?: (row: Row) => CellValue;
  /** Offers the column's values as a filter; `values` for a row that has several. */
  readonly filter?: true | { readonly values: (row: Row) => readonly string[] };
  /** Offers grouping by this column. */
  readonly group?: boolean;
  /** Hidden until asked for. */
  readonly hidden?: boolean;
  /** Width such as `96px`; columns without one share the rest. */
  readonly width?: string;
  /** Figures line up at the end of the cell. */
  readonly align?: 'end';
  /** The server's name of the field, which its change marks go by. Defaults to the id. */
  readonly field?: string;
}

/** The words of a value in a cell. */
export const printCell = (value: CellValue): string =>
  value === null ? '' : typeof value === 'boolean' ? (value ? 'Yes' : 'No') : String(value);

/** The values of a row in a filtered or grouped column. A row without one is filed under an empty word. */
export function filterValues<Row>(column: Column<Row>, row: Row): readonly string[] {
  if (typeof column.filter === 'object') {
    const values = column.filter.values(row);
    return values.length === 0 ? [''] : values;
  }
  return [printCell(column.value(row))];
}

const byNature = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' });

/** Compares values as people expect: numbers by size, `R0009` before `R0010`, nothing always last. */
export function compareValues(a: CellValue, b: CellValue): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return byNature.compare(printCell(a), printCell(b));
}

/** Rows in which each word typed occurs in some column, and whose filtered columns have a chosen value. */
export function filterRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  state: Pick<TableState, 'words' | 'filters'>,
): readonly Row[] {
  const words = state.words.toLowerCase().split(/\s+/).filter(Boolean);
  const filtered = columns.filter((column) => (state.filters[column.id]?.length ?? 0) > 0);
  if (words.length === 0 && filtered.length === 0) return rows;
  return rows.filter((row) => {
    if (
      !filtered.every((column) => filterValues(column, row).some((value) => state.filters[column.id]?.includes(value)))
    )
      return false;
    if (words.length === 0) return true;
    const text = columns
      .map((column) => printCell(column.value(row)))
      .join('\n')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** The values a column has, with how many rows have each, in natural order. */
export function countValues<Row>(rows: readonly Row[], column: Column<Row>): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const row of rows)
    for (const value of filterValues(column, row)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => (a === '' ? 1 : b === '' ? -1 : byNature.compare(a, b)));
}

/** Rows put together under one value; rows keep their order, groups come in natural order, the nameless one last. */
export function groupRows<Row>(
  rows: readonly Row[],
  valueOf: (row: Row) => string,
): readonly { readonly name: string; readonly rows: readonly Row[] }[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const name = valueOf(row);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [row]);
    else group.push(row);
  }
  return [...groups]
    .map(([name, members]) => ({ name, rows: members }))
    .sort((a, b) => (a.name === '' ? 1 : b.name === '' ? -1 : byNature.compare(a.name, b.name)));
}

/** A cell of a CSV file: quoted where needed; words a spreadsheet would run as a formula get an apostrophe (OWASP). */
export function csvCell(words: string): string {
  const safe = /^[=+\-@\t\r]/.test(words) && !/^-?\d+(?:\.\d+)?$/.test(words) ? `'${words}` : words;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as a CSV file (RFC 4180), with a heading line. */
export function printCsv<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const lines = [
    columns.map((column) => csvCell(column.header)),
    ...rows.map((row) => columns.map((column) => csvCell(printCell(column.value(row))))),
  ];
  return lines.map((cells) => `${cells.join(',')}\r\n`).join('');
}

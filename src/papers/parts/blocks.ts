/** Small builders of printed blocks that the parts of a pack share; headings and labels are those that intake reads. */
import { TABLE_HEADINGS } from '../../formats/pack/labels.ts';
import {
  paragraphsOf,
  printable,
  type PrintedBlock,
  type PrintedColumn,
  type PrintedHeading,
  type Run,
} from '../../formats/printed/model.ts';

export const heading = (level: PrintedHeading['level'], text: string): PrintedHeading => ({
  kind: 'heading',
  level,
  text: printable(text),
});

export const runs = (text: string): readonly Run[] => [{ text: printable(text) }];

/** Running text: a paragraph a line; nothing for blank words. */
export const paragraphs = (text: string, style: 'body' | 'aside' = 'body'): PrintedBlock[] =>
  paragraphsOf(text).map((line) => ({ kind: 'paragraph', runs: [{ text: line }], style }));

export const list = (ordered: boolean, items: readonly (readonly Run[])[]): PrintedBlock[] => {
  const said = items.filter((item) => item.some((run) => run.text !== ''));
  return said.length === 0 ? [] : [{ kind: 'list', ordered, items: said }];
};

export const bullets = (items: readonly string[]): PrintedBlock[] => list(false, items.map(runs));
export const numbers = (items: readonly string[]): PrintedBlock[] => list(true, items.map(runs));

/** The words a table's column is headed with. */
export const columnHeading = (table: keyof typeof TABLE_HEADINGS, column: string): string => {
  const columns: Readonly<Record<string, readonly string[]>> = TABLE_HEADINGS[table].columns;
  return columns[column]?.[0] ?? column;
};

export const columns = (
  table: keyof typeof TABLE_HEADINGS,
  widths: Readonly<Record<string, number>>,
): readonly PrintedColumn[] =>
  Object.entries(widths).map(([column, width]) => ({ heading: columnHeading(table, column), width }));

/**
 * How a kind of record is told to people: its table, its parts in other tables, and what each column is called.
 * From one description come the marks "what changed since" and the history of a record, for every kind alike.
 */
import type { Database, Instant } from '../database/tables.ts';
import { changesBetween, stepsIn, type EntryInfo, type Period, type RowFilter, type RowValues } from './changes.ts';

/** A part of a record that lives in a table of its own: positions, dates, updates… */
export interface PartDescription {
  readonly table: string;
  /** The column that holds the id of the record it is part of. */
  readonly parentColumn: string;
  /** The column that holds the kind of that record, where the table has parts of records of many kinds. */
  readonly kindColumn?: string;
  /** What people call the part: `Position`, `Date`. */
  readonly label: string;
  /** Says one part in words, from its columns: `Suppliers: concerned about cost`. */
  readonly print: (row: RowValues) => string;
}

export interface RecordDescription {
  readonly kind: string;
  readonly table: string;
  /** Columns that people know, and what they call them; other columns are not told. */
  readonly labels: Readonly<Record<string, string>>;
  /** How the values of a column are told, where people would not know them as they are kept: states, parties. */
  readonly print?: Readonly<Record<string, (value: unknown) => unknown>>;
  readonly parts: readonly PartDescription[];
}

const key = (row: RowValues, end: 'from' | 'to'): string => `${String(row[`${end}_kind`])}:${String(row[`${end}_id`])}`;

/**
 * A link as part of the record it starts from: `concerns milestone:milestone_8`. Whoever shows it names the other record.
 */
export const LINK_FROM: PartDescription = {
  table: 'record_link',
  parentColumn: 'from_id',
  kindColumn: 'from_kind',
  label: 'Link',
  print: (row) => `${String(row['relation'])} ${key(row, 'to')}`,
};

/** The same link as part of the record it leads to, which stands after the relation: `action:action_6 concerns`. */
const LINK_TO: PartDescription = {
  ...LINK_FROM,
  parentColumn: 'to_id',
  kindColumn: 'to_kind',
  print: (row) => `${key(row, 'from')} ${String(row['relation'])}`,
};

/** The rows of a part's table that belong to records of the kind described. */
const rowsOf = ({ kind }: RecordDescription, part: PartDescription, ids: readonly string[]): RowFilter => ({
  column: part.parentColumn,
  values: ids,
  ofKind: part.kindColumn === undefined ? undefined : { column: part.kindColumn, kind },
});

/** A column's value as people are told it; nothing stays nothing. */
const told = (description: RecordDescription, column: string, value: unknown): unknown =>
  value === null || value === undefined ? null : (description.print?.[column]?.(value) ?? value);

/** One change as pages and API show it. */
export interface RecordChange {
  readonly field: string;
  readonly label: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly at: Instant;
  readonly actor: string;
  readonly command: string;
  readonly reason: string | null;
}

const presented = (by: EntryInfo) => ({ at: by.at, actor: by.actor, command: by.command, reason: by.reason });

/** The field under which "this whole record is new" is told. */
export const ADDED = 'added';

/**
 * What changed in each record of a kind within a period, by record id. A record added in the period has the one change
 * `added`; parts are told in words. `ids` narrows to those records.
 */
export async function changesOf(
  database: Database,
  description: RecordDescription,
  period: Period,
  ids?: readonly string[],
): Promise<Map<string, RecordChange[]>> {
  const result = new Map<string, RecordChange[]>();
  const add = (id: string, change: RecordChange): void => {
    result.set(id, [...(result.get(id) ?? []), change]);
  };
  const own = await stepsIn(database, description.table, period, ids && { column: 'id', values: ids });
  const born = new Map(own.filter((step) => step.before === null).map((step) => [step.id, step]));
  for (const step of born.values()) {
    add(step.id, { field: ADDED, label: 'Added to the record', before: null, after: true, ...presented(step.by) });
  }
  for (const change of await changesBetween(
    database,
    description.table,
    period,
    ids && { column: 'id', values: ids },
  )) {
    const label = description.labels[change.column];
    if (label === undefined || born.has(change.id)) continue;
    add(change.id, {
      field: change.column,
      label,
      before: told(description, change.column, change.before),
      after: told(description, change.column, change.after),
      ...presented(change.by),
    });
  }
  for (const part of description.parts) {
    const steps = await stepsIn(database, part.table, period, ids && rowsOf(description, part, ids));
    for (const step of steps) {
      const parent = String((step.after ?? step.before)?.[part.parentColumn]);
      if (born.has(parent)) continue;
      const before = step.before === null ? null : part.print(step.before);
      const after = step.after === null ? null : part.print(step.after);
      if (before !== after) add(parent, { field: part.table, label: part.label, before, after, ...presented(step.by) });
    }
  }
  return result;
}

/** One entry of a record's history: what one command changed in it. */
export interface HistoryEntry extends EntryInfo {
  readonly changes: readonly RecordChange[];
}

/** The whole history of one record, its parts and the links from and to it included, newest entry first. */
export async function historyOf(
  database: Database,
  description: RecordDescription,
  id: string,
): Promise<HistoryEntry[]> {
  const whole: Period = { after: null, until: null };
  const byEntry = new Map<number, { by: EntryInfo; changes: RecordChange[] }>();
  const add = (by: EntryInfo, change: RecordChange | null): void => {
    const found = byEntry.get(by.entry) ?? { by, changes: [] };
    if (change !== null) found.changes.push(change);
    byEntry.set(by.entry, found);
  };
  for (const step of await stepsIn(database, description.table, whole, { column: 'id', values: [id] })) {
    if (step.before === null || step.after === null) {
      const label = step.before === null ? 'Added to the record' : 'Removed from the record';
      add(step.by, {
        field: step.before === null ? ADDED : 'removed',
        label,
        before: step.before === null ? null : true,
        after: step.after === null ? null : true,
        ...presented(step.by),
      });
    }
    for (const [column, label] of Object.entries(description.labels)) {
      const before = step.before?.[column] ?? null;
      const after = step.after?.[column] ?? null;
      if (JSON.stringify(before) !== JSON.stringify(after))
        add(step.by, {
          field: column,
          label,
          before: told(description, column, before),
          after: told(description, column, after),
          ...presented(step.by),
        });
    }
  }
  for (const part of [...description.parts, LINK_FROM, LINK_TO]) {
    for (const step of await stepsIn(database, part.table, whole, rowsOf(description, part, [id]))) {
      const before = step.before === null ? null : part.print(step.before);
      const after = step.after === null ? null : part.print(step.after);
      add(
        step.by,
        before === after ? null : { field: part.table, label: part.label, before, after, ...presented(step.by) },
      );
    }
  }
  return [...byEntry.values()]
    .filter((entry) => entry.changes.length > 0)
    .sort((a, b) => b.by.entry - a.by.entry)
    .map(({ by, changes }) => ({ ...by, changes }));
}

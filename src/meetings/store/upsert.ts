/** Creating a row, or changing only the columns that read differently: what makes every `record…` command idempotent. */
import { sql } from 'kysely';
import type { DatabaseTransaction } from '../../platform/database/tables.ts';
import { addRow, type ColumnPatch } from '../../platform/record/edit.ts';
import { newId } from '../../platform/record/identity.ts';

/** What a `record…` command did with a record. */
export interface Recorded {
  readonly outcome: 'created' | 'updated' | 'unchanged';
  readonly id: string;
  /** Columns that read differently now; a part of the record by its table's name. Empty for a new one. */
  readonly changedFields: readonly string[];
}

/** A date that names one day for certain is that day, however its source spells it. */
const isSureDay = (value: object): boolean =>
  'precision' in value &&
  value.precision === 'day' &&
  'doubtful' in value &&
  value.doubtful === false &&
  'raw' in value;

/** JSON text with the keys in order: `jsonb` does not keep theirs. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
      .filter(([key, part]) => part !== undefined && !(key === 'raw' && isSureDay(value)))
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}

/** Columns of `wanted` that read differently in `present`; undefined means "not said" and never differs. */
export const differing = (present: ColumnPatch, wanted: ColumnPatch): string[] =>
  Object.entries(wanted)
    .filter(([column, value]) => value !== undefined && canonical(present[column]) !== canonical(value))
    .map(([column]) => column);

/**
 * Makes the row `id` read as `wanted`, or adds a row with those values when `id` is null.
 *
 * @param onlyWhenNew values that a new row gets and an old one keeps its own of.
 */
export async function upsertRow(
  transaction: DatabaseTransaction,
  table: string,
  kind: string,
  id: string | null,
  wanted: ColumnPatch,
  onlyWhenNew: ColumnPatch = {},
): Promise<Recorded> {
  if (id === null) {
    const created = newId(kind);
    await addRow(transaction, table, { id: created, ...onlyWhenNew, ...definedOf(wanted) });
    return { outcome: 'created', id: created, changedFields: [] };
  }
  const { rows } = await sql<ColumnPatch>`select * from ${sql.table(table)} where id = ${id}`.execute(transaction);
  const present = rows[0];
  if (present === undefined) throw new Error(`${table} ${id} was found a moment ago and is gone`);
  const changed = differing(present, wanted);
  if (changed.length === 0) return { outcome: 'unchanged', id, changedFields: [] };
  const assignments = changed.map((column) => sql`${sql.ref(column)} = ${columnValue(wanted[column])}`);
  await sql`update ${sql.table(table)} set ${sql.join(assignments)} where id = ${id}`.execute(transaction);
  return { outcome: 'updated', id, changedFields: changed };
}

const definedOf = (values: ColumnPatch): ColumnPatch =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

const columnValue = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : value;

/** A record together with its parts: changed when any part did. */
export function withParts(record: Recorded, parts: readonly (Recorded | null)[], field: string): Recorded {
  if (record.outcome === 'created' || parts.every((part) => part === null || part.outcome === 'unchanged'))
    return record;
  return { outcome: 'updated', id: record.id, changedFields: [...record.changedFields, field] };
}

/** Adding a row or bringing it up to date, writing only what differs: what makes every `record…` command idempotent. */
import { sql } from 'kysely';
import { sameValue } from '../../values/same-value.ts';
import type { DatabaseTransaction } from '../database/tables.ts';
import { addRow, editRow, type ColumnPatch } from './edit.ts';
import { newId } from './identity.ts';

/** What a `record…` command did with a record. */
export interface Recorded {
  readonly outcome: 'created' | 'updated' | 'unchanged';
  readonly id: string;
  /** Columns that read differently now; a part of the record by its table's name. Empty for a new one: all of it is new. */
  readonly changedFields: readonly string[];
}

/**
 * Makes the row `id` read as `wanted`, or adds a row with those values when `id` is null. A column whose value is
 * `undefined` is not said by the source and stays as it is. One read, and one write where something differs.
 *
 * @param kind what a new id begins with.
 * @param onlyWhenNew values that a new row gets and an old one keeps its own of.
 * @throws when there is no row `id`: callers have found it in the same transaction.
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
    const said = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
    await addRow(transaction, table, { id: created, ...onlyWhenNew, ...said });
    return { outcome: 'created', id: created, changedFields: [] };
  }
  const { rows } = await sql<ColumnPatch & { readonly version: number }>`
    select * from ${sql.table(table)} where id = ${id} for update`.execute(transaction);
  const present = rows[0];
  if (present === undefined) throw new Error(`${table} ${id} was found a moment ago and is gone`);
  const differing = Object.entries(wanted).filter(
    ([column, value]) => value !== undefined && !sameValue(present[column], value),
  );
  if (differing.length === 0) return { outcome: 'unchanged', id, changedFields: [] };
  const edited = await editRow(transaction, table, id, present.version, Object.fromEntries(differing));
  if (edited.kind === 'failed') throw new Error(`${table} ${id}: ${edited.failure.detail}`);
  return { outcome: 'updated', id, changedFields: differing.map(([column]) => column) };
}

/** A record together with its parts: changed when any part did. `field` is what the parts are called. */
export function withParts(record: Recorded, parts: readonly (Recorded | null)[], field: string): Recorded {
  if (record.outcome === 'created' || parts.every((part) => part === null || part.outcome === 'unchanged'))
    return record;
  return { outcome: 'updated', id: record.id, changedFields: [...record.changedFields, field] };
}

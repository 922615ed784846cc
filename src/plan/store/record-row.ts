/** Adding a row or bringing it up to date, writing only what differs: what every `record…` command rests on. */
import { sql } from 'kysely';
import type { DatabaseTransaction } from '../../platform/database/tables.ts';
import { addRow, editRow, type ColumnPatch } from '../../platform/record/edit.ts';
import { newId } from '../../platform/record/identity.ts';
import { sameDate } from '../model/milestone.ts';
import type { PartialDate } from '../../values/partial-date.ts';

export interface RecordedRow {
  readonly outcome: 'created' | 'updated' | 'unchanged';
  readonly id: string;
  /** Columns that now read differently; all given ones for a new row. */
  readonly changedColumns: readonly string[];
}

const isPartialDate = (value: unknown): value is PartialDate =>
  typeof value === 'object' && value !== null && 'precision' in value && 'raw' in value;

/** Whether two column values say the same: dates by what they mean, JSON whatever the order of its keys. */
function sameValue(a: unknown, b: unknown): boolean {
  if (isPartialDate(a) && isPartialDate(b)) return sameDate(a, b);
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

/**
 * Adds a row (`existingId` null) or sets those columns of the existing one that differ. A column whose value is
 * `undefined` is not said by the source and stays as it is. `whenNew` holds columns that only a new row gets.
 */
export async function recordRow(
  transaction: DatabaseTransaction,
  table: string,
  idKind: string,
  existingId: string | null,
  values: ColumnPatch,
  whenNew: ColumnPatch = {},
): Promise<RecordedRow> {
  if (existingId === null) {
    const id = newId(idKind);
    const said = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
    await addRow(transaction, table, { id, ...whenNew, ...said });
    return { outcome: 'created', id, changedColumns: Object.keys(said) };
  }
  const present = await rowAsJson(transaction, table, existingId);
  const differing = Object.entries(values).filter(
    ([column, value]) => value !== undefined && !sameValue(present.row[column], value),
  );
  if (differing.length === 0) return { outcome: 'unchanged', id: existingId, changedColumns: [] };
  const edited = await editRow(transaction, table, existingId, present.version, Object.fromEntries(differing));
  if (edited.kind === 'failed') throw new Error(`${table} ${existingId}: ${edited.failure.detail}`);
  return { outcome: 'updated', id: existingId, changedColumns: differing.map(([column]) => column) };
}

async function rowAsJson(
  transaction: DatabaseTransaction,
  table: string,
  id: string,
): Promise<{ readonly version: number; readonly row: Readonly<Record<string, unknown>> }> {
  const { rows } = await sql<{ version: number; row: Record<string, unknown> }>`
    select version, to_jsonb(t) as row from ${sql.table(table)} t where id = ${id} for update`.execute(transaction);
  const found = rows[0];
  if (found === undefined) throw new Error(`${table} ${id} is not there to be recorded again`);
  return found;
}

/** One more than the largest value of a whole-number column: the next place in a list, the next running number. */
export async function nextNumber(
  transaction: DatabaseTransaction,
  table: string,
  column: string,
  within?: { readonly column: string; readonly id: string },
): Promise<number> {
  const where = within === undefined ? sql`true` : sql`${sql.ref(within.column)} = ${within.id}`;
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(${sql.ref(column)}), 0)::integer + 1 as next from ${sql.table(table)} where ${where}`.execute(
    transaction,
  );
  return rows[0]?.next ?? 1;
}

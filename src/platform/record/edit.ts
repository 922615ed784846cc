/** Editing one row in place: version check, change, new version. The one way that PATCH routes write. */
import { sql } from 'kysely';
import { failed, ok, type Result } from '../../values/result.ts';
import type { Database, DatabaseTransaction } from '../database/tables.ts';
import { problem, type Problem } from '../errors/problem.ts';

/** Column values to set; JSON values are written as JSON. Keys are column names that code wrote, never user input. */
export type ColumnPatch = Readonly<Record<string, unknown>>;

/**
 * Sets columns of the row `id`, provided it still is at version `ifMatch`.
 *
 * @returns the new version (the same one when nothing changed), or `not-found`, `version-missing`, `changed-meanwhile`.
 */
export async function editRow(
  transaction: DatabaseTransaction,
  table: string,
  id: string,
  ifMatch: number | null,
  patch: ColumnPatch,
): Promise<Result<number, Problem>> {
  const { rows } = await sql<{
    version: number;
  }>`select version from ${sql.table(table)} where id = ${id} for update`.execute(transaction);
  const present = rows[0];
  if (present === undefined)
    return failed(problem('not-found', 'It is not in the record; it may have been removed. Go back to the list.'));
  if (ifMatch === null)
    return failed(problem('version-missing', 'Send the version you are changing in the If-Match header.'));
  if (present.version !== ifMatch) {
    return failed(
      problem(
        'changed-meanwhile',
        `You were changing version ${ifMatch}, and it now is version ${present.version}. Look at what changed, then save again.`,
      ),
    );
  }
  const columns = Object.entries(patch).filter(([, value]) => value !== undefined);
  if (columns.length === 0) return ok(present.version);
  const assignments = columns.map(([column, value]) => sql`${sql.ref(column)} = ${columnValue(value)}`);
  const updated = await sql<{ version: number }>`
    update ${sql.table(table)} set ${sql.join(assignments)} where id = ${id} returning version`.execute(transaction);
  const row = updated.rows[0];
  if (row === undefined) throw new Error(`${table} ${id} vanished while it was locked`);
  return ok(row.version);
}

/** Objects and arrays go in as JSON; `pg` would otherwise write an array as a PostgreSQL array. */
const columnValue = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : value;

/** Adds a row; ids and history columns are the caller's and the database's. */
export async function addRow(transaction: DatabaseTransaction, table: string, values: ColumnPatch): Promise<void> {
  const columns = Object.entries(values).filter(([, value]) => value !== undefined);
  await sql`insert into ${sql.table(table)} (${sql.join(columns.map(([column]) => sql.ref(column)))})
    values (${sql.join(columns.map(([, value]) => columnValue(value)))})`.execute(transaction);
}

/** Removes a row (its history stays); `not-found` when there is none. */
export async function removeRow(
  transaction: DatabaseTransaction,
  table: string,
  id: string,
): Promise<Result<null, Problem>> {
  const { rows } = await sql`delete from ${sql.table(table)} where id = ${id} returning id`.execute(transaction);
  return rows.length === 0
    ? failed(problem('not-found', 'It is not in the record; it may have been removed already.'))
    : ok(null);
}

/** The present version of a row; null when there is none. */
export async function versionOf(database: Database, table: string, id: string): Promise<number | null> {
  const { rows } = await sql<{ version: number }>`select version from ${sql.table(table)} where id = ${id}`.execute(
    database,
  );
  return rows[0]?.version ?? null;
}

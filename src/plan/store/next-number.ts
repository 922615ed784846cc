/** Running numbers and places in a list. */
import { sql } from 'kysely';
import type { DatabaseTransaction } from '../../platform/database/tables.ts';

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

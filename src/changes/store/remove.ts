/** Removing the parts of a modification, before it is removed itself. */
import { sql } from 'kysely';
import type { Database, DatabaseTransaction } from '../../platform/database/tables.ts';
import './tables.ts';

const PARTS = [
  'modification_former_reference',
  'modification_date',
  'modification_decision',
  'modification_position',
  'modification_update',
  'modification_relation',
] as const;

/** Removes every part of the modification. */
export async function removeParts(transaction: DatabaseTransaction, id: string): Promise<void> {
  for (const part of PARTS)
    await sql`delete from ${sql.table(part)} where modification_id = ${id}`.execute(transaction);
}

/** Whether any horizon log names the modification. */
export async function isInHorizonLog(database: Database, id: string): Promise<boolean> {
  const row = await database
    .selectFrom('horizon_entry')
    .select('id')
    .where('modification_id', '=', id)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

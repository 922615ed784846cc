import { sql } from 'kysely';
import type { Database } from './tables.ts';

/** Returns when the database has answered a question; throws when it cannot. */
export async function databaseAnswers(database: Database): Promise<void> {
  await sql`select 1`.execute(database);
}

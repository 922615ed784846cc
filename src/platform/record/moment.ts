/** Reading the record now, or as at an instant: the same queries, on other tables underneath. */
import { sql } from 'kysely';
import type { Database, Instant } from '../database/tables.ts';

export type Moment = { readonly kind: 'now' } | { readonly kind: 'as-at'; readonly at: Instant };

export const NOW: Moment = { kind: 'now' };

/** The moment of an instant. */
export const asAt = (at: Instant): Moment => ({ kind: 'as-at', at });

/**
 * Runs `work` on the record as it stands at the moment.
 *
 * In the past every table with history answers through its view in the schema `past` (see migration 0001), found first
 * on the search path of a read-only transaction: no query is written twice. Costs one round trip more than the present.
 */
export async function readAt<Value>(
  database: Database,
  moment: Moment,
  work: (database: Database) => Promise<Value>,
): Promise<Value> {
  if (moment.kind === 'now') return work(database);
  return database
    .transaction()
    .setAccessMode('read only')
    .execute(async (transaction) => {
      await sql`select set_config('search_path', 'past, public', true), set_config('pandect.as_at', ${moment.at}, true)`.execute(
        transaction,
      );
      return work(transaction);
    });
}

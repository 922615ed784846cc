import type { Kysely, Transaction } from 'kysely';
import type { ColumnType } from 'kysely';

/**
 * Every table of the database, by name. Each capability adds its own in its `store.ts`:
 *
 *     declare module '../platform/database/tables.ts' {
 *       interface Tables { milestone: RecordColumns & { title: string } }
 *     }
 *
 * so that a capability's SQL is typed where it is written and no floor needs to know those above it.
 */
export interface Tables {}

/** The database, or a transaction on it, for reading and writing. */
export type Database = Kysely<Tables>;
export type DatabaseTransaction = Transaction<Tables>;

/** An instant as ISO 8601 in UTC with microseconds at most, e.g. `2022-11-23T10:00:00.000Z`. */
export type Instant = string;

/**
 * Columns the database itself keeps on every record table; code reads them and never writes them.
 *
 * @public used by every `store` in its addition to `Tables`, where it is in scope without an import
 */
export interface RecordColumns {
  /** Permanent and opaque. */
  id: string;
  /** The entry of the ledger by which the row got its present values. */
  entry: ColumnType<number, never, never>;
  /** The instant of that entry: since when the row reads as it does. */
  recorded_at: ColumnType<Instant, never, never>;
  /** 1 for a new row, one more with each entry that changed it; the ETag of the record. */
  version: ColumnType<number, never, never>;
}

/**
 * A JSON column: read as a value, written as JSON text.
 *
 * @public as `RecordColumns`
 */
export type Json<Value> = ColumnType<Value, string, string>;

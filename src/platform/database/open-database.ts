/** Opens the record: embedded in a data directory, or on a PostgreSQL server. Same SQL, same code above. */
import fs from 'node:fs';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { failed, ok, type Result } from '../../values/result.ts';
import { lockDirectory, type DirectoryHeld } from './directory-lock.ts';
import { openEmbedded } from './embedded.ts';
import { migrate, type NewerDatabase } from './migrate.ts';
import type { Database, Tables } from './tables.ts';

pg.types.setTypeParser(pg.types.builtins.INT8, Number); // ids and counts stay below 2^53
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value); // a civil date stays a civil date
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, instantFromPostgres);

/**
 * `2022-11-23 10:00:00.123456+00` → `2022-11-23T10:00:00.123456Z`. Sessions run in UTC; microseconds are kept, since
 * two commands may fall into one millisecond and *as at* must tell them apart.
 */
export function instantFromPostgres(value: string): string {
  return value.replace(' ', 'T').replace(/\+00(?::?00)?$/, 'Z');
}

export interface OpenDatabase {
  readonly database: Database;
  readonly engine: 'embedded' | 'server';
  close(): Promise<void>;
}

export interface OldServer {
  readonly kind: 'old-server';
  readonly message: string;
}

export type OpenFailure = DirectoryHeld | NewerDatabase | OldServer;

const kyselyOn = (pool: pg.Pool): Database => new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });

/** Opens (creating where it does not exist) the embedded database in `directory`, locked for this process. */
export async function openEmbeddedDatabase(
  directory: string,
  options: { readonly durable: boolean } = { durable: true },
): Promise<Result<OpenDatabase, OpenFailure>> {
  fs.mkdirSync(directory, { recursive: true });
  const lock = lockDirectory(directory);
  if (lock.kind === 'failed') return lock;
  let close = async (): Promise<void> => lock.value.release();
  try {
    const embedded = await openEmbedded(`${directory}/database`, options.durable);
    close = async () => {
      await embedded.close();
      lock.value.release();
    };
    const database = kyselyOn(embedded.pool);
    await sql`set time zone 'UTC'`.execute(database);
    const migrated = await migrate(database);
    if (migrated.kind === 'failed') {
      await close();
      return migrated;
    }
    return ok({ database, engine: 'embedded', close });
  } catch (error) {
    await close();
    throw error;
  }
}

/** Connects to a PostgreSQL server (15 or later) and brings its schema up to date. */
export async function openServerDatabase(url: string): Promise<Result<OpenDatabase, OpenFailure>> {
  const pool = new pg.Pool({ connectionString: url, options: '-c TimeZone=UTC', max: 10 });
  const database = kyselyOn(pool);
  const close = (): Promise<void> => database.destroy();
  try {
    const { rows } = await sql<{
      version: number;
    }>`select current_setting('server_version_num')::int as version`.execute(database);
    const version = Math.floor((rows[0]?.version ?? 0) / 10_000);
    if (version < 15) {
      await close();
      return failed({
        kind: 'old-server',
        message: `The PostgreSQL server is version ${version}; Pandect needs 15 or later.`,
      });
    }
    const migrated = await migrate(database);
    if (migrated.kind === 'failed') {
      await close();
      return migrated;
    }
    return ok({ database, engine: 'server', close });
  } catch (error) {
    await close();
    throw error;
  }
}

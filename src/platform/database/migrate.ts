import { Migrator, sql } from 'kysely';
import { failed, ok, type Result } from '../../values/result.ts';
import { MIGRATIONS } from './migrations/index.ts';
import type { Database } from './tables.ts';

/** The database was written by a newer Pandect than this one. */
export interface NewerDatabase {
  readonly kind: 'newer-database';
  readonly unknown: readonly string[];
  readonly message: string;
}

/**
 * Brings the database up to this program's schema; does nothing when it is there already.
 *
 * @returns the names of the migrations it ran, or a refusal when the database is newer than the program.
 * @throws when a migration itself fails; each runs in a transaction, so that nothing of it stays.
 */
export async function migrate(database: Database): Promise<Result<readonly string[], NewerDatabase>> {
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: () => Promise.resolve({ ...MIGRATIONS }) },
  });
  const known = new Set(Object.keys(MIGRATIONS));
  const applied = await appliedMigrations(database);
  const unknown = applied.filter((name) => !known.has(name));
  if (unknown.length > 0) {
    return failed({
      kind: 'newer-database',
      unknown,
      message:
        `This database was last used by a newer Pandect (it has ${unknown.join(', ')}, which this one does not know). ` +
        'Nothing was changed. Start the newer version, or restore a backup made before the upgrade.',
    });
  }
  if (applied.length === known.size) return ok([]);
  const { error, results } = await migrator.migrateToLatest();
  if (error !== undefined) throw error instanceof Error ? error : new Error('A migration failed', { cause: error });
  return ok((results ?? []).map((result) => result.migrationName));
}

async function appliedMigrations(database: Database): Promise<string[]> {
  const tables = await database.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === 'kysely_migration')) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(database);
  return rows.map((row) => row.name);
}

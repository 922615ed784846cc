import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { onEachEngine } from './testing/engines.ts';
import type { Database } from './tables.ts';

const applied = async (database: Database): Promise<string[]> =>
  (await sql<{ name: string }>`select name from kysely_migration order by name`.execute(database)).rows.map(
    (row) => row.name,
  );

it('Migrations only lead forward, and are numbered without gaps in the order in which they run', () => {
  const names = Object.keys(MIGRATIONS);
  expect(names.toSorted()).toEqual(names);
  expect(names.map((name) => Number(name.slice(0, 4)))).toEqual(names.map((_, n) => n + 1));
  for (const [name, migration] of Object.entries(MIGRATIONS)) expect(Object.keys(migration), name).toEqual(['up']);
});

onEachEngine('Migrating', (database) => {
  it('has run every migration once, and runs none when asked again', async () => {
    expect(await applied(database())).toEqual(Object.keys(MIGRATIONS));
    expect(await migrate(database())).toEqual({ kind: 'ok', value: [] });
  });

  it('refuses a database that a newer program has migrated, and changes nothing', async () => {
    const future = '9999-of-the-future';
    await sql`insert into kysely_migration (name, timestamp) values (${future}, '2030-01-01')`.execute(database());
    const before = await applied(database());
    expect(await migrate(database())).toMatchObject({
      kind: 'failed',
      failure: { kind: 'newer-database', unknown: [future], message: expect.stringContaining(future) as unknown },
    });
    expect(await applied(database())).toEqual(before);
    await sql`delete from kysely_migration where name = ${future}`.execute(database());
  });

  it('refuses rather than guesses when an older migration is missing', async () => {
    const first = Object.keys(MIGRATIONS)[0] ?? '';
    await sql`delete from kysely_migration where name = ${first}`.execute(database());
    await expect(migrate(database())).rejects.toThrow();
    expect(await applied(database())).not.toContain(first);
  });
});

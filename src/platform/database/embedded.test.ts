/** The embedded database on a thread of its own, and what becomes of it when the schema is another program's. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbeddedDatabase, type OpenDatabase } from './open-database.ts';
import { templateDirectory } from './testing/template.ts';
import type { Database } from './tables.ts';

const copyOfTemplate = (): string => {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'pandect-test-'));
  fs.cpSync(templateDirectory(), directory, { recursive: true });
  return directory;
};

const open = async (directory: string): Promise<OpenDatabase> => {
  const opened = await openEmbeddedDatabase(directory, { durable: false });
  if (opened.kind === 'failed') throw new Error(opened.failure.message);
  return opened.value;
};

describe('The embedded database', () => {
  let directory: string;
  let opened: OpenDatabase;
  beforeAll(async () => {
    directory = copyOfTemplate();
    opened = await open(directory);
  }, 120_000);
  afterAll(async () => {
    await opened.close();
    fs.rmSync(directory, { recursive: true, force: true });
  });

  /** Turns of the event loop while some work is under way, and how long that took. */
  async function turnsDuring(work: () => Promise<unknown>): Promise<{ turns: number; milliseconds: number }> {
    const state = { turns: 0, done: false };
    const turn = () => {
      state.turns += 1;
      if (!state.done) setImmediate(turn);
    };
    setImmediate(turn);
    const started = performance.now();
    await work();
    state.done = true;
    return { turns: state.turns, milliseconds: performance.now() - started };
  }

  it('leaves the event loop turning during a long query', async () => {
    const heavy = (rows: number) =>
      sql`select sum(sqrt(n::double precision)) from generate_series(1, ${rows}) n`.execute(opened.database);
    let found = { turns: 0, milliseconds: 0 };
    for (let rows = 500_000; found.milliseconds < 300; rows *= 2) found = await turnsDuring(() => heavy(rows));
    // On the loop's own thread there would be a turn or two, however long the query.
    expect(found.turns).toBeGreaterThan(100);
  });

  it('leaves it turning between five hundred short ones, and answers each asker with its own rows', async () => {
    const ask = async (n: number) => {
      const { rows } = await sql<{ n: number }>`select ${n}::int as n`.execute(opened.database);
      return rows[0]?.n;
    };
    const numbers = Array.from({ length: 500 }, (_, n) => n);
    const answers: unknown[] = [];
    const found = await turnsDuring(async () => answers.push(...(await Promise.all(numbers.map(ask)))));
    expect(answers).toEqual(numbers);
    expect(found.turns).toBeGreaterThan(500);
  });

  it('speaks of instants in UTC with microseconds, and of civil dates as such', async () => {
    const { rows } = await sql`select timestamptz '2022-11-23 11:00:00.123456+01' as at, date '2022-11-23' as day,
      12345678901::bigint as count, '{"a":[1]}'::jsonb as data`.execute(opened.database);
    expect(rows).toEqual([
      { at: '2022-11-23T10:00:00.123456Z', day: '2022-11-23', count: 12_345_678_901, data: { a: [1] } },
    ]);
  });

  it('goes on after a query that fails, and after a transaction that was broken off', async () => {
    await expect(sql`select 1 / 0`.execute(opened.database)).rejects.toThrow(/division by zero/);
    const broken = opened.database.transaction().execute(async (inside) => {
      await sql`create table half (id int)`.execute(inside);
      throw new Error('broken off');
    });
    await expect(broken).rejects.toThrow('broken off');
    const { rows } = await sql`select to_regclass('half') as half`.execute(opened.database);
    expect(rows).toEqual([{ half: null }]);
  });
});

describe('A data directory that was used by a newer Pandect', () => {
  /** Everything there is in a database: tables and columns, functions, and the rows of every table. */
  async function contentOf(database: Database): Promise<string> {
    const { rows: columns } =
      await sql`select table_schema, table_name, column_name, data_type from information_schema.columns
      where table_schema in ('public', 'history', 'past') order by 1, 2, 3`.execute(database);
    const { rows: functions } =
      await sql`select proname, md5(prosrc) from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where nspname in ('public', 'history') order by 1`.execute(database);
    const { rows: tables } = await sql<{ name: string }>`select format('%I.%I', schemaname, tablename) as name
      from pg_tables where schemaname in ('public', 'history') order by 1`.execute(database);
    const all: unknown[] = [columns, functions];
    for (const { name } of tables) {
      const { rows } = await sql.raw(`select to_jsonb(t) as row from ${name} t order by 1`).execute(database);
      all.push(name, rows);
    }
    return JSON.stringify(all);
  }

  it('is refused with words that say what to do, is not changed, and is free for the newer one', async () => {
    const directory = copyOfTemplate();
    try {
      const newer = await open(directory);
      await sql`insert into kysely_migration (name, timestamp) values ('9999-of-the-future', '2030-01-01T00:00:00Z')`.execute(
        newer.database,
      );
      await sql`create table of_the_future (id text primary key)`.execute(newer.database);
      const before = await contentOf(newer.database);
      await newer.close();

      const refused = await openEmbeddedDatabase(directory, { durable: false });
      expect(refused).toMatchObject({
        kind: 'failed',
        failure: { kind: 'newer-database', unknown: ['9999-of-the-future'] },
      });
      if (refused.kind === 'failed') expect(refused.failure.message).toMatch(/newer Pandect.*Nothing was changed/s);
      expect(fs.readdirSync(directory)).toEqual(['database']);

      // Read by a program that knows that migration (here: without looking at migrations at all).
      const { openEmbedded } = await import('./embedded.ts');
      const { Kysely, PostgresDialect } = await import('kysely');
      const embedded = await openEmbedded(path.join(directory, 'database'), false);
      try {
        expect(await contentOf(new Kysely({ dialect: new PostgresDialect({ pool: embedded.pool }) }))).toBe(before);
      } finally {
        await embedded.close();
      }
    } finally {
      fs.rmSync(directory, { recursive: true, force: true });
    }
  }, 120_000);

  it('says why a directory that is no database cannot be opened, and frees it', async () => {
    const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'pandect-test-'));
    try {
      fs.mkdirSync(path.join(directory, 'database'));
      fs.writeFileSync(path.join(directory, 'database', 'PG_VERSION'), '9.1\n');
      await expect(openEmbeddedDatabase(directory, { durable: false })).rejects.toThrow();
      expect(fs.readdirSync(directory)).toEqual(['database']);
    } finally {
      fs.rmSync(directory, { recursive: true, force: true });
    }
  }, 120_000);
});

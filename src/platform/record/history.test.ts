import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { failed, ok } from '../../values/result.ts';
import { onEachEngine } from '../database/testing/engines.ts';
import type { Database } from '../database/tables.ts';
import { problem } from '../errors/problem.ts';
import type { Actor } from '../policy/policy.ts';
import { changesBetween, stepsIn } from './changes.ts';
import { runCommand } from './command.ts';
import { asAt, readAt } from './moment.ts';

const clerk: Actor = { id: 'person_clerk', name: 'Code clerk', roles: ['secretariat'] };

/** Technical tables that are not records: the ledger itself, content that never changes, and sign-in sessions. */
const WITHOUT_HISTORY = ['entry', 'file', 'intake_reading', 'session', 'kysely_migration', 'kysely_migration_lock'];

const people = async (database: Database): Promise<string[]> =>
  (await sql<{ name: string }>`select name from person order by name`.execute(database)).rows.map((row) => row.name);

const rename = (database: Database, id: string, name: string, reason: string | null = null) =>
  runCommand(database, { actor: clerk, command: 'person.rename', reason }, async ({ database: transaction, at }) => {
    await sql`insert into person (id, name, roles) values (${id}, ${name}, '[]')
      on conflict (id) do update set name = excluded.name`.execute(transaction);
    return ok(at);
  });

const instant = async (result: ReturnType<typeof rename>): Promise<string> => {
  const value = await result;
  if (value.kind === 'failed') throw new Error(value.failure.detail);
  return value.value;
};

onEachEngine('History by trigger', (database) => {
  it('is kept for every table of the schema, but for the technical ones', async () => {
    const { rows } = await sql<{ table: string; remembers: boolean; past: boolean }>`
      select c.relname as table,
        exists (select 1 from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'remember' and t.tgenabled = 'O') as remembers,
        exists (select 1 from pg_views v where v.schemaname = 'past' and v.viewname = c.relname) as past
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind = 'r' order by 1`.execute(database());
    const records = rows.filter((row) => !WITHOUT_HISTORY.includes(row.table));
    expect(records.length).toBeGreaterThan(2);
    expect(records.filter((row) => !row.remembers || !row.past)).toEqual([]);
  });

  it('has the same columns in the present, in history and in the past view of every table', async () => {
    const { rows } = await sql<{ table: string; schema: string; columns: string[] }>`
      select table_name as table, table_schema as schema, array_agg(column_name::text order by column_name) as columns
      from information_schema.columns
      where table_schema in ('public', 'history', 'past') and table_name in (select viewname from pg_views where schemaname = 'past')
        and column_name not in ('valid', 'ended_by', 'deleted') group by 1, 2`.execute(database());
    for (const { table, columns } of rows.filter((row) => row.schema === 'public')) {
      for (const schema of ['history', 'past']) {
        expect(rows.find((row) => row.table === table && row.schema === schema)?.columns, `${schema}.${table}`).toEqual(
          columns,
        );
      }
    }
  });

  it('refuses a write outside a command, on every table', async () => {
    const { rows } = await sql<{
      table: string;
    }>`select viewname as table from pg_views where schemaname = 'past'`.execute(database());
    for (const { table } of rows) {
      await expect(
        sql`insert into ${sql.table(`public.${table}`)} (id) values ('x')`.execute(database()),
        table,
      ).rejects.toThrow(/outside a command/);
    }
  });

  it('shows the record as it stood at each instant, and now', async () => {
    const first = await instant(rename(database(), 'p1', 'Ada'));
    const second = await instant(rename(database(), 'p1', 'Bea', 'she asked us to'));
    expect(await readAt(database(), asAt(first), people)).toEqual(['Ada']);
    expect(await readAt(database(), asAt(second), people)).toEqual(['Bea']);
    expect(await readAt(database(), asAt('2000-01-01T00:00:00Z'), people)).toEqual([]);
    expect(await people(database())).toEqual(['Bea']);
  });

  it('says what changed between two instants, who did it and why', async () => {
    const first = await instant(rename(database(), 'p2', 'Cleo'));
    await instant(rename(database(), 'p2', 'Cora'));
    await instant(rename(database(), 'p2', 'Dora', 'a slip'));
    const changes = await changesBetween(database(), 'person', { after: first, until: null });
    expect(changes).toMatchObject([
      {
        id: 'p2',
        column: 'name',
        before: 'Cleo',
        after: 'Dora',
        by: { actor: 'Code clerk', command: 'person.rename', reason: 'a slip' },
      },
    ]);
    expect(
      await stepsIn(database(), 'person', { after: first, until: null }, { column: 'id', values: ['p2'] }),
    ).toHaveLength(2);
  });

  it('leaves no trace of a write that changes nothing', async () => {
    const first = await instant(rename(database(), 'p3', 'Eve'));
    await instant(rename(database(), 'p3', 'Eve'));
    expect(await stepsIn(database(), 'person', { after: first, until: null })).toEqual([]);
    const { rows } = await sql<{ version: number }>`select version from person where id = 'p3'`.execute(database());
    expect(rows).toEqual([{ version: 1 }]);
  });

  it('remembers what was removed', async () => {
    const first = await instant(rename(database(), 'p4', 'Fay'));
    await runCommand(database(), { actor: clerk, command: 'person.remove' }, async ({ database: transaction }) => {
      await sql`delete from person where id = 'p4'`.execute(transaction);
      return ok(null);
    });
    expect(await people(database())).not.toContain('Fay');
    expect(await readAt(database(), asAt(first), people)).toContain('Fay');
    expect(await stepsIn(database(), 'person', { after: first, until: null })).toMatchObject([
      { id: 'p4', after: null },
    ]);
  });

  it('keeps nothing of a command that answers with a problem', async () => {
    const entries = () =>
      sql<{ n: number }>`select count(*) as n from entry`.execute(database()).then((result) => result.rows[0]?.n);
    const before = await entries();
    const result = await runCommand(
      database(),
      { actor: clerk, command: 'person.add' },
      async ({ database: transaction }) => {
        await sql`insert into person (id, name, roles) values ('p5', 'Gil', '[]')`.execute(transaction);
        return failed(problem('invalid-value', 'No.'));
      },
    );
    expect(result.kind).toBe('failed');
    expect(await people(database())).not.toContain('Gil');
    expect(await entries()).toBe(before);
  });

  it('gives entries one order, also when twenty commands come at once', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, n) => rename(database(), `q${n}`, `Name ${n}`)));
    const { rows } = await sql<{ wrong: number }>`
      select count(*) as wrong from entry a join entry b on b.id > a.id and b.at <= a.at`.execute(database());
    expect(rows).toEqual([{ wrong: 0 }]);
  });

  it('never lets the ledger or history be rewritten by a statement on them', async () => {
    await expect(sql`update entry set actor_name = 'somebody else'`.execute(database())).rejects.toThrow(
      /only ever added to/,
    );
    await expect(sql`delete from entry`.execute(database())).rejects.toThrow(/only ever added to/);
    await expect(sql`truncate person`.execute(database())).rejects.toThrow();
  });
});

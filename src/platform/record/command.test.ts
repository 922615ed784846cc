import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { ok } from '../../values/result.ts';
import { onEachEngine } from '../database/testing/engines.ts';
import type { Database, Instant } from '../database/tables.ts';
import type { Actor } from '../policy/policy.ts';
import { runCommand } from './command.ts';

const clerk: Actor = { id: 'person_clerk', name: 'Code clerk', roles: ['secretariat'] };

const at = async (database: Database, instant?: Instant): Promise<Instant> => {
  const done = await runCommand(
    database,
    { actor: clerk, command: 'test', requestId: 'request-1', ...(instant === undefined ? {} : { at: instant }) },
    (context) => Promise.resolve(ok(context.at)),
  );
  if (done.kind === 'failed') throw new Error(done.failure.detail);
  return done.value;
};

const entries = async (database: Database): Promise<number> =>
  (await sql<{ n: number }>`select count(*) as n from entry`.execute(database)).rows[0]?.n ?? 0;

onEachEngine('The instant of a command', (database) => {
  it('may be told for the past, and follows by a microsecond where one of that instant is there', async () => {
    expect(await at(database(), '2022-11-23T10:00:00Z')).toBe('2022-11-23T10:00:00Z');
    expect(await at(database(), '2022-11-23T10:00:00Z')).toBe('2022-11-23T10:00:00.000001Z');
    expect(await at(database(), '2022-11-23T10:00:00Z')).toBe('2022-11-23T10:00:00.000002Z');
    expect(await at(database(), '2022-12-21T10:00:00Z')).toBe('2022-12-21T10:00:00Z');
  });

  it('may not lie before the ledger’s latest entry, whose past would change', async () => {
    const before = await entries(database());
    await expect(at(database(), '2022-12-01T10:00:00Z')).rejects.toThrow(/already reaches beyond/);
    expect(await entries(database())).toBe(before);
  });

  it('may not lie in the future, but may be the second that has just begun', async () => {
    const before = await entries(database());
    await expect(at(database(), '2999-01-01T00:00:00Z')).rejects.toThrow(/future/);
    await expect(at(database(), new Date(Date.now() + 5_000).toISOString())).rejects.toThrow(/future/);
    expect(await entries(database())).toBe(before);
    const justBegun = `${new Date().toISOString().slice(0, 19)}Z`;
    expect(await at(database(), justBegun)).toBe(justBegun);
  });

  it('is now where none is told, with who did it and in which request', async () => {
    const before = Date.now();
    const instant = await at(database());
    expect(Date.parse(instant)).toBeGreaterThan(before - 2_000);
    expect(Date.parse(instant)).toBeLessThan(Date.now() + 2_000);
    const { rows } =
      await sql`select actor_id, actor_name, command, request_id from entry where at = ${instant}`.execute(database());
    expect(rows).toEqual([
      { actor_id: 'person_clerk', actor_name: 'Code clerk', command: 'test', request_id: 'request-1' },
    ]);
  });

  it('rolls everything back when the work throws, and leaves the database usable', async () => {
    const before = await entries(database());
    const broken = runCommand(database(), { actor: clerk, command: 'test' }, async ({ database: inside }) => {
      await sql`insert into person (id, name, roles) values ('p9', 'Hal', '[]')`.execute(inside);
      throw new Error('a bug');
    });
    await expect(broken).rejects.toThrow('a bug');
    expect(await entries(database())).toBe(before);
    const { rows } = await sql`select id from person where id = 'p9'`.execute(database());
    expect(rows).toEqual([]);
    await at(database());
  });

  it('does not leak from one command into a write after it', async () => {
    await at(database());
    await expect(
      sql`insert into person (id, name, roles) values ('p10', 'Ivy', '[]')`.execute(database()),
    ).rejects.toThrow(/outside a command/);
  });
});

/** As at and changes between, as properties: whatever is done to records, the past reads as it was. */
import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { ok } from '../../values/result.ts';
import { onEachEngine } from '../database/testing/engines.ts';
import type { Database, DatabaseTransaction, Instant } from '../database/tables.ts';
import type { Actor } from '../policy/policy.ts';
import { changesBetween, stepsIn, type RowValues } from './changes.ts';
import { runCommand } from './command.ts';
import { asAt, readAt } from './moment.ts';

const clerk: Actor = { id: 'person_clerk', name: 'Code clerk', roles: ['secretariat'] };

/** What may happen to one of a few records; a command does several of these. */
type Deed =
  | { readonly does: 'put'; readonly id: string; readonly values: Values }
  | { readonly does: 'remove'; readonly id: string };
interface Values {
  readonly title: string;
  readonly day: string | null;
  readonly data: unknown;
  readonly amount: number | null;
  readonly flag: boolean;
}

const id = fc.constantFrom('a', 'b', 'c');
const values: fc.Arbitrary<Values> = fc.record({
  title: fc.constantFrom('', 'Raised', 'It’s “raised”', 'null'),
  day: fc.constantFrom(null, '2022-11-23', '2024-02-29'),
  data: fc.constantFrom(null, [], { raw: 'TBC' }, { raw: 'M8', doubtful: true }, ['x', null]),
  amount: fc.constantFrom(null, 0, -1.5, 12_000_000),
  flag: fc.boolean(),
});
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ does: fc.constant('put' as const), id, values }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('remove' as const), id }) },
);
const commands = fc.array(fc.array(deed, { maxLength: 4 }), { minLength: 1, maxLength: 7 });

async function perform(transaction: DatabaseTransaction, run: string, one: Deed): Promise<void> {
  const key = `${run}${one.id}`;
  if (one.does === 'remove') await sql`delete from specimen where id = ${key}`.execute(transaction);
  else {
    const { title, day, data, amount, flag } = one.values;
    await sql`insert into specimen (id, title, day, data, amount, flag)
      values (${key}, ${title}, ${day}, ${JSON.stringify(data)}, ${amount}, ${flag})
      on conflict (id) do update set title = excluded.title, day = excluded.day, data = excluded.data,
        amount = excluded.amount, flag = excluded.flag`.execute(transaction);
  }
}

const put = (state: ReadonlyMap<string, Values>, one: Deed): ReadonlyMap<string, Values> => {
  const next = new Map(state);
  if (one.does === 'remove') next.delete(one.id);
  else next.set(one.id, one.values);
  return next;
};

/** A state as JSON says it, in the order of ids: `[["a", {…}]]`. */
const told = (state: ReadonlyMap<string, unknown>): unknown =>
  JSON.parse(JSON.stringify([...state].sort(([a], [b]) => (a < b ? -1 : 1))));

const read =
  (run: string) =>
  async (database: Database): Promise<unknown> => {
    const { rows } = await sql<{ id: string; values: unknown }>`
      select id, jsonb_build_object('title', title, 'day', day, 'data', data, 'amount', amount, 'flag', flag) as values
      from specimen where id like ${`${run}%`}`.execute(database);
    return told(new Map(rows.map((row) => [row.id.slice(run.length), row.values])));
  };

let runs = 0;

onEachEngine('The past', (database) => {
  beforeAll(async () => {
    await sql
      .raw(
        `create table specimen (id text primary key, title text not null, day date, data jsonb not null, flag boolean not null);
         select public.remember('specimen');
         alter table specimen add column amount numeric;
         select public.remember('specimen');`,
      )
      .execute(database());
  });

  it('reads as it was at every instant, and the changes between any two lead from one to the other', async () => {
    await fc.assert(
      fc.asyncProperty(commands, async (history) => {
        const run = `run${String(runs++)}-`;
        let state: ReadonlyMap<string, Values> = new Map();
        const moments: { at: Instant | null; state: ReadonlyMap<string, Values> }[] = [];
        for (const deeds of history) {
          const done = await runCommand(database(), { actor: clerk, command: 'test' }, async (context) => {
            if (moments.length === 0)
              moments.push({ at: (await entryBefore(context.database, context.entry)).at, state });
            for (const one of deeds) await perform(context.database, run, one);
            return ok(context.at);
          });
          if (done.kind === 'failed') throw new Error(done.failure.detail);
          state = deeds.reduce(put, state);
          moments.push({ at: done.value, state });
        }

        for (const moment of moments) {
          if (moment.at === null) continue;
          expect(await readAt(database(), asAt(moment.at), read(run))).toEqual(told(moment.state));
        }
        expect(await read(run)(database())).toEqual(told(state));

        for (const [n, from] of moments.entries()) {
          const until = moments[moments.length - 1 - (n % 2)];
          if (until === undefined || moments.indexOf(until) < n) continue;
          const period = { after: from.at, until: until.at };
          await expectChanges(database(), run, period, from.state, until.state);
        }
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it('tells the removal of a record that the same command had changed first', async () => {
    const added = await runCommand(database(), { actor: clerk, command: 'test' }, async ({ database: inside, at }) => {
      await perform(inside, '', { does: 'put', id: 'gone', values: plain });
      return ok(at);
    });
    if (added.kind === 'failed') throw new Error(added.failure.detail);
    await runCommand(database(), { actor: clerk, command: 'test.remove' }, async ({ database: inside }) => {
      await perform(inside, '', { does: 'put', id: 'gone', values: { ...plain, title: 'Renamed' } });
      await perform(inside, '', { does: 'remove', id: 'gone' });
      return ok(null);
    });
    const steps = await stepsIn(database(), 'specimen', { after: added.value, until: null });
    expect(steps.filter((step) => step.id === 'gone')).toMatchObject([
      { before: { title: 'Raised' }, after: null, by: { command: 'test.remove' } },
    ]);
  });
});

const plain: Values = { title: 'Raised', day: null, data: null, amount: null, flag: false };

async function entryBefore(database: Database, entry: number): Promise<{ at: Instant | null }> {
  const { rows } = await sql<{ at: Instant | null }>`select max(at) as at from entry where id < ${entry}`.execute(
    database,
  );
  return rows[0] ?? { at: null };
}

async function expectChanges(
  database: Database,
  run: string,
  period: { after: Instant | null; until: Instant | null },
  before: ReadonlyMap<string, Values>,
  after: ReadonlyMap<string, Values>,
): Promise<void> {
  const mine = <Row extends { id: string }>(rows: Row[]) => rows.filter((row) => row.id.startsWith(run));
  const withoutId = ({ id: _id, ...row }: RowValues) => row;

  // Step by step: each starts where the last one ended.
  const replayed = new Map<string, unknown>(JSON.parse(JSON.stringify([...before])) as [string, unknown][]);
  for (const step of mine(await stepsIn(database, 'specimen', period))) {
    const key = step.id.slice(run.length);
    expect(step.before === null ? undefined : withoutId(step.before)).toEqual(replayed.get(key));
    if (step.after === null) replayed.delete(key);
    else replayed.set(key, withoutId(step.after));
  }
  expect(told(replayed)).toEqual(told(after));

  // Field by field: exactly the fields that differ, with what they were and are.
  const expected = [...new Set([...before.keys(), ...after.keys()])].flatMap((key) =>
    (['title', 'day', 'data', 'amount', 'flag'] as const).flatMap((column) => {
      const change = { id: run + key, column, before: before.get(key)?.[column] ?? null, after: after.get(key)?.[column] ?? null }; // prettier-ignore
      return JSON.stringify(change.before) === JSON.stringify(change.after) ? [] : [change];
    }),
  );
  const sorted = (changes: { id: string; column: string }[]) =>
    changes.map((change) => JSON.parse(JSON.stringify(change)) as unknown).sort(byText);
  const changes = mine(await changesBetween(database, 'specimen', period)).map((change) => ({
    id: change.id,
    column: change.column,
    before: change.before,
    after: change.after,
  }));
  expect(sorted(changes)).toEqual(sorted(expected));
}

const byText = (a: unknown, b: unknown): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

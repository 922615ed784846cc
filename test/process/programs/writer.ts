/**
 * Writes commands into the data directory named first, until it is killed or has written as many as named second.
 * Prints what it found (`found {…}`), then `ack N` after each command, N being its entry in the ledger: from then on the
 * command must survive anything.
 */
import fs from 'node:fs';
import { sql } from 'kysely';
import { openEmbeddedDatabase } from '../../../src/platform/database/open-database.ts';
import type { Database } from '../../../src/platform/database/tables.ts';
import { runCommand } from '../../../src/platform/record/command.ts';
import { ok } from '../../../src/values/result.ts';

/** What a writer finds when it opens the directory. */
export interface Found {
  /** Entries of the ledger. */
  readonly entries: readonly number[];
  /** Entries without the row they added, rows without their entry: both must be empty. */
  readonly torn: readonly string[];
  /** The count that every command raises by one, and how many former values history holds. */
  readonly count: number;
  readonly former: number;
  /** Former values whose range does not begin where the one before ended. */
  readonly gaps: number;
}

// Written at once and unbuffered, as an answer on a socket would be.
const say = (words: string): void => void fs.writeSync(1, `${words}\n`);

async function look(database: Database): Promise<Found> {
  const { rows: entries } = await sql<{ id: number }>`select id from entry order by id`.execute(database);
  const { rows: torn } = await sql<{ what: string }>`
    select 'entry ' || id as what from entry e where not exists (select 1 from person p where p.id = 'n' || e.id and p.entry = e.id)
    union all
    select 'row ' || id from person p where id <> 'counter' and not exists (select 1 from entry e where p.id = 'n' || e.id)`.execute(
    database,
  );
  const { rows: counted } = await sql<{ count: number; former: number; gaps: number }>`
    select coalesce((select organisation::int from person where id = 'counter'), 0) as count,
      (select count(*) from history.person where id = 'counter') as former,
      (select count(*) from (select lower(valid) as begins, lag(upper(valid)) over (order by valid) as ended
        from history.person where id = 'counter') v where begins <> ended) as gaps`.execute(database);
  const counts = counted[0] ?? { count: -1, former: -1, gaps: -1 };
  return { entries: entries.map((row) => row.id), torn: torn.map((row) => row.what), ...counts };
}

async function write(database: Database): Promise<number> {
  const reason = 'because '.repeat(Math.floor(Math.random() * 400)); // from one page of the log to several
  const done = await runCommand(
    database,
    { actor: { id: 'writer', name: 'Writer', roles: ['secretariat'] }, command: 'test.write', reason },
    async ({ database: inside, entry }) => {
      await sql`insert into person (id, name, roles) values (${`n${String(entry)}`}, ${reason}, '[]')`.execute(inside);
      await sql`insert into person (id, name, roles, organisation) values ('counter', 'Counter', '[]', '1')
        on conflict (id) do update set organisation = (person.organisation::int + 1)::text`.execute(inside);
      return ok(entry);
    },
  );
  if (done.kind === 'failed') throw new Error(done.failure.detail);
  return done.value;
}

const [directory = '', limit = 'Infinity', durable = 'durable'] = process.argv.slice(2);
say('opening');
const opened = await openEmbeddedDatabase(directory, { durable: durable === 'durable' });
if (opened.kind === 'failed') {
  say(`refused ${opened.failure.message}`);
  process.exitCode = 2;
} else {
  say(`found ${JSON.stringify(await look(opened.value.database))}`);
  for (let written = 0; written < Number(limit); written++) {
    const entry = await write(opened.value.database);
    say(`ack ${String(entry)}`);
  }
  await opened.value.close();
  say('closed');
}

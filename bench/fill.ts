/**
 * Ten thousand modifications, and a past as long as one likes, made by SQL: through the commands it would take an hour.
 * The present is written inside one command, as everything is; the past goes straight into the history tables, which
 * no trigger keeps from a bench.
 */
import { sql } from 'kysely';
import { loadDefaultProfiles } from '../src/codes/commands.ts';
import type { Database } from '../src/platform/database/tables.ts';
import { ROLE_PEOPLE } from '../src/platform/people/role-people.ts';
import { recordPerson, recordProgramme } from '../src/platform/people/store.ts';
import { runCommand } from '../src/platform/record/command.ts';
import { ok } from '../src/values/result.ts';

export const MODIFICATIONS = 10_000;

/** Former states of each modification, of each of its two dates, and of its latest update: a million rows in all. */
const VERSIONS = { modification: 50, date: 20, update: 10 } as const;
export const HISTORY_ROWS = MODIFICATIONS * (VERSIONS.modification + 2 * VERSIONS.date + VERSIONS.update);

/** The past covers a year; every record changes at instants of its own, the last of them the instant of the fill. */
const START_INSTANT = '2023-12-31T00:00:00Z';
const FIRST_INSTANT = '2024-01-01T00:00:00Z';
const LAST_INSTANT = '2024-12-31T00:00:00Z';
/** Half-way: every record has one former state then, and none its present one. */
export const MIDDLE_INSTANT = '2024-07-01T12:00:00Z';

const ACTOR = { id: 'bench', name: 'Bench', roles: ['secretariat'] } as const;

/** Readies an empty database as a new record is readied, only before the year of the made-up past. */
async function startRecord(database: Database): Promise<void> {
  const started = await runCommand(
    database,
    { actor: ACTOR, command: 'programme.start', at: START_INSTANT },
    async (context) => {
      await recordProgramme(context.database, {
        name: 'Bench programme',
        shortName: 'Bench',
        sample: false,
        standingDate: null,
      });
      for (const person of ROLE_PEOPLE) await recordPerson(context.database, person);
      return loadDefaultProfiles(context);
    },
  );
  if (started.kind === 'failed') throw new Error(started.failure.detail);
}

/** Fills an empty database with modifications spread over the code bodies. A little under half of them are in flight. */
export async function fillPresent(database: Database): Promise<void> {
  await startRecord(database);
  // Entries that the made-up past can name, one a day, before the one that writes the present.
  await sql`insert into public.entry (at, actor_id, actor_name, command)
    select ${FIRST_INSTANT}::timestamptz + n * interval '1 day', 'bench', 'Bench', 'bench.fill'
    from generate_series(0, 364) n`.execute(database);
  const filled = await runCommand(
    database,
    { actor: ACTOR, command: 'bench.fill', at: LAST_INSTANT },
    async ({ database: transaction, at }) => {
      await sql`
        with bodies as (select id, short_name, row_number() over (order by position) - 1 as place, count(*) over () as bodies
          from code_body)
        insert into modification (id, body_id, scheme, number, suffix, reference, reference_key, kind, title, summary,
          stage_raw, stage, stage_order, in_flight, impact_value, impact_raw, moved_at, decision_earliest, decision_latest,
          implementation_earliest, implementation_latest)
        select 'modification_bench' || lpad(n::text, 6, '0'), b.id, 'B', n, '', 'B' || lpad(n::text, 5, '0'),
          b.short_name || '/B/' || lpad(n::text, 8, '0') || '/', 'modification', 'Change number ' || n || ' to the settlement of meters',
          'What the change does, in a sentence of about the length that such a summary has in a register: ' || n || '.',
          'Consultation', case when n % 9 < 4 then 'consultation' else 'in-force' end, (n % 9)::smallint, n % 9 < 4,
          case n % 3 when 0 then 'direct' when 1 then 'none' else 'unknown' end, 'Yes', ${at}::timestamptz,
          date '2025-01-01' + n % 400, date '2025-01-01' + n % 400, date '2025-03-01' + n % 500, date '2025-03-01' + n % 500
        from generate_series(1, ${MODIFICATIONS}) n join bodies b on b.place = n % b.bodies`.execute(transaction);
      await sql`
        insert into modification_date (id, modification_id, type, date, earliest, latest)
        select 'modification_date_bench' || k || lpad(n::text, 6, '0'), 'modification_bench' || lpad(n::text, 6, '0'),
          case k when 0 then 'authority' else 'implementation' end,
          jsonb_build_object('precision', 'day', 'earliest', (date '2025-01-01' + n % 400)::text,
            'latest', (date '2025-01-01' + n % 400)::text, 'doubtful', false, 'milestone', null, 'raw', '1/1/25'),
          date '2025-01-01' + n % 400, date '2025-01-01' + n % 400
        from generate_series(1, ${MODIFICATIONS}) n cross join generate_series(0, 1) k`.execute(transaction);
      await sql`
        insert into modification_update (id, modification_id, date, earliest, words, kind)
        select 'modification_update_bench' || lpad(n::text, 6, '0'), 'modification_bench' || lpad(n::text, 6, '0'),
          jsonb_build_object('precision', 'day', 'earliest', '2024-12-01', 'latest', '2024-12-01', 'doubtful', false,
            'milestone', null, 'raw', '1/12/24'),
          date '2024-12-01', 'The working group met and went through the responses to the consultation.', 'change'
        from generate_series(1, ${MODIFICATIONS}) n`.execute(transaction);
      return ok(null);
    },
  );
  if (filled.kind === 'failed') throw new Error(filled.failure.detail);
  await sql`analyze`.execute(database);
}

/**
 * Gives every row of a table so many former states, one after the other without a gap, up to the instant at which the
 * present began. Indexes are made anew after the rows, which takes a third of the time.
 */
async function fillPast(database: Database, table: string, versions: number): Promise<void> {
  const history = sql.table(`history.${table}`);
  const { rows: indexes } = await sql<{ name: string; definition: string }>`
    select indexname as name, indexdef as definition from pg_indexes
    where schemaname = 'history' and tablename = ${table}`.execute(database);
  for (const { name } of indexes) await sql`drop index ${sql.table(`history.${name}`)}`.execute(database);
  const { rows: columns } = await sql<{ name: string }>`
    select column_name as name from information_schema.columns
    where table_schema = 'public' and table_name = ${table} and column_name not in ('entry', 'recorded_at', 'version')
    order by ordinal_position`.execute(database);
  const names = sql.join(columns.map(({ name }) => sql.ref(name)));
  const values = sql.join(columns.map(({ name }) => sql.ref(`t.${name}`)));
  // Each record's changes are shifted by an amount of its own, as people's are, within one step.
  await sql`
    insert into ${history} (valid, ended_by, deleted, ${names}, entry, recorded_at, version)
    select tstzrange(s.began, s.ended), s.entry, false, ${values}, s.entry, s.began, s.version
    from (
      select t.id, v as version, 2 + (v * 364 / ${versions}) as entry,
        case when v = 0 then ${FIRST_INSTANT}::timestamptz
          else ${FIRST_INSTANT}::timestamptz + (v - r.shift) * step end as began,
        case when v = ${versions} - 1 then t.recorded_at
          else ${FIRST_INSTANT}::timestamptz + (v + 1 - r.shift) * step end as ended
      from public.${sql.ref(table)} t
      cross join lateral (select (hashtext(t.id) & 1023) / 1024.0 as shift) r
      cross join (select (${LAST_INSTANT}::timestamptz - ${FIRST_INSTANT}::timestamptz) / ${versions}::float as step) q
      cross join generate_series(0, ${versions} - 1) v
    ) s join public.${sql.ref(table)} t on t.id = s.id
    order by s.ended`.execute(database);
  for (const { definition } of indexes) await sql.raw(definition).execute(database);
  await sql`analyze ${history}`.execute(database);
}

/** A million rows of history behind the present that `fillPresent` made. */
export async function fillHistory(database: Database): Promise<void> {
  await fillPast(database, 'modification', VERSIONS.modification);
  await fillPast(database, 'modification_date', VERSIONS.date);
  await fillPast(database, 'modification_update', VERSIONS.update);
}

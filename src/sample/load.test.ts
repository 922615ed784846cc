import { todayAt } from '../platform/people/today.ts';
import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { findModificationByReference, horizonLog, registerPage } from '../changes/queries.ts';
import { NO_FILTER } from '../changes/store/list.ts';
import { isOutstanding } from '../meetings/model/action.ts';
import { findMeetingByReference, instantOf } from '../meetings/queries/time.ts';
import { plan } from '../plan/queries/milestones.ts';
import { onEachEngine, openTestDatabase } from '../platform/database/testing/engines.ts';
import type { Database, Instant } from '../platform/database/tables.ts';
import { programme } from '../platform/people/store.ts';
import { asAt, NOW, readAt, type Moment } from '../platform/record/moment.ts';
import { loadSampleProgramme } from './load.ts';
import { reference } from './words.ts';

const endOf = async (database: Database, meeting: string): Promise<Instant> => {
  const found = await findMeetingByReference(database, meeting);
  if (found === null) throw new Error(`no ${meeting}`);
  return instantOf(found);
};

const outstanding = (database: Database, moment: Moment): Promise<string[]> =>
  readAt(database, moment, async (past) =>
    (await past.selectFrom('action').select(['reference', 'state']).orderBy('sort_key').execute())
      .filter((action) => isOutstanding(action.state))
      .map((action) => action.reference),
  );

const stageOf = (database: Database, moment: Moment, body: string, name: string): Promise<string | null> =>
  readAt(database, moment, async (past) => {
    const found = await findModificationByReference(past, reference(body, name));
    return found === null ? null : `${found.reference} ${found.stageRaw}`;
  });

/** Dates of what has happened, by table: none may lie after the day on which it was recorded. */
const HAPPENED: readonly (readonly [table: string, column: string, where?: string])[] = [
  ['modification_update', 'earliest'],
  ['modification_decision', 'date'],
  ['modification_date', 'earliest', "type = 'raised'"],
  ['horizon_return', 'received'],
  ['action', 'raised_on'],
  ['action_update', 'date'],
  ['decision', 'decided_on'],
  ['decision_escalation', 'decided_on'],
  ['group_update', 'occurred_on'],
  ['meeting', 'date', "state in ('held', 'minuted', 'ratified')"],
  ['milestone', 'actual_earliest'],
  ['change_request', 'raised_on'],
  ['change_request', 'assessment_to'],
  ['change_request', 'decided_on'],
];

/** The whole record as text, with every id replaced by its kind: what two loads must have in common. */
async function everything(database: Database): Promise<string> {
  const tables = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'history' order by tablename collate "C"`.execute(
    database,
  );
  const parts: string[] = [];
  for (const { name } of tables.rows) {
    const { rows } = await sql<{ row: string }>`
      select to_jsonb(t)::text as row from public.${sql.ref(name)} t order by entry, id collate "C"`.execute(database);
    parts.push(name, ...rows.map(({ row }) => row.replace(/\b([a-z_-]+)_[0-9a-hjkmnp-tv-z]{26}\b/g, '<$1>')));
  }
  return parts.join('\n');
}

onEachEngine('the sample programme', (database) => {
  beforeAll(() => loadSampleProgramme(database()), 120_000);

  it('says that it is a sample, and where it stands still', async () => {
    expect(await programme(database())).toEqual({
      name: 'Market-wide Half-Hourly Settlement (sample)',
      shortName: 'MHHS',
      sample: true,
      standingDate: '2022-11-23',
    });
    expect(await todayAt(database(), NOW)).toBe('2022-11-23');
  });

  it('holds twelve meetings of the group, eleven of them past, and an extraordinary one', async () => {
    const { rows } = await sql<{ number: string; state: string; extraordinary: boolean }>`
      select m.number, m.state, m.extraordinary from meeting m join governance_group g on g.id = m.group_id
      where g.short_name = 'CCAG' and m.number is not null order by m.date`.execute(database());
    const regular = rows.filter((meeting) => !meeting.extraordinary);
    expect(regular.map((meeting) => meeting.number)).toEqual(Array.from({ length: 12 }, (_, n) => String(n + 1)));
    expect(regular.map((meeting) => meeting.state)).toEqual([
      ...Array.from({ length: 10 }, () => 'ratified'),
      'minuted',
      'papers-issued',
    ]);
    expect(rows.filter((meeting) => meeting.extraordinary)).toHaveLength(1);
  });

  it('reads differently as at July, as at October, and now', async () => {
    const july = asAt(await endOf(database(), 'CCAG-8'));
    const october = asAt(await endOf(database(), 'CCAG-11'));
    expect(await outstanding(database(), july)).toEqual(['CCAG07-01', 'CCAG08-01', 'CCAG08-06', 'CCAG08-08']);
    expect(await outstanding(database(), october)).toEqual(await outstanding(database(), NOW));
    expect(await outstanding(database(), NOW)).toHaveLength(10);
    const moments = [july, october, NOW];
    const stages = (body: string, name: string) =>
      Promise.all(moments.map((moment) => stageOf(database(), moment, body, name)));
    expect(await stages('REC', 'R0032')).toEqual(['R0032 Impact Assessment', 'R0032 Consultation', 'R0032 Approved']);
    expect(await stages('REC', 'R0064')).toEqual([null, 'R0064 On Hold', 'R0064 REC Initial Assessment']);
    expect(await stages('REC', 'I0064')).toEqual(['I0064 REC Issue', 'R0064 On Hold', 'R0064 REC Initial Assessment']);
    expect(await stages('DCUSA', 'DCP414')).toEqual([null, 'DCP414 Initial Assessment', 'DCP414 Definition']);
    const targets = await Promise.all(
      moments.map((moment) =>
        readAt(database(), moment, async (past) =>
          (await plan(past, '2022-11-23'))
            .filter((milestone) => ['M5', 'M8'].includes(milestone.reference ?? ''))
            .map((milestone) => [milestone.target?.earliest, milestone.actual?.earliest ?? null]),
        ),
      ),
    );
    expect(targets).toEqual([
      [
        ['2022-04-29', null],
        ['2023-12-31', null],
      ],
      [
        ['2022-10-31', null],
        ['2024-06-30', null],
      ],
      [
        ['2022-10-31', '2022-10-31'],
        ['2024-06-30', null],
      ],
    ]);
  });

  it('counts what moved since the last meeting, and names the silent body', async () => {
    const since = await endOf(database(), 'CCAG-11');
    const page = await registerPage(
      database(),
      NO_FILTER,
      { sort: 'reference', descending: false },
      { limit: 100, after: null },
      since,
    );
    const moved = await database()
      .selectFrom('modification')
      .select('reference')
      .where('moved_at', '>', since)
      .orderBy('reference_key')
      .execute();
    expect(moved.map((one) => one.reference)).toEqual([
      'DCP414',
      'R0032',
      'R0044',
      'R0047',
      'R0064',
      'R0075',
      'R0080',
      'R0081',
      'MP162',
    ]);
    expect(page.sentence).toContain('9');
    expect(page.total).toBe(22);
    expect(page.items.filter((item) => item.stage === null)).toEqual([]);
    const log = await horizonLog(database(), 'CCAG-12');
    expect(log.silent).toEqual(['BSC']);
    expect(log.bodies.filter((body) => body.stale).map((body) => body.body)).toContain('REC');
    expect((await horizonLog(database(), 'CCAG-11')).silent).toEqual([]);
  });

  it('keeps an approval that was revoked and given again, on two texts', async () => {
    const { rows } = await sql<{ outcome: string; text_hash: string | null }>`
      select d.outcome, d.text_hash from modification_decision d join modification m on m.id = d.modification_id
      where m.reference = 'R0041' and d.capacity = 'decide' order by d.position`.execute(database());
    expect(rows.map((row) => row.outcome)).toEqual(['approved', 'revoked', 're-approved']);
    expect(new Set(rows.map((row) => row.text_hash)).size).toBe(3);
    expect(await stageOf(database(), asAt('2022-06-20T12:00:00Z'), 'REC', 'R0041')).toBe('R0041 Approval revoked');
  });

  it('shows forecasts that nobody examined, and some that somebody did', async () => {
    const kinds = new Map((await plan(database(), '2022-11-23')).map((one) => [one.title, one.standing.kind]));
    expect(kinds.get('Physical design baselined')).toBe('done');
    expect(kinds.get('Code changes delivered')).toBe('unexamined');
    expect(kinds.get('Smart Meters Act powers enabled')).toBe('green');
    expect(kinds.get('System integration testing starts')).toBe('amber');
  });

  it('dates nothing after the day on which it was recorded, now or in its history', async () => {
    for (const [table, column, where] of HAPPENED) {
      const { rows } = await sql<{ n: number }>`
        select count(*)::int as n from (
          select id, ${sql.ref(column)} as day, recorded_at from public.${sql.ref(table)} where ${sql.raw(where ?? 'true')}
          union all
          select id, ${sql.ref(column)}, recorded_at from history.${sql.ref(table)} where ${sql.raw(where ?? 'true')}
        ) one where day > (recorded_at at time zone 'Europe/London')::date`.execute(database());
      expect([table, column, rows[0]?.n]).toEqual([table, column, 0]);
    }
  });

  it('ends on 22 November 2022, its entries in order', async () => {
    const { rows } = await sql<{ last: string; backwards: number }>`
      select to_char(max(at), 'YYYY-MM-DD') as last, count(*) filter (where at <= before)::int as backwards
      from (select at, lag(at) over (order by id) as before from entry) one`.execute(database());
    expect(rows[0]).toEqual({ last: '2022-11-22', backwards: 0 });
  });

  it('is the same record every time it is loaded, on either engine', async () => {
    const opened = await openTestDatabase('embedded');
    try {
      await loadSampleProgramme(opened.database);
      const again = await everything(opened.database);
      expect(again).toContain('CCAG08-06');
      expect(again).toBe(await everything(database()));
    } finally {
      await opened.close();
    }
  }, 120_000);
});

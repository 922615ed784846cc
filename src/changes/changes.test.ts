import { beforeAll, describe, expect, it } from 'vitest';
import { loadDefaultProfiles } from '../codes/commands.ts';
import { onEachEngine } from '../platform/database/testing/engines.ts';
import type { Database } from '../platform/database/tables.ts';
import type { Problem } from '../platform/errors/problem.ts';
import type { Actor } from '../platform/policy/policy.ts';
import { stepsIn } from '../platform/record/changes.ts';
import { runCommand, type CommandContext } from '../platform/record/command.ts';
import { changesOf, historyOf } from '../platform/record/description.ts';
import { asAt, readAt } from '../platform/record/moment.ts';
import { readPartialDate } from '../values/partial-date.ts';
import type { Reference } from '../values/reference.ts';
import type { Result } from '../values/result.ts';
import {
  addPart,
  editModification,
  recordDecision,
  recordHorizonReturn,
  recordModification,
  removeModification,
  strikeDecision,
  type DecisionInput,
  type ModificationInput,
} from './commands.ts';
import { MODIFICATION } from './descriptions.ts';
import {
  findModification,
  findModificationByReference,
  horizonLog,
  inFlightTimeline,
  modificationDetail,
  registerPage,
  resolveReference,
} from './queries.ts';
import { NO_FILTER, SORTS } from './store/list.ts';

const secretariat: Actor = { id: 'person_secretariat', name: 'Secretariat', roles: ['secretariat'] };

const rec = (number: number, scheme = 'R'): Reference => ({ body: 'REC', scheme, number, suffix: '' });

/** The value, or the problem's sentence as an error. */
function value<Value>(result: Result<Value, Problem>): Value {
  if (result.kind === 'failed') throw new Error(result.failure.detail);
  return result.value;
}

const TABLES = [MODIFICATION.table, ...MODIFICATION.parts.map((part) => part.table), 'horizon_return', 'horizon_entry'];

onEachEngine('Changes in flight', (database) => {
  const run = <Value>(work: (context: CommandContext) => Promise<Result<Value, Problem>>) =>
    runCommand(database(), { actor: secretariat, command: 'test' }, work);
  const record = async (input: ModificationInput) => value(await run((context) => recordModification(context, input)));
  const find = async (words: string) => value(await findModification(database(), words, '2022-11-23'));
  const detail = async (words: string) => modificationDetail(database(), await find(words), '2022-11-23');
  const decide = (words: string, input: Omit<DecisionInput, 'date'> & { date?: string }) =>
    run((context) => recordDecision(context, words, { date: '2022-06-17', ...input }));
  const stepCount = async (): Promise<number> => {
    const steps = await Promise.all(TABLES.map((table) => stepsIn(database(), table, { after: null, until: null })));
    return steps.flat().length;
  };
  const now = async (on: Database): Promise<string> =>
    value(
      await runCommand(on, { actor: secretariat, command: 'clock' }, async ({ at }) => ({ kind: 'ok', value: at })),
    );

  beforeAll(async () => {
    value(await run(loadDefaultProfiles));
  });

  const full: ModificationInput = {
    reference: rec(44),
    title: 'A change to metering',
    titleRaw: 'R0044 - A change to metering',
    summary: 'What it does, in our words.',
    stageRaw: 'Awaiting Authority Determination',
    impactRaw: 'Of interest - Qualification',
    dates: [
      { type: 'raised', date: readPartialDate('7 May 21') },
      { type: 'panel', qualifier: 'Panel', date: readPartialDate('13/12/22') },
      { type: 'authority', qualifier: 'Ofgem', date: readPartialDate('TBC') },
      { type: 'implementation', date: readPartialDate('End November 22?') },
    ],
    positions: [{ stakeholder: 'Suppliers', stance: 'concerned', words: 'Cost' }],
    updates: [{ date: readPartialDate('17.11.22'), words: 'No change.', kind: 'no-change', meetingKey: 'CCAG-12' }],
    relations: [
      { relation: 'mentions', targetRaw: 'R0045' },
      { relation: 'mentions', targetRaw: 'something unread' },
    ],
    decisions: [{ who: 'Change Panel', capacity: 'recommend', outcome: 'approved', date: '2022-10-18' }],
  };

  it('are created once, mapped with the profile of their code, and found however they are spelled', async () => {
    const created = await record(full);
    expect(created.outcome).toBe('created');
    for (const spelling of ['REC-R0044', 'R0044', 'r 44', 'REC R44', created.id])
      expect((await find(spelling)).id).toBe(created.id);
    expect(await find('R44')).toMatchObject({
      reference: 'R0044',
      stage: 'with-authority',
      overlay: null,
      stageRaw: 'Awaiting Authority Determination',
      impact: 'of-interest',
      impactReasons: ['Qualification'],
      inFlight: true,
    });
  });

  it('leave no trace when recorded a second time', async () => {
    const steps = await stepCount();
    expect(await record(full)).toMatchObject({ outcome: 'unchanged', changedFields: [] });
    expect(await stepCount()).toBe(steps);
  });

  it('take what is new, and say what it was', async () => {
    const updated = await record({
      ...full,
      stageRaw: 'Approved – awaiting implementation',
      updates: [
        ...(full.updates ?? []),
        { date: readPartialDate('20/12/22'), words: 'Now approved.', kind: 'change', meetingKey: 'CCAG-13' },
      ],
    });
    expect(updated.outcome).toBe('updated');
    expect([...updated.changedFields].sort()).toEqual(['modification_update', 'stage', 'stage_raw']);
    expect((await detail('R0044')).updates.map((update) => update.words)).toEqual(['Now approved.', 'No change.']);
    expect(await record({ reference: rec(44) })).toMatchObject({ outcome: 'unchanged' });
  });

  it('that only somebody looked at have not moved', async () => {
    await record({ reference: rec(300), title: 'Looked at' });
    const before = await find('R0300');
    const looked = await record({
      reference: rec(300),
      updates: [{ date: readPartialDate('1/12/22'), words: 'No change', kind: 'no-change' }],
    });
    expect(looked).toMatchObject({ outcome: 'updated', changedFields: ['modification_update'] });
    expect((await find('R0300')).movedAt).toBe(before.movedAt);
    await record({ reference: rec(300), summary: 'Now there is one.' });
    expect((await find('R0300')).movedAt > before.movedAt).toBe(true);
  });

  it('keep words that their code’s profile does not know, without guessing', async () => {
    await record({ reference: rec(301), title: 'Odd', stageRaw: 'Sort of nearly there' });
    expect(await find('R0301')).toMatchObject({ stageRaw: 'Sort of nearly there', stage: null, overlay: null });
  });

  it('on hold keep the stage they had', async () => {
    await record({ reference: rec(302), title: 'Paused', stageRaw: 'Definition' });
    await record({ reference: rec(302), stageRaw: 'On Hold' });
    expect(await find('R0302')).toMatchObject({ stage: 'assessment', overlay: 'on-hold', stageRaw: 'On Hold' });
  });

  it('carry an issue over: one record, its number kept, its old reference still leading to it', async () => {
    const issue = await record({ reference: rec(241, 'I'), title: 'An issue' });
    const change: ModificationInput = { reference: rec(241), carriedFrom: rec(241, 'I'), stageRaw: 'Verification' };
    const carried = await record(change);
    expect(carried.id).toBe(issue.id);
    expect(await find('I0241')).toMatchObject({ reference: 'R0241', kind: 'modification', title: 'An issue' });
    expect((await detail('R0241')).formerReferences).toMatchObject([{ reference: 'I0241' }]);
    const steps = await stepCount();
    expect((await record(change)).outcome).toBe('unchanged');
    expect(await stepCount()).toBe(steps);
  });

  it('remember a former reference of which there never was a record', async () => {
    const change: ModificationInput = { reference: rec(242), title: 'Late', carriedFrom: rec(242, 'I') };
    expect((await record(change)).outcome).toBe('created');
    expect((await find('I242')).reference).toBe('R0242');
    expect((await record(change)).outcome).toBe('unchanged');
  });

  it('find what they relate to whenever it comes', async () => {
    const before = await detail('R0044');
    expect(before.relations.map((relation) => relation.target)).toEqual([null, null]);
    await record({ reference: rec(45), title: 'The other' });
    expect((await detail('R0044')).relations[0]?.target).toMatchObject({ reference: 'R0045', title: 'The other' });
    expect((await detail('R0045')).relatedFrom[0]?.target).toMatchObject({ reference: 'R0044' });
  });

  describe('decisions', () => {
    it('are not monotone: approved, revoked for its text, approved again on another text', async () => {
      await record({ reference: rec(41), title: 'Text with errors', stageRaw: 'With Authority' });
      const first = 'a'.repeat(64);
      const second = 'b'.repeat(64);
      value(await decide('R0041', { who: 'Authority', capacity: 'decide', outcome: 'approved', textHash: first }));
      expect(await find('R0041')).toMatchObject({ stage: 'approved', overlay: null });
      value(await decide('R0041', { who: 'Authority', capacity: 'decide', outcome: 'revoked', date: '2022-06-20' }));
      expect(await find('R0041')).toMatchObject({ overlay: 'revoked', inFlight: true });
      value(
        await decide('R0041', {
          who: 'Authority',
          capacity: 'decide',
          outcome: 're-approved',
          date: '2022-06-20',
          textHash: second,
        }),
      );
      const { decisions, decisionState } = await detail('R0041');
      expect(decisionState).toBe('approved');
      expect(decisions.map((event) => [event.outcome, event.textHash])).toEqual([
        ['approved', first],
        ['revoked', null],
        ['re-approved', second],
      ]);
      expect(await find('R0041')).toMatchObject({ stage: 'approved', overlay: null, stageRaw: 'With Authority' });
    });

    it('that cannot follow are refused, with what can', async () => {
      await record({ reference: rec(42), title: 'Undecided' });
      const refused = await decide('R0042', { who: 'Authority', capacity: 'decide', outcome: 'revoked' });
      expect(refused).toMatchObject({ kind: 'failed', failure: { code: 'step-not-allowed' } });
      expect((await detail('R0042')).decisions).toEqual([]);
    });

    it('let a panel’s rejection be overruled by direction only', async () => {
      const reference: Reference = { body: 'BSC', scheme: 'P', number: 347, suffix: '' };
      await record({ reference, title: 'Overruled' });
      value(await decide('P347', { who: 'Panel', capacity: 'decide', outcome: 'rejected' }));
      expect((await find('P347')).inFlight).toBe(false);
      expect((await decide('P347', { who: 'Panel', capacity: 'decide', outcome: 'approved' })).kind).toBe('failed');
      value(await decide('P347', { who: 'Authority', capacity: 'direct', outcome: 'approved' }));
      expect(await find('P347')).toMatchObject({ stage: 'approved', overlay: null, inFlight: true });
    });

    it('can be appealed for the working days that the route gives', async () => {
      const reference: Reference = { body: 'BSC', scheme: 'P', number: 500, suffix: '' };
      await record({ reference, title: 'Self-governed', route: 'self-governance' });
      value(await decide('P500', { who: 'Panel', capacity: 'decide', outcome: 'approved', date: '2022-12-08' }));
      // Fifteen working days from 8 December 2022: the 26th, 27th and 2 January are holidays.
      expect((await detail('P500')).decisions[0]?.appealUntil).toBe('2023-01-03');
    });

    it('recorded in error are struck out, stay readable, and count no more', async () => {
      await record({ reference: rec(43), title: 'Struck' });
      const made = value(await decide('R0043', { who: 'Panel', capacity: 'decide', outcome: 'rejected' }));
      value(await run((context) => strikeDecision(context, 'R0043', made.decisionId, 'It was another change')));
      expect(await detail('R0043')).toMatchObject({
        decisionState: 'undecided',
        decisions: [{ outcome: 'rejected', struckBecause: 'It was another change' }],
      });
    });
  });

  it('are edited in place only at the version that was read', async () => {
    const { version } = await find('R0042');
    const edit = (ifMatch: number | null) =>
      run((context) => editModification(context, 'R0042', ifMatch, { title: 'Renamed', stageRaw: 'Consultation' }));
    expect(await edit(null)).toMatchObject({ failure: { code: 'version-missing' } });
    expect(await edit(version + 5)).toMatchObject({ failure: { code: 'changed-meanwhile' } });
    value(await edit(version));
    expect(await find('R0042')).toMatchObject({ title: 'Renamed', stage: 'consultation', version: version + 1 });
  });

  it('tell their history and what changed since an instant, parts in words', async () => {
    const since = await now(database());
    value(
      await run((context) =>
        addPart(context, 'R0042', { part: 'dates', type: 'panel', date: readPartialDate('13/12/22') }),
      ),
    );
    const { id } = await find('R0042');
    const changes = (await changesOf(database(), MODIFICATION, { after: since, until: null }, [id])).get(id) ?? [];
    expect(changes).toMatchObject([{ field: 'modification_date', after: 'Panel decision: 13 Dec 2022' }]);
    expect((await historyOf(database(), MODIFICATION, id)).length).toBeGreaterThan(2);
    const past = await readAt(database(), asAt(since), async (then) =>
      modificationDetail(then, value(await findModification(then, 'R0042', '2022-11-23')), '2022-11-23'),
    );
    expect(past.dates).toEqual([]);
  });

  it('can be removed unless a horizon log names them', async () => {
    await record({ ...full, reference: rec(399), decisions: [], relations: [] });
    value(await run((context) => removeModification(context, 'R0399')));
    expect(await findModificationByReference(database(), rec(399))).toBeNull();
    expect(await findModificationByReference(database(), rec(44))).not.toBeNull();
  });

  describe('the register', () => {
    const all = { limit: 100, after: null };
    const byReference = { sort: 'reference', descending: false } as const;

    it('gives every page of every sort, up and down, each change once and in the same order as in one page', async () => {
      for (const sort of SORTS) {
        for (const descending of [false, true]) {
          const order = { sort, descending };
          const whole = await registerPage(database(), NO_FILTER, order, all, null);
          const seen: string[] = [];
          let after: { key: string; referenceKey: string } | null = null;
          do {
            const page: Awaited<ReturnType<typeof registerPage>> = await registerPage(
              database(),
              NO_FILTER,
              order,
              { limit: 3, after },
              null,
            );
            seen.push(...page.items.map((item) => item.id));
            after = page.next;
          } while (after !== null);
          expect(seen, `${sort} ${descending ? 'down' : 'up'}`).toEqual(whole.items.map((item) => item.id));
          expect(new Set(seen).size).toBe(whole.total);
        }
      }
    });

    it('finds by code, stage, words, spelling of a reference, movement and decision window', async () => {
      const found = async (filter: Partial<typeof NO_FILTER>) =>
        (await registerPage(database(), { ...NO_FILTER, ...filter }, byReference, all, null)).items.map(
          (item) => item.reference,
        );
      expect(await found({ bodies: ['BSC'] })).toEqual(['P347', 'P500']);
      expect(await found({ stages: ['consultation'] })).toEqual(['R0042']);
      expect(await found({ overlays: ['on-hold'] })).toEqual(['R0302']);
      expect(await found({ text: 'r 44' })).toEqual(['R0044']);
      expect(await found({ text: 'METERING' })).toEqual(['R0044']);
      expect(await found({ text: '100% _' })).toEqual([]);
      expect(await found({ decisionFrom: '2022-12-01', decisionTo: '2022-12-31' })).toEqual(['R0042', 'R0044']);
      const since = await now(database());
      expect(await found({ movedSince: since })).toEqual([]);
      await record({ reference: rec(45), summary: 'Moved' });
      expect(await found({ movedSince: since })).toEqual(['R0045']);
    });

    it('opens with one true sentence', async () => {
      await record({ reference: rec(36, 'RI'), title: 'An issue', stageRaw: 'REC Issue' });
      const filter = { ...NO_FILTER, bodies: ['REC'], inFlight: true };
      const page = await registerPage(database(), filter, byReference, all, null);
      const changes = page.items.filter((item) => item.kind !== 'issue').length;
      expect(page.sentence).toBe(`${changes} changes and 1 issue in flight in one code.`);
    });
  });

  it('appear in the picture with their dates, decisions and the release days of their code', async () => {
    const timeline = await inFlightTimeline(
      database(),
      { ...NO_FILTER, inFlight: true },
      { from: '2022-01-01', to: '2022-12-31' },
      '2022-11-23',
      null,
    );
    const bsc = timeline.lanes.find((lane) => lane.body === 'BSC');
    expect(bsc?.releases.map((release) => release.date)).toEqual(['2022-02-24', '2022-06-30', '2022-11-03']);
    const bar = timeline.lanes.flatMap((lane) => lane.bars).find((one) => one.modification.reference === 'R0041');
    expect(bar?.decisions.map((decision) => decision.outcome)).toEqual(['approved', 'revoked', 're-approved']);
    expect(bar?.segments.map((segment) => [segment.stage, segment.overlay])).toEqual([
      ['with-authority', null],
      ['approved', null],
      ['approved', 'revoked'],
      ['approved', null],
    ]);
    const raised = timeline.lanes.flatMap((lane) => lane.bars).find((one) => one.modification.reference === 'R0044');
    expect(raised).toMatchObject({ start: '2021-05-07', end: '2022-11-30' });
  });

  it('are found by reference among changes and codes', async () => {
    const hrefs = async (words: string) =>
      (await resolveReference(database(), words, '2022-11-23')).map((candidate) => candidate.href);
    expect(await hrefs('R0044')).toEqual(['/register/REC-R0044']);
    expect(await hrefs('RI 36')).toEqual(['/register/REC-RI-0036']);
    expect(await hrefs('rec')).toEqual(['/codes/REC']);
    expect(await hrefs('R9999')).toEqual([]);
  });

  it('of the same spelling in two codes need the code to be named', async () => {
    await record({ reference: { body: 'DCUSA', scheme: 'DCP', number: 414, suffix: '' }, title: 'Distribution' });
    await record({ reference: { body: 'BSC', scheme: 'DCP', number: 414, suffix: '' }, title: 'Draft proposal' });
    expect((await findModification(database(), 'DCP414', '2022-11-23')).kind).toBe('failed');
    expect((await find('DCUSA-DCP414')).title).toBe('Distribution');
    expect((await find('BSC DCP 414')).title).toBe('Draft proposal');
    expect(await resolveReference(database(), 'dcp414', '2022-11-23')).toHaveLength(2);
  });

  describe('the horizon log', () => {
    const returned = {
      body: 'REC',
      period: 'CCAG-12',
      periodDate: '2022-11-23',
      state: 'returned',
      logDate: '2022-10-26',
      entries: [{ reference: rec(44), stageRaw: 'With Authority', words: 'As last month' }, { reference: rec(45) }],
    } as const;

    it('shows what each body returned, who was silent, and a log headed with an older date', async () => {
      value(await run((context) => recordHorizonReturn(context, returned)));
      value(
        await run((context) =>
          recordHorizonReturn(context, { body: 'SEC', period: 'CCAG-12', periodDate: '2022-11-23', state: 'nil' }),
        ),
      );
      const log = await horizonLog(database(), 'CCAG-12');
      expect(log.bodies.map((body) => [body.body, body.silent, body.stale])).toEqual([
        ['BSC', true, false],
        ['REC', false, true],
        ['SEC', false, false],
        ['DCUSA', true, false],
      ]);
      expect(log.bodies[1]?.return?.entries.map((entry) => entry.reference)).toEqual(['R0044', 'R0045']);
      expect((await detail('R0044')).horizon.map((mention) => mention.period)).toEqual(['CCAG-12']);
      expect(log.sentence).toBe(
        '2 changes returned by 1 code body for CCAG 12; BSC and DCUSA made no return; the log is headed 26 Oct 2022.',
      );
      const page = await registerPage(
        database(),
        NO_FILTER,
        { sort: 'reference', descending: false },
        { limit: 1, after: null },
        null,
      );
      expect(page.sentence).toMatch(/; BSC and DCUSA have made no return for CCAG 12\.$/);
    });

    it('is not touched by the same return again, and keeps what was returned when the change moves on', async () => {
      const steps = await stepCount();
      expect(value(await run((context) => recordHorizonReturn(context, returned))).outcome).toBe('unchanged');
      expect(await stepCount()).toBe(steps);
      await record({ reference: rec(44), stageRaw: 'Implemented' });
      expect((await horizonLog(database(), null)).bodies[1]?.return?.entries[0]?.stage).toBe('with-authority');
    });

    it('refuses a change that is not on record, and keeps it from being removed once named', async () => {
      const unknown = await run((context) =>
        recordHorizonReturn(context, { ...returned, body: 'SEC', entries: [{ reference: rec(9999) }] }),
      );
      expect(unknown).toMatchObject({ failure: { code: 'not-found' } });
      expect(await run((context) => removeModification(context, 'R0044'))).toMatchObject({
        failure: { code: 'step-not-allowed' },
      });
    });
  });
});

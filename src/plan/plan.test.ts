import { expect, it } from 'vitest';
import { onEachEngine } from '../platform/database/testing/engines.ts';
import type { Database } from '../platform/database/tables.ts';
import { historyOf } from '../platform/record/description.ts';
import { stepsIn } from '../platform/record/changes.ts';
import { asAt, readAt } from '../platform/record/moment.ts';
import { recordChangeRequest, decideChangeRequest, stepChangeRequest } from './commands/change-requests.ts';
import { recordDependency } from './commands/dependencies.ts';
import {
  addMilestone,
  editMilestone,
  examineForecast,
  recordMilestone,
  removeMilestone,
} from './commands/milestones.ts';
import { changeMitigation, recordRisk } from './commands/risks.ts';
import {
  recordAssumption,
  recordDeliverable,
  recordFreezeOptions,
  recordStatusReport,
} from './commands/small-records.ts';
import { MILESTONE, PLAN_DESCRIPTIONS } from './model/descriptions.ts';
import { changeRequestInFull, changeRequests, changeRequestsSentence } from './queries/change-requests.ts';
import { ifMoved, plan, planSentence } from './queries/milestones.ts';
import { risks, risksSentence } from './queries/risks.ts';
import { topicAreas } from './queries/small-records.ts';
import { allMilestones, findMilestone } from './store/milestones.ts';
import { allDeliverables, allFreezeOptions, allStatusReports } from './store/small-records.ts';
import { attempting, doing, on } from './testing.ts';

const TODAY = '2022-11-23';

/** All rows that any table of the plan has ever had, present and past: recording the same again must add none. */
async function historySteps(database: Database): Promise<number> {
  let steps = 0;
  for (const { table, parts } of PLAN_DESCRIPTIONS)
    for (const name of [table, ...parts.map((part) => part.table)])
      steps += (await stepsIn(database, name, { after: null, until: null })).length;
  return steps;
}

const approval = (area: string, day: string) => ({
  title: `${area} approved`,
  topicArea: area,
  target: on(day),
  forecast: on(day),
  rag: 'green' as const,
});

onEachEngine('Milestones', (database) => {
  it('are known again by their reference, however the title now reads, and by their title where they have none', async () => {
    const first = await doing(database(), (context) =>
      recordMilestone(context, { title: 'Changes delivered (M8)', target: on('30/6/24'), forecast: on('30/6/24') }),
    );
    const again = await doing(database(), (context) =>
      recordMilestone(context, { title: 'All changes delivered', reference: 'M 8' }),
    );
    expect([first.outcome, again]).toEqual(['created', { outcome: 'updated', id: first.id, changedFields: ['title'] }]);
    expect((await findMilestone(database(), 'm8'))?.target?.latest).toBe('2024-06-30');
    const area = await doing(database(), (context) => recordMilestone(context, approval('Metering', '26/4/23')));
    const spelled = await doing(database(), (context) =>
      recordMilestone(context, { title: 'METERING – approved', rag: 'green' }),
    );
    expect(spelled.id).toBe(area.id);
    expect((await topicAreas(database())).map((one) => [one.name, one.milestone?.id])).toEqual([['Metering', area.id]]);
  });

  it('leave no trace when they are recorded again unchanged, also in another spelling of the dates', async () => {
    const before = await historySteps(database());
    const again = await doing(database(), (context) =>
      recordMilestone(context, { ...approval('Metering', '26 April 2023'), title: 'METERING – approved' }),
    );
    expect(again).toMatchObject({ outcome: 'unchanged', changedFields: [] });
    expect(await historySteps(database())).toBe(before);
  });

  it('stand unexamined until a person stands by the forecast, and again when both dates have moved', async () => {
    const kind = async () => (await plan(database(), TODAY)).find((one) => one.reference === 'M8')?.standing.kind;
    expect(await kind()).toBe('unexamined');
    const version = (await findMilestone(database(), 'M8'))?.version ?? null;
    await doing(database(), (context) => examineForecast(context, 'M8', version));
    expect(await kind()).toBe('green');
    await doing(database(), (context) =>
      recordMilestone(context, { title: 'M8', reference: 'M8', target: on('31/7/24'), forecast: on('31/7/24') }),
    );
    expect(await kind()).toBe('unexamined');
    const moved = await findMilestone(database(), 'M8');
    expect(moved?.previousForecast?.latest).toBe('2024-06-30');
    const slip = (await plan(database(), TODAY)).find((one) => one.reference === 'M8')?.slip;
    expect(slip).toEqual({ againstBaseline: null, againstTarget: 0, againstPreviousForecast: 31 });
  });

  it('are unexamined again when the edit of a forecast is undone', async () => {
    const now = async () => (await plan(database(), TODAY)).find((one) => one.reference === 'M8');
    const edit = async (forecast: string) => {
      const version = (await now())?.version ?? null;
      await doing(database(), (context) => editMilestone(context, 'M8', version, { forecast }));
      return (await now())?.standing.kind;
    };
    expect(await edit('30 Sep 2024')).toBe('amber');
    expect((await now())?.examinedAt).not.toBeNull();
    expect(await edit('31 Jul 2024')).toBe('unexamined');
    expect((await now())?.examinedAt).toBeNull();
  });

  it('keep their past: as at an earlier instant they read as they did then', async () => {
    const [first] = (await historyOf(database(), MILESTONE, (await findMilestone(database(), 'M8'))?.id ?? '')).slice(
      -1,
    );
    const then = await readAt(database(), asAt(first?.at ?? ''), allMilestones);
    expect(then.map((one) => [one.title, one.forecast?.latest])).toEqual([['Changes delivered', '2024-06-30']]);
  });

  it('tell the plan in one sentence', async () => {
    expect(planSentence(await plan(database(), TODAY), TODAY)).toBe(
      '2 milestones; 2 forecasts unexamined; none reached; next: METERING – approved, 26 Apr 2023',
    );
  });

  it('refuse an edit of another version, words that are no date, and a reference that is taken', async () => {
    const version = (await findMilestone(database(), 'M8'))?.version ?? 0;
    const codes = [];
    for (const [ifMatch, edit] of [
      [version - 1, { title: 'New' }],
      [version, { forecast: '31/2/24' }],
      [version, { forecast: 'soon' }],
    ] as const) {
      const result = await attempting(database(), (context) => editMilestone(context, 'M8', ifMatch, edit));
      codes.push(result.kind === 'failed' ? result.failure.code : 'done');
    }
    const taken = await attempting(database(), (context) => addMilestone(context, { title: 'Other', reference: 'M8' }));
    codes.push(taken.kind === 'failed' ? taken.failure.code : 'done');
    expect(codes).toEqual(['changed-meanwhile', 'invalid-value', 'invalid-value', 'already-there']);
  });

  it('move with what they follow, and a circle is refused by name', async () => {
    await doing(database(), (context) =>
      recordMilestone(context, { title: 'Go-live', reference: 'M10', forecast: on('31/7/24') }),
    );
    await doing(database(), (context) => recordDependency(context, { from: 'M8', to: 'M10', kind: 'aligned-with' }));
    const answer = await ifMoved(database(), 'M10', '2024-09-30');
    expect(answer?.affected.map((one) => [one.reference, one.to, one.days])).toEqual([['M8', '2024-09-30', 61]]);
    expect(answer?.sentence).toBe('If M10 moves to 30 Sep 2024, 1 other milestone moves');
    expect((await ifMoved(database(), 'M8', '2024-08-01'))?.broken).toEqual(['M8 aligned with M10']);
    const circle = await attempting(database(), (context) =>
      recordDependency(context, { from: 'M10', to: 'M8', kind: 'after' }),
    );
    expect(circle).toMatchObject({
      kind: 'failed',
      failure: { code: 'step-not-allowed', detail: expect.stringContaining('M10 follows M8 follows M10') as string },
    });
  });

  it('go with their dependencies, and their history stays', async () => {
    const id = (await findMilestone(database(), 'M10'))?.id ?? '';
    await doing(database(), (context) => removeMilestone(context, 'M10'));
    expect((await plan(database(), TODAY)).flatMap((one) => one.dependencies)).toEqual([]);
    expect((await historyOf(database(), MILESTONE, id))[0]?.changes.map((one) => one.field)).toContain('removed');
  });
});

const request = {
  reference: 'CR 12',
  title: 'Wider scope',
  raisedBy: 'REC administrator',
  assessmentTo: '2022-11-16',
  affectedMilestones: ['m 6'],
  costAmount: 60_000,
  costKind: 'ROM',
  scheduleWeeksMin: 8,
  scheduleWeeksMax: 12,
  decisionGroup: 'PSG',
  impacts: [{ text: 'More risk to the programme.' }, { text: 'Drafting timescales and costs grow.' }],
  recommendations: [{ text: 'Take it into the plan', condition: 'subject to PSG approval of CR12', byGroup: 'CCAG' }],
};

onEachEngine('Change requests', (database) => {
  it('are one record however they are spelled, and the same again changes nothing', async () => {
    const first = await doing(database(), (context) => recordChangeRequest(context, request));
    const before = await historySteps(database());
    for (const reference of ['CR12', 'CR0012', 'cr-12']) {
      expect(await doing(database(), (context) => recordChangeRequest(context, { ...request, reference }))).toEqual({
        outcome: 'unchanged',
        id: first.id,
        changedFields: [],
      });
    }
    expect(await historySteps(database())).toBe(before);
    const shown = await changeRequestInFull(database(), 'CR0012');
    expect(shown).toMatchObject({
      reference: 'CR0012',
      state: 'recommendation',
      costWords: '£60,000 (ROM)',
      scheduleWords: '8–12 weeks',
      affectedMilestones: [{ reference: 'M6', id: null }],
      deciders: ['PSG'],
      impacts: [{ kind: 'risk' }, { kind: 'schedule' }],
      recommendations: [{ condition: 'subject to PSG approval of CR12' }],
    });
  });

  it('change the reworded part and add the new one, and say which', async () => {
    const next = await doing(database(), (context) =>
      recordChangeRequest(context, {
        ...request,
        impacts: [
          { text: 'Much more risk to the programme.' },
          ...request.impacts.slice(1),
          { text: 'A new benefit.' },
        ],
      }),
    );
    expect(next).toMatchObject({ outcome: 'updated', changedFields: ['impacts'] });
    const impacts = (await changeRequestInFull(database(), 'CR12'))?.impacts;
    expect(impacts?.map((one) => [one.kind, one.text])).toEqual([
      ['risk', 'Much more risk to the programme.'],
      ['schedule', 'Drafting timescales and costs grow.'],
      ['benefit', 'A new benefit.'],
    ]);
  });

  it('take only the steps of the workflow, and are decided by the regulator too where a level-1 milestone moves', async () => {
    const version = async () => (await changeRequestInFull(database(), 'CR12'))?.version ?? null;
    const first = await version();
    const wrong = await attempting(database(), (context) =>
      stepChangeRequest(context, 'CR12', first, 'start-assessment'),
    );
    expect(wrong).toMatchObject({ failure: { code: 'step-not-allowed' } });
    await doing(database(), (context) => recordMilestone(context, { title: 'Baselined (M6)', tier: 1 }));
    expect((await changeRequestInFull(database(), 'CR12'))?.deciders).toEqual(['PSG', 'Ofgem']);
    await doing(database(), (context) =>
      decideChangeRequest(context, 'CR12', first, { outcome: 'approved', decidedOn: '2022-12-07' }),
    );
    expect(changeRequestsSentence(await changeRequests(database()), TODAY)).toContain('CR0012: decided (approved)');
    await doing(database(), (context) => recordChangeRequest(context, request));
    expect((await changeRequestInFull(database(), 'CR12'))?.state).toBe('outcome');
    const decided = await version();
    await doing(database(), (context) => stepChangeRequest(context, 'CR12', decided, 'reopen'));
    expect(await changeRequestInFull(database(), 'CR12')).toMatchObject({ state: 'decision', outcome: null });
  });
});

onEachEngine('Risks and the smaller records', (database) => {
  it('are known again by their words, and the same again changes nothing', async () => {
    const everything = async () => [
      await doing(database(), (context) =>
        recordRisk(context, {
          description: 'There is a risk that parties are late due to leave and therefore drafting takes longer',
          rag: 'amber',
          ratingRaw: 'Medium Risk',
          mitigations: [{ text: '1) Plan agreed - Complete' }, { text: '2) Review the matrix' }],
        }),
      ),
      await doing(database(), (context) =>
        recordDeliverable(context, { text: 'Finish the sprint', due: on('December 2022'), meetingKey: 'CCAG-12' }),
      ),
      await doing(database(), (context) => recordAssumption(context, { text: 'M8 is aligned to M10' })),
      ...(
        await doing(database(), (context) =>
          recordFreezeOptions(context, {
            options: [{ number: 1, text: 'Parties are in control of what they raise – voluntary freeze.' }],
            recommendations: [{ text: 'Ask for a higher threshold', meetingKey: 'CCAG-12' }],
          }),
        )
      ).options,
      await doing(database(), (context) =>
        recordStatusReport(context, { meetingKey: 'CCAG-12', summary: 'On track', percentComplete: 65 }),
      ),
    ];
    const first = await everything();
    expect(first.map((one) => one.outcome)).toEqual(first.map(() => 'created'));
    const before = await historySteps(database());
    const again = await everything();
    expect(again).toEqual(first.map(({ id }) => ({ outcome: 'unchanged', id, changedFields: [] })));
    expect(await historySteps(database())).toBe(before);
    expect(await allFreezeOptions(database())).toMatchObject([{ name: 'voluntary freeze', whoCanAct: 'Parties' }]);
    expect(await allDeliverables(database())).toMatchObject([{ due: { latest: '2022-12-31' }, meetingKey: 'CCAG-12' }]);
    expect(await allStatusReports(database())).toMatchObject([{ meetingKey: 'CCAG-12', percentComplete: 65 }]);
  });

  it('tell the risks in one sentence, with cause, effect and what is done', async () => {
    const [risk] = await risks(database(), TODAY);
    expect(risk).toMatchObject({
      reference: 'R-001',
      cause: 'leave',
      effect: 'drafting takes longer',
      mitigations: [
        { text: 'Plan agreed', done: true },
        { text: 'Review the matrix', done: false },
      ],
    });
    await doing(database(), (context) =>
      changeMitigation(context, 'R-001', risk?.mitigations[1]?.id ?? '', { done: true }),
    );
    expect(risksSentence(await risks(database(), TODAY))).toBe(
      '1 open risk: 1 amber; 2 of 2 mitigations done; 1 without an owner',
    );
  });
});

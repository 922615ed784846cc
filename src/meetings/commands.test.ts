import { todayAt } from '../platform/people/today.ts';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Database } from '../platform/database/tables.ts';
import { onEachEngine } from '../platform/database/testing/engines.ts';
import { asAt, readAt } from '../platform/record/moment.ts';
import { readPartialDate } from '../values/partial-date.ts';
import { addAgendaItem, removeAgendaItem, reorderAgenda } from './commands/agenda.ts';
import { addAction, addActionUpdate, recordAction, stepAction } from './commands/actions.ts';
import { addEscalation, recordDecision, stepEscalation } from './commands/decisions.ts';
import { approveDocumentVersion, recordDocumentVersion } from './commands/documents.ts';
import { editGroup, recordGroup } from './commands/groups.ts';
import { addMeeting, editMeeting, recordMeeting, stepMeeting } from './commands/meetings.ts';
import { actionDetail, actionsPage } from './queries/actions.ts';
import { decisionDetail, decisionsPage } from './queries/decisions.ts';
import { documentDetail } from './queries/documents.ts';
import { groupDetail, groupsList } from './queries/groups.ts';
import { agendaPresented, meetingDetail, meetingsPage } from './queries/meetings.ts';
import { minutesDraft } from './queries/minutes-draft.ts';
import { findMeetingByReference, instantOf } from './queries/time.ts';
import { meetingReferenceOf } from './lookup.ts';
import { anAction, done, member, on, recordWholePack, tried } from './testing/world.ts';
import type { ActionFilter } from './store/actions.ts';

const TABLES = [
  'governance_group',
  'meeting',
  'agenda_item',
  'action',
  'action_update',
  'decision',
  'decision_escalation',
  'group_update',
  'meeting_note',
  'document',
  'document_version',
  'record_link',
];

/** How many former rows and present versions there are: any write at all makes it grow. */
async function steps(database: Database): Promise<number> {
  let total = 0;
  for (const table of TABLES) {
    const { rows } = await sql<{ n: number }>`
      select (select count(*) from ${sql.table(`history.${table}`)}) + (select coalesce(sum(version), 0) from ${sql.table(`public.${table}`)}) as n`.execute(
      database,
    );
    total += Number(rows[0]?.n);
  }
  return total;
}

const value = <Value>(
  result: { kind: 'ok'; value: Value } | { kind: 'failed'; failure: { detail: string } },
): Value => {
  if (result.kind === 'failed') throw new Error(result.failure.detail);
  return result.value;
};

const everyAction: ActionFilter = {
  states: [],
  owner: '',
  groups: [],
  dueFrom: null,
  dueTo: null,
  overdueOn: null,
  text: '',
};
const byReference = { sort: 'reference', order: 'asc', cursor: undefined, limit: 50 } as const;

onEachEngine('A pack recorded twice', (database) => {
  it('creates everything, then changes nothing and leaves no step of history', async () => {
    const first = await done(database(), async (context) => ({
      kind: 'ok',
      value: await recordWholePack(context),
    }));
    expect(first.map((recorded) => recorded.outcome)).toEqual(first.map(() => 'created'));
    const before = await steps(database());
    const second = await done(database(), async (context) => ({
      kind: 'ok',
      value: await recordWholePack(context),
    }));
    expect(second.map(({ outcome, changedFields }) => ({ outcome, changedFields }))).toEqual(
      second.map(() => ({ outcome: 'unchanged', changedFields: [] })),
    );
    expect(second.map((recorded) => recorded.id)).toEqual(first.map((recorded) => recorded.id));
    expect(await steps(database())).toBe(before);
  });

  it('is told on the page of its meeting', async () => {
    const meeting = value(await meetingDetail(database(), on('2022-11-23'), 'XAG 12'));
    expect(meeting).toMatchObject({
      reference: 'XAG-12',
      state: 'papers-issued',
      plannedMinutes: 25,
      plannedEnd: '10:25',
      agenda: [
        { position: 1, start: '10:00', end: '10:05' },
        { start: '10:05', end: '10:20', about: [{ kind: 'modification', id: 'modification_1' }] },
        { start: '10:20', end: '10:25' },
      ],
      actionsRaised: [],
      decisions: [{ reference: 'XAG-D001', capacity: 'recommend', outcome: 'pending' }],
      groupUpdates: [{ group: { shortName: 'XSG' }, items: [{ heading: 'Replan' }] }],
      notes: [{ title: 'Design baselined' }],
      nextMeetings: [{ reference: 'XAG-2022-12-21', startTime: '13:00' }],
    });
    expect(
      meeting.actionsReviewed.map(({ action, update }) => [action.reference, action.state, update?.verdict]),
    ).toEqual([
      ['XAG08-06', 'proposed-closed', 'recommend-closed'],
      ['XAG11-01', 'open', 'ongoing'],
    ]);
    expect(value(await meetingDetail(database(), on('2022-11-23'), 'XAG-11'))).toMatchObject({
      actionsRaised: [{ reference: 'XAG11-01' }],
      documents: [{ kind: 'minutes', versions: [{ label: '1.1', state: 'draft', changeMarked: true }] }],
    });
  });

  it('is told on the pages of actions, decisions, meetings, groups and in draft minutes', async () => {
    const page = value(await actionsPage(database(), on('2022-11-23'), { ...byReference, filter: everyAction }));
    expect(page.sentence).toBe('2 actions open, 1 proposed for closing at XAG-12, none overdue.');
    expect(page.items.map((action) => [action.reference, action.overdue, action.daysOverdue])).toEqual([
      ['XAG08-06', false, 0],
      ['XAG11-01', false, 0],
    ]);
    expect(page.owners).toEqual([{ role: 'Programme', outstanding: 2 }]);
    const filter = { groups: ['xag'], kinds: [], outcomes: [], from: null, to: null, text: 'conditions' };
    const decisions = value(
      await decisionsPage(database(), on('2022-11-23'), { filter, order: 'desc', cursor: undefined, limit: 10 }),
    );
    expect(decisions.sentence).toBe('1 recommendation; 1 with conditions to meet, 1 awaiting a higher body.');
    const all = { groups: [], from: null, to: null, states: [], text: '' };
    const meetings = value(
      await meetingsPage(database(), on('2022-11-24'), { filter: all, order: 'desc', cursor: undefined, limit: 2 }),
    );
    expect(meetings.sentence).toBe('3 meetings, 1 held, next XAG-2022-12-21 on 21 Dec 2022.');
    expect(meetings.items.map((meeting) => meeting.reference)).toEqual(['XAG-2022-12-21', 'XAG-12']);
    const rest = value(
      await meetingsPage(database(), on('2022-11-24'), {
        filter: all,
        order: 'desc',
        cursor: meetings.nextCursor ?? undefined,
        limit: 2,
      }),
    );
    expect(rest.items.map((meeting) => meeting.reference)).toEqual(['XAG-11']);
    expect(rest.nextCursor).toBeNull();
    expect((await groupsList(database(), on('2022-11-23'))).sentence).toBe(
      '2 groups; the programme counts time by XAG.',
    );
    expect(value(await groupDetail(database(), on('2022-11-23'), 'xsg'))).toMatchObject({ children: ['XAG'] });
    const draft = value(await minutesDraft(database(), on('2022-11-23'), 'XAG-12'));
    expect(draft.content.filter((block) => block.kind === 'heading').map((block) => block.text)).toEqual([
      'XAG-12 minutes, 23 Nov 2022',
      '1. Welcome',
      '2. Minutes and actions',
      '3. Programme updates',
      'Decisions',
      'Actions',
      'Next meetings',
    ]);
  });

  it('shows next month’s differences as marks, and only those', async () => {
    const { at } = await done(database(), async (context) => ({ kind: 'ok', value: { at: context.at } }));
    await done(database(), (context) =>
      recordAction(
        context,
        anAction({
          due: readPartialDate('21/12/2022'),
          update: { meeting: 'XAG-2022-12-21', verdict: 'ongoing', words: 'Not answered after all.' },
        }),
      ),
    );
    const page = value(
      await actionsPage(database(), { ...on('2022-12-21'), since: at }, { ...byReference, filter: everyAction }),
    );
    expect(page.items.map((action) => action.changes.map((change) => change.label).sort())).toEqual([
      ['Due', 'State', 'Update'],
      [],
    ]);
    const past = await readAt(database(), asAt(at), (then) => actionDetail(then, on('2022-11-23'), 'XAG08-06'));
    expect(value(past)).toMatchObject({ state: 'proposed-closed', appearances: [{ verdict: 'recommend-closed' }] });
    expect(value(await actionDetail(database(), on('2022-12-21'), 'XAG08-06'))).toMatchObject({
      state: 'open',
      appearances: [{ verdict: 'recommend-closed' }, { verdict: 'ongoing' }],
    });
  });

  it('gives the calendar entry its number when its own pack comes', async () => {
    const entry = await findMeetingByReference(database(), 'XAG-2022-12-21');
    const recorded = await done(database(), (context) =>
      recordMeeting(context, { group: 'XAG', number: '13', date: '2022-12-21', state: 'papers-issued' }),
    );
    expect(recorded).toMatchObject({ id: entry?.id, outcome: 'updated', reference: 'XAG-13' });
    expect((await findMeetingByReference(database(), 'XAG-2022-12-21'))?.id).toBe(entry?.id);
  });
});

onEachEngine('What people do with', (database) => {
  describe('Actions', () => {
    const state = async (reference = 'XAG08-06') => {
      const { state: now, closedAt } = value(await actionDetail(database(), on('2022-11-23'), reference));
      return { state: now, closedAt: closedAt?.reference ?? null };
    };
    const version = async () => value(await actionDetail(database(), on('2022-11-23'), 'XAG08-06')).version;

    it('close only by a meeting’s agreement, and by those who may decide', async () => {
      await done(database(), async (context) => ({ kind: 'ok', value: await recordWholePack(context) }));
      expect(await state()).toEqual({ state: 'proposed-closed', closedAt: null });
      const at = await version();
      const agree = (meeting: string | null, actor = member) =>
        tried(database(), (context) => stepAction(context, 'XAG08-06', at, 'agree-closure', meeting), { actor });
      expect(await agree(null)).toMatchObject({ failure: { code: 'step-not-allowed' } });
      expect(await agree('XAG-12')).toMatchObject({ failure: { code: 'not-allowed' } });
      expect(await state()).toEqual({ state: 'proposed-closed', closedAt: null });
      await done(database(), (context) => stepAction(context, 'XAG08-06', at, 'agree-closure', 'XAG-12'));
      expect(await state()).toEqual({ state: 'closed', closedAt: 'XAG-12' });
    });

    it('stay closed when the pack that proposed it is recorded again', async () => {
      const again = await done(database(), (context) =>
        recordAction(
          context,
          anAction({ update: { meeting: 'XAG-12', verdict: 'recommend-closed', words: 'The paper answers it.' } }),
        ),
      );
      expect(again).toMatchObject({ outcome: 'unchanged', state: 'closed' });
      const corrected = await done(database(), (context) =>
        recordAction(context, anAction({ update: { meeting: 'XAG-12', verdict: 'ongoing', words: 'Corrected.' } })),
      );
      expect(corrected).toMatchObject({ outcome: 'updated', state: 'closed' });
    });

    it('reopen, and refuse a version that is not the present one', async () => {
      const old = (await version()) - 1;
      expect(await tried(database(), (context) => stepAction(context, 'XAG08-06', old, 'reopen', null))).toMatchObject({
        failure: { code: 'changed-meanwhile' },
      });
      const now = await version();
      await done(database(), (context) => stepAction(context, 'XAG08-06', now, 'reopen', null));
      expect(await state()).toEqual({ state: 'open', closedAt: null });
    });

    it('take updates between meetings, which close nothing whatever they say', async () => {
      const closed = { meeting: null, verdict: 'closed', words: 'All done.', date: '2022-11-30' } as const;
      expect(
        await tried(database(), (context) => addActionUpdate(context, 'XAG08-06', closed), { actor: member }),
      ).toMatchObject({ failure: { code: 'not-allowed' } });
      await done(database(), (context) => addActionUpdate(context, 'XAG08-06', closed));
      expect(await state()).toEqual({ state: 'proposed-closed', closedAt: null });
    });

    it('get the next running number of their meeting', async () => {
      const raise = (meeting: string) =>
        tried(database(), (context) => addAction(context, { meeting, text: `Something from ${meeting}` }));
      expect(value(await raise('XAG-11')).reference).toBe('XAG11-02');
      expect(value(await raise('XAG-11')).reference).toBe('XAG11-03');
      expect(value(await raise('XAG-12')).reference).toBe('XAG12-01');
      expect(await raise('XAG-2022-12-21')).toMatchObject({ failure: { code: 'step-not-allowed' } });
    });

    it('are found by state, owner, group, due date, lateness and words, page by page in either order', async () => {
      const references = async (filter: Partial<ActionFilter>) =>
        value(
          await actionsPage(database(), on('2022-11-23'), { ...byReference, filter: { ...everyAction, ...filter } }),
        ).items.map((action) => action.reference);
      expect(await references({ states: ['proposed-closed'] })).toEqual(['XAG08-06']);
      expect(await references({ owner: 'programme' })).toEqual(['XAG08-06', 'XAG11-01']);
      expect(await references({ owner: 'design lead' })).toEqual([]);
      expect(await references({ groups: ['xag'] })).toHaveLength(5);
      expect(await references({ groups: ['XSG'] })).toEqual([]);
      expect(await references({ overdueOn: '2022-11-23' })).toEqual([]);
      expect(await references({ overdueOn: '2023-01-31' })).toEqual(['XAG11-01']);
      expect(await references({ dueFrom: '2022-11-01', dueTo: '2022-11-30' })).toEqual(['XAG11-01']);
      expect(await references({ text: 'more next' })).toEqual(['XAG11-01']);
      expect(await references({ text: '100%' })).toEqual([]);
      for (const sort of ['reference', 'due', 'raised', 'state'] as const) {
        const whole = value(
          await actionsPage(database(), on('2022-11-23'), { ...byReference, sort, filter: everyAction }),
        ).items.map((action) => action.reference);
        for (const order of ['asc', 'desc'] as const) {
          const walked: string[] = [];
          let cursor: string | undefined;
          do {
            const query = { sort, order, cursor, limit: 2, filter: everyAction };
            const page = value(await actionsPage(database(), on('2022-11-23'), query));
            walked.push(...page.items.map((action) => action.reference));
            cursor = page.nextCursor ?? undefined;
          } while (cursor !== undefined);
          expect(walked).toEqual(order === 'asc' ? whole : whole.toReversed());
        }
      }
    });
  });

  describe('Meetings', () => {
    it('go through their states by the steps there are, and cannot skip', async () => {
      const added = await done(database(), (context) =>
        addMeeting(context, { group: 'QAG', number: '10.1', date: '2022-07-06', startTime: '14:00' }),
      );
      expect(added.reference).toBe('QAG-10.1');
      expect(await tried(database(), (context) => stepMeeting(context, 'QAG-10.1', 1, 'ratify'))).toMatchObject({
        failure: { code: 'step-not-allowed' },
      });
      let version = 1;
      for (const step of ['issue-papers', 'hold', 'issue-minutes', 'ratify'] as const) {
        version = await done(database(), (context) => stepMeeting(context, 'QAG 10.1', version, step));
      }
      expect(value(await meetingDetail(database(), on('2022-07-07'), 'QAG-10.1'))).toMatchObject({
        stateLabel: 'Minutes ratified',
        steps: [],
      });
    });

    it('never go back because of a source that knows less', async () => {
      const recorded = await done(database(), (context) =>
        recordMeeting(context, { group: 'QAG', number: '10.1', state: 'papers-issued' }),
      );
      expect(recorded.outcome).toBe('unchanged');
    });

    it('keep an ordinary and an extraordinary meeting of one number apart', async () => {
      await done(database(), (context) => recordMeeting(context, { group: 'QAG', number: '3', date: '2022-02-01' }));
      await done(database(), (context) =>
        recordMeeting(context, { group: 'QAG', number: '3', date: '2022-02-10', extraordinary: true }),
      );
      expect((await findMeetingByReference(database(), 'QAG-3'))?.date).toBe('2022-02-01');
      expect((await findMeetingByReference(database(), 'eQAG-3'))?.date).toBe('2022-02-10');
    });

    it('refuse a second of the same number, a wrong time and an end before the start', async () => {
      const add = (number: string, startTime: string, endTime: string | null) =>
        tried(database(), (context) =>
          addMeeting(context, { group: 'QAG', number, date: '2022-09-01', startTime, endTime }),
        );
      expect(await add('3', '10:00', null)).toMatchObject({ failure: { code: 'already-there' } });
      expect(await add('20', '25:00', null)).toMatchObject({ failure: { code: 'invalid-value' } });
      expect(await add('20', '10:00', '09:00')).toMatchObject({ failure: { code: 'invalid-value' } });
      expect(
        await tried(database(), (context) => editMeeting(context, 'eQAG-3', 1, { endTime: 'noon' })),
      ).toMatchObject({
        failure: { code: 'invalid-value' },
      });
    });

    it('put their agenda in order, with times that follow', async () => {
      const meeting = await findMeetingByReference(database(), 'QAG-10.1');
      if (meeting === null) throw new Error('The meeting of this test is missing');
      const add = (title: string, minutes: number, position?: number) =>
        done(database(), (context) =>
          addAgendaItem(context, meeting, { title, minutes, ...(position === undefined ? {} : { position }) }),
        );
      const welcome = await add('Welcome', 5);
      const close = await add('Close', 10);
      const middle = await add('Middle', 20, 2);
      const agenda = async () =>
        (await agendaPresented(database(), meeting)).map(
          (item) => `${item.position} ${item.start ?? ''} ${item.title}`,
        );
      expect(await agenda()).toEqual(['1 14:00 Welcome', '2 14:05 Middle', '3 14:25 Close']);
      await done(database(), (context) => reorderAgenda(context, meeting, [middle.id, welcome.id, close.id]));
      expect(await agenda()).toEqual(['1 14:00 Middle', '2 14:20 Welcome', '3 14:25 Close']);
      expect(
        await tried(database(), (context) => reorderAgenda(context, meeting, [middle.id, welcome.id])),
      ).toMatchObject({ failure: { code: 'changed-meanwhile' } });
      await done(database(), (context) => removeAgendaItem(context, meeting, middle.id));
      expect(await agenda()).toEqual(['1 14:00 Welcome', '2 14:05 Close']);
    });

    it('are ratified when their minutes are approved at a later one', async () => {
      await done(database(), (context) =>
        recordMeeting(context, { group: 'QAG', number: '11', date: '2022-08-03', state: 'held' }),
      );
      const input = {
        meeting: 'QAG-11',
        kind: 'minutes',
        title: 'Minutes',
        content: [{ kind: 'paragraph', text: 'All agreed.' }],
      } as const;
      const draft = await done(database(), (context) => recordDocumentVersion(context, input));
      expect(draft.version).toBe('1');
      await done(database(), (context) => approveDocumentVersion(context, draft.versionId, 1, 'QAG-10.1'));
      expect((await findMeetingByReference(database(), 'QAG-11'))?.state).toBe('ratified');
      expect(
        await tried(database(), (context) =>
          recordDocumentVersion(context, {
            ...input,
            version: '1',
            content: [{ kind: 'paragraph', text: 'Otherwise.' }],
          }),
        ),
      ).toMatchObject({ failure: { code: 'step-not-allowed' } });
      const second = await done(database(), (context) =>
        recordDocumentVersion(context, { ...input, content: [{ kind: 'paragraph', text: 'Otherwise.' }] }),
      );
      expect(second.version).toBe('2');
      expect(value(await documentDetail(database(), second.id)).versions).toMatchObject([
        { state: 'approved', approvedAt: { reference: 'QAG-10.1' } },
        { state: 'draft', content: [{ text: 'Otherwise.' }] },
      ]);
    });
  });

  describe('Groups', () => {
    it('cannot report to a group that reports to them', async () => {
      await done(database(), (context) => recordGroup(context, { shortName: 'GA' }));
      await done(database(), (context) => recordGroup(context, { shortName: 'GB', parent: 'GA' }));
      const refused = await tried(database(), (context) => editGroup(context, 'GA', 1, { parent: 'GB' }));
      expect(refused).toMatchObject({ failure: { code: 'invalid-value' } });
    });

    it('are one whatever the case of their short name', async () => {
      const again = await done(database(), (context) => recordGroup(context, { shortName: 'ga', name: 'Group A' }));
      expect(again).toMatchObject({ outcome: 'updated', shortName: 'GA', changedFields: ['name'] });
    });
  });

  describe('Decisions', () => {
    it('are numbered by their group and recognised by their words', async () => {
      await done(database(), (context) => recordMeeting(context, { group: 'DAG', number: '1', date: '2022-03-01' }));
      const record = (text: string) =>
        done(database(), (context) => recordDecision(context, { meeting: 'DAG-1', text }));
      expect((await record('Approve the baseline')).reference).toBe('DAG-D001');
      expect((await record('Note the report')).reference).toBe('DAG-D002');
      expect(await record('approve  the baseline')).toMatchObject({ reference: 'DAG-D001', outcome: 'updated' });
    });

    it('go up a chain, each body with a state of its own', async () => {
      await done(database(), (context) => addEscalation(context, 'DAG-D001', 'SRO'));
      await done(database(), (context) => addEscalation(context, 'DAG-D001', 'PSG'));
      expect(await tried(database(), (context) => addEscalation(context, 'DAG-D001', 'sro'))).toMatchObject({
        failure: { code: 'already-there' },
      });
      const [first] = value(await decisionDetail(database(), on('2022-03-02'), 'DAG-D001')).escalation;
      if (first === undefined) throw new Error('The escalation of this test is missing');
      const said = { decidedOn: '2022-03-03', words: 'Go on' };
      await done(database(), (context) =>
        stepEscalation(context, 'DAG-D001', first.id, first.version, 'agree-with-conditions', said),
      );
      expect(value(await decisionDetail(database(), on('2022-03-04'), 'DAG-D1')).escalation).toMatchObject([
        { body: 'SRO', stateLabel: 'Agreed with conditions', decidedOn: '2022-03-03', words: 'Go on' },
        { body: 'PSG', state: 'awaiting', steps: [{ name: 'agree' }, {}, {}, {}] },
      ]);
    });

    it('bind to a text only by a whole hash', async () => {
      const bind = (textSha256: string) =>
        tried(database(), (context) =>
          recordDecision(context, { meeting: 'DAG-1', text: 'Approve the text', textSha256 }),
        );
      expect(await bind('abc')).toMatchObject({ failure: { code: 'invalid-value' } });
      expect((await bind('a'.repeat(64))).kind).toBe('ok');
    });
  });
});

onEachEngine('The last meeting', (database) => {
  const last = async (before: string | null) => {
    const found = await findMeetingByReference(database(), 'last', before);
    return found === null ? null : meetingReferenceOf(found);
  };

  it('is that of the first group to meet, until another is said to be the main one', async () => {
    expect(await last(null)).toBeNull();
    for (const [number, date] of [
      ['10', '2022-09-28'],
      ['11', '2022-10-26'],
      ['12', '2022-11-23'],
    ] as const) {
      await done(database(), (context) =>
        recordMeeting(context, { group: 'LAG', number, date, endTime: '11:30', state: 'papers-issued' }),
      );
    }
    await done(database(), (context) =>
      recordMeeting(context, { group: 'LAG', number: null, date: '2022-12-21', state: 'scheduled' }),
    );
    await done(database(), (context) =>
      recordMeeting(context, { group: 'LSG', number: '5', date: '2022-11-02', state: 'held' }),
    );
    expect(await last(null)).toBe('LAG-12');
    expect(await last('2022-11-23T11:30:00.000Z')).toBe('LAG-11');
    expect(await last('2022-11-23T11:31:00.000Z')).toBe('LAG-12');
    expect(await last('2022-01-01T00:00:00Z')).toBeNull();
    await done(database(), (context) => recordGroup(context, { shortName: 'LSG', main: true }));
    expect(await last(null)).toBe('LSG-5');
    expect((await groupsList(database(), on('2022-11-23'))).items.filter((group) => group.main)).toHaveLength(1);
  });

  it('and its instant make sense of asAt and since', async () => {
    const meeting = await findMeetingByReference(database(), 'LAG-10');
    expect(meeting === null ? null : instantOf(meeting)).toBe('2022-09-28T10:30:00.000Z');
    expect(await todayAt(database(), asAt('2022-09-28T23:30:00Z'))).toBe('2022-09-29');
  });
});

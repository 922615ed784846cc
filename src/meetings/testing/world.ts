/** Small builders for tests: say only what the test is about. */
import type { Database } from '../../platform/database/tables.ts';
import type { Problem } from '../../platform/errors/problem.ts';
import type { Actor } from '../../platform/policy/policy.ts';
import { runCommand, type CommandContext } from '../../platform/record/command.ts';
import { readPartialDate, type CivilDate } from '../../values/partial-date.ts';
import type { Result } from '../../values/result.ts';
import { recordAction, type ActionInput } from '../commands/actions.ts';
import { recordDecision } from '../commands/decisions.ts';
import { recordDocumentVersion } from '../commands/documents.ts';
import { recordGroup } from '../commands/groups.ts';
import { recordMeeting } from '../commands/meetings.ts';
import { recordGroupUpdate, recordMeetingNote } from '../commands/record-told.ts';
import { NOW } from '../../platform/record/moment.ts';
import type { View } from '../queries/view.ts';

export const secretariat: Actor = { id: 'person_secretariat', name: 'Secretariat', roles: ['secretariat'] };
export const member: Actor = { id: 'person_member', name: 'Member', roles: ['member'] };

/** The view of a reader on that day, now, comparing with nothing. */
export const on = (today: CivilDate): View => ({ moment: NOW, since: null, today });

/** Runs work as one command and gives its value; a problem fails the test. */
export async function done<Value>(
  database: Database,
  work: (context: CommandContext) => Promise<Result<Value, Problem>>,
  options: { readonly actor?: Actor; readonly at?: string } = {},
): Promise<Value> {
  const result = await tried(database, work, options);
  if (result.kind === 'failed') throw new Error(result.failure.detail);
  return result.value;
}

/** Runs work as one command and gives its result. */
export const tried = <Value>(
  database: Database,
  work: (context: CommandContext) => Promise<Result<Value, Problem>>,
  options: { readonly actor?: Actor; readonly at?: string } = {},
): Promise<Result<Value, Problem>> =>
  runCommand(
    database,
    {
      actor: options.actor ?? secretariat,
      command: 'test',
      ...(options.at === undefined ? {} : { at: options.at }),
    },
    work,
  );

/** An action of group XAG, meeting 8, unless said otherwise. */
export const anAction = (values: Partial<ActionInput> = {}): ActionInput => ({
  reference: 'XAG08-06',
  text: 'Say whether new code is needed before qualification starts',
  owners: [{ role: 'Programme', detail: 'design lead' }],
  raised: readPartialDate('27/07/2022'),
  due: readPartialDate('17/08/2022'),
  ...values,
});

/** Two meetings of an advisory group and one of everything that a pack of the second would bring. */
export async function recordWholePack(context: CommandContext) {
  const results = [
    await recordGroup(context, {
      shortName: 'XSG',
      name: 'Steering group',
      level: 1,
      constituencies: ['Suppliers', 'Networks'],
    }),
    await recordGroup(context, { shortName: 'XAG', name: 'Advisory group', level: 2, parent: 'XSG', main: true }),
    await recordMeeting(context, {
      group: 'XAG',
      number: '11',
      date: '2022-10-26',
      startTime: '10:00',
      endTime: '11:30',
      state: 'held',
    }),
    await recordMeeting(context, {
      group: 'XAG',
      number: '12',
      date: '2022-11-23',
      startTime: '10:00',
      endTime: '11:35',
      state: 'papers-issued',
      agenda: [
        { title: 'Welcome', lead: [{ role: 'Chair', detail: null }], minutes: 5, page: 1 },
        {
          title: 'Minutes and actions',
          purpose: 'decision',
          minutes: 15,
          page: 4,
          notes: [{ shape: 'bullet', text: 'Approve the minutes of the last meeting' }],
          about: [{ kind: 'modification', id: 'modification_1' }],
        },
        { title: 'Programme updates', purpose: 'information', minutes: 5 },
      ],
    }),
    await recordMeeting(context, { group: 'XAG', number: null, date: '2022-12-21', startTime: '13:00' }),
    await recordAction(
      context,
      anAction({
        update: { meeting: 'XAG-12', verdict: 'recommend-closed', words: 'The paper answers it.' },
        about: [{ kind: 'milestone', id: 'milestone_8' }],
      }),
    ),
    await recordAction(
      context,
      anAction({
        reference: 'XAG11-01',
        text: 'Share the mapping of artefacts to drafting',
        due: readPartialDate('23/11/2022'),
        update: { meeting: 'XAG-12', verdict: 'ongoing', words: 'More next month.' },
      }),
    ),
    await recordDecision(context, {
      meeting: 'XAG-12',
      kind: 'recommendation',
      text: 'Accept the request with its conditions',
      conditions: [{ text: 'Capacity is confirmed', met: false }],
      escalation: [{ body: 'SRO' }, { body: 'XSG' }],
    }),
    await recordGroupUpdate(context, {
      meeting: 'XAG-12',
      fromGroup: 'XSG',
      occurred: readPartialDate('02 November 2022'),
      items: [{ heading: 'Replan', text: 'Round three starts in December.' }],
      report: 'Its report is on the portal.',
    }),
    await recordMeetingNote(context, {
      meeting: 'XAG-12',
      kind: 'programme-update',
      title: 'Design baselined',
      items: [{ heading: '', text: 'The design was approved.' }],
    }),
    await recordDocumentVersion(context, {
      meeting: 'XAG-11',
      kind: 'minutes',
      title: 'Minutes of XAG-11',
      label: 'Attachment 1',
      version: '1.1',
      changeMarked: true,
      content: [{ kind: 'table', heading: ['Ref', 'Action'], rows: [['XAG11-01', 'Share the mapping']] }],
    }),
  ];
  return results.map((result) => {
    if (result.kind === 'failed') throw new Error(result.failure.detail);
    return result.value;
  });
}

/** What people do with meetings. */
import { problem, type Problem } from '../../platform/errors/problem.ts';
import { allows } from '../../platform/policy/policy.ts';
import type { CommandContext } from '../../platform/record/command.ts';
import { editRow } from '../../platform/record/edit.ts';
import type { CivilDate } from '../../values/partial-date.ts';
import { failed, ok, type Result } from '../../values/result.ts';
import {
  isClockTime,
  meetingProgress,
  MEETING_WORKFLOW,
  type ClockTime,
  type MeetingState,
  type MeetingStep,
} from '../model/meeting.ts';
import { readMeetingNumber } from '../model/references.ts';
import { takeStep } from '../model/workflow.ts';
import type { GroupRow } from '../store/groups.ts';
import { meetingById, meetingByReference, unnumberedMeetingOn, meetingOn, type MeetingRow } from '../store/meetings.ts';
import { upsertRow, withParts, type Recorded } from '../../platform/record/upsert.ts';
import { recordAgenda, type AgendaItemInput } from './agenda.ts';
import { ensureGroup, ensureMainGroup } from './groups.ts';
import { meetingNamed, meetingReferenceOf } from '../lookup.ts';

export interface MeetingValues {
  readonly date?: CivilDate;
  readonly startTime?: ClockTime | null;
  readonly endTime?: ClockTime | null;
  readonly title?: string;
  /** Where, or by what means: `Online`. */
  readonly place?: string;
  readonly introduction?: string;
  readonly chair?: string;
}

export interface MeetingInput extends Omit<MeetingValues, 'date'> {
  /** Short name of the group; one not in the record yet is added. */
  readonly group: string;
  /** As numbered; null for one that is only in the calendar, known by its date until it gets a number. */
  readonly number: string | null;
  readonly extraordinary?: boolean;
  /** Needed for a new meeting and for one without a number. */
  readonly date?: CivilDate | null;
  /** How far the source knows it has come; the record never goes back because of it. */
  readonly state?: MeetingState;
  /** The whole agenda in order; absent leaves it as it is. */
  readonly agenda?: readonly AgendaItemInput[];
}

export interface RecordedMeeting extends Recorded {
  readonly reference: string;
  /** What happened to each item of the agenda given, in its order; then items that are no longer on it. */
  readonly agenda: readonly Recorded[];
}

function checkTimes(values: Pick<MeetingValues, 'startTime' | 'endTime'>): Problem | null {
  for (const [name, time] of [
    ['start', values.startTime],
    ['end', values.endTime],
  ] as const) {
    const words = time ?? null;
    if (words !== null && !isClockTime(words)) {
      return problem('invalid-value', `The ${name} time “${words}” is no time of day. Write it as 10:00 or 14:30.`);
    }
  }
  if (typeof values.startTime === 'string' && typeof values.endTime === 'string' && values.endTime < values.startTime) {
    return problem(
      'invalid-value',
      `The meeting would end at ${values.endTime}, before it starts at ${values.startTime}.`,
    );
  }
  return null;
}

/** Creates the meeting or makes it read as given; what is not given stays. A numbered one takes over its calendar entry. */
export async function recordMeeting(
  context: CommandContext,
  input: MeetingInput,
): Promise<Result<RecordedMeeting, Problem>> {
  const wrong = checkTimes(input);
  if (wrong !== null) return failed(wrong);
  const number = input.number === null ? null : readMeetingNumber(input.number);
  if (input.number !== null && number === null) {
    return failed(problem('invalid-value', `“${input.number}” is no meeting number. Write it as 12 or 10.1.`));
  }
  const group = await ensureGroup(context, input.group);
  if (group.kind === 'failed') return group;
  const present = await presentMeeting(context, group.value, { ...input, number });
  if (present === null && (input.date ?? null) === null) {
    return failed(problem('invalid-value', `Give the date of the ${group.value.short_name} meeting.`));
  }
  const state =
    input.state !== undefined && (present === null || meetingProgress(input.state) > meetingProgress(present.state))
      ? input.state
      : undefined;
  const row = await upsertRow(
    context.database,
    'meeting',
    'meeting',
    present?.id ?? null,
    {
      number: number ?? undefined,
      extraordinary: present === null || number !== null ? (input.extraordinary ?? false) : undefined,
      date: input.date ?? undefined,
      start_time: input.startTime,
      end_time: input.endTime,
      title: input.title,
      place: input.place,
      introduction: input.introduction,
      chair: input.chair,
      state,
    },
    { group_id: group.value.id, ...(state === undefined ? { state: 'scheduled' } : {}) },
  );
  await ensureMainGroup(context, group.value);
  const agenda = input.agenda === undefined ? [] : await recordAgenda(context, row, input.agenda);
  const recorded = await meetingNamed(context.database, row.id);
  if (recorded.kind === 'failed') return recorded;
  return ok({ ...withParts(row, agenda, 'agenda_item'), reference: meetingReferenceOf(recorded.value), agenda });
}

async function presentMeeting(
  context: CommandContext,
  group: GroupRow,
  input: Pick<MeetingInput, 'number' | 'extraordinary' | 'date'>,
): Promise<MeetingRow | null> {
  const extraordinary = input.extraordinary ?? false;
  const date = input.date ?? null;
  if (input.number === null) return date === null ? null : meetingOn(context.database, group.id, date);
  const reference = { group: group.short_name, number: input.number, extraordinary, date: null };
  return (
    (await meetingByReference(context.database, reference)) ??
    (date === null ? null : await unnumberedMeetingOn(context.database, group.id, date))
  );
}

/** Adds a meeting; `already-there` when the group has one of that number, or one on that day without a number. */
export async function addMeeting(
  context: CommandContext,
  input: MeetingInput,
): Promise<Result<RecordedMeeting, Problem>> {
  const group = await ensureGroup(context, input.group);
  if (group.kind === 'failed') return group;
  const number = input.number === null ? null : readMeetingNumber(input.number);
  const present = await presentMeeting(context, group.value, { ...input, number });
  if (present !== null && (present.number !== null || number === null)) {
    return failed(
      problem(
        'already-there',
        `${meetingReferenceOf(present)} is in the record already, on ${present.date}. Open it to edit it.`,
      ),
    );
  }
  return recordMeeting(context, input);
}

/** Changes a meeting in place; a number can be given once it has one. Answers its new version. */
export async function editMeeting(
  context: CommandContext,
  idOrReference: string,
  ifMatch: number | null,
  values: MeetingValues & { readonly number?: string },
): Promise<Result<number, Problem>> {
  const meeting = await meetingNamed(context.database, idOrReference);
  if (meeting.kind === 'failed') return meeting;
  const wrong = checkTimes({
    startTime: values.startTime === undefined ? meeting.value.start_time : values.startTime,
    endTime: values.endTime === undefined ? meeting.value.end_time : values.endTime,
  });
  if (wrong !== null) return failed(wrong);
  const number = values.number === undefined ? undefined : readMeetingNumber(values.number);
  if (number === null) {
    return failed(problem('invalid-value', `“${values.number ?? ''}” is no meeting number. Write it as 12 or 10.1.`));
  }
  if (number !== undefined) {
    const { group_short_name: group, extraordinary } = meeting.value;
    const taken = await meetingByReference(context.database, { group, number, extraordinary, date: null });
    if (taken !== null && taken.id !== meeting.value.id) {
      return failed(problem('already-there', `${meetingReferenceOf(taken)} is another meeting, on ${taken.date}.`));
    }
  }
  return editRow(context.database, 'meeting', meeting.value.id, ifMatch, {
    number,
    date: values.date,
    start_time: values.startTime,
    end_time: values.endTime,
    title: values.title,
    place: values.place,
    introduction: values.introduction,
    chair: values.chair,
  });
}

/** Takes a meeting one step further; `step-not-allowed` when the step does not lead on from its state. */
export async function stepMeeting(
  context: CommandContext,
  idOrReference: string,
  ifMatch: number | null,
  name: MeetingStep,
): Promise<Result<number, Problem>> {
  const meeting = await meetingNamed(context.database, idOrReference);
  if (meeting.kind === 'failed') return meeting;
  const step = takeStep(MEETING_WORKFLOW, meeting.value.state, name, null);
  if (step.kind === 'failed') return step;
  if (!allows(context.actor, step.value.verb, 'meeting')) {
    return failed(problem('not-allowed', `Your role does not let you take the step “${step.value.label}”.`));
  }
  return editRow(context.database, 'meeting', meeting.value.id, ifMatch, { state: step.value.to });
}

/** Moves a meeting to `ratified` when its minutes are approved; nothing happens before it was held. */
export async function ratifyMinutesOf(context: CommandContext, meetingId: string): Promise<void> {
  const meeting = await meetingById(context.database, meetingId);
  if (meeting === null || (meeting.state !== 'held' && meeting.state !== 'minuted')) return;
  await upsertRow(context.database, 'meeting', 'meeting', meeting.id, { state: 'ratified' satisfies MeetingState });
}

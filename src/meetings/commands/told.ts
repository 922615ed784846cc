/** Mending by hand what a meeting was told: updates from other groups, and its notes. Packs write the same records. */
import { problem, type Problem } from '../../platform/errors/problem.ts';
import type { CommandContext } from '../../platform/record/command.ts';
import { editRow, removeRow } from '../../platform/record/edit.ts';
import type { PartialDate } from '../../values/partial-date.ts';
import { failed, ok, type Result } from '../../values/result.ts';
import { groupNamed, meetingNamed } from '../lookup.ts';
import type { HeadedItem, NoteKind } from '../model/document.ts';
import { groupUpdateById, noteById, type GroupUpdateRow, type MeetingNoteRow } from '../store/meetings.ts';
import {
  presentGroupUpdate,
  presentMeetingNote,
  recordGroupUpdate,
  recordMeetingNote,
  type GroupUpdateInput,
  type MeetingNoteInput,
} from './record-told.ts';

interface GroupUpdateValues {
  /** Short name or id of the group it comes from. */
  readonly fromGroup?: string;
  /** The day of that group's own meeting. */
  readonly occurred?: PartialDate;
  readonly items?: readonly HeadedItem[];
  readonly requests?: readonly string[];
  readonly report?: string;
}

interface MeetingNoteValues {
  readonly kind?: NoteKind;
  readonly title?: string;
  readonly items?: readonly HeadedItem[];
}

const updateIsThere = (group: string): Problem =>
  problem(
    'already-there',
    `The meeting has an update from ${group} of that day already. Add your points to that one instead.`,
  );

const noteIsThere = (title: string): Problem =>
  problem(
    'already-there',
    `The meeting has “${title}” already. Add your points to that one, or give it another title.`,
  );

/** Adds what a group on record told a meeting; `already-there` when the meeting has that group's update of that day. */
export async function addGroupUpdate(
  context: CommandContext,
  input: Omit<GroupUpdateInput, 'position'>,
): Promise<Result<{ readonly id: string }, Problem>> {
  const meeting = await meetingNamed(context.database, input.meeting);
  if (meeting.kind === 'failed') return meeting;
  const group = await groupNamed(context.database, input.fromGroup);
  if (group.kind === 'failed') return group;
  const present = await presentGroupUpdate(context, meeting.value.id, group.value.id, input.occurred);
  if (present !== null) return failed(updateIsThere(group.value.short_name));
  const added = await recordGroupUpdate(context, { ...input, fromGroup: group.value.short_name });
  return added.kind === 'failed' ? added : ok({ id: added.value.id });
}

/** Changes an update in place; `already-there` when it would become another one of that meeting. Answers its new version. */
export async function editGroupUpdate(
  context: CommandContext,
  id: string,
  ifMatch: number | null,
  values: GroupUpdateValues,
): Promise<Result<number, Problem>> {
  const update = await groupUpdateNamed(context, id);
  if (update.kind === 'failed') return update;
  const group = await groupNamed(context.database, values.fromGroup ?? update.value.from_group_id);
  if (group.kind === 'failed') return group;
  const occurred = values.occurred ?? update.value.occurred;
  const present = await presentGroupUpdate(context, update.value.meeting_id, group.value.id, occurred);
  if (present !== null && present.id !== id) return failed(updateIsThere(group.value.short_name));
  return editRow(context.database, 'group_update', id, ifMatch, {
    from_group_id: values.fromGroup === undefined ? undefined : group.value.id,
    occurred: values.occurred,
    occurred_on: values.occurred?.earliest,
    items: values.items,
    requests: values.requests,
    report: values.report,
  });
}

/** Takes an update off its meeting; the history keeps it. */
export async function removeGroupUpdate(context: CommandContext, id: string): Promise<Result<null, Problem>> {
  const update = await groupUpdateNamed(context, id);
  return update.kind === 'failed' ? update : removeRow(context.database, 'group_update', id);
}

/** Adds a note to a meeting; `already-there` when it has one of that kind and title. */
export async function addMeetingNote(
  context: CommandContext,
  input: Omit<MeetingNoteInput, 'position'>,
): Promise<Result<{ readonly id: string }, Problem>> {
  const meeting = await meetingNamed(context.database, input.meeting);
  if (meeting.kind === 'failed') return meeting;
  const present = await presentMeetingNote(context, meeting.value.id, input.kind, input.title);
  if (present !== null) return failed(noteIsThere(input.title));
  const added = await recordMeetingNote(context, input);
  return added.kind === 'failed' ? added : ok({ id: added.value.id });
}

/** Changes a note in place; `already-there` when it would become another one of that meeting. Answers its new version. */
export async function editMeetingNote(
  context: CommandContext,
  id: string,
  ifMatch: number | null,
  values: MeetingNoteValues,
): Promise<Result<number, Problem>> {
  const note = await meetingNoteNamed(context, id);
  if (note.kind === 'failed') return note;
  const { meeting_id: meetingId, kind, title } = note.value;
  const present = await presentMeetingNote(context, meetingId, values.kind ?? kind, values.title ?? title);
  if (present !== null && present.id !== id) return failed(noteIsThere(present.title));
  return editRow(context.database, 'meeting_note', id, ifMatch, {
    kind: values.kind,
    title: values.title,
    items: values.items,
  });
}

/** Takes a note off its meeting; the history keeps it. */
export async function removeMeetingNote(context: CommandContext, id: string): Promise<Result<null, Problem>> {
  const note = await meetingNoteNamed(context, id);
  return note.kind === 'failed' ? note : removeRow(context.database, 'meeting_note', id);
}

const gone = (what: string): Problem =>
  problem('not-found', `There is no such ${what} in the record; it may have been removed. Go back to the meeting.`);

async function groupUpdateNamed(context: CommandContext, id: string): Promise<Result<GroupUpdateRow, Problem>> {
  const row = await groupUpdateById(context.database, id);
  return row === null ? failed(gone('update')) : ok(row);
}

async function meetingNoteNamed(context: CommandContext, id: string): Promise<Result<MeetingNoteRow, Problem>> {
  const row = await noteById(context.database, id);
  return row === null ? failed(gone('note')) : ok(row);
}

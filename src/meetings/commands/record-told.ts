/** Recording what a meeting was told, updates from other groups and notes, and finding what it was told already. */
import type { Problem } from '../../platform/errors/problem.ts';
import type { CommandContext } from '../../platform/record/command.ts';
import { upsertRow, type Recorded } from '../../platform/record/upsert.ts';
import type { PartialDate } from '../../values/partial-date.ts';
import { ok, type Result } from '../../values/result.ts';
import { meetingNamed } from '../lookup.ts';
import type { HeadedItem, NoteKind } from '../model/document.ts';
import { groupUpdatesAt, notesOf, type GroupUpdateRow, type MeetingNoteRow } from '../store/meetings.ts';
import { ensureGroup } from './groups.ts';

export interface GroupUpdateInput {
  /** The meeting it was told at: id or `CCAG-12`. */
  readonly meeting: string;
  /** Short name of the group it comes from; one not in the record yet is added. */
  readonly fromGroup: string;
  /** The day of that group's own meeting. */
  readonly occurred: PartialDate;
  readonly items: readonly HeadedItem[];
  readonly requests?: readonly string[];
  readonly report?: string;
  readonly position?: number;
}

/** The update of that group and day among these; days that nobody can tell are the same when their words are. */
const updateAmong = <Row extends Pick<GroupUpdateRow, 'from_group_id' | 'occurred' | 'occurred_on'>>(
  told: readonly Row[],
  groupId: string,
  occurred: PartialDate,
): Row | null =>
  told.find(
    (row) =>
      row.from_group_id === groupId &&
      (occurred.earliest === null ? row.occurred.raw === occurred.raw : row.occurred_on === occurred.earliest),
  ) ?? null;

/** The update of that group and day at a meeting; null when there is none. */
export const presentGroupUpdate = async (
  context: CommandContext,
  meetingId: string,
  groupId: string,
  occurred: PartialDate,
): Promise<GroupUpdateRow | null> => updateAmong(await groupUpdatesAt(context.database, meetingId), groupId, occurred);

/** After the last one there is, whatever was taken off before it. */
const nextPosition = (told: readonly { readonly position: number }[]): number =>
  Math.max(0, ...told.map((row) => row.position)) + 1;

/** Records what a group told a meeting. One update of a group, of one day, at one meeting, is one record. */
export async function recordGroupUpdate(
  context: CommandContext,
  input: GroupUpdateInput,
): Promise<Result<Recorded, Problem>> {
  const meeting = await meetingNamed(context.database, input.meeting);
  if (meeting.kind === 'failed') return meeting;
  const group = await ensureGroup(context, input.fromGroup);
  if (group.kind === 'failed') return group;
  const told = await groupUpdatesAt(context.database, meeting.value.id);
  const present = updateAmong(told, group.value.id, input.occurred);
  return ok(
    await upsertRow(
      context.database,
      'group_update',
      'update',
      present?.id ?? null,
      {
        occurred: input.occurred,
        occurred_on: input.occurred.earliest,
        items: input.items,
        requests: input.requests,
        report: input.report,
        position: input.position,
      },
      {
        meeting_id: meeting.value.id,
        from_group_id: group.value.id,
        ...(input.position === undefined ? { position: nextPosition(told) } : {}),
      },
    ),
  );
}

export interface MeetingNoteInput {
  readonly meeting: string;
  readonly kind: NoteKind;
  readonly title: string;
  readonly items: readonly HeadedItem[];
  readonly position?: number;
}

const noteAmong = (told: readonly MeetingNoteRow[], kind: NoteKind, title: string): MeetingNoteRow | null =>
  told.find((row) => row.kind === kind && row.title.toLowerCase() === title.toLowerCase()) ?? null;

/** The note of that kind and title at a meeting; null when there is none. */
export const presentMeetingNote = async (
  context: CommandContext,
  meetingId: string,
  kind: NoteKind,
  title: string,
): Promise<MeetingNoteRow | null> => noteAmong(await notesOf(context.database, meetingId), kind, title);

/** Records news, a status or a next step told at a meeting. One kind and title at one meeting is one record. */
export async function recordMeetingNote(
  context: CommandContext,
  input: MeetingNoteInput,
): Promise<Result<Recorded, Problem>> {
  const meeting = await meetingNamed(context.database, input.meeting);
  if (meeting.kind === 'failed') return meeting;
  const told = await notesOf(context.database, meeting.value.id);
  const present = noteAmong(told, input.kind, input.title);
  return ok(
    await upsertRow(
      context.database,
      'meeting_note',
      'note',
      present?.id ?? null,
      { kind: input.kind, title: input.title, items: input.items, position: input.position },
      { meeting_id: meeting.value.id, ...(input.position === undefined ? { position: nextPosition(told) } : {}) },
    ),
  );
}

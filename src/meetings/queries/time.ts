/** Which instant a meeting stands for, which meeting was the last, and which day the record takes for today. */
import type { Database, Instant } from '../../platform/database/tables.ts';
import { programme } from '../../platform/people/store.ts';
import { asAt, NOW, readAt, type Moment } from '../../platform/record/moment.ts';
import { londonDate, londonInstant, meetingInstant, type MeetingState } from '../model/meeting.ts';
import { readMeetingReference } from '../model/references.ts';
import { mainGroup } from '../store/groups.ts';
import { agendaOf, meetingById, meetingByReference, meetingsUpTo, type MeetingRow } from '../store/meetings.ts';

/** A meeting whose papers went out and whose time has passed was held, whether or not somebody has recorded it yet. */
const MET: readonly MeetingState[] = ['papers-issued', 'held', 'minuted', 'ratified'];

/** The word that stands for the latest meeting of the programme's main group. */
export const LAST = 'last';

/**
 * The meeting that a reference names: an id, `CCAG-12` in any spelling, or `last`, the latest meeting of the main group
 * that was over before `before` (the as-at instant; now when null: in a programme that stands still, the start of its day).
 *
 * @returns null when there is none.
 */
export async function findMeetingByReference(
  database: Database,
  reference: string,
  before: Instant | null = null,
): Promise<MeetingRow | null> {
  if (reference.trim().toLowerCase() === LAST) return lastMeeting(database, before);
  const parsed = readMeetingReference(reference);
  return (
    (await meetingById(database, reference)) ?? (parsed === null ? null : await meetingByReference(database, parsed))
  );
}

async function lastMeeting(database: Database, before: Instant | null): Promise<MeetingRow | null> {
  const group = await mainGroup(database);
  if (group === null) return null;
  const limit = before ?? (await presentInstant(database));
  const latest = await meetingsUpTo(database, group.id, MET, londonDate(limit), 10);
  return latest.find((meeting) => Date.parse(instantOf(meeting)) < Date.parse(limit)) ?? null;
}

async function presentInstant(database: Database): Promise<Instant> {
  const standing = (await programme(database))?.standingDate ?? null;
  return standing === null ? new Date().toISOString() : londonInstant(standing, '00:00');
}

/** The instant a meeting of the record stands for in *as at* and *since*: see `meetingInstant`. */
export const instantOf = (meeting: Pick<MeetingRow, 'date' | 'end_time'>): Instant =>
  meetingInstant({ date: meeting.date, endTime: meeting.end_time });

/**
 * The moment at which a meeting's papers are read: the end of the meeting, once it is over and the record knew its
 * agenda by then. A meeting still to come, and one that was entered afterwards (an old pack read in), are read as the
 * record stands now. In a programme that stands still, a meeting of its standing day is still to come.
 */
export async function momentOfPapers(database: Database, reference: string): Promise<Moment> {
  const meeting = await findMeetingByReference(database, reference);
  if (meeting === null) return NOW;
  const end = instantOf(meeting);
  if (Date.parse(end) >= Date.parse(await presentInstant(database))) return NOW;
  const agenda = await readAt(database, asAt(end), (then) => agendaOf(then, meeting.id));
  return agenda.length > 0 ? asAt(end) : NOW;
}

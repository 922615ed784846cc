/** How a question is asked: of which moment, compared with which, and on which day. */
import type { Database, Instant } from '../../platform/database/tables.ts';
import { changesOf, type RecordDescription } from '../../platform/record/description.ts';
import type { Moment } from '../../platform/record/moment.ts';
import type { CivilDate } from '../../values/partial-date.ts';
import { meetingsById } from '../store/meetings.ts';
import type { Changes, MeetingsById } from './present.ts';

export interface View {
  readonly moment: Moment;
  /** Marks what changed after this instant; null marks nothing. */
  readonly since: Instant | null;
  readonly today: CivilDate;
}

/** The marks of change of these records; none without a `since`. */
export async function marksOf(
  database: Database,
  view: View,
  description: RecordDescription,
  ids: readonly string[],
): Promise<Changes> {
  if (view.since === null || ids.length === 0) return new Map();
  const until = view.moment.kind === 'as-at' ? view.moment.at : null;
  return changesOf(database, description, { after: view.since, until }, ids);
}

/** The meetings of these ids by id; nulls are left out. */
export async function meetingsMentioned(database: Database, ids: readonly (string | null)[]): Promise<MeetingsById> {
  const rows = await meetingsById(
    database,
    ids.filter((id) => id !== null),
  );
  return new Map(rows.map((row) => [row.id, row]));
}

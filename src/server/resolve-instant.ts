/** What `asAt` and `since` may be: an instant, a civil date, or a meeting. */
import { packAcceptedAt } from '../intake/store/intakes.ts';
import { findMeetingByReference, instantOf } from '../meetings/queries/time.ts';
import type { MeetingRow } from '../meetings/store/meetings.ts';
import { failed, ok, type Result } from '../values/result.ts';
import { isCivilDate } from '../values/partial-date.ts';
import type { Database, Instant } from '../platform/database/tables.ts';
import { problem, type Problem } from '../platform/errors/problem.ts';

/** An instant that the database understands, too: the parser of the language also takes 30 February for 2 March. */
const isInstant = (words: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/.test(words) &&
  isCivilDate(words.slice(0, 10)) &&
  !Number.isNaN(Date.parse(words));

/**
 * The moment a meeting stands for: its end or, where its pack came in only afterwards, the moment that was accepted.
 * Whoever reads an old pack in today asks "what changed since CCAG-12" of the record as that pack left it.
 */
async function instantKnown(database: Database, meeting: MeetingRow): Promise<Instant> {
  const end = instantOf(meeting);
  const accepted = await packAcceptedAt(database, meeting.group_short_name, meeting.number);
  return accepted !== null && Date.parse(accepted) > Date.parse(end) ? accepted : end;
}

/** An instant in ISO 8601; a civil date, meaning the end of that day; a meeting's reference or `last`, meaning its end. `last` counts from `before`. */
export const instantResolver =
  (database: Database) =>
  async (words: string, before: Instant | null = null): Promise<Result<Instant, Problem>> => {
    if (isCivilDate(words)) return ok(`${words}T23:59:59.999999Z`);
    if (isInstant(words)) return ok(words);
    const meeting = await findMeetingByReference(database, words, before);
    if (meeting !== null) return ok(await instantKnown(database, meeting));
    return failed(
      problem(
        'invalid-request',
        `“${words}” is neither a date and time (2022-11-23T10:00:00Z) nor a meeting that the record knows (CCAG-12).`,
      ),
    );
  };

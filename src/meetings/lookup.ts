/** Finding what a command is about, by id or by the reference that people write. */
import type { Database } from '../platform/database/tables.ts';
import { problem, type Problem } from '../platform/errors/problem.ts';
import { failed, ok, type Result } from '../values/result.ts';
import {
  actionSortKey,
  printMeetingReference,
  readActionReference,
  readDecisionReference,
  readMeetingReference,
} from './model/references.ts';
import { actionById, actionBySortKey, type ActionRow } from './store/actions.ts';
import { decisionById, decisionByNumber, type DecisionRow } from './store/decisions.ts';
import { findGroup, type GroupRow } from './store/groups.ts';
import { meetingById, meetingByReference, type MeetingRow } from './store/meetings.ts';

/** A group by id or short name, or `not-found`. */
export async function groupNamed(database: Database, idOrShortName: string): Promise<Result<GroupRow, Problem>> {
  const found = await findGroup(database, idOrShortName);
  return found === null
    ? failed(problem('not-found', `There is no group “${idOrShortName}” in the record. Look at the list of groups.`))
    : ok(found);
}

/** A meeting by id or printed reference (`CCAG-12`), or `not-found`. */
export async function meetingNamed(database: Database, idOrReference: string): Promise<Result<MeetingRow, Problem>> {
  const reference = readMeetingReference(idOrReference);
  const found =
    (await meetingById(database, idOrReference)) ??
    (reference === null ? null : await meetingByReference(database, reference));
  return found === null
    ? failed(
        problem(
          'not-found',
          `There is no meeting “${idOrReference}” in the record. Meetings are named by group and number, for example CCAG-12.`,
        ),
      )
    : ok(found);
}

/** An action by id or printed reference (`CCAG08-06`), or `not-found`. */
export async function actionNamed(database: Database, idOrReference: string): Promise<Result<ActionRow, Problem>> {
  const reference = readActionReference(idOrReference);
  const found =
    (await actionById(database, idOrReference)) ??
    (reference === null ? null : await actionBySortKey(database, actionSortKey(reference)));
  return found === null
    ? failed(
        problem(
          'not-found',
          `There is no action “${idOrReference}” in the record. Actions are named by meeting and running number, for example CCAG08-06.`,
        ),
      )
    : ok(found);
}

/** A decision by id or printed reference (`CCAG-D012`), or `not-found`. */
export async function decisionNamed(database: Database, idOrReference: string): Promise<Result<DecisionRow, Problem>> {
  const reference = readDecisionReference(idOrReference);
  const found =
    (await decisionById(database, idOrReference)) ??
    (reference === null ? null : await decisionByNumber(database, reference.group, reference.number));
  return found === null
    ? failed(
        problem(
          'not-found',
          `There is no decision “${idOrReference}” in the record. Decisions are named like CCAG-D012.`,
        ),
      )
    : ok(found);
}

/** `CCAG-12`: a meeting's printed reference. */
export const meetingReferenceOf = (
  meeting: Pick<MeetingRow, 'group_short_name' | 'number' | 'extraordinary' | 'date'>,
): string =>
  printMeetingReference({
    group: meeting.group_short_name,
    number: meeting.number,
    extraordinary: meeting.extraordinary,
    date: meeting.date,
  });

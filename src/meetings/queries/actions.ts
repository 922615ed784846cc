/** Questions about actions. */
import { readCursor, writeCursor } from '../../platform/http/cursor.ts';
import type { Database } from '../../platform/database/tables.ts';
import { ok } from '../../values/result.ts';
import { actionNamed, meetingReferenceOf } from '../lookup.ts';
import { actionSentence } from '../model/action.ts';
import { ACTION_DESCRIPTION } from '../model/descriptions.ts';
import {
  actionOwners,
  countActions,
  listActions,
  updatesOf,
  type ActionFilter,
  type ActionRow,
  type ActionSort,
} from '../store/actions.ts';
import { linksSeenFrom } from '../../platform/record/linking.ts';
import { presentAction, presentUpdate } from './present.ts';
import { marksOf, meetingsMentioned, type View } from './view.ts';

export interface ActionsQuery {
  readonly filter: ActionFilter;
  readonly sort: ActionSort;
  readonly order: 'asc' | 'desc';
  readonly cursor: string | undefined;
  readonly limit: number;
}

/** Actions as lists show them, in the order given. */
export async function presentActions(database: Database, view: View, rows: readonly ActionRow[]) {
  const ids = rows.map((row) => row.id);
  const updates = await updatesOf(database, ids);
  const meetings = await meetingsMentioned(database, [
    ...rows.flatMap((row) => [row.proposed_at_meeting_id, row.closed_at_meeting_id]),
    ...updates.map((update) => update.meeting_id),
  ]);
  const marks = await marksOf(database, view, ACTION_DESCRIPTION, ids);
  return rows.map((row) =>
    presentAction(
      row,
      updates.filter((update) => update.action_id === row.id),
      meetings,
      view.today,
      marks,
    ),
  );
}

/** A page of actions with its sentence: `10 actions open, 8 proposed for closing at CCAG-12, 3 overdue.` */
export async function actionsPage(database: Database, view: View, query: ActionsQuery) {
  const cursor = readCursor(query.cursor, 2);
  if (cursor.kind === 'failed') return cursor;
  const after = cursor.value === null ? null : ([String(cursor.value[0]), String(cursor.value[1])] as const);
  const rows = await listActions(database, query.filter, query.sort, query.order, after, query.limit + 1);
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  const counts = await countActions(database, query.filter, view.today);
  const proposed = await meetingsMentioned(database, [counts.proposed_at]);
  const proposedAt = counts.proposed_meetings === 1 ? [...proposed.values()][0] : undefined;
  return ok({
    items: await presentActions(database, view, page),
    nextCursor: rows.length > page.length && last !== undefined ? writeCursor([last.sorted_by, last.sort_key]) : null,
    total: counts.total,
    sentence: actionSentence({
      outstanding: counts.outstanding,
      proposed: counts.proposed,
      overdue: counts.overdue,
      closed: counts.closed,
      proposedAt: proposedAt === undefined ? null : meetingReferenceOf(proposedAt),
    }),
    owners: await actionOwners(database),
    today: view.today,
  });
}

/** One action with all its appearances, meeting after meeting, oldest first. */
export async function actionDetail(database: Database, view: View, idOrReference: string) {
  const found = await actionNamed(database, idOrReference);
  if (found.kind === 'failed') return found;
  const updates = await updatesOf(database, [found.value.id]);
  const meetings = await meetingsMentioned(
    database,
    updates.map((update) => update.meeting_id),
  );
  const [summary] = await presentActions(database, view, [found.value]);
  if (summary === undefined) throw new Error('An action that was found has no presentation');
  return ok({
    ...summary,
    appearances: updates.map((update) => presentUpdate(update, meetings)),
    links: await linksSeenFrom(database, { kind: 'action', id: found.value.id }),
    today: view.today,
  });
}

/** Questions about decisions and recommendations. */
import type { Database } from '../../platform/database/tables.ts';
import { readCursor, writeCursor } from '../../platform/http/cursor.ts';
import { ok } from '../../values/result.ts';
import { decisionNamed } from '../lookup.ts';
import { decisionSentence } from '../model/decision.ts';
import { DECISION_DESCRIPTION } from '../model/descriptions.ts';
import {
  countDecisions,
  escalationsOf,
  listDecisions,
  type DecisionFilter,
  type DecisionRow,
} from '../store/decisions.ts';
import { linksSeenFrom } from '../../platform/record/linking.ts';
import { presentDecision } from './present.ts';
import { marksOf, meetingsMentioned, type View } from './view.ts';

export interface DecisionsQuery {
  readonly filter: DecisionFilter;
  readonly order: 'asc' | 'desc';
  readonly cursor: string | undefined;
  readonly limit: number;
}

/** Decisions as lists show them, in the order given. */
export async function presentDecisions(database: Database, view: View, rows: readonly DecisionRow[]) {
  const ids = rows.map((row) => row.id);
  const escalation = await escalationsOf(database, ids);
  const meetings = await meetingsMentioned(
    database,
    rows.map((row) => row.meeting_id),
  );
  const marks = await marksOf(database, view, DECISION_DESCRIPTION, ids);
  return rows.map((row) => presentDecision(row, escalation, meetings, marks));
}

/** A page of decisions with its sentence. */
export async function decisionsPage(database: Database, view: View, query: DecisionsQuery) {
  const cursor = readCursor(query.cursor, 2);
  if (cursor.kind === 'failed') return cursor;
  const after = cursor.value === null ? null : ([String(cursor.value[0]), String(cursor.value[1])] as const);
  const rows = await listDecisions(database, query.filter, query.order, after, query.limit + 1);
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  const counts = await countDecisions(database, query.filter);
  return ok({
    items: await presentDecisions(database, view, page),
    nextCursor: rows.length > page.length && last !== undefined ? writeCursor([last.sorted_by, last.reference]) : null,
    total: counts.total,
    sentence: decisionSentence(counts),
  });
}

/** One decision with its escalation and links. */
export async function decisionDetail(database: Database, view: View, idOrReference: string) {
  const found = await decisionNamed(database, idOrReference);
  if (found.kind === 'failed') return found;
  const [summary] = await presentDecisions(database, view, [found.value]);
  if (summary === undefined) throw new Error('A decision that was found has no presentation');
  return ok({ ...summary, links: await linksSeenFrom(database, { kind: 'decision', id: found.value.id }) });
}

import type { Selectable } from 'kysely';
import type { Database, Tables } from '../../platform/database/tables.ts';
import {
  changeRequestNumber,
  printChangeRequest,
  type ChangeRequest,
  type Impact,
  type Recommendation,
} from '../model/change-request.ts';
import './tables.ts';

const fromRow = (row: Selectable<Tables['change_request']>): ChangeRequest => ({
  kind: 'change-request',
  id: row.id,
  version: row.version,
  number: row.number,
  reference: printChangeRequest(row.number),
  title: row.title,
  request: row.request,
  raisedBy: row.raised_by,
  raisedOn: row.raised_on,
  state: row.state,
  assessmentFrom: row.assessment_from,
  assessmentTo: row.assessment_to,
  affectedMilestones: row.affected_milestones,
  costAmount: row.cost_amount,
  costKind: row.cost_kind,
  scheduleWeeksMin: row.schedule_weeks_min,
  scheduleWeeksMax: row.schedule_weeks_max,
  benefit: row.benefit,
  decisionGroup: row.decision_group,
  outcome: row.outcome,
  outcomeNote: row.outcome_note,
  decidedBy: row.decided_by,
  decidedOn: row.decided_on,
});

/** All change requests by number. */
export async function allChangeRequests(database: Database): Promise<ChangeRequest[]> {
  const rows = await database.selectFrom('change_request').selectAll().orderBy('number').execute();
  return rows.map(fromRow);
}

/** By opaque id or reference, however it is spelled (`CR12`, `CR 12`, `CR0012`); null when there is none. */
export async function findChangeRequest(database: Database, idOrReference: string): Promise<ChangeRequest | null> {
  const number = changeRequestNumber(idOrReference);
  const row = await database
    .selectFrom('change_request')
    .selectAll()
    .where((where) => (number === null ? where('id', '=', idOrReference) : where('number', '=', number)))
    .executeTakeFirst();
  return row === undefined ? null : fromRow(row);
}

/** Its impacts, in order. */
export async function impactsOf(database: Database, changeRequestId: string): Promise<Impact[]> {
  return database
    .selectFrom('change_request_impact')
    .select(['id', 'kind', 'text'])
    .where('change_request_id', '=', changeRequestId)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** Its recommendations, in order. */
export async function recommendationsOf(database: Database, changeRequestId: string): Promise<Recommendation[]> {
  return database
    .selectFrom('change_request_recommendation')
    .select(['id', 'text', 'condition', 'by_group as byGroup', 'outcome'])
    .where('change_request_id', '=', changeRequestId)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** The change request that a part (of either table) belongs to; null when there is no such part. */
export async function ownerOfPart(
  database: Database,
  table: 'change_request_impact' | 'change_request_recommendation',
  partId: string,
): Promise<string | null> {
  const row = await database.selectFrom(table).select('change_request_id').where('id', '=', partId).executeTakeFirst();
  return row?.change_request_id ?? null;
}

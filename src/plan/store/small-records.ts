import { sql } from 'kysely';
import type { Database } from '../../platform/database/tables.ts';
import type {
  Deliverable,
  FreezeOption,
  FreezeRecommendation,
  PlanningAssumption,
  StatusReport,
  TopicArea,
} from '../model/small-records.ts';
import './tables.ts';

/** All deliverables, the soonest due first, those without a day last. */
export async function allDeliverables(database: Database): Promise<Deliverable[]> {
  const rows = await database
    .selectFrom('deliverable')
    .select(['id', 'version', 'text', 'due', 'state', 'meeting_key as meetingKey'])
    .orderBy(sql`due_earliest asc nulls last`)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({ kind: 'deliverable', ...row }));
}

/** All topic areas in the order of the plan. */
export async function allTopicAreas(database: Database): Promise<TopicArea[]> {
  const rows = await database
    .selectFrom('topic_area')
    .select(['id', 'version', 'name', 'state', 'note', 'milestone_id as milestoneId'])
    .orderBy('position')
    .execute();
  return rows.map((row) => ({ kind: 'topic-area', ...row }));
}

/** All planning assumptions, in the order they came. */
export async function allAssumptions(database: Database): Promise<PlanningAssumption[]> {
  const rows = await database
    .selectFrom('planning_assumption')
    .select(['id', 'version', 'text', 'explicit', 'source', 'state'])
    .orderBy('position')
    .execute();
  return rows.map((row) => ({ kind: 'planning-assumption', ...row }));
}

/** All freeze options by number. */
export async function allFreezeOptions(database: Database): Promise<FreezeOption[]> {
  const rows = await database
    .selectFrom('freeze_option')
    .select(['id', 'version', 'number', 'name', 'text', 'who_can_act as whoCanAct'])
    .orderBy('number')
    .execute();
  return rows.map((row) => ({ kind: 'freeze-option', ...row }));
}

/** All recommendations about a code freeze, in the order they came. */
export async function allFreezeRecommendations(database: Database): Promise<FreezeRecommendation[]> {
  const rows = await database
    .selectFrom('freeze_recommendation')
    .select(['id', 'version', 'text', 'by_group as byGroup', 'meeting_key as meetingKey', 'outcome'])
    .orderBy('position')
    .execute();
  return rows.map((row) => ({ kind: 'freeze-recommendation', ...row }));
}

/** All status reports, the newest first. */
export async function allStatusReports(database: Database): Promise<StatusReport[]> {
  const rows = await database
    .selectFrom('status_report')
    .select([
      'id',
      'version',
      'meeting_key as meetingKey',
      'date',
      'summary',
      'percent_complete as percentComplete',
      'rag',
    ])
    .orderBy(sql`date desc nulls last`)
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({ kind: 'status-report', ...row }));
}

/** Id of the row of a table whose key column has this value; null when there is none. */
export async function findIdByKey(
  database: Database,
  table:
    'deliverable' | 'topic_area' | 'planning_assumption' | 'freeze_option' | 'freeze_recommendation' | 'status_report',
  column: 'text_key' | 'name_key' | 'meeting_key' | 'number',
  value: string | number,
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(table)} where ${sql.ref(column)} = ${value}`.execute(database);
  return rows[0]?.id ?? null;
}

/** Decisions and their escalation in the database. */
import { sql, type RawBuilder } from 'kysely';
import type { Database } from '../../platform/database/tables.ts';
import type { CivilDate } from '../../values/partial-date.ts';
import type { DecisionKind, Outcome } from '../model/decision.ts';
import './tables.ts';

const withGroup = (database: Database) =>
  database
    .selectFrom('decision')
    .innerJoin('governance_group', 'governance_group.id', 'decision.group_id')
    .selectAll('decision')
    .select('governance_group.short_name as group_short_name');

export type DecisionRow = Awaited<ReturnType<ReturnType<typeof withGroup>['executeTakeFirstOrThrow']>>;

/** A decision by its opaque id; null when there is none. */
export const decisionById = async (database: Database, id: string): Promise<DecisionRow | null> =>
  (await withGroup(database).where('decision.id', '=', id).executeTakeFirst()) ?? null;

/** A decision of a group by its running number; null when there is none. */
export async function decisionByNumber(database: Database, group: string, number: number): Promise<DecisionRow | null> {
  const row = await withGroup(database)
    .where(sql`lower(governance_group.short_name)`, '=', group.toLowerCase())
    .where('decision.running_number', '=', number)
    .executeTakeFirst();
  return row ?? null;
}

/** The decisions of a meeting in their order. */
export const decisionsAt = (database: Database, meetingId: string): Promise<DecisionRow[]> =>
  withGroup(database).where('decision.meeting_id', '=', meetingId).orderBy('decision.running_number').execute();

/** The highest number a group has given to a decision; 0 when there is none. */
export async function lastDecisionNumber(database: Database, groupId: string): Promise<number> {
  const row = await database
    .selectFrom('decision')
    .select(sql<number | null>`max(running_number)`.as('last'))
    .where('group_id', '=', groupId)
    .executeTakeFirst();
  return row?.last ?? 0;
}

export interface DecisionFilter {
  readonly groups: readonly string[];
  readonly kinds: readonly DecisionKind[];
  readonly outcomes: readonly Outcome[];
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
  readonly text: string;
}

function conditions(filter: DecisionFilter): RawBuilder<boolean> {
  const parts: RawBuilder<unknown>[] = [sql`true`];
  if (filter.groups.length > 0) {
    parts.push(sql`lower(governance_group.short_name) = any(${filter.groups.map((group) => group.toLowerCase())})`);
  }
  if (filter.kinds.length > 0) parts.push(sql`decision.kind = any(${[...filter.kinds]})`);
  if (filter.outcomes.length > 0) parts.push(sql`decision.outcome = any(${[...filter.outcomes]})`);
  if (filter.from !== null) parts.push(sql`decision.decided_on >= ${filter.from}::date`);
  if (filter.to !== null) parts.push(sql`decision.decided_on <= ${filter.to}::date`);
  if (filter.text !== '') {
    const pattern = `%${filter.text.replace(/[\\%_]/g, '\\$&')}%`;
    parts.push(
      sql`(decision.reference ilike ${pattern} or decision.text ilike ${pattern} or decision.conditions::text ilike ${pattern})`,
    );
  }
  return sql<boolean>`(${sql.join(parts, sql` and `)})`;
}

const dateKey = sql<string>`coalesce(to_char(decision.decided_on, 'YYYY-MM-DD'), '9999')`;

/** One page of decisions by date, group and number, from the row after `after` (date key, reference). */
export function listDecisions(
  database: Database,
  filter: DecisionFilter,
  order: 'asc' | 'desc',
  after: readonly [string, string] | null,
  limit: number,
) {
  let query = withGroup(database).select(dateKey.as('sorted_by')).where(conditions(filter));
  if (after !== null) {
    const [date, reference] = after;
    const left = sql`((${dateKey}) collate "C", decision.reference collate "C")`;
    query = query.where(
      order === 'asc'
        ? sql<boolean>`${left} > (${date}, ${reference})`
        : sql<boolean>`${left} < (${date}, ${reference})`,
    );
  }
  return query
    .orderBy(sql`(${dateKey}) collate "C"`, order)
    .orderBy(sql`decision.reference collate "C"`, order)
    .limit(limit)
    .execute();
}

/** Counts of the decisions that the filter leaves, for the page's sentence. */
export async function countDecisions(database: Database, filter: DecisionFilter) {
  return database
    .selectFrom('decision')
    .innerJoin('governance_group', 'governance_group.id', 'decision.group_id')
    .where(conditions(filter))
    .select([
      sql<number>`count(*)`.as('total'),
      sql<number>`count(*) filter (where decision.kind = 'decision')`.as('decisions'),
      sql<number>`count(*) filter (where decision.kind = 'recommendation')`.as('recommendations'),
      sql<number>`count(*) filter (where exists (select 1 from jsonb_array_elements(decision.conditions) c where c ->> 'met' = 'false'))`.as(
        'conditional',
      ),
      sql<number>`count(*) filter (where exists (select 1 from decision_escalation e where e.decision_id = decision.id and e.state = 'awaiting'))`.as(
        'awaiting',
      ),
    ])
    .executeTakeFirstOrThrow();
}

const escalations = (database: Database) => database.selectFrom('decision_escalation').selectAll();

export type EscalationRow = Awaited<ReturnType<ReturnType<typeof escalations>['executeTakeFirstOrThrow']>>;

/** The escalation steps of decisions, in their order. */
export const escalationsOf = async (database: Database, decisionIds: readonly string[]): Promise<EscalationRow[]> =>
  decisionIds.length === 0
    ? []
    : escalations(database)
        .where('decision_id', 'in', [...new Set(decisionIds)])
        .orderBy('position')
        .orderBy('id')
        .execute();

/** One escalation step; null when there is none. */
export const escalationById = async (database: Database, id: string): Promise<EscalationRow | null> =>
  (await escalations(database).where('id', '=', id).executeTakeFirst()) ?? null;

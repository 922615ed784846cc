/** Actions and their updates in the database. */
import { sql, type RawBuilder } from 'kysely';
import type { Database } from '../../platform/database/tables.ts';
import type { CivilDate } from '../../values/partial-date.ts';
import { OWED_STATES, type ActionState } from '../model/action.ts';
import './tables.ts';

const withMeetings = (database: Database) =>
  database
    .selectFrom('action')
    .innerJoin('governance_group', 'governance_group.id', 'action.group_id')
    .selectAll('action')
    .select('governance_group.short_name as group_short_name');

export type ActionRow = Awaited<ReturnType<ReturnType<typeof withMeetings>['executeTakeFirstOrThrow']>>;

/** An action by its opaque id; null when there is none. */
export const actionById = async (database: Database, id: string): Promise<ActionRow | null> =>
  (await withMeetings(database).where('action.id', '=', id).executeTakeFirst()) ?? null;

/** An action by the key its reference sorts by, which is one for every way to write it; null when there is none. */
export const actionBySortKey = async (database: Database, sortKey: string): Promise<ActionRow | null> =>
  (await withMeetings(database).where('action.sort_key', '=', sortKey).executeTakeFirst()) ?? null;

/** Actions by their ids, in the order of their references. */
export const actionsById = async (database: Database, ids: readonly string[]): Promise<ActionRow[]> =>
  ids.length === 0
    ? []
    : withMeetings(database)
        .where('action.id', 'in', [...new Set(ids)])
        .orderBy(sql`action.sort_key collate "C"`)
        .execute();

/** Actions raised at the meeting of that number, in the order of their references. */
export const actionsRaisedAt = (
  database: Database,
  groupId: string,
  number: string,
  extraordinary: boolean,
): Promise<ActionRow[]> =>
  withMeetings(database)
    .where('action.group_id', '=', groupId)
    .where('action.meeting_number', '=', number)
    .where('action.extraordinary', '=', extraordinary)
    .orderBy(sql`action.sort_key collate "C"`)
    .execute();

/** The highest running number used at a meeting; 0 when there is none. */
export async function lastActionNumber(
  database: Database,
  groupId: string,
  number: string,
  extraordinary: boolean,
): Promise<number> {
  const row = await database
    .selectFrom('action')
    .select(sql<number | null>`max(running_number)`.as('last'))
    .where('group_id', '=', groupId)
    .where('meeting_number', '=', number)
    .where('extraordinary', '=', extraordinary)
    .executeTakeFirst();
  return row?.last ?? 0;
}

export const ACTION_SORTS = ['reference', 'due', 'raised', 'state'] as const;
export type ActionSort = (typeof ACTION_SORTS)[number];

export interface ActionFilter {
  readonly states: readonly ActionState[];
  /** A role or organisation that owns it, whole and in any case; empty for all. */
  readonly owner: string;
  /** Short names of groups; empty for all. */
  readonly groups: readonly string[];
  readonly dueFrom: CivilDate | null;
  readonly dueTo: CivilDate | null;
  /** Only what is overdue on that day. */
  readonly overdueOn: CivilDate | null;
  readonly text: string;
}

/** What `isOverdue` says of an action, asked of the rows. */
const overdueOn = (day: CivilDate): RawBuilder<boolean> =>
  sql<boolean>`(action.due_latest < ${day}::date and action.state = any(${[...OWED_STATES]}))`;

function conditions(filter: ActionFilter): RawBuilder<boolean> {
  const parts: RawBuilder<unknown>[] = [sql`true`];
  if (filter.states.length > 0) parts.push(sql`action.state = any(${[...filter.states]})`);
  if (filter.groups.length > 0) {
    parts.push(sql`lower(governance_group.short_name) = any(${filter.groups.map((group) => group.toLowerCase())})`);
  }
  if (filter.owner !== '') {
    parts.push(sql`exists (select 1 from jsonb_array_elements(action.owners) party
      where lower(party ->> 'role') = ${filter.owner.toLowerCase()})`);
  }
  if (filter.dueFrom !== null) parts.push(sql`action.due_latest >= ${filter.dueFrom}::date`);
  if (filter.dueTo !== null) parts.push(sql`action.due_earliest <= ${filter.dueTo}::date`);
  if (filter.overdueOn !== null) parts.push(overdueOn(filter.overdueOn));
  if (filter.text !== '') {
    const pattern = `%${filter.text.replace(/[\\%_]/g, '\\$&')}%`;
    parts.push(sql`(action.reference ilike ${pattern} or action.text ilike ${pattern} or action.owners::text ilike ${pattern}
      or exists (select 1 from action_update u where u.action_id = action.id and u.words ilike ${pattern}))`);
  }
  return sql<boolean>`(${sql.join(parts, sql` and `)})`;
}

/** What each sort orders by, before the reference; text so that a cursor can hold it. */
const sortKeys: Readonly<Record<ActionSort, RawBuilder<string>>> = {
  reference: sql<string>`''`,
  due: sql<string>`coalesce(to_char(action.due_latest, 'YYYY-MM-DD'), '9999')`,
  raised: sql<string>`coalesce(to_char(action.raised_on, 'YYYY-MM-DD'), '9999')`,
  state: sql<string>`case action.state when 'open' then '1' when 'proposed-closed' then '2' when 'closed' then '3' else '4' end`,
};

/** One page of actions, from the row after `after` (sort key, reference key). Each row carries its `sorted_by`. */
export function listActions(
  database: Database,
  filter: ActionFilter,
  sort: ActionSort,
  order: 'asc' | 'desc',
  after: readonly [string, string] | null,
  limit: number,
) {
  const key = sortKeys[sort];
  let query = withMeetings(database).select(key.as('sorted_by')).where(conditions(filter));
  if (after !== null) {
    const [sorted, reference] = after;
    const left = sql`((${key}) collate "C", action.sort_key collate "C")`;
    query = query.where(
      order === 'asc'
        ? sql<boolean>`${left} > (${sorted}, ${reference})`
        : sql<boolean>`${left} < (${sorted}, ${reference})`,
    );
  }
  return query
    .orderBy(sql`(${key}) collate "C"`, order)
    .orderBy(sql`action.sort_key collate "C"`, order)
    .limit(limit)
    .execute();
}

/** Counts of the actions that the filter leaves, for the page's sentence. */
export async function countActions(database: Database, filter: ActionFilter, today: CivilDate) {
  const row = await database
    .selectFrom('action')
    .innerJoin('governance_group', 'governance_group.id', 'action.group_id')
    .where(conditions(filter))
    .select([
      sql<number>`count(*)`.as('total'),
      sql<number>`count(*) filter (where action.state in ('open', 'proposed-closed'))`.as('outstanding'),
      sql<number>`count(*) filter (where action.state = 'proposed-closed')`.as('proposed'),
      sql<number>`count(*) filter (where ${overdueOn(today)})`.as('overdue'),
      sql<number>`count(*) filter (where action.state = 'closed')`.as('closed'),
      sql<number>`count(distinct action.proposed_at_meeting_id) filter (where action.state = 'proposed-closed')`.as(
        'proposed_meetings',
      ),
      sql<string | null>`min(action.proposed_at_meeting_id) filter (where action.state = 'proposed-closed')`.as(
        'proposed_at',
      ),
    ])
    .executeTakeFirstOrThrow();
  return row;
}

/** The roles and organisations that own actions, by how many are outstanding. */
export async function actionOwners(database: Database): Promise<{ role: string; outstanding: number }[]> {
  const { rows } = await sql<{ role: string; outstanding: number }>`
    select party ->> 'role' as role, count(*) filter (where action.state in ('open', 'proposed-closed')) as outstanding
    from action, jsonb_array_elements(action.owners) party
    group by 1 order by 2 desc, (party ->> 'role') collate "C"`.execute(database);
  return rows;
}

const updates = (database: Database) => database.selectFrom('action_update').selectAll();

export type ActionUpdateRow = Awaited<ReturnType<ReturnType<typeof updates>['executeTakeFirstOrThrow']>>;

/** Updates of actions, oldest first. */
export const updatesOf = async (database: Database, actionIds: readonly string[]): Promise<ActionUpdateRow[]> =>
  actionIds.length === 0
    ? []
    : updates(database)
        .where('action_id', 'in', [...new Set(actionIds)])
        .orderBy('date')
        .orderBy('id')
        .execute();

/** Updates told at a meeting. */
export const updatesAt = (database: Database, meetingId: string): Promise<ActionUpdateRow[]> =>
  updates(database).where('meeting_id', '=', meetingId).orderBy('id').execute();

/** The update of an action at a meeting (or, between meetings, of a day); null when there is none. */
export async function updateAt(
  database: Database,
  actionId: string,
  meetingId: string | null,
  date: CivilDate,
): Promise<ActionUpdateRow | null> {
  const ofAction = updates(database).where('action_id', '=', actionId);
  const row =
    meetingId === null
      ? await ofAction.where('meeting_id', 'is', null).where('date', '=', date).executeTakeFirst()
      : await ofAction.where('meeting_id', '=', meetingId).executeTakeFirst();
  return row ?? null;
}

/** Ids of actions that a meeting closed, or at which closing was proposed. */
export async function actionsSettledAt(database: Database, meetingId: string): Promise<string[]> {
  const rows = await database
    .selectFrom('action')
    .select('id')
    .where((where) =>
      where.or([where('proposed_at_meeting_id', '=', meetingId), where('closed_at_meeting_id', '=', meetingId)]),
    )
    .execute();
  return rows.map((row) => row.id);
}

/** Meetings and their agendas in the database. */
import { sql, type SelectQueryBuilder } from 'kysely';
import type { Database, DatabaseTransaction, Tables } from '../../platform/database/tables.ts';
import type { CivilDate } from '../../values/partial-date.ts';
import type { MeetingState } from '../model/meeting.ts';
import type { MeetingReference } from '../model/references.ts';
import './tables.ts';

const withGroup = (database: Database) =>
  database
    .selectFrom('meeting')
    .innerJoin('governance_group', 'governance_group.id', 'meeting.group_id')
    .selectAll('meeting')
    .select(['governance_group.short_name as group_short_name', 'governance_group.name as group_name']);

export type MeetingRow = Awaited<ReturnType<ReturnType<typeof withGroup>['executeTakeFirstOrThrow']>>;

/** A meeting by its opaque id; null when there is none. */
export const meetingById = async (database: Database, id: string): Promise<MeetingRow | null> =>
  (await withGroup(database).where('meeting.id', '=', id).executeTakeFirst()) ?? null;

/** Meetings by their opaque ids, in no order. */
export const meetingsById = async (database: Database, ids: readonly string[]): Promise<MeetingRow[]> =>
  ids.length === 0
    ? []
    : withGroup(database)
        .where('meeting.id', 'in', [...new Set(ids)])
        .execute();

/** The meeting that a printed reference names; null when there is none. A date finds a meeting with or without number. */
export async function meetingByReference(database: Database, reference: MeetingReference): Promise<MeetingRow | null> {
  const ofGroup = withGroup(database)
    .where(sql`lower(governance_group.short_name)`, '=', reference.group.toLowerCase())
    .where('meeting.extraordinary', '=', reference.extraordinary);
  const row =
    reference.number === null
      ? await ofGroup
          .where('meeting.date', '=', reference.date ?? '')
          .orderBy(sql`meeting.number nulls first`)
          .executeTakeFirst()
      : await ofGroup.where('meeting.number', '=', reference.number).executeTakeFirst();
  return row ?? null;
}

/** The meeting of a group on a day that has no number yet; null when there is none. */
export async function unnumberedMeetingOn(
  database: Database,
  groupId: string,
  date: CivilDate,
): Promise<MeetingRow | null> {
  const row = await withGroup(database)
    .where('meeting.group_id', '=', groupId)
    .where('meeting.date', '=', date)
    .where('meeting.number', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

/** Any meeting of a group on a day, numbered ones first; null when there is none. */
export async function meetingOn(database: Database, groupId: string, date: CivilDate): Promise<MeetingRow | null> {
  const row = await withGroup(database)
    .where('meeting.group_id', '=', groupId)
    .where('meeting.date', '=', date)
    .orderBy(sql`meeting.number nulls last`)
    .executeTakeFirst();
  return row ?? null;
}

/** Meetings of a group in any of the states up to and on a day, latest first. */
export const meetingsUpTo = (
  database: Database,
  groupId: string,
  states: readonly MeetingState[],
  until: CivilDate,
  limit: number,
): Promise<MeetingRow[]> =>
  withGroup(database)
    .where('meeting.group_id', '=', groupId)
    .where('meeting.state', 'in', [...states])
    .where('meeting.date', '<=', until)
    .orderBy('meeting.date', 'desc')
    .orderBy('meeting.id', 'desc')
    .limit(limit)
    .execute();

/** The next meetings after a day that have not been held, one of each group, soonest first. */
export async function nextMeetingsAfter(database: Database, after: CivilDate): Promise<MeetingRow[]> {
  const rows = await withGroup(database)
    .distinctOn('meeting.group_id')
    .where('meeting.date', '>', after)
    .where('meeting.state', '<>', 'cancelled')
    .orderBy('meeting.group_id')
    .orderBy('meeting.date')
    .execute();
  return rows.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1));
}

export interface MeetingFilter {
  /** Short names or ids of groups; empty for all. */
  readonly groups: readonly string[];
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
  readonly states: readonly MeetingState[];
  readonly text: string;
}

type MeetingTables = Pick<Tables, 'meeting' | 'governance_group'>;

function filtered<Output>(
  query: SelectQueryBuilder<Tables, keyof MeetingTables, Output>,
  filter: MeetingFilter,
): SelectQueryBuilder<Tables, keyof MeetingTables, Output> {
  let narrowed = query;
  if (filter.groups.length > 0) {
    const names = filter.groups.map((group) => group.toLowerCase());
    narrowed = narrowed.where((where) =>
      where.or([
        where(sql<string>`lower(governance_group.short_name)`, 'in', names),
        where('meeting.group_id', 'in', [...filter.groups]),
      ]),
    );
  }
  if (filter.from !== null) narrowed = narrowed.where('meeting.date', '>=', filter.from);
  if (filter.to !== null) narrowed = narrowed.where('meeting.date', '<=', filter.to);
  if (filter.states.length > 0) narrowed = narrowed.where('meeting.state', 'in', [...filter.states]);
  if (filter.text !== '') {
    const pattern = `%${filter.text.replace(/[\\%_]/g, '\\$&')}%`;
    narrowed = narrowed.where(
      sql<boolean>`(meeting.title ilike ${pattern} or governance_group.name ilike ${pattern} or governance_group.short_name || '-' || coalesce(meeting.number, '') ilike ${pattern})`,
    );
  }
  return narrowed;
}

/** One page of meetings by date and id, from the row after `after` (date, id). */
export function listMeetings(
  database: Database,
  filter: MeetingFilter,
  order: 'asc' | 'desc',
  after: readonly [string, string] | null,
  limit: number,
): Promise<MeetingRow[]> {
  let query = filtered(withGroup(database), filter);
  if (after !== null) {
    const [date, id] = after;
    query = query.where(
      order === 'asc'
        ? sql<boolean>`(meeting.date, meeting.id) > (${date}::date, ${id})`
        : sql<boolean>`(meeting.date, meeting.id) < (${date}::date, ${id})`,
    );
  }
  return query.orderBy('meeting.date', order).orderBy('meeting.id', order).limit(limit).execute();
}

/** How many meetings the filter leaves, by state. */
export async function countMeetings(database: Database, filter: MeetingFilter): Promise<Map<MeetingState, number>> {
  const rows = await filtered(
    database.selectFrom('meeting').innerJoin('governance_group', 'governance_group.id', 'meeting.group_id'),
    filter,
  )
    .select(['meeting.state', sql<number>`count(*)`.as('count')])
    .groupBy('meeting.state')
    .execute();
  return new Map(rows.map((row) => [row.state, row.count]));
}

/** The items of a meeting's agenda in their order. */
export const agendaOf = (database: Database, meetingId: string) =>
  database
    .selectFrom('agenda_item')
    .selectAll()
    .where('meeting_id', '=', meetingId)
    .orderBy('position')
    .orderBy('id')
    .execute();

export type AgendaItemRow = Awaited<ReturnType<typeof agendaOf>>[number];

/** One agenda item; null when there is none. */
export const agendaItemById = async (database: Database, id: string): Promise<AgendaItemRow | null> =>
  (await database.selectFrom('agenda_item').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;

/** Gives an agenda item another place in the order of its meeting. */
export async function placeAgendaItem(transaction: DatabaseTransaction, id: string, position: number): Promise<void> {
  await transaction.updateTable('agenda_item').set({ position }).where('id', '=', id).execute();
}

/** Number of agenda items by meeting id. */
export async function agendaLengths(database: Database, meetingIds: readonly string[]): Promise<Map<string, number>> {
  if (meetingIds.length === 0) return new Map();
  const rows = await database
    .selectFrom('agenda_item')
    .select(['meeting_id', sql<number>`count(*)`.as('count')])
    .where('meeting_id', 'in', [...meetingIds])
    .groupBy('meeting_id')
    .execute();
  return new Map(rows.map((row) => [row.meeting_id, row.count]));
}

/** What other groups told a meeting, in order. */
export const groupUpdatesAt = (database: Database, meetingId: string) =>
  database
    .selectFrom('group_update')
    .innerJoin('governance_group', 'governance_group.id', 'group_update.from_group_id')
    .selectAll('group_update')
    .select(['governance_group.short_name as group_short_name', 'governance_group.name as group_name'])
    .where('group_update.meeting_id', '=', meetingId)
    .orderBy('group_update.position')
    .orderBy('group_update.id')
    .execute();

export type GroupUpdateRow = Omit<
  Awaited<ReturnType<typeof groupUpdatesAt>>[number],
  'group_short_name' | 'group_name'
>;

/** One update with the names of its group; null when there is none. */
export const groupUpdateById = async (database: Database, id: string) =>
  (await database
    .selectFrom('group_update')
    .innerJoin('governance_group', 'governance_group.id', 'group_update.from_group_id')
    .selectAll('group_update')
    .select(['governance_group.short_name as group_short_name', 'governance_group.name as group_name'])
    .where('group_update.id', '=', id)
    .executeTakeFirst()) ?? null;

/** The notes of a meeting, in order. */
export const notesOf = (database: Database, meetingId: string) =>
  database
    .selectFrom('meeting_note')
    .selectAll()
    .where('meeting_id', '=', meetingId)
    .orderBy('position')
    .orderBy('id')
    .execute();

export type MeetingNoteRow = Awaited<ReturnType<typeof notesOf>>[number];

/** One note of a meeting; null when there is none. */
export const noteById = async (database: Database, id: string): Promise<MeetingNoteRow | null> =>
  (await database.selectFrom('meeting_note').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;

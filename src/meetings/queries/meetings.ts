/** Questions about meetings: the calendar, and everything of one meeting. */
import type { Database } from '../../platform/database/tables.ts';
import { readCursor, writeCursor } from '../../platform/http/cursor.ts';
import { linksOf } from '../../platform/record/links.ts';
import { printCivilDate } from '../../values/partial-date.ts';
import { ok } from '../../values/result.ts';
import { meetingNamed, meetingReferenceOf } from '../lookup.ts';
import { MEETING_DESCRIPTION } from '../model/descriptions.ts';
import { agendaTimes, MEETING_WORKFLOW } from '../model/meeting.ts';
import { actionsById, actionsRaisedAt, actionsSettledAt, updatesAt } from '../store/actions.ts';
import { decisionsAt } from '../store/decisions.ts';
import { documentsOf, versionsOf } from '../store/documents.ts';
import {
  agendaLengths,
  agendaOf,
  countMeetings,
  groupUpdateById,
  groupUpdatesAt,
  listMeetings,
  nextMeetingsAfter,
  noteById,
  notesOf,
  type MeetingFilter,
  type MeetingRow,
} from '../store/meetings.ts';
import { presentActions } from './actions.ts';
import { presentDecisions } from './decisions.ts';
import { linksSeenFrom } from '../../platform/record/linking.ts';
import {
  presentDocument,
  presentGroupUpdate,
  presentMeeting,
  presentNote,
  presentSteps,
  presentUpdate,
} from './present.ts';
import { marksOf, meetingsMentioned, type View } from './view.ts';

export interface MeetingsQuery {
  readonly filter: MeetingFilter;
  readonly order: 'asc' | 'desc';
  readonly cursor: string | undefined;
  readonly limit: number;
}

async function presentMeetings(database: Database, view: View, rows: readonly MeetingRow[]) {
  const ids = rows.map((row) => row.id);
  const lengths = await agendaLengths(database, ids);
  const marks = await marksOf(database, view, MEETING_DESCRIPTION, ids);
  return rows.map((row) => presentMeeting(row, lengths.get(row.id) ?? 0, marks));
}

/** A page of meetings with its sentence: `14 meetings: 11 held, 3 to come; next CCAG-13 on 21 Dec 2022.` */
export async function meetingsPage(database: Database, view: View, query: MeetingsQuery) {
  const cursor = readCursor(query.cursor, 2);
  if (cursor.kind === 'failed') return cursor;
  const after = cursor.value === null ? null : ([String(cursor.value[0]), String(cursor.value[1])] as const);
  const rows = await listMeetings(database, query.filter, query.order, after, query.limit + 1);
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  const byState = await countMeetings(database, query.filter);
  const total = [...byState.values()].reduce((sum, count) => sum + count, 0);
  const upcoming: MeetingFilter = {
    ...query.filter,
    from: query.filter.from !== null && query.filter.from > view.today ? query.filter.from : view.today,
  };
  const [next] = (await listMeetings(database, upcoming, 'asc', null, 20)).filter(
    (meeting) => meeting.state === 'scheduled' || meeting.state === 'papers-issued',
  );
  const held = (['held', 'minuted', 'ratified'] as const).reduce((sum, state) => sum + (byState.get(state) ?? 0), 0);
  const parts = [
    `${total === 0 ? 'No' : total} ${total === 1 ? 'meeting' : 'meetings'}`,
    ...(held > 0 ? [`${held} held`] : []),
    ...(next === undefined ? [] : [`next ${meetingReferenceOf(next)} on ${printCivilDate(next.date)}`]),
  ];
  return ok({
    items: await presentMeetings(database, view, page),
    nextCursor: rows.length > page.length && last !== undefined ? writeCursor([last.date, last.id]) : null,
    total,
    sentence: `${parts.join(', ')}.`,
    today: view.today,
  });
}

/** The agenda of a meeting with the times that follow from its start. */
export async function agendaPresented(database: Database, meeting: Pick<MeetingRow, 'id' | 'start_time'>) {
  const items = await agendaOf(database, meeting.id);
  const times = agendaTimes(meeting.start_time, items);
  const links = await linksOf(
    database,
    'agenda-item',
    items.map((item) => item.id),
  );
  return items.map((item, index) => ({
    id: item.id,
    position: index + 1,
    title: item.title,
    objective: item.objective,
    purpose: item.purpose,
    lead: item.lead,
    minutes: item.minutes,
    start: times[index]?.start ?? null,
    end: times[index]?.end ?? null,
    page: item.page,
    notes: item.notes,
    minuteText: item.minute_text,
    about: links
      .filter((link) => link.from.id === item.id && link.relation === 'about')
      .map((link) => ({ kind: link.to.kind, id: link.to.id })),
    version: item.version,
  }));
}

/** Everything of one meeting: agenda, papers, actions, decisions, what other groups told it, and what comes next. */
export async function meetingDetail(database: Database, view: View, idOrReference: string) {
  const found = await meetingNamed(database, idOrReference);
  if (found.kind === 'failed') return found;
  const meeting = found.value;
  const agenda = await agendaPresented(database, meeting);
  const documents = await documentsOf(database, meeting.id);
  const versions = await versionsOf(
    database,
    documents.map((document) => document.id),
  );
  const updates = await updatesAt(database, meeting.id);
  const raised =
    meeting.number === null
      ? []
      : await actionsRaisedAt(database, meeting.group_id, meeting.number, meeting.extraordinary);
  const settled = await actionsSettledAt(database, meeting.id);
  const reviewed = await actionsById(database, [...updates.map((update) => update.action_id), ...settled]);
  const meetings = await meetingsMentioned(database, [
    meeting.id,
    ...versions.map((version) => version.approved_at_meeting_id),
  ]);
  const reviewedActions = await presentActions(database, view, reviewed);
  const marks = await marksOf(database, view, MEETING_DESCRIPTION, [meeting.id]);
  return ok({
    ...presentMeeting(meeting, agenda.length, marks),
    introduction: meeting.introduction,
    steps: presentSteps(MEETING_WORKFLOW, meeting.state),
    agenda,
    plannedMinutes: agenda.reduce((sum, item) => sum + (item.minutes ?? 0), 0),
    plannedEnd: agenda.at(-1)?.end ?? meeting.end_time,
    documents: documents.map((document) => presentDocument(document, versions, meetings)),
    actionsRaised: await presentActions(database, view, raised),
    actionsReviewed: reviewedActions.map((action) => {
      const update = updates.find((candidate) => candidate.action_id === action.id);
      return { action, update: update === undefined ? null : presentUpdate(update, meetings) };
    }),
    decisions: await presentDecisions(database, view, await decisionsAt(database, meeting.id)),
    groupUpdates: (await groupUpdatesAt(database, meeting.id)).map(presentGroupUpdate),
    notes: (await notesOf(database, meeting.id)).map(presentNote),
    nextMeetings: await presentMeetings(database, view, await nextMeetingsAfter(database, meeting.date)),
    links: await linksSeenFrom(database, { kind: 'meeting', id: meeting.id }),
    today: view.today,
  });
}

/** One update from another group; null when there is none. */
export async function groupUpdateDetail(database: Database, id: string) {
  const update = await groupUpdateById(database, id);
  return update === null ? null : presentGroupUpdate(update);
}

/** One note of a meeting; null when there is none. */
export async function meetingNoteDetail(database: Database, id: string) {
  const note = await noteById(database, id);
  return note === null ? null : presentNote(note);
}

/** HTTP doors to meetings and agendas. A meeting is named by its id or its printed reference, `CCAG-12`. */
import { z } from 'zod';
import { route, type AnyRoute } from '../../platform/http/route.ts';
import {
  CivilDateSchema,
  HistoryEntrySchema,
  PageQuery,
  pageOf,
  RecordKeySchema,
} from '../../platform/http/schemas.ts';
import { problem } from '../../platform/errors/problem.ts';
import { abilities, may } from '../../platform/policy/policy.ts';
import { failed, ok } from '../../values/result.ts';
import { addAgendaItem, editAgendaItem, removeAgendaItem, reorderAgenda } from '../commands/agenda.ts';
import { addMeeting, editMeeting, stepMeeting } from '../commands/meetings.ts';
import { meetingNamed } from '../lookup.ts';
import { MEETING_STATES, MEETING_STEPS, PURPOSES } from '../model/meeting.ts';
import { describeMeetingRecord } from '../queries/links.ts';
import { meetingDetail, meetingsPage } from '../queries/meetings.ts';
import { meetingHistory } from '../queries/agenda-history.ts';
import { minutesDraft } from '../queries/minutes-draft.ts';
import { ask, contentAnswer } from './context.ts';
import { listOf, Names, OptionalDate, Order } from './filters.ts';
import {
  AddedSchema,
  ClockTimeSchema,
  DocumentBlockSchema,
  MeetingDetailSchema,
  MeetingSchema,
  NoteSchema,
  PartySchema,
  Reference,
  SavedSchema,
  Title,
  Words,
} from './schemas.ts';

const MeetingValues = z.object({
  date: CivilDateSchema.optional(),
  startTime: ClockTimeSchema.nullable().optional(),
  endTime: ClockTimeSchema.nullable().optional(),
  title: Words.optional(),
  place: Words.optional(),
  introduction: Words.optional(),
  chair: Words.optional(),
});

const AgendaItemValues = z.object({
  title: Title.optional(),
  objective: Words.optional(),
  purpose: z.enum(PURPOSES).optional(),
  lead: z.array(PartySchema).max(50).optional(),
  minutes: z.number().int().min(0).max(1440).nullable().optional(),
  page: z.number().int().min(1).max(100_000).nullable().optional(),
  notes: z.array(NoteSchema).max(2000).optional(),
  minuteText: Words.optional(),
  about: z.array(RecordKeySchema).max(200).optional(),
});

const ItemReference = Reference.extend({ item: z.string().min(1).max(100) });

export const meetingRoutes: readonly AnyRoute[] = [
  route({
    method: 'GET',
    path: '/api/meetings',
    operation: 'listMeetings',
    summary: 'Meetings of every group, by date; also the data of the calendar.',
    policy: may('read', 'meeting'),
    query: PageQuery.extend({
      group: Names,
      from: OptionalDate,
      to: OptionalDate,
      state: listOf(MEETING_STATES),
      q: z.string().trim().max(200).default(''),
      order: Order.default('desc'),
    }),
    answer: pageOf(MeetingSchema).extend({ today: z.string() }),
    handle: async ({ query }, context) => {
      const page = await ask(context, (database, view) =>
        meetingsPage(database, view, {
          filter: {
            groups: query.group,
            from: query.from ?? null,
            to: query.to ?? null,
            states: query.state,
            text: query.q,
          },
          order: query.order,
          cursor: query.cursor,
          limit: query.limit,
        }),
      );
      return page.kind === 'failed' ? page : ok({ ...page.value, may: abilities(context.actor, 'meeting') });
    },
  }),
  route({
    method: 'GET',
    path: '/api/meetings/:id',
    operation: 'readMeeting',
    summary: 'Everything of one meeting: agenda with times, documents, actions, decisions, updates, next meetings.',
    policy: may('read', 'meeting'),
    params: Reference,
    answer: MeetingDetailSchema,
    handle: async ({ params }, context) => {
      const found = await ask(context, (database, view) => meetingDetail(database, view, params.id));
      return found.kind === 'failed' ? found : ok({ ...found.value, may: abilities(context.actor, 'meeting') });
    },
  }),
  route({
    method: 'GET',
    path: '/api/meetings/:id/history',
    operation: 'readMeetingHistory',
    summary: 'Who changed a meeting and its agenda, when, and why.',
    policy: may('read', 'history'),
    params: Reference,
    answer: z.object({ items: z.array(HistoryEntrySchema) }),
    handle: ({ params }, context) =>
      context.read(async (database) => {
        const meeting = await meetingNamed(database, params.id);
        if (meeting.kind === 'failed') return meeting;
        const entries = await meetingHistory(database, meeting.value.id);
        return ok({ items: entries.map((entry) => ({ ...entry, changes: [...entry.changes] })) });
      }),
  }),
  route({
    method: 'GET',
    path: '/api/meetings/:id/minutes-draft',
    operation: 'draftMinutes',
    summary: 'Minutes of a meeting as the record tells them, as structured content to start from.',
    policy: may('read', 'meeting'),
    params: Reference,
    answer: z.object({ title: z.string(), content: z.array(DocumentBlockSchema) }),
    handle: async ({ params }, context) => {
      const draft = await ask(context, (database, view) => minutesDraft(database, view, params.id));
      return draft.kind === 'failed' ? draft : ok({ ...draft.value, content: contentAnswer(draft.value.content) });
    },
  }),
  route({
    method: 'POST',
    path: '/api/meetings',
    operation: 'addMeeting',
    summary: 'Adds a meeting to the calendar of a group.',
    policy: may('add', 'meeting'),
    body: MeetingValues.extend({
      group: Title,
      number: z.string().max(10).nullable().default(null),
      extraordinary: z.boolean().default(false),
      date: CivilDateSchema,
    }),
    answer: AddedSchema,
    status: 201,
    handle: ({ body }, context) => context.command('meeting.add', (command) => addMeeting(command, body)),
  }),
  route({
    method: 'PATCH',
    path: '/api/meetings/:id',
    operation: 'editMeeting',
    summary: 'Changes a meeting in place.',
    policy: may('edit', 'meeting'),
    params: Reference,
    body: MeetingValues.extend({ number: z.string().max(10).optional() }),
    answer: SavedSchema,
    handle: async ({ params, body }, context) => {
      const saved = await context.command('meeting.edit', (command) =>
        editMeeting(command, params.id, context.ifMatch, body),
      );
      return saved.kind === 'failed' ? saved : ok({ id: params.id, version: saved.value });
    },
  }),
  route({
    method: 'POST',
    path: '/api/meetings/:id/steps',
    operation: 'stepMeeting',
    summary: 'Takes a meeting a step further: papers issued, held, minuted, ratified; or cancels it.',
    policy: may('edit', 'meeting'),
    params: Reference,
    body: z.object({ step: z.enum(MEETING_STEPS) }),
    answer: SavedSchema,
    handle: async ({ params, body }, context) => {
      const saved = await context.command(`meeting.${body.step}`, (command) =>
        stepMeeting(command, params.id, context.ifMatch, body.step),
      );
      return saved.kind === 'failed' ? saved : ok({ id: params.id, version: saved.value });
    },
  }),
  route({
    method: 'POST',
    path: '/api/meetings/:id/agenda',
    operation: 'addAgendaItem',
    summary: 'Adds an item to the agenda, at the end or before the item at a position.',
    policy: may('edit', 'meeting'),
    params: Reference,
    body: AgendaItemValues.extend({ title: Title, position: z.number().int().min(1).optional() }),
    answer: z.object({ id: z.string() }),
    status: 201,
    handle: ({ params, body }, context) =>
      context.command('agenda.add', async (command) => {
        const meeting = await meetingNamed(command.database, params.id);
        return meeting.kind === 'failed' ? meeting : addAgendaItem(command, meeting.value, body);
      }),
  }),
  route({
    method: 'PUT',
    path: '/api/meetings/:id/agenda/order',
    operation: 'reorderAgenda',
    summary: 'Puts the agenda into the order of the ids given.',
    policy: may('edit', 'meeting'),
    params: Reference,
    body: z.object({ ids: z.array(z.string()).max(500) }),
    answer: z.null(),
    status: 204,
    handle: ({ params, body }, context) =>
      context.command('agenda.reorder', async (command) => {
        const meeting = await meetingNamed(command.database, params.id);
        return meeting.kind === 'failed' ? meeting : reorderAgenda(command, meeting.value, body.ids);
      }),
  }),
  route({
    method: 'GET',
    path: '/api/agenda-items/:id',
    operation: 'nameAgendaItem',
    summary: 'Says what an agenda item is called and where it stands, for records that link to it.',
    policy: may('read', 'meeting'),
    params: Reference,
    answer: z.object({ reference: z.string(), title: z.string(), href: z.string() }),
    handle: ({ params }, context) =>
      context.read(async (database) => {
        const found = await describeMeetingRecord(database, { kind: 'agenda-item', id: params.id });
        return found === null
          ? failed(problem('not-found', 'There is no such agenda item at this moment. It may have been taken off.'))
          : ok({ ...found });
      }),
  }),
  route({
    method: 'PATCH',
    path: '/api/meetings/:id/agenda/:item',
    operation: 'editAgendaItem',
    summary: 'Changes an agenda item in place; `about` replaces the records it is about.',
    policy: may('edit', 'meeting'),
    params: ItemReference,
    body: AgendaItemValues,
    answer: SavedSchema,
    handle: ({ params, body }, context) =>
      context.command('agenda.edit', async (command) => {
        const meeting = await meetingNamed(command.database, params.id);
        if (meeting.kind === 'failed') return meeting;
        const saved = await editAgendaItem(command, meeting.value, params.item, context.ifMatch, body);
        return saved.kind === 'failed' ? saved : ok({ id: params.item, version: saved.value });
      }),
  }),
  route({
    method: 'DELETE',
    path: '/api/meetings/:id/agenda/:item',
    operation: 'removeAgendaItem',
    summary: 'Takes an item off the agenda; its history stays.',
    policy: may('edit', 'meeting'),
    params: ItemReference,
    answer: z.null(),
    status: 204,
    handle: ({ params }, context) =>
      context.command('agenda.remove', async (command) => {
        const meeting = await meetingNamed(command.database, params.id);
        return meeting.kind === 'failed' ? meeting : removeAgendaItem(command, meeting.value, params.item);
      }),
  }),
];

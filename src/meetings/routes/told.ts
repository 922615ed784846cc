/** HTTP doors to what a meeting was told: updates from other groups, and notes. Their history is the meeting's. */
import { z } from 'zod';
import { problem } from '../../platform/errors/problem.ts';
import { route, type AnyRoute } from '../../platform/http/route.ts';
import { PartialDateSchema } from '../../platform/http/schemas.ts';
import { may } from '../../platform/policy/policy.ts';
import { failed, ok } from '../../values/result.ts';
import {
  addGroupUpdate,
  addMeetingNote,
  editGroupUpdate,
  editMeetingNote,
  removeGroupUpdate,
  removeMeetingNote,
} from '../commands/told.ts';
import { NOTE_KINDS } from '../model/document.ts';
import { groupUpdateDetail, meetingNoteDetail } from '../queries/meetings.ts';
import {
  GroupUpdateSchema,
  HeadedItemSchema,
  MeetingNoteSchema,
  Reference,
  SavedSchema,
  Title,
  Words,
} from './schemas.ts';

const Items = z.array(HeadedItemSchema).max(500);
const GroupUpdateValues = z.object({
  fromGroup: Title.optional(),
  occurred: PartialDateSchema.optional(),
  items: Items.optional(),
  requests: z.array(Words.min(1)).max(200).optional(),
  report: Words.optional(),
});
const MeetingNoteValues = z.object({
  kind: z.enum(NOTE_KINDS).optional(),
  title: Title.optional(),
  items: Items.optional(),
});

const AddedPart = z.object({ id: z.string() });

const gone = (what: string) => problem('not-found', `There is no such ${what} at this moment. Go back to the meeting.`);

export const toldRoutes: readonly AnyRoute[] = [
  route({
    method: 'GET',
    path: '/api/group-updates/:id',
    operation: 'readGroupUpdate',
    summary: 'One update that another group gave a meeting.',
    policy: may('read', 'meeting'),
    params: Reference,
    answer: GroupUpdateSchema,
    handle: ({ params }, context) =>
      context.read(async (database) => {
        const found = await groupUpdateDetail(database, params.id);
        return found === null ? failed(gone('update')) : ok(found);
      }),
  }),
  route({
    method: 'POST',
    path: '/api/meetings/:id/group-updates',
    operation: 'addGroupUpdate',
    summary: 'Adds what another group told a meeting.',
    description: 'A group gives a meeting one update of each of its own meetings.',
    policy: may('edit', 'meeting'),
    params: Reference,
    body: GroupUpdateValues.extend({ fromGroup: Title, occurred: PartialDateSchema, items: Items.default([]) }),
    answer: AddedPart,
    status: 201,
    handle: ({ params, body }, context) =>
      context.command('meeting.add-update', (command) => addGroupUpdate(command, { meeting: params.id, ...body })),
  }),
  route({
    method: 'PATCH',
    path: '/api/group-updates/:id',
    operation: 'editGroupUpdate',
    summary: 'Changes an update from another group in place.',
    policy: may('edit', 'meeting'),
    params: Reference,
    body: GroupUpdateValues,
    answer: SavedSchema,
    handle: async ({ params, body }, context) => {
      const saved = await context.command('meeting.edit-update', (command) =>
        editGroupUpdate(command, params.id, context.ifMatch, body),
      );
      return saved.kind === 'failed' ? saved : ok({ id: params.id, version: saved.value });
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/group-updates/:id',
    operation: 'removeGroupUpdate',
    summary: 'Takes an update off its meeting; its history stays.',
    policy: may('edit', 'meeting'),
    params: Reference,
    answer: z.null(),
    status: 204,
    handle: ({ params }, context) =>
      context.command('meeting.remove-update', (command) => removeGroupUpdate(command, params.id)),
  }),
  route({
    method: 'GET',
    path: '/api/meeting-notes/:id',
    operation: 'readMeetingNote',
    summary: 'One note of a meeting: news, a status, a statement or a next step.',
    policy: may('read', 'meeting'),
    params: Reference,
    answer: MeetingNoteSchema,
    handle: ({ params }, context) =>
      context.read(async (database) => {
        const found = await meetingNoteDetail(database, params.id);
        return found === null ? failed(gone('note')) : ok(found);
      }),
  }),
  route({
    method: 'POST',
    path: '/api/meetings/:id/meeting-notes',
    operation: 'addMeetingNote',
    summary: 'Adds news, a status, a statement or a next step told at a meeting.',
    policy: may('edit', 'meeting'),
    params: Reference,
    body: MeetingNoteValues.extend({ kind: z.enum(NOTE_KINDS), title: Title, items: Items.default([]) }),
    answer: AddedPart,
    status: 201,
    handle: ({ params, body }, context) =>
      context.command('meeting.add-note', (command) => addMeetingNote(command, { meeting: params.id, ...body })),
  }),
  route({
    method: 'PATCH',
    path: '/api/meeting-notes/:id',
    operation: 'editMeetingNote',
    summary: 'Changes a note of a meeting in place.',
    policy: may('edit', 'meeting'),
    params: Reference,
    body: MeetingNoteValues,
    answer: SavedSchema,
    handle: async ({ params, body }, context) => {
      const saved = await context.command('meeting.edit-note', (command) =>
        editMeetingNote(command, params.id, context.ifMatch, body),
      );
      return saved.kind === 'failed' ? saved : ok({ id: params.id, version: saved.value });
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/meeting-notes/:id',
    operation: 'removeMeetingNote',
    summary: 'Takes a note off its meeting; its history stays.',
    policy: may('edit', 'meeting'),
    params: Reference,
    answer: z.null(),
    status: 204,
    handle: ({ params }, context) =>
      context.command('meeting.remove-note', (command) => removeMeetingNote(command, params.id)),
  }),
];

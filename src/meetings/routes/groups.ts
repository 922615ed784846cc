/** HTTP doors to groups. A group is named by its id or its short name. */
import { z } from 'zod';
import { route, type AnyRoute } from '../../platform/http/route.ts';
import { AbilitiesSchema, HistoryEntrySchema } from '../../platform/http/schemas.ts';
import { abilities, may } from '../../platform/policy/policy.ts';
import { ok } from '../../values/result.ts';
import { addGroup, editGroup } from '../commands/groups.ts';
import { groupNamed } from '../lookup.ts';
import { GROUP_DESCRIPTION } from '../model/descriptions.ts';
import { groupDetail, groupsList } from '../queries/groups.ts';
import { ask, historyAnswer } from './context.ts';
import { AddedSchema, GroupDetailSchema, GroupSchema, Reference, SavedSchema, Title, Words } from './schemas.ts';

const GroupValues = z.object({
  name: Title.optional(),
  level: z.number().int().min(1).max(20).nullable().optional(),
  parent: z.string().max(100).nullable().optional(),
  cadence: Words.optional(),
  termsOfReference: Words.optional(),
  constituencies: z.array(Title).max(200).optional(),
  chairRole: Words.optional(),
  main: z.boolean().optional(),
});

export const groupRoutes: readonly AnyRoute[] = [
  route({
    method: 'GET',
    path: '/api/groups',
    operation: 'listGroups',
    summary: 'Every governance group, from the top level down.',
    policy: may('read', 'group'),
    answer: z.object({ items: z.array(GroupSchema), sentence: z.string(), may: AbilitiesSchema }),
    handle: async (_request, context) => {
      const list = await ask(context, groupsList);
      return ok({ ...list, may: abilities(context.actor, 'group') });
    },
  }),
  route({
    method: 'GET',
    path: '/api/groups/:id',
    operation: 'readGroup',
    summary: 'One group with its place among the others and its meetings.',
    policy: may('read', 'group'),
    params: Reference,
    answer: GroupDetailSchema,
    handle: async ({ params }, context) => {
      const found = await ask(context, (database, view) => groupDetail(database, view, params.id));
      return found.kind === 'failed' ? found : ok({ ...found.value, may: abilities(context.actor, 'group') });
    },
  }),
  route({
    method: 'GET',
    path: '/api/groups/:id/history',
    operation: 'readGroupHistory',
    summary: 'Who changed a group, when, and why.',
    policy: may('read', 'history'),
    params: Reference,
    answer: z.object({ items: z.array(HistoryEntrySchema) }),
    handle: ({ params }, context) =>
      context.read(async (database) => {
        const group = await groupNamed(database, params.id);
        if (group.kind === 'failed') return group;
        return ok(await historyAnswer(database, GROUP_DESCRIPTION, group.value.id));
      }),
  }),
  route({
    method: 'POST',
    path: '/api/groups',
    operation: 'addGroup',
    summary: 'Adds a governance group.',
    policy: may('add', 'group'),
    body: GroupValues.extend({ shortName: Title }),
    answer: AddedSchema,
    status: 201,
    handle: async ({ body }, context) => {
      const added = await context.command('group.add', (command) => addGroup(command, body));
      return added.kind === 'failed' ? added : ok({ id: added.value.id, reference: added.value.shortName });
    },
  }),
  route({
    method: 'PATCH',
    path: '/api/groups/:id',
    operation: 'editGroup',
    summary: 'Changes a group in place.',
    policy: may('edit', 'group'),
    params: Reference,
    body: GroupValues,
    answer: SavedSchema,
    handle: async ({ params, body }, context) => {
      const saved = await context.command('group.edit', (command) =>
        editGroup(command, params.id, context.ifMatch, body),
      );
      return saved.kind === 'failed' ? saved : ok({ id: params.id, version: saved.value });
    },
  }),
];

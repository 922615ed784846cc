/** HTTP doors to the horizon log. */
import { z } from 'zod';
import { presented } from '../../codes/present.ts';
import { route, type AnyRoute } from '../../platform/http/route.ts';
import { abilities, may } from '../../platform/policy/policy.ts';
import type { RequestContext } from '../../platform/http/route.ts';
import type { Problem } from '../../platform/errors/problem.ts';
import { ok, type Result } from '../../values/result.ts';
import {
  addHorizonEntry,
  editHorizonEntry,
  editHorizonReturn,
  recordHorizonReturn,
  removeHorizonEntry,
  removeHorizonReturn,
} from '../commands.ts';
import { modificationHref } from '../model/modification.ts';
import { horizonLog } from '../queries.ts';

import {
  HorizonEntryFieldsSchema,
  HorizonEntryInputSchema,
  HorizonLogSchema,
  HorizonReturnFieldsSchema,
  HorizonReturnInputSchema,
} from './horizon-schemas.ts';
import { keyOf } from './present.ts';

const answer = (context: RequestContext, period: string | null) =>
  context.read(async (database) => {
    const log = await horizonLog(database, period);
    return ok({
      ...presented(log),
      bodies: log.bodies.map(({ return: found, ...body }) => ({
        ...body,
        id: found?.id ?? null,
        version: found?.version ?? null,
        href: `/codes/${body.body}`,
        state: found?.state ?? ('silent' as const),
        received: found?.received ?? null,
        logDate: found?.logDate ?? null,
        source: found?.source ?? '',
        note: found?.note ?? '',
        entries: (found?.entries ?? []).map((entry) => ({
          ...entry,
          key: keyOf(entry),
          href: modificationHref(entry),
        })),
      })),
      may: abilities(context.actor, 'modification'),
    });
  });

/** The log that was written to, by the period that the command answers. */
const answerAfter = async (context: RequestContext, done: Result<string, Problem>) =>
  done.kind === 'failed' ? done : answer(context, done.value);

const Return = z.object({ id: z.string().max(60) });
const Entry = Return.extend({ entry: z.string().max(60) });

export const horizonRoutes: readonly AnyRoute[] = [
  route({
    method: 'GET',
    path: '/api/horizon',
    operation: 'showHorizonLog',
    summary: 'Shows the horizon log of a meeting or month, by code, with the bodies that were silent.',
    policy: may('read', 'modification'),
    query: z.object({
      period: z
        .string()
        .max(60)
        .optional()
        .meta({ description: 'A meeting (CCAG-12) or month (2022-11); the latest when left out.' }),
    }),
    answer: HorizonLogSchema,
    handle: ({ query }, context) => answer(context, query.period ?? null),
  }),
  route({
    method: 'POST',
    path: '/api/horizon/returns',
    operation: 'recordHorizonReturn',
    summary: 'Records what a body returned for a meeting or month; the same return again changes nothing.',
    policy: may('add', 'modification'),
    body: HorizonReturnInputSchema,
    answer: HorizonLogSchema,
    status: 201,
    handle: async ({ body }, context) => {
      const done = await context.command('horizon.record-return', (command) => recordHorizonReturn(command, body));
      return done.kind === 'failed' ? done : answer(context, body.period);
    },
  }),
  route({
    method: 'PATCH',
    path: '/api/horizon/returns/:id',
    operation: 'editHorizonReturn',
    summary: 'Edits what is known of a return: whether it named changes, when it came, what its log was headed with.',
    policy: may('edit', 'modification'),
    params: Return,
    body: HorizonReturnFieldsSchema,
    answer: HorizonLogSchema,
    handle: async ({ params, body }, context) =>
      answerAfter(
        context,
        await context.command('horizon.edit-return', (command) =>
          editHorizonReturn(command, params.id, context.ifMatch, body),
        ),
      ),
  }),
  route({
    method: 'DELETE',
    path: '/api/horizon/returns/:id',
    operation: 'removeHorizonReturn',
    summary: 'Removes a return with all it named; the past still has it.',
    policy: may('remove', 'modification'),
    params: Return,
    answer: z.null(),
    status: 204,
    handle: ({ params }, context) =>
      context.command('horizon.remove-return', (command) => removeHorizonReturn(command, params.id)),
  }),
  route({
    method: 'POST',
    path: '/api/horizon/returns/:id/entries',
    operation: 'addHorizonEntry',
    summary: 'Adds a change to what a body returned; its status is that of the register when left out.',
    policy: may('edit', 'modification'),
    params: Return,
    body: HorizonEntryInputSchema,
    answer: HorizonLogSchema,
    status: 201,
    handle: async ({ params, body }, context) =>
      answerAfter(
        context,
        await context.command('horizon.add-entry', (command) => addHorizonEntry(command, params.id, body)),
      ),
  }),
  route({
    method: 'PATCH',
    path: '/api/horizon/returns/:id/entries/:entry',
    operation: 'editHorizonEntry',
    summary: 'Edits what a return said of one change; another status is mapped with the code’s profile.',
    policy: may('edit', 'modification'),
    params: Entry,
    body: HorizonEntryFieldsSchema,
    answer: HorizonLogSchema,
    handle: async ({ params, body }, context) =>
      answerAfter(
        context,
        await context.command('horizon.edit-entry', (command) =>
          editHorizonEntry(command, params.id, params.entry, context.ifMatch, body),
        ),
      ),
  }),
  route({
    method: 'DELETE',
    path: '/api/horizon/returns/:id/entries/:entry',
    operation: 'removeHorizonEntry',
    summary: 'Takes a change out of a return; the change stays on the register.',
    policy: may('edit', 'modification'),
    params: Entry,
    answer: z.null(),
    status: 204,
    handle: ({ params }, context) =>
      context.command('horizon.remove-entry', (command) => removeHorizonEntry(command, params.id, params.entry)),
  }),
];

/** HTTP doors to the horizon log. */
import { z } from 'zod';
import { presented } from '../../codes/present.ts';
import { route, type AnyRoute } from '../../platform/http/route.ts';
import { abilities, may } from '../../platform/policy/policy.ts';
import type { RequestContext } from '../../platform/http/route.ts';
import { ok } from '../../values/result.ts';
import { recordHorizonReturn } from '../commands.ts';
import { modificationHref } from '../model/modification.ts';
import { horizonLog } from '../queries.ts';
import { HorizonLogSchema, HorizonReturnInputSchema } from '../schemas.ts';
import { keyOf } from './present.ts';

const answer = (context: RequestContext, period: string | null) =>
  context.read(async (database) => {
    const log = await horizonLog(database, period);
    return ok({
      ...presented(log),
      bodies: log.bodies.map(({ return: found, ...body }) => ({
        ...body,
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
];

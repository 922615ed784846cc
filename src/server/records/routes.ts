/** HTTP doors to records of any kind: names for links, and what a reference stands for. */
import { todayAt } from '../../platform/people/today.ts';
import { z } from 'zod';
import { problem } from '../../platform/errors/problem.ts';
import { route, type AnyRoute } from '../../platform/http/route.ts';
import { may } from '../../platform/policy/policy.ts';
import { failed, ok } from '../../values/result.ts';
import { readRecordKeys } from './model.ts';
import { nameRecords, resolveWords } from './queries.ts';

const NamedRecordSchema = z
  .object({ kind: z.string(), id: z.string(), reference: z.string(), title: z.string(), href: z.string() })
  .meta({ id: 'NamedRecord' });

/** More than any page shows at once, and as many as an address can hold. */
const MOST_KEYS = 300;

export const routes: readonly AnyRoute[] = [
  route({
    method: 'GET',
    path: '/api/records',
    operation: 'nameRecords',
    summary: 'Names records of any kind, so that links between them can be shown.',
    description: 'Keys are kind:id with commas between. Those not on record at that moment are left out.',
    policy: may('read', 'programme'),
    query: z.object({ keys: z.string().max(20_000) }),
    answer: z.object({ items: z.array(NamedRecordSchema) }),
    handle: async ({ query }, context) => {
      const keys = readRecordKeys(query.keys);
      if (keys === null || keys.length > MOST_KEYS)
        return failed(
          problem(
            'invalid-request',
            `Give the records as kind:id with commas between, ${String(MOST_KEYS)} at most, for example action:action_01.`,
          ),
        );
      return ok({ items: await context.read((database) => nameRecords(database, keys)) });
    },
  }),
  route({
    method: 'GET',
    path: '/api/resolve',
    operation: 'resolveReference',
    summary: 'Says what a reference may stand for: every record on record that it names.',
    description:
      'Changes, code bodies, groups, meetings, actions, decisions, milestones, change requests and risks. Spelling, padding and spaces do not matter; a former reference leads to the change it became.',
    policy: may('read', 'programme'),
    query: z.object({ reference: z.string().min(1).max(60) }),
    answer: z.object({ items: z.array(NamedRecordSchema) }),
    handle: ({ query }, context) =>
      context.read(async (database) =>
        ok({ items: await resolveWords(database, query.reference, await todayAt(database, context.moment)) }),
      ),
  }),
];

/** HTTP doors to the register: its list and its picture. */
import { z } from 'zod';
import { presented } from '../../codes/present.ts';
import { route, type AnyRoute } from '../../platform/http/route.ts';
import { problem, type Problem } from '../../platform/errors/problem.ts';
import { readCursor, writeCursor } from '../../platform/http/cursor.ts';
import { CivilDateSchema, InstantSchema, pageOf, PageQuery } from '../../platform/http/schemas.ts';
import { abilities, may } from '../../platform/policy/policy.ts';
import { isCivilDate } from '../../values/partial-date.ts';
import { failed, ok, type Result } from '../../values/result.ts';
import { inFlightTimeline, registerPage } from '../queries.ts';
import { ModificationItemSchema, TimelineSchema } from '../schemas.ts';
import { NO_FILTER, SORTS, type ModificationFilter, type PageStart, type Sort } from '../store/list.ts';
import { dayOf, marks, presentBar, presentItem, untilOf } from './present.ts';

const listOf = z.string().max(400).optional().meta({ description: 'One value, or several with commas between.' });

const FilterQuery = z.object({
  body: listOf,
  stage: listOf,
  overlay: listOf,
  impact: listOf,
  kind: listOf,
  inFlight: z.enum(['true', 'false']).optional(),
  q: z.string().max(200).optional().meta({ description: 'Words in the reference, title or summary.' }),
  movedSince: InstantSchema.optional(),
  moved: z.enum(['true']).optional().meta({ description: 'Only those that moved since the instant of `since`.' }),
  decisionFrom: CivilDateSchema.optional(),
  decisionTo: CivilDateSchema.optional(),
  release: z.string().max(60).optional(),
});

const values = (words: string | undefined): string[] =>
  words === undefined
    ? []
    : words
        .split(',')
        .map((word) => word.trim())
        .filter((word) => word !== '');

function filterOf(query: z.output<typeof FilterQuery>, since: string | null): ModificationFilter {
  return {
    ...NO_FILTER,
    bodies: values(query.body),
    stages: values(query.stage),
    overlays: values(query.overlay),
    impacts: values(query.impact),
    kinds: values(query.kind),
    inFlight: query.inFlight === undefined ? null : query.inFlight === 'true',
    text: query.q ?? null,
    movedSince: query.movedSince ?? (query.moved === 'true' ? since : null),
    decisionFrom: query.decisionFrom ?? null,
    decisionTo: query.decisionTo ?? null,
    releaseId: query.release ?? null,
  };
}

const SortQuery = z
  .enum(SORTS.flatMap((sort) => [sort, `-${sort}`] as [Sort, `-${Sort}`]))
  .default('reference')
  .meta({ description: 'A minus before it sorts downwards.' });

/** Whether the text of a cursor is a key that the sort gives. */
const isKeyOf: Readonly<Record<Sort, (key: string) => boolean>> = {
  reference: () => true,
  title: () => true,
  stage: (key) => /^\d{1,3}$/.test(key),
  decision: (key) => key === 'infinity' || isCivilDate(key),
  implementation: (key) => key === 'infinity' || isCivilDate(key),
  moved: (key) => /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{1,6})?\+00$/.test(key) && !Number.isNaN(Date.parse(key)),
};

/** Reads a cursor back; refused when it was given out for another sort. */
function readStart(cursor: string | undefined, sort: string): Result<PageStart | null, Problem> {
  const keys = readCursor(cursor, 3);
  if (keys.kind === 'failed') return keys;
  if (keys.value === null) return ok(null);
  const [of, key, referenceKey] = keys.value.map(String);
  const by = SORTS.find((candidate) => candidate === sort.replace('-', ''));
  if (of !== sort || by === undefined || key === undefined || referenceKey === undefined || !isKeyOf[by](key))
    return failed(
      problem('invalid-request', 'The page cursor is not of a list in this order. Start again from the first page.'),
    );
  return ok({ key, referenceKey });
}

export const registerRoutes: readonly AnyRoute[] = [
  route({
    method: 'GET',
    path: '/api/modifications',
    operation: 'listModifications',
    summary: 'Lists changes to the codes, with filters, sort and pages.',
    policy: may('read', 'modification'),
    query: PageQuery.extend(FilterQuery.shape).extend({ sort: SortQuery }),
    answer: pageOf(ModificationItemSchema).extend({
      groups: z.array(z.object({ body: z.string(), count: z.number().int() })),
    }),
    handle: ({ query }, context) =>
      context.read(async (database) => {
        const after = readStart(query.cursor, query.sort);
        if (after.kind === 'failed') return after;
        const descending = query.sort.startsWith('-');
        const sort = query.sort.replace('-', '') as Sort;
        const since = query.movedSince ?? context.since;
        const page = await registerPage(
          database,
          filterOf(query, context.since),
          { sort, descending },
          { limit: query.limit, after: after.value },
          since,
        );
        const changes = await marks(
          database,
          context,
          page.items.map((item) => item.id),
        );
        return ok({
          items: page.items.map((item) => presentItem(item, changes.get(item.id) ?? [])),
          nextCursor: page.next === null ? null : writeCursor([query.sort, page.next.key, page.next.referenceKey]),
          total: page.total,
          sentence: page.sentence,
          groups: presented(page.groups),
          may: abilities(context.actor, 'modification'),
        });
      }),
  }),
  route({
    method: 'GET',
    path: '/api/modifications/timeline',
    operation: 'showInFlightTimeline',
    summary: 'Gives the in-flight picture: a bar for each change through its stages, by code, with release days.',
    policy: may('read', 'modification'),
    query: FilterQuery.extend({ from: CivilDateSchema.optional(), to: CivilDateSchema.optional() }),
    answer: TimelineSchema,
    handle: ({ query }, context) =>
      context.read(async (database) => {
        const today = await dayOf(database, context);
        const filter = filterOf(query, context.since);
        const timeline = await inFlightTimeline(
          database,
          filter,
          { from: query.from ?? null, to: query.to ?? null },
          today,
          untilOf(context),
        );
        const { sentence } = await registerPage(
          database,
          filter,
          { sort: 'reference', descending: false },
          { limit: 1, after: null },
          query.movedSince ?? context.since,
        );
        return ok({
          from: timeline.from,
          to: timeline.to,
          today,
          lanes: timeline.lanes.map((lane) => ({
            body: lane.body,
            releases: presented(lane.releases),
            bars: lane.bars.map(presentBar),
          })),
          cut: timeline.cut,
          sentence,
        });
      }),
  }),
];

/** HTTP doors to the plan. `:id` of a milestone is its opaque id or its printed reference (`M8`). */
import { z } from 'zod';
import { failed, ok } from '../../values/result.ts';
import { route, type AnyRoute, type RequestContext } from '../../platform/http/route.ts';
import { CivilDateSchema, HistoryEntrySchema, pageOf, PageQuery } from '../../platform/http/schemas.ts';
import { may } from '../../platform/policy/policy.ts';
import { linksSeenFrom } from '../../platform/record/linking.ts';
import { addMilestone, editMilestone, examineForecast, noMilestone, removeMilestone } from '../commands/milestones.ts';
import { MILESTONE } from '../model/descriptions.ts';
import { STANDINGS } from '../model/standing.ts';
import { planSentence, type PlacedMilestone } from '../queries/milestones.ts';
import { changeRequestsAffecting } from '../queries/change-requests.ts';
import { findMilestone } from '../store/milestones.ts';
import {
  contains,
  CreatedAnswer,
  historySeen,
  IdParams,
  marksOf,
  mayDo,
  pageOfItems,
  sortedBy,
  Words,
} from './presented.ts';
import { MilestoneSchema, MilestoneDetail, MilestoneEditSchema } from './milestone-schemas.ts';
import { thePlan } from './the-plan.ts';

const SORTS = {
  position: (one: PlacedMilestone) => one.position,
  date: (one: PlacedMilestone) => one.plannedDate,
  title: (one: PlacedMilestone) => one.title,
  slip: (one: PlacedMilestone) => one.slip.againstTarget,
  standing: (one: PlacedMilestone) => STANDINGS.indexOf(one.standing.kind),
};

async function detail(context: RequestContext, idOrReference: string) {
  const { milestones } = await thePlan(context);
  const named = await context.read((database) => findMilestone(database, idOrReference));
  const found = milestones.find((one) => one.id === named?.id);
  if (found === undefined) return failed(noMilestone(idOrReference));
  const marks = await marksOf(context, MILESTONE, [found.id]);
  const { reference } = found;
  return ok({
    ...found,
    dependencies: [...found.dependencies],
    changes: marks.get(found.id) ?? [],
    may: mayDo(context, 'milestone'),
    links: await context.read((database) => linksSeenFrom(database, { kind: 'milestone', id: found.id })),
    changeRequests:
      reference === null ? [] : await context.read((database) => changeRequestsAffecting(database, reference)),
  });
}

export const milestoneRoutes: readonly AnyRoute[] = [
  route({
    method: 'GET',
    path: '/api/milestones',
    operation: 'listMilestones',
    summary: 'Lists the milestones of the plan, each with how it stands by rule, its slips and its dependencies.',
    policy: may('read', 'milestone'),
    query: PageQuery.extend({
      standing: z.enum(STANDINGS).optional(),
      topicArea: z.string().max(200).optional(),
      tier: z.coerce.number().int().optional(),
      search: z.string().max(200).optional(),
      sort: z
        .string()
        .regex(/^-?(?:position|date|title|slip|standing)$/)
        .default('position'),
    }),
    answer: pageOf(MilestoneSchema).extend({ today: CivilDateSchema }),
    async handle({ query }, context) {
      const { today, milestones } = await thePlan(context);
      const wanted = milestones.filter(
        (one) =>
          (query.standing === undefined || one.standing.kind === query.standing) &&
          (query.topicArea === undefined || one.topicArea === query.topicArea) &&
          (query.tier === undefined || one.tier === query.tier) &&
          (query.search === undefined || contains(query.search, [one.reference, one.title, one.topicArea, one.owner])),
      );
      const page = pageOfItems(sortedBy(wanted, SORTS, query.sort), query);
      if (page.kind === 'failed') return page;
      const marks = await marksOf(
        context,
        MILESTONE,
        page.value.items.map((one) => one.id),
      );
      return ok({
        ...page.value,
        items: page.value.items.map((one) => ({
          ...one,
          dependencies: [...one.dependencies],
          changes: marks.get(one.id) ?? [],
        })),
        sentence: planSentence(milestones, today),
        may: mayDo(context, 'milestone'),
        today,
      });
    },
  }),
  route({
    method: 'POST',
    path: '/api/milestones',
    operation: 'addMilestone',
    summary: 'Adds a milestone to the plan.',
    policy: may('add', 'milestone'),
    body: MilestoneEditSchema.extend({ title: Words }),
    answer: CreatedAnswer,
    status: 201,
    async handle({ body }, context) {
      const added = await context.command('milestone.add', (command) => addMilestone(command, body));
      return added.kind === 'failed' ? added : ok({ id: added.value });
    },
  }),
  route({
    method: 'GET',
    path: '/api/milestones/:id',
    operation: 'readMilestone',
    summary: 'Reads one milestone with its dependencies, the change requests that affect it and its links.',
    policy: may('read', 'milestone'),
    params: IdParams,
    answer: MilestoneDetail,
    handle: ({ params }, context) => detail(context, params.id),
  }),
  route({
    method: 'PATCH',
    path: '/api/milestones/:id',
    operation: 'editMilestone',
    summary: 'Changes fields of a milestone in place.',
    description: 'Touching the forecast, the reported status or its reason counts as examining the forecast.',
    policy: may('edit', 'milestone'),
    params: IdParams,
    body: MilestoneEditSchema,
    answer: MilestoneDetail,
    async handle({ params, body }, context) {
      // By its id from here on: the reference itself may be what is edited.
      const id = (await context.read((database) => findMilestone(database, params.id)))?.id ?? params.id;
      const edited = await context.command('milestone.edit', (command) =>
        editMilestone(command, id, context.ifMatch, body),
      );
      return edited.kind === 'failed' ? edited : detail(context, id);
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/milestones/:id',
    operation: 'removeMilestone',
    summary: 'Takes a milestone out of the plan with its dependencies; their history stays.',
    policy: may('remove', 'milestone'),
    params: IdParams,
    answer: z.null(),
    status: 204,
    handle: ({ params }, context) =>
      context.command('milestone.remove', (command) => removeMilestone(command, params.id)),
  }),
  route({
    method: 'POST',
    path: '/api/milestones/:id/examine',
    operation: 'examineForecast',
    summary: 'Says that a person has examined the forecast and stands by it.',
    policy: may('edit', 'milestone'),
    params: IdParams,
    answer: MilestoneDetail,
    async handle({ params }, context) {
      const examined = await context.command('milestone.examine', (command) =>
        examineForecast(command, params.id, context.ifMatch),
      );
      return examined.kind === 'failed' ? examined : detail(context, params.id);
    },
  }),
  route({
    method: 'GET',
    path: '/api/milestones/:id/history',
    operation: 'readMilestoneHistory',
    summary: 'Reads the history of a milestone, newest entry first.',
    policy: may('read', 'history'),
    params: IdParams,
    answer: z.object({ items: z.array(HistoryEntrySchema) }),
    async handle({ params }, context) {
      const found = await context.read((database) => findMilestone(database, params.id));
      return found === null
        ? failed(noMilestone(params.id))
        : ok({ items: await historySeen(context, MILESTONE, found.id) });
    },
  }),
];

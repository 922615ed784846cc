/** HTTP doors to the plan. `:id` of a milestone is its opaque id or its printed reference (`M8`). */
import { todayAt } from '../../platform/people/today.ts';
import { z } from 'zod';
import { failed, ok } from '../../values/result.ts';
import { route, type AnyRoute, type RequestContext } from '../../platform/http/route.ts';
import {
  AbilitiesSchema,
  ChangeSchema,
  CivilDateSchema,
  HistoryEntrySchema,
  LinkedRecordSchema,
  pageOf,
  PageQuery,
  PartialDateSchema,
  RagSchema,
} from '../../platform/http/schemas.ts';
import { may } from '../../platform/policy/policy.ts';
import { linksSeenFrom } from '../../platform/record/linking.ts';
import { asAt, readAt } from '../../platform/record/moment.ts';
import { recordDependency, removeDependency } from '../commands/dependencies.ts';
import { addMilestone, editMilestone, examineForecast, noMilestone, removeMilestone } from '../commands/milestones.ts';
import { MILESTONE } from '../model/descriptions.ts';
import { DEPENDENCY_KINDS } from '../model/propagation.ts';
import { slipBetween, STANDINGS } from '../model/standing.ts';
import { ifMoved, plan, planSentence, type PlacedMilestone } from '../queries/milestones.ts';
import { changeRequestsAffecting } from '../queries/change-requests.ts';
import { findMilestone } from '../store/milestones.ts';
import {
  contains,
  CreatedAnswer,
  DateWords,
  historySeen,
  IdParams,
  marksOf,
  mayDo,
  pageOfItems,
  PartParams,
  sortedBy,
  Words,
} from './presented.ts';

export const MilestoneNameSchema = z
  .object({ id: z.string(), reference: z.string().nullable(), title: z.string(), href: z.string() })
  .meta({ id: 'MilestoneName' });

const DependencySchema = z
  .object({
    id: z.string(),
    direction: z.enum(['follows', 'followed-by']),
    kind: z.enum(DEPENDENCY_KINDS),
    lagDays: z.number().int(),
    note: z.string(),
    words: z.string(),
    other: MilestoneNameSchema,
  })
  .meta({ id: 'MilestoneDependency' });

const Days = z.number().int().nullable();

const MilestoneSchema = z
  .object({
    id: z.string(),
    version: z.number().int(),
    reference: z.string().nullable(),
    title: z.string(),
    href: z.string(),
    tier: z.number().int().nullable(),
    topicArea: z.string().nullable(),
    owner: z.string().nullable(),
    baseline: PartialDateSchema.nullable(),
    target: PartialDateSchema.nullable(),
    forecast: PartialDateSchema.nullable(),
    previousForecast: PartialDateSchema.nullable(),
    actual: PartialDateSchema.nullable(),
    plannedDate: CivilDateSchema.nullable(),
    rag: RagSchema,
    ragRaw: z.string().nullable(),
    ragReason: z.string(),
    examinedAt: z.string().nullable(),
    examinedBy: z.string().nullable(),
    source: z.string().nullable(),
    position: z.number().int(),
    standing: z.object({ kind: z.enum(STANDINGS), reason: z.string(), unexamined: z.boolean() }),
    slip: z.object({ againstBaseline: Days, againstTarget: Days, againstPreviousForecast: Days }),
    dependencies: z.array(DependencySchema),
    changes: z.array(ChangeSchema),
  })
  .meta({ id: 'Milestone' });

const MilestoneDetail = MilestoneSchema.extend({
  may: AbilitiesSchema,
  links: z.array(LinkedRecordSchema),
  changeRequests: z.array(
    z.object({ id: z.string(), reference: z.string(), title: z.string(), state: z.string(), href: z.string() }),
  ),
}).meta({ id: 'MilestoneDetail' });

const MilestoneEditSchema = z
  .object({
    reference: z.string().max(10).nullable(),
    title: Words,
    tier: z.number().int().min(1).max(9).nullable(),
    topicArea: z.string().max(200).nullable(),
    owner: z.string().max(200).nullable(),
    baseline: DateWords,
    target: DateWords,
    forecast: DateWords,
    actual: DateWords,
    rag: RagSchema,
    ragReason: z.string().max(2_000),
    position: z.number().int().min(1).max(100_000),
  })
  .partial();

const SORTS = {
  position: (one: PlacedMilestone) => one.position,
  date: (one: PlacedMilestone) => one.plannedDate,
  title: (one: PlacedMilestone) => one.title,
  slip: (one: PlacedMilestone) => one.slip.againstTarget,
  standing: (one: PlacedMilestone) => STANDINGS.indexOf(one.standing.kind),
};

async function thePlan(context: RequestContext) {
  return context.read(async (database) => {
    const today = await todayAt(database, context.moment);
    return { today, milestones: await plan(database, today) };
  });
}

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
    method: 'GET',
    path: '/api/plan/picture',
    operation: 'drawPlan',
    summary:
      'Gives what the picture of the plan draws: target, forecast and actual of each milestone, and the slip since an earlier moment.',
    policy: may('read', 'milestone'),
    answer: z
      .object({
        today: CivilDateSchema,
        /** First and last day that anything drawn stands on; null for an empty plan. */
        from: CivilDateSchema.nullable(),
        to: CivilDateSchema.nullable(),
        sentence: z.string(),
        rows: z.array(
          z.object({
            id: z.string(),
            reference: z.string().nullable(),
            title: z.string(),
            href: z.string(),
            tier: z.number().int().nullable(),
            standing: MilestoneSchema.shape.standing,
            baseline: PartialDateSchema.nullable(),
            target: PartialDateSchema.nullable(),
            forecast: PartialDateSchema.nullable(),
            actual: PartialDateSchema.nullable(),
            slip: MilestoneSchema.shape.slip,
            /** What was forecast at the moment compared with; null without `since`, or when it was not in the plan. */
            forecastThen: PartialDateSchema.nullable(),
            slipSince: Days,
          }),
        ),
        dependencies: z.array(
          z.object({
            id: z.string(),
            from: z.string(),
            to: z.string(),
            kind: z.enum(DEPENDENCY_KINDS),
            lagDays: z.number().int(),
            words: z.string(),
          }),
        ),
      })
      .meta({ id: 'PlanPicture' }),
    async handle(_, context) {
      const { today, milestones } = await thePlan(context);
      const { since } = context;
      const then =
        since === null ? [] : await readAt(context.database, asAt(since), (database) => plan(database, today));
      const before = new Map(then.map((one) => [one.id, one]));
      const drawn = milestones
        .flatMap((one) => [one.baseline, one.target, one.forecast, one.actual, before.get(one.id)?.forecast ?? null])
        .flatMap((date) =>
          date === null || date.earliest === null || date.latest === null ? [] : [date.earliest, date.latest],
        )
        .sort();
      return ok({
        today,
        from: drawn[0] ?? null,
        to: drawn.at(-1) ?? null,
        sentence: planSentence(milestones, today),
        rows: milestones.map((one) => {
          const forecastThen = before.get(one.id)?.forecast ?? null;
          return { ...one, forecastThen, slipSince: slipBetween(forecastThen, one.actual ?? one.forecast) };
        }),
        dependencies: milestones.flatMap((one) =>
          one.dependencies
            .filter((dependency) => dependency.direction === 'follows')
            .map((dependency) => ({ ...dependency, from: one.id, to: dependency.other.id })),
        ),
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
  route({
    method: 'GET',
    path: '/api/milestones/:id/if-moved',
    operation: 'askIfMoved',
    summary: 'Says which milestones would move, and which dependencies would no longer hold, if this one moved.',
    policy: may('read', 'milestone'),
    params: IdParams,
    query: z.object({ to: CivilDateSchema }),
    answer: z
      .object({
        milestone: MilestoneNameSchema,
        from: CivilDateSchema.nullable(),
        to: CivilDateSchema,
        affected: z.array(
          MilestoneNameSchema.extend({
            from: CivilDateSchema.nullable(),
            to: CivilDateSchema,
            days: Days,
            because: z.array(MilestoneNameSchema),
          }),
        ),
        broken: z.array(z.string()),
        sentence: z.string(),
      })
      .meta({ id: 'IfMoved' }),
    async handle({ params, query }, context) {
      const answer = await context.read((database) => ifMoved(database, params.id, query.to));
      if (answer === null) return failed(noMilestone(params.id));
      const affected = answer.affected.map((one) => ({ ...one, because: [...one.because] }));
      return ok({ ...answer, affected, broken: [...answer.broken] });
    },
  }),
  route({
    method: 'POST',
    path: '/api/milestones/:id/dependencies',
    operation: 'addDependency',
    summary: 'Says that this milestone follows another; refused when that would close a circle.',
    policy: may('edit', 'milestone'),
    params: IdParams,
    body: z.object({
      to: Words.max(100),
      kind: z.enum(DEPENDENCY_KINDS),
      lagDays: z.number().int().min(-3_650).max(3_650).optional(),
      note: z.string().max(2_000).optional(),
    }),
    answer: CreatedAnswer,
    status: 201,
    async handle({ params, body }, context) {
      const made = await context.command('milestone.add-dependency', (command) =>
        recordDependency(command, { from: params.id, ...body }),
      );
      return made.kind === 'failed' ? made : ok({ id: made.value.id });
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/milestones/:id/dependencies/:part',
    operation: 'removeDependency',
    summary: 'Removes a dependency of a milestone.',
    policy: may('edit', 'milestone'),
    params: PartParams,
    answer: z.null(),
    status: 204,
    handle: ({ params }, context) =>
      context.command('milestone.remove-dependency', (command) => removeDependency(command, params.id, params.part)),
  }),
];

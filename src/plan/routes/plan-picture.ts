/** The HTTP door to the picture of the plan. */
import { z } from 'zod';
import { ok } from '../../values/result.ts';
import { route, type AnyRoute } from '../../platform/http/route.ts';
import { CivilDateSchema, PartialDateSchema } from '../../platform/http/schemas.ts';
import { may } from '../../platform/policy/policy.ts';
import { asAt, readAt } from '../../platform/record/moment.ts';
import { DEPENDENCY_KINDS } from '../model/propagation.ts';
import { slipBetween } from '../model/standing.ts';
import { plan, planSentence } from '../queries/milestones.ts';
import { MilestoneSchema, Days } from './milestone-schemas.ts';
import { thePlan } from './the-plan.ts';

export const planPictureRoutes: readonly AnyRoute[] = [
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
];

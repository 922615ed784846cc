/** HTTP doors to what milestones wait for, and to what moves when one of them moves. */
import { z } from 'zod';
import { failed, ok } from '../../values/result.ts';
import { route, type AnyRoute } from '../../platform/http/route.ts';
import { CivilDateSchema } from '../../platform/http/schemas.ts';
import { may } from '../../platform/policy/policy.ts';
import { recordDependency, removeDependency } from '../commands/dependencies.ts';
import { noMilestone } from '../commands/milestones.ts';
import { DEPENDENCY_KINDS } from '../model/propagation.ts';
import { ifMoved } from '../queries/milestones.ts';
import { CreatedAnswer, IdParams, PartParams, Words } from './presented.ts';
import { MilestoneNameSchema, Days } from './milestone-schemas.ts';

export const dependencyRoutes: readonly AnyRoute[] = [
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

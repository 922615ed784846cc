/** HTTP doors to the impacts and recommendations of change requests. */
import { z } from 'zod';
import { ok } from '../../values/result.ts';
import { route, type AnyRoute } from '../../platform/http/route.ts';
import { may } from '../../platform/policy/policy.ts';
import { addImpact, addRecommendation, changePart } from '../commands/change-requests.ts';
import { IMPACT_KINDS } from '../model/change-request.ts';
import { CreatedAnswer, IdParams, PartParams, Words } from './presented.ts';
import { ShortWords } from './change-request-schemas.ts';

const ImpactBody = z.object({ text: Words, kind: z.enum(IMPACT_KINDS).optional() });
const RecommendationBody = z.object({
  text: Words,
  condition: z.string().max(2_000).nullable().optional(),
  byGroup: ShortWords.optional(),
  outcome: z.string().max(2_000).nullable().optional(),
});

export const changeRequestPartRoutes: readonly AnyRoute[] = [
  route({
    method: 'POST',
    path: '/api/change-requests/:id/impacts',
    operation: 'addImpact',
    summary: 'Adds a statement of the impact assessment; its kind is read from its words unless given.',
    policy: may('edit', 'change-request'),
    params: IdParams,
    body: ImpactBody,
    answer: CreatedAnswer,
    status: 201,
    async handle({ params, body }, context) {
      const added = await context.command('change-request.add-impact', (command) =>
        addImpact(command, params.id, body),
      );
      return added.kind === 'failed' ? added : ok({ id: added.value });
    },
  }),
  route({
    method: 'PATCH',
    path: '/api/change-requests/:id/impacts/:part',
    operation: 'editImpact',
    summary: 'Changes a statement of the impact assessment.',
    policy: may('edit', 'change-request'),
    params: PartParams,
    body: ImpactBody.partial(),
    answer: z.null(),
    status: 204,
    handle: ({ params, body }, context) =>
      context.command('change-request.edit-impact', (command) =>
        changePart(command, params.id, 'change_request_impact', params.part, body),
      ),
  }),
  route({
    method: 'DELETE',
    path: '/api/change-requests/:id/impacts/:part',
    operation: 'removeImpact',
    summary: 'Removes a statement of the impact assessment.',
    policy: may('edit', 'change-request'),
    params: PartParams,
    answer: z.null(),
    status: 204,
    handle: ({ params }, context) =>
      context.command('change-request.remove-impact', (command) =>
        changePart(command, params.id, 'change_request_impact', params.part, null),
      ),
  }),
  route({
    method: 'POST',
    path: '/api/change-requests/:id/recommendations',
    operation: 'addRecommendation',
    summary: 'Adds a recommendation on a change request.',
    policy: may('edit', 'change-request'),
    params: IdParams,
    body: RecommendationBody,
    answer: CreatedAnswer,
    status: 201,
    async handle({ params, body }, context) {
      const added = await context.command('change-request.add-recommendation', (command) =>
        addRecommendation(command, params.id, body),
      );
      return added.kind === 'failed' ? added : ok({ id: added.value });
    },
  }),
  route({
    method: 'PATCH',
    path: '/api/change-requests/:id/recommendations/:part',
    operation: 'editRecommendation',
    summary: 'Changes a recommendation on a change request.',
    policy: may('edit', 'change-request'),
    params: PartParams,
    body: RecommendationBody.partial(),
    answer: z.null(),
    status: 204,
    handle: ({ params, body: { byGroup, ...body } }, context) =>
      context.command('change-request.edit-recommendation', (command) =>
        changePart(command, params.id, 'change_request_recommendation', params.part, { ...body, by_group: byGroup }),
      ),
  }),
  route({
    method: 'DELETE',
    path: '/api/change-requests/:id/recommendations/:part',
    operation: 'removeRecommendation',
    summary: 'Removes a recommendation on a change request.',
    policy: may('edit', 'change-request'),
    params: PartParams,
    answer: z.null(),
    status: 204,
    handle: ({ params }, context) =>
      context.command('change-request.remove-recommendation', (command) =>
        changePart(command, params.id, 'change_request_recommendation', params.part, null),
      ),
  }),
];

/** HTTP doors to change requests. `:id` is the opaque id or the reference, however it is spelled (`CR12`, `CR0012`). */
import { todayAt } from '../../platform/people/today.ts';
import { z } from 'zod';
import { failed, ok } from '../../values/result.ts';
import { problem, type Problem } from '../../platform/errors/problem.ts';
import { route, type AnyRoute, type RequestContext } from '../../platform/http/route.ts';
import {
  AbilitiesSchema,
  ChangeSchema,
  CivilDateSchema,
  HistoryEntrySchema,
  LinkedRecordSchema,
  pageOf,
  PageQuery,
} from '../../platform/http/schemas.ts';
import { allows, may } from '../../platform/policy/policy.ts';
import { linksSeenFrom } from '../../platform/record/linking.ts';
import {
  addChangeRequest,
  addImpact,
  addRecommendation,
  changePart,
  decideChangeRequest,
  editChangeRequest,
  removeChangeRequest,
  stepChangeRequest,
} from '../commands/change-requests.ts';
import { CHANGE_REQUEST_STATES, IMPACT_KINDS, OUTCOMES, STEP_RULES, STEPS } from '../model/change-request.ts';
import { CHANGE_REQUEST } from '../model/descriptions.ts';
import {
  changeRequestInFull,
  changeRequests,
  changeRequestsSentence,
  type ShownChangeRequest,
} from '../queries/change-requests.ts';
import { findChangeRequest } from '../store/change-requests.ts';
import {
  contains,
  CreatedAnswer,
  historySeen,
  IdParams,
  marksOf,
  mayDo,
  pageOfItems,
  PartParams,
  sortedBy,
  Words,
} from './presented.ts';

const Weeks = z.number().int().min(0).max(1_000).nullable();
const ShortWords = z.string().max(200).nullable();

const ChangeRequestSchema = z
  .object({
    id: z.string(),
    version: z.number().int(),
    reference: z.string(),
    number: z.number().int(),
    title: z.string(),
    href: z.string(),
    request: z.string().nullable(),
    raisedBy: z.string().nullable(),
    raisedOn: CivilDateSchema.nullable(),
    state: z.enum(CHANGE_REQUEST_STATES),
    stateWords: z.string(),
    assessmentFrom: CivilDateSchema.nullable(),
    assessmentTo: CivilDateSchema.nullable(),
    affectedMilestones: z.array(
      z.object({
        reference: z.string(),
        id: z.string().nullable(),
        title: z.string().nullable(),
        href: z.string().nullable(),
      }),
    ),
    costAmount: z.number().int().nullable(),
    costKind: z.string().nullable(),
    costWords: z.string(),
    scheduleWeeksMin: Weeks,
    scheduleWeeksMax: Weeks,
    scheduleWords: z.string(),
    benefit: z.string().nullable(),
    decisionGroup: z.string().nullable(),
    deciders: z.array(z.string()),
    outcome: z.enum(OUTCOMES).nullable(),
    outcomeNote: z.string(),
    decidedBy: z.string().nullable(),
    decidedOn: CivilDateSchema.nullable(),
    changes: z.array(ChangeSchema),
  })
  .meta({ id: 'ChangeRequest' });

const ChangeRequestDetail = ChangeRequestSchema.extend({
  impacts: z.array(z.object({ id: z.string(), kind: z.enum(IMPACT_KINDS), text: z.string() })),
  recommendations: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      condition: z.string().nullable(),
      byGroup: z.string().nullable(),
      outcome: z.string().nullable(),
    }),
  ),
  /** The steps possible now that the caller's role may take. */
  steps: z.array(z.object({ step: z.enum(STEPS), words: z.string(), to: z.enum(CHANGE_REQUEST_STATES) })),
  /** The whole workflow in order, for showing where the request stands. */
  workflow: z.array(z.object({ state: z.enum(CHANGE_REQUEST_STATES), reached: z.boolean() })),
  may: AbilitiesSchema,
  links: z.array(LinkedRecordSchema),
}).meta({ id: 'ChangeRequestDetail' });

const FieldsSchema = z
  .object({
    title: Words,
    request: z.string().max(10_000).nullable(),
    raisedBy: ShortWords,
    raisedOn: CivilDateSchema.nullable(),
    assessmentFrom: CivilDateSchema.nullable(),
    assessmentTo: CivilDateSchema.nullable(),
    affectedMilestones: z.array(z.string().max(20)).max(100),
    costAmount: z.number().int().min(0).max(2_000_000_000).nullable(),
    costKind: ShortWords,
    scheduleWeeksMin: Weeks,
    scheduleWeeksMax: Weeks,
    benefit: z.string().max(10_000).nullable(),
    decisionGroup: ShortWords,
    outcomeNote: z.string().max(10_000),
  })
  .partial();

const ImpactBody = z.object({ text: Words, kind: z.enum(IMPACT_KINDS).optional() });
const RecommendationBody = z.object({
  text: Words,
  condition: z.string().max(2_000).nullable().optional(),
  byGroup: ShortWords.optional(),
  outcome: z.string().max(2_000).nullable().optional(),
});

const SORTS = {
  reference: (one: ShownChangeRequest) => one.number,
  title: (one: ShownChangeRequest) => one.title,
  raisedOn: (one: ShownChangeRequest) => one.raisedOn,
  state: (one: ShownChangeRequest) => CHANGE_REQUEST_STATES.indexOf(one.state),
};

const absent = (words: string): Problem =>
  problem('not-found', `There is no change request ${words}. Look for it in the list of change requests.`);

const presented = (request: ShownChangeRequest) => ({
  ...request,
  affectedMilestones: [...request.affectedMilestones],
  deciders: [...request.deciders],
});

async function detail(context: RequestContext, idOrReference: string) {
  const found = await context.read((database) => changeRequestInFull(database, idOrReference));
  if (found === null) return failed(absent(idOrReference));
  const marks = await marksOf(context, CHANGE_REQUEST, [found.id]);
  const now = context.moment.kind === 'now';
  const stands = CHANGE_REQUEST_STATES.indexOf(found.state);
  return ok({
    ...presented(found),
    impacts: [...found.impacts],
    recommendations: [...found.recommendations],
    steps: found.steps
      .filter((rule) => now && allows(context.actor, rule.verb, 'change-request'))
      .map(({ step, words, to }) => ({ step, words, to })),
    workflow: CHANGE_REQUEST_STATES.map((state, index) => ({ state, reached: index <= stands })),
    changes: marks.get(found.id) ?? [],
    may: mayDo(context, 'change-request'),
    links: await context.read((database) => linksSeenFrom(database, { kind: 'change-request', id: found.id })),
  });
}

export const changeRequestRoutes: readonly AnyRoute[] = [
  route({
    method: 'GET',
    path: '/api/change-requests',
    operation: 'listChangeRequests',
    summary: 'Lists the requests to change the programme.',
    policy: may('read', 'change-request'),
    query: PageQuery.extend({
      state: z.enum(CHANGE_REQUEST_STATES).optional(),
      outcome: z.enum(OUTCOMES).optional(),
      search: z.string().max(200).optional(),
      sort: z
        .string()
        .regex(/^-?(?:reference|title|raisedOn|state)$/)
        .default('reference'),
    }),
    answer: pageOf(ChangeRequestSchema),
    async handle({ query }, context) {
      const all = await context.read(changeRequests);
      const wanted = all.filter(
        (one) =>
          (query.state === undefined || one.state === query.state) &&
          (query.outcome === undefined || one.outcome === query.outcome) &&
          (query.search === undefined || contains(query.search, [one.reference, one.title, one.request, one.raisedBy])),
      );
      const page = pageOfItems(sortedBy(wanted, SORTS, query.sort), query);
      if (page.kind === 'failed') return page;
      const marks = await marksOf(
        context,
        CHANGE_REQUEST,
        page.value.items.map((one) => one.id),
      );
      return ok({
        ...page.value,
        items: page.value.items.map((one) => ({ ...presented(one), changes: marks.get(one.id) ?? [] })),
        sentence: changeRequestsSentence(all, await context.read((database) => todayAt(database, context.moment))),
        may: mayDo(context, 'change-request'),
      });
    },
  }),
  route({
    method: 'POST',
    path: '/api/change-requests',
    operation: 'addChangeRequest',
    summary: 'Raises a change request, under the next number unless a reference is given.',
    policy: may('add', 'change-request'),
    body: FieldsSchema.extend({ title: Words, reference: z.string().max(20).optional() }),
    answer: CreatedAnswer,
    status: 201,
    async handle({ body }, context) {
      const added = await context.command('change-request.add', (command) => addChangeRequest(command, body));
      return added.kind === 'failed' ? added : ok({ id: added.value });
    },
  }),
  route({
    method: 'GET',
    path: '/api/change-requests/:id',
    operation: 'readChangeRequest',
    summary: 'Reads one change request with its impacts, recommendations and the steps possible now.',
    policy: may('read', 'change-request'),
    params: IdParams,
    answer: ChangeRequestDetail,
    handle: ({ params }, context) => detail(context, params.id),
  }),
  route({
    method: 'PATCH',
    path: '/api/change-requests/:id',
    operation: 'editChangeRequest',
    summary: 'Changes fields of a change request in place; its state changes by steps.',
    policy: may('edit', 'change-request'),
    params: IdParams,
    body: FieldsSchema,
    answer: ChangeRequestDetail,
    async handle({ params, body }, context) {
      const edited = await context.command('change-request.edit', (command) =>
        editChangeRequest(command, params.id, context.ifMatch, body),
      );
      return edited.kind === 'failed' ? edited : detail(context, params.id);
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/change-requests/:id',
    operation: 'removeChangeRequest',
    summary: 'Removes a change request with its parts; their history stays.',
    policy: may('remove', 'change-request'),
    params: IdParams,
    answer: z.null(),
    status: 204,
    handle: ({ params }, context) =>
      context.command('change-request.remove', (command) => removeChangeRequest(command, params.id)),
  }),
  route({
    method: 'GET',
    path: '/api/change-requests/:id/history',
    operation: 'readChangeRequestHistory',
    summary: 'Reads the history of a change request, newest entry first.',
    policy: may('read', 'history'),
    params: IdParams,
    answer: z.object({ items: z.array(HistoryEntrySchema) }),
    async handle({ params }, context) {
      const found = await context.read((database) => findChangeRequest(database, params.id));
      return found === null
        ? failed(absent(params.id))
        : ok({ items: await historySeen(context, CHANGE_REQUEST, found.id) });
    },
  }),
  route({
    method: 'POST',
    path: '/api/change-requests/:id/steps',
    operation: 'stepChangeRequest',
    summary: 'Takes a step of the workflow other than the decision.',
    policy: may('edit', 'change-request'),
    params: IdParams,
    body: z.object({
      step: z.enum(['start-assessment', 'close-assessment', 'put-to-decision', 'send-back', 'reopen']),
    }),
    answer: ChangeRequestDetail,
    async handle({ params, body }, context) {
      const rule = STEP_RULES.find((one) => one.step === body.step);
      if (rule !== undefined && !allows(context.actor, rule.verb, 'change-request'))
        return failed(problem('not-allowed', `“${rule.words}” is for those who decide: the chair or the secretariat.`));
      const taken = await context.command(`change-request.${body.step}`, (command) =>
        stepChangeRequest(command, params.id, context.ifMatch, body.step),
      );
      return taken.kind === 'failed' ? taken : detail(context, params.id);
    },
  }),
  route({
    method: 'POST',
    path: '/api/change-requests/:id/decision',
    operation: 'decideChangeRequest',
    summary: 'Records how a change request was decided, by whom and when.',
    policy: may('decide', 'change-request'),
    params: IdParams,
    body: z.object({
      outcome: z.enum(OUTCOMES),
      decidedBy: z.string().max(200).nullable().optional(),
      decidedOn: CivilDateSchema.nullable().optional(),
      note: z.string().max(10_000).optional(),
    }),
    answer: ChangeRequestDetail,
    async handle({ params, body }, context) {
      const decided = await context.command('change-request.decide', (command) =>
        decideChangeRequest(command, params.id, context.ifMatch, body),
      );
      return decided.kind === 'failed' ? decided : detail(context, params.id);
    },
  }),
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

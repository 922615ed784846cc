/** HTTP doors to change requests. `:id` is the opaque id or the reference, however it is spelled (`CR12`, `CR0012`). */
import { todayAt } from '../../platform/people/today.ts';
import { z } from 'zod';
import { failed, ok } from '../../values/result.ts';
import { problem, type Problem } from '../../platform/errors/problem.ts';
import { route, type AnyRoute, type RequestContext } from '../../platform/http/route.ts';
import { CivilDateSchema, HistoryEntrySchema, pageOf, PageQuery } from '../../platform/http/schemas.ts';
import { allows, may } from '../../platform/policy/policy.ts';
import { linksSeenFrom } from '../../platform/record/linking.ts';
import {
  addChangeRequest,
  decideChangeRequest,
  editChangeRequest,
  removeChangeRequest,
  stepChangeRequest,
} from '../commands/change-requests.ts';
import { CHANGE_REQUEST_STATES, OUTCOMES, STEP_RULES } from '../model/change-request.ts';
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
  sortedBy,
  Words,
} from './presented.ts';
import { ChangeRequestSchema, ChangeRequestDetail, ChangeRequestFieldsSchema } from './change-request-schemas.ts';

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
    body: ChangeRequestFieldsSchema.extend({ title: Words, reference: z.string().max(20).optional() }),
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
    body: ChangeRequestFieldsSchema,
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
];

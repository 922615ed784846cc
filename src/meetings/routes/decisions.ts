/** HTTP doors to decisions and recommendations, named by id or printed reference, `CCAG-D012`. */
import { z } from 'zod';
import { route, type AnyRoute } from '../../platform/http/route.ts';
import {
  CivilDateSchema,
  HistoryEntrySchema,
  PageQuery,
  pageOf,
  RecordKeySchema,
} from '../../platform/http/schemas.ts';
import { abilities, may } from '../../platform/policy/policy.ts';
import { ok } from '../../values/result.ts';
import { addEscalation, editDecision, recordDecision, stepEscalation } from '../commands/decisions.ts';
import { decisionNamed } from '../lookup.ts';
import { CAPACITIES, DECISION_KINDS, ESCALATION_STEPS, OUTCOMES } from '../model/decision.ts';
import { DECISION_DESCRIPTION } from '../model/descriptions.ts';
import { decisionDetail, decisionsPage } from '../queries/decisions.ts';
import { ask, historyAnswer } from './context.ts';
import { listOf, Names, OptionalDate, Order } from './filters.ts';
import {
  AddedSchema,
  ConditionSchema,
  DecisionDetailSchema,
  DecisionSchema,
  Reference,
  SavedSchema,
  Title,
  Words,
} from './schemas.ts';

const DecisionValues = z.object({
  text: Words.min(1).optional(),
  kind: z.enum(DECISION_KINDS).optional(),
  capacity: z.enum(CAPACITIES).optional(),
  outcome: z.enum(OUTCOMES).optional(),
  conditions: z.array(ConditionSchema).max(200).optional(),
  textSha256: z.string().max(64).nullable().optional(),
  decidedOn: CivilDateSchema.nullable().optional(),
  agendaItemId: z.string().max(100).nullable().optional(),
});

export const decisionRoutes: readonly AnyRoute[] = [
  route({
    method: 'GET',
    path: '/api/decisions',
    operation: 'listDecisions',
    summary: 'Decisions and recommendations of every group, latest first.',
    policy: may('read', 'decision'),
    query: PageQuery.extend({
      group: Names,
      kind: listOf(DECISION_KINDS),
      outcome: listOf(OUTCOMES),
      from: OptionalDate,
      to: OptionalDate,
      q: z.string().trim().max(200).default(''),
      order: Order.default('desc'),
    }),
    answer: pageOf(DecisionSchema),
    handle: async ({ query }, context) => {
      const page = await ask(context, (database, view) =>
        decisionsPage(database, view, {
          filter: {
            groups: query.group,
            kinds: query.kind,
            outcomes: query.outcome,
            from: query.from ?? null,
            to: query.to ?? null,
            text: query.q,
          },
          order: query.order,
          cursor: query.cursor,
          limit: query.limit,
        }),
      );
      return page.kind === 'failed' ? page : ok({ ...page.value, may: abilities(context.actor, 'decision') });
    },
  }),
  route({
    method: 'GET',
    path: '/api/decisions/:id',
    operation: 'readDecision',
    summary: 'One decision with its conditions, escalation and links.',
    policy: may('read', 'decision'),
    params: Reference,
    answer: DecisionDetailSchema,
    handle: async ({ params }, context) => {
      const found = await ask(context, (database, view) => decisionDetail(database, view, params.id));
      return found.kind === 'failed' ? found : ok({ ...found.value, may: abilities(context.actor, 'decision') });
    },
  }),
  route({
    method: 'GET',
    path: '/api/decisions/:id/history',
    operation: 'readDecisionHistory',
    summary: 'Who changed a decision, when, and why.',
    policy: may('read', 'history'),
    params: Reference,
    answer: z.object({ items: z.array(HistoryEntrySchema) }),
    handle: ({ params }, context) =>
      context.read(async (database) => {
        const decision = await decisionNamed(database, params.id);
        if (decision.kind === 'failed') return decision;
        return ok(await historyAnswer(database, DECISION_DESCRIPTION, decision.value.id));
      }),
  }),
  route({
    method: 'POST',
    path: '/api/decisions',
    operation: 'addDecision',
    summary: 'Records a decision or recommendation of a meeting, under the group’s next number.',
    description: 'The same words at the same meeting are the same decision: they are recorded once.',
    policy: may('add', 'decision'),
    body: DecisionValues.extend({
      meeting: z.string().min(1).max(100),
      text: Words.min(1),
      escalation: z
        .array(z.object({ body: Title, words: Words.optional() }))
        .max(20)
        .optional(),
      about: z.array(RecordKeySchema).max(200).optional(),
    }),
    answer: AddedSchema,
    status: 201,
    handle: ({ body }, context) => context.command('decision.add', (command) => recordDecision(command, body)),
  }),
  route({
    method: 'PATCH',
    path: '/api/decisions/:id',
    operation: 'editDecision',
    summary: 'Changes a decision in place; its outcome only by those who may decide.',
    policy: may('edit', 'decision'),
    params: Reference,
    body: DecisionValues,
    answer: SavedSchema,
    handle: async ({ params, body }, context) => {
      const saved = await context.command('decision.edit', (command) =>
        editDecision(command, params.id, context.ifMatch, body),
      );
      return saved.kind === 'failed' ? saved : ok({ id: params.id, version: saved.value });
    },
  }),
  route({
    method: 'POST',
    path: '/api/decisions/:id/escalation',
    operation: 'escalateDecision',
    summary: 'Sends a decision up to one more body.',
    policy: may('decide', 'decision'),
    params: Reference,
    body: z.object({ body: Title }),
    answer: z.object({ id: z.string() }),
    status: 201,
    handle: ({ params, body }, context) =>
      context.command('decision.escalate', (command) => addEscalation(command, params.id, body.body)),
  }),
  route({
    method: 'POST',
    path: '/api/decisions/:id/escalation/:step/steps',
    operation: 'stepEscalation',
    summary: 'Records what a body said of a decision that was sent up to it.',
    policy: may('decide', 'decision'),
    params: Reference.extend({ step: z.string().min(1).max(100) }),
    body: z.object({
      step: z.enum(ESCALATION_STEPS),
      decidedOn: CivilDateSchema.nullable().optional(),
      words: Words.optional(),
    }),
    answer: SavedSchema,
    handle: async ({ params, body }, context) => {
      const saved = await context.command(`decision.escalation-${body.step}`, (command) =>
        stepEscalation(command, params.id, params.step, context.ifMatch, body.step, body),
      );
      return saved.kind === 'failed' ? saved : ok({ id: params.step, version: saved.value });
    },
  }),
];

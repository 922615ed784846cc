/** HTTP doors to risks and issues. `:id` is the opaque id or the reference (`R-001`). */
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
  RagSchema,
} from '../../platform/http/schemas.ts';
import { may } from '../../platform/policy/policy.ts';
import { linksSeenFrom } from '../../platform/record/linking.ts';
import { RAG_VALUES } from '../../values/rag.ts';
import { addMitigation, addRisk, changeMitigation, editRisk, removeRisk } from '../commands/risks.ts';
import { RISK } from '../model/descriptions.ts';
import { RISK_STATES, RISK_TYPES } from '../model/risk.ts';
import { risks, risksSentence, type ShownRisk } from '../queries/risks.ts';
import { findRisk } from '../store/risks.ts';
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

const RiskSchema = z
  .object({
    id: z.string(),
    version: z.number().int(),
    reference: z.string(),
    number: z.number().int(),
    href: z.string(),
    type: z.enum(RISK_TYPES),
    identifier: z.string().nullable(),
    description: z.string(),
    cause: z.string().nullable(),
    effect: z.string().nullable(),
    rag: RagSchema,
    ratingRaw: z.string().nullable(),
    owner: z.string().nullable(),
    reviewDate: CivilDateSchema.nullable(),
    reviewOverdue: z.boolean(),
    state: z.enum(RISK_STATES),
    source: z.string().nullable(),
    mitigations: z.array(z.object({ id: z.string(), text: z.string(), done: z.boolean() })),
    changes: z.array(ChangeSchema),
  })
  .meta({ id: 'Risk' });

const RiskDetail = RiskSchema.extend({ may: AbilitiesSchema, links: z.array(LinkedRecordSchema) }).meta({
  id: 'RiskDetail',
});

const FieldsSchema = z
  .object({
    type: z.enum(RISK_TYPES),
    description: Words,
    cause: z.string().max(5_000).nullable(),
    effect: z.string().max(5_000).nullable(),
    rag: RagSchema,
    ratingRaw: z.string().max(200).nullable(),
    owner: z.string().max(200).nullable(),
    reviewDate: CivilDateSchema.nullable(),
    state: z.enum(RISK_STATES),
  })
  .partial();

const SORTS = {
  reference: (one: ShownRisk) => one.number,
  rag: (one: ShownRisk) => RAG_VALUES.indexOf(one.rag),
  owner: (one: ShownRisk) => one.owner,
  reviewDate: (one: ShownRisk) => one.reviewDate,
};

const absent = (words: string): Problem =>
  problem('not-found', `There is no risk ${words}. Look for it in the list of risks.`);

const allShown = (context: RequestContext): Promise<ShownRisk[]> =>
  context.read(async (database) => risks(database, await todayAt(database, context.moment)));

async function detail(context: RequestContext, idOrReference: string) {
  const named = await context.read((database) => findRisk(database, idOrReference));
  const found = (await allShown(context)).find((one) => one.id === named?.id);
  if (found === undefined) return failed(absent(idOrReference));
  const marks = await marksOf(context, RISK, [found.id]);
  return ok({
    ...found,
    mitigations: [...found.mitigations],
    changes: marks.get(found.id) ?? [],
    may: mayDo(context, 'risk'),
    links: await context.read((database) => linksSeenFrom(database, { kind: 'risk', id: found.id })),
  });
}

export const riskRoutes: readonly AnyRoute[] = [
  route({
    method: 'GET',
    path: '/api/risks',
    operation: 'listRisks',
    summary: 'Lists risks and issues with what is done against them.',
    policy: may('read', 'risk'),
    query: PageQuery.extend({
      type: z.enum(RISK_TYPES).optional(),
      rag: RagSchema.optional(),
      state: z.enum(RISK_STATES).optional(),
      owner: z.string().max(200).optional(),
      search: z.string().max(200).optional(),
      sort: z
        .string()
        .regex(/^-?(?:reference|rag|owner|reviewDate)$/)
        .default('reference'),
    }),
    answer: pageOf(RiskSchema),
    async handle({ query }, context) {
      const all = await allShown(context);
      const wanted = all.filter(
        (one) =>
          (query.type === undefined || one.type === query.type) &&
          (query.rag === undefined || one.rag === query.rag) &&
          (query.state === undefined || one.state === query.state) &&
          (query.owner === undefined || one.owner === query.owner) &&
          (query.search === undefined ||
            contains(query.search, [one.reference, one.description, one.owner, ...one.mitigations.map((m) => m.text)])),
      );
      const page = pageOfItems(sortedBy(wanted, SORTS, query.sort), query);
      if (page.kind === 'failed') return page;
      const marks = await marksOf(
        context,
        RISK,
        page.value.items.map((one) => one.id),
      );
      return ok({
        ...page.value,
        items: page.value.items.map((one) => ({
          ...one,
          mitigations: [...one.mitigations],
          changes: marks.get(one.id) ?? [],
        })),
        sentence: risksSentence(all),
        may: mayDo(context, 'risk'),
      });
    },
  }),
  route({
    method: 'POST',
    path: '/api/risks',
    operation: 'addRisk',
    summary: 'Adds a risk or an issue under the next running reference.',
    policy: may('add', 'risk'),
    body: FieldsSchema.extend({ description: Words }),
    answer: CreatedAnswer,
    status: 201,
    async handle({ body }, context) {
      const added = await context.command('risk.add', (command) => addRisk(command, body));
      return added.kind === 'failed' ? added : ok({ id: added.value });
    },
  }),
  route({
    method: 'GET',
    path: '/api/risks/:id',
    operation: 'readRisk',
    summary: 'Reads one risk or issue.',
    policy: may('read', 'risk'),
    params: IdParams,
    answer: RiskDetail,
    handle: ({ params }, context) => detail(context, params.id),
  }),
  route({
    method: 'PATCH',
    path: '/api/risks/:id',
    operation: 'editRisk',
    summary: 'Changes fields of a risk in place.',
    policy: may('edit', 'risk'),
    params: IdParams,
    body: FieldsSchema,
    answer: RiskDetail,
    async handle({ params, body }, context) {
      const edited = await context.command('risk.edit', (command) =>
        editRisk(command, params.id, context.ifMatch, body),
      );
      return edited.kind === 'failed' ? edited : detail(context, params.id);
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/risks/:id',
    operation: 'removeRisk',
    summary: 'Removes a risk with its mitigations; their history stays.',
    policy: may('remove', 'risk'),
    params: IdParams,
    answer: z.null(),
    status: 204,
    handle: ({ params }, context) => context.command('risk.remove', (command) => removeRisk(command, params.id)),
  }),
  route({
    method: 'GET',
    path: '/api/risks/:id/history',
    operation: 'readRiskHistory',
    summary: 'Reads the history of a risk, newest entry first.',
    policy: may('read', 'history'),
    params: IdParams,
    answer: z.object({ items: z.array(HistoryEntrySchema) }),
    async handle({ params }, context) {
      const found = await context.read((database) => findRisk(database, params.id));
      return found === null ? failed(absent(params.id)) : ok({ items: await historySeen(context, RISK, found.id) });
    },
  }),
  route({
    method: 'POST',
    path: '/api/risks/:id/mitigations',
    operation: 'addMitigation',
    summary: 'Adds something that is done against a risk.',
    policy: may('edit', 'risk'),
    params: IdParams,
    body: z.object({ text: Words, done: z.boolean().optional() }),
    answer: CreatedAnswer,
    status: 201,
    async handle({ params, body }, context) {
      const added = await context.command('risk.add-mitigation', (command) => addMitigation(command, params.id, body));
      return added.kind === 'failed' ? added : ok({ id: added.value });
    },
  }),
  route({
    method: 'PATCH',
    path: '/api/risks/:id/mitigations/:part',
    operation: 'editMitigation',
    summary: 'Changes a mitigation, or ticks it off.',
    policy: may('edit', 'risk'),
    params: PartParams,
    body: z.object({ text: Words, done: z.boolean() }).partial(),
    answer: z.null(),
    status: 204,
    handle: ({ params, body }, context) =>
      context.command('risk.edit-mitigation', (command) => changeMitigation(command, params.id, params.part, body)),
  }),
  route({
    method: 'DELETE',
    path: '/api/risks/:id/mitigations/:part',
    operation: 'removeMitigation',
    summary: 'Removes a mitigation.',
    policy: may('edit', 'risk'),
    params: PartParams,
    answer: z.null(),
    status: 204,
    handle: ({ params }, context) =>
      context.command('risk.remove-mitigation', (command) => changeMitigation(command, params.id, params.part, null)),
  }),
];

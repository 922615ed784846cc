/** HTTP doors to actions. An action is named by its id or its printed reference, `CCAG08-06`. */
import { z } from 'zod';
import { route, type AnyRoute } from '../../platform/http/route.ts';
import {
  CivilDateSchema,
  HistoryEntrySchema,
  PageQuery,
  pageOf,
  PartialDateSchema,
  RecordKeySchema,
} from '../../platform/http/schemas.ts';
import { abilities, may } from '../../platform/policy/policy.ts';
import { ok } from '../../values/result.ts';
import { addAction, addActionUpdate, editAction, stepAction } from '../commands/actions.ts';
import { actionNamed } from '../lookup.ts';
import { ACTION_STATES, ACTION_VERDICTS } from '../model/action.ts';
import { ACTION_DESCRIPTION } from '../model/descriptions.ts';
import { actionDetail, actionsPage } from '../queries/actions.ts';
import { ACTION_SORTS } from '../store/actions.ts';
import { ask, historyAnswer } from './context.ts';
import { listOf, Names, OptionalDate, Order } from './filters.ts';
import {
  ActionDetailSchema,
  ActionSchema,
  ActionStepName,
  AddedSchema,
  PartySchema,
  Reference,
  SavedSchema,
  Words,
} from './schemas.ts';

const ActionValues = z.object({
  text: Words.min(1).optional(),
  owners: z.array(PartySchema).max(50).optional(),
  raised: PartialDateSchema.nullable().optional(),
  due: PartialDateSchema.nullable().optional(),
});

export const actionRoutes: readonly AnyRoute[] = [
  route({
    method: 'GET',
    path: '/api/actions',
    operation: 'listActions',
    summary: 'Actions of every group: who owes what by when.',
    policy: may('read', 'action'),
    query: PageQuery.extend({
      state: listOf(ACTION_STATES),
      owner: z.string().trim().max(200).default(''),
      group: Names,
      dueFrom: OptionalDate,
      dueTo: OptionalDate,
      overdue: z.enum(['true', 'false']).default('false'),
      q: z.string().trim().max(200).default(''),
      sort: z.enum(ACTION_SORTS).default('reference'),
      order: Order.default('asc'),
    }),
    answer: pageOf(ActionSchema).extend({
      /** Every role or organisation that owns one, for the filter. */
      owners: z.array(z.object({ role: z.string(), outstanding: z.number().int() })),
      today: z.string(),
    }),
    handle: async ({ query }, context) => {
      const page = await ask(context, (database, view) =>
        actionsPage(database, view, {
          filter: {
            states: query.state,
            owner: query.owner,
            groups: query.group,
            dueFrom: query.dueFrom ?? null,
            dueTo: query.dueTo ?? null,
            overdueOn: query.overdue === 'true' ? view.today : null,
            text: query.q,
          },
          sort: query.sort,
          order: query.order,
          cursor: query.cursor,
          limit: query.limit,
        }),
      );
      return page.kind === 'failed' ? page : ok({ ...page.value, may: abilities(context.actor, 'action') });
    },
  }),
  route({
    method: 'GET',
    path: '/api/actions/:id',
    operation: 'readAction',
    summary: 'One action with its appearances, meeting after meeting.',
    policy: may('read', 'action'),
    params: Reference,
    answer: ActionDetailSchema,
    handle: async ({ params }, context) => {
      const found = await ask(context, (database, view) => actionDetail(database, view, params.id));
      return found.kind === 'failed' ? found : ok({ ...found.value, may: abilities(context.actor, 'action') });
    },
  }),
  route({
    method: 'GET',
    path: '/api/actions/:id/history',
    operation: 'readActionHistory',
    summary: 'Who changed an action, when, and why.',
    policy: may('read', 'history'),
    params: Reference,
    answer: z.object({ items: z.array(HistoryEntrySchema) }),
    handle: ({ params }, context) =>
      context.read(async (database) => {
        const action = await actionNamed(database, params.id);
        if (action.kind === 'failed') return action;
        return ok(await historyAnswer(database, ACTION_DESCRIPTION, action.value.id));
      }),
  }),
  route({
    method: 'POST',
    path: '/api/actions',
    operation: 'addAction',
    summary: 'Raises an action at a meeting, under its next running number.',
    policy: may('add', 'action'),
    body: ActionValues.extend({
      meeting: z.string().min(1).max(100),
      text: Words.min(1),
      about: z.array(RecordKeySchema).max(200).optional(),
    }),
    answer: AddedSchema,
    status: 201,
    handle: ({ body }, context) => context.command('action.add', (command) => addAction(command, body)),
  }),
  route({
    method: 'PATCH',
    path: '/api/actions/:id',
    operation: 'editAction',
    summary: 'Changes the words, owners or dates of an action in place.',
    policy: may('edit', 'action'),
    params: Reference,
    body: ActionValues,
    answer: SavedSchema,
    handle: async ({ params, body }, context) => {
      const saved = await context.command('action.edit', (command) =>
        editAction(command, params.id, context.ifMatch, body),
      );
      return saved.kind === 'failed' ? saved : ok({ id: params.id, version: saved.value });
    },
  }),
  route({
    method: 'POST',
    path: '/api/actions/:id/updates',
    operation: 'addActionUpdate',
    summary: 'Adds an update to an action, at a meeting or between meetings.',
    description: '“Recommend closing” only proposes: a meeting has to agree. Only keepers can record that one did.',
    policy: may('edit', 'action'),
    params: Reference,
    body: z.object({
      meeting: z.string().max(100).nullable().default(null),
      verdict: z.enum(ACTION_VERDICTS),
      words: Words,
      date: CivilDateSchema.optional(),
    }),
    answer: z.object({ id: z.string() }),
    status: 201,
    handle: async ({ params, body }, context) => {
      const added = await context.command('action.update', (command) => addActionUpdate(command, params.id, body));
      return added.kind === 'failed' ? added : ok({ id: added.value.id });
    },
  }),
  route({
    method: 'POST',
    path: '/api/actions/:id/steps',
    operation: 'stepAction',
    summary: 'Proposes closing, agrees it (naming the meeting), keeps open, cancels or reopens an action.',
    policy: may('edit', 'action'),
    params: Reference,
    body: z.object({ step: ActionStepName, meeting: z.string().max(100).nullable().default(null) }),
    answer: SavedSchema,
    handle: async ({ params, body }, context) => {
      const saved = await context.command(`action.${body.step}`, (command) =>
        stepAction(command, params.id, context.ifMatch, body.step, body.meeting),
      );
      return saved.kind === 'failed' ? saved : ok({ id: params.id, version: saved.value });
    },
  }),
];

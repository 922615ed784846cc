/** HTTP doors to one modification. It is named by its id or its key: `REC-R0044`. */
import { z } from 'zod';
import { route, type AnyRoute, type RequestContext } from '../../platform/http/route.ts';
import { HistoryEntrySchema } from '../../platform/http/schemas.ts';
import { may } from '../../platform/policy/policy.ts';
import { historyOf } from '../../platform/record/description.ts';
import { readPartialDate } from '../../values/partial-date.ts';
import { ok } from '../../values/result.ts';
import {
  addModification,
  addPart,
  editModification,
  editPart,
  recordDecision,
  remapStages,
  removeModification,
  removePart,
  strikeDecision,
  type PartInput,
  type PartKind,
} from '../commands.ts';
import { modificationTold } from '../descriptions.ts';
import { findModification } from '../queries.ts';
import {
  DateInputSchema,
  DecisionInputSchema,
  FieldsSchema,
  ModificationSchema,
  NewModificationSchema,
  PositionInputSchema,
  RelationInputSchema,
  UpdateInputSchema,
} from '../schemas.ts';
import { releaseNames } from '../store/modifications.ts';
import { answerAfter, answerDetail, dayOf } from './present.ts';

const Named = z.object({ id: z.string().max(60) });
const Part = Named.extend({ part: z.string().max(60) });

/** The routes of one kind of part: add, edit in place, remove. Each answers with the whole change. */
function partRoutes<Body extends z.ZodType>(
  part: PartKind,
  one: string,
  schema: Body,
  read: (body: z.output<Body>) => PartInput,
): AnyRoute[] {
  const noun = one.charAt(0).toUpperCase() + one.slice(1);
  return [
    route({
      method: 'POST',
      path: `/api/modifications/:id/${part}`,
      operation: `addModification${noun}`,
      summary: `Adds a ${one} to a change.`,
      policy: may('edit', 'modification'),
      params: Named,
      body: schema,
      answer: ModificationSchema,
      status: 201,
      handle: async ({ params, body }, context) =>
        answerAfter(
          context,
          await context.command(`modification.add-${one}`, (command) => addPart(command, params.id, read(body))),
        ),
    }),
    route({
      method: 'PATCH',
      path: `/api/modifications/:id/${part}/:part`,
      operation: `editModification${noun}`,
      summary: `Edits a ${one} of a change; If-Match names the ${one}’s version.`,
      policy: may('edit', 'modification'),
      params: Part,
      body: schema,
      answer: ModificationSchema,
      handle: async ({ params, body }, context) =>
        answerAfter(
          context,
          await context.command(`modification.edit-${one}`, (command) =>
            editPart(command, params.id, params.part, context.ifMatch, read(body)),
          ),
        ),
    }),
    route({
      method: 'DELETE',
      path: `/api/modifications/:id/${part}/:part`,
      operation: `removeModification${noun}`,
      summary: `Removes a ${one} of a change; its history stays.`,
      policy: may('edit', 'modification'),
      params: Part,
      answer: z.null(),
      status: 204,
      handle: async ({ params }, context) => {
        const done = await context.command(`modification.remove-${one}`, (command) =>
          removePart(command, params.id, part, params.part),
        );
        return done.kind === 'failed' ? done : ok(null);
      },
    }),
  ];
}

const history = (context: RequestContext, id: string) =>
  context.read(async (database) => {
    const found = await findModification(database, id, await dayOf(database, context));
    if (found.kind === 'failed') return found;
    const items = await historyOf(database, modificationTold(await releaseNames(database)), found.value.id);
    return ok({ items: items.map((entry) => ({ ...entry, changes: [...entry.changes] })) });
  });

export const modificationRoutes: readonly AnyRoute[] = [
  route({
    method: 'GET',
    path: '/api/modifications/:id',
    operation: 'getModification',
    summary: 'Shows a change with its dates, decisions, positions, updates, relations and what may come next.',
    policy: may('read', 'modification'),
    params: Named,
    answer: ModificationSchema,
    handle: ({ params }, context) => answerDetail(context, params.id),
  }),
  route({
    method: 'GET',
    path: '/api/modifications/:id/history',
    operation: 'getModificationHistory',
    summary: 'Tells the history of a change and all its parts, newest first.',
    policy: may('read', 'history'),
    params: Named,
    answer: z.object({ items: z.array(HistoryEntrySchema) }),
    handle: ({ params }, context) => history(context, params.id),
  }),
  route({
    method: 'POST',
    path: '/api/modifications',
    operation: 'addModification',
    summary: 'Adds a change to the register.',
    policy: may('add', 'modification'),
    body: NewModificationSchema,
    answer: ModificationSchema,
    status: 201,
    handle: async ({ body }, context) =>
      answerAfter(context, await context.command('modification.add', (command) => addModification(command, body))),
  }),
  route({
    method: 'PATCH',
    path: '/api/modifications/:id',
    operation: 'editModification',
    summary: 'Edits a change in place; a new stage or impact word is mapped with the code’s profile.',
    policy: may('edit', 'modification'),
    params: Named,
    body: FieldsSchema,
    answer: ModificationSchema,
    handle: async ({ params, body }, context) =>
      answerAfter(
        context,
        await context.command('modification.edit', (command) =>
          editModification(command, params.id, context.ifMatch, body),
        ),
      ),
  }),
  route({
    method: 'DELETE',
    path: '/api/modifications/:id',
    operation: 'removeModification',
    summary: 'Removes a change that no horizon log names; the past still has it.',
    policy: may('remove', 'modification'),
    params: Named,
    answer: z.null(),
    status: 204,
    handle: ({ params }, context) =>
      context.command('modification.remove', (command) => removeModification(command, params.id)),
  }),
  ...partRoutes('dates', 'date', DateInputSchema, ({ raw, ...date }) => ({
    part: 'dates',
    date: readPartialDate(raw),
    ...date,
  })),
  ...partRoutes('positions', 'position', PositionInputSchema, (body) => ({ part: 'positions', ...body })),
  ...partRoutes('updates', 'update', UpdateInputSchema, ({ raw, ...update }) => ({
    part: 'updates',
    date: readPartialDate(raw),
    ...update,
  })),
  ...partRoutes('relations', 'relation', RelationInputSchema, (body) => ({ part: 'relations', ...body })),
  route({
    method: 'POST',
    path: '/api/modifications/:id/decisions',
    operation: 'recordModificationDecision',
    summary: 'Records a decision event: who, in what capacity, on which text; approved may be revoked and given again.',
    policy: may('decide', 'modification'),
    params: Named,
    body: DecisionInputSchema,
    answer: ModificationSchema,
    status: 201,
    handle: async ({ params, body }, context) => {
      const done = await context.command('modification.decide', (command) => recordDecision(command, params.id, body));
      return done.kind === 'failed' ? done : answerDetail(context, done.value.id);
    },
  }),
  route({
    method: 'POST',
    path: '/api/modifications/:id/decisions/:decision/strike',
    operation: 'strikeModificationDecision',
    summary: 'Strikes out a decision that was recorded in error; it stays readable and no longer counts.',
    policy: may('decide', 'modification'),
    params: Named.extend({ decision: z.string().max(60) }),
    body: z.object({ because: z.string().max(2000) }),
    answer: ModificationSchema,
    handle: async ({ params, body }, context) =>
      answerAfter(
        context,
        await context.command(
          'modification.strike-decision',
          (command) => strikeDecision(command, params.id, params.decision, body.because),
          body.because,
        ),
      ),
  }),
  route({
    method: 'POST',
    path: '/api/modifications/remap',
    operation: 'remapStages',
    summary: 'Maps the stage words of a code’s changes that were not understood anew, after its profile was corrected.',
    policy: may('edit', 'code-body'),
    body: z.object({ body: z.string().max(60) }),
    answer: z.object({ moved: z.number().int() }),
    handle: async ({ body }, context) => {
      const done = await context.command('modification.remap', (command) => remapStages(command, body.body));
      return done.kind === 'failed' ? done : ok({ moved: done.value });
    },
  }),
];

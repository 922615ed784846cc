/** HTTP doors of intake: upload → review → settle findings → accept. */
import { z } from 'zod';
import { fileContent } from '../platform/files/store.ts';
import { problem } from '../platform/errors/problem.ts';
import { route, type AnyRoute } from '../platform/http/route.ts';
import { AbilitiesSchema } from '../platform/http/schemas.ts';
import { abilities, may } from '../platform/policy/policy.ts';
import { failed, ok } from '../values/result.ts';
import { DEFAULT_LIMITS } from '../formats/document/limits.ts';
import { acceptIntake, correctField, decideFinding, discardIntake, stageIntake } from './commands.ts';
import { packKnowledge } from './knowledge.ts';
import { plural, presentOutcome, presentReview } from './present.ts';
import { previewAccept, reviewOf } from './queries.ts';
import { readPackApart } from './read-pack-apart.ts';
import { IntakeSchema, OutcomeSchema, ReviewSchema } from './schemas.ts';
import { intakes } from './store/intakes.ts';
import { provenanceOf } from './store/provenance.ts';

const noSuchIntake = problem(
  'not-found',
  'There is no such pack here. Go back to Intake and choose one from the list.',
);

const idParams = z.object({ id: z.string() });

const upload = route({
  method: 'POST',
  path: '/api/intakes',
  operation: 'stageIntake',
  summary: 'Read a meeting pack (PDF, PowerPoint, Word, text or Markdown) and stage it for review',
  description:
    'The body is the file; X-File-Name is its name, percent-encoded. Nothing of the record changes until the pack is accepted. The same file again gives back what was staged or accepted before.',
  policy: may('add', 'intake'),
  upload: { limit: DEFAULT_LIMITS.fileBytes },
  answer: ReviewSchema,
  status: 201,
  handle: async ({ bytes, fileName }, context) => {
    if (fileName === '')
      return failed(problem('invalid-request', 'Name the file in the X-File-Name header, such as ccag-13.pptx.'));
    const pack = await readPackApart(bytes, fileName, await packKnowledge(context.database));
    if (pack.kind === 'failed') return pack;
    const staged = await context.command('intake.stage', (command) =>
      stageIntake(command, { name: fileName, content: bytes }, pack.value),
    );
    if (staged.kind === 'failed') return staged;
    const review = await reviewOf(context.database, staged.value.id);
    return review === null ? failed(noSuchIntake) : ok(presentReview(review, abilities(context.actor, 'intake')));
  },
});

const list = route({
  method: 'GET',
  path: '/api/intakes',
  operation: 'listIntakes',
  summary: 'The packs that came in, the newest first',
  policy: may('read', 'intake'),
  answer: z.object({
    items: z.array(IntakeSchema.omit({ outcome: true })),
    sentence: z.string(),
    may: AbilitiesSchema,
  }),
  handle: async (_request, context) => {
    const items = await context.read(intakes);
    const staged = items.filter((intake) => intake.state === 'staged').length;
    const accepted = items.filter((intake) => intake.state === 'accepted').length;
    const sentence =
      items.length === 0
        ? 'No pack has come in yet.'
        : `${plural(accepted, 'pack')} accepted; ${staged === 0 ? 'none waits for review' : `${staged} to review`}.`;
    return ok({
      items: items.map(({ outcome: _outcome, ...intake }) => intake),
      sentence,
      may: abilities(context.actor, 'intake'),
    });
  },
});

const detail = route({
  method: 'GET',
  path: '/api/intakes/:id',
  operation: 'getIntake',
  summary: 'One pack: its text, the records read from it, findings, and what was not understood',
  policy: may('read', 'intake'),
  params: idParams,
  answer: ReviewSchema,
  handle: async ({ params }, context) => {
    const review = await context.read((database) => reviewOf(database, params.id));
    return review === null ? failed(noSuchIntake) : ok(presentReview(review, abilities(context.actor, 'intake')));
  },
});

const preview = route({
  method: 'GET',
  path: '/api/intakes/:id/preview',
  operation: 'previewIntake',
  summary: 'What accepting the pack would create, change and leave',
  policy: may('read', 'intake'),
  params: idParams,
  answer: OutcomeSchema,
  handle: async ({ params }, context) => {
    const review = await reviewOf(context.database, params.id);
    if (review === null || context.actor === null) return failed(noSuchIntake);
    const outcome =
      review.intake.outcome === null
        ? await previewAccept(context.database, context.actor, params.id)
        : ok(review.intake.outcome);
    return outcome.kind === 'failed'
      ? outcome
      : ok(presentOutcome(outcome.value) ?? { created: 0, updated: 0, unchanged: 0, records: [] });
  },
});

const decide = route({
  method: 'POST',
  path: '/api/intakes/:id/findings/:findingId',
  operation: 'decideFinding',
  summary: 'Settle a finding: accept its suggestion, correct the value, dismiss it, or reopen it',
  policy: may('edit', 'intake'),
  params: z.object({ id: z.string(), findingId: z.string() }),
  body: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('accept'), note: z.string().max(2000).default('') }),
    z.object({
      kind: z.literal('correct'),
      words: z.string().max(10_000),
      path: z.string().max(200).optional(),
      note: z.string().max(2000).default(''),
    }),
    z.object({ kind: z.literal('dismiss'), note: z.string().max(2000).default('') }),
    z.object({ kind: z.literal('reopen') }),
  ]),
  answer: ReviewSchema,
  handle: async ({ params, body }, context) => {
    const done = await context.command('intake.decide-finding', (command) => {
      const decision =
        body.kind === 'correct'
          ? {
              kind: body.kind,
              words: body.words,
              note: body.note,
              ...(body.path === undefined ? {} : { path: body.path }),
            }
          : body;
      return decideFinding(command, params.id, params.findingId, decision);
    });
    if (done.kind === 'failed') return done;
    const review = await reviewOf(context.database, params.id);
    return review === null ? failed(noSuchIntake) : ok(presentReview(review, abilities(context.actor, 'intake')));
  },
});

const correct = route({
  method: 'POST',
  path: '/api/intakes/:id/corrections',
  operation: 'correctIntake',
  summary: 'Put a value of a staged pack right; the words of the source are kept',
  policy: may('edit', 'intake'),
  params: idParams,
  body: z.object({ recordKey: z.string().max(500), path: z.string().max(200), words: z.string().max(10_000) }),
  answer: ReviewSchema,
  handle: async ({ params, body }, context) => {
    const done = await context.command('intake.correct', (command) => correctField(command, params.id, body));
    if (done.kind === 'failed') return done;
    const review = await reviewOf(context.database, params.id);
    return review === null ? failed(noSuchIntake) : ok(presentReview(review, abilities(context.actor, 'intake')));
  },
});

const accept = route({
  method: 'POST',
  path: '/api/intakes/:id/accept',
  operation: 'acceptIntake',
  summary: 'Write the pack into the record, all of it or nothing',
  policy: may('accept', 'intake'),
  params: idParams,
  answer: OutcomeSchema,
  handle: async ({ params }, context) => {
    const outcome = await context.command('intake.accept', (command) => acceptIntake(command, params.id));
    return outcome.kind === 'failed'
      ? outcome
      : ok(presentOutcome(outcome.value) ?? { created: 0, updated: 0, unchanged: 0, records: [] });
  },
});

const discard = route({
  method: 'POST',
  path: '/api/intakes/:id/discard',
  operation: 'discardIntake',
  summary: 'Set a staged pack aside; the record is untouched',
  policy: may('edit', 'intake'),
  params: idParams,
  answer: z.null(),
  status: 204,
  handle: async ({ params }, context) =>
    context.command('intake.discard', (command) => discardIntake(command, params.id)),
});

const file = route({
  method: 'GET',
  path: '/api/intakes/:id/file',
  operation: 'getIntakeFile',
  summary: 'The file of a pack, as it came in',
  policy: may('read', 'intake'),
  params: idParams,
  answer: z.null(),
  sends: 'download',
  handle: async ({ params }, context) => {
    const review = await reviewOf(context.database, params.id);
    const content = review === null ? null : await fileContent(context.database, review.intake.fileId);
    if (content === null) return failed(noSuchIntake);
    return ok({ kind: 'download', mediaType: content.mediaType, fileName: content.name, content: content.content });
  },
});

const provenance = route({
  method: 'GET',
  path: '/api/provenance',
  operation: 'getProvenance',
  summary: 'Where the values of a record came from: the words of each pack, and their place in it',
  policy: may('read', 'history'),
  query: z.object({ kind: z.string().max(60), id: z.string().max(100) }),
  answer: z.object({
    items: z.array(
      z.object({
        field: z.string(),
        raw: z.string(),
        start: z.number().int(),
        end: z.number().int(),
        intakeId: z.string(),
        fileName: z.string(),
        meetingDate: z.string().nullable(),
      }),
    ),
  }),
  handle: async ({ query }, context) =>
    ok({ items: await context.read((database) => provenanceOf(database, query.kind, query.id)) }),
});

export const routes: readonly AnyRoute[] = [
  upload,
  list,
  detail,
  preview,
  decide,
  correct,
  accept,
  discard,
  file,
  provenance,
];

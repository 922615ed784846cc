/** HTTP doors to code bodies, their profiles and releases. A body is named by its id or short name: `/codes/REC`. */
import { todayAt } from '../platform/people/today.ts';
import { z } from 'zod';
import { ok, type Result } from '../values/result.ts';
import type { Database } from '../platform/database/tables.ts';
import type { Problem } from '../platform/errors/problem.ts';
import { route, type AnyRoute, type RequestContext } from '../platform/http/route.ts';
import { AbilitiesSchema, CivilDateSchema, HistoryEntrySchema } from '../platform/http/schemas.ts';
import { abilities, may } from '../platform/policy/policy.ts';
import { changesOf, historyOf, type RecordChange } from '../platform/record/description.ts';
import {
  addBody,
  addProfile,
  correctProfile,
  editBody,
  editRelease,
  loadDefaultProfiles,
  recordRelease,
  removeRelease,
} from './commands.ts';
import { CODE_BODY, CODE_BODY_PROFILE } from './descriptions.ts';
import { profileOn } from './model/profile.ts';
import { IMPACT_MEANINGS, OVERLAY_MEANINGS, STAGE_MEANINGS, type Meaning } from './model/shared-stage.ts';
import { presented } from './present.ts';
import { findBody, releaseDaysBetween, usualReleaseRange } from './queries.ts';
import {
  BodyFieldsSchema,
  CodeBodyDetailSchema,
  CodeBodySchema,
  NewReleaseSchema,
  ProfileContentSchema,
  ReleaseSchema,
  VocabularySchema,
} from './schemas.ts';
import { allBodies, profilesOf, type StoredBody } from './store.ts';

/** Civil day a reader looks at: the day of the moment asked for, or today as the programme counts it. */
const dayOf = (database: Database, context: RequestContext): Promise<string> =>
  context.moment.kind === 'as-at' ? Promise.resolve(context.moment.at.slice(0, 10)) : todayAt(database);

const Named = z.object({ id: z.string().max(60) });

const present = (body: StoredBody, changes: readonly RecordChange[] = []) => ({
  id: body.id,
  shortName: body.shortName,
  name: body.name,
  administrator: body.administrator,
  aliases: [...body.aliases],
  kind: body.kind,
  expectedInHorizon: body.expectedInHorizon,
  position: body.position,
  version: body.version,
  href: `/codes/${body.shortName}`,
  changes: [...changes],
});

/** What changed in the bodies since the instant the caller compares with; nothing without one. */
async function marks(
  database: Database,
  context: RequestContext,
  ids?: readonly string[],
): Promise<Map<string, RecordChange[]>> {
  if (context.since === null) return new Map();
  const until = context.moment.kind === 'as-at' ? context.moment.at : null;
  return changesOf(database, CODE_BODY, { after: context.since, until }, ids);
}

const words = (meanings: Readonly<Record<string, Meaning>>) =>
  Object.entries(meanings).map(([value, meaning]) => ({ value, ...meaning }));

async function detail(context: RequestContext, id: string) {
  return context.read(async (database) => {
    const body = await findBody(database, id);
    if (body.kind === 'failed') return body;
    const today = await dayOf(database, context);
    const profiles = await profilesOf(database, body.value.id);
    const releases = await releaseDaysBetween(database, usualReleaseRange(today), body.value.id);
    const changes = await marks(database, context, [body.value.id]);
    return ok({
      ...present(body.value, changes.get(body.value.id)),
      profile: presented(profileOn(profiles, today)),
      profiles: presented(profiles),
      releases: presented(releases),
      may: abilities(context.actor, 'code-body'),
    });
  });
}

/** Answers with the body's detail after a command has done its work. */
async function afterwards<Value>(context: RequestContext, id: string, done: Result<Value, Problem>) {
  return done.kind === 'failed' ? done : detail(context, id);
}

const DetailAnswer = CodeBodyDetailSchema;

export const routes: readonly AnyRoute[] = [
  route({
    method: 'GET',
    path: '/api/codes',
    operation: 'listCodeBodies',
    summary: 'Lists all code bodies, the programme itself among them, in their order.',
    policy: may('read', 'code-body'),
    answer: z.object({
      items: z.array(CodeBodySchema),
      nextCursor: z.null(),
      total: z.number().int(),
      sentence: z.string(),
      may: AbilitiesSchema,
    }),
    handle: (_request, context) =>
      context.read(async (database) => {
        const bodies = await allBodies(database);
        const changes = await marks(database, context);
        const expected = bodies.filter((body) => body.expectedInHorizon).map((body) => body.shortName);
        return ok({
          items: bodies.map((body) => present(body, changes.get(body.id))),
          nextCursor: null,
          total: bodies.length,
          sentence:
            bodies.length === 0
              ? 'No code body is on record yet.'
              : `${bodies.length} code bodies are on record; ${expected.length === 0 ? 'none' : expected.join(', ')} ${
                  expected.length === 1 ? 'is' : 'are'
                } expected to make a return each month.`,
          may: abilities(context.actor, 'code-body'),
        });
      }),
  }),
  route({
    method: 'GET',
    path: '/api/codes/vocabulary',
    operation: 'describeSharedStages',
    summary: 'Explains every shared stage, state and impact value.',
    policy: may('read', 'code-body'),
    answer: VocabularySchema,
    handle: async () =>
      ok({ stages: words(STAGE_MEANINGS), overlays: words(OVERLAY_MEANINGS), impacts: words(IMPACT_MEANINGS) }),
  }),
  route({
    method: 'GET',
    path: '/api/codes/releases',
    operation: 'listReleases',
    summary: 'Lists release days of one body or all: those on record, and those computed from the bodies’ rules.',
    policy: may('read', 'code-body'),
    query: z.object({
      body: z.string().max(60).optional(),
      from: CivilDateSchema.optional(),
      to: CivilDateSchema.optional(),
    }),
    answer: z.object({ items: z.array(ReleaseSchema) }),
    handle: ({ query }, context) =>
      context.read(async (database) => {
        const usual = usualReleaseRange(await dayOf(database, context));
        const range = { from: query.from ?? usual.from, to: query.to ?? usual.to };
        if (query.body === undefined) return ok({ items: presented(await releaseDaysBetween(database, range)) });
        const body = await findBody(database, query.body);
        if (body.kind === 'failed') return body;
        return ok({ items: presented(await releaseDaysBetween(database, range, body.value.id)) });
      }),
  }),
  route({
    method: 'GET',
    path: '/api/codes/:id',
    operation: 'getCodeBody',
    summary: 'Shows a code body with its profiles and releases.',
    policy: may('read', 'code-body'),
    params: Named,
    answer: DetailAnswer,
    handle: ({ params }, context) => detail(context, params.id),
  }),
  route({
    method: 'GET',
    path: '/api/codes/:id/history',
    operation: 'getCodeBodyHistory',
    summary: 'Tells the history of a code body, its profiles and releases, newest first.',
    policy: may('read', 'history'),
    params: Named,
    answer: z.object({ items: z.array(HistoryEntrySchema) }),
    handle: ({ params }, context) =>
      context.read(async (database) => {
        const body = await findBody(database, params.id);
        if (body.kind === 'failed') return body;
        const items = await historyOf(database, CODE_BODY, body.value.id);
        return ok({ items: items.map((entry) => ({ ...entry, changes: [...entry.changes] })) });
      }),
  }),
  route({
    method: 'GET',
    path: '/api/codes/:id/profiles/:profile/history',
    operation: 'getProfileHistory',
    summary: 'Tells the history of one profile, field by field, newest first.',
    policy: may('read', 'history'),
    params: Named.extend({ profile: z.string().max(60) }),
    answer: z.object({ items: z.array(HistoryEntrySchema) }),
    handle: ({ params }, context) =>
      context.read(async (database) => {
        const items = await historyOf(database, CODE_BODY_PROFILE, params.profile);
        return ok({ items: items.map((entry) => ({ ...entry, changes: [...entry.changes] })) });
      }),
  }),
  route({
    method: 'POST',
    path: '/api/codes',
    operation: 'addCodeBody',
    summary: 'Adds a code body.',
    policy: may('add', 'code-body'),
    body: BodyFieldsSchema,
    answer: DetailAnswer,
    status: 201,
    handle: async ({ body }, context) =>
      afterwards(context, body.shortName, await context.command('code-body.add', (command) => addBody(command, body))),
  }),
  route({
    method: 'PATCH',
    path: '/api/codes/:id',
    operation: 'editCodeBody',
    summary: 'Edits a code body in place; its short name stays.',
    policy: may('edit', 'code-body'),
    params: Named,
    body: BodyFieldsSchema.omit({ shortName: true }).partial(),
    answer: DetailAnswer,
    handle: async ({ params, body }, context) =>
      afterwards(
        context,
        params.id,
        await context.command('code-body.edit', (command) => editBody(command, params.id, context.ifMatch, body)),
      ),
  }),
  route({
    method: 'POST',
    path: '/api/codes/:id/profiles',
    operation: 'addProfile',
    summary: 'Begins a new profile of a body; the one before it ends the day before.',
    policy: may('edit', 'code-body'),
    params: Named,
    body: ProfileContentSchema.extend({ effectiveFrom: CivilDateSchema }),
    answer: DetailAnswer,
    status: 201,
    handle: async ({ params, body: { effectiveFrom, ...content } }, context) =>
      afterwards(
        context,
        params.id,
        await context.command('code-body.begin-profile', (command) =>
          addProfile(command, params.id, effectiveFrom, content),
        ),
      ),
  }),
  route({
    method: 'PATCH',
    path: '/api/codes/:id/profiles/:profile',
    operation: 'correctProfile',
    summary: 'Corrects a profile in place.',
    description: 'The whole profile is checked; every fault is named with its place.',
    policy: may('edit', 'code-body'),
    params: Named.extend({ profile: z.string().max(60) }),
    body: ProfileContentSchema.partial(),
    answer: DetailAnswer,
    handle: async ({ params, body }, context) =>
      afterwards(
        context,
        params.id,
        await context.command('code-body.correct-profile', (command) =>
          correctProfile(command, params.id, params.profile, context.ifMatch, body),
        ),
      ),
  }),
  route({
    method: 'POST',
    path: '/api/codes/:id/releases',
    operation: 'addRelease',
    summary: 'Records a release of a body.',
    policy: may('edit', 'code-body'),
    params: Named,
    body: NewReleaseSchema,
    answer: DetailAnswer,
    status: 201,
    handle: async ({ params, body }, context) =>
      afterwards(
        context,
        params.id,
        await context.command('code-body.add-release', (command) => recordRelease(command, params.id, body)),
      ),
  }),
  route({
    method: 'PATCH',
    path: '/api/codes/:id/releases/:release',
    operation: 'editRelease',
    summary: 'Edits a release in place.',
    policy: may('edit', 'code-body'),
    params: Named.extend({ release: z.string().max(60) }),
    body: z.object({
      name: NewReleaseSchema.shape.name.optional(),
      date: CivilDateSchema.optional(),
      kind: NewReleaseSchema.shape.kind.unwrap().optional(),
      note: z.string().max(2000).optional(),
    }),
    answer: DetailAnswer,
    handle: async ({ params, body }, context) =>
      afterwards(
        context,
        params.id,
        await context.command('code-body.edit-release', (command) =>
          editRelease(command, params.release, context.ifMatch, body),
        ),
      ),
  }),
  route({
    method: 'DELETE',
    path: '/api/codes/:id/releases/:release',
    operation: 'removeRelease',
    summary: 'Removes a release; changes planned for it keep their dates and lose the link.',
    policy: may('edit', 'code-body'),
    params: Named.extend({ release: z.string().max(60) }),
    answer: z.null(),
    status: 204,
    handle: ({ params }, context) =>
      context.command('code-body.remove-release', (command) => removeRelease(command, params.release)),
  }),
  route({
    method: 'POST',
    path: '/api/codes/defaults',
    operation: 'loadDefaultProfiles',
    summary: 'Loads the code bodies and profiles a new record starts with; those on record are left as they are.',
    policy: may('add', 'code-body'),
    answer: z.object({ added: z.array(z.string()) }),
    handle: async (_request, context) => {
      const added = await context.command('code-body.load-defaults', loadDefaultProfiles);
      return added.kind === 'failed' ? added : ok({ added: [...added.value] });
    },
  }),
];

/** Who is asking: the “sign in as” picker of a sample programme, on this machine only. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Database } from '../platform/database/tables.ts';
import { problem } from '../platform/errors/problem.ts';
import { openSession, closeSession, people, personOfSession, programme } from '../platform/people/store.ts';
import { abilities, RESOURCES, ROLES, type Actor } from '../platform/policy/policy.ts';
import { sendProblem } from './problem-answers.ts';

const COOKIE = 'pandect_session';

const PersonSchema = z
  .object({ id: z.string(), name: z.string(), roles: z.array(z.enum(ROLES)), organisation: z.string() })
  .meta({ id: 'Person' });
const AbilityTable = z.record(z.string(), z.record(z.string(), z.boolean()));
const SessionSchema = z
  .object({
    person: PersonSchema.nullable(),
    may: AbilityTable,
    canChoose: z.boolean(),
    programme: z
      .object({ name: z.string(), shortName: z.string(), sample: z.boolean(), standingDate: z.string().nullable() })
      .nullable(),
  })
  .meta({ id: 'Session' });

/** The operator: whoever may read the data directory of this machine, as the CLI. */
export const OPERATOR: Actor = { id: 'operator', name: 'Operator of this machine', roles: ['secretariat'] };

/** How somebody who has not chosen a person reads a programme on their own machine. */
const READER: Actor = { id: 'reader', name: 'Reader', roles: ['observer'] };

export interface SessionOptions {
  readonly database: Database;
  /** True when only this machine can reach the server: then anybody may read, and choose a sample person. */
  readonly loopback: boolean;
  /** Secret that the CLI reads from the data directory. */
  readonly operatorToken: string;
}

/** Finds who makes a request: the CLI's token, a session cookie, or a reader on this machine. */
export const actorFinder =
  ({ database, loopback, operatorToken }: SessionOptions) =>
  async (request: FastifyRequest): Promise<Actor | null> => {
    if (request.headers.authorization === `Bearer ${operatorToken}`) return OPERATOR;
    const token = request.cookies[COOKIE];
    const person = token === undefined ? null : await personOfSession(database, token, new Date());
    return person ?? (loopback ? READER : null);
  };

/** Registers /api/session and /api/session/people. */
export function registerSessionRoutes(application: FastifyInstance, options: SessionOptions): void {
  const { database, loopback } = options;
  const policy = {
    kind: 'public',
    why: 'one must be able to ask who one is, and to sign in, before being anybody',
  } as const;
  const findActor = actorFinder(options);

  const present = async (actor: Actor | null) => {
    const all = await people(database);
    return {
      person: all.find((person) => person.id === actor?.id) ?? null,
      may: Object.fromEntries(RESOURCES.map((resource) => [resource, abilities(actor, resource)])),
      canChoose: loopback,
      programme: await programme(database),
    };
  };

  application.get(
    '/api/session',
    {
      config: { policy },
      schema: {
        operationId: 'getSession',
        summary: 'Who is asking, what they may do, and in which programme',
        tags: ['session'],
        response: { 200: SessionSchema },
      },
    },
    async (request) => present(await findActor(request)),
  );

  application.get(
    '/api/session/people',
    {
      config: { policy },
      schema: {
        operationId: 'listPeople',
        summary: 'The people one can sign in as, on this machine',
        tags: ['session'],
        response: { 200: z.object({ items: z.array(PersonSchema) }) },
      },
    },
    async () => ({ items: loopback ? await people(database) : [] }),
  );

  application.post(
    '/api/session',
    {
      config: { policy },
      schema: {
        operationId: 'signIn',
        summary: 'Sign in as a person of the sample programme',
        tags: ['session'],
        body: z.object({ personId: z.string() }),
        response: { 200: SessionSchema },
      },
    },
    async (request, reply) => {
      if (!loopback)
        return sendProblem(
          reply,
          problem('not-allowed', 'Choosing a person works only on the machine that Pandect runs on.'),
        );
      const { personId } = request.body as { personId: string };
      const token = await openSession(database, personId, new Date());
      if (token === null)
        return sendProblem(
          reply,
          problem('not-found', 'There is no such person in this programme. Choose one from the list.'),
        );
      void reply.setCookie(COOKIE, token, { path: '/', httpOnly: true, sameSite: 'strict', maxAge: 14 * 86_400 });
      return present((await people(database)).find((person) => person.id === personId) ?? null);
    },
  );

  application.delete(
    '/api/session',
    {
      config: { policy },
      schema: { operationId: 'signOut', summary: 'Sign out', tags: ['session'], response: { 204: z.null() } },
    },
    async (request, reply) => {
      const token = request.cookies[COOKIE];
      if (token !== undefined) await closeSession(database, token);
      return reply.clearCookie(COOKIE, { path: '/' }).code(204).send(null);
    },
  );
}

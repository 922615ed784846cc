/** Turns a capability's route value into HTTP: authenticate → authorise → limit → validate → act → present. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { failed, type Result } from '../values/result.ts';
import type { Database, Instant } from '../platform/database/tables.ts';
import { problem, type Problem } from '../platform/errors/problem.ts';
import type { AnyRoute, Download, RequestContext } from '../platform/http/route.ts';
import { MomentQuery } from '../platform/http/schemas.ts';
import { allows, type Actor, type Policy } from '../platform/policy/policy.ts';
import { runCommand } from '../platform/record/command.ts';
import { asAt, NOW, readAt } from '../platform/record/moment.ts';
import { PROBLEM_ANSWER, sendProblem } from './problem-answers.ts';

/** Bytes of a JSON body; a record in words is far smaller, and files have routes of their own. */
const JSON_LIMIT = 1024 * 1024;

export interface RouteServices {
  readonly database: Database;
  actorOf(request: FastifyRequest): Promise<Actor | null>;
  /** Turns `asAt`/`since` words (an instant, or a meeting's reference) into an instant. */
  resolveInstant(words: string, before?: Instant | null): Promise<Result<Instant, Problem>>;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    policy?: Policy;
  }
}

/** A moment on a write is understood, to be refused: dropping it would change the present of one who looks at the past. */
const WriteQuery = z.object({
  asAt: MomentQuery.shape.asAt.meta({ description: 'A change is made now: with a moment given it is refused.' }),
});

const withMoment = (query: z.ZodType | undefined): z.ZodType =>
  query instanceof z.ZodObject ? query.extend(MomentQuery.shape) : MomentQuery;

const withRefusedMoment = (query: z.ZodType | undefined): z.ZodType =>
  query instanceof z.ZodObject ? query.extend(WriteQuery.shape) : WriteQuery;

const isDownload = (value: unknown): value is Download =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'download';

function versionIn(value: unknown): number | null {
  return typeof value === 'object' && value !== null && 'version' in value && typeof value.version === 'number'
    ? value.version
    : null;
}

function readIfMatch(header: string | undefined): number | null {
  const found = /^(?:W\/)?"?(\d+)"?$/.exec(header ?? '');
  return found === null ? null : Number(found[1]);
}

function notAllowed(actor: Actor | null, policy: Policy): Problem | null {
  if (policy.kind === 'public' || allows(actor, policy.verb, policy.resource)) return null;
  if (actor === null) return problem('not-signed-in', 'Choose who you are with “Sign in as”, then try again.');
  return problem(
    'not-allowed',
    `${actor.name} may not ${policy.verb} this. Ask the secretariat, or sign in with another role.`,
  );
}

/** Headers of writes, as the API describes them. */
const WriteHeaders = z.looseObject({
  'if-match': z
    .string()
    .optional()
    .meta({ description: 'The version being changed, as its ETag: `"3"`. Needed wherever the record has a version.' }),
});

/** Registers one route on the application. */
export function registerRoute(application: FastifyInstance, services: RouteServices, route: AnyRoute): void {
  const reads = route.method === 'GET';
  const status = route.status ?? 200;
  const actors = new WeakMap<FastifyRequest, Actor | null>();
  application.route({
    method: route.method,
    url: route.path,
    bodyLimit: route.upload?.limit ?? JSON_LIMIT,
    config: { policy: route.policy },
    schema: {
      operationId: route.operation,
      summary: route.summary,
      ...(route.description === undefined ? {} : { description: route.description }),
      tags: [route.path.split('/')[2] ?? 'api'],
      ...(route.params === undefined ? {} : { params: route.params }),
      querystring: reads ? withMoment(route.query) : withRefusedMoment(route.query),
      ...(route.body === undefined ? {} : { body: route.body }),
      ...(reads ? {} : { headers: WriteHeaders }),
      ...(route.upload === undefined ? {} : { consumes: ['application/octet-stream'] }),
      response:
        route.sends === 'download'
          ? { '4xx': PROBLEM_ANSWER, '5xx': PROBLEM_ANSWER }
          : { [status]: status === 204 ? z.null() : route.answer, '4xx': PROBLEM_ANSWER, '5xx': PROBLEM_ANSWER },
    },
    // Before the body is taken in: who may not send it need not be listened to.
    onRequest: async (request, reply) => {
      const actor = await services.actorOf(request);
      actors.set(request, actor);
      const refusal = notAllowed(actor, route.policy);
      return refusal === null ? undefined : sendProblem(reply, refusal);
    },
    handler: async (request, reply) => {
      const actor = actors.get(request) ?? null;
      const context = await contextOf(request, services, actor);
      if (context.kind === 'failed') return sendProblem(reply, context.failure);

      const result = await route.handle(
        {
          params: request.params as never,
          query: request.query as never,
          body: request.body as never,
          bytes: request.body instanceof Uint8Array ? request.body : new Uint8Array(),
          fileName: fileNameOf(request),
        },
        context.value,
      );
      if (result.kind === 'failed') return sendProblem(reply, result.failure);
      if (isDownload(result.value)) return sendDownload(reply, result.value);
      if (status === 204) return reply.code(204).send(null);
      const version = versionIn(result.value);
      if (version !== null) void reply.header('etag', `"${version}"`);
      return reply.code(status).send(result.value);
    },
  });
}

function sendDownload(reply: import('fastify').FastifyReply, download: Download) {
  const name = encodeURIComponent(download.fileName);
  if (download.contentPolicy !== undefined) void reply.header('content-security-policy', download.contentPolicy);
  return reply
    .type(download.mediaType)
    .header('content-disposition', `inline; filename*=UTF-8''${name}`)
    .send(Buffer.from(download.content));
}

/** The name a client gives its upload: `?name=` or the X-File-Name header, percent-encoded. */
function fileNameOf(request: FastifyRequest): string {
  const header = request.headers['x-file-name'];
  try {
    return decodeURIComponent(typeof header === 'string' ? header : '');
  } catch {
    return typeof header === 'string' ? header : ''; // not percent-encoded: take it as it stands
  }
}

async function contextOf(
  request: FastifyRequest,
  services: RouteServices,
  actor: Actor | null,
): Promise<Result<RequestContext, Problem>> {
  const { asAt: asAtWords, since: sinceWords } = request.query as { asAt?: string; since?: string };
  const at = asAtWords === undefined ? null : await services.resolveInstant(asAtWords);
  if (at?.kind === 'failed') return at;
  const since = sinceWords === undefined ? null : await services.resolveInstant(sinceWords, at?.value ?? null);
  if (since?.kind === 'failed') return since;
  const moment = at === null ? NOW : asAt(at.value);
  const { database } = services;
  return {
    kind: 'ok',
    value: {
      actor,
      requestId: request.id,
      moment,
      since: since?.value ?? null,
      ifMatch: readIfMatch(request.headers['if-match']),
      database,
      read: (work) => readAt(database, moment, work),
      command: async (name, work, reason = null) => {
        if (moment.kind === 'as-at') {
          return failed(
            problem('past-is-read-only', 'You are looking at the past. Go back to now, then make the change.'),
          );
        }
        if (actor === null) throw new Error(`${name} ran without an actor: its route must not be public`);
        return runCommand(database, { actor, command: name, reason, requestId: request.id }, work);
      },
    },
  };
}

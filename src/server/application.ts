/** The HTTP application: every door, its guards, and what all of them share. Keeps no state of its own. */
import crypto from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import fs from 'node:fs';
import path from 'node:path';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import swagger from '@fastify/swagger';
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify';
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod';
import { z } from 'zod';
import { databaseAnswers } from '../platform/database/answers.ts';
import type { Database } from '../platform/database/tables.ts';
import { problem } from '../platform/errors/problem.ts';
import type { Policy } from '../platform/policy/policy.ts';
import { installProblemAnswers, PROBLEM_ANSWER, sendProblem } from './problem-answers.ts';
import { referencePage, type OpenApiDocument } from './reference-page.ts';
import { registerRoute } from './register-route.ts';
import { instantResolver } from './resolve-instant.ts';
import { ROUTES } from './routes.ts';
import { actorFinder, registerSessionRoutes } from './session-routes.ts';
import { VERSION } from './version.ts';

export interface ApplicationOptions {
  readonly database: Database;
  /** True when only this machine can reach the server. */
  readonly loopback: boolean;
  readonly operatorToken: string;
  /** Directory of the built web pages; null serves the API alone. */
  readonly webDirectory: string | null;
  readonly logger: FastifyServerOptions['logger'];
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Every route there is, with the policy it named: what the policy test walks. */
    readonly routePolicies: readonly { readonly url: string; readonly policy: Policy | undefined }[];
  }
}

const openToAll = (why: string) => ({ policy: { kind: 'public', why } as const });

/** Builds the application; `listen` or `inject` is up to the caller. */
export async function buildApplication(options: ApplicationOptions): Promise<FastifyInstance> {
  const application = Fastify({
    logger: options.logger ?? false,
    genReqId: () => crypto.randomUUID(),
    trustProxy: false,
    // A header or a body that trickles in must not hold a connection for ever.
    requestTimeout: 60_000,
    routerOptions: { maxParamLength: 300 },
    // An address that cannot be decoded reaches no hook, no route and no error handler.
    frameworkErrors: (_error, request, reply) => {
      void reply.headers({
        'x-request-id': request.id,
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'x-content-type-options': 'nosniff',
      });
      sendProblem(
        reply,
        problem(
          'invalid-request',
          'This address cannot be read: a part of it is too long, or a % in it is not followed by a code. Copy it again from where you found it.',
        ),
      );
    },
  });
  application.setValidatorCompiler(validatorCompiler).setSerializerCompiler(serializerCompiler);
  installProblemAnswers(application);
  const routePolicies: { url: string; policy: Policy | undefined }[] = [];
  application.decorate('routePolicies', routePolicies);
  application.addHook('onRoute', ({ method, url, config }) => {
    routePolicies.push({ url: `${String(method)} ${url}`, policy: config?.policy });
  });
  await installGuards(application, options.loopback);
  await application.register(cookie);
  await application.register(compress, { threshold: 1024 });
  application.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );

  await application.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Pandect HTTP API',
        version: VERSION,
        description:
          'One record for a family of industry codes and the programme that changes them. Every GET takes asAt and since; every write of a record takes If-Match with the version it changes.',
      },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });

  const sessions = { database: options.database, loopback: options.loopback, operatorToken: options.operatorToken };
  await application.register(async (scope) => {
    registerSessionRoutes(scope, sessions);
    const services = {
      database: options.database,
      actorOf: actorFinder(sessions),
      resolveInstant: instantResolver(options.database),
    };
    for (const route of ROUTES) registerRoute(scope, services, route);
    registerOwnPages(scope, application, options.database);
  });
  await registerWeb(application, options.webDirectory);
  return application;
}

/** Security headers, and refusal of what a browser on another site, or a rebound host name, would send. */
async function installGuards(application: FastifyInstance, loopback: boolean): Promise<void> {
  await application.register(helmet, {
    enableCSPNonces: true,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        // Positions of menus and bars of pictures are style attributes; style elements need the nonce.
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: false, // on this machine it is plain HTTP; a proxy in front adds its own
  });
  application.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id);
    if (loopback && !/^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/.test(request.headers.host ?? 'localhost')) {
      return sendProblem(
        reply,
        problem('invalid-request', 'This Pandect answers only to the name of its own machine, such as 127.0.0.1.'),
      );
    }
    if (request.method !== 'GET' && request.method !== 'HEAD' && comesFromAnotherSite(request.headers)) {
      return sendProblem(
        reply,
        problem('not-allowed', 'Another site tried to change this record through your browser; it was refused.'),
      );
    }
    return undefined;
  });
}

/**
 * Whether a browser says that another site's page sent the request. Programs send neither header; every browser in use
 * sends `Origin` with a write, and newer ones say plainly how the sender relates.
 */
function comesFromAnotherSite(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site'];
  if (site === 'cross-site' || site === 'same-site') return true;
  const { origin, host } = headers;
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}

function registerOwnPages(scope: FastifyInstance, application: FastifyInstance, database: Database): void {
  scope.get(
    '/health',
    {
      config: openToAll('a load balancer asks before anybody is signed in'),
      schema: {
        operationId: 'health',
        summary: 'Whether the server and its database answer',
        tags: ['health'],
        response: { 200: z.object({ status: z.literal('ok'), version: z.string() }), '5xx': PROBLEM_ANSWER },
      },
    },
    async (request, reply) => {
      try {
        await databaseAnswers(database);
      } catch (error) {
        request.log.error({ err: error }, 'the database does not answer');
        return sendProblem(
          reply,
          problem('not-available', 'The server runs, but its database does not answer. Try again in a minute.'),
        );
      }
      return { status: 'ok' as const, version: VERSION };
    },
  );
  scope.get(
    '/openapi.json',
    { config: openToAll('the description of the API is public'), schema: { hide: true } },
    () => application.swagger(),
  );
  scope.get(
    '/api',
    { config: openToAll('the description of the API is public'), schema: { hide: true } },
    (_request, reply) =>
      reply
        .type('text/html')
        .send(referencePage(application.swagger() as unknown as OpenApiDocument, reply.cspNonce.style)),
  );
}

/** Serves the built pages; every address that is not a file or an API is the application, which finds its own page. */
async function registerWeb(application: FastifyInstance, directory: string | null): Promise<void> {
  const index = directory === null ? null : path.join(directory, 'index.html');
  const page = index !== null && fs.existsSync(index) ? fs.readFileSync(index, 'utf8') : null;
  if (directory !== null && page !== null) {
    await application.register(fastifyStatic, {
      root: path.join(directory, 'assets'),
      prefix: '/assets/',
      logLevel: 'warn',
      immutable: true, // names carry a hash of the content
      maxAge: '365d',
    });
  }
  application.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === 'GET' && !/^\/(?:api|assets)(?:\/|$)/.test(request.url);
    if (!wantsPage || page === null) {
      return sendProblem(
        reply,
        problem(
          'not-found',
          `There is nothing at ${request.method} ${request.url.split('?')[0] ?? ''}. The addresses there are, are listed at /api.`,
        ),
      );
    }
    return reply
      .type('text/html')
      .header('cache-control', 'no-cache')
      .send(page.replaceAll('__CSP_NONCE__', reply.cspNonce.style));
  });
}

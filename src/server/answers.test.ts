/** What every answer has in common: problems, headers, logs, limits. */
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import Fastify, { type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { problem, PROBLEMS, type ProblemCode } from '../platform/errors/problem.ts';
import { route, type AnyRoute } from '../platform/http/route.ts';
import { open } from '../platform/policy/policy.ts';
import { failed, ok } from '../values/result.ts';
import { buildApplication } from './application.ts';
import { installProblemAnswers, ProblemSchema } from './problem-answers.ts';
import { registerRoute } from './register-route.ts';
import { startTestServer, type TestServer } from './testing.ts';

const codes = Object.keys(PROBLEMS) as ProblemCode[];

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
}, 60_000);
afterAll(() => server.close());

/** An application with routes of the test's own, put together as the real one is. */
function applicationWith(routes: readonly AnyRoute[], log: string[] = []): FastifyInstance {
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      log.push(chunk.toString());
      done();
    },
  });
  const application = Fastify({ logger: { level: 'info', stream } });
  application.setValidatorCompiler(validatorCompiler).setSerializerCompiler(serializerCompiler);
  installProblemAnswers(application);
  const services = {
    database: server.database,
    actorOf: () => Promise.resolve(null),
    resolveInstant: () => Promise.resolve(ok('2022-11-23T10:00:00Z')),
  };
  for (const one of routes) registerRoute(application, services, one);
  return application;
}

describe('A problem', () => {
  it.each(codes)('of the kind %s is told with its status and title from the registry', async (code) => {
    const errors = [{ path: 'body.due', message: 'is no date' }];
    const application = applicationWith([
      route({
        method: 'GET',
        path: '/api/one',
        operation: 'one',
        summary: 'Fails',
        policy: open('a test'),
        answer: z.object({}),
        handle: async () => failed(problem(code, 'What happened, and what to do.', errors)),
      }),
    ]);
    const answer = await application.inject('/api/one');
    expect(answer.statusCode).toBe(PROBLEMS[code].status);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    const body = ProblemSchema.parse(answer.json());
    expect(body).toMatchObject({
      type: `/api#problem-${code}`,
      title: PROBLEMS[code].title,
      status: PROBLEMS[code].status,
      code,
      detail: 'What happened, and what to do.',
      errors,
    });
    expect(body.requestId).not.toBe('');
    const { body: page } = await server.as(null).get<string>('/api');
    expect(page).toContain(`id="problem-${code}"`);
    await application.close();
  });

  it('tells a fault as a fault, keeps what went wrong out of the answer, and writes it to the log with the request', async () => {
    const log: string[] = [];
    const application = applicationWith(
      [
        route({
          method: 'GET',
          path: '/api/broken',
          operation: 'broken',
          summary: 'Throws',
          policy: open('a test'),
          answer: z.object({}),
          handle: () => Promise.reject(new Error('secret detail: table "person"')),
        }),
        route({
          method: 'GET',
          path: '/api/wrong-shape',
          operation: 'wrongShape',
          summary: 'Answers what it did not promise',
          policy: open('a test'),
          answer: z.object({ total: z.number() }),
          handle: async () => ok({ total: 'many' } as unknown as { total: number }),
        }),
      ],
      log,
    );
    for (const url of ['/api/broken', '/api/wrong-shape']) {
      const answer = await application.inject(url);
      expect(answer.statusCode).toBe(500);
      const body = ProblemSchema.parse(answer.json());
      expect(body.code).toBe('bug');
      expect(answer.body).not.toContain('secret');
      const lines = log.map((line) => JSON.parse(line) as { reqId?: string; level: number });
      expect(lines.some((line) => line.level >= 50 && line.reqId === body.requestId)).toBe(true);
    }
    expect(log.join('')).toContain('secret detail');
    await application.close();
  });

  it.each([
    ['GET', '/api/no-such-address', {}, undefined, 404, 'not-found'],
    ['GET', '/api/meetings/%', {}, undefined, 400, 'invalid-request'],
    ['GET', '/%zz', {}, undefined, 400, 'invalid-request'],
    ['GET', `/api/meetings/${'x'.repeat(400)}`, {}, undefined, 400, 'invalid-request'],
    ['GET', '/api/meetings?limit=many', {}, undefined, 400, 'invalid-request'],
    ['DELETE', '/api/meetings', {}, undefined, 404, 'not-found'],
    ['POST', '/api/session', { 'content-type': 'application/json' }, '{"personId":', 400, 'invalid-request'],
    ['POST', '/api/session', { 'content-type': 'application/json' }, '', 400, 'invalid-request'],
    ['POST', '/api/session', { 'content-type': 'text/plain' }, 'personId=1', 400, 'invalid-request'],
    ['POST', '/api/session', { 'content-type': 'application/xml' }, '<a/>', 400, 'invalid-request'],
    ['POST', '/api/session', { 'content-type': 'application/json' }, '{"__proto__":{"x":1}}', 400, 'invalid-request'],
    ['POST', '/api/session', { 'content-type': 'application/json' }, ' '.repeat(1_100_000), 413, 'too-large'],
  ] as const)('answers %s %.40s …', async (method, url, headers, payload, status, code) => {
    const answer = await server.application.inject({
      method,
      url,
      headers,
      ...(payload === undefined ? {} : { payload }),
    });
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    const body = ProblemSchema.parse(answer.json());
    expect(body).toMatchObject({ code, status });
    expect(body.detail).toMatch(/^[A-Z“].*\.$/s);
  });

  it('says so when the database does not answer', async () => {
    const gone = new Proxy(server.database, {
      get: () => {
        throw new Error('connection refused');
      },
    });
    const application = await buildApplication({ ...options, database: gone });
    const answer = await application.inject('/health');
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toMatchObject({ code: 'not-available' });
    await application.close();
  });
});

const options = { loopback: true, operatorToken: 't', webDirectory: null, logger: false } as const;

describe('Every answer', () => {
  it('carries a request id of its own, which is in the structured log of the request', async () => {
    const log: string[] = [];
    const stream = new Writable({
      write(chunk: Buffer, _encoding, done) {
        log.push(chunk.toString());
        done();
      },
    });
    const application = await buildApplication({
      ...options,
      database: server.database,
      logger: { level: 'info', stream },
    });
    const ids = [];
    for (const url of ['/health', '/api/nothing', '/openapi.json']) {
      const answer = await application.inject({ url, headers: { 'x-request-id': 'chosen-by-the-caller' } });
      const id = String(answer.headers['x-request-id']);
      expect(id).toMatch(/^[0-9a-f-]{36}$/);
      ids.push(id);
      const lines = log.map((line) => JSON.parse(line) as { reqId: string; msg: string; res?: { statusCode: number } });
      expect(lines.filter((line) => line.reqId === id).map((line) => line.msg)).toEqual([
        'incoming request',
        'request completed',
      ]);
      expect(lines.find((line) => line.reqId === id && line.res)?.res?.statusCode).toBe(answer.statusCode);
    }
    expect(new Set(ids).size).toBe(3);
    await application.close();
  });

  it('keeps secrets out of the log', async () => {
    const log: string[] = [];
    const stream = new Writable({
      write(chunk: Buffer, _encoding, done) {
        log.push(chunk.toString());
        done();
      },
    });
    const application = await buildApplication({
      ...options,
      database: server.database,
      logger: { level: 'trace', stream },
    });
    const signedIn = await application.inject({
      method: 'POST',
      url: '/api/session',
      payload: { personId: 'person_chair' },
    });
    const token = signedIn.cookies[0]?.value ?? 'none';
    await application.inject({
      url: '/api/session',
      headers: { cookie: `pandect_session=${token}`, authorization: 'Bearer t-secret' },
    });
    expect(log.length).toBeGreaterThan(2);
    expect(log.join('')).not.toContain(token);
    expect(log.join('')).not.toContain('t-secret');
    await application.close();
  });

  it.each(['/health', '/api', '/openapi.json', '/api/nothing', '/api/groups'])(
    'allows nothing but its own content: %s',
    async (url) => {
      const { headers } = await server.application.inject(url);
      const policy = String(headers['content-security-policy']);
      for (const rule of ["default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"])
        expect(policy).toContain(rule);
      expect(policy).toMatch(/script-src 'self' 'nonce-[0-9a-f]{32}'/);
      expect(policy).not.toMatch(/script-src[^;]*unsafe|style-src [^;]*unsafe|default-src[^;]*\*/);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['x-frame-options']).toBe('SAMEORIGIN');
      expect(headers['referrer-policy']).toBe('same-origin');
      expect(headers['x-powered-by']).toBeUndefined();
    },
  );

  it('is as strict, and has a request id, where the address itself cannot be read', async () => {
    const { headers } = await server.application.inject('/%zz');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-request-id': expect.any(String) as unknown,
    });
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });

  it('has a nonce of its own, the one in the page', async () => {
    const first = await server.application.inject('/api');
    const second = await server.application.inject('/api');
    const nonceOf = (answer: typeof first) =>
      /style-src 'self' 'nonce-([0-9a-f]+)'/.exec(String(answer.headers['content-security-policy']))?.[1];
    expect(nonceOf(first)).not.toBe(nonceOf(second));
    expect(first.body).toContain(`<style nonce="${nonceOf(first) ?? '?'}">`);
  });
});

describe('A request that a browser was tricked into', () => {
  it.each(['cross-site', 'same-site'])('is refused when it comes from %s and would change something', async (site) => {
    for (const method of ['POST', 'PATCH', 'PUT', 'DELETE'] as const) {
      const answer = await server.application.inject({
        method,
        url: '/api/session',
        headers: { 'sec-fetch-site': site },
      });
      expect(answer.statusCode, method).toBe(403);
      expect(answer.json()).toMatchObject({ code: 'not-allowed' });
    }
    const read = await server.application.inject({ url: '/api/session', headers: { 'sec-fetch-site': site } });
    expect(read.statusCode).toBe(200);
  });

  it.each([
    ['evil.example', 400],
    ['127.0.0.1.evil.example', 400],
    ['localhost.evil.example:4280', 400],
    ['evil.example#127.0.0.1', 400],
    ['128.0.0.1', 400],
    ['127.0.0.1:4280', 200],
    ['127.8.9.1', 200],
    ['localhost', 200],
    ['[::1]:4280', 200],
  ])('is refused under another host name: %s', async (host, status) => {
    expect((await server.application.inject({ url: '/health', headers: { host } })).statusCode).toBe(status);
  });
});

describe('The pages', () => {
  let folder: string;
  let application: FastifyInstance;
  let port: number;
  beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pandect-web-'));
    fs.mkdirSync(path.join(folder, 'web/assets'), { recursive: true });
    fs.writeFileSync(path.join(folder, 'secret.txt'), 'not for reading');
    fs.writeFileSync(path.join(folder, 'web/secret.txt'), 'not for reading');
    fs.writeFileSync(path.join(folder, 'web/assets/app-1a2b.js'), 'export {};');
    fs.writeFileSync(path.join(folder, 'web/assets/.hidden'), 'not for reading');
    fs.writeFileSync(path.join(folder, 'web/index.html'), '<!doctype html><style nonce="__CSP_NONCE__"></style>');
    application = await buildApplication({
      ...options,
      database: server.database,
      webDirectory: path.join(folder, 'web'),
    });
    await application.listen({ host: '127.0.0.1', port: 0 });
    port = (application.server.address() as net.AddressInfo).port;
  });
  afterAll(async () => {
    await application.close();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  /** The answer to an address exactly as written: clients tidy addresses up before they send them. */
  const raw = (address: string): Promise<string> =>
    new Promise((resolve, reject) => {
      let text = '';
      const socket = net.connect(port, '127.0.0.1', () =>
        socket.write(`GET ${address} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`),
      );
      socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      socket.on('end', () => resolve(text)).on('error', reject);
    });

  it('are served with a nonce, files for ever, and every page’s address as the application', async () => {
    const page = await application.inject('/plan/M10?asAt=CCAG-12');
    expect(page.statusCode).toBe(200);
    expect(page.headers['cache-control']).toBe('no-cache');
    const nonce = /nonce="([0-9a-f]+)"/.exec(page.body)?.[1] ?? '?';
    expect(String(page.headers['content-security-policy'])).toContain(`style-src 'self' 'nonce-${nonce}'`);
    const file = await application.inject('/assets/app-1a2b.js');
    expect(file.body).toBe('export {};');
    expect(file.headers['cache-control']).toContain('immutable');
    const missing = await application.inject('/assets/app-of-another-build.js');
    expect(missing.statusCode).toBe(404);
    expect(missing.json()).toMatchObject({ code: 'not-found' });
  });

  it.each([
    '/assets/../secret.txt',
    '/assets/../../secret.txt',
    '/assets/..%2fsecret.txt',
    '/assets/%2e%2e/secret.txt',
    '/assets/%2e%2e%2f%2e%2e%2fsecret.txt',
    '/assets/..%5csecret.txt',
    '/assets/....//secret.txt',
    '/assets//etc/passwd',
    '/assets/%00',
    '/../secret.txt',
    '//etc/passwd',
  ])('let nobody out of their folder: %s', async (address) => {
    const answer = await raw(address);
    expect(answer).toMatch(/^HTTP\/1\.1 (?:200|301|40[034])/);
    expect(answer).not.toContain('not for reading');
    expect(answer).not.toContain('root:');
  });
});

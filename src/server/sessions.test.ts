/** Who is asking: signing in and out, what the cookie is like, how long it lasts, and who may read on which machine. */
import crypto from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApplication } from './application.ts';
import { startTestServer, type TestServer } from './testing.ts';

let server: TestServer;
let elsewhere: FastifyInstance;
beforeAll(async () => {
  server = await startTestServer();
  elsewhere = await buildApplication({
    database: server.database,
    loopback: false,
    operatorToken: 'secret-of-the-operator',
    webDirectory: null,
    logger: false,
  });
}, 60_000);
afterAll(async () => {
  await elsewhere.close();
  await server.close();
});

const signIn = (application: FastifyInstance, personId: string) =>
  application.inject({ method: 'POST', url: '/api/session', payload: { personId } });

const whoAmI = async (application: FastifyInstance, headers: Record<string, string>): Promise<string | null> =>
  (await application.inject({ url: '/api/session', headers })).json<{ person: { id: string } | null }>().person?.id ??
  null;

describe('Signing in', () => {
  it('gives a cookie that scripts cannot read and other sites cannot send', async () => {
    const answer = await signIn(server.application, 'person_chair');
    const [cookie] = answer.cookies;
    expect(cookie).toMatchObject({ name: 'pandect_session', httpOnly: true, sameSite: 'Strict', path: '/' });
    expect(cookie?.maxAge).toBe(14 * 24 * 60 * 60);
    expect(cookie?.value.length).toBeGreaterThan(40);
    const again = await signIn(server.application, 'person_chair');
    expect(again.cookies[0]?.value).not.toBe(cookie?.value);
  });

  it('keeps only a hash of the token', async () => {
    const token = (await signIn(server.application, 'person_member')).cookies[0]?.value ?? '';
    const { rows } = await sql<{ row: string }>`select s::text as row from session s`.execute(server.database);
    expect(rows.some(({ row }) => row.includes(token))).toBe(false);
    const hash = crypto.createHash('sha256').update(token).digest('hex');
    expect(rows.some(({ row }) => row.includes(hash))).toBe(true);
  });

  it('ends when one signs out: the cookie is worth nothing afterwards', async () => {
    const token = (await signIn(server.application, 'person_member')).cookies[0]?.value ?? '';
    const headers = { cookie: `pandect_session=${token}` };
    expect(await whoAmI(server.application, headers)).toBe('person_member');
    const out = await server.application.inject({ method: 'DELETE', url: '/api/session', headers });
    expect(out.statusCode).toBe(204);
    expect(await whoAmI(server.application, headers)).toBeNull();
  });

  it('ends by itself when its time is over', async () => {
    const token = (await signIn(server.application, 'person_member')).cookies[0]?.value ?? '';
    const headers = { cookie: `pandect_session=${token}` };
    const hash = crypto.createHash('sha256').update(token).digest('hex');
    const end = (interval: string) =>
      sql`update session set expires_at = now() + ${interval}::interval where token_sha256 = ${hash}`.execute(
        server.database,
      );
    await end('1 minute');
    expect(await whoAmI(server.application, headers)).toBe('person_member');
    await end('-1 second');
    expect(await whoAmI(server.application, headers)).toBeNull();
  });

  it('knows nobody who is not there, and no made-up cookie', async () => {
    const answer = await signIn(server.application, 'person_nobody');
    expect(answer.statusCode).toBe(404);
    expect(answer.cookies).toEqual([]);
    expect(await whoAmI(server.application, { cookie: 'pandect_session=person_chair' })).toBeNull();
  });
});

describe('A server that other machines can reach', () => {
  it('refuses whoever has not signed in, in every address that names a policy', async () => {
    const doors = elsewhere.routePolicies.filter(
      ({ policy, url }) => policy?.kind === 'may' && !url.startsWith('HEAD'),
    );
    expect(doors.length).toBeGreaterThan(20);
    for (const { url } of doors) {
      const [method = 'GET', address = '/'] = url.split(' ');
      const answer = await elsewhere.inject({ method: method as 'GET', url: address.replaceAll(/:\w+/g, 'x') });
      expect(answer.statusCode, url).toBe(401);
      expect(answer.json<{ code: string }>().code, url).toBe('not-signed-in');
    }
  });

  it('offers nobody to sign in as, and lets nobody choose', async () => {
    const people = await elsewhere.inject('/api/session/people');
    expect(people.json()).toEqual({ items: [] });
    const answer = await signIn(elsewhere, 'person_secretariat');
    expect(answer.statusCode).toBe(403);
    expect(answer.cookies).toEqual([]);
    const may = (await elsewhere.inject('/api/session')).json<{ may: Record<string, Record<string, boolean>> }>().may;
    expect(Object.values(may).flatMap((verbs) => Object.values(verbs))).not.toContain(true);
  });

  it('lets in the operator with the token from the data directory, and no other token', async () => {
    const ask = (authorization: string) => elsewhere.inject({ url: '/api/groups', headers: { authorization } });
    expect((await ask('Bearer secret-of-the-operator')).statusCode).toBe(200);
    for (const wrong of ['Bearer ', 'Bearer secret-of-the-operator2', 'secret-of-the-operator', 'Basic c2VjcmV0'])
      expect((await ask(wrong)).statusCode, wrong).toBe(401);
  });

  it('answers to any host name, since a proxy may stand in front', async () => {
    expect((await elsewhere.inject({ url: '/health', headers: { host: 'pandect.example' } })).statusCode).toBe(200);
  });
});

describe('A server that only this machine can reach', () => {
  it('lets anybody read and nobody write without signing in', async () => {
    expect((await server.as(null).get('/api/groups')).status).toBe(200);
    const doors = server.application.routePolicies.filter(
      ({ policy }) => policy?.kind === 'may' && policy.verb !== 'read',
    );
    expect(doors.length).toBeGreaterThan(20);
    for (const { url } of doors) {
      const [method = 'POST', address = '/'] = url.split(' ');
      const answer = await server.as(null).send(method as 'POST', address.replaceAll(/:\w+/g, 'x'), {});
      expect(answer, url).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
    }
  });

  it('refuses before it takes the body in: an observer’s file is not read, however large', async () => {
    const answer = await server.application.inject({
      method: 'POST',
      url: '/api/intakes',
      headers: { 'content-type': 'application/octet-stream', 'x-file-name': 'pack.txt' },
      payload: Buffer.alloc(60 * 1024 * 1024),
    });
    expect(answer.statusCode).toBe(403);
  });
});

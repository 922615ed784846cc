/** Looking at the past and comparing with it, and changing what one has seen: through a real route. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordWholePack } from '../meetings/testing/world.ts';
import { OPERATOR } from './session-routes.ts';
import { runCommand } from '../platform/record/command.ts';
import { ok } from '../values/result.ts';
import { startTestServer, type TestServer } from './testing.ts';

let server: TestServer;
let risk: string;
beforeAll(async () => {
  server = await startTestServer();
  await runCommand(server.database, { actor: OPERATOR, command: 'test' }, async (context) => {
    await recordWholePack(context);
    return ok(null);
  });
  const added = await server
    .as('secretariat')
    .send<{ id: string }>('POST', '/api/risks', { description: 'First words' });
  expect(added.status).toBe(201);
  risk = added.body.id;
}, 180_000);
afterAll(() => server.close());

interface Risk {
  readonly description: string;
  readonly version: number;
  readonly changes: readonly { readonly field: string; readonly before: unknown; readonly after: unknown }[];
}

const now = async (): Promise<string> =>
  (await sql<{ at: string }>`select clock_timestamp() as at`.execute(server.database)).rows[0]?.at ?? '';

describe('A change of a record', () => {
  it('names the version it changes: none, an old one and a made-up one are refused, and change nothing', async () => {
    const before = await server.as('chair').get<Risk>(`/api/risks/${risk}`);
    expect(before.headers['etag']).toBe(`"${String(before.body.version)}"`);
    const patch = (headers: Record<string, string>) =>
      server.as('secretariat').send('PATCH', `/api/risks/${risk}`, { description: 'Other words' }, headers);
    expect(await patch({})).toMatchObject({ status: 428, body: { code: 'version-missing' } });
    expect(await patch({ 'if-match': '*' })).toMatchObject({ status: 428 });
    expect(await patch({ 'if-match': '"x"' })).toMatchObject({ status: 428 });
    expect(await patch({ 'if-match': '"99"' })).toMatchObject({ status: 412, body: { code: 'changed-meanwhile' } });
    expect(await patch({ 'if-match': '"99999999999999999999999"' })).toMatchObject({ status: 412 });
    expect((await server.as('chair').get<Risk>(`/api/risks/${risk}`)).body).toEqual(before.body);
  });

  it('is taken once of two that saw the same version', async () => {
    const { headers } = await server.as('chair').get(`/api/risks/${risk}`);
    const patch = (description: string) =>
      server
        .as('secretariat')
        .send<Risk>('PATCH', `/api/risks/${risk}`, { description }, { 'if-match': String(headers['etag']) });
    const both = await Promise.all([patch('One'), patch('Two')]);
    expect(both.map((answer) => answer.status).sort()).toEqual([200, 412]);
    const winner = both.find((answer) => answer.status === 200);
    expect(winner?.headers['etag']).toBe(`"${String(winner?.body.version)}"`);
    expect((await server.as('chair').get<Risk>(`/api/risks/${risk}`)).body.description).toBe(winner?.body.description);
  });

  it('is refused while one looks at the past', async () => {
    const { headers, body } = await server.as('chair').get<Risk>(`/api/risks/${risk}`);
    const ifMatch = { 'if-match': String(headers['etag']) };
    for (const asAt of ['XAG-12', '2022-11-23', await now()]) {
      const query = `?asAt=${encodeURIComponent(asAt)}`;
      const edit = await server
        .as('secretariat')
        .send('PATCH', `/api/risks/${risk}${query}`, { description: 'From the past' }, ifMatch);
      expect(edit, asAt).toMatchObject({ status: 409, body: { code: 'past-is-read-only' } });
      const add = await server.as('secretariat').send('POST', `/api/risks${query}`, { description: 'From the past' });
      expect(add, asAt).toMatchObject({ status: 409, body: { code: 'past-is-read-only' } });
    }
    expect((await server.as('chair').get<Risk>(`/api/risks/${risk}`)).body).toEqual(body);
  });
});

describe('A moment', () => {
  it('shows the record as it was, and marks what changed since', async () => {
    const edit = async (description: string) => {
      const { headers } = await server.as('chair').get(`/api/risks/${risk}`);
      const done = await server
        .as('secretariat')
        .send('PATCH', `/api/risks/${risk}`, { description }, { 'if-match': String(headers['etag']) });
      expect(done.status).toBe(200);
    };
    await edit('As it was');
    const then = await now();
    await edit('As it is');
    const at = (words: string, more = '') =>
      server.as('observer').get<Risk>(`/api/risks/${risk}?asAt=${encodeURIComponent(words)}${more}`);
    expect((await at(then)).body.description).toBe('As it was');
    expect((await at('2199-01-01')).body.description).toBe('As it is');
    expect((await at('2000-01-01')).status).toBe(404);
    const marked = await server.as('observer').get<Risk>(`/api/risks/${risk}?since=${encodeURIComponent(then)}`);
    expect(marked.body.changes).toMatchObject([{ before: 'As it was', after: 'As it is' }]);
    // Nothing is new since then, as at then.
    expect((await at(then, `&since=${encodeURIComponent(then)}`)).body.changes).toEqual([]);
  });

  it('is an instant, a day or a meeting of the record, in any spelling', async () => {
    for (const words of [
      '2022-11-23',
      '2024-02-29',
      '2022-11-23T10:00:00Z',
      '2022-11-23T10:00Z',
      '2022-11-23T10:00:00.123456Z',
      '2022-11-23T10:00:00+01:00',
      '2022-11-23T10:00:00-11:30',
      'XAG-12',
      'XAG 12',
      'xag12',
      'last',
    ]) {
      for (const name of ['asAt', 'since']) {
        const answer = await server.as('observer').get(`/api/risks?${name}=${encodeURIComponent(words)}`);
        expect(answer.status, `${name}=${words}`).toBe(200);
      }
    }
  });

  it('is refused with words when it is none of these', async () => {
    for (const words of [
      '',
      'yesterday',
      '2022-02-30',
      '2022-02-30T10:00:00Z',
      '2023-02-29T10:00:00Z',
      '2022-13-01',
      '2022-11-23T25:00:00Z',
      '2022-11-23T10:00:00',
      '2022-11-23T10:00:00+23:59',
      '0000-00-00',
      '0000-01-01T00:00:00Z',
      'infinity',
      'XAG-99',
      'XAG-12’; drop table entry',
    ]) {
      for (const name of ['asAt', 'since']) {
        const answer = await server
          .as('observer')
          .get<{ detail: string }>(`/api/risks?${name}=${encodeURIComponent(words)}`);
        expect(answer, `${name}=${words}`).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
        expect(answer.body.detail).toContain(`“${words}”`);
      }
    }
  });
});

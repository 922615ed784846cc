import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDefaultProfiles } from '../../src/codes/commands.ts';
import { done, recordWholePack } from '../../src/meetings/testing/world.ts';
import { readRecordKeys } from '../../src/server/records/model.ts';
import { NAMES } from '../../src/server/records/store.ts';
import { startTestServer, type TestServer } from '../../src/server/testing.ts';

interface Named {
  readonly items: readonly { kind: string; id: string; reference: string; title: string; href: string }[];
}

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await done(server.database, loadDefaultProfiles);
  await done(server.database, async (context) => ({ kind: 'ok', value: await recordWholePack(context) }));
  await added('/api/modifications', {
    reference: { body: 'REC', scheme: 'R', number: 44 },
    title: 'A change to the REC',
  });
  await added('/api/milestones', { reference: 'M8', title: 'Code changes delivered' });
  await added('/api/change-requests', { reference: 'CR12', title: 'A later consultation' });
  await added('/api/risks', { description: 'The drafting may not reflect the design' });
}, 60_000);
afterAll(() => server.close());

async function added(path: string, body: Readonly<Record<string, unknown>>): Promise<void> {
  const answer = await server.as('secretariat').send('POST', path, body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
}

const resolve = async (reference: string): Promise<string[]> => {
  const answer = await server.as('observer').get<Named>(`/api/resolve?reference=${encodeURIComponent(reference)}`);
  expect(answer.status).toBe(200);
  return answer.body.items.map((item) => item.href);
};

describe('what a reference stands for', () => {
  it.each([
    ['XAG-12', '/meetings/XAG-12'],
    ['XAG 12', '/meetings/XAG-12'],
    ['XAG08-06', '/actions/XAG08-06'],
    ['M8', '/plan/M8'],
    ['m 8', '/plan/M8'],
    ['CR12', '/change-requests/CR0012'],
    ['CR 12', '/change-requests/CR0012'],
    ['CR0012', '/change-requests/CR0012'],
    ['R-001', '/risks/R-001'],
    ['REC R0044', '/register/REC-R0044'],
    ['R0044', '/register/REC-R0044'],
    ['XAG', '/groups/XAG'],
    ['REC', '/codes/REC'],
  ])('finds %s at %s', async (words, href) => {
    expect(await resolve(words)).toContain(href);
  });

  it('gives every reading of a reference that means more than one thing', async () => {
    expect(await resolve('R1')).toEqual(['/risks/R-001']);
    await added('/api/modifications', { reference: { body: 'REC', scheme: 'R', number: 1 }, title: 'A first change' });
    expect(await resolve('R1')).toEqual(['/register/REC-R0001', '/risks/R-001']);
  });

  it('finds nothing for words that name nothing', async () => {
    expect(await resolve('Z9999')).toEqual([]);
  });
});

describe('names of records', () => {
  it('names records of several kinds in the order asked, and leaves out those it does not know', async () => {
    const action = await server.as('observer').get<{ id: string }>('/api/actions/XAG08-06');
    const meeting = await server.as('observer').get<{ id: string }>('/api/meetings/XAG-12');
    const keys = [
      `meeting:${meeting.body.id}`,
      'spaceship:spaceship_1',
      `action:${action.body.id}`,
      'milestone:milestone_none',
      'constructor:x',
    ];
    const named = await server.as('observer').get<Named>(`/api/records?keys=${keys.join(',')}`);
    expect(named.body.items.map((item) => item.href)).toEqual(['/meetings/XAG-12', '/actions/XAG08-06']);
  });

  it('names what was on record at the moment asked for', async () => {
    const action = await server.as('observer').get<{ id: string }>('/api/actions/XAG08-06');
    const past = await server
      .as('observer')
      .get<Named>(`/api/records?keys=action:${action.body.id}&asAt=2001-01-01T00:00:00.000Z`);
    expect(past.body.items).toEqual([]);
  });

  it.each(Object.keys(NAMES))('asks for names of the kind %s without fault', async (kind) => {
    const answer = await server.as('observer').get<Named>(`/api/records?keys=${kind}:none`);
    expect(answer).toMatchObject({ status: 200, body: { items: [] } });
  });

  it('says in words how keys are written', async () => {
    const answer = await server.as('observer').get('/api/records?keys=action');
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
  });

  it('reads any keys back as they were written', () => {
    const key = fc.record({
      kind: fc.stringMatching(/^[a-z][a-z-]{0,10}$/),
      id: fc.stringMatching(/^[a-z0-9_]{1,12}$/),
    });
    fc.assert(
      fc.property(fc.uniqueArray(key, { selector: ({ kind, id }) => `${kind}:${id}` }), (keys) => {
        expect(readRecordKeys(keys.map(({ kind, id }) => `${kind}:${id}`).join(','))).toEqual(keys);
      }),
    );
  });
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../src/server/testing.ts';
import { done, recordWholePack } from '../../src/meetings/testing/world.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await done(server.database, async (context) => ({ kind: 'ok', value: await recordWholePack(context) }));
}, 60_000);
afterAll(() => server.close());

it('serves a meeting to a reader and its closing of an action to the chair only', async () => {
  const meeting = await server.as('observer').get('/api/meetings/XAG-12?since=XAG-11');
  expect(meeting).toMatchObject({ status: 200, body: { reference: 'XAG-12', may: { edit: false } } });
  const action = await server.as('chair').get<{ version: number; overdue: boolean }>('/api/actions/XAG08-06');
  const agree = { step: 'agree-closure', meeting: 'XAG-12' };
  const ifMatch = { 'if-match': `"${action.body.version}"` };
  const asMember = await server.as('member').send('POST', '/api/actions/XAG08-06/steps', agree, ifMatch);
  expect(asMember).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
  const asChair = await server.as('chair').send('POST', '/api/actions/XAG08-06/steps', agree, ifMatch);
  expect(asChair.status).toBe(200);
  const list = await server.as('observer').get('/api/actions?state=closed');
  expect(list).toMatchObject({ status: 200, body: { total: 1, sentence: 'No actions open, 1 closed.' } });
});

it('says in words what is wrong with a filter', async () => {
  const answer = await server.as('observer').get('/api/meetings?from=2022-02-30');
  expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
});

/** Putting a code's return to the horizon log right over HTTP: what is refused, and what it does to the log. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadDefaultProfiles } from '../../src/codes/commands.ts';
import { done } from '../../src/meetings/testing/world.ts';
import { startTestServer, type TestServer } from '../../src/server/testing.ts';

interface Log {
  readonly code?: string;
  readonly bodies: readonly {
    readonly id: string | null;
    readonly version: number | null;
    readonly body: string;
    readonly state: string;
    readonly entries: readonly {
      readonly id: string;
      readonly version: number;
      readonly reference: string;
      readonly stageRaw: string;
      readonly stage: string | null;
      readonly words: string;
    }[];
  }[];
}

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await done(server.database, loadDefaultProfiles);
  for (const [body, scheme, number, stageRaw] of [
    ['REC', 'R', 44, 'Consultation'],
    ['REC', 'R', 59, 'Consultation'],
    ['SEC', 'MP', 162, 'Draft'],
  ] as const) {
    const reference = { body, scheme, number };
    const change = { reference, title: `A change to the ${body}`, stageRaw };
    expect((await server.as('drafter').send('POST', '/api/modifications', change)).status).toBe(201);
  }
  const nil = { body: 'REC', period: '2022-11', state: 'nil' };
  expect((await server.as('drafter').send('POST', '/api/horizon/returns', nil)).status).toBe(201);
}, 60_000);
afterAll(() => server.close());

const rec = async () => {
  const log = await server.as('observer').get<Log>('/api/horizon');
  const found = log.body.bodies.find(({ body }) => body === 'REC');
  if (found === undefined) throw new Error('REC is expected in every log');
  return found;
};
const path = async (rest = ''): Promise<string> => `/api/horizon/returns/${(await rec()).id ?? ''}${rest}`;
const drafter = () => server.as('drafter');

it('takes changes into a return that had none, in any spelling, each once and of its own code only', async () => {
  const entries = await path('/entries');
  const first = await drafter().send<Log>('POST', entries, { reference: 'rec r 44', words: 'Out for comments.' });
  expect(first.status).toBe(201);
  expect(await rec()).toMatchObject({
    state: 'returned',
    entries: [{ reference: 'R0044', stageRaw: 'Consultation', stage: 'consultation', words: 'Out for comments.' }],
  });
  expect((await drafter().send('POST', entries, { reference: 'R0059', stageRaw: 'Approved' })).status).toBe(201);
  expect((await rec()).entries.map(({ reference, stage }) => [reference, stage])).toEqual([
    ['R0044', 'consultation'],
    ['R0059', 'approved'],
  ]);
  const again = await drafter().send<Log>('POST', entries, { reference: 'R44' });
  expect([again.status, again.body.code]).toEqual([409, 'already-there']);
  const foreign = await drafter().send<Log>('POST', entries, { reference: 'MP162' });
  expect([foreign.status, foreign.body.code]).toEqual([404, 'not-found']);
});

it('edits an entry from the version seen, maps another status, and refuses a stale version', async () => {
  const [entry] = (await rec()).entries;
  const address = await path(`/entries/${entry?.id ?? ''}`);
  const seen = { 'if-match': `"${String(entry?.version)}"` };
  expect((await drafter().send('PATCH', address, { stageRaw: 'Approved' })).status).toBe(428);
  expect((await drafter().send('PATCH', address, { stageRaw: 'Approved' }, seen)).status).toBe(200);
  const late = await drafter().send<Log>('PATCH', address, { words: 'Mine' }, seen);
  expect([late.status, late.body.code]).toEqual([412, 'changed-meanwhile']);
  expect((await rec()).entries[0]).toMatchObject({
    stageRaw: 'Approved',
    stage: 'approved',
    words: 'Out for comments.',
  });
});

it('says that a return named nothing only once nothing is in it', async () => {
  const { version, entries } = await rec();
  const nil = () => ({ state: 'nil', source: 'A letter' });
  const seen = { 'if-match': `"${String(version)}"` };
  const early = await drafter().send<Log>('PATCH', await path(), nil(), seen);
  expect([early.status, early.body.code]).toEqual([409, 'step-not-allowed']);
  for (const { id } of entries) expect((await drafter().send('DELETE', await path(`/entries/${id}`))).status).toBe(204);
  expect((await drafter().send('PATCH', await path(), nil(), seen)).status).toBe(200);
  expect(await rec()).toMatchObject({ state: 'nil', entries: [] });
});

it('is edited by those who keep changes, and removed by the secretariat alone', async () => {
  const address = await path();
  expect((await server.as('member').send('POST', `${address}/entries`, { reference: 'R44' })).status).toBe(403);
  expect((await drafter().send('DELETE', address)).status).toBe(403);
  await drafter().send('POST', `${address}/entries`, { reference: 'R44' });
  expect((await server.as('secretariat').send('DELETE', address)).status).toBe(204);
  expect(await rec()).toMatchObject({ id: null, state: 'silent', entries: [] });
  expect((await server.as('secretariat').send('DELETE', address)).status).toBe(404);
});

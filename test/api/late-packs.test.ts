import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDefaultProfiles } from '../../src/codes/commands.ts';
import { fixturePack, type FixturePack } from '../../src/formats/pack/fixtures/packs.ts';
import { runCommand } from '../../src/platform/record/command.ts';
import { OPERATOR } from '../../src/server/session-routes.ts';
import { startTestServer, type TestServer } from '../../src/server/testing.ts';

interface List {
  readonly items: readonly { readonly reference: string; readonly changes: readonly { readonly field: string }[] }[];
}

describe('Packs that come in after their meetings', () => {
  let server: TestServer;
  const acceptWords = async (name: string, words: string): Promise<void> => {
    const staged = await server.application.inject({
      method: 'POST',
      url: '/api/intakes',
      headers: {
        authorization: 'Bearer test-operator',
        'content-type': 'application/octet-stream',
        'x-file-name': name,
      },
      payload: Buffer.from(words),
    });
    expect(staged.statusCode).toBe(201);
    const { id } = staged.json<{ id: string }>();
    const accepted = await server.as('secretariat').send('POST', `/api/intakes/${id}/accept`);
    expect(accepted.status).toBe(200);
  };
  const accept = (pack: FixturePack) => acceptWords(`${pack}.txt`, fixturePack(pack));
  const list = async (path: string): Promise<List['items']> => (await server.as('member').get<List>(path)).body.items;
  const pending = () => list('/api/decisions?outcome=pending&limit=500');

  beforeAll(async () => {
    server = await startTestServer();
    await runCommand(server.database, { actor: OPERATOR, command: 'test' }, loadDefaultProfiles);
    await accept('ccag-31');
  });
  afterAll(() => server.close());

  it('say what changed since a meeting: since its pack was accepted, not since its day long ago', async () => {
    expect((await list('/api/modifications?since=CCAG-31&limit=500')).flatMap((item) => item.changes)).toEqual([]);
    await accept('ccag-32-next-month');
    const marked = (await list('/api/modifications?since=CCAG-31&limit=500')).filter((item) => item.changes.length > 0);
    const all = await list('/api/modifications?limit=500');
    expect(marked.length).toBeGreaterThan(0);
    expect(marked.length).toBeLessThan(all.length);
  });

  it('are seen as at a meeting as its pack left the record', async () => {
    const then = await list('/api/modifications?asAt=CCAG-31&limit=500');
    expect(then.length).toBeGreaterThan(3);
    expect(then.length).toBeLessThanOrEqual((await list('/api/modifications?limit=500')).length);
  });

  it('make no second recommendation of one that still waits', async () => {
    const before = (await pending()).length;
    expect(before).toBeGreaterThan(0);
    await acceptWords(
      'ccag-33.txt',
      fixturePack('ccag-31').replace('#31', '#33').replace('26 June 2024', '28 August 2024'),
    );
    expect((await pending()).length).toBe(before);
  });
});

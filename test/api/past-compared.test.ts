/**
 * The past compared with what came before it. The embedded engine has one session: a handler that, within its reading
 * of the past, asks another database than the one it was given would wait for itself, and the server with it.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../src/server/testing.ts';
import { recordWholePack } from '../../src/meetings/testing/world.ts';
import { runCommand } from '../../src/platform/record/command.ts';
import { ok } from '../../src/values/result.ts';

interface Description {
  readonly paths: Record<string, Record<string, unknown>>;
}

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  const actor = { id: 'person_secretariat', name: 'The secretariat', roles: ['secretariat'] } as const;
  await runCommand(server.database, { actor, command: 'test' }, async (context) => {
    await recordWholePack(context);
    return ok(null);
  });
}, 60_000);
afterAll(() => server.close());

/** Waits so long for an answer, in milliseconds; a server that waits for itself never gives one. */
const PATIENCE = 30_000;

it('answers at every address, and is alive afterwards', async () => {
  const { body } = await server.as(null).get<Description>('/openapi.json');
  const addresses = Object.entries(body.paths)
    .filter(([path, methods]) => path.startsWith('/api/') && methods['get'] !== undefined)
    .map(([path]) => path.replace(/\{\w+\}/g, 'CCAG-12'));
  expect(addresses.length).toBeGreaterThan(20);
  const moments = `asAt=${encodeURIComponent(new Date().toISOString())}&since=2020-01-01`;
  for (const address of addresses) {
    const answer = server.as('secretariat').get(`${address}?${moments}`);
    const patience = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE).unref());
    const first = await Promise.race([answer, patience]);
    expect(first, `${address} never answered`).not.toBeNull();
    expect(first?.status, address).toBeLessThan(500);
  }
}, 120_000);

/** The server as a process: it starts, is found, is killed, is stopped, and starts again on the same record. */
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildPrograms, type Programs, type Running } from './programs/build.ts';

let programs: Programs;
let data: string;
beforeAll(async () => {
  programs = await buildPrograms(['server']);
  data = programs.folder();
}, 120_000);
afterAll(() => programs.close());

interface Served {
  readonly process: Running;
  readonly url: string;
}

async function start(environment: Readonly<Record<string, string>> = {}): Promise<Served> {
  const server = programs.start('server', ['--empty'], { PORT: '0', PANDECT_DATA: data, ...environment });
  const ready = await server.line((line) => line.startsWith('Pandect is ready at'));
  return { process: server, url: /http:\/\/[^ ]+/.exec(ready)?.[0] ?? '' };
}

async function signIn(url: string): Promise<Record<string, string>> {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ personId: 'person_secretariat' }),
  });
  expect(answer.status).toBe(200);
  return { cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '', 'content-type': 'application/json' };
}

interface Risk {
  readonly id: string;
  readonly description: string;
}

it('keeps everything it answered for when it is killed in the middle of writing, and opens again', async () => {
  const answered = new Map<string, string>();
  for (let round = 1; round <= 2; round++) {
    const { process: server, url } = await start();
    const headers = await signIn(url);
    let going = true;
    const write = async (writer: number) => {
      for (let n = 1; going; n++) {
        const description = `Risk ${String(round)}.${String(writer)}.${String(n)}`;
        try {
          const body = JSON.stringify({ description });
          const answer = await fetch(`${url}/api/risks`, { method: 'POST', headers, body });
          const { id } = (await answer.json()) as Risk;
          expect(answer.status).toBe(201);
          answered.set(id, description);
        } catch (error) {
          expect(going, String(error)).toBe(false); // the server is gone, by our hand
        }
      }
    };
    const writers = [1, 2, 3].map(write);
    const before = answered.size;
    while (answered.size < before + 15) await new Promise((resolve) => setTimeout(resolve, 5));
    going = false;
    server.kill('SIGKILL');
    await Promise.all([server.ended, ...writers]);
  }

  expect(fs.existsSync(path.join(data, 'pandect.lock'))).toBe(true); // it had no time to tidy up
  const { process: server, url } = await start();
  const { items, total } = (await (await fetch(`${url}/api/risks?limit=500`)).json()) as {
    items: Risk[];
    total: number;
  };
  const there = new Map(items.map((item) => [item.id, item.description]));
  for (const [id, description] of answered) expect(there.get(id)).toBe(description);
  expect(total).toBe(items.length);
  // At most the one request of each writer that was on its way when the server was killed.
  expect(items.length).toBeLessThanOrEqual(answered.size + 6);
  const history = await fetch(`${url}/api/risks/${[...answered.keys()][0] ?? ''}/history`);
  expect(((await history.json()) as { items: unknown[] }).items).toHaveLength(1);
  server.kill('SIGTERM');
  expect(await server.ended).toMatchObject({ code: 0 });
}, 300_000);

it('leaves nothing behind when it is stopped, and refuses a second one while it runs', async () => {
  const { process: server, url } = await start();
  const found = JSON.parse(fs.readFileSync(path.join(data, 'server.json'), 'utf8')) as Record<string, unknown>;
  expect(found).toMatchObject({ url, pid: server.pid });
  expect(fs.statSync(path.join(data, 'server.json')).mode & 0o077).toBe(0);

  const second = await programs.run('server', [], { PORT: '0', PANDECT_DATA: data });
  expect(second.code).toBe(1);
  expect(second.errors).toContain(`is in use by another Pandect (process ${String(server.pid)})`);
  expect(second.errors).not.toMatch(/ {4}at /);
  expect((await fetch(`${url}/health`)).status).toBe(200); // the first has not noticed

  const port = new URL(url).port;
  const samePort = await programs.run('server', ['--empty'], { PORT: port, PANDECT_DATA: programs.folder() });
  expect(samePort).toMatchObject({ code: 1 });
  expect(samePort.errors).toBe(
    `Port ${port} is in use by another program. Stop that one, or set PORT to a free port.\n`,
  );

  server.kill('SIGINT');
  const ended = await server.ended;
  expect(ended).toMatchObject({ code: 0, errors: '' });
  expect(fs.readdirSync(data)).toEqual(['database']);
}, 300_000);

it('says in a sentence what is wrong with how it was started', async () => {
  for (const [parameters, environment, words] of [
    [['--emty'], {}, 'Unknown option --emty. The one option is --empty: start with a blank record.'],
    [[], { PORT: 'http' }, 'PORT is “http”, which is not a port number. Set it to a number from 0 to 65535.'],
    [[], { PORT: '70000' }, 'PORT is “70000”'],
    [[], { DATABASE_URL: 'mysql://x' }, 'DATABASE_URL must start with postgres:// or postgresql://.'],
  ] as const) {
    const ended = await programs.run('server', parameters, { PANDECT_DATA: data, ...environment });
    expect(ended).toMatchObject({ code: 1, output: '' });
    expect(ended.errors).toContain(words);
    expect(ended.errors.trim().split('\n')).toHaveLength(1);
  }
}, 180_000);

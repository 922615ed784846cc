/** The built server as a process of its own: what people wait for when they read a pack in. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';

const PROGRAM = path.resolve(import.meta.dirname, '../dist/server/main.js');
const ServerFile = z.object({ url: z.string(), token: z.string() });
const Staged = z.object({ id: z.string() });

export interface BuiltServer {
  /** Sends a pack in; gives the id of its intake when the server has read it. */
  stage(name: string, bytes: Uint8Array): Promise<string>;
  accept(intake: string): Promise<void>;
  /** Asks it to stop, and removes its record. */
  stop(): Promise<void>;
}

/** Starts it on a blank record of its own. */
export async function startBuilt(): Promise<BuiltServer> {
  if (!fs.existsSync(PROGRAM)) throw new Error('The server is not built: npm run build');
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'pandect-bench-'));
  const environment = { ...process.env, PORT: '0', PANDECT_DATA: directory, DATABASE_URL: '' };
  const server = spawn(process.execPath, [PROGRAM, '--empty'], {
    env: environment,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const file = path.join(directory, 'server.json');
  while (!fs.existsSync(file)) {
    if (server.exitCode !== null) throw new Error('The built server did not start');
    await wait(50);
  }
  const { url, token } = ServerFile.parse(JSON.parse(fs.readFileSync(file, 'utf8')));
  const post = async (address: string, type: string, body: Uint8Array<ArrayBuffer>, name = ''): Promise<unknown> => {
    const answer = await fetch(`${url}${address}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': type, 'x-file-name': name },
      body,
    });
    if (!answer.ok) throw new Error(`${address}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  return {
    stage: async (name, bytes) =>
      Staged.parse(await post('/api/intakes', 'application/octet-stream', new Uint8Array(bytes), name)).id,
    accept: async (intake) => {
      await post(`/api/intakes/${intake}/accept`, 'application/json', new TextEncoder().encode('{}'));
    },
    stop: async () => {
      server.kill('SIGTERM');
      await ended;
      fs.rmSync(directory, { recursive: true, force: true });
    },
  };
}

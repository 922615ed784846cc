/** Where the bench works: throw-away databases, and an application that listens on this machine only. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { openEmbeddedDatabase, openServerDatabase, type OpenDatabase } from '../src/platform/database/open-database.ts';
import type { Database } from '../src/platform/database/tables.ts';
import { buildApplication } from '../src/server/application.ts';

/** A new embedded database in a directory of its own, with commits as durable as in use; `close` removes it. */
export async function newEmbedded(): Promise<OpenDatabase> {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'pandect-bench-'));
  const opened = await openEmbeddedDatabase(directory);
  if (opened.kind === 'failed') throw new Error(opened.failure.message);
  return {
    ...opened.value,
    async close() {
      await opened.value.close();
      fs.rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** The PostgreSQL server that the environment names; null without one. */
export const serverUrl = (): string | null =>
  process.env['PANDECT_TEST_DATABASE_URL'] ?? process.env['DATABASE_URL'] ?? null;

/** A new database on that server; `close` drops it. */
export async function newOnServer(url: string): Promise<OpenDatabase> {
  const name = `pandect_bench_${process.pid}_${Date.now()}`;
  const administer = async (statement: string): Promise<void> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await administer(`create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  const opened = await openServerDatabase(own.href);
  if (opened.kind === 'failed') throw new Error(opened.failure.message);
  return {
    ...opened.value,
    async close() {
      await opened.value.close();
      await administer(`drop database ${name}`);
    },
  };
}

export interface Door {
  /** Address without a slash at its end. */
  readonly url: string;
  /** The session of the secretariat, as a Cookie header. */
  readonly cookie: string;
  /** Asks and gives the answer's bytes; throws unless it is a success. */
  ask(path: string): Promise<ArrayBuffer>;
  close(): Promise<void>;
}

/** The whole application on a port of this machine, with the secretariat signed in. */
export async function openDoor(database: Database): Promise<Door> {
  const application = await buildApplication({
    database,
    loopback: true,
    operatorToken: 'bench',
    webDirectory: null,
    logger: false,
  });
  await application.listen({ host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${(application.server.address() as AddressInfo).port}`;
  const signedIn = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ personId: 'person_secretariat' }),
  });
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0];
  if (cookie === undefined) throw new Error(`Nobody could sign in: ${await signedIn.text()}`);
  return {
    url,
    cookie,
    ask: async (address) => {
      const answer = await fetch(`${url}${address}`, { headers: { cookie } });
      if (!answer.ok) throw new Error(`${address}: ${answer.status} ${await answer.text()}`);
      return answer.arrayBuffer();
    },
    close: () => application.close(),
  };
}

/** One suite, both engines: the embedded database always, a PostgreSQL server when PANDECT_TEST_DATABASE_URL names one. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe } from 'vitest';
import { openEmbeddedDatabase, openServerDatabase, type OpenDatabase } from '../open-database.ts';
import type { Database } from '../tables.ts';
import { templateDirectory } from './template.ts';

export type Engine = 'embedded' | 'server';

/** The engines that the suites of this run use. */
export const ENGINES: readonly Engine[] = process.env['PANDECT_TEST_DATABASE_URL']
  ? ['embedded', 'server']
  : ['embedded'];

/** An empty, migrated database of its own for a test; `close` removes it. */
export async function openTestDatabase(engine: Engine): Promise<OpenDatabase> {
  return engine === 'embedded' ? openCopyOfTemplate() : openOnServer();
}

async function openCopyOfTemplate(): Promise<OpenDatabase> {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'pandect-test-'));
  fs.cpSync(templateDirectory(), directory, { recursive: true });
  const opened = await openEmbeddedDatabase(directory, { durable: false });
  if (opened.kind === 'failed') throw new Error(opened.failure.message);
  return {
    ...opened.value,
    async close() {
      await opened.value.close();
      fs.rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function openOnServer(): Promise<OpenDatabase> {
  const url = new URL(process.env['PANDECT_TEST_DATABASE_URL'] ?? '');
  const name = `pandect_test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  await administer(url, `create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  const opened = await openServerDatabase(own.href);
  if (opened.kind === 'failed') throw new Error(opened.failure.message);
  return {
    ...opened.value,
    async close() {
      await opened.value.close();
      await administer(url, `drop database ${name}`);
    },
  };
}

async function administer(url: URL, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Describes a suite once for each engine, with one fresh database for the suite. */
export function onEachEngine(title: string, tests: (database: () => Database) => void): void {
  describe.each(ENGINES)(`${title} (%s)`, (engine) => {
    let opened: OpenDatabase | undefined;
    beforeAll(async () => {
      opened = await openTestDatabase(engine);
    }, 60_000);
    afterAll(() => opened?.close());
    tests(() => {
      if (opened === undefined)
        throw new Error('The database opens before the first test, not while the suite is described');
      return opened.database;
    });
  });
}

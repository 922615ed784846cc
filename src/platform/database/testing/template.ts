/**
 * Before any test: one embedded database, created and migrated, that each test suite copies. Creating one takes
 * seconds, copying it a fraction of one. Kept between runs, under the hash of what went into it.
 */
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { openEmbeddedDatabase } from '../open-database.ts';

const root = path.resolve(import.meta.dirname, '../../../..');

function fingerprint(): string {
  const hash = crypto.createHash('sha256');
  const migrations = path.join(root, 'src/platform/database/migrations');
  for (const name of fs.readdirSync(migrations).sort())
    hash.update(name).update(fs.readFileSync(path.join(migrations, name)));
  hash.update(fs.readFileSync(path.join(root, 'node_modules/@electric-sql/pglite/package.json')));
  return hash.digest('hex').slice(0, 16);
}

/** Where the template of this source tree is, or will be. */
export const templateDirectory = (): string =>
  path.join(root, 'node_modules/.cache/pandect', `template-${fingerprint()}`);

/** Vitest's global setup: makes the template unless it is there. */
export async function setup(): Promise<void> {
  const directory = templateDirectory();
  if (fs.existsSync(directory)) return;
  const draft = `${directory}.${process.pid}`;
  const opened = await openEmbeddedDatabase(draft, { durable: false });
  if (opened.kind === 'failed') throw new Error(opened.failure.message);
  await opened.value.close();
  if (fs.existsSync(directory)) fs.rmSync(draft, { recursive: true, force: true });
  else fs.renameSync(draft, directory);
}

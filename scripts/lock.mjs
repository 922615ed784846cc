// A lock that several processes can take in turn. Making a directory either succeeds or fails, everywhere.
import fs from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Whether the process that holds the lock has gone without giving it back. */
function isAbandoned(/** @type {string} */ path) {
  try {
    const owner = JSON.parse(fs.readFileSync(join(path, 'owner.json'), 'utf8'));
    if (owner.host !== hostname()) return false;
    process.kill(owner.pid, 0);
    return false;
  } catch (error) {
    if (error.code === 'ESRCH') return true;
    if (error.code === 'EPERM') return false;
    // No readable note yet: its owner is about to write it, unless it died just there.
    const made = fs.statSync(path, { throwIfNoEntry: false });
    return made !== undefined && Date.now() - made.mtimeMs > 10_000;
  }
}

function take(/** @type {string} */ path) {
  try {
    fs.mkdirSync(path);
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
  fs.writeFileSync(join(path, 'owner.json'), JSON.stringify({ pid: process.pid, host: hostname() }));
  return true;
}

/** Removes an abandoned lock. Renaming first makes sure that only one of several waiting processes does. */
function clear(/** @type {string} */ path) {
  const aside = `${path}.${process.pid}.${Date.now()}`;
  try {
    fs.renameSync(path, aside);
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw error;
  }
  fs.rmSync(aside, { recursive: true, force: true });
}

/**
 * Does `work` while holding the lock directory `path`, waiting for whoever holds it. A lock whose owner has died is
 * taken over.
 *
 * @template T
 * @param {string} path
 * @param {() => void} onWait called once, when there is someone to wait for
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function holdingLock(path, onWait, work) {
  for (let tries = 0; !take(path); tries += 1) {
    if (isAbandoned(path)) clear(path);
    else {
      if (tries === 0) onWait();
      await wait(100);
    }
  }
  const release = () => fs.rmSync(path, { recursive: true, force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

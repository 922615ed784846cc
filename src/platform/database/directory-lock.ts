/**
 * One process, one data directory. PGlite takes no lock of its own, and two processes on one directory lose
 * acknowledged rows in silence, so Pandect takes one: a file that names the holder, created exclusively.
 *
 * The file outlives a killed holder. It is stale when no process with its id and start time lives; taking it over
 * happens under a second exclusive name, so that two newcomers cannot both remove it and both win.
 */
import fs from 'node:fs';
import path from 'node:path';
import { failed, ok, type Result } from '../../values/result.ts';

export interface LockHolder {
  readonly pid: number;
  /** Clock ticks since boot at which the holder started (Linux); null where the system does not tell. */
  readonly started: string | null;
}

export interface DirectoryLock {
  release(): void;
}

export interface DirectoryHeld {
  readonly kind: 'directory-held';
  readonly holder: LockHolder;
  readonly message: string;
}

const LOCK = 'pandect.lock';
const TAKEOVER = 'pandect.lock.takeover';
/** A takeover is a few file operations; one older than this (milliseconds) was itself killed half-way. */
const TAKEOVER_STALE = 10_000;

function startOf(pid: number): string | null {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Fields 3 (state) and 22 (start), counted after the command name, which may itself hold spaces and brackets.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A killed process whose parent has not asked after it still has its number, but runs no more (Z, X).
    return /^[ZX]/.test(fields[0] ?? '') ? null : (fields[19] ?? null);
  } catch {
    return null; // no such process, or no /proc on this system: the process id alone must do
  }
}

function isAlive(holder: LockHolder | null): boolean {
  if (holder === null) return false; // not readable as a lock: written by nobody who lives
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return holder.started === null || startOf(holder.pid) === holder.started;
}

/** Who holds the directory now; null when nobody does (a stale lock counts as nobody). */
export function lockHolder(directory: string): LockHolder | null {
  const holder = read(path.join(directory, LOCK));
  return isAlive(holder) ? holder : null;
}

const read = (file: string): LockHolder | null => parse(contentOf(file) ?? '');

/** Text of the lock; null when there is none. */
function contentOf(file: string): string | null {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function parse(content: string): LockHolder | null {
  try {
    const found = JSON.parse(content) as Partial<LockHolder>;
    return typeof found.pid === 'number' ? { pid: found.pid, started: found.started ?? null } : null;
  } catch {
    return null; // damaged, by a full disk or by hand: nobody holds it
  }
}

function create(file: string, content: string): boolean {
  // Written beside and linked into place: the lock never exists without its content.
  const draft = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  fs.writeFileSync(draft, content);
  try {
    fs.linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

function removeStale(directory: string): void {
  const takeover = path.join(directory, TAKEOVER);
  try {
    fs.mkdirSync(takeover);
  } catch {
    const made = fs.statSync(takeover, { throwIfNoEntry: false });
    if (made && Date.now() - made.mtimeMs > TAKEOVER_STALE) fs.rmSync(takeover, { recursive: true, force: true });
    return; // another newcomer is at it; the caller looks again
  }
  try {
    // Only a lock that is there and stale may go: where there is none, another newcomer may be making its own just now.
    const file = path.join(directory, LOCK);
    const found = contentOf(file);
    if (found !== null && !isAlive(parse(found))) fs.rmSync(file, { force: true });
  } finally {
    fs.rmSync(takeover, { recursive: true, force: true });
  }
}

/** Takes the lock of a data directory (which must exist), or says who has it. */
export function lockDirectory(directory: string): Result<DirectoryLock, DirectoryHeld> {
  const file = path.join(directory, LOCK);
  const me: LockHolder = { pid: process.pid, started: startOf(process.pid) };
  for (let attempt = 0; attempt < 50; attempt++) {
    if (create(file, JSON.stringify(me))) {
      return ok({
        release: () => {
          if (read(file)?.pid === process.pid) fs.rmSync(file, { force: true });
        },
      });
    }
    const holder = lockHolder(directory);
    if (holder !== null) {
      return failed({
        kind: 'directory-held',
        holder,
        message:
          `The data directory ${directory} is in use by another Pandect (process ${holder.pid}). ` +
          'Use that one, stop it first, or set PANDECT_DATA to another directory.',
      });
    }
    removeStale(directory);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
  }
  throw new Error(`Could not take the lock of ${directory}: remove ${TAKEOVER} in it if no Pandect is running.`);
}

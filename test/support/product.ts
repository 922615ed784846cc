/** The built program as people start it: a process of its own with a data directory that goes when the test ends. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

export interface Product {
  readonly url: string;
  /** Stops it as Ctrl-C does, and removes its data. */
  stop(): Promise<void>;
}

/** Longest wait for the first start, the sample programme included, on a slow and busy machine. */
const LONGEST_START = 150_000;

/** After this long it is ended the hard way: nothing of the test's data is worth keeping. */
const LONGEST_STOP = 10_000;

/**
 * Starts what `npm run build` made (or the build in the folder that PANDECT_TEST_BUILD names) on a free port.
 *
 * @throws with everything the program said when it does not come up.
 */
export async function startProduct(options: { readonly empty: boolean }): Promise<Product> {
  const build = process.env['PANDECT_TEST_BUILD'] ?? join(root, 'dist');
  const program = join(build, 'server', 'main.js');
  if (!existsSync(program)) throw new Error(`There is no ${program}. Run "npm run build" before the browser tests.`);
  const data = mkdtempSync(join(tmpdir(), 'pandect-browser-'));
  const child = spawn(process.execPath, [program, ...(options.empty ? ['--empty'] : [])], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', PANDECT_DATA: data, DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  let said = '';
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), LONGEST_STOP);
    await ended;
    clearTimeout(late);
    rmSync(data, { recursive: true, force: true });
  };
  const ready = new Promise<string>((found, failed) => {
    const timer = setTimeout(
      () => failed(new Error(`Pandect did not come up in time. It said:\n${said}`)),
      LONGEST_START,
    );
    const listen = (words: Buffer): void => {
      said += words.toString();
      const address = /ready at (http:\S+)/.exec(said)?.[1];
      if (address === undefined) return;
      clearTimeout(timer);
      found(address);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', () => {
      clearTimeout(timer);
      failed(new Error(`Pandect ended instead of coming up. It said:\n${said}`));
    });
  });
  try {
    return { url: await ready, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

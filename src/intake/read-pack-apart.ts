/**
 * Reads a pack on a thread of its own. Files come from outside: however large, nested or spiteful one is, the server
 * goes on answering meanwhile, and a reader that takes too long or too much memory is ended from outside, whatever
 * library it is stuck in.
 */
import type { PackKnowledge } from '../formats/pack/knowledge.ts';
import { problem, type Problem } from '../platform/errors/problem.ts';
import { startWorker } from '../platform/worker.ts';
import { failed, type Result } from '../values/result.ts';
import type { ReadPack } from './read-pack.ts';

/** Beyond what the readers allow themselves (30 s), so that theirs, which says where it stopped, comes first. */
const LONGEST_MILLISECONDS = 60_000;

/** The readers' own limit is 200 MB of unpacked content; parsed, that is a few times as much. */
const MOST_MEGABYTES = 1_500;

/** As `readPack`, bounded in time and memory from outside. Costs about a fifth of a second for the thread. */
export async function readPackApart(
  bytes: Uint8Array,
  name: string,
  knowledge: PackKnowledge,
  longest = LONGEST_MILLISECONDS,
): Promise<Result<ReadPack, Problem>> {
  const worker = startWorker('read-pack-worker', import.meta.url, {
    workerData: { bytes, name, knowledge },
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Result<ReadPack, Problem>>((resolve, reject) => {
      timer = setTimeout(() => {
        resolve(tooMuch(name, 'took too long to read'));
      }, longest);
      worker.once('message', resolve);
      worker.once('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ERR_WORKER_OUT_OF_MEMORY')
          resolve(tooMuch(name, 'takes more memory to read than Pandect allows'));
        else reject(error);
      });
      worker.once('exit', () => {
        reject(new Error(`Reading ${name} ended without an answer`));
      });
    });
  } finally {
    clearTimeout(timer);
    worker.removeAllListeners();
    await worker.terminate();
  }
}

const tooMuch = (name: string, what: string): Result<never, Problem> =>
  failed(
    problem(
      'unreadable-file',
      `“${name}” ${what}, and was stopped. Nothing was kept of it. Split it into smaller files, or save it again from the program that made it, and try again.`,
    ),
  );

/**
 * The thread that holds the embedded PostgreSQL (PGlite), so that no query, however long, stops the server's event
 * loop. Its only door is a port that carries the PostgreSQL wire protocol: bytes in, bytes out, in order.
 *
 * PGlite ships with fsync off (`-F`) and a no-op `fsync` in its file system: a crash of the process is safe, a power
 * cut is not. Dropping `-F`, choosing `wal_sync_method=fsync` and giving the NODEFS mount a real fsync makes each
 * commit durable: one fsync of the write-ahead log a commit.
 */
import fs from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

interface EmscriptenModule {
  FS: { filesystems: { NODEFS: { stream_ops: Record<string, unknown> } } };
}

class DurableNodeFS extends NodeFS {
  override async init(...parameters: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const result = await super.init(...parameters);
    const options = result.emscriptenOpts;
    const withRealFsync = (module: EmscriptenModule): void => {
      module.FS.filesystems.NODEFS.stream_ops['fsync'] = (stream: { nfd: number }) => {
        fs.fsyncSync(stream.nfd);
        return 0;
      };
    };
    options.preRun = [...((options.preRun ?? []) as unknown[]), withRealFsync] as typeof options.preRun;
    return result;
  }
}

/**
 * What the main thread sends: bytes of the wire protocol on a numbered connection, `end` of that connection, or
 * `close` for the whole database. One ordered channel, so that the next connection starts after the last one's end.
 */
export type ToWorker = { readonly connection: number; readonly bytes: Uint8Array | 'end' } | 'close';
/** What it gets back: `ready` once, then answers to a connection; `closed` last; `failed` when it cannot open. */
export type FromWorker =
  { readonly connection: number; readonly bytes: Uint8Array } | { readonly failed: string } | 'ready' | 'closed';

const { directory, durable } = workerData as { directory: string; durable: boolean };
const port = parentPort;
if (port === null) throw new Error('embedded-worker runs only as a worker thread');

const say = (message: FromWorker): void => {
  port.postMessage(message);
};

async function open(): Promise<PGlite> {
  if (!durable) return PGlite.create({ fs: new NodeFS(directory) });
  return PGlite.create({
    fs: new DurableNodeFS(directory),
    startParams: [
      ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
      '-c',
      'wal_sync_method=fsync',
    ],
  });
}

try {
  const database = await open();

  const answer = async (message: ToWorker): Promise<void> => {
    if (message === 'close') {
      await database.close();
      say('closed');
      port.close();
    } else if (message.bytes === 'end') {
      // The directory has one session for all connections: what a broken-off one left open must not reach the next.
      await database.exec('rollback');
      await database.exec('discard all');
    } else {
      say({ connection: message.connection, bytes: await database.execProtocolRaw(message.bytes) });
    }
  };

  let previous: Promise<void> = Promise.resolve();
  port.on('message', (message: ToWorker) => {
    previous = previous.then(() => answer(message));
  });
  say('ready');
} catch (error) {
  say({ failed: error instanceof Error ? error.message : String(error) });
  port.close();
}

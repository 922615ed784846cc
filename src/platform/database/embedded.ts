/** The embedded PostgreSQL seen from the main thread: an ordinary `pg` pool over the worker's port. */
import { Duplex } from 'node:stream';
import type { Worker } from 'node:worker_threads';
import pg from 'pg';
import { startWorker } from '../worker.ts';
import type { FromWorker, ToWorker } from './embedded-worker.ts';

/**
 * A `pg` client expects a socket; this is one whose other end is the worker. `writev` hands the messages of one query
 * (parse, bind, execute, sync) over as one, so that each query costs one hop to the thread and one back.
 */
class WorkerSocket extends Duplex {
  readonly #worker: Worker;
  readonly #connection: number;
  readonly #receive = (message: FromWorker): void => {
    if (typeof message === 'object' && 'connection' in message && message.connection === this.#connection) {
      this.push(Buffer.from(message.bytes));
    }
  };

  constructor(worker: Worker, connection: number) {
    super();
    this.#worker = worker;
    this.#connection = connection;
    worker.on('message', this.#receive);
  }

  /** Called by `pg` in place of opening a TCP connection. */
  connect(): this {
    setImmediate(() => this.emit('connect'));
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  override _read(): void {
    // The worker pushes; there is nothing to ask for.
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.#send(chunk);
    done();
  }

  override _writev(chunks: { chunk: Buffer }[], done: () => void): void {
    this.#send(Buffer.concat(chunks.map(({ chunk }) => chunk)));
    done();
  }

  override _final(done: () => void): void {
    this.#worker.off('message', this.#receive);
    this.push(null);
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#worker.off('message', this.#receive);
    done(error);
  }

  #send(bytes: Buffer): void {
    // Terminate (`X`) would end the one session that the directory has: the worker resets it instead.
    const message: ToWorker = {
      connection: this.#connection,
      bytes: bytes[0] === TERMINATE ? 'end' : new Uint8Array(bytes),
    };
    this.#worker.postMessage(message);
  }
}

/** First byte of the protocol's Terminate message. */
const TERMINATE = 0x58;

/** Milliseconds a question may wait for the session: far more than any queue of people, far less than for ever. */
const LONGEST_WAIT = 60_000;

export interface Embedded {
  readonly pool: pg.Pool;
  /** Closes the database and ends the thread; nothing acknowledged before is lost. */
  close(): Promise<void>;
}

/**
 * Opens (creating it when empty) the embedded database in `directory`. One session: transactions queue.
 *
 * @param durable false turns fsync off: only for throw-away test databases.
 * @throws Error when the directory holds something that is not a database of this version.
 */
export async function openEmbedded(directory: string, durable = true): Promise<Embedded> {
  const worker = startWorker('embedded-worker', import.meta.url, { workerData: { directory, durable } });
  worker.setMaxListeners(0);
  await new Promise<void>((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (message: FromWorker) => {
      worker.off('error', reject);
      if (message === 'ready') resolve();
      else reject(new Error(typeof message === 'object' && 'failed' in message ? message.failed : 'unexpected answer'));
    });
  });
  let connections = 0;
  const pool = new pg.Pool({
    max: 1,
    idleTimeoutMillis: 0,
    // One session: work that asks for a second one inside the first would wait for itself. It is told so instead.
    connectionTimeoutMillis: LONGEST_WAIT,
    user: 'postgres',
    database: 'postgres',
    password: '',
    stream: () => new WorkerSocket(worker, ++connections),
  });
  return {
    pool,
    async close() {
      await pool.end();
      const closed = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
      worker.postMessage('close' satisfies ToWorker);
      await closed;
    },
  };
}

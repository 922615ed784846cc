/**
 * How the CLI reaches the record: through the server that holds the data directory, or, when none does, by opening the
 * directory itself and asking the same application without a network. Either way the same routes, the same rules.
 */
import { readConfiguration } from '../platform/configuration.ts';
import { lockHolder } from '../platform/database/directory-lock.ts';
import { buildApplication } from './application.ts';
import { openRecord } from './open-record.ts';
import { readServerFile, type ServerFile } from './server-file.ts';
import { failed, ok, type Result } from '../values/result.ts';

export interface ApiAnswer {
  readonly status: number;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** The body as JSON; throws when it is not. */
  json(): unknown;
}

export interface Connection {
  ask(method: string, path: string, body?: unknown): Promise<ApiAnswer>;
  upload(path: string, fileName: string, bytes: Uint8Array): Promise<ApiAnswer>;
  close(): Promise<void>;
}

const answer = (status: number, mediaType: string, bytes: Uint8Array): ApiAnswer => ({
  status,
  mediaType,
  bytes,
  json: () => JSON.parse(new TextDecoder().decode(bytes)) as unknown,
});

type Ask = (
  method: string,
  path: string,
  headers: Record<string, string>,
  payload: string | Uint8Array<ArrayBuffer> | undefined,
) => Promise<ApiAnswer>;

const connectionOver = (ask: Ask, token: string, close: () => Promise<void>): Connection => {
  const authorization = { authorization: `Bearer ${token}` };
  return {
    ask: (method, path, body) =>
      body === undefined
        ? ask(method, path, authorization, undefined)
        : ask(method, path, { ...authorization, 'content-type': 'application/json' }, JSON.stringify(body)),
    upload: (path, fileName, bytes) =>
      ask(
        'POST',
        path,
        { ...authorization, 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(fileName) },
        new Uint8Array(bytes),
      ),
    close,
  };
};

/**
 * Connects to the record that PANDECT_DATA or DATABASE_URL names; relative paths count from `workingDirectory`.
 * A failure is a sentence that says what to do.
 */
export async function connect(
  environment: Readonly<Record<string, string | undefined>>,
  workingDirectory: string,
  progress: (words: string) => void,
): Promise<Result<Connection, string>> {
  const read = readConfiguration(environment, workingDirectory, null);
  if (read.kind === 'failed') return read;
  const configuration = read.value;
  const running = await addressOfHolder(configuration.dataDirectory);
  const held = configuration.databaseUrl !== null || lockHolder(configuration.dataDirectory) !== null;
  if (held && running !== null && (await answers(running.url))) {
    const ask: Ask = async (method, path, headers, payload) => {
      const url = new URL(path, running.url);
      const response = await fetch(url, { method, headers, ...(payload === undefined ? {} : { body: payload }) }).catch(
        () => null,
      );
      if (response === null) return STOPPED_ANSWERING;
      return answer(
        response.status,
        response.headers.get('content-type') ?? '',
        new Uint8Array(await response.arrayBuffer()),
      );
    };
    return ok(connectionOver(ask, running.token, () => Promise.resolve()));
  }
  // Who reads a pack into a new directory wants their own record there; the sample comes with `npm start`.
  const record = await openRecord(configuration, { empty: true, progress });
  if (record.kind === 'failed') return failed(record.failure.message);
  const token = 'in-process';
  const application = await buildApplication({
    database: record.value.database,
    loopback: true,
    operatorToken: token,
    webDirectory: null,
    logger: false,
  });
  const ask: Ask = async (method, path, headers, payload) => {
    const response = await application.inject({
      method: method as 'GET',
      url: path,
      headers,
      ...(payload === undefined ? {} : { payload: typeof payload === 'string' ? payload : Buffer.from(payload) }),
    });
    return answer(response.statusCode, String(response.headers['content-type'] ?? ''), response.rawPayload);
  };
  return ok(
    connectionOver(ask, token, async () => {
      await application.close();
      await record.value.close();
    }),
  );
}

/** How long a server may take from locking its directory to giving its address: it may be loading the sample. */
const LONGEST_START = 30_000;

/**
 * The server that holds a directory; while one holds it that has not given its address yet, it is waited for. A file
 * that a killed server left behind names another process than the holder.
 */
async function addressOfHolder(directory: string): Promise<ServerFile | null> {
  const until = Date.now() + LONGEST_START;
  for (;;) {
    const file = readServerFile(directory);
    const holder = lockHolder(directory);
    if (holder === null || Date.now() > until) return file;
    if (file?.pid === holder.pid) return file;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Told instead of a network error when the server goes away in the middle. */
const STOPPED_ANSWERING = answer(
  503,
  'application/problem+json',
  new TextEncoder().encode(
    JSON.stringify({
      title: 'The server stopped answering',
      detail:
        'What was under way may not have been done. Start it again with npm start, look whether it was, and try again.',
    }),
  ),
);

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(new URL('/health', url), { signal: AbortSignal.timeout(5_000) })).ok;
  } catch {
    return false; // the server was killed and left its file behind: the lock decides what comes next
  }
}

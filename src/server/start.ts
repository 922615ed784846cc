/** Starts a server on a record, and stops it without losing anything. */
import crypto from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { failed, ok, type Result } from '../values/result.ts';
import type { Configuration } from '../platform/configuration.ts';
import { buildApplication } from './application.ts';
import { openRecord, type OpenOptions } from './open-record.ts';
import { removeServerFile, writeServerFile } from './server-file.ts';

export interface RunningServer {
  readonly url: string;
  /** Answers what it is answering, closes the database, releases the directory. Safe to call twice. */
  stop(): Promise<void>;
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/**
 * Opens the record and listens.
 *
 * @returns the address, or a sentence for the person who started it (directory in use, port taken, newer database…).
 */
export async function startServer(
  configuration: Configuration,
  options: OpenOptions & { readonly logger: NonNullable<Parameters<typeof buildApplication>[0]['logger']> },
): Promise<Result<RunningServer, string>> {
  const record = await openRecord(configuration, options);
  if (record.kind === 'failed') return failed(record.failure.message);
  const operatorToken = crypto.randomBytes(32).toString('base64url');
  const application = await buildApplication({
    database: record.value.database,
    loopback: LOOPBACK.has(configuration.host),
    operatorToken,
    webDirectory: configuration.webDirectory,
    logger: options.logger,
  });
  try {
    await application.listen({ host: configuration.host, port: configuration.port });
  } catch (error) {
    await application.close();
    await record.value.close();
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
      return failed(
        `Port ${configuration.port} is in use by another program. Stop that one, or set PORT to a free port.`,
      );
    }
    throw error;
  }
  const { port } = application.server.address() as AddressInfo;
  const host = configuration.host.includes(':') ? `[${configuration.host}]` : configuration.host;
  const url = `http://${host}:${port}`;
  writeServerFile(configuration.dataDirectory, { url, token: operatorToken, pid: process.pid });
  let stopping: Promise<void> | null = null;
  const stop = async (): Promise<void> => {
    removeServerFile(configuration.dataDirectory);
    await application.close();
    await record.value.close();
  };
  return ok({ url, stop: () => (stopping ??= stop()) });
}

/** What the surroundings tell the process, read once and checked. */
import path from 'node:path';
import { failed, ok, type Result } from '../values/result.ts';

export interface Configuration {
  readonly host: string;
  readonly port: number;
  /** Absolute path of the data directory (embedded database, server.json). */
  readonly dataDirectory: string;
  /** Connection string of a PostgreSQL server (≥ 15); null for the embedded database. */
  readonly databaseUrl: string | null;
  /** Where the built web pages are; null when they are not built. */
  readonly webDirectory: string | null;
}

/** Reads PORT, HOST, PANDECT_DATA and DATABASE_URL; a wrong value is a failure that names it. */
export function readConfiguration(
  environment: Readonly<Record<string, string | undefined>>,
  workingDirectory: string,
  webDirectory: string | null,
): Result<Configuration, string> {
  const port = environment['PORT'] ?? '4280';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    return failed(`PORT is “${port}”, which is not a port number. Set it to a number from 0 to 65535.`);
  }
  const databaseUrl = environment['DATABASE_URL'] || null;
  if (databaseUrl !== null && !/^postgres(?:ql)?:\/\//.test(databaseUrl)) {
    return failed('DATABASE_URL must start with postgres:// or postgresql://. Unset it to use the embedded database.');
  }
  return ok({
    host: environment['HOST'] ?? '127.0.0.1',
    port: Number(port),
    dataDirectory: path.resolve(workingDirectory, environment['PANDECT_DATA'] ?? '.pandect'),
    databaseUrl,
    webDirectory,
  });
}

/** `npm start`: the server as a process. Options: `--empty` leaves a new record blank. */
import fs from 'node:fs';
import path from 'node:path';
import { readConfiguration } from '../platform/configuration.ts';
import { startServer } from './start.ts';

/** Milliseconds that requests under way are given to end. */
const LONGEST_STOP = 15_000;

const say = (words: string): void => {
  process.stdout.write(`${words}\n`);
};

const complain = (words: string): never => {
  process.stderr.write(`${words}\n`);
  process.exit(1);
};

const unknown = process.argv.slice(2).filter((argument) => argument !== '--empty');
if (unknown.length > 0)
  complain(`Unknown option ${unknown.join(' ')}. The one option is --empty: start with a blank record.`);

const web = path.resolve(import.meta.dirname, '../web');
const configuration = readConfiguration(
  process.env,
  process.cwd(),
  fs.existsSync(path.join(web, 'assets')) ? web : null,
);
if (configuration.kind === 'failed') complain(configuration.failure);
else {
  const logger = process.stdout.isTTY
    ? { level: process.env['LOG_LEVEL'] ?? 'warn', transport: { target: 'pino-pretty' } }
    : { level: process.env['LOG_LEVEL'] ?? 'warn' };
  const started = performance.now();
  const server = await startServer(configuration.value, {
    empty: process.argv.includes('--empty'),
    progress: say,
    logger,
  });
  if (server.kind === 'failed') complain(server.failure);
  else {
    say(
      `Pandect is ready at ${server.value.url} (${((performance.now() - started) / 1000).toFixed(1)} s). Ctrl-C stops it.`,
    );
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        say('Stopping…');
        // Nothing acknowledged is lost by ending at once: every commit is on the disk already.
        setTimeout(() => process.exit(0), LONGEST_STOP).unref();
        void server.value.stop().then(() => process.exit(0));
      });
    }
  }
}

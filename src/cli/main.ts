/** `./pandect`: every import, export and report, for people at a terminal and for scripts. */
import fs from 'node:fs';
import path from 'node:path';
import { Command, CommanderError } from 'commander';
import { VERSION } from '../server/version.ts';
import type { Connection } from '../server/connection.ts';
import { intake } from './intake.ts';
import { CommandFailure, type ExitCode } from './outcome.ts';
import { paper } from './paper.ts';
import { registerTextCommands } from './text/register.ts';

const say = (words: string): void => {
  process.stdout.write(words.endsWith('\n') ? words : `${words}\n`);
};
/** Progress and complaints go to standard error, so that `--json` output stays clean. */
const tell = (words: string): void => {
  process.stderr.write(`${words}\n`);
};

/** Runs `work` on the record that PANDECT_DATA or DATABASE_URL names, through the server that holds it when there is one. */
async function withRecord(work: (connection: Connection) => Promise<ExitCode>): Promise<ExitCode> {
  // Loaded when it is needed: help and the commands that work on files start without the server.
  const { connect } = await import('../server/connection.ts');
  const connection = await connect(process.env, projectDirectory(), tell);
  if (connection.kind === 'failed') throw new CommandFailure(connection.failure);
  try {
    return await work(connection.value);
  } finally {
    await connection.value.close();
  }
}

/**
 * The data directory is the same for `npm start` and for `./pandect` called from anywhere: without PANDECT_DATA it lies
 * in the project's own folder, which the launcher passes on; a path in PANDECT_DATA is the caller's.
 */
const projectDirectory = (): string =>
  process.env['PANDECT_DATA'] === undefined ? path.resolve(import.meta.dirname, '../..') : process.cwd();

async function readFile(name: string): Promise<Uint8Array> {
  const { refuseUpload } = await import('../server/refuse-upload.ts');
  try {
    const about = fs.statSync(name);
    // By its size alone, before a byte of it is read.
    const refusal = about.isFile() ? refuseUpload(about.size) : null;
    if (refusal !== null) throw new CommandFailure(`${path.basename(name)}: ${refusal}`);
    if (!about.isFile() && !about.isDirectory())
      throw new CommandFailure(`Cannot read ${name}: it is not a file. Save what it gives to a file, then name that.`);
    return fs.readFileSync(name);
  } catch (error) {
    if (error instanceof CommandFailure) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    const why =
      code === 'ENOENT'
        ? 'there is no such file'
        : code === 'EISDIR'
          ? 'it is a folder'
          : code === 'EACCES'
            ? 'it may not be read'
            : String(error);
    throw new CommandFailure(`Cannot read ${name}: ${why}. Check the path and try again.`);
  }
}

// Whoever reads may stop reading (`| head`): that is no fault, and nothing is left to say to them.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

let exitCode: ExitCode = 0;
const program = new Command('pandect')
  .description(
    'Keeps the record of a programme that changes industry codes. Talks to the running server, or opens the data directory itself.',
  )
  .version(VERSION)
  .showHelpAfterError('Run ./pandect help to see what there is.')
  .exitOverride();

program
  .command('intake')
  .argument('<files...>', 'meeting packs: .txt, .md, .pdf, .pptx or .docx')
  .description('Read meeting packs, say what is in them and what is odd, and stage them for review')
  .option('--accept', 'write them into the record at once')
  .option('--json', 'print one JSON object per file')
  .option('--strict', 'exit with 1 when there are findings, or passages not understood')
  .addHelpText(
    'after',
    '\nExit codes: 0 done; 1 done, with something to look at (only with --strict); 2 a file could not be read.',
  )
  .action(async (files: string[], options: { accept?: boolean; json?: boolean; strict?: boolean }) => {
    const contents: { readonly name: string; readonly bytes: Uint8Array }[] = [];
    for (const name of files) contents.push({ name: path.basename(name), bytes: await readFile(name) });
    exitCode = await withRecord((connection) =>
      intake(
        connection,
        contents,
        { accept: options.accept === true, json: options.json === true, strict: options.strict === true },
        say,
      ),
    );
  });

program
  .command('paper')
  .argument('<kind>', 'pack, minutes or headline')
  .argument('<meeting>', 'the meeting it is for, such as CCAG-12')
  .description('Print a meeting’s paper from the record')
  .option('--format <format>', 'pdf, docx, html, text or md', 'pdf')
  .option('-o, --output <file>', 'where to write it; standard output when absent')
  .option('--as-at <moment>', 'the record as at an instant or a meeting, instead of this meeting')
  .action(async (kind: string, meeting: string, options: { format: string; output?: string; asAt?: string }) => {
    exitCode = await withRecord(async (connection) => {
      const bytes = await paper(connection, { kind, meeting, format: options.format, asAt: options.asAt ?? null });
      if (options.output === undefined) process.stdout.write(bytes);
      else {
        fs.writeFileSync(options.output, bytes);
        tell(`Wrote ${options.output} (${Math.ceil(bytes.length / 1024)} kB).`);
      }
      return 0;
    });
  });

registerTextCommands(program, (code) => {
  exitCode = code;
});

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) exitCode = error.exitCode === 0 ? 0 : 2;
  else if (error instanceof CommandFailure) {
    tell(error.message);
    exitCode = 2;
  } else {
    tell(`This is a fault in Pandect: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    exitCode = 3;
  }
}
process.exitCode = exitCode;

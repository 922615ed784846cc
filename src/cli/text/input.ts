/** The files that the text commands read: their bytes, within a limit, or a sentence that says why not. */
import fs from 'node:fs';
import path from 'node:path';
import { CommandFailure } from '../outcome.ts';

/** The most that is read of one file, in megabytes. The longest code known has 500 pages, a few megabytes of XML. */
const MOST_MEGABYTES = 50;
const MOST_BYTES = MOST_MEGABYTES * 1024 * 1024;

/** What people write for standard input, and for standard output. */
export const STANDARD = '-';

export interface InputFile {
  /** As messages call it: the name that was given, or `standard input`. */
  readonly name: string;
  /** Where it is; null for standard input. */
  readonly path: string | null;
  readonly bytes: Uint8Array;
}

const WHY: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be read',
  ENAMETOOLONG: 'its name is too long',
  EIO: 'the disk reports an error',
};

/** The system's reason in words. */
export function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return WHY[code] ?? (error instanceof Error ? error.message : String(error));
}

function tooLarge(name: string): CommandFailure {
  return new CommandFailure(
    `${name}: this file is larger than ${MOST_MEGABYTES} MB, the most that is read. Split it into smaller texts.`,
  );
}

/** What a stream gives, up to the limit: a pipe does not tell its size in advance. */
async function readStream(stream: NodeJS.ReadableStream, name: string): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of stream) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
    length += bytes.length;
    if (length > MOST_BYTES) throw tooLarge(name);
    pieces.push(bytes);
  }
  return Buffer.concat(pieces);
}

async function readPath(name: string): Promise<Uint8Array> {
  const about = fs.statSync(name);
  if (about.isFIFO() || about.isSocket()) return readStream(fs.createReadStream(name), name);
  if (about.isDirectory()) throw new CommandFailure(`Cannot read ${name}: it is a folder. Name a file in it.`);
  if (!about.isFile())
    throw new CommandFailure(`Cannot read ${name}: it is not a file. Save what it gives to a file, then name that.`);
  // By its size alone, before a byte of it is read.
  if (about.size > MOST_BYTES) throw tooLarge(name);
  return fs.readFileSync(name);
}

/** The bytes of a file, or of standard input for `-`. A file that cannot be read is a `CommandFailure`. */
async function readInput(name: string): Promise<InputFile> {
  if (name === STANDARD)
    return { name: 'standard input', path: null, bytes: await readStream(process.stdin, 'standard input') };
  try {
    return { name, path: path.resolve(name), bytes: await readPath(name) };
  } catch (error) {
    if (error instanceof CommandFailure) throw error;
    throw new CommandFailure(`Cannot read ${name}: ${reasonOf(error)}. Check the path and try again.`);
  }
}

/** Reads the files one after the other, in the order given. Standard input can be one of them. */
export async function readInputs(names: readonly string[]): Promise<readonly InputFile[]> {
  if (names.filter((name) => name === STANDARD).length > 1)
    throw new CommandFailure(
      'Standard input (-) can be given once only. Save the other text to a file, and name that.',
    );
  const files: InputFile[] = [];
  for (const name of names) files.push(await readInput(name));
  return files;
}

/** Where the text commands write: standard output, or a file that is there whole or not at all. */
import fs from 'node:fs';
import path from 'node:path';
import { CommandFailure } from '../outcome.ts';
import { reasonOf, STANDARD, type InputFile } from './input.ts';

/** Two paths are one file when the disk says so: through links, too, and whatever the letters' case. */
function isSameFile(one: string, other: string): boolean {
  const [a, b] = [one, other].map((name) => fs.statSync(name, { bigint: true, throwIfNoEntry: false }));
  return a !== undefined && b !== undefined && a.dev === b.dev && a.ino === b.ino;
}

/**
 * Refuses to write where something was read from. Asked before the work, so that nobody waits for a refusal; the inputs
 * are given by their paths.
 */
export function refuseToOverwrite(output: string | undefined, inputs: readonly InputFile[]): void {
  if (output === undefined || output === STANDARD) return;
  const about = fs.statSync(output, { throwIfNoEntry: false });
  if (about?.isDirectory() === true)
    throw new CommandFailure(`Cannot write ${output}: it is a folder. Name a file in it.`);
  const read = inputs.find((input) => input.path !== null && isSameFile(input.path, output));
  if (read !== undefined)
    throw new CommandFailure(
      `Nothing was written: ${output} is the file that was read. Give another name with -o, so that the original stays.`,
    );
}

/** So many characters are written at a time. */
const PIECE = 4 * 1024 * 1024;

/** Writes a file piece by piece, to the disk itself; answers the number of bytes. */
function writeTo(name: string, content: Iterable<string>, flag: 'w' | 'wx', mode?: number): number {
  const file = fs.openSync(name, flag, mode);
  let bytes = 0;
  try {
    let waiting = '';
    for (const words of content) {
      waiting += words;
      if (waiting.length < PIECE) continue;
      bytes += writeAll(file, waiting);
      waiting = '';
    }
    bytes += writeAll(file, waiting);
    if (flag === 'wx') fs.fsyncSync(file);
  } finally {
    fs.closeSync(file);
  }
  return bytes;
}

/** One call may write less than all of it, to a pipe above all. */
function writeAll(file: number, words: string): number {
  const bytes = Buffer.from(words);
  for (let done = 0; done < bytes.length;) done += fs.writeSync(file, bytes, done);
  return bytes.length;
}

/** Writes beside the place and then moves there, so that an interruption leaves the old file or none, never half of one. */
function writeWhole(output: string, content: Iterable<string>): number {
  const about = fs.statSync(output, { throwIfNoEntry: false });
  // A pipe or a device has no place to move to.
  if (about !== undefined && !about.isFile()) return writeTo(output, content, 'w');
  // What a link points to is replaced, not the link.
  const place = about === undefined ? output : fs.realpathSync(output);
  const beside = path.join(path.dirname(place), `.${path.basename(place)}.${process.pid}.part`);
  try {
    const bytes = writeTo(beside, content, 'wx', about?.mode);
    fs.renameSync(beside, place);
    return bytes;
  } catch (error) {
    fs.rmSync(beside, { force: true });
    throw error;
  }
}

const sizeInWords = (bytes: number): string => (bytes < 1024 ? `${bytes} bytes` : `${Math.ceil(bytes / 1024)} kB`);

/**
 * Writes `content` to a file and says so on standard error, or to standard output where no file is named (or `-`). A place
 * that cannot be written to is a `CommandFailure`.
 */
export function writeOutput(output: string | undefined, content: string, inputs: readonly InputFile[]): void {
  const whole = content === '' || content.endsWith('\n') ? content : `${content}\n`;
  writePieces(output, [whole], inputs);
}

/** The same for what is too long to be made at once. */
export function writePieces(output: string | undefined, pieces: Iterable<string>, inputs: readonly InputFile[]): void {
  if (output === undefined || output === STANDARD) {
    for (const piece of pieces) process.stdout.write(piece);
    return;
  }
  refuseToOverwrite(output, inputs);
  let bytes: number;
  try {
    bytes = writeWhole(output, pieces);
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    // What is thrown while the pieces are made is no matter of the disk.
    if (syscall === undefined) throw error;
    const why = code === 'ENOENT' ? 'there is no such folder' : reasonOf(error);
    throw new CommandFailure(`Cannot write ${output}: ${why}. Nothing was written.`);
  }
  process.stderr.write(`Wrote ${output} (${sizeInWords(bytes)}).\n`);
}

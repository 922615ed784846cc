/**
 * Why a file could not be read.
 *
 * - `empty`: no bytes, or nothing but blanks
 * - `too-large`: the file, or what it unpacks to, is over a limit
 * - `zip-bomb`: it unpacks to far more than an honest document of its size would
 * - `unknown-format`: nothing Pandect reads (a picture, a program)
 * - `wrong-kind`: a format that is known but not read (.doc, .xlsx), with what to save it as
 * - `password`: locked with a password
 * - `truncated`: the end of the file is missing
 * - `damaged`: all there, but broken inside
 * - `not-text`: bytes that are not words in any encoding Pandect reads
 * - `unsafe-xml`: XML with a document type or entities of its own, which no office program writes
 * - `too-deep`: nested more deeply than an honest document
 * - `too-slow`: took longer than the limit
 * - `no-words`: pictures of pages without any text (a scan)
 */
export type ReadFailureKind =
  | 'empty'
  | 'too-large'
  | 'zip-bomb'
  | 'unknown-format'
  | 'wrong-kind'
  | 'password'
  | 'truncated'
  | 'damaged'
  | 'not-text'
  | 'unsafe-xml'
  | 'too-deep'
  | 'too-slow'
  | 'no-words';

/** `message` says to a non-programmer what happened, where, and what to do about it. */
export interface ReadFailure {
  readonly kind: ReadFailureKind;
  readonly message: string;
}

/**
 * Carries a `ReadFailure` out of the depths of a parser whose callbacks cannot return one. It never leaves the reader:
 * `catchFailure` turns it back into a value.
 */
export class ReadStopped extends Error {
  readonly failure: ReadFailure;

  constructor(failure: ReadFailure) {
    super(failure.message);
    this.name = 'ReadStopped';
    this.failure = failure;
  }
}

/** Leaves the reader with a failure. */
export function stop(kind: ReadFailureKind, message: string): never {
  throw new ReadStopped({ kind, message });
}

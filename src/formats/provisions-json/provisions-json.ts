import { z } from 'zod';
import type { Instrument } from '../../legaltext/instrument.ts';
import type { Operation } from '../../legaltext/operation.ts';
import { MAX_HEIGHT, Version } from '../../legaltext/version.ts';
import { failed, ok, type Result } from '../../values/result.ts';
import { refuse, type ProvisionsJsonFailure } from './failure.ts';
import { bracketDepth, MAX_BRACKETS, MAX_CHARACTERS } from './limits.ts';
import { instrumentSchema, operationSchema, operationValue } from './operations.ts';
import { issueInWords } from './issue-in-words.ts';
import { provisionSchema, provisionValue } from './values.ts';

/**
 * Pandect's own files: a text, a list of operations or a list of instruments in JSON, with nothing left out and nothing
 * added. The first two names in a file say what it is; `FORMAT.md` beside this file is the form in full.
 *
 *     { "format": "pandect-version", "formatVersion": 1, "hash": "…", "root": { "id": "root", "kind": "code", … } }
 *     { "format": "pandect-operations", "formatVersion": 1, "operations": [ … ] }
 *     { "format": "pandect-instruments", "formatVersion": 1, "instruments": [ … ] }
 */
const FORMAT_VERSION = 1;
const FORMATS = ['pandect-version', 'pandect-operations', 'pandect-instruments'] as const;
export type ProvisionsJsonFormat = (typeof FORMATS)[number];

const versionFile = z.strictObject({
  format: z.literal('pandect-version'),
  formatVersion: z.literal(FORMAT_VERSION),
  hash: z.string().optional(),
  root: provisionSchema,
});
const operationsFile = z.strictObject({
  format: z.literal('pandect-operations'),
  formatVersion: z.literal(FORMAT_VERSION),
  operations: z.array(operationSchema),
});
const instrumentsFile = z.strictObject({
  format: z.literal('pandect-instruments'),
  formatVersion: z.literal(FORMAT_VERSION),
  instruments: z.array(instrumentSchema),
});

/** Which of our files this is, by its beginning; undefined when it is none. Constant time. */
export function provisionsJsonFormat(source: string | Uint8Array): ProvisionsJsonFormat | undefined {
  const start = typeof source === 'string' ? source.slice(0, 400) : new TextDecoder().decode(source.subarray(0, 400));
  const named = /^\uFEFF?\s*\{\s*"format"\s*:\s*"([a-z-]+)"/u.exec(start)?.[1];
  return FORMATS.find((format) => format === named);
}

/** A text as a file, with its hash for whoever wants to compare without reading. Linear in its size. */
export function writeVersionJson(version: Version): string {
  return written('pandect-version', { hash: version.hash, root: provisionValue(version.root) });
}

/** Operations as a file. */
export function writeOperationsJson(operations: readonly Operation[]): string {
  return written('pandect-operations', { operations: operations.map(operationValue) });
}

/** An instrument that cannot be written: one of its parts is worked out on the text it meets, so there is no list of it. */
export interface InstrumentNotWritable {
  readonly kind: 'instrument-not-writable';
  readonly instrument: string;
  readonly part: number;
  readonly message: string;
}

/** Instruments as a file, or which of them cannot be written. */
export function writeInstrumentsJson(instruments: readonly Instrument[]): Result<string, InstrumentNotWritable> {
  const values: unknown[] = [];
  for (const instrument of instruments) {
    const parts: unknown[] = [];
    for (const [index, part] of instrument.parts.entries()) {
      if (typeof part.operations === 'function')
        return failed({
          kind: 'instrument-not-writable',
          instrument: instrument.id,
          part: index,
          message: `Part ${index + 1} of "${instrument.name}" is worked out on the text it meets and has no list of operations. Apply it to a text first, and write what came of it.`,
        });
      parts.push({ commencement: part.commencement, operations: part.operations.map(operationValue) });
    }
    values.push({ ...instrument, parts });
  }
  return ok(written('pandect-instruments', { instruments: values }));
}

/**
 * Reads a text. A file that is broken, deeper than 500 levels or in which two provisions have one id is refused, with the
 * path of what is wrong; so is one whose hash is not that of its text (somebody edited it by hand: leave the hash out).
 */
export function readVersionJson(source: string | Uint8Array): Result<Version, ProvisionsJsonFailure> {
  const read = readFile(source, 'pandect-version', versionFile);
  if (read.kind === 'failed') return read;
  const version = Version.of(read.value.root);
  if (version.kind === 'failed') return failed(refuse('refused', 'root', version.failure.message));
  if (read.value.hash !== undefined && read.value.hash !== version.value.hash)
    return failed(
      refuse(
        'refused',
        'hash',
        'The text of this file is not the one its hash was made of. If the change was meant, take the line "hash" out and read it again.',
      ),
    );
  return version;
}

/** Reads a list of operations. */
export function readOperationsJson(source: string | Uint8Array): Result<readonly Operation[], ProvisionsJsonFailure> {
  const read = readFile(source, 'pandect-operations', operationsFile);
  return read.kind === 'failed' ? read : ok(read.value.operations);
}

/** Reads a list of instruments. */
export function readInstrumentsJson(source: string | Uint8Array): Result<readonly Instrument[], ProvisionsJsonFailure> {
  const read = readFile(source, 'pandect-instruments', instrumentsFile);
  return read.kind === 'failed' ? read : ok(read.value.instruments);
}

const written = (format: ProvisionsJsonFormat, content: object): string =>
  `${JSON.stringify({ format, formatVersion: FORMAT_VERSION, ...content }, null, 1)}\n`;

function readFile<Value>(
  source: string | Uint8Array,
  format: ProvisionsJsonFormat,
  schema: z.ZodType<Value>,
): Result<Value, ProvisionsJsonFailure> {
  const parsed = parseJson(source);
  if (parsed.kind === 'failed') return parsed;
  const head = z.looseObject({ format: z.literal(format), formatVersion: z.number() }).safeParse(parsed.value);
  if (!head.success)
    return failed(
      refuse(
        'not-this-format',
        'format',
        `This is not a file of the form "${format}": it does not begin with that name and a "formatVersion". Choose the file that Pandect wrote.`,
      ),
    );
  if (head.data.formatVersion > FORMAT_VERSION)
    return failed(
      refuse(
        'newer-version',
        'formatVersion',
        `This file was written by a later Pandect (form ${head.data.formatVersion}; this one reads form ${FORMAT_VERSION}). Read it with that one, or write it again in the older form.`,
      ),
    );
  const value = schema.safeParse(parsed.value);
  if (value.success) return ok(value.data);
  const { path, message } = innermost(value.error.issues[0]);
  return failed(
    refuse(
      'not-valid',
      path,
      `${path === '' ? 'This file' : `The value at ${path}`} is not as it should be: ${message}`,
    ),
  );
}

function parseJson(source: string | Uint8Array): Result<unknown, ProvisionsJsonFailure> {
  if (source.length > MAX_CHARACTERS)
    return failed(
      refuse('too-large', '', 'This file is larger than any text that is read. Split it by title or part.'),
    );
  let json: string;
  try {
    json =
      typeof source === 'string'
        ? source.replace(/^\uFEFF/u, '')
        : new TextDecoder('utf-8', { fatal: true }).decode(source);
  } catch {
    return failed(refuse('not-json', '', 'This file holds bytes that are not UTF-8 text. Save it again as UTF-8.'));
  }
  if (bracketDepth(json, MAX_BRACKETS) > MAX_BRACKETS)
    return failed(
      refuse('too-deep', '', `This file is nested deeper than a text of ${MAX_HEIGHT} levels, the most that is read.`),
    );
  try {
    const value: unknown = JSON.parse(json);
    return ok(value);
  } catch (error) {
    const where = error instanceof SyntaxError ? ` (${error.message})` : '';
    return failed(
      refuse('not-json', '', `This file is not JSON${where}. Export it again, or mend it where it breaks off.`),
    );
  }
}

/** The issue that a reader can act on: within a choice of forms, the one of the form that got furthest. */
function innermost(issue: z.core.$ZodIssue | undefined): { readonly path: string; readonly message: string } {
  const path: PropertyKey[] = [];
  let at = issue;
  for (;;) {
    if (at === undefined) return { path: pathText(path), message: 'it has an unknown form.' };
    path.push(...at.path);
    if (at.code !== 'invalid_union' || at.errors.length === 0)
      return { path: pathText(path), message: issueInWords(at) };
    const branches = at.errors.map((issues) => issues[0]).filter((each) => each !== undefined);
    const next = branches.reduce<z.core.$ZodIssue | undefined>(
      (best, each) => (best === undefined || each.path.length > best.path.length ? each : best),
      undefined,
    );
    at = next;
  }
}

const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text === '' ? String(step) : `${text}.${String(step)}`;
  }, '');

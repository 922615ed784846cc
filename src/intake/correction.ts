/**
 * Corrections: a person's value put in the place of what was read, the words of the source untouched.
 *
 * A correction names a field by its path in the record (`raised`, `decisionDates.0.date`) and says what it should be,
 * as a person types it. How the words are read follows from what stands there now: a date is read as a date, a
 * reference as a reference. Words that cannot be read so are refused with a sentence.
 */
import type { Field, PackContents, PackRecord } from '../formats/pack/model.ts';
import { packRecords } from '../formats/pack/model.ts';
import { civilDate, readPartialDate, type PartialDate } from '../values/partial-date.ts';
import { readRag } from '../values/rag.ts';
import { failed, ok, type Result } from '../values/result.ts';
import type { Correction } from './model.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const isField = (value: unknown): value is Field<unknown> =>
  typeof value === 'object' && value !== null && 'value' in value && 'raw' in value && 'span' in value;

const isPartialDate = (value: unknown): value is PartialDate =>
  typeof value === 'object' && value !== null && 'precision' in value && 'raw' in value;

/** The record of a key, among all of the pack. */
export const recordByKey = (contents: PackContents, key: string): PackRecord | null =>
  packRecords(contents).find((record) => record.key === key) ?? null;

/** Reads the words as the same sort of value as `present`; a failure says what is wanted. */
function readAs(present: unknown, words: string): Result<unknown, string> {
  if (isPartialDate(present)) {
    const date = readPartialDate(words);
    if (date.precision === 'impossible')
      return failed(`“${words}” is no day of the calendar. Write it like 23/11/2022, April 2024 or TBC.`);
    return ok({ ...date, raw: present.raw });
  }
  if (typeof present === 'number') {
    const number = Number(words.replace(/[£,\s]/g, ''));
    return words.trim() === '' || Number.isNaN(number) ? failed(`“${words}” is not a number.`) : ok(number);
  }
  if (typeof present === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(present)) {
    const date = readPartialDate(words);
    const [year, month, day] = (date.earliest ?? '').split('-').map(Number);
    const civil = date.precision === 'day' ? civilDate(year ?? 0, month ?? 0, day ?? 0) : null;
    return civil === null ? failed(`“${words}” is not a day. Write it like 23/11/2022.`) : ok(civil);
  }
  if (typeof present === 'string') return ok(words.trim());
  if (present === null) {
    const rag = readRag(words);
    return rag === null ? failed(`“${words}” is none of red, amber or green.`) : ok(rag);
  }
  return failed('This part of the record cannot be corrected here. Accept the pack, then edit the record itself.');
}

function setAt(node: unknown, path: readonly string[], words: string): Result<unknown, string> {
  if (isField(node) && (path.length === 0 || !(path[0] ?? '').match(/^(?:value|raw|span)$/))) {
    const inner = path.length === 0 ? readAs(node.value, words) : setAt(node.value, path, words);
    return inner.kind === 'failed' ? inner : ok({ ...node, value: inner.value });
  }
  const [head, ...rest] = path;
  if (head === undefined) return readAs(node, words);
  if (Array.isArray(node)) {
    const index = Number(head);
    if (!(index in node)) return failed(`The record has no part “${head}”.`);
    const inner = setAt(node[index], rest, words);
    return inner.kind === 'failed' ? inner : ok(node.map((item: unknown, at) => (at === index ? inner.value : item)));
  }
  if (typeof node === 'object' && node !== null && head in node) {
    const inner = setAt((node as Record<string, unknown>)[head], rest, words);
    return inner.kind === 'failed' ? inner : ok({ ...node, [head]: inner.value });
  }
  return failed(`The record has no field “${head}”.`);
}

/** Replaces a record by key, wherever in the contents it stands (agenda items hold their sections). */
function replaceRecord(node: Json, key: string, replacement: Json): Json {
  if (Array.isArray(node)) return node.map((item: Json) => replaceRecord(item, key, replacement));
  if (typeof node === 'object' && node !== null) {
    const object = node as { readonly [key: string]: Json };
    if (object['key'] === key && typeof object['kind'] === 'string') return replacement;
    return Object.fromEntries(
      Object.entries(object).map(([name, value]) => [name, replaceRecord(value, key, replacement)]),
    );
  }
  return node;
}

/** The contents with one correction made, or why it cannot be. The source's words and spans stay as they were. */
export function applyCorrection(contents: PackContents, correction: Correction): Result<PackContents, string> {
  const record = recordByKey(contents, correction.recordKey);
  if (record === null) return failed(`The pack holds no record “${correction.recordKey}”.`);
  const corrected = setAt(record, correction.path.split('.'), correction.words);
  if (corrected.kind === 'failed') return corrected;
  return ok(replaceRecord(contents as unknown as Json, record.key, corrected.value as Json) as unknown as PackContents);
}

/** The contents with all corrections made, in order. A correction was checked when it was made, so failing is a bug. */
export function applyCorrections(contents: PackContents, corrections: readonly Correction[]): PackContents {
  return corrections.reduce((current, correction) => {
    const next = applyCorrection(current, correction);
    if (next.kind === 'failed') throw new Error(`A stored correction no longer fits: ${next.failure}`);
    return next.value;
  }, contents);
}

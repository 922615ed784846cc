/** Whole numbers as people type them into a field. */
import type { SaveManner, Saved } from '../api/queries.ts';
import type { Problem } from '../api/problem.ts';
import { failed, ok, type Result } from '../../values/result.ts';

/** Nothing typed is null; anything but a whole number is a problem at that field, so that it is never lost in silence. */
export function readWholeNumber(words: string, field: string): Result<number | null, Problem> {
  const typed = words.trim();
  if (typed === '') return ok(null);
  if (/^\d{1,6}$/.test(typed)) return ok(Number(typed));
  const message = `“${typed}” is no whole number. Write it in digits, for example 15.`;
  return failed({
    kind: 'problem',
    type: 'about:blank',
    title: 'Not a number',
    status: 0,
    detail: message,
    code: 'not-a-number',
    errors: [{ field, message }],
  });
}

type Save = (body: Readonly<Record<string, unknown>>, manner: SaveManner) => Promise<Result<Saved, Problem>>;

/** Saves a field that holds a whole number or nothing. */
export const savingWholeNumber =
  (save: Save, field: string) =>
  async (words: string, manner: SaveManner): Promise<Result<Saved, Problem>> => {
    const read = readWholeNumber(words, field);
    return read.kind === 'failed' ? read : save({ [field]: read.value }, manner);
  };

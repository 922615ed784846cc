/** Cursors of lists: the sort key and id of the last row given out, opaque to the caller. */
import { failed, ok, type Result } from '../../values/result.ts';
import { problem, type Problem } from '../errors/problem.ts';

/** Turns the last row's keys into a cursor. */
export const writeCursor = (keys: readonly (string | number | null)[]): string =>
  Buffer.from(JSON.stringify(keys)).toString('base64url');

/** Reads a cursor of `length` keys back; null for the first page, a problem for one that no list gave out. */
export function readCursor(
  cursor: string | undefined,
  length: number,
): Result<readonly (string | number | null)[] | null, Problem> {
  if (cursor === undefined) return ok(null);
  const notOurs = problem(
    'invalid-request',
    'The page cursor is not one that this list gave out. Start again from the first page.',
  );
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (
      Array.isArray(keys) &&
      keys.length === length &&
      keys.every((key) => key === null || typeof key === 'string' || typeof key === 'number')
    ) {
      return ok(keys as (string | number | null)[]);
    }
  } catch {
    return failed(notOurs); // not even JSON
  }
  return failed(notOurs);
}

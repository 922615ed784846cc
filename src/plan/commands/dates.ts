import { failed, ok, type Result } from '../../values/result.ts';
import { readPartialDate, type PartialDate } from '../../values/partial-date.ts';
import { problem, type Problem } from '../../platform/errors/problem.ts';

/** A date as a person typed it; empty words take the date away. Refuses words that are no date. */
export function dateFromWords(
  what: string,
  words: string | null | undefined,
): Result<PartialDate | null | undefined, Problem> {
  if (words === undefined) return ok(undefined);
  if (words === null || words.trim() === '') return ok(null);
  const date = readPartialDate(words.trim());
  const names = date.precision !== 'impossible' && (date.precision !== 'unknown' || /^tb[acd]\??$/i.test(words.trim()));
  if (names) return ok(date);
  return failed(
    problem(
      'invalid-value',
      `“${words}” is no date for the ${what}. Give a day (30 Jun 2024), a month (June 2024), a milestone (M10) or TBC.`,
      [{ path: `body.${what}`, message: 'Not a date' }],
    ),
  );
}

/** The columns of a partial date: its value, and the day lists sort by. Nothing where it is not to change. */
export const dateColumns = (
  column: string,
  date: PartialDate | null | undefined,
): Readonly<Record<string, PartialDate | string | null>> =>
  date === undefined ? {} : { [column]: date, [`${column}_earliest`]: date?.earliest ?? null };

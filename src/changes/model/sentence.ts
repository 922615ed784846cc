/** The register's one true sentence. */
import { printCivilDate, type CivilDate } from '../../values/partial-date.ts';

export interface RegisterFacts {
  readonly changes: number;
  readonly issues: number;
  /** Number of codes the changes are in. */
  readonly codes: number;
  readonly moved: number | null;
  readonly since: CivilDate | null;
  /** Short names of bodies expected to make a return that have made none in the latest period. */
  readonly silent: readonly string[];
  /** The latest period with any return: `CCAG-12` or `2022-11`; null before the first. */
  readonly period: string | null;
  /** True when the list shows only changes in flight. */
  readonly inFlight: boolean;
}

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Small numbers in words, as running text has them. */
export const numberWord = (count: number): string => NUMBERS[count] ?? String(count);

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** `A`, `A and B`, `A, B and C`. */
export const joinWords = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;

/** `18 changes and 1 issue in flight in three codes; 5 moved since 26 Oct 2022; BSC has made no return this month.` */
export function registerSentence(facts: RegisterFacts): string {
  const place = facts.codes === 0 ? '' : ` in ${numberWord(facts.codes)} ${facts.codes === 1 ? 'code' : 'codes'}`;
  const issues = facts.issues === 0 ? '' : ` and ${counted(facts.issues, 'issue')}`;
  const parts = [
    `${facts.changes === 0 ? 'No changes' : counted(facts.changes, 'change')}${issues}${facts.inFlight ? ' in flight' : ''}${place}`,
  ];
  if (facts.moved !== null && facts.since !== null)
    parts.push(`${facts.moved === 0 ? 'none' : facts.moved} moved since ${printCivilDate(facts.since)}`);
  if (facts.period !== null && facts.silent.length > 0)
    parts.push(
      `${joinWords(facts.silent)} ${facts.silent.length === 1 ? 'has' : 'have'} made no return ${
        /^\d{4}-\d{2}$/.test(facts.period) ? 'this month' : `for ${facts.period.replace('-', ' ')}`
      }`,
    );
  return `${parts.join('; ')}.`;
}

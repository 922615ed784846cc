import type { HeadingRule, Level, Series } from './model.ts';

/** Builders for the levels that many codes share, so that a style reads as a list of what it has. */

type Where = Pick<Level, 'within' | 'outside'>;

/** A division announced by a word: `SCHEDULE 5`, `Annex S-2`. */
export const division = (kind: string, rank: number, words: readonly string[] = [kind], names = words): Level => ({
  kind,
  number: { form: 'keyword', words },
  heading: 'line',
  names,
  division: true,
  rank,
});

/** Dotted numbers from one segment to five, each a rank further in, beginning with `rank`. */
export const dottedLevels = (
  kind: string,
  rank: number,
  names: readonly string[],
  options: Where & { readonly letters?: boolean; readonly headed?: number } = {},
): readonly Level[] =>
  [1, 2, 3, 4, 5].map((segments) => ({
    kind,
    number: { form: 'dotted', segments, letters: options.letters ?? false },
    heading: segments <= (options.headed ?? 3) ? 'guess' : 'none',
    names,
    division: false,
    rank: rank + segments - 1,
    ...whereOf(options),
  }));

/** One sign in brackets. */
export const bracketed = (
  kind: string,
  rank: number,
  series: Series,
  names: readonly string[],
  options: Where & { readonly heading?: HeadingRule } = {},
): Level => ({
  kind,
  number: { form: 'bracketed', series },
  heading: options.heading ?? 'none',
  names,
  division: false,
  rank,
  ...whereOf(options),
});

const whereOf = ({ within, outside }: Where): Where => ({
  ...(within === undefined ? {} : { within }),
  ...(outside === undefined ? {} : { outside }),
});

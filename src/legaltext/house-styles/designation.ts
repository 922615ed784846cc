import type { InsertionRule, Series } from './model.ts';
import { romanValue, toRoman } from './roman.ts';
import { chainKey, chainsAfter, printChain, readChain, type Chain } from './suffix-chain.ts';

/**
 * One segment of a number, read: the `3A` of `2.3A`, the `iia` of `(iia)`. A count in a series, with letters before it
 * (A1, before 1) or after it (1A, after 1). In a series of letters under the parliamentary rule the whole is a chain and
 * there is no count; under the American rule letters are counted (z, aa, bb) and inserted ones carry a number (a-1).
 */
export interface Designation {
  readonly series: Series;
  readonly rule: InsertionRule;
  readonly count: number | null;
  /** Digits of a count that is written with leading zeros: 2 for `04`. */
  readonly width: number;
  /** Letters beside a count in lower case, the American way with sections: `101a`. */
  readonly small: boolean;
  readonly before: Chain;
  readonly after: Chain;
  /** After a hyphen: the 1A of `a-1A`. */
  readonly inserted: Designation | null;
}

const NO_CHAIN: Chain = [];
const LONGEST = 40;

const plain = (series: Series, rule: InsertionRule, count: number | null): Designation => ({
  series,
  rule,
  count,
  width: 0,
  small: false,
  before: NO_CHAIN,
  after: NO_CHAIN,
  inserted: null,
});

const isUpper = (series: Series): boolean => series === 'upper-letter' || series === 'upper-roman';

/** Reads a segment as one of a series; null when it is none. Constant time: segments over 40 characters are none. */
export function readDesignation(segment: string, series: Series, rule: InsertionRule): Designation | null {
  if (segment === '' || segment.length > LONGEST) return null;
  switch (series) {
    case 'decimal':
      return readDecimal(segment, rule);
    case 'lower-letter':
    case 'upper-letter':
      return readLetters(segment, series, rule);
    case 'lower-roman':
    case 'upper-roman':
      return readRoman(segment, series, rule);
  }
}

function readDecimal(segment: string, rule: InsertionRule): Designation | null {
  // Letters of one case only; small ones are the American way (47-101a), but are read everywhere.
  const found = /^([A-Z][A-Z\d]*?)??(\d{1,9})([A-Z][A-Z\d]*|[a-z][a-z\d]*)?$/.exec(segment);
  if (found === null) return null;
  const [, before = '', digits = '', after = ''] = found;
  const beforeChain = readChain(before.toLowerCase());
  const afterChain = readChain(after.toLowerCase());
  if (beforeChain === null || afterChain === null) return null;
  const width = digits.startsWith('0') ? digits.length : 0;
  const small = after !== '' && after === after.toLowerCase();
  return { ...plain('decimal', rule, Number(digits)), width, small, before: beforeChain, after: afterChain };
}

function readLetters(segment: string, series: Series, rule: InsertionRule): Designation | null {
  const upper = isUpper(series);
  if (!(upper ? /^[A-Z][A-Z\d]*(?:-[\dA-Z]+)?$/ : /^[a-z][a-z\d]*(?:-[\dA-Z]+)?$/).test(segment)) return null;
  if (rule === 'parliamentary') {
    const chain = readChain(segment.toLowerCase());
    return chain === null ? null : { ...plain(series, rule, null), after: chain };
  }
  const [letters = '', number] = segment.toLowerCase().split('-');
  const first = letters.charCodeAt(0);
  for (let index = 1; index < letters.length; index += 1) if (letters.charCodeAt(index) !== first) return null;
  const count = (letters.length - 1) * 26 + first - 96;
  if (number === undefined) return plain(series, rule, count);
  const inserted = readDesignation(number.toUpperCase(), 'decimal', rule);
  return inserted === null ? null : { ...plain(series, rule, count), inserted };
}

function readRoman(segment: string, series: Series, rule: InsertionRule): Designation | null {
  const upper = isUpper(series);
  if (!(upper ? /^[A-Z][A-Z\d]*(?:-[\dA-Z]+)?$/ : /^[a-z][a-z\d]*(?:-[\dA-Z]+)?$/).test(segment)) return null;
  const [letters = '', number] = segment.toLowerCase().split('-');
  if (number !== undefined) {
    const count = romanValue(letters);
    const inserted = readDesignation(number.toUpperCase(), 'decimal', rule);
    return rule !== 'american' || count === null || inserted === null
      ? null
      : { ...plain(series, rule, count), inserted };
  }
  // The longest numeral from the left, then letters after it; else letters before the longest numeral at the right.
  for (let length = Math.min(letters.length, 15); length > 0; length -= 1) {
    const count = romanValue(letters.slice(0, length));
    const after = count === null ? null : readChain(letters.slice(length));
    if (count !== null && after !== null) return { ...plain(series, rule, count), after };
  }
  for (let start = 1; start < letters.length; start += 1) {
    const count = romanValue(letters.slice(start));
    const before = count === null ? null : readChain(letters.slice(0, start));
    if (count !== null && before !== null) return { ...plain(series, rule, count), before };
  }
  return null;
}

/** The segment as printed: the inverse of `readDesignation`. */
export function printDesignation(read: Designation): string {
  const { series, count } = read;
  const body =
    count === null
      ? ''
      : series === 'decimal'
        ? String(count).padStart(read.width, '0')
        : series === 'lower-roman' || series === 'upper-roman'
          ? toRoman(count)
          : String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.ceil(count / 26));
  const letters = (chain: Chain): string => {
    const text = printChain(chain);
    return series === 'decimal' && !read.small ? text.toUpperCase() : text;
  };
  const all = letters(read.before) + body + letters(read.after);
  const cased = isUpper(series) ? all.toUpperCase() : all;
  return read.inserted === null ? cased : `${cased}-${printDesignation(read.inserted)}`;
}

const BEFORE = 0;
const ITSELF = 1;
/** Closes the letters before a count, so that A1 comes before AA1. */
const CLOSED = -1000;

/** Numbers that sort as designations of one series do, compared one by one, the shorter of equal beginnings first. */
export function designationKey(read: Designation): readonly number[] {
  const place = read.before.length > 0 ? [BEFORE, ...chainKey(read.before), CLOSED] : [ITSELF];
  const inserted = read.inserted === null ? [] : designationKey(read.inserted);
  return [read.count ?? 0, ...place, ...chainKey(read.after), ...inserted];
}

/** Compares two keys. */
export function compareKeys(a: readonly number[], b: readonly number[]): number {
  const shared = Math.min(a.length, b.length);
  for (let index = 0; index < shared; index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return Math.sign(difference);
  }
  return Math.sign(a.length - b.length);
}

/** What could follow `last` at the end of a series, best first. */
export function designationsFollowing(last: Designation): readonly Designation[] {
  const { series, rule, count } = last;
  const bare = { ...last, before: NO_CHAIN, after: NO_CHAIN, inserted: null };
  if (count !== null) {
    // After A1 comes 1 where that is free, which the caller sees to; otherwise the next count.
    const next = [1, 2, 3].map((by) => ({ ...bare, count: count + by }));
    return last.before.length > 0 ? [bare, ...next] : next;
  }
  const [first] = last.after;
  if (
    rule === 'parliamentary' &&
    first !== undefined &&
    last.after.length === 1 &&
    first.letter < 26 &&
    first.forward === 0
  )
    return [{ ...bare, after: [{ ...first, letter: first.letter + 1 }] }];
  return chainsAfter(last.after).map((after) => ({ ...plain(series, rule, null), after }));
}

/** What could stand just after `low`, best first; the caller takes the first that sorts before what follows. */
export function designationsAfter(low: Designation): readonly Designation[] {
  if (low.rule === 'american' && low.series !== 'decimal') {
    if (low.inserted !== null)
      return [...designationsFollowing(low.inserted), ...designationsAfter(low.inserted)].map((inserted) => ({
        ...low,
        inserted,
      }));
    const one = plain('decimal', low.rule, 1);
    return [one, ...designationsBefore(one)].map((inserted) => ({ ...low, inserted }));
  }
  if (low.before.length > 0)
    return [
      ...chainsAfter(low.before).map((before) => ({ ...low, before })),
      { ...low, before: NO_CHAIN, after: NO_CHAIN },
    ];
  const own = chainsAfter(low.after).map((after) => ({ ...low, after }));
  // Where the next count has letters before it (2 then A3), more of those fit too.
  return own;
}

/** What could stand just before `high`, where nothing stands before that, best first. */
export function designationsBefore(high: Designation): readonly Designation[] {
  if (high.count === null) {
    const [first] = high.after;
    const forward = first === undefined ? 0 : first.forward;
    return [0, 1, 2].map((more) => ({
      ...high,
      after: [{ forward: forward + more, letter: 1, beyond: 0 }],
    }));
  }
  if (high.inserted !== null) return designationsBefore(high.inserted).map((inserted) => ({ ...high, inserted }));
  // American letters have nothing that stands before the first of them.
  if (high.rule === 'american' && high.series !== 'decimal') return [];
  const bare = { ...high, before: NO_CHAIN, after: NO_CHAIN, inserted: null };
  if (high.before.length === 0 && high.after.length > 0) return [bare, ...designationsBefore(bare)];
  const forward = high.before[0]?.forward ?? -1;
  return [forward, forward + 1, forward + 2]
    .filter((each) => each >= 0)
    .map((each) => ({ ...bare, before: [{ forward: each, letter: 1, beyond: 0 }] }));
}

/** The words people read for the values of a code body's profile. */
import type { Option } from '../parts/fields.tsx';
import type { Capacity, CodeBody, ReleaseKind, ReleaseRule, Scheme } from './answers.ts';

export const BODY_KIND_WORDS: Readonly<Record<CodeBody['kind'], string>> = {
  code: 'Code',
  programme: 'Programme',
  network: 'Network code',
};

export const STANDS_WORDS: Readonly<Record<Scheme['stands'], string>> = {
  modification: 'a change to the code',
  issue: 'an issue',
  'change-request': 'a change request to the programme',
  other: 'something else',
};

export const RELEASE_KIND_WORDS: Readonly<Record<ReleaseKind, string>> = {
  standard: 'Standard',
  'non-standard': 'Non-standard',
  special: 'Special',
  extraordinary: 'Extraordinary',
  charging: 'Charging',
};

export const CAPACITIES: readonly Capacity[] = ['recommend', 'decide', 'direct', 'consent'];

export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const WHICH_WORDS = { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', last: 'last' } as const;

/** `the last Thursday of February`, `1 April`. */
export const tellRule = (rule: ReleaseRule): string => {
  const month = MONTHS[rule.month - 1] ?? '';
  return rule.kind === 'day-of-month'
    ? `${String(rule.day)} ${month}`
    : `the ${WHICH_WORDS[rule.which]} ${WEEKDAYS[rule.weekday - 1] ?? ''} of ${month}`;
};

/** `R0001, R0002…`: how references of a scheme look. */
export const exampleOf = (scheme: Scheme): string =>
  `${scheme.scheme}${scheme.separator}${'1'.padStart(scheme.digits, '0')}${scheme.suffixes[0] ?? ''}`;

/** A record of words as the choices of a select. */
export const choices = (words: Readonly<Record<string, string>>): readonly Option[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** Names as the choices of a select whose values count from 1. */
export const numbered = (names: readonly string[]): readonly Option[] =>
  names.map((label, index) => ({ value: String(index + 1), label }));

/** `On Hold` → `on-hold`: a key for a name somebody typed. */
export const keyFrom = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);

/** Words with commas between them, as a list without blanks. */
export const listFrom = (words: string): readonly string[] =>
  words
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

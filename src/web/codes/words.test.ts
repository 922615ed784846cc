import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exampleOf, keyFrom, listFrom, tellRule } from './words.ts';

test('a key made from any name is one the server takes, or empty', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), (name) => {
      expect(keyFrom(name)).toMatch(/^(?:[a-z0-9][a-z0-9-]{0,59})?$/);
    }),
  );
  expect(keyFrom('Awaiting Authority’s decision')).toBe('awaiting-authority-s-decision');
});

test('rules are told as people say them', () => {
  const base = { name: 'February release', releaseKind: 'standard' as const, month: 2, basis: '' };
  expect(tellRule({ ...base, kind: 'weekday-of-month', weekday: 4, which: 'last' })).toBe(
    'the last Thursday of February',
  );
  expect(tellRule({ ...base, kind: 'day-of-month', day: 1 })).toBe('1 February');
});

test('an example of a scheme has its separator, its digits and its first suffix', () => {
  const scheme = { scheme: 'RI', names: 'issue', digits: 4, suffixes: ['A'], separator: '-', stands: 'issue' as const };
  expect(exampleOf(scheme)).toBe('RI-0001A');
});

test('words with commas between them become a list without blanks', () => {
  expect(listFrom(' Paused, , Parked ,')).toEqual(['Paused', 'Parked']);
});

import { expect, test } from 'vitest';
import { COVER, change, found } from '../fixtures/snippets.ts';

test('two words for one stage are one finding', () => {
  expect(
    found(
      'several-words-for-one-stage',
      COVER,
      change({ title: 'R0301 - One', status: 'With Authority' }),
      change({ title: 'MP290 - Two', status: 'Awaiting Authority consent' }),
    ),
  ).toHaveLength(1);
});

test('one word used twice is none', () => {
  expect(
    found(
      'several-words-for-one-stage',
      COVER,
      change({ title: 'R0301 - One', status: 'Consultation' }),
      change({ title: 'MP290 - Two', status: 'CONSULTATION' }),
    ),
  ).toEqual([]);
});

import { expect, test } from 'vitest';
import { COVER, change, found } from '../fixtures/snippets.ts';

test('a part of a month with a question mark is uncertain', () => {
  expect(found('uncertain-date', COVER, change({ decision: 'End July 24?' }))).toHaveLength(1);
});

test('a day and TBC are not', () => {
  for (const decision of ['31/7/24', 'TBC']) expect(found('uncertain-date', COVER, change({ decision }))).toEqual([]);
});

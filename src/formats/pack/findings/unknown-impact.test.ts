import { expect, test } from 'vitest';
import { COVER, change, found } from '../fixtures/snippets.ts';

test('words nobody has mapped are found', () => {
  expect(found('unknown-impact', COVER, change({ impact: 'Somewhat' }))).toHaveLength(1);
});

test('known words with a reason after a dash are known', () => {
  expect(found('unknown-impact', COVER, change({ impact: 'Of interest - Qualification' }))).toEqual([]);
});

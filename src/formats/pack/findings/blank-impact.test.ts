import { expect, test } from 'vitest';
import { COVER, change, found } from '../fixtures/snippets.ts';

test('an empty cell is found', () => {
  expect(found('blank-impact', COVER, change({ impact: '' }))).toHaveLength(1);
});

test('TBC says something', () => {
  expect(found('blank-impact', COVER, change({ impact: 'TBC' }))).toEqual([]);
});

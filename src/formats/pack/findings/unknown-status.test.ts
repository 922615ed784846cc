import { expect, test } from 'vitest';
import { COVER, change, found } from '../fixtures/snippets.ts';

test('a word nobody has mapped is found', () => {
  expect(found('unknown-status', COVER, change({ status: 'Percolating' }))).toHaveLength(1);
});

test('a state on hold is known', () => {
  expect(found('unknown-status', COVER, change({ status: 'On Hold' }))).toEqual([]);
});

import { expect, test } from 'vitest';
import { COVER, change, found } from '../fixtures/snippets.ts';

test('the second row with a reference is found', () => {
  expect(found('duplicate-record', COVER, change(), change({ summary: 'Again.' }))).toHaveLength(1);
});

test('different references are different records', () => {
  expect(found('duplicate-record', COVER, change(), change({ title: 'R0302 - Two' }))).toEqual([]);
});

import { expect, test } from 'vitest';
import { COVER, change, found } from '../fixtures/snippets.ts';

test('a dash here and a space there is one finding', () => {
  expect(
    found('mixed-title-separators', COVER, change({ title: 'R0301 - One' }), change({ title: 'R0302 Two' })),
  ).toHaveLength(1);
});

test('dashes throughout are none', () => {
  expect(
    found('mixed-title-separators', COVER, change({ title: 'R0301 - One' }), change({ title: 'R0302 - Two' })),
  ).toEqual([]);
});

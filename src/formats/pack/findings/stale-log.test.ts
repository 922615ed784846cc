import { expect, test } from 'vitest';
import { COVER, change, found } from '../fixtures/snippets.ts';

test('a log of the month before is stale', () => {
  expect(found('stale-log', COVER, 'CCAG Horizon Scanning Log 29 May 2024', change())).toHaveLength(1);
});

test('a log sent out with the pack is current', () => {
  expect(found('stale-log', COVER, 'CCAG Horizon Scanning Log 20 June 2024', change())).toEqual([]);
});

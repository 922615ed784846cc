import { expect, test } from 'vitest';
import { COVER, change, found } from '../fixtures/snippets.ts';

test('a decision before the raised date is an error', () => {
  expect(found('decided-before-raised', COVER, change({ raised: '12/1/24', decision: '1/12/23' }))[0]?.severity).toBe(
    'error',
  );
});

test('a decision the same month or unknown is fine', () => {
  for (const decision of ['January 2024', 'TBC', '13/1/24'])
    expect(found('decided-before-raised', COVER, change({ raised: '12/1/24', decision }))).toEqual([]);
});

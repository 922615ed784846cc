import { expect, test } from 'vitest';
import { COVER, actions, found } from '../fixtures/snippets.ts';

test('a recommendation to close is only a proposal', () => {
  expect(
    found(
      'proposed-closure',
      COVER,
      actions(['CCAG29-01', '24/04/2024', 'Settle it', 'Chair', '1/7/24', 'RECOMMEND CLOSED: Done.']),
    ),
  ).toHaveLength(1);
});

test('closed and ongoing are what they say', () => {
  expect(
    found(
      'proposed-closure',
      COVER,
      actions(
        ['CCAG29-01', '24/04/2024', 'Settle it', 'Chair', '1/7/24', 'CLOSED: Done.'],
        ['CCAG29-02', '24/04/2024', 'Ask', 'Chair', '1/7/24', 'ONGOING: Soon.'],
      ),
    ),
  ).toEqual([]);
});

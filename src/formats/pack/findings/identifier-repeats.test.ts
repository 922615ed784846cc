import { expect, test } from 'vitest';
import { COVER, found, risks } from '../fixtures/snippets.ts';

test('the same mark in every row tells none apart', () => {
  expect(
    found(
      'identifier-repeats',
      COVER,
      risks(
        ['R', 'There is a risk of rain', '1)Coat', 'Low Risk'],
        ['R', 'There is a risk of snow', '1)Hat', 'Low Risk'],
      ),
    ),
  ).toHaveLength(1);
});

test('numbers do', () => {
  expect(
    found(
      'identifier-repeats',
      COVER,
      risks(
        ['R1', 'There is a risk of rain', '1)Coat', 'Low Risk'],
        ['R2', 'There is a risk of snow', '1)Hat', 'Low Risk'],
      ),
    ),
  ).toEqual([]);
});

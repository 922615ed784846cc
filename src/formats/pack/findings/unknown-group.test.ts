import { expect, test } from 'vitest';
import { COVER, found, section } from '../fixtures/snippets.ts';

test('a group nobody has described is found once', () => {
  expect(
    found('unknown-group', COVER, section('News', 'INFORMATION', 'Update from XYZ 12 June 2024\n\n- Plan – noted')),
  ).toHaveLength(1);
});

test('a known group by its full name is known', () => {
  expect(
    found(
      'unknown-group',
      COVER,
      section('News', 'INFORMATION', 'Update from Programme Steering Group 12 June 2024\n\n- Plan – noted'),
    ),
  ).toEqual([]);
});

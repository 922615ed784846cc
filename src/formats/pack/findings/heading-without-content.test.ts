import { expect, test } from 'vitest';
import { COVER, found, section } from '../fixtures/snippets.ts';

test('a heading at the end of its section has lost what stood under it', () => {
  expect(
    found('heading-without-content', COVER, section('News', 'INFORMATION', 'Some words.\n\nA picture of the plan')),
  ).toHaveLength(1);
});

test('a heading over words is fine', () => {
  expect(
    found('heading-without-content', COVER, section('News', 'INFORMATION', 'The plan\n\nSome words follow here.')),
  ).toEqual([]);
});

import { expect, test } from 'vitest';
import { COVER, found, section } from '../fixtures/snippets.ts';

test('a link to nowhere is found', () => {
  expect(
    found('link-without-target', COVER, section('News', 'INFORMATION', '- Report available [here](#).')),
  ).toHaveLength(1);
});

test('a link to a page is fine', () => {
  expect(
    found(
      'link-without-target',
      COVER,
      section('News', 'INFORMATION', '- Report available [here](https://example.org/a).'),
    ),
  ).toEqual([]);
});

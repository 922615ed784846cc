import { expect, test } from 'vitest';
import { COVER, agenda, found, section } from '../fixtures/snippets.ts';

test('a title with a slip is joined and named', () => {
  expect(
    found(
      'title-differs',
      COVER,
      agenda(['1', 'Export Drafting Plan', 'Hear', 'Information', 'Chair', '10:00-10:10 10 mins', '1']),
      section('Exports Drafting Plan', 'INFORMATION', 'Some words.'),
    ),
  ).toHaveLength(1);
});

test('a part number makes no other title', () => {
  expect(
    found(
      'title-differs',
      COVER,
      agenda(['1', 'Export Drafting Plan', 'Hear', 'Information', 'Chair', '10:00-10:10 10 mins', '1']),
      section('Export Drafting Plan (1 of 2)', 'INFORMATION', 'Some words.'),
    ),
  ).toEqual([]);
});

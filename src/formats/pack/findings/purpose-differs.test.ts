import { expect, test } from 'vitest';
import { COVER, agenda, found, section } from '../fixtures/snippets.ts';

test('a section for discussion under an agenda item for information is found', () => {
  expect(
    found(
      'purpose-differs',
      COVER,
      agenda(['1', 'Export Plan', 'Hear', 'Information', 'Chair', '10:00-10:10 10 mins', '1']),
      section('Export Plan', 'DISCUSSION', 'Some words.'),
    ),
  ).toHaveLength(1);
});

test('the same purpose in capitals is the same', () => {
  expect(
    found(
      'purpose-differs',
      COVER,
      agenda(['1', 'Export Plan', 'Hear', 'Information', 'Chair', '10:00-10:10 10 mins', '1']),
      section('Export Plan', 'INFORMATION', 'Some words.'),
    ),
  ).toEqual([]);
});

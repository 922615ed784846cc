import { expect, test } from 'vitest';
import { COVER, agenda, found, section } from '../fixtures/snippets.ts';

test('minutes that are not what the times make are found', () => {
  expect(
    found('number-differs', COVER, agenda(['1', 'Export Plan', '', '', 'Chair', '10:00-10:10 15 mins', '1'])),
  ).toHaveLength(1);
});

test('minutes that the section gives otherwise are found', () => {
  expect(
    found(
      'number-differs',
      COVER,
      agenda(['1', 'Export Plan', '', '', 'Chair', '10:00-10:10 10 mins', '1']),
      section('Export Plan', 'INFORMATION', 'Some words.', 20),
    ),
  ).toHaveLength(1);
});

test('equal minutes are fine', () => {
  expect(
    found(
      'number-differs',
      COVER,
      agenda(['1', 'Export Plan', '', '', 'Chair', '10:00-10:10 10 mins', '1']),
      section('Export Plan', 'INFORMATION', 'Some words.', 10),
    ),
  ).toEqual([]);
});

import { expect, test } from 'vitest';
import { COVER, found, issues } from '../fixtures/snippets.ts';

test('a second reference beside an issue’s own is kept as words', () => {
  const [finding] = found(
    'second-reference',
    COVER,
    issues(['REC Issue RI-0052 CR-E207: Gate closure', 'REC Issue', 'Of interest']),
  );
  expect(finding?.message).toContain('CR-E207');
});

test('an issue with one reference is clear', () => {
  expect(
    found('second-reference', COVER, issues(['REC Issue RI-0052: Gate closure', 'REC Issue', 'Of interest'])),
  ).toEqual([]);
});

import { expect, test } from 'vitest';
import { COVER, change, found } from '../fixtures/snippets.ts';

test('a starred date with a footnote on implementation is read as such', () => {
  const note = '* The dates are the proposed implementation date.\t\t\t';
  const [finding] = found('footnoted-date', COVER, `${change({ decision: 'April 2025*' })}\n${note}`);
  expect(finding?.message).toContain('implementation date');
});

test('a date without a star keeps its meaning beside a footnote', () => {
  const note = '* The dates are the proposed implementation date.\t\t\t';
  expect(found('footnoted-date', COVER, `${change({ decision: '1/4/25' })}\n${note}`)).toEqual([]);
});

import { expect, test } from 'vitest';
import { COVER, change, found, pointedAt } from '../fixtures/snippets.ts';

test('a year with a digit too many is found, and the likely day suggested', () => {
  const parts = [COVER, change({ raised: '26/2/240' })];
  const [finding] = found('impossible-date', ...parts);
  expect(finding?.suggestion).toMatchObject({ path: 'raised', value: '26 Feb 2024' });
  expect(finding?.about).toBe('modification:REC/R/301/');
  expect(finding && pointedAt(finding, ...parts)).toBe('26/2/240');
});

test('a day no month has is found, without a guess', () => {
  const [finding] = found('impossible-date', COVER, change({ raised: '31/2/24' }));
  expect(finding?.suggestion).toBeNull();
});

test('real days, TBC and milestones are no false alarms', () => {
  for (const raised of ['26/2/24', '4 March 24', 'TBC', 'M8'])
    expect(found('impossible-date', COVER, change({ raised }))).toEqual([]);
});

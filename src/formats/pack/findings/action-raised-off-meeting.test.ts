import { expect, test } from 'vitest';
import { COVER, actions, found, section } from '../fixtures/snippets.ts';

test('the day of the last meeting, as the minutes give it, is taken over the siblings’', () => {
  const log = actions(
    ['CCAG30-01', '29/05/2024', 'Share the map', 'Chair', '1/7/24', 'ONGOING: x'],
    ['CCAG30-02', '22/05/2024', 'Ask TMAG', 'Chair', '1/7/24', 'ONGOING: x'],
    ['CCAG30-03', '22/05/2024', 'Sum up', 'Chair', '1/7/24', 'ONGOING: x'],
  );
  const minutes = section('Minutes', 'DECISION', '- Minutes from CCAG meeting held 29 May 2024');
  const findings = found('action-raised-off-meeting', COVER, minutes, log);
  expect(findings.map((finding) => finding.about)).toEqual(['action:CCAG30-02', 'action:CCAG30-03']);
  expect(findings[0]?.suggestion?.value).toBe('29 May 2024');
});

test('without the minutes, most of the siblings decide', () => {
  const log = actions(
    ['CCAG28-01', '27/03/2024', 'One', 'Chair', '1/7/24', 'ONGOING: x'],
    ['CCAG28-02', '27/03/2024', 'Two', 'Chair', '1/7/24', 'ONGOING: x'],
    ['CCAG28-03', '20/03/2024', 'Three', 'Chair', '1/7/24', 'ONGOING: x'],
  );
  expect(found('action-raised-off-meeting', COVER, log).map((finding) => finding.about)).toEqual(['action:CCAG28-03']);
});

test('siblings that agree are right', () => {
  const row = (ref: string): string[] => [ref, '27/03/2024', 'One', 'Chair', '1/7/24', 'ONGOING: x'];
  expect(found('action-raised-off-meeting', COVER, actions(row('CCAG28-01'), row('CCAG28-02')))).toEqual([]);
});

import { expect, test } from 'vitest';
import { COVER, actions, change, found, milestones, section } from '../fixtures/snippets.ts';

test('an open action overdue, an undecided change and a forecast in the past are found', () => {
  const log = actions(['CCAG28-02', '27/03/2024', 'Ask', 'Chair', '17/04/2024', 'ONGOING: Soon.']);
  expect(found('past-date', COVER, log)).toHaveLength(1);
  expect(found('past-date', COVER, change({ decision: '1/6/24' }))).toHaveLength(1);
  expect(found('past-date', COVER, change({ positions: 'First meeting to be held 7 th June 2024' }))).toHaveLength(1);
  expect(found('past-date', COVER, milestones(['Done (M5)', '1/5/24', '1/6/24', 'Green']))).toHaveLength(1);
  expect(
    found('past-date', COVER, section('End', 'INFORMATION', '- Next CCAG meeting 29 May 2024 at 10:00')),
  ).toHaveLength(1);
});

test('what was decided, closed or lies ahead is fine', () => {
  const log = actions(['CCAG28-02', '27/03/2024', 'Ask', 'Chair', '17/04/2024', 'RECOMMEND CLOSED: Done.']);
  const decided = change({ decision: '1/6/24', status: 'Approved' });
  const ahead = change({ title: 'R0302 - Two', decision: '1/9/24', positions: 'First meeting to be held 7 July 2024' });
  expect(
    found('past-date', COVER, log, decided, ahead, milestones(['Code (M8)', '1/5/25', '1/6/25', 'Green'])),
  ).toEqual([]);
});

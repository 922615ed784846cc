import { expect, test } from 'vitest';
import { COVER, found, milestones } from '../fixtures/snippets.ts';

test('an equal forecast is unexamined', () => {
  expect(
    found('forecast-copies-target', COVER, milestones(['Code delivered (M8)', '30/6/25', '30 June 2025', 'Green'])),
  ).toHaveLength(1);
});

test('another day is a forecast', () => {
  expect(
    found('forecast-copies-target', COVER, milestones(['Code delivered (M8)', '30/6/25', '14/7/25', 'Amber'])),
  ).toEqual([]);
});

import { expect, test } from 'vitest';
import { COVER, found, section } from '../fixtures/snippets.ts';

test('news that dates a group’s approval otherwise than its own report is found', () => {
  const body = (day: string): string =>
    `Update from DAG 12 June 2024\n\n- Baseline – DAG approved the Export Register Baseline\n\nWider Programme updates\n\nRegister baselined\n\n- On ${day}, the DAG approved the Export Register Baseline`;
  expect(found('contradictory-dates', COVER, section('Updates', 'INFORMATION', body('Monday 3 June')))).toHaveLength(1);
  expect(found('contradictory-dates', COVER, section('Updates', 'INFORMATION', body('Wednesday 12 June')))).toEqual([]);
});

test('another deed on another day is no contradiction', () => {
  const body =
    'Update from DAG 12 June 2024\n\n- Baseline – DAG approved the Export Register Baseline\n\nWider Programme updates\n\nTesting\n\n- On 3 June, the DAG agreed the calendar of workshops';
  expect(found('contradictory-dates', COVER, section('Updates', 'INFORMATION', body))).toEqual([]);
});

import { expect, test } from 'vitest';
import { COVER, change, found } from '../fixtures/snippets.ts';

test('the one date that disagrees with all others is found', () => {
  const changes = [
    change({ title: 'R0288 - One', raised: '25/6/24' }),
    change({ title: 'R0301 - Two', raised: '12/1/24' }),
    change({ title: 'R0310 - Three', raised: '26/2/24' }),
  ];
  const findings = found('out-of-sequence-raised-date', COVER, ...changes);
  expect(findings.map((finding) => finding.about)).toEqual(['modification:REC/R/288/']);
});

test('days logged a little out of order are no sign of an error', () => {
  expect(
    found(
      'out-of-sequence-raised-date',
      COVER,
      change({ title: 'R0059 - One', raised: '26/8/22' }),
      change({ title: 'R0064 - Two', raised: '22/8/22' }),
    ),
  ).toEqual([]);
});

test('bodies number for themselves', () => {
  expect(
    found(
      'out-of-sequence-raised-date',
      COVER,
      change({ title: 'DP206 - One', raised: '26/8/23' }),
      change({ title: 'R0264 - Two', raised: '22/8/22' }),
    ),
  ).toEqual([]);
});

import { expect, test } from 'vitest';
import { COVER, change, found } from '../fixtures/snippets.ts';

test('a row without an update among rows with one is found', () => {
  const dated = change({ title: 'R0301 - One', summary: 'Reads. Update 18.06.24 – No change.' });
  expect(
    found('missing-update', COVER, dated, change({ title: 'R0302 - Two' })).map((finding) => finding.about),
  ).toEqual(['modification:REC/R/302/']);
});

test('a body that dates none is named once', () => {
  const dated = change({ title: 'MP290 - One', summary: 'Reads. Update 18.06.24 – No change.' });
  expect(
    found('missing-update', COVER, dated, change({ title: 'R0302 - Two' }), change({ title: 'R0303 - Three' })),
  ).toHaveLength(1);
});

test('where nobody dates updates, nothing is missing', () => {
  expect(found('missing-update', COVER, change())).toEqual([]);
});

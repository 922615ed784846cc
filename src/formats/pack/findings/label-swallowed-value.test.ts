import { expect, test } from 'vitest';
import { COVER, change, found } from '../fixtures/snippets.ts';

test('a reference in the label’s cell is taken out of it', () => {
  expect(
    found('label-swallowed-value', COVER, change({ label: 'Change Title DCP377', title: 'Charges' })),
  ).toHaveLength(1);
});

test('a reference in the title’s cell is where it belongs', () => {
  expect(found('label-swallowed-value', COVER, change())).toEqual([]);
});

import { expect, test } from 'vitest';
import { COVER, change, found } from '../fixtures/snippets.ts';

test('a risk written like a change of the REC is told apart', () => {
  const [finding] = found(
    'ambiguous-reference',
    COVER,
    change({ label: 'Change Title DCP377', title: 'Charges', impact: 'Low (Risk R0331)' }),
  );
  expect(finding?.message).toContain('called a risk');
});

test('a change of the REC that mentions another is clear', () => {
  expect(found('ambiguous-reference', COVER, change({ summary: 'Extends R0288.' }))).toEqual([]);
});

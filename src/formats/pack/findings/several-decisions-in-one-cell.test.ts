import { expect, test } from 'vitest';
import { COVER, change, found } from '../fixtures/snippets.ts';

test('two deciders in one cell are kept apart', () => {
  const [finding] = found('several-decisions-in-one-cell', COVER, change({ decision: 'Panel – 13/8/24 Ofgem - TBC' }));
  expect(finding?.suggestion?.words).toContain('Panel 13 Aug 2024; Ofgem to be confirmed');
});

test('one decider is one decision', () => {
  expect(found('several-decisions-in-one-cell', COVER, change({ decision: 'Panel – 13/8/24' }))).toEqual([]);
});

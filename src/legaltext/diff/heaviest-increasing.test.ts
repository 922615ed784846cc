import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROPERTY_RUNS } from '../testing/runs.ts';
import { heaviestIncreasing } from './heaviest-increasing.ts';

/** By trying every run. */
function heaviest(values: readonly number[], weights: readonly number[], from = 0, above = -1): number {
  let most = 0;
  for (let index = from; index < values.length; index += 1) {
    const value = values[index] ?? 0;
    if (value > above) most = Math.max(most, (weights[index] ?? 0) + heaviest(values, weights, index + 1, value));
  }
  return most;
}

describe('the heaviest increasing run', () => {
  it('is increasing, in order, and no other weighs more', () => {
    const items = fc.uniqueArray(fc.nat({ max: 11 }), { maxLength: 9 });
    fc.assert(
      fc.property(
        items,
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 9, maxLength: 9 }),
        (values, weights) => {
          const picked = heaviestIncreasing(values, weights, 12);
          const run = picked.map((index) => values[index] ?? -1);
          expect(run).toEqual([...run].sort((a, b) => a - b));
          expect(picked).toEqual([...picked].sort((a, b) => a - b));
          expect(picked.reduce((sum, index) => sum + (weights[index] ?? 0), 0)).toBe(heaviest(values, weights));
        },
      ),
      { numRuns: PROPERTY_RUNS },
    );
  });
});

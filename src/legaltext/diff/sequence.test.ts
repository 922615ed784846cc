import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROPERTY_RUNS } from '../testing/runs.ts';
import { longestIncreasing } from './longest-increasing.ts';
import { compareSequences, type Difference } from './sequence.ts';

const ALPHABET = 6;
const sequence = fc.array(fc.nat({ max: ALPHABET - 1 }), { maxLength: 60 }).map((items) => Int32Array.from(items));

/** `before` with the differences carried out from `after`. */
function carriedOut(before: Int32Array, after: Int32Array, differences: readonly Difference[]): number[] {
  const made: number[] = [];
  let at = 0;
  for (const each of differences) {
    made.push(...before.subarray(at, each.beforeStart), ...after.subarray(each.afterStart, each.afterEnd));
    at = each.beforeEnd;
  }
  return [...made, ...before.subarray(at)];
}

/** The length of the longest common subsequence, by the plain table. */
function longestCommon(a: Int32Array, b: Int32Array): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const item of a) {
    const next = [0];
    for (let at = 1; at <= b.length; at += 1)
      next.push(b[at - 1] === item ? (row[at - 1] ?? 0) + 1 : Math.max(row[at] ?? 0, next[at - 1] ?? 0));
    row = next;
  }
  return row[b.length] ?? 0;
}

const gone = (differences: readonly Difference[]): number =>
  differences.reduce((sum, each) => sum + each.beforeEnd - each.beforeStart, 0);

describe('comparing sequences', () => {
  it('turns the one into the other, with a shortest list of differences where they are short', () => {
    fc.assert(
      fc.property(sequence, sequence, (before, after) => {
        const found = compareSequences(before, after, ALPHABET);
        expect(carriedOut(before, after, found)).toEqual([...after]);
        expect(before.length - gone(found)).toBe(longestCommon(before, after));
        for (const [index, each] of found.entries()) {
          expect(each.beforeEnd > each.beforeStart || each.afterEnd > each.afterStart).toBe(true);
          expect(each.beforeStart).toBeGreaterThan(found[index - 1]?.beforeEnd ?? -1);
        }
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('stays correct where it gives up on the shortest list', () => {
    let seed = 7;
    const random = (below: number): number => (seed = (Math.imul(seed, 1103515245) + 12345) >>> 0) % below;
    for (const alphabet of [2, 5, 300]) {
      const before = Int32Array.from({ length: 6000 }, () => random(alphabet));
      const after = Int32Array.from({ length: 9000 }, () => random(alphabet));
      expect(carriedOut(before, after, compareSequences(before, after, alphabet))).toEqual([...after]);
    }
  });

  it('finds a long insertion between other changes, by its anchors', () => {
    const before = Int32Array.from({ length: 4000 }, (_, index) => index);
    const after = Int32Array.from([
      ...before.subarray(0, 100),
      ...before.subarray(101, 2000),
      ...Array.from({ length: 3000 }, (_, index) => (index * 7) % 50),
      ...before.subarray(2000, 3900),
      ...before.subarray(3901),
    ]);
    const found = compareSequences(before, after, 4000);
    expect(carriedOut(before, after, found)).toEqual([...after]);
    expect(gone(found)).toBeLessThan(60);
  });
});

describe('the longest increasing run', () => {
  it('is increasing, in order, and as long as the longest common run with the sorted values', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 50 }), { maxLength: 40 }), (values) => {
        const picked = longestIncreasing(values);
        const run = picked.map((index) => values[index] ?? -1);
        expect(run).toEqual([...new Set(run)].sort((a, b) => a - b));
        expect(picked).toEqual([...picked].sort((a, b) => a - b));
        const sorted = [...new Set(values)].sort((a, b) => a - b);
        expect(run.length).toBe(longestCommon(Int32Array.from(values), Int32Array.from(sorted)));
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });
});

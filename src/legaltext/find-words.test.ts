import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eachOccurrence, type Verdict } from './find-words.ts';
import { PROPERTY_RUNS } from './testing/runs.ts';

/** Where a pattern is judged to stand, when every `nth` occurrence is taken. */
function judged(words: string, pattern: string, nth: number): readonly number[] {
  const starts: number[] = [];
  eachOccurrence(words, pattern, (start): Verdict => {
    starts.push(start);
    return starts.length % nth === 0 ? 'taken' : 'passed';
  });
  return starts;
}

/** The same, by looking at every position in turn. */
function lookedFor(words: string, pattern: string, nth: number): readonly number[] {
  const starts: number[] = [];
  for (let at = 0; at + pattern.length <= words.length; at += 1) {
    if (!words.startsWith(pattern, at)) continue;
    starts.push(at);
    if (starts.length % nth === 0) at += pattern.length - 1;
  }
  return starts;
}

describe('the occurrences of a pattern', () => {
  it('are all there, short patterns and long ones, and do not overlap one that was taken', () => {
    const letters = fc.array(fc.constantFrom('a', 'b'), { maxLength: 12 }).map((all) => all.join(''));
    const repeated = fc.tuple(letters, fc.integer({ min: 1, max: 60 })).map(([unit, times]) => unit.repeat(times));
    const cases = fc.tuple(
      fc.array(repeated, { maxLength: 4 }),
      letters,
      fc.integer({ min: 1, max: 40 }),
      fc.constantFrom(1, 2, 3),
    );
    fc.assert(
      fc.property(cases, ([pieces, unit, times, nth]) => {
        const pattern = unit.repeat(times) || 'a';
        const words = pieces.join('') + pattern + pieces.join('');
        expect(judged(words, pattern, nth)).toEqual(lookedFor(words, pattern, nth));
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('are not looked for any further when that is enough', () => {
    for (const pattern of ['a', 'a'.repeat(100)]) {
      let seen = 0;
      eachOccurrence('a'.repeat(1000), pattern, () => {
        seen += 1;
        return 'enough';
      });
      expect(seen).toBe(1);
    }
  });
});

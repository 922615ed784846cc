import type { Graphemes } from './graphemes.ts';
import type { Difference } from './sequence.ts';

/**
 * The same differences, widened until none of them cuts a character as a reader sees it, in either text. Each takes in, unit
 * by unit, what both texts share on its two sides, as far as the next difference; those that meet become one. `length` is
 * that of the text before. Linear in what is taken in.
 */
export function wholeGraphemes(
  before: Graphemes,
  after: Graphemes,
  length: number,
  differences: readonly Difference[],
): readonly Difference[] {
  const whole: Difference[] = [];
  for (const [index, each] of differences.entries()) {
    const last = whole.at(-1);
    let { beforeStart, afterStart, beforeEnd, afterEnd } = each;
    while (beforeStart > (last?.beforeEnd ?? 0) && !(before.isBoundary(beforeStart) && after.isBoundary(afterStart))) {
      beforeStart -= 1;
      afterStart -= 1;
    }
    const next = differences[index + 1]?.beforeStart ?? length;
    while (beforeEnd < next && !(before.isBoundary(beforeEnd) && after.isBoundary(afterEnd))) {
      beforeEnd += 1;
      afterEnd += 1;
    }
    if (last?.beforeEnd === beforeStart) {
      whole.pop();
      ({ beforeStart, afterStart } = last);
    }
    whole.push({ beforeStart, beforeEnd, afterStart, afterEnd });
  }
  return whole;
}

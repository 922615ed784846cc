import type { Graphemes } from './graphemes.ts';
import type { Difference } from './sequence.ts';
import { hasLetters, isSpaceAt } from './word-tokens.ts';

/**
 * Making a list of differences readable. The shortest list is often confetti: a clause rewritten from end to end keeps an
 * `of the` here and a comma there, and a redline that shows those as unchanged cannot be read. So, first, an unchanged
 * stretch between two differences is taken into them when it is too slight to stand alone; and, second, words inserted or
 * struck where there is a choice of place (`a; b; ` + `c; ` can begin at three points) are put where a sentence, a line or
 * an item begins.
 */

/** `of`, `the`, `and`: words so short say little on their own. */
const SLIGHT_WORD = 3;
const SLIGHT_WORDS = 3;
/** A stretch longer than this always stands: the reader is glad of it. */
const LONGEST_ISLAND = 32;
/** How far, in UTF-16 units, a better place to begin is looked for. */
const FARTHEST_SLIDE = 400;

/**
 * The same differences, fewer and with better edges. No unchanged stretch that `isSlight` is left between two of them,
 * unless it holds a line break, or both of them only insert, or both only strike. No edge is moved to where it would cut one
 * of the `characters`, or come so near to another difference. Linear in the text they span.
 */
export function readable(
  before: string,
  after: string,
  differences: readonly Difference[],
  characters: { readonly before: Graphemes; readonly after: Graphemes },
): readonly Difference[] {
  const kept: Difference[] = [];
  for (let next of differences) {
    for (let last = kept.pop(); last !== undefined; last = kept.pop()) {
      if (!joinable(before, last, next)) {
        kept.push(last);
        break;
      }
      next = {
        beforeStart: last.beforeStart,
        beforeEnd: next.beforeEnd,
        afterStart: last.afterStart,
        afterEnd: next.afterEnd,
      };
    }
    kept.push(next);
  }
  const placed: Difference[] = [];
  for (const [index, each] of kept.entries()) {
    const [previous, next] = [placed.at(-1), kept[index + 1]];
    const moved = slid(before, after, each, previous, next);
    const isApart =
      (previous === undefined || !joinable(before, previous, moved)) &&
      (next === undefined || !joinable(before, moved, next));
    placed.push(moved === each || (isApart && cutsNone(moved, characters)) ? moved : each);
  }
  return placed;
}

const cutsNone = (
  { beforeStart, beforeEnd, afterStart, afterEnd }: Difference,
  { before, after }: { readonly before: Graphemes; readonly after: Graphemes },
): boolean =>
  before.isBoundary(beforeStart) &&
  before.isBoundary(beforeEnd) &&
  after.isBoundary(afterStart) &&
  after.isBoundary(afterEnd);

const sizeOf = (each: Difference): number =>
  Math.max(each.beforeEnd - each.beforeStart, each.afterEnd - each.afterStart);

function joinable(before: string, left: Difference, right: Difference): boolean {
  const length = right.beforeStart - left.beforeEnd;
  if (length > LONGEST_ISLAND) return false;
  const onlyInserts = left.beforeStart === left.beforeEnd && right.beforeStart === right.beforeEnd;
  const onlyStrikes = left.afterStart === left.afterEnd && right.afterStart === right.afterEnd;
  if (onlyInserts || onlyStrikes) return false;
  return isSlight(before.slice(left.beforeEnd, right.beforeStart), Math.min(sizeOf(left), sizeOf(right)));
}

/**
 * Whether an unchanged stretch is too slight to stand between two differences of which the smaller is `smaller` long: it
 * has no words, or only a few very short ones, or is no longer than either of them. A line break always stands.
 */
export function isSlight(stretch: string, smaller: number): boolean {
  if (stretch.includes('\n') || stretch.length > LONGEST_ISLAND) return false;
  const words = stretch.trim();
  if (words.length <= smaller || !hasLetters(words)) return true;
  const each = words.split(/\s+/u);
  return each.length <= SLIGHT_WORDS && each.every((word) => word.length <= SLIGHT_WORD);
}

/** How good a place is to begin at, by what stands before it. */
function merit(text: string, at: number): number {
  if (at === 0) return 4;
  const last = text.charCodeAt(at - 1);
  if (last === 0x0a) return 4;
  if (!isSpaceAt(text, at - 1)) return 0;
  const sign = text.charAt(at - 2);
  return sign === '.' ? 3 : sign === ';' || sign === ':' ? 3 : sign === ',' ? 2 : 1;
}

/** Moves words that are only inserted, or only struck, to the best of the places they can begin at. */
function slid(
  before: string,
  after: string,
  each: Difference,
  previous: Difference | undefined,
  next: Difference | undefined,
): Difference {
  const inserts = each.beforeStart === each.beforeEnd;
  if (!inserts && each.afterStart !== each.afterEnd) return each;
  const text = inserts ? after : before;
  const start = inserts ? each.afterStart : each.beforeStart;
  const end = inserts ? each.afterEnd : each.beforeEnd;
  const lowest = previous === undefined ? 0 : (inserts ? previous.afterEnd : previous.beforeEnd) + 1;
  const highest = next === undefined ? text.length : (inserts ? next.afterStart : next.beforeStart) - 1;
  let best = 0;
  let bestMerit = merit(text, start);
  for (let by = -1; start + by >= lowest && by >= -FARTHEST_SLIDE && bestMerit < 4; by -= 1) {
    if (text.charCodeAt(start + by) !== text.charCodeAt(end + by)) break;
    const found = betweenWords(text, start + by, end + by) ? merit(text, start + by) : 0;
    if (found > bestMerit) [best, bestMerit] = [by, found];
  }
  for (let by = 1; end + by <= highest && by <= FARTHEST_SLIDE && bestMerit < 4; by += 1) {
    if (text.charCodeAt(start + by - 1) !== text.charCodeAt(end + by - 1)) break;
    const found = betweenWords(text, start + by, end + by) ? merit(text, start + by) : 0;
    if (found > bestMerit) [best, bestMerit] = [by, found];
  }
  return best === 0
    ? each
    : {
        beforeStart: each.beforeStart + best,
        beforeEnd: each.beforeEnd + best,
        afterStart: each.afterStart + best,
        afterEnd: each.afterEnd + best,
      };
}

/** Whether no word is cut at either edge: white space stands before both. */
const betweenWords = (text: string, start: number, end: number): boolean =>
  (start === 0 || isSpaceAt(text, start - 1)) && (end === text.length || isSpaceAt(text, end - 1));

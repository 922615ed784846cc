import { Interner } from './interner.ts';
import { readable } from './readable.ts';
import { compareSequences, type Difference } from './sequence.ts';
import { isSpaceAt, wordBounds, type WordBounds } from './word-tokens.ts';

/**
 * Comparing two texts by words. What they have in common at both ends is set aside; long texts are compared line by line
 * first and by words only where lines differ; words and signs are compared as sequences of numbers. White space does not
 * take part, since it would be matched with any other and pull the words out of line: it is compared afterwards, between
 * words that stayed. The result is then made readable (see `readable.ts`).
 */

/** Shorter texts are compared by words at once. In UTF-16 units. */
const LONG = 4096;

/** Offers a raw difference, in positions of the two texts. */
type Emit = (beforeStart: number, beforeEnd: number, afterStart: number, afterEnd: number) => void;

/**
 * The differences between two texts, in order and apart from each other, in UTF-16 positions: `before[beforeStart,
 * beforeEnd)` became `after[afterStart, afterEnd)`. They begin and end between words, never within one, and never cut a
 * letter from its combining marks. Near linear in the length at worst.
 */
export function compareWords(before: string, after: string): readonly Difference[] {
  if (before === after) return [];
  const found: Difference[] = [];
  const emit: Emit = (beforeStart, beforeEnd, afterStart, afterEnd) => {
    const last = found[found.length - 1];
    if (last !== undefined && last.beforeEnd === beforeStart && last.afterEnd === afterStart)
      found[found.length - 1] = { ...last, beforeEnd, afterEnd };
    else found.push({ beforeStart, beforeEnd, afterStart, afterEnd });
  };
  const start = commonStart(before, after);
  const ends = commonEnd(before, after, start);
  if (Math.min(ends.before, ends.after) - start > LONG) byLines(before, after, start, ends.before, ends.after, emit);
  else byWords(before, start, ends.before, after, start, ends.after, emit);
  return readable(before, after, found);
}

/** How far the texts agree from the start, back to the last white space: there no word is cut on either side. */
function commonStart(before: string, after: string): number {
  const shorter = Math.min(before.length, after.length);
  let same = 0;
  while (same < shorter && before.charCodeAt(same) === after.charCodeAt(same)) same += 1;
  while (same > 0 && !isSpaceAt(before, same - 1)) same -= 1;
  return same;
}

/** Where the part begins that agrees up to the end, on from the next white space; not before `start`. */
function commonEnd(before: string, after: string, start: number): { readonly before: number; readonly after: number } {
  let inBefore = before.length;
  let inAfter = after.length;
  while (inBefore > start && inAfter > start && before.charCodeAt(inBefore - 1) === after.charCodeAt(inAfter - 1)) {
    inBefore -= 1;
    inAfter -= 1;
  }
  while (inBefore < before.length && !isSpaceAt(before, inBefore)) {
    inBefore += 1;
    inAfter += 1;
  }
  return { before: inBefore, after: inAfter };
}

function byLines(before: string, after: string, start: number, beforeEnd: number, afterEnd: number, emit: Emit): void {
  const interner = new Interner();
  const own = linesOf(before, start, beforeEnd, interner);
  const other = linesOf(after, start, afterEnd, interner);
  for (const lines of compareSequences(own.numbers, other.numbers, interner.size))
    byWords(
      before,
      own.starts[lines.beforeStart] ?? beforeEnd,
      own.starts[lines.beforeEnd] ?? beforeEnd,
      after,
      other.starts[lines.afterStart] ?? afterEnd,
      other.starts[lines.afterEnd] ?? afterEnd,
      emit,
    );
}

/** Lines with their breaks: where each starts, and its number. */
function linesOf(
  text: string,
  start: number,
  end: number,
  interner: Interner,
): { readonly starts: readonly number[]; readonly numbers: Int32Array } {
  const starts: number[] = [];
  const numbers: number[] = [];
  for (let at = start; at < end;) {
    const lineBreak = text.indexOf('\n', at);
    const next = lineBreak < 0 || lineBreak >= end ? end : lineBreak + 1;
    starts.push(at);
    numbers.push(interner.numberOf(text.slice(at, next)));
    at = next;
  }
  return { starts, numbers: Int32Array.from(numbers) };
}

function byWords(
  before: string,
  beforeStart: number,
  beforeEnd: number,
  after: string,
  afterStart: number,
  afterEnd: number,
  emit: Emit,
): void {
  const own = wordBounds(before, beforeStart, beforeEnd);
  const other = wordBounds(after, afterStart, afterEnd);
  const interner = new Interner();
  const ownNumbers = numbersOf(before, own, interner);
  const otherNumbers = numbersOf(after, other, interner);
  let a = 0;
  let b = 0;
  /** The space before word `a` and before word `b`, between words that stayed. */
  const space = (a: number, b: number): void =>
    apart(
      before,
      a === 0 ? beforeStart : (own.ends[a - 1] ?? beforeEnd),
      own.starts[a] ?? beforeEnd,
      after,
      b === 0 ? afterStart : (other.ends[b - 1] ?? afterEnd),
      other.starts[b] ?? afterEnd,
      emit,
    );
  for (const each of compareSequences(ownNumbers, otherNumbers, interner.size)) {
    for (; a < each.beforeStart; a += 1, b += 1) space(a, b);
    apart(
      before,
      a === 0 ? beforeStart : (own.ends[a - 1] ?? beforeEnd),
      own.starts[each.beforeEnd] ?? beforeEnd,
      after,
      b === 0 ? afterStart : (other.ends[b - 1] ?? afterEnd),
      other.starts[each.afterEnd] ?? afterEnd,
      emit,
    );
    // The space before the next word was part of that difference.
    a = each.beforeEnd + 1;
    b = each.afterEnd + 1;
  }
  for (; a <= own.starts.length && b <= other.starts.length; a += 1, b += 1) space(a, b);
}

function numbersOf(text: string, words: WordBounds, interner: Interner): Int32Array {
  const numbers = new Int32Array(words.starts.length);
  for (let index = 0; index < numbers.length; index += 1)
    numbers[index] = interner.numberOf(text.slice(words.starts[index], words.ends[index]));
  return numbers;
}

/** Emits two stretches as a difference, without the white space they share at their edges; nothing when they are equal. */
function apart(
  before: string,
  beforeStart: number,
  beforeEnd: number,
  after: string,
  afterStart: number,
  afterEnd: number,
  emit: Emit,
): void {
  while (
    beforeStart < beforeEnd &&
    afterStart < afterEnd &&
    isSpaceAt(before, beforeStart) &&
    before.charCodeAt(beforeStart) === after.charCodeAt(afterStart)
  ) {
    beforeStart += 1;
    afterStart += 1;
  }
  while (
    beforeEnd > beforeStart &&
    afterEnd > afterStart &&
    isSpaceAt(before, beforeEnd - 1) &&
    before.charCodeAt(beforeEnd - 1) === after.charCodeAt(afterEnd - 1)
  ) {
    beforeEnd -= 1;
    afterEnd -= 1;
  }
  if (beforeStart < beforeEnd || afterStart < afterEnd) emit(beforeStart, beforeEnd, afterStart, afterEnd);
}

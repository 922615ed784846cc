import { Graphemes } from './graphemes.ts';
import { Interner } from './interner.ts';
import { differingLines } from './lines.ts';
import { readable } from './readable.ts';
import { compareSequences, type Difference } from './sequence.ts';
import { wholeGraphemes } from './whole-graphemes.ts';
import { isSpaceAt, wordBounds, type WordBounds } from './word-tokens.ts';

/**
 * Comparing two texts by words. Long texts are compared line by line first and by words only where lines differ. What two
 * stretches have in common at their ends is set aside; words and signs between are compared as sequences of numbers. White
 * space does not take part, since it would be matched with any other and pull the words out of line: it is compared
 * afterwards, between words that stayed. What was found is widened where it would cut a character (see `whole-graphemes.ts`)
 * and then made readable (see `readable.ts`).
 */

/** Shorter texts are compared by words at once. In UTF-16 units. */
const LONG = 4096;

/**
 * The differences between two texts, in order and apart from each other, in UTF-16 positions: `before[beforeStart,
 * beforeEnd)` became `after[afterStart, afterEnd)`. They begin and end between words, never within one, and never within what
 * a reader sees as one character: a letter with its marks, a flag, a family of emoji. Near linear in the length at worst.
 */
export function compareWords(before: string, after: string): readonly Difference[] {
  if (before === after) return [];
  const comparison = new Comparison(before, after);
  const stretch = comparison.trimmed({
    beforeStart: 0,
    beforeEnd: before.length,
    afterStart: 0,
    afterEnd: after.length,
  });
  if (Math.min(stretch.beforeEnd - stretch.beforeStart, stretch.afterEnd - stretch.afterStart) <= LONG)
    comparison.byWords(stretch);
  else for (const lines of differingLines(before, after, stretch)) comparison.byWords(comparison.trimmed(lines));
  const characters = { before: new Graphemes(before), after: new Graphemes(after) };
  const whole = wholeGraphemes(characters.before, characters.after, before.length, comparison.found);
  return readable(before, after, whole, characters);
}

class Comparison {
  private readonly before: string;
  private readonly after: string;
  readonly found: Difference[] = [];

  constructor(before: string, after: string) {
    this.before = before;
    this.after = after;
  }

  /** A stretch without what both texts have in common at its ends, cut at white space: there no word is cut on either side. */
  trimmed(stretch: Difference): Difference {
    const { before, after } = this;
    let { beforeStart, beforeEnd, afterStart, afterEnd } = stretch;
    while (
      beforeStart < beforeEnd &&
      afterStart < afterEnd &&
      before.charCodeAt(beforeStart) === after.charCodeAt(afterStart)
    ) {
      beforeStart += 1;
      afterStart += 1;
    }
    while (beforeStart > stretch.beforeStart && !isSpaceAt(before, beforeStart - 1)) {
      beforeStart -= 1;
      afterStart -= 1;
    }
    while (
      beforeEnd > beforeStart &&
      afterEnd > afterStart &&
      before.charCodeAt(beforeEnd - 1) === after.charCodeAt(afterEnd - 1)
    ) {
      beforeEnd -= 1;
      afterEnd -= 1;
    }
    while (beforeEnd < stretch.beforeEnd && !isSpaceAt(before, beforeEnd)) {
      beforeEnd += 1;
      afterEnd += 1;
    }
    return { beforeStart, beforeEnd, afterStart, afterEnd };
  }

  /** Compares a stretch whose edges cut no word. */
  byWords(stretch: Difference): void {
    const { beforeStart, beforeEnd, afterStart, afterEnd } = stretch;
    if (beforeStart === beforeEnd || afterStart === afterEnd) {
      this.differ(beforeStart, beforeEnd, afterStart, afterEnd);
      return;
    }
    const own = wordBounds(this.before, beforeStart, beforeEnd);
    const other = wordBounds(this.after, afterStart, afterEnd);
    const interner = new Interner();
    const ownNumbers = numbersOf(this.before, own, interner);
    const otherNumbers = numbersOf(this.after, other, interner);
    /** From the end of the word before `a` and before `b` to the start of word `aEnd` and `bEnd`, white space and all. */
    const between = (a: number, aEnd: number, b: number, bEnd: number): void =>
      this.differ(
        a === 0 ? beforeStart : (own.ends[a - 1] ?? beforeEnd),
        own.starts[aEnd] ?? beforeEnd,
        b === 0 ? afterStart : (other.ends[b - 1] ?? afterEnd),
        other.starts[bEnd] ?? afterEnd,
      );
    let a = 0;
    let b = 0;
    for (const each of compareSequences(ownNumbers, otherNumbers, interner.size)) {
      for (; a < each.beforeStart; a += 1, b += 1) between(a, a, b, b);
      between(a, each.beforeEnd, b, each.afterEnd);
      // The space before the next word was part of that difference.
      a = each.beforeEnd + 1;
      b = each.afterEnd + 1;
    }
    for (; a <= own.starts.length && b <= other.starts.length; a += 1, b += 1) between(a, a, b, b);
  }

  /** Notes two stretches as a difference, without the white space they share at their edges; nothing when they are equal. */
  private differ(beforeStart: number, beforeEnd: number, afterStart: number, afterEnd: number): void {
    const { before, after, found } = this;
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
    if (beforeStart === beforeEnd && afterStart === afterEnd) return;
    const last = found[found.length - 1];
    if (last?.beforeEnd === beforeStart && last.afterEnd === afterStart)
      found[found.length - 1] = { ...last, beforeEnd, afterEnd };
    else found.push({ beforeStart, beforeEnd, afterStart, afterEnd });
  }
}

function numbersOf(text: string, words: WordBounds, interner: Interner): Int32Array {
  const numbers = new Int32Array(words.starts.length);
  for (let index = 0; index < numbers.length; index += 1)
    numbers[index] = interner.numberOf(text.slice(words.starts[index], words.ends[index]));
  return numbers;
}

import { compareWords } from '../diff/compare-words.ts';
import type { Difference } from '../diff/sequence.ts';
import { slideOf } from './slide.ts';

export type SideName = 'ours' | 'theirs';

/** What one side did at one point of the base. */
export interface Edit {
  readonly side: SideName;
  /** Words of the base, `[start, end)`; none for an insertion. */
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  /** How much further on an insertion or a deletion could stand as well, the text it makes being the same. */
  readonly slack: number;
}

export const isInsertion = (edit: Edit): boolean => edit.start === edit.end;
export const isDeletion = (edit: Edit): boolean => edit.replacement === '' && edit.start < edit.end;

/** The edits of one side, in order and apart from each other. Costs a comparison by words. */
export function editsOf(base: string, other: string, side: SideName): readonly Edit[] {
  const differences = compareWords(base, other);
  const edits: Edit[] = [];
  differences.forEach((each, at) => {
    const lowest = edits.at(-1)?.end ?? 0;
    const highest = differences[at + 1]?.beforeStart ?? base.length;
    edits.push(editOf(base, other, each, lowest, highest, side));
  });
  return edits;
}

/** An insertion or a deletion is taken in the first of the places it could have, so that both sides have it in the same. */
function editOf(
  base: string,
  other: string,
  { beforeStart, beforeEnd, afterStart, afterEnd }: Difference,
  lowest: number,
  highest: number,
  side: SideName,
): Edit {
  if (beforeStart === beforeEnd) {
    const { back, on } = slideOf(other, afterStart, afterEnd, beforeStart - lowest, highest - beforeStart);
    const start = beforeStart - back;
    return { side, start, end: start, replacement: other.slice(afterStart - back, afterEnd - back), slack: back + on };
  }
  if (afterStart === afterEnd) {
    const { back, on } = slideOf(base, beforeStart, beforeEnd, beforeStart - lowest, highest - beforeEnd);
    return { side, start: beforeStart - back, end: beforeEnd - back, replacement: '', slack: back + on };
  }
  return { side, start: beforeStart, end: beforeEnd, replacement: other.slice(afterStart, afterEnd), slack: 0 };
}

/**
 * Whether a text was written anew rather than amended: most of its words gave way to others. What else is done to such a
 * text meets that, wherever it is: words that are the same before and after only happen to be.
 */
export function isRewritten(base: string, edits: readonly Edit[]): boolean {
  let replaced = 0;
  for (const edit of edits) if (edit.replacement !== '') replaced += edit.end - edit.start;
  return replaced * 2 > base.length;
}

/**
 * An insertion and a deletion that meet, in places where they do not: "c, " put before the "or" that is struck from "a, or
 * b" is beside it, though it could stand on the other side of the space as well. Null when all their places overlap, or
 * when different places make different texts. Nothing is put past `limit`, where other edits begin.
 */
export function sideBySide(base: string, insertion: Edit, deletion: Edit, limit: number): readonly Edit[] | null {
  let found: readonly Edit[] | null = null;
  let text: string | null = null;
  for (const put of [insertion, slidOn(base, insertion)])
    for (const struck of [deletion, slidOn(base, deletion)]) {
      if (Math.max(put.end, struck.end) > limit || (put.start > struck.start && put.start < struck.end)) continue;
      const edits = put.start <= struck.start ? [put, struck] : [struck, put];
      const end = Math.max(insertion.end + insertion.slack, deletion.end + deletion.slack);
      const made = madeOf(base, Math.min(insertion.start, deletion.start), end, edits);
      if (text !== null && text !== made) return null;
      found ??= edits;
      text = made;
    }
  return found;
}

/** The same edit in the last of its places. */
function slidOn(base: string, edit: Edit): Edit {
  const { start, end, slack, replacement } = edit;
  if (!isInsertion(edit)) return { ...edit, start: start + slack, end: end + slack, slack: 0 };
  const turned = (replacement + base.slice(start, start + slack)).slice(slack);
  return { ...edit, start: start + slack, end: end + slack, replacement: turned, slack: 0 };
}

/** What edits make of a stretch of the base. */
export function madeOf(base: string, start: number, end: number, edits: readonly Edit[]): string {
  let words = '';
  let at = start;
  for (const edit of edits) {
    words += base.slice(at, edit.start) + edit.replacement;
    at = edit.end;
  }
  return words + base.slice(at, end);
}

import { compareWords } from '../diff/compare-words.ts';
import type { Difference } from '../diff/sequence.ts';
import { slideOf } from './slide.ts';

/**
 * The three-way merge of words. What each side did to the base is a list of edits, word by word; laid over one another,
 * edits that share no words of the base stand side by side, also within one sentence. Edits that touch the same words, or
 * insert at the same point, are one thread when they say the same, and clash otherwise; then the base's words stay.
 *
 * An insertion often has more than one place: in "a b", "new " before the b and " new" after the a make the same text. All
 * the places an insertion could stand in belong to it, so that two insertions there are seen to meet, and so that nothing
 * is put before what it may have been meant to follow. Positions are UTF-16 units.
 */

/** A stretch of the woven text, and where it stands in each of the three. In a clash the woven text has the base's words. */
export interface Thread {
  readonly from: 'base' | 'ours' | 'theirs' | 'both' | 'clash';
  readonly base: Stretch;
  readonly ours: Stretch;
  readonly theirs: Stretch;
}

/** `[start, end)`. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export interface ThreeWords {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

type SideName = 'ours' | 'theirs';

interface Edit {
  readonly side: SideName;
  /** Words of the base, `[start, end)`; none for an insertion. */
  readonly start: number;
  readonly end: number;
  /** The last place an insertion could stand in; `end` for anything else. */
  readonly reach: number;
  readonly replacement: string;
}

/** The threads of the woven text, from its first letter to its last. Costs two comparisons by words. */
export function weave(words: ThreeWords): readonly Thread[] {
  const edits = [...editsOf(words, 'ours'), ...editsOf(words, 'theirs')];
  edits.sort((a, b) => a.start - b.start || a.end - b.end);
  const threads: Thread[] = [];
  let at = 0;
  let shiftOurs = 0;
  let shiftTheirs = 0;
  const add = (from: Thread['from'], start: number, end: number, grownOurs: number, grownTheirs: number): void => {
    threads.push({
      from,
      base: { start, end },
      ours: { start: start + shiftOurs, end: end + shiftOurs + grownOurs },
      theirs: { start: start + shiftTheirs, end: end + shiftTheirs + grownTheirs },
    });
    shiftOurs += grownOurs;
    shiftTheirs += grownTheirs;
    at = end;
  };
  const keepUpTo = (start: number): void => {
    if (start > at) add('base', at, start, 0, 0);
  };
  for (const knot of knotsOf(edits)) {
    const own = knot.filter((edit) => edit.side === 'ours');
    const other = knot.filter((edit) => edit.side === 'theirs');
    if (own.length === 0 || other.length === 0) {
      for (const edit of knot) {
        keepUpTo(edit.start);
        if (edit.side === 'ours') add('ours', edit.start, edit.end, growthOf(edit), 0);
        else add('theirs', edit.start, edit.end, 0, growthOf(edit));
      }
      continue;
    }
    const start = Math.min(...knot.map((edit) => edit.start));
    const end = Math.max(...knot.map((edit) => edit.end));
    keepUpTo(start);
    const same = made(words.base, start, end, own) === made(words.base, start, end, other);
    add(same ? 'both' : 'clash', start, end, sum(own), sum(other));
  }
  keepUpTo(words.base.length);
  return threads;
}

const growthOf = (edit: Edit): number => edit.replacement.length - (edit.end - edit.start);

const sum = (edits: readonly Edit[]): number => edits.reduce((total, edit) => total + growthOf(edit), 0);

/** What one side makes of a stretch of the base. */
function made(base: string, start: number, end: number, edits: readonly Edit[]): string {
  let words = '';
  let at = start;
  for (const edit of edits) {
    words += base.slice(at, edit.start) + edit.replacement;
    at = edit.end;
  }
  return words + base.slice(at, end);
}

function editsOf(words: ThreeWords, side: SideName): readonly Edit[] {
  const { base } = words;
  const other = words[side];
  const differences = compareWords(base, other);
  const edits: Edit[] = [];
  differences.forEach((each, at) => {
    const lowest = edits.at(-1)?.end ?? 0;
    const highest = differences[at + 1]?.beforeStart ?? base.length;
    edits.push(editOf(base, other, each, lowest, highest, side));
  });
  return edits;
}

/** An insertion or a deletion in the first of the places it could have, so that both sides have it in the same. */
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
    return {
      side,
      start,
      end: start,
      reach: beforeStart + on,
      replacement: other.slice(afterStart - back, afterEnd - back),
    };
  }
  if (afterStart === afterEnd) {
    const { back } = slideOf(base, beforeStart, beforeEnd, beforeStart - lowest, 0);
    return { side, start: beforeStart - back, end: beforeEnd - back, reach: beforeEnd - back, replacement: '' };
  }
  return { side, start: beforeStart, end: beforeEnd, reach: beforeEnd, replacement: other.slice(afterStart, afterEnd) };
}

/** Edits in runs: each with those it meets, so that two runs have no word and no place in common. */
function knotsOf(edits: readonly Edit[]): readonly (readonly Edit[])[] {
  const knots: Edit[][] = [];
  let knot: Edit[] = [];
  let reach = 0;
  /** How far the insertions of either side in this run reach. */
  let insertions = { ours: -1, theirs: -1 };
  for (const edit of edits) {
    const isInsertion = edit.start === edit.end;
    const facing = edit.side === 'ours' ? insertions.theirs : insertions.ours;
    if (knot.length === 0 || (edit.start >= reach && !(isInsertion && facing >= edit.start))) {
      knots.push((knot = []));
      reach = 0;
      insertions = { ours: -1, theirs: -1 };
    }
    knot.push(edit);
    reach = Math.max(reach, edit.reach);
    if (isInsertion) insertions[edit.side] = Math.max(insertions[edit.side], edit.reach);
  }
  return knots;
}

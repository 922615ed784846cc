import { editsOf, isDeletion, isInsertion, isRewritten, madeOf, sideBySide, type Edit } from './word-edits.ts';

/**
 * The three-way merge of words. What each side did to the base is a list of edits, word by word; laid over one another,
 * edits that share no words of the base stand side by side, also within one sentence. Edits that touch the same words, or
 * insert at the same point, are one thread when they say the same, and clash otherwise; then the base's words stay.
 *
 * An insertion often has more than one place: in "a b", "new " before the b and " new" after the a make the same text. All
 * the places an insertion could stand in belong to it, so that two insertions there are seen to meet, and so that nothing
 * is put before what it may have been meant to follow. And where one side wrote most of a text anew, whatever the other did
 * to it meets that. Positions are UTF-16 units.
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

/** The threads of the woven text, from its first letter to its last. Costs two comparisons by words. */
export function weave({ base, ours, theirs }: ThreeWords): readonly Thread[] {
  const own = editsOf(base, ours, 'ours');
  const other = editsOf(base, theirs, 'theirs');
  const meet = own.length > 0 && other.length > 0;
  const edits = [...own, ...other].sort((a, b) => a.start - b.start || a.end - b.end);
  const knots = meet && (isRewritten(base, own) || isRewritten(base, other)) ? [edits] : knotsOf(edits);
  return threadsOf(base, knots);
}

function threadsOf(base: string, knots: readonly (readonly Edit[])[]): readonly Thread[] {
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
  for (const [index, knot] of knots.entries()) {
    const own = knot.filter((edit) => edit.side === 'ours');
    const other = knot.filter((edit) => edit.side === 'theirs');
    const start = knot[0]?.start ?? 0;
    const end = knot.reduce((last, edit) => Math.max(last, edit.end), start);
    const limit = knots[index + 1]?.[0]?.start ?? base.length;
    const apart = own.length === 0 || other.length === 0 ? knot : untied(base, knot, limit);
    if (apart === null) {
      keepUpTo(start);
      const same = madeOf(base, start, end, own) === madeOf(base, start, end, other);
      add(same ? 'both' : 'clash', start, end, sum(own), sum(other));
      continue;
    }
    for (const edit of apart) {
      keepUpTo(edit.start);
      if (edit.side === 'ours') add('ours', edit.start, edit.end, growthOf(edit), 0);
      else add('theirs', edit.start, edit.end, 0, growthOf(edit));
    }
  }
  keepUpTo(base.length);
  return threads;
}

const growthOf = (edit: Edit): number => edit.replacement.length - (edit.end - edit.start);

const sum = (edits: readonly Edit[]): number => edits.reduce((total, edit) => total + growthOf(edit), 0);

/** The edits of a knot side by side after all, before `limit`; null where they cannot be. */
function untied(base: string, knot: readonly Edit[], limit: number): readonly Edit[] | null {
  const [one, next, ...more] = knot;
  if (one === undefined || next === undefined || more.length > 0) return null;
  if (isInsertion(one) && isDeletion(next)) return sideBySide(base, one, next, limit);
  return isInsertion(next) && isDeletion(one) ? sideBySide(base, next, one, limit) : null;
}

/** Edits in runs: each with those it meets, so that two runs have no word and no place in common. */
function knotsOf(edits: readonly Edit[]): readonly (readonly Edit[])[] {
  const knots: Edit[][] = [];
  let knot: Edit[] = [];
  let reach = 0;
  /** How far the insertions of either side in this run reach. */
  let insertions = { ours: -1, theirs: -1 };
  for (const edit of edits) {
    const inserts = isInsertion(edit);
    const facing = edit.side === 'ours' ? insertions.theirs : insertions.ours;
    if (knot.length === 0 || (edit.start >= reach && !(inserts && facing >= edit.start))) {
      knots.push((knot = []));
      reach = 0;
      insertions = { ours: -1, theirs: -1 };
    }
    knot.push(edit);
    const end = inserts ? edit.end + edit.slack : edit.end;
    reach = Math.max(reach, end);
    if (inserts) insertions[edit.side] = Math.max(insertions[edit.side], end);
  }
  return knots;
}

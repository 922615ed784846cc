import { compareWords } from '../diff/compare-words.ts';
import type { Difference } from '../diff/sequence.ts';
import type { Against, ShownPiece } from './shown.ts';

type Side = 'draft' | 'law';

/** Against which of the two something is new; undefined where it is new against neither. */
export const together = (draft: boolean, law: boolean): Against | undefined =>
  draft && law ? 'both' : draft ? 'draft' : law ? 'law' : undefined;

/**
 * One text against two earlier ones, as one run of pieces. The words of `after` are cut wherever a difference to either
 * begins or ends; each piece says against which of the two it is new. Words struck stand where they were, before what is
 * new there: once, where both earlier texts had the same words there.
 *
 * Without the pieces deleted against the law alone and inserted against the draft, it reads `draft`; the other way round
 * it reads `law`; without anything deleted, `after`. Near linear in the length.
 */
export function piecesAgainstTwo(draft: string, law: string, after: string): readonly ShownPiece[] {
  const differences = { draft: compareWords(draft, after), law: compareWords(law, after) };
  const texts = { draft, law };
  const cuts = new Set<number>([0, after.length]);
  for (const side of ['draft', 'law'] as const)
    for (const { afterStart, afterEnd } of differences[side]) cuts.add(afterStart).add(afterEnd);
  const places = [...cuts].sort((a, b) => a - b);
  const next = { draft: 0, law: 0 };
  /** The words struck at a place, null where none are; passes over differences that end before it. */
  const struckAt = (side: Side, place: number): string | null => {
    let each = differences[side][next[side]];
    while (each !== undefined && (each.afterEnd < place || (each.afterEnd === place && each.afterStart < place))) {
      next[side] += 1;
      each = differences[side][next[side]];
    }
    if (each?.afterStart !== place) return null;
    const words = texts[side].slice(each.beforeStart, each.beforeEnd);
    if (each.afterEnd === place) next[side] += 1;
    return words === '' ? null : words;
  };
  const isNew = (side: Side, place: number): boolean => {
    const each: Difference | undefined = differences[side][next[side]];
    return each !== undefined && each.afterStart <= place && each.afterEnd > place;
  };
  const pieces: ShownPiece[] = [];
  for (const [index, place] of places.entries()) {
    const struck = { draft: struckAt('draft', place), law: struckAt('law', place) };
    if (struck.draft !== null && struck.draft === struck.law)
      pieces.push({ kind: 'deleted', words: struck.draft, against: 'both' });
    else
      for (const side of ['law', 'draft'] as const)
        if (struck[side] !== null) pieces.push({ kind: 'deleted', words: struck[side], against: side });
    const words = after.slice(place, places[index + 1] ?? place);
    if (words === '') continue;
    const against = together(isNew('draft', place), isNew('law', place));
    pieces.push(against === undefined ? { kind: 'same', words } : { kind: 'inserted', words, against });
  }
  return pieces;
}

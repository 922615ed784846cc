import type { Strand } from '../footprint/footprint.ts';
import type { WordsEdit } from '../footprint/provenance.ts';
import { slideOfInsertion } from '../merge/slide.ts';
import type { ProvisionId, TextPart } from '../provision.ts';
import type { Version } from '../version.ts';

/** An edit of each of two changes that cannot stand beside each other in one text. */
export interface WordsInCommon {
  readonly part: TextPart;
  readonly one: WordsEdit;
  readonly other: WordsEdit;
}

/**
 * Whether two edits of one text write the same words. Words put in count as written at the point where they go: two
 * insertions at one point meet, and so does an insertion within words that the other strikes; at their edge it does not.
 */
export function overlap(one: WordsEdit, other: WordsEdit): boolean {
  if (one.start === one.end && other.start === other.end) return one.start === other.start;
  return one.start < other.end && other.start < one.end;
}

export const sameEdit = (one: WordsEdit, other: WordsEdit): boolean =>
  one.start === other.start && one.end === other.end && one.replacement === other.replacement;

/** An edit, and the places it could have: for words put in all those between which the text they make is the same. */
interface Placed {
  readonly edit: WordsEdit;
  readonly first: number;
  readonly last: number;
}

/** Edits of one text, which stand in order and apart, and so do their places. */
function placed(edits: readonly WordsEdit[], words: string): readonly Placed[] {
  return edits.map((edit, at): Placed => {
    const { start, end, replacement } = edit;
    if (start < end) return { edit, first: start, last: end };
    const room = { back: start - (edits[at - 1]?.end ?? 0), on: (edits[at + 1]?.start ?? words.length) - start };
    const { back, on } = slideOfInsertion(words, start, replacement, room.back, room.on);
    return { edit, first: start - back, last: start + on };
  });
}

const isInsertion = ({ start, end }: WordsEdit): boolean => start === end;

const isDeletion = ({ start, end, replacement }: WordsEdit): boolean => start < end && replacement === '';

/**
 * Whether two edits meet, as in merging: two insertions do where they could stand at one point, and so does an insertion
 * that could stand within words that the other replaces. Beside words that it only strikes there is always a place.
 */
function meet(one: Placed, other: Placed): boolean {
  const [mine, theirs] = [isInsertion(one.edit), isInsertion(other.edit)];
  if (mine && theirs) return one.first <= other.last && other.first <= one.last;
  if (mine === theirs || isDeletion(one.edit) || isDeletion(other.edit)) return overlap(one.edit, other.edit);
  return one.first < other.last && other.first < one.last;
}

/** The edits of one provision in which two changes write the same words. Linear in the edits there. */
export function wordsInCommon(
  one: Strand,
  other: Strand,
  { base, place }: { readonly base: Version; readonly place: ProvisionId },
): readonly WordsInCommon[] {
  const found: WordsInCommon[] = [];
  for (const { part, edits } of one.words.get(place) ?? []) {
    const words = base.find(place)?.[part].words ?? '';
    const theirs = placed(other.words.get(place)?.find((write) => write.part === part)?.edits ?? [], words);
    let next = 0;
    for (const mine of theirs.length === 0 ? [] : placed(edits, words)) {
      // Edits stand in order and apart: one that ends before this one starts meets none of those to come either.
      while ((theirs[next]?.last ?? Infinity) < mine.first) next += 1;
      for (
        let at = next, their = theirs[at];
        their !== undefined && their.first <= mine.last;
        their = theirs[(at += 1)]
      )
        if (meet(mine, their)) found.push({ part, one: mine.edit, other: their.edit });
    }
  }
  return found;
}

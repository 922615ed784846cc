import type { Strand } from '../footprint/footprint.ts';
import type { WordsEdit } from '../footprint/provenance.ts';
import type { ProvisionId, TextPart } from '../provision.ts';

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

/** The edits of one provision in which two changes write the same words. Linear in the edits there. */
export function wordsInCommon(one: Strand, other: Strand, provision: ProvisionId): readonly WordsInCommon[] {
  const found: WordsInCommon[] = [];
  for (const { part, edits } of one.words.get(provision) ?? []) {
    const theirs = other.words.get(provision)?.find((write) => write.part === part)?.edits ?? [];
    let next = 0;
    for (const edit of edits) {
      // Edits stand in order and apart: one that ends before this one starts meets none of those to come either.
      while ((theirs[next]?.end ?? Infinity) < edit.start) next += 1;
      for (let at = next, their = theirs[at]; their !== undefined && their.start <= edit.end; their = theirs[(at += 1)])
        if (overlap(edit, their)) found.push({ part, one: edit, other: their });
    }
  }
  return found;
}

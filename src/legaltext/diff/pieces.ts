import { compareWords } from './compare-words.ts';

/** A stretch of a redline: words that stay, words struck, words that come. */
export interface Piece {
  readonly kind: 'same' | 'deleted' | 'inserted';
  readonly words: string;
}

/**
 * Two texts as one run of pieces, in reading order: deleted words stand before the inserted ones that take their place.
 * Without the inserted pieces it reads `before`, without the deleted ones `after`, to the letter. No piece is empty and
 * no two in a row are of one kind. Near linear in the length.
 */
export function pieces(before: string, after: string): readonly Piece[] {
  const found: Piece[] = [];
  const add = (kind: Piece['kind'], words: string): void => {
    if (words !== '') found.push({ kind, words });
  };
  let at = 0;
  for (const each of compareWords(before, after)) {
    add('same', before.slice(at, each.beforeStart));
    add('deleted', before.slice(each.beforeStart, each.beforeEnd));
    add('inserted', after.slice(each.afterStart, each.afterEnd));
    at = each.beforeEnd;
  }
  add('same', before.slice(at));
  return found;
}

/** What is left of a run of pieces when those that are only inserted, or only deleted, are taken out. */
export function wordsWithout(run: readonly Piece[], out: 'inserted' | 'deleted'): string {
  let words = '';
  for (const piece of run) if (piece.kind !== out) words += piece.words;
  return words;
}

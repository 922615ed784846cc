import { compareWords } from '../diff/compare-words.ts';
import { byId, type Substitute } from '../operation.ts';
import type { ProvisionId, TextPart } from '../provision.ts';
import { sortedEntries, Text, type Mark } from '../text.ts';

/** One stretch of a text to be replaced. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly replacement: Text;
}

/**
 * The substitutions that turn one text of a provision into another, with its marks; null where none do, since a mark over
 * no words at the edge of a text cannot be taken out with words.
 *
 * Words first: one substitution for each stretch that reads differently. Marks over words that stay are carried along by
 * the text itself. Where that does not give the very marks wanted (a reference was added over words that stay, a term is
 * emphasised no more), one substitution over all that differs is tried, then one over everything. Substitutions stand from
 * the last to the first, so that each span counts in the text as it was.
 */
export function substitutions(
  target: ProvisionId,
  part: TextPart,
  before: Text,
  after: Text,
): readonly Substitute[] | null {
  const ways = [changesOfWords, oneChange, wholeChange];
  for (const way of ways) {
    const changes = way(before, after);
    if (carriedOut(before, changes).equals(after))
      return changes.map(({ start, end, replacement }) => ({
        kind: 'substitute',
        target: byId(target),
        selection: { by: 'span', part, start, end, words: before.words.slice(start, end) },
        replacement,
      }));
  }
  return null;
}

const carriedOut = (text: Text, changes: readonly Change[]): Text =>
  changes.reduce((made, { start, end, replacement }) => made.replace(start, end, replacement), text);

function changesOfWords(before: Text, after: Text): readonly Change[] {
  return compareWords(before.words, after.words)
    .map((each) => ({
      start: each.beforeStart,
      end: each.beforeEnd,
      replacement: withMarksWithin(after, each.afterStart, each.afterEnd),
    }))
    .reverse();
}

/** The words `[start, end)` with the marks that are over nothing else. */
function withMarksWithin(text: Text, start: number, end: number): Text {
  const marks = text.marks.filter((mark) => mark.start >= start && mark.end <= end && start < end);
  return Text.of(
    text.words.slice(start, end),
    marks.map((mark) => ({ ...mark, start: mark.start - start, end: mark.end - start })),
  );
}

const wholeChange = (before: Text, after: Text): readonly Change[] => [
  { start: 0, end: before.words.length, replacement: after },
];

/** Widening goes on as long as it meets marks without a twin; after so many rounds the whole text is taken instead. */
const MOST_ROUNDS = 8;

/** One stretch that holds all words that differ and all marks that have no twin in the other text. */
function oneChange(before: Text, after: Text): readonly Change[] {
  const words = compareWords(before.words, after.words);
  /** How much stays at the start and at the end of both texts. */
  let head = words[0]?.beforeStart ?? before.words.length;
  let tail = before.words.length - (words[words.length - 1]?.beforeEnd ?? 0);
  let grown = true;
  for (let round = 0; grown && round < MOST_ROUNDS; round += 1) {
    grown = false;
    for (const [own, other] of [
      [before, after],
      [after, before],
    ] as const) {
      const places = new Set(other.marks.map((mark) => placeOf(other, mark, head, tail)));
      for (const mark of own.marks) {
        const place = placeOf(own, mark, head, tail);
        const behind = own.words.length - mark.end;
        if ((place !== null && places.has(place)) || (mark.start >= head && behind >= tail)) continue;
        head = Math.min(head, mark.start);
        tail = Math.min(tail, behind);
        grown = true;
      }
    }
  }
  if (grown) return wholeChange(before, after);
  const beforeEnd = Math.max(head, before.words.length - tail);
  const afterEnd = Math.max(head, after.words.length - tail);
  return [{ start: head, end: beforeEnd, replacement: withMarksWithin(after, head, afterEnd) }];
}

/**
 * What a mark says and where it is, as counted from the edges that stay: equal for twins in two texts. Null when it is not
 * over words that stay, nor around all that change.
 */
function placeOf({ words: { length } }: Text, mark: Mark, head: number, tail: number): string | null {
  const [fromStart, fromEnd] = [mark.start <= head, length - mark.end <= tail];
  const says = JSON.stringify([mark.kind, sortedEntries(mark.attributes)]);
  if (mark.end <= head) return `before ${mark.start} ${mark.end} ${says}`;
  if (length - mark.start <= tail) return `behind ${mark.start - length} ${mark.end - length} ${says}`;
  return fromStart && fromEnd ? `around ${mark.start} ${mark.end - length} ${says}` : null;
}

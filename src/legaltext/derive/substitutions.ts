import { compareWords } from '../diff/compare-words.ts';
import { byId, type Substitute, type Target } from '../operation.ts';
import type { ProvisionId, TextPart } from '../provision.ts';
import { contextOf } from '../span.ts';
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
 * Words first: one substitution for each stretch that reads differently, with so much of what stands around it that it is
 * found again, or seen not to be, in a text that has changed. Marks over words that stay are carried along by
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
    if (carriedOut(before, changes).equals(after)) return asOperations(byId(target), part, before, changes);
  }
  return null;
}

/** Each change with what stands around it in the text that it meets: what those behind it have made of the words. */
function asOperations(target: Target, part: TextPart, before: Text, changes: readonly Change[]): readonly Substitute[] {
  let { words: now } = before;
  return changes.map(({ start, end, replacement }) => {
    const selection = {
      by: 'span',
      part,
      start,
      end,
      words: now.slice(start, end),
      context: contextOf(now, start, end),
    } as const;
    now = now.slice(0, start) + replacement.words + now.slice(end);
    return { kind: 'substitute', target, selection, replacement };
  });
}

const carriedOut = (text: Text, changes: readonly Change[]): Text =>
  changes.reduce((made, { start, end, replacement }) => made.replace(start, end, replacement), text);

/**
 * For each change the text is searched for what stands around it. Where that would go through more characters than these,
 * a text of a megabyte with some thirty changes, all that differs is one change.
 */
const MOST_SEARCHED = 2 ** 25;

function changesOfWords(before: Text, after: Text): readonly Change[] {
  const differences = compareWords(before.words, after.words);
  if (differences.length * Math.max(before.words.length, after.words.length) > MOST_SEARCHED)
    return oneChange(before, after);
  return differences
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

/** How far a stretch can slide, in UTF-16 units. */
export interface Slide {
  readonly back: number;
  readonly on: number;
}

/** Letters, digits and marks of which none is cut from the next. */
const WITHIN_WORD = /[\p{L}\p{N}\p{M}\p{Cf}\p{Cs}]/u;

/**
 * How far `text[start, end)`, being all that one text has more than another, could stand earlier or later without a letter
 * of either text changing: "b; " in "a; b; b; c". At most `back` and `on` units, and never so that a word is cut.
 */
export function slideOf(text: string, start: number, end: number, back: number, on: number): Slide {
  let furthestBack = 0;
  for (let by = 1; by <= back && text.charCodeAt(start - by) === text.charCodeAt(end - by); by += 1)
    if (isBetweenWords(text, start - by) && isBetweenWords(text, end - by)) furthestBack = by;
  let furthestOn = 0;
  for (let by = 1; by <= on && text.charCodeAt(start + by - 1) === text.charCodeAt(end + by - 1); by += 1)
    if (isBetweenWords(text, start + by) && isBetweenWords(text, end + by)) furthestOn = by;
  return { back: furthestBack, on: furthestOn };
}

/** How much of a text beside an insertion is looked at, in UTF-16 units: whoever asks of many does not read it all each time. */
const NEAR = 2 ** 10;

/** How far words put into a text at a position could stand earlier or later, the text they make being the same. */
export function slideOfInsertion(text: string, at: number, words: string, back: number, on: number): Slide {
  const [before, after] = [text.slice(Math.max(0, at - NEAR), at), text.slice(at, at + NEAR)];
  const start = before.length;
  const end = start + words.length;
  return slideOf(before + words + after, start, end, Math.min(back, before.length), Math.min(on, after.length));
}

function isBetweenWords(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return true;
  return !WITHIN_WORD.test(text.charAt(at - 1)) || !WITHIN_WORD.test(text.charAt(at));
}

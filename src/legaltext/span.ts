import { failed, ok, type Result } from '../values/result.ts';
import { eachOccurrence } from './find-words.ts';
import type { Selection, SpanContext } from './operation.ts';
import type { FailureReason } from './operation-failure.ts';
import type { Range } from './text.ts';
import { inWholeWords } from './whole-words.ts';

type Span = Extract<Selection, { by: 'span' }>;

/**
 * Where a span is in a text. One that says what stands around it is where that stands, which must be in one place only,
 * wherever that is by now; any other is where its positions say, and reads what it says. Fails when that is not so. Linear
 * in the text.
 */
export function findSpan(text: string, span: Span): Result<Range, FailureReason> {
  const { part, start, end, words, context } = span;
  if (context !== undefined) return findInContext(text, span, context);
  const whole = Number.isInteger(start) && Number.isInteger(end);
  const inside = whole && start >= 0 && start <= end && end <= text.length;
  if (inside && (words === undefined || text.slice(start, end) === words)) return ok({ start, end });
  const found = inside ? inWholeWords(text, start, end) : text;
  return failed({ kind: 'span-mismatch', part, expected: words ?? '', found });
}

function findInContext(text: string, span: Span, context: SpanContext): Result<Range, FailureReason> {
  const { part, words } = span;
  if (words === undefined)
    return failed({ kind: 'malformed', what: 'it says what stands around the words it takes out, and not these' });
  const [place, ...more] = placesInContext(text, words, context);
  const sought = context.before + words + context.after;
  if (place === undefined) {
    const from = Math.min(Math.max(0, span.start - context.before.length), text.length);
    const found = inWholeWords(text, from, Math.min(text.length, from + sought.length));
    return failed({ kind: 'span-mismatch', part, expected: sought, found });
  }
  if (more.length > 0) return failed({ kind: 'quotation-count', words: sought, declared: 1, found: more.length + 1 });
  return ok(place);
}

const WORD_BEFORE = /[\p{L}\p{N}\p{M}]$/u;
const WORD_AFTER = /^[\p{L}\p{N}\p{M}]/u;
/** Units that hold one character. */
const CHARACTER = 2;

/** The places where words stand in their context, as whole words, in order; places may overlap. At most `most` of them. */
function placesInContext(text: string, words: string, context: SpanContext, most = Infinity): readonly Range[] {
  const { before, after } = context;
  const sought = before + words + after;
  if (sought === '') return text === '' ? [{ start: 0, end: 0 }] : [];
  const [startsInWord, endsInWord] = [WORD_AFTER.test(sought), WORD_BEFORE.test(sought)];
  const found: Range[] = [];
  eachOccurrence(text, sought, (from) => {
    const to = from + sought.length;
    const isCut =
      (startsInWord && WORD_BEFORE.test(text.slice(Math.max(0, from - CHARACTER), from))) ||
      (endsInWord && WORD_AFTER.test(text.slice(to, to + CHARACTER)));
    // Where nothing stood before or after, the text itself began or ended.
    const isAtEdges = (before !== '' || from === 0) && (after !== '' || to === text.length);
    if (!isCut && isAtEdges) found.push({ start: from + before.length, end: to - after.length });
    // What overlaps counts too: any of them could be meant.
    return found.length >= most ? 'enough' : 'passed';
  });
  return found;
}

/** Each time the words around are not enough, so many times as many are taken. */
const WIDENING = 4;

/**
 * What stands around characters `[start, end)` of a text: as many whole words on either side as it takes to find the place
 * by them, one at least where there is one. All there are in the end: nothing else in a text reads as the whole of it.
 * Linear in the text for each widening, of which there are about half as many as the number of its words has binary digits.
 */
export function contextOf(text: string, start: number, end: number): SpanContext {
  for (let count = 1; ; count *= WIDENING) {
    const from = wordsBack(text, start, count);
    const to = wordsOn(text, end, count);
    const context = { before: text.slice(from, start), after: text.slice(end, to) };
    if (from === 0 && to === text.length) return context;
    if (placesInContext(text, text.slice(start, end), context, 2).length === 1) return context;
  }
}

const SPACE = /\s/u;
const isSpace = (text: string, at: number): boolean => SPACE.test(text.charAt(at));

/** Where the last so many words before a position begin, words being what white space parts. */
function wordsBack(text: string, position: number, count: number): number {
  let at = position;
  for (let words = 0; words < count && at > 0; words += 1) {
    while (at > 0 && isSpace(text, at - 1)) at -= 1;
    while (at > 0 && !isSpace(text, at - 1)) at -= 1;
  }
  return at;
}

/** Where the first so many words after a position end. */
function wordsOn(text: string, position: number, count: number): number {
  let at = position;
  for (let words = 0; words < count && at < text.length; words += 1) {
    while (at < text.length && isSpace(text, at)) at += 1;
    while (at < text.length && !isSpace(text, at)) at += 1;
  }
  return at;
}

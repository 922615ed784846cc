/**
 * Words as a reader sees them. A token is a word, a run of white space, or one other sign; put one after another the
 * tokens are the text again, exactly.
 *
 * A word keeps what belongs to it: its combining marks, the points of `903.2.1`, the hyphen of `R-3`, the comma of
 * `1,000`, the apostrophe of `body's`. A short designator in brackets is one token, so that `47-1801.04(26)(A)` falls into
 * `47-1801.04`, `(26)` and `(A)`: the pieces a lawyer would strike or insert. Scripts written without spaces (Chinese,
 * Japanese, Thai…) are taken letter by letter. A surrogate pair is one letter and never cut.
 */
const UNKNOWN = 0;
const OTHER = 1;
const WORD = 2;
const DIGIT = 3;
const SPACE = 4;
/** Combining marks, skin tones and invisible format signs: they belong to what they follow. */
const ATTACHED = 5;
/** A letter that is a token of its own. */
const LONE_LETTER = 6;

const LONE_LETTERS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const HYPHENS_AND_APOSTROPHES = /[-.'’_\u2010\u2011]/;
const NUMBER_JOINERS = /[,/:]/;
const OPENING_BRACKET = '('.charCodeAt(0);
const CLOSING_BRACKET = ')'.charCodeAt(0);
/** `xxviii` and `47A` are designators; anything longer in brackets is a remark. */
const LONGEST_DESIGNATOR = 6;

/** What each UTF-16 unit is, filled in as units are met. */
const classes = new Uint8Array(0x10000);
const astralClasses = new Map<number, number>();

function classify(letter: string): number {
  if (/\s/u.test(letter)) return SPACE;
  if (/[\p{M}\p{Cf}\p{Emoji_Modifier}\uff9e\uff9f]/u.test(letter)) return ATTACHED;
  if (LONE_LETTERS.test(letter)) return LONE_LETTER;
  if (/\p{N}/u.test(letter)) return DIGIT;
  return /\p{L}/u.test(letter) ? WORD : OTHER;
}

function classAt(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  if (unit >= 0xd800 && unit < 0xdc00) {
    const point = text.codePointAt(index) ?? unit;
    if (point === unit) return OTHER;
    let known = astralClasses.get(point);
    if (known === undefined) astralClasses.set(point, (known = classify(String.fromCodePoint(point))));
    return known;
  }
  const known = classes[unit];
  if (known !== undefined && known !== UNKNOWN) return known;
  return (classes[unit] = classify(String.fromCharCode(unit)));
}

/** How many units the letter at `index` takes: two for a surrogate pair. */
function lengthAt(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  if (unit < 0xd800 || unit >= 0xdc00) return 1;
  const next = text.charCodeAt(index + 1);
  return next >= 0xdc00 && next < 0xe000 ? 2 : 1;
}

/** Whether a word goes on through the sign at `index`: it does when letters stand on both sides of it. */
function joins(text: string, index: number, end: number, before: number): boolean {
  if (index + 1 >= end) return false;
  const sign = text.charAt(index);
  const after = classAt(text, index + 1);
  if (HYPHENS_AND_APOSTROPHES.test(sign)) return after === WORD || after === DIGIT;
  return NUMBER_JOINERS.test(sign) && before === DIGIT && after === DIGIT;
}

/** Where a designator in brackets that opens at `index` ends, or -1 when none does. */
function endOfDesignator(text: string, index: number, end: number): number {
  const last = Math.min(end, index + LONGEST_DESIGNATOR + 2);
  for (let at = index + 1; at < last; at += 1) {
    if (text.charCodeAt(at) === CLOSING_BRACKET) return at > index + 1 ? at + 1 : -1;
    const kind = classAt(text, at);
    if (kind !== WORD && kind !== DIGIT) return -1;
  }
  return -1;
}

/** Where the marks end that belong to what ends at `at`. */
function endOfAttached(text: string, at: number, end: number): number {
  let last = at;
  while (last < end && classAt(text, last) === ATTACHED) last += lengthAt(text, last);
  return Math.min(last, end);
}

/** Where the token that begins at `start` ends. */
function endOfToken(text: string, start: number, end: number): number {
  let kind = classAt(text, start);
  let at = start + lengthAt(text, start);
  if (kind === SPACE) {
    while (at < end && classAt(text, at) === SPACE) at += 1;
    return at;
  }
  if (text.charCodeAt(start) === OPENING_BRACKET) {
    const close = endOfDesignator(text, start, end);
    if (close > 0) return endOfAttached(text, close, end);
  }
  const isWord = kind === WORD || kind === DIGIT;
  for (; at < end; at += lengthAt(text, at)) {
    const next = classAt(text, at);
    if (next === ATTACHED) continue;
    if (!isWord) break;
    if (next === WORD || next === DIGIT) kind = next;
    else if (next !== OTHER || !joins(text, at, end, kind)) break;
  }
  return Math.min(at, end);
}

/** Where the words and signs of a stretch of text are; white space is what lies between them. */
export interface WordBounds {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** The bounds of the words and signs in `text` from `start` to `end`. Linear. */
export function wordBounds(text: string, start: number, end: number): WordBounds {
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = start; at < end;) {
    const next = endOfToken(text, at, end);
    if (classAt(text, at) !== SPACE) {
      starts.push(at);
      ends.push(next);
    }
    at = next;
  }
  return { starts, ends };
}

/** The tokens of a text, white space included: joined they are the text, to the letter. Linear. */
export function wordTokens(text: string): readonly string[] {
  const tokens: string[] = [];
  for (let at = 0; at < text.length;) {
    const next = endOfToken(text, at, text.length);
    tokens.push(text.slice(at, next));
    at = next;
  }
  return tokens;
}

/** Whether the unit at `index` is white space. */
export function isSpaceAt(text: string, index: number): boolean {
  return classAt(text, index) === SPACE;
}

/** Whether `words` hold any letter or digit. */
export function hasLetters(words: string): boolean {
  for (let at = 0; at < words.length; at += lengthAt(words, at)) {
    const kind = classAt(words, at);
    if (kind === WORD || kind === DIGIT || kind === LONE_LETTER) return true;
  }
  return false;
}

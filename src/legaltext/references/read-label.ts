import type { CitedLabel } from './citation.ts';

const LETTERS = /[A-Z]{1,8}(?:-[A-Za-z\d]{1,4})?(?![a-z])/y;
const WHOLE =
  /[A-Z]{0,2}\d{1,5}(?:[A-Z]{1,4}\d{0,2}|[a-z](?![a-z]))?(?:[.:-](?:[A-Z]{0,2}\d{1,5})(?:[A-Z]{1,4}\d{0,2}|[a-z](?![a-z]))?){0,7}(?![A-Za-z\d])/y;
const BRACKETS =
  /(?:\((?:[a-z]{1,4}|[A-Z]{1,4}|\d{1,4}(?:[A-Z]{0,2}|[a-z])|[ivxl]{1,8}|[IVXL]{1,8})(?:-\d{0,2}[A-Za-z]{0,2})?\)){1,10}/y;

/** A label, and where the words after it begin. */
export interface LabelRead {
  readonly label: CitedLabel;
  readonly end: number;
}

/** What a sticky pattern finds at a place. */
export function match(pattern: RegExp, words: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(words)?.[0] ?? null;
}

/** The label at a place; letters alone only where they may stand alone. */
export function labelAt(words: string, at: number, lettersAlone: boolean): LabelRead | null {
  let end = at;
  let letters = '';
  let apart = false;
  let whole = match(WHOLE, words, at) ?? '';
  if (whole !== '') end += whole.length;
  else {
    letters = match(LETTERS, words, at) ?? '';
    if (letters !== '') {
      end += letters.length;
      const spaced = words[end] === ' ';
      const after = match(WHOLE, words, spaced ? end + 1 : end) ?? '';
      if (after !== '' && (!spaced || after.includes('.'))) {
        whole = after;
        apart = spaced;
        end += after.length + (spaced ? 1 : 0);
      } else if (!lettersAlone) return null;
    }
  }
  const brackets = match(BRACKETS, words, end) ?? '';
  end += brackets.length;
  if (end === at) return null;
  const split =
    brackets === ''
      ? []
      : brackets
          .slice(1, -1)
          .split(')(')
          .map((each) => `(${each})`);
  return { label: { letters, whole, brackets: split, apart }, end };
}

/** Reads words that are known to be one label, as in a marked reference: `32-1009.01`, `(a)(1)`. Null when they are none. */
export function readLoneLabel(words: string): CitedLabel | null {
  const trimmed = words
    .trim()
    .replace(/^§+\s*/, '')
    .replace(/^\[|\]$/g, '');
  const read = labelAt(trimmed, 0, true);
  return read !== null && read.end === trimmed.length && (read.label.whole !== '' || read.label.brackets.length > 0)
    ? read.label
    : null;
}

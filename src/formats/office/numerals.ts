const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(value: number): string {
  let left = value;
  let numeral = '';
  for (const [worth, letters] of ROMAN) for (; left >= worth; left -= worth) numeral += letters;
  return numeral;
}

/** How office programs letter a list past z: aa, bb, cc. */
const letter = (value: number): string => String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));

/** A list number above this is a damaged file; it is printed as digits, so that no numeral grows without end. */
const LONGEST_LIST = 2000;

export type NumeralStyle = 'decimal' | 'lowerLetter' | 'upperLetter' | 'lowerRoman' | 'upperRoman';

/** `value`, from 1, as a list prints it: `numeral(4, 'lowerRoman')` is `iv`. */
export function numeral(value: number, style: NumeralStyle): string {
  if (value < 1 || value > LONGEST_LIST || style === 'decimal') return String(value);
  if (style === 'lowerLetter') return letter(value);
  if (style === 'upperLetter') return letter(value).toUpperCase();
  return style === 'lowerRoman' ? roman(value) : roman(value).toUpperCase();
}

/** A bullet as it is seen: symbol fonts put theirs in the private use area or on letters, where they mean nothing here. */
export function bulletGlyph(character: string, font = ''): string {
  const code = character.codePointAt(0) ?? 0;
  const symbolic = /wingdings|symbol|webdings/iu.test(font) || (code >= 0xf000 && code <= 0xf0ff);
  return symbolic || character.trim() === '' || /[\p{L}\p{N}]/u.test(character) ? '•' : character;
}

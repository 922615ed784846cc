import { toRoman } from '../../legaltext/house-styles/roman.ts';

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
  return style === 'lowerRoman' ? toRoman(value) : toRoman(value).toUpperCase();
}

/** A bullet as it is seen: symbol fonts put theirs in the private use area or on letters, where they mean nothing here. */
export function bulletGlyph(character: string, font = ''): string {
  const code = character.codePointAt(0) ?? 0;
  const symbolic = /wingdings|symbol|webdings/iu.test(font) || (code >= 0xf000 && code <= 0xf0ff);
  return symbolic || character.trim() === '' || /[\p{L}\p{N}]/u.test(character) ? '•' : character;
}

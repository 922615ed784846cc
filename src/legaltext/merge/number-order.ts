/**
 * Which of two printed numbers comes first, without knowing any house style: `13A` before `27C`, `(a)` before `(aa)`, `(ii)`
 * before `(iv)`, `2.3` before `2.3.1`. Digits count as numbers, letters by the alphabet, signs not at all; where letters can
 * be read in more than one way (`aa` after `z`, or after `a`?), nobody can know.
 */
export function compareNumbers(one: string, other: string): number | null {
  const these = one.match(PIECES) ?? [];
  const those = other.match(PIECES) ?? [];
  for (let at = 0; at < these.length || at < those.length; at += 1) {
    const piece = these[at];
    const counterpart = those[at];
    if (piece === undefined) return -1;
    if (counterpart === undefined) return 1;
    if (piece === counterpart) continue;
    const order = comparePieces(piece, counterpart);
    if (order !== 0) return order;
  }
  return 0;
}

const PIECES = /\p{Nd}+|[\p{L}\p{M}]+/gu;
const DIGITS = /^\d+$/u;

function comparePieces(one: string, other: string): number | null {
  const isCount = DIGITS.test(one);
  if (isCount !== DIGITS.test(other)) return null;
  if (isCount) {
    const [these, those] = [one.replace(/^0+(?=\d)/u, ''), other.replace(/^0+(?=\d)/u, '')];
    return these.length - those.length || (these < those ? -1 : these > those ? 1 : 0);
  }
  const roman = compareRoman(one, other);
  const sameCase = isUpper(one) === isUpper(other);
  if (!sameCase) return null;
  if (one.startsWith(other)) return roman === null || roman > 0 ? 1 : null;
  if (other.startsWith(one)) return roman === null || roman < 0 ? -1 : null;
  if (one.length !== other.length) return roman;
  const alphabetical = one < other ? -1 : 1;
  return roman === null || one.length === 1 || Math.sign(roman) === alphabetical ? alphabetical : null;
}

const isUpper = (letters: string): boolean => letters === letters.toUpperCase();

const ROMAN = /^(?:m{0,3})(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/iu;
const ROMAN_VALUES: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

/** The order of two numbers that can both be Roman; null when one of them cannot. */
function compareRoman(one: string, other: string): number | null {
  return ROMAN.test(one) && ROMAN.test(other) ? romanValue(one) - romanValue(other) : null;
}

function romanValue(letters: string): number {
  let total = 0;
  let before = 0;
  for (let at = letters.length - 1; at >= 0; at -= 1) {
    const value = ROMAN_VALUES[letters.charAt(at).toLowerCase()] ?? 0;
    total += value < before ? -value : value;
    before = Math.max(before, value);
  }
  return total;
}

/** Roman numerals in their canonical form only: `iiii` and `ic` are no numerals, so that `iic` reads as ii with a suffix. */
const PARTS: readonly (readonly [number, string])[] = [
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

const CANONICAL = /^(?=.)m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/;

/** The value of a Roman numeral in lower case, 1 to 3999; null for anything else. */
export function romanValue(numeral: string): number | null {
  if (!CANONICAL.test(numeral)) return null;
  let value = 0;
  let rest = numeral;
  for (const [worth, sign] of PARTS)
    while (rest.startsWith(sign)) {
      value += worth;
      rest = rest.slice(sign.length);
    }
  return value;
}

/** `value` (1 to 3999) as a Roman numeral in lower case. */
export function toRoman(value: number): string {
  let numeral = '';
  let rest = value;
  for (const [worth, sign] of PARTS)
    while (rest >= worth) {
      numeral += sign;
      rest -= worth;
    }
  return numeral;
}

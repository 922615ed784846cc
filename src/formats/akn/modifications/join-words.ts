import { Text } from '../../../legaltext/text.ts';

/** Two texts with a space between, unless one brings white space or the second begins with punctuation that joins on. */
export function joined(first: Text, second: Text): Text {
  const isParted =
    first.words !== '' &&
    second.words !== '' &&
    !/[\s([“‘]$/u.test(first.words) &&
    !/^[\s,.;:)\]”’]/u.test(second.words);
  return first.concat(Text.of(isParted ? ' ' : '')).concat(second);
}

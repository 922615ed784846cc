/*
 * Layout and words. In a file, white space (space, tab, line ends) is layout: a run of it is one space, and none stands at
 * the ends of a text or beside a line break (`br`). Where `xml:space="preserve"` is in force every character counts; texts
 * that would not survive otherwise are written so.
 */

/** Whether words would come back otherwise if they were written without `xml:space="preserve"`. */
export const needsPreserving = (words: string): boolean => /[\t\r]|^ | $| {2}| \n|\n /u.test(words);

/** What `evened` gives: the words, and for each place in the old words (one more than their length) the place in the new. */
export interface Evened {
  readonly words: string;
  readonly places: readonly number[];
}

/**
 * Words without layout: of `words`, in which runs of white space are already one space and `\n` is a line break, the
 * spaces go that stand at an end, beside another space or beside a line break. Undefined when there are none.
 */
export function evened(words: string): Evened | undefined {
  if (!/^ | $| {2}| \n|\n /u.test(words)) return undefined;
  const places: number[] = [];
  let even = '';
  /** A space that has been met and is only written if words follow on the same line. */
  let waiting = false;
  const drop = (): void => {
    for (let at = places.length - 1; at >= 0 && (places[at] ?? 0) > even.length; at -= 1) places[at] = even.length;
    waiting = false;
  };
  for (let at = 0; at < words.length; at += 1) {
    const unit = words.charAt(at);
    if (unit === '\n') drop();
    places.push(even.length + (waiting ? 1 : 0));
    if (unit === ' ') {
      waiting = even !== '' && !even.endsWith('\n');
      continue;
    }
    if (waiting) even += ' ';
    waiting = false;
    even += unit;
  }
  drop();
  places.push(even.length);
  return { words: even, places };
}

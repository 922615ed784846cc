/**
 * The publisher's files break and indent lines as they like, and no-break, en, thin and zero-width spaces stand in some
 * copies of a text and not in others. None of that is law, so a run of any of it reads as one space.
 */
const RUN = /[\s\u200b-\u200d\u2060]+/gu;
const UNEVEN = /[^\S ]|[\u200b-\u200d\u2060]| {2}/u;

/** `words` with every run of white space as one space. */
export const evenSpaces = (words: string): string => (UNEVEN.test(words) ? words.replace(RUN, ' ') : words);

/** The same, without space at either end. */
export const trimmed = (words: string): string => evenSpaces(words).trim();

/** Small turns of words that pages share. */

/** With a capital at the beginning, the rest as it is. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** A key as people read it: `change-request` → `Change request`. */
export const keyInWords = (key: string): string => capital(key.replaceAll('-', ' '));

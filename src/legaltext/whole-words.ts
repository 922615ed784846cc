/** Words longer than this are cut, on either side. */
const LONGEST = 80;
const BEFORE = new RegExp(`[\\p{L}\\p{N}\\p{M}]{1,${String(LONGEST)}}$`, 'u');
const AFTER = new RegExp(`^[\\p{L}\\p{N}\\p{M}]{1,${String(LONGEST)}}`, 'u');
const IN_A_WORD = /[\p{L}\p{N}\p{M}]/u;

/**
 * The words at a stretch of a text, with the rest of the words that it begins or ends within: people are told what stands
 * somewhere in whole words. Offsets in UTF-16 code units, within the text. Linear in the stretch.
 */
export function inWholeWords(text: string, start: number, end: number): string {
  const words = text.slice(start, end);
  const before = IN_A_WORD.test(words.slice(0, 1))
    ? BEFORE.exec(text.slice(Math.max(0, start - LONGEST), start))
    : null;
  const after = IN_A_WORD.test(words.slice(-1)) ? AFTER.exec(text.slice(end, end + LONGEST)) : null;
  return `${before?.[0] ?? ''}${words}${after?.[0] ?? ''}`;
}

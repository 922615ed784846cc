/** Comparing words as people mean them: blind to case, quotation marks, dashes, emphasis marks and small slips. */

/** The words for comparison: lower case, one space, no emphasis marks, straight quotes, no closing colon or stop. */
export function plainWords(words: string): string {
  return words
    .toLowerCase()
    .replace(/[*_`#]+/g, ' ')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[–—−]/g, '-')
    .replace(/&/g, ' and ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\s*[:.]+$/, '');
}

const pairs = (words: string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (let i = 0; i + 1 < words.length; i += 1) {
    const pair = words.slice(i, i + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
};

/** Likeness of two strings, 0–1: Dice's coefficient over pairs of letters of the plain words. */
export const likeness = (one: string, other: string): number => likenessOfPlain(plainWords(one), plainWords(other));

/** As `likeness`, of words that are plain already. */
export function likenessOfPlain(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length < 2 || b.length < 2) return 0;
  const counts = pairs(a);
  let shared = 0;
  for (const [pair, count] of pairs(b)) shared += Math.min(count, counts.get(pair) ?? 0);
  return (2 * shared) / (a.length + b.length - 2);
}

/** From this likeness on, two titles are one title with a slip in it (`Qualification`, `Qualifications`). */
const SAME_TITLE = 0.88;

/** True when two titles are the same but for case, marks, a part number `(1 of 2)` or a small slip. */
export function sameTitle(one: string, other: string): boolean {
  const longest = Math.max(one.length, other.length);
  // Part numbers aside, titles of very different length are not alike: most pairs end here.
  if (Math.abs(one.length - other.length) > longest / 3 + 16) return false;
  const a = plainWords(withoutPartNumber(one));
  const b = plainWords(withoutPartNumber(other));
  if (a === '' || b === '' || Math.abs(a.length - b.length) > longest / 3) return false;
  return likenessOfPlain(a, b) >= SAME_TITLE;
}

/** `Minutes and Actions (1 of 2)` → `Minutes and Actions`. */
export const withoutPartNumber = (title: string): string =>
  title.replace(/\s*[([]?\b(?:\d+ of \d+|cont(?:inued|'d)?\.?)[)\]]?\s*$/i, '').trim();

/** True when the words are one of the aliases, blind as `plainWords` is. */
export const isOneOf = (words: string, aliases: readonly string[]): boolean => {
  const plain = plainWords(words);
  return aliases.some((alias) => plainWords(alias) === plain);
};

/** Takes tags, entities and emphasis marks out of words and closes the gaps. */
export function withoutMarkup(words: string): string {
  return words
    .replace(/<\/?[a-z][^<>]{0,200}>/gi, ' ')
    .replace(/&nbsp;/gi, ' ')
    .replace(/&amp;/gi, '&')
    .replace(/&lt;/gi, '<')
    .replace(/&gt;/gi, '>')
    .replace(/\[([^\][]{0,300})\]\([^()\s]{0,300}\)/g, '$1')
    .replace(/\*{1,3}/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A short key made of words: letters and digits, dashes between, at most 60 characters. */
export const slug = (words: string): string =>
  withoutMarkup(words)
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');

export const escapePattern = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

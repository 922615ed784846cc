import { provisionsUnder, type ProvisionId } from '../provision.ts';
import { singularOf } from '../terms/term-trie.ts';
import type { Version } from '../version.ts';
import { COMPANY, COMPANY_AFTER, NAMING_WORDS, PROPER_NAMES, SENTENCE_BEGINNING } from './proper-names.ts';

/**
 * Phrases in capitals that nothing defines, in a code that writes its defined terms in capitals. Names of authorities, places,
 * companies, days and documents are written so too, and are no terms. What is left is told apart by how it is used: of a
 * term there are several, so people write "a Data Service", "each Data Service" or "Data Services"; a name stands alone or
 * after "the". Only phrases of two words or more, in the middle of sentences, in two places at least.
 */
export interface UndefinedPhrase {
  /** As it stands first. */
  readonly phrase: string;
  /** Every provision it stands in, once for each time, in reading order. */
  readonly places: readonly ProvisionId[];
  /** Whether it is used as a term is, and not as a name. */
  readonly isLikeTerm: boolean;
}

const PHRASE = /\p{Lu}[\p{L}\p{M}]*\p{Ll}[\p{L}\p{M}]*(?:[ -]\p{Lu}[\p{L}\p{M}]*\p{Ll}[\p{L}\p{M}]*){1,5}/gu;
/** A word or a comma before: the phrase does not begin its sentence. */
const WITHIN_SENTENCE = /[\p{L}\p{N})’'”",]\s$/u;
const OF_SEVERAL =
  /\b(?:an?|each|every|any|no|another|such|all|both|either|neither|other|relevant|one|more|its|their|his|her)\s$/i;
/** `Data Transfer Catalogue (“DTC”)`: the phrase is what the short form stands for. */
const SHORT_FORM_AFTER = /^\s\((?:the\s|an?\s)?["“‘']/;
const FEWEST = 2;
/** Cells of a table and lines without a sentence are written as titles are. */
const FEWEST_WORDS = 8;

/** The phrases, those used as terms first, then those in most places. `isDefined` is asked for a phrase and for the phrases it is made of. Linear. */
export function undefinedPhrases(version: Version, isDefined: (phrase: string) => boolean): readonly UndefinedPhrase[] {
  const found = new Map<string, { readonly phrase: string; readonly places: ProvisionId[]; ofSeveral: boolean }>();
  const introduced = new Set<string>();
  for (const provision of provisionsUnder(version.root)) {
    const { words } = provision.text;
    if (provision.kind === 'cell' || words.split(/\s+/, FEWEST_WORDS).length < FEWEST_WORDS) continue;
    for (const { 0: read, index: from } of words.matchAll(PHRASE)) {
      const index = from + (SENTENCE_BEGINNING.exec(read)?.[0].length ?? 0);
      const phrase = read.slice(index - from);
      if (!/[ -]/.test(phrase)) continue;
      const before = words.slice(Math.max(0, index - 24), index);
      const after = words.slice(index + phrase.length, index + phrase.length + 16);
      const key = singularPhrase(phrase);
      if (SHORT_FORM_AFTER.test(after)) introduced.add(key);
      if (!WITHIN_SENTENCE.test(before) || isName(phrase, after)) continue;
      const entry = found.get(key) ?? { phrase, places: [], ofSeveral: false };
      found.set(key, entry);
      entry.places.push(provision.id);
      if (OF_SEVERAL.test(before) || key !== phrase) entry.ofSeveral = true;
    }
  }
  return [...found]
    .filter(([key, { places }]) => places.length >= FEWEST && !introduced.has(key) && !isMadeOf(key, isDefined))
    .map(([, { phrase, places, ofSeveral }]) => ({ phrase, places, isLikeTerm: ofSeveral }))
    .sort((a, b) => Number(b.isLikeTerm) - Number(a.isLikeTerm) || b.places.length - a.places.length);
}

function isName(phrase: string, after: string): boolean {
  return (
    NAMING_WORDS.test(phrase) ||
    PROPER_NAMES.has(singularPhrase(phrase)) ||
    PROPER_NAMES.has(phrase) ||
    COMPANY.test(phrase) ||
    COMPANY_AFTER.test(after) ||
    /^\s(?:of\s)?(?:19|20)\d\d\b/.test(after)
  );
}

/** A phrase with its last word in the singular, by which uses of one term are known. */
export const singularPhrase = (phrase: string): string =>
  phrase
    .split(' ')
    .map((word, index, all) => (index === all.length - 1 ? singularOf(word) : word))
    .join(' ');

/** Whether a phrase is one defined term after another: "Meter Operator" where both are defined. */
function isMadeOf(phrase: string, isDefined: (phrase: string) => boolean): boolean {
  const words = phrase.split(' ');
  const reachable = [true, ...words.map(() => false)];
  for (let from = 0; from < words.length; from += 1) {
    if (reachable[from] !== true) continue;
    for (let to = from + 1; to <= words.length; to += 1)
      if (isDefined(singularPhrase(words.slice(from, to).join(' ')))) reachable[to] = true;
  }
  return reachable[words.length] === true;
}

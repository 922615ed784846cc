import type { Provision, ProvisionId } from '../provision.ts';
import type { Text } from '../text.ts';
import { Version } from '../version.ts';

/**
 * Quoted matter: provisions and words that a text holds only in order to put them into another text. They are cited there
 * and not here, what they cite is there, and their numbers and terms are no numbers and terms of the text that quotes them.
 */
const QUOTATIONS: ReadonlySet<string> = new Set(['quotation', 'quotedStructure', 'embeddedStructure']);

/** Whether a provision, with everything under it, is quoted. */
export const isQuotation = ({ kind }: Provision): boolean => QUOTATIONS.has(kind);

/** Whether a provision is quoted matter, or within it. */
export const isQuoted = (version: Version, id: ProvisionId): boolean => version.pathTo(id).some(isQuotation);

/** What an instruction to amend says before the words it quotes: insert “…”, for the words “…”, after “…”. */
const QUOTES =
  /\b(?:insert(?:ing|ed)?|substitut(?:e|ed|ing)|omit(?:ted|ting)?|delet(?:e|ed|ing)|add(?:ed|ing)?|replac(?:e|ed|ing)|strik(?:e|ing)(?:\s+out)?|repeal(?:ed|ing)?|after|before|for|with|by)\s+(?:the\s+(?:words?|phrase|figures?|entry|definition)\s+)?$/i;
const NEAR = 60;

/** The ranges of a text that are quoted: by marks of the source, or between double quotation marks after an instruction. */
export function quotedRanges({ words, marks }: Text): readonly { readonly start: number; readonly end: number }[] {
  const ranges = marks
    .filter(({ attributes }) => attributes['element'] === 'quotedText' || attributes['element'] === 'embeddedText')
    .map(({ start, end }) => ({ start, end }));
  for (const { index, 0: quoted } of words.matchAll(/“[^“”]*”|"[^"]*"/g))
    if (QUOTES.test(words.slice(Math.max(0, index - NEAR), index)))
      ranges.push({ start: index, end: index + quoted.length });
  return ranges;
}

/** The version without its quoted matter; the version itself where there is none. Linear; keeps all ids. */
export function withoutQuotations(version: Version): Version {
  const root = stripped(version.root);
  return root === version.root ? version : Version.trusted(root);
}

function stripped(provision: Provision): Provision {
  let changed = false;
  const children: Provision[] = [];
  for (const child of provision.children) {
    const kept = isQuotation(child) ? null : stripped(child);
    if (kept !== child) changed = true;
    if (kept !== null) children.push(kept);
  }
  return changed ? provision.with({ children }) : provision;
}

import { provisionsUnder, TEXT_PARTS, type ProvisionId } from '../provision.ts';
import { termKey, type Definition } from '../terms/definition.ts';
import { singularOf, TermTrie } from '../terms/term-trie.ts';
import type { Terms } from '../terms/terms.ts';
import type { Version } from '../version.ts';

/** A definition that nothing uses as it is written; and the provision that uses its words with other capitals, if one does. */
export interface UnusedTerm {
  readonly definition: Definition;
  readonly otherwise: { readonly provision: ProvisionId; readonly words: string } | null;
}

/** Some sources mark a whole definition as the term that it defines: nobody would use that. */
const isWholeDefinition = ({ form, term }: Definition): boolean => form === 'marked' && term.length > LONGEST_TERM;
const LONGEST_TERM = 60;

/**
 * The definitions that no words use. People write a term at the beginning of a sentence, in a heading or in the plural with
 * letters that its definition does not have; so a term counts as used where its words stand in any form: with other
 * capitals, in the singular or the plural, beyond its reach or further on in the provision that defines it. Where terms are
 * `inCapitals`, other capitals are told instead, since those words may be meant as no term at all. Linear in the text.
 */
export function unusedTerms(version: Version, known: Terms, inCapitals: boolean): readonly UnusedTerm[] {
  const candidates = known.unused.filter(
    (definition) => !isWholeDefinition(definition) && !isUsedFurtherOn(version, known, definition),
  );
  if (candidates.length === 0) return [];
  const elsewhere = otherForms(version, known, candidates);
  return candidates.flatMap((definition) => {
    const found = elsewhere.get(definition);
    if (found === undefined) return [{ definition, otherwise: null }];
    const hasOtherCapitals =
      inCapitals && /\p{Lu}/u.test(definition.term) && found.every(({ words }) => !/\p{Lu}/u.test(words));
    return hasOtherCapitals ? [{ definition, otherwise: found[0] ?? null }] : [];
  });
}

/** Whether a term is used in the provision that defines it, in another sentence than the one that does. */
function isUsedFurtherOn(version: Version, known: Terms, { term, provision, part, end }: Definition): boolean {
  const words = version.find(provision)?.[part].words ?? '';
  return known
    .usesOf(term)
    .some(
      (use) =>
        use.provision === provision &&
        (use.part !== part || use.end <= end || /[.;\n]/.test(words.slice(end, use.start))),
    );
}

interface Form {
  readonly provision: ProvisionId;
  readonly words: string;
}

/** Where else the words of definitions stand, whatever their capitals and numbers. */
function otherForms(
  version: Version,
  known: Terms,
  definitions: readonly Definition[],
): ReadonlyMap<Definition, readonly Form[]> {
  const trie = new TermTrie<readonly Definition[]>();
  const byWords = new Map<string, Definition[]>();
  for (const definition of definitions) {
    const words = inOneForm(termKey(definition.term));
    const alike = byWords.get(words);
    if (alike !== undefined) alike.push(definition);
    else {
      const first = [definition];
      byWords.set(words, first);
      trie.add(words, first);
    }
  }
  const forms = new Map<Definition, Form[]>();
  for (const provision of provisionsUnder(version.root)) {
    const defined = known.definedIn(provision.id);
    for (const part of TEXT_PARTS) {
      const { words } = provision[part];
      for (const { start, end, entry } of trie.find(inOneForm(words))) {
        // Where a term is defined a second time, it is not used.
        if (defined.some((each) => each.part === part && each.start < end && start < each.end)) continue;
        const form = { provision: provision.id, words: words.slice(start, end) };
        for (const definition of entry) {
          if (definition.provision === provision.id) continue;
          const before = forms.get(definition);
          if (before === undefined) forms.set(definition, [form]);
          else before.push(form);
        }
      }
    }
  }
  return forms;
}

/** Small letters, and words that end in s without it; what is taken away is put back as blanks after the word, so that places stay. */
const inOneForm = (words: string): string =>
  words.replace(/\p{L}[\p{L}\p{M}]*/gu, (word) => {
    const small = word.toLowerCase();
    const singular = small.length === word.length ? singularOf(small) : word;
    return singular.length <= word.length ? singular.padEnd(word.length, '\u00a0') : word;
  });

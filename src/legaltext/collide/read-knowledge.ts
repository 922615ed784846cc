import type { HouseStyle } from '../house-styles/model.ts';
import { references, referencesIn, type References, type ReferenceOptions } from '../references/references.ts';
import { definitionsIn, terms, type Terms } from '../terms/terms.ts';
import type { Version } from '../version.ts';
import type { TextKnowledge } from './knowledge.ts';

/**
 * What the words of the base say when they are read: terms as they are defined and used, and cross-references as the house
 * style writes them, marked or not. The base is read once, for each of the two, when first asked: linear in its length.
 */
export function readKnowledge(base: Version, style: HouseStyle, options: ReferenceOptions = {}): TextKnowledge {
  let lazyTerms: Terms | undefined;
  let lazyReferences: References | undefined;
  const known = (): Terms => (lazyTerms ??= terms(base, style));
  const referring = (): References => (lazyReferences ??= references(base, style, options));
  return {
    usesOf: (term) => known().usesOf(term),
    referencesTo: (id) =>
      referring()
        .to(id)
        .map(({ from, part, start, end }) => ({ provision: from, part, start, end })),
    definitionsIn: (provision) => definitionsIn(provision, base, style).map(({ term }) => term),
    termsIn: (text, at) =>
      known()
        .in(text, at)
        .map(({ definition, start, end }) => ({ what: definition.term, start, end })),
    referencesIn: (text, at) =>
      referencesIn(text, { version: base, style, from: at, ...options }).flatMap(({ target, start, end }) =>
        target === null ? [] : [{ what: target, start, end }],
      ),
  };
}

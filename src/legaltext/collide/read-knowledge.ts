import type { HouseStyle } from '../house-styles/model.ts';
import { references, type OtherCode, type References } from '../references/references.ts';
import { openingOf, openingsIn } from '../terms/term-trie.ts';
import { definitionsIn, Terms, terms } from '../terms/terms.ts';
import type { Text } from '../text.ts';
import type { Version } from '../version.ts';
import { wayInWords } from '../place-in-words.ts';
import type { Cite } from './citation.ts';
import { citationReading, citationsIn } from './citation-knowledge.ts';
import type { ExistingPlace, Mention, TextKnowledge } from './knowledge.ts';

/** A code beside the base, whose words lean on it or which it leans on. */
export interface LeaningCode extends OtherCode {
  /** What it is called in a sentence: `REC`. */
  readonly document: string;
  readonly cite?: Cite;
}

export interface ReadingOptions {
  /** What other codes call the base: `BSC`, `Balancing and Settlement Code`. */
  readonly names?: readonly string[];
  /** Other codes. Their references to the base count, and their uses of terms that have the meaning given elsewhere. */
  readonly others?: readonly LeaningCode[];
}

/**
 * What the words of the base say when they are read: terms as they are defined and used, and cross-references as the house
 * style writes them, marked or not; and what other codes say of the base. Each code is read once, for each of the two,
 * when first asked: linear in its length.
 */
export function readKnowledge(base: Version, style: HouseStyle, options: ReadingOptions = {}): TextKnowledge {
  const { names = [], others = [] } = options;
  const cited = { also: others };
  let lazyTerms: Terms | undefined;
  let lazyReferences: References | undefined;
  const known = (): Terms => (lazyTerms ??= terms(base, style));
  const referring = (): References => (lazyReferences ??= references(base, style, cited));
  const leaning = others.map((other) => new Leaning(other, { names, version: base, style }));
  return {
    usesOf: (term) => [
      ...known()
        .usesOf(term)
        .map(({ provision, part, start, end, definition: { scope } }) => ({ provision, part, start, end, scope })),
      // Other codes lean on what holds for the whole of this one.
      ...leaning.flatMap((other) => other.usesOf(term)).map((place) => ({ ...place, scope: base.root.id })),
    ],
    referencesTo: (id) => [
      ...referring()
        .to(id)
        .filter(({ document }) => document === null)
        .map(({ from, part, start, end }) => ({ provision: from, part, start, end })),
      ...leaning.flatMap((other) => other.referencesTo(id)),
    ],
    definitionsIn: (provision, view) => definitionsIn(provision, base, style, view),
    termsIn: (text, at) =>
      known()
        .in(text, at)
        .map(({ definition: { term, scope }, start, end }) => ({ term, scope, start, end })),
    newTerms: {
      openingOf,
      openingsIn: ({ words }) => openingsIn(words),
      usesIn: (term, text, at) => usesOfNewTerm(term, text, known().in(text, at), base),
    },
    citationsIn: (text, at) => citationsIn(text, { version: base, style, from: at, ...cited }),
    newCitations: citationReading(style, base),
  };
}

/** The uses of a term that holds everywhere; not where it is only a part of a term that is known already. */
function usesOfNewTerm(
  term: string,
  text: Text,
  known: readonly { readonly start: number; readonly end: number }[],
  base: Version,
): readonly Mention[] {
  const { id } = base.root;
  const definition = {
    kind: 'definition',
    term,
    provision: id,
    part: 'text',
    start: 0,
    end: 0,
    form: 'means',
    scope: id,
  } as const;
  const uses = new Terms(base, [definition]).in(text, id);
  return uses.filter((use) => !known.some(({ start, end }) => start <= use.start && use.end <= end));
}

/** What another code says of the base. */
class Leaning {
  private lazyTerms: Terms | undefined;
  private lazyReferences: References | undefined;

  constructor(
    private readonly code: LeaningCode,
    private readonly base: OtherCode,
  ) {}

  usesOf(term: string): readonly ExistingPlace[] {
    const { version, style } = this.code;
    this.lazyTerms ??= terms(version, style);
    const uses = this.lazyTerms.usesOf(term).filter(({ definition }) => definition.form === 'elsewhere');
    return uses.map((use) => this.placeOf(use.provision, use));
  }

  referencesTo(id: string): readonly ExistingPlace[] {
    const { version, style } = this.code;
    this.lazyReferences ??= references(version, style, { also: [this.base] });
    const leading = this.lazyReferences.to(id).filter(({ document }) => document !== null);
    return leading.map((reference) => this.placeOf(reference.from, reference));
  }

  private placeOf(provision: string, { part, start, end }: Omit<ExistingPlace, 'provision'>): ExistingPlace {
    const { document, version, cite = wayInWords } = this.code;
    return { provision, part, start, end, elsewhere: { document, citation: cite(version.pathTo(provision)) } };
  }
}

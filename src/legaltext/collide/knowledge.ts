import type { TextView } from '../instrument.ts';
import type { Provision, ProvisionId, TextPart } from '../provision.ts';
import type { Text } from '../text.ts';

/** The characters `[start, end)` of a text that use a term or cite a provision. */
export interface Mention {
  readonly start: number;
  readonly end: number;
}

/** A term as some words define it, and the provision within which it has that meaning; the root for the whole text. */
export interface DefinedTerm {
  readonly term: string;
  readonly scope: ProvisionId;
}

/**
 * The use of a term. `scope` is that of the definition which holds there, the nearest around; null where the base has
 * none that does.
 */
export interface TermMention extends Mention {
  readonly term: string;
  readonly scope: ProvisionId | null;
}

/**
 * A citation, and the provision of the base that it leads to; null where it leads nowhere in the base. Then `keys` are
 * what another change could bring under one of, for the citation to lead there (see `CitationReading`).
 */
export interface CitationMention extends Mention {
  readonly target: ProvisionId | null;
  readonly keys: readonly string[];
}

/** Existing text that uses a term or refers to a provision. */
export interface ExistingPlace extends Mention {
  readonly provision: ProvisionId;
  readonly part: TextPart;
  /** Where it is in another code than the base: which, and how the provision is cited there. */
  readonly elsewhere?: { readonly document: string; readonly citation: string };
}

/** Existing text that uses a term, with the scope of the definition that holds there; null where none does. */
export interface ExistingUse extends ExistingPlace {
  readonly scope: ProvisionId | null;
}

/**
 * Finds in the words of one change a term that only another change would define. Texts are kept by all that a term in
 * them could begin with, so that a new term is looked up and not searched for.
 */
export interface NewTermReading {
  readonly openingOf: (term: string) => string;
  readonly openingsIn: (text: Text) => ReadonlySet<string>;
  /** Where a text, as if it stood in the provision `at` of the base, would use a term that is defined around it. */
  readonly usesIn: (term: string, text: Text, at: ProvisionId) => readonly Mention[];
}

/** A citation that leads nowhere in the base, with the text it is in and the provision of the base in which that is read. */
export interface OpenCitation {
  readonly citation: CitationMention;
  readonly text: Text;
  readonly at: ProvisionId;
}

/**
 * Finds in the words of one change a citation of a provision that only another change would bring. Provisions are brought
 * under keys, made of their numbers and of what holds them, and citations kept under the keys they wait for; whether the
 * one does lead to the other is then read, in the text that the other change makes.
 */
export interface CitationReading {
  /** The keys by which a provision can be cited that stands in a text. */
  readonly keysOf: (provision: Provision, view: TextView) => readonly string[];
  /** Which of the provisions brought, or of those under them, the citation leads to in the text that has them, if any. */
  readonly leadsTo: (open: OpenCitation, view: TextView, brought: ReadonlySet<ProvisionId>) => ProvisionId | undefined;
}

/**
 * What is known of the meaning of words: which define terms, use them, or refer to provisions. Asked of the texts that
 * changes write, and of existing text (the base, and any other code that leans on it) by term and by provision, so that an
 * answer must come from an index and not from reading the code again.
 */
export interface TextKnowledge {
  /** Existing text that uses a term, of whichever definition of it. */
  readonly usesOf: (term: string) => readonly ExistingUse[];
  /** Existing text that refers to a provision. */
  readonly referencesTo: (id: ProvisionId) => readonly ExistingPlace[];
  /** The terms that a provision's own words define, as it stands in a text. */
  readonly definitionsIn: (provision: Provision, view: TextView) => readonly DefinedTerm[];
  /** The terms that a text uses, as if it stood in the provision `at` of the base. */
  readonly termsIn: (text: Text, at: ProvisionId) => readonly TermMention[];
  /** How terms are found that the base does not define; null where `termsIn` gives those too. */
  readonly newTerms: NewTermReading | null;
  /** The citations in a text, as if it stood in the provision `at` of the base; not those of another document. */
  readonly citationsIn: (text: Text, at: ProvisionId) => readonly CitationMention[];
  /** How citations of provisions are found that the base does not have. */
  readonly newCitations: CitationReading;
}

export function addTo<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}

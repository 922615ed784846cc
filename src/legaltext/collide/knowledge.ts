import type { ProvisionId } from '../provision.ts';
import { provisionsUnder, TEXT_PARTS, type Provision, type TextPart } from '../provision.ts';
import { termKey } from '../terms/definition.ts';
import type { Mark, Text } from '../text.ts';
import type { Version } from '../version.ts';

/** A term, or a provision referred to, and the characters `[start, end)` that do so. */
export interface Mention<What> {
  readonly what: What;
  readonly start: number;
  readonly end: number;
}

/** Existing text that uses a term or refers to a provision. */
export interface ExistingPlace {
  readonly provision: ProvisionId;
  readonly part: TextPart;
  readonly start: number;
  readonly end: number;
  /** Where it is in another code than the base: which, and how the provision is cited there. */
  readonly elsewhere?: { readonly document: string; readonly citation: string };
}

/**
 * Finds in the words of one change a term that only another change would define. Texts are kept by all that a term in
 * them could begin with, so that a new term is looked up and not searched for.
 */
export interface NewTermReading {
  readonly openingOf: (term: string) => string;
  readonly openingsIn: (text: Text) => ReadonlySet<string>;
  /** Where a text, as if it stood in the provision `at` of the base, would use a term that is defined for all of it. */
  readonly usesIn: (term: string, text: Text, at: ProvisionId) => readonly Mention<string>[];
}

/**
 * What is known of the meaning of words: which define terms, use them, or refer to provisions. Asked of the texts that
 * changes write, and of existing text (the base, and any other code that leans on it) by term and by provision, so that an
 * answer must come from an index and not from reading the code again.
 */
export interface TextKnowledge {
  /** Existing text that uses a term. */
  readonly usesOf: (term: string) => readonly ExistingPlace[];
  /** Existing text that refers to a provision. */
  readonly referencesTo: (id: ProvisionId) => readonly ExistingPlace[];
  /** The terms that a provision's own words define. */
  readonly definitionsIn: (provision: Provision) => readonly string[];
  /** The terms that a text uses, as if it stood in the provision `at` of the base. */
  readonly termsIn: (text: Text, at: ProvisionId) => readonly Mention<string>[];
  /** Whether the base defines a term, anywhere. */
  readonly isDefined: (term: string) => boolean;
  /** How terms are found that the base does not define; null where `termsIn` gives those too. */
  readonly newTerms: NewTermReading | null;
  /** The provisions that a text refers to, as if it stood in the provision `at` of the base. */
  readonly referencesIn: (text: Text, at: ProvisionId) => readonly Mention<ProvisionId>[];
}

/**
 * What the marks of the base say by themselves: definitions, uses of terms, and references whose `target` or `href` is
 * the id (or the `eId`) of a provision of the base. The base is read once, when first asked.
 */
export function markedKnowledge(base: Version): TextKnowledge {
  let index: MarkIndex | undefined;
  const known = (): MarkIndex => (index ??= indexOfMarks(base));
  const idOf = (mark: Mark): ProvisionId | undefined => {
    const named = mark.attributes['target'] ?? mark.attributes['href'];
    if (named === undefined) return undefined;
    const bare = named.startsWith('#') ? named.slice(1) : named;
    return base.find(bare) === undefined ? (known().byEId.get(bare) ?? bare) : bare;
  };
  return {
    usesOf: (term) => known().uses.get(termKey(term)) ?? [],
    referencesTo: (id) => known().references(idOf).get(id) ?? [],
    definitionsIn: (provision) =>
      TEXT_PARTS.flatMap((part) => termsMarked(provision[part], 'definition')).map(({ what }) => what),
    termsIn: (text) => termsMarked(text, 'term'),
    isDefined: (term) => known().defined.has(termKey(term)),
    newTerms: null,
    referencesIn: (text) =>
      text.marks.flatMap((mark) => {
        const what = mark.kind === 'reference' ? idOf(mark) : undefined;
        return what === undefined ? [] : [{ what, start: mark.start, end: mark.end }];
      }),
  };
}

const termsMarked = (text: Text, kind: 'definition' | 'term'): Mention<string>[] =>
  text.marks
    .filter((mark) => mark.kind === kind && mark.end > mark.start)
    .map(({ start, end }) => ({ what: termKey(text.words.slice(start, end)), start, end }));

class MarkIndex {
  readonly uses = new Map<string, ExistingPlace[]>();
  readonly defined = new Set<string>();
  readonly byEId = new Map<string, ProvisionId>();
  readonly referring: { readonly mark: Mark; readonly place: ExistingPlace }[] = [];
  private byProvision: ReadonlyMap<ProvisionId, readonly ExistingPlace[]> | undefined;

  /** Which provisions are referred to from where; made on first asking, when all `eId`s are known. */
  references(idOf: (mark: Mark) => ProvisionId | undefined): ReadonlyMap<ProvisionId, readonly ExistingPlace[]> {
    if (this.byProvision !== undefined) return this.byProvision;
    const found = new Map<ProvisionId, ExistingPlace[]>();
    for (const { mark, place } of this.referring) {
      const id = idOf(mark);
      if (id !== undefined) addTo(found, id, place);
    }
    this.byProvision = found;
    return found;
  }
}

function indexOfMarks(base: Version): MarkIndex {
  const index = new MarkIndex();
  for (const provision of provisionsUnder(base.root)) {
    const { eId } = provision.attributes;
    if (eId !== undefined) index.byEId.set(eId, provision.id);
    for (const part of TEXT_PARTS) {
      const text = provision[part];
      for (const { what } of termsMarked(text, 'definition')) index.defined.add(what);
      for (const mark of text.marks) {
        const place: ExistingPlace = { provision: provision.id, part, start: mark.start, end: mark.end };
        if (mark.kind === 'term') addTo(index.uses, termKey(text.words.slice(mark.start, mark.end)), place);
        else if (mark.kind === 'reference') index.referring.push({ mark, place });
      }
    }
  }
  return index;
}

export function addTo<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}

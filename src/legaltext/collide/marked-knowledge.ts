import { provisionsUnder, TEXT_PARTS, type Provision, type ProvisionId } from '../provision.ts';
import { termKey } from '../terms/definition.ts';
import { scopeOf } from '../terms/term-scope.ts';
import type { Mark, Text } from '../text.ts';
import type { Version } from '../version.ts';
import {
  addTo,
  type DefinedTerm,
  type ExistingPlace,
  type Mention,
  type TermMention,
  type TextKnowledge,
} from './knowledge.ts';

/**
 * What the marks of the base say by themselves: definitions, uses of terms, and references whose `target` or `href` is
 * the id (or the `eId`) of a provision. How far a definition reaches is read from the words before it, as ever. The base
 * is read once, when first asked.
 */
export function markedKnowledge(base: Version): TextKnowledge {
  let index: MarkIndex | undefined;
  const known = (): MarkIndex => (index ??= new MarkIndex(base));
  const termAt = (words: string, around: readonly Provision[], at: Mention): TermMention => {
    const term = termKey(words.slice(at.start, at.end));
    return { term, start: at.start, end: at.end, scope: known().scopeOf(term, around) };
  };
  return {
    usesOf: (term) =>
      (known().uses.get(termKey(term)) ?? []).map((place) => ({
        ...place,
        scope: known().scopeOf(termKey(term), base.pathTo(place.provision)),
      })),
    referencesTo: (id) => known().references().get(id) ?? [],
    definitionsIn: (provision, view) => definitionsMarked(provision, base, view),
    termsIn: (text, at) => marksOf(text, 'term').map((mark) => termAt(text.words, base.pathTo(at), mark)),
    newTerms: null,
    citationsIn: (text) =>
      marksOf(text, 'reference').flatMap((mark) => {
        const name = nameIn(mark);
        if (name === undefined) return [];
        const target = known().named(name) ?? null;
        return [{ target, start: mark.start, end: mark.end, keys: target === null ? [name] : [] }];
      }),
    newCitations: {
      keysOf: ({ id, attributes: { eId } }) => (eId === undefined ? [id] : [id, eId]),
      // What is brought under the name that a mark gives is what it means.
      leadsTo: (_, view, brought) => [...brought].find((id) => view.find(id) !== undefined),
    },
  };
}

const marksOf = (text: Text, kind: Mark['kind']): readonly Mark[] =>
  text.marks.filter((mark) => mark.kind === kind && mark.end > mark.start);

/** The provision that a mark names, by id or `eId`, as it names it. */
function nameIn({ attributes }: Mark): string | undefined {
  return (attributes['target'] ?? attributes['href'])?.replace(/^#/, '');
}

function definitionsMarked(
  provision: Provision,
  base: Version,
  view: { readonly pathTo: (id: ProvisionId) => readonly Provision[] },
): readonly DefinedTerm[] {
  const found: DefinedTerm[] = [];
  for (const part of TEXT_PARTS) {
    const text = provision[part];
    for (const { start, end } of marksOf(text, 'definition')) {
      const path = view.pathTo(provision.id);
      const around = path.length === 0 ? [provision] : path;
      const scope = scopeOf(base, undefined, around, text.words.slice(0, start), false);
      found.push({ term: termKey(text.words.slice(start, end)), scope });
    }
  }
  return found;
}

class MarkIndex {
  readonly uses = new Map<string, ExistingPlace[]>();
  private readonly scopes = new Map<string, Set<ProvisionId>>();
  private readonly byEId = new Map<string, ProvisionId>();
  private readonly referring: { readonly mark: Mark; readonly place: ExistingPlace }[] = [];
  private byProvision: ReadonlyMap<ProvisionId, readonly ExistingPlace[]> | undefined;

  constructor(private readonly base: Version) {
    for (const provision of provisionsUnder(base.root)) {
      const { eId } = provision.attributes;
      if (eId !== undefined) this.byEId.set(eId, provision.id);
      for (const { term, scope } of definitionsMarked(provision, base, base)) {
        const known = this.scopes.get(term);
        if (known === undefined) this.scopes.set(term, new Set([scope]));
        else known.add(scope);
      }
      for (const part of TEXT_PARTS)
        for (const mark of provision[part].marks) {
          const place: ExistingPlace = { provision: provision.id, part, start: mark.start, end: mark.end };
          if (mark.kind === 'term') addTo(this.uses, termKey(provision[part].words.slice(mark.start, mark.end)), place);
          else if (mark.kind === 'reference') this.referring.push({ mark, place });
        }
    }
  }

  /** The scope of the definition of a term that holds within these provisions, from the root inwards. */
  scopeOf(term: string, around: readonly Provision[]): ProvisionId | null {
    const scopes = this.scopes.get(term);
    if (scopes === undefined) return null;
    return (
      around.findLast(({ id }) => scopes.has(id))?.id ?? (scopes.has(this.base.root.id) ? this.base.root.id : null)
    );
  }

  /** The provision of the base with this id or `eId`. */
  named(name: string): ProvisionId | undefined {
    return this.base.find(name) === undefined ? this.byEId.get(name) : name;
  }

  /** Which provisions are referred to from where; made on first asking, when all `eId`s are known. */
  references(): ReadonlyMap<ProvisionId, readonly ExistingPlace[]> {
    if (this.byProvision !== undefined) return this.byProvision;
    const found = new Map<ProvisionId, ExistingPlace[]>();
    for (const { mark, place } of this.referring) {
      const name = nameIn(mark);
      const id = name === undefined ? undefined : this.named(name);
      if (id !== undefined) addTo(found, id, place);
    }
    this.byProvision = found;
    return found;
  }
}

import type { HouseStyle } from '../house-styles/model.ts';
import type { TextView } from '../instrument.ts';
import { provisionsUnder, TEXT_PARTS, type Provision, type ProvisionId, type TextPart } from '../provision.ts';
import type { Text } from '../text.ts';
import type { Version } from '../version.ts';
import { termKey, type Definition } from './definition.ts';
import { definedTermsIn } from './read-definitions.ts';
import { scopeOf } from './term-scope.ts';
import { TermTrie } from './term-trie.ts';

/** One use of a defined term: which words, and which definition holds there. */
export interface TermUse {
  readonly kind: 'term-use';
  readonly provision: ProvisionId;
  readonly part: TextPart;
  readonly start: number;
  readonly end: number;
  readonly definition: Definition;
}

/** A term with all its definitions, by the provision within which each holds. */
interface Entry {
  readonly byScope: Map<ProvisionId, Definition>;
}

/**
 * The defined terms of a version and their uses. Definitions are read at once; uses when first asked for, in one pass over
 * the text with all terms together, so that the cost grows with the text and not with the number of terms.
 */
export class Terms {
  readonly definitions: readonly Definition[];
  private readonly version: Version;
  private readonly entries = new Map<string, Entry>();
  private readonly trie = new TermTrie<Entry>();
  private lazyUses: readonly TermUse[] | undefined;
  private lazyByTerm: ReadonlyMap<string, readonly TermUse[]> | undefined;
  private readonly byProvision = new Map<ProvisionId, Definition[]>();

  constructor(version: Version, definitions: readonly Definition[]) {
    this.version = version;
    this.definitions = definitions;
    for (const definition of definitions) {
      const { term, provision } = definition;
      let entry = this.entries.get(term);
      if (entry === undefined) {
        this.entries.set(term, (entry = { byScope: new Map() }));
        this.trie.add(term, entry);
      }
      if (!entry.byScope.has(definition.scope)) entry.byScope.set(definition.scope, definition);
      const beside = this.byProvision.get(provision);
      if (beside === undefined) this.byProvision.set(provision, [definition]);
      else beside.push(definition);
    }
  }

  /** What a provision's own words define. */
  definedIn(provision: ProvisionId): readonly Definition[] {
    return this.byProvision.get(provision) ?? [];
  }

  /** Every use of every term, in reading order; the words that define a term are no use of it. */
  get uses(): readonly TermUse[] {
    return (this.lazyUses ??= this.readUses());
  }

  /** The uses of a term, of whichever definition of it holds there. */
  usesOf(term: string): readonly TermUse[] {
    this.lazyByTerm ??= grouped(this.uses);
    return this.lazyByTerm.get(termKey(term)) ?? [];
  }

  /**
   * The terms that words use, as if they stood in the provision `from`; where that is none of the version, only terms
   * that hold for the whole count. Linear in the words.
   */
  in(text: Text, from: ProvisionId, part: TextPart = 'text'): readonly TermUse[] {
    const around = new Set([this.version.root.id, ...this.version.pathTo(from).map(({ id }) => id)]);
    return this.usesIn(text, from, part, around, definedTermsIn(text));
  }

  private usesIn(
    { words }: Text,
    provision: ProvisionId,
    part: TextPart,
    around: ReadonlySet<ProvisionId>,
    defined: readonly { readonly start: number; readonly end: number }[],
  ): TermUse[] {
    const uses: TermUse[] = [];
    const holds = ({ byScope }: Entry): boolean => definitionFor(byScope, around) !== undefined;
    for (const { start, end, entry } of this.trie.find(words, holds)) {
      if (defined.some((each) => each.start < end && start < each.end)) continue;
      const definition = definitionFor(entry.byScope, around);
      if (definition !== undefined) uses.push({ kind: 'term-use', provision, part, start, end, definition });
    }
    return uses;
  }

  private readUses(): readonly TermUse[] {
    const uses: TermUse[] = [];
    const around = new Set<ProvisionId>();
    const walk = (provision: Provision): void => {
      around.add(provision.id);
      const definitions = this.byProvision.get(provision.id) ?? [];
      for (const part of TEXT_PARTS) {
        if (provision[part].words === '') continue;
        const defined = definitions.filter((each) => each.part === part);
        for (const use of this.usesIn(provision[part], provision.id, part, around, defined)) uses.push(use);
      }
      for (const child of provision.children) walk(child);
      around.delete(provision.id);
    };
    walk(this.version.root);
    return uses;
  }

  /** Definitions that no words but their own use, leaving out those that only point elsewhere and repeated ones, which never hold. */
  get unused(): readonly Definition[] {
    const used = new Set<Definition>();
    for (const { definition, provision } of this.uses) if (provision !== definition.provision) used.add(definition);
    return this.definitions.filter(
      (each) =>
        !used.has(each) && each.form !== 'elsewhere' && this.entries.get(each.term)?.byScope.get(each.scope) === each,
    );
  }

  /** Terms with more than one meaning in one and the same reach: all their definitions. */
  get definedTwice(): readonly (readonly Definition[])[] {
    const groups = new Map<string, Definition[]>();
    for (const definition of this.definitions) {
      if (definition.form === 'elsewhere' || definition.form === 'construed') continue;
      const key = `${definition.term}\n${definition.scope}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [definition]);
      else group.push(definition);
    }
    return [...groups.values()].filter((group) => group.length > 1);
  }
}

/** The definition that reaches furthest in, of those that hold where these provisions are around. */
function definitionFor(
  byScope: ReadonlyMap<ProvisionId, Definition>,
  around: ReadonlySet<ProvisionId>,
): Definition | undefined {
  let holding: Definition | undefined;
  // Either side may be the long one: a common term has many scopes, a provision few around it.
  if (byScope.size <= around.size) {
    let best = -1;
    for (const [scope, definition] of byScope) {
      if (!around.has(scope)) continue;
      const depth = byScope.size === 1 ? 0 : [...around].indexOf(scope);
      if (depth > best) [best, holding] = [depth, definition];
    }
    return holding;
  }
  for (const id of around) holding = byScope.get(id) ?? holding;
  return holding;
}

function grouped(uses: readonly TermUse[]): ReadonlyMap<string, readonly TermUse[]> {
  const groups = new Map<string, TermUse[]>();
  for (const use of uses) {
    const key = termKey(use.definition.term);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [use]);
    else group.push(use);
  }
  return groups;
}

/**
 * The defined terms of a version, and, when asked, their uses. With a style, "In this Section" and the like are read by
 * what the style calls its levels; without one, by the kinds of provisions. Linear in the text.
 */
export function terms(version: Version, style?: HouseStyle): Terms {
  const definitions: Definition[] = [];
  for (const provision of provisionsUnder(version.root))
    for (const definition of definitionsIn(provision, version, style)) definitions.push(definition);
  return new Terms(version, definitions);
}

/**
 * What a provision's own words define. It need not be one of the version: then `view` is the text it stands in, such as
 * the one that a change makes of the version, and says what is around it; where that does not have it either, its
 * definitions hold for the whole. Linear in its words.
 */
export function definitionsIn(
  provision: Provision,
  version: Version,
  style?: HouseStyle,
  view: Pick<TextView, 'pathTo'> = version,
): readonly Definition[] {
  const found: Definition[] = [];
  for (const part of TEXT_PARTS) {
    const text = provision[part];
    if (text.words === '') continue;
    for (const { term, start, end, form } of definedTermsIn(text)) {
      const local = form === 'short-form' && style?.shortFormsAreLocal === true;
      const path = view.pathTo(provision.id);
      const around = path.length === 0 ? [provision] : path;
      const scope = scopeOf(version, style, around, text.words.slice(0, start), local);
      found.push({ kind: 'definition', term, provision: provision.id, part, start, end, form, scope });
    }
  }
  return found;
}

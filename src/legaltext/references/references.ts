import type { HouseStyle } from '../house-styles/model.ts';
import { provisionsUnder, TEXT_PARTS, type Provision, type ProvisionId, type TextPart } from '../provision.ts';
import type { Mark, Text } from '../text.ts';
import type { Version } from '../version.ts';
import { fuller, type Citation, type CitedItem } from './citation.ts';
import { lookupOf, type ProvisionLookup } from './provision-lookup.ts';
import { readCitations } from './read-citations.ts';
import { readLoneLabel } from './read-label.ts';
import type { Reference } from './reference.ts';
import { CitationResolver, type Resolution } from './resolve-citation.ts';
import { standingOf } from './standing.ts';
import { united } from './unite-readings.ts';
import { vocabularyOf } from './vocabulary.ts';

/** Another text whose provisions may be cited, by names such as `BSC` and `Balancing and Settlement Code`. */
export interface OtherCode {
  readonly names: readonly string[];
  readonly version: Version;
  readonly style: HouseStyle;
}

export interface ReferenceOptions {
  readonly also?: readonly OtherCode[];
}

/** All references of a version, found by what they are in and by what they lead to. */
export class References {
  readonly all: readonly Reference[];
  private lazyTo: Map<ProvisionId, Reference[]> | undefined;
  private lazyFrom: Map<ProvisionId, Reference[]> | undefined;

  constructor(all: readonly Reference[]) {
    this.all = all;
  }

  /** The references that lead to this provision. Constant time, after the first asking. */
  to(id: ProvisionId): readonly Reference[] {
    this.lazyTo ??= grouped(this.all, (reference) => reference.targets);
    return this.lazyTo.get(id) ?? [];
  }

  /** The references in this provision's own words. */
  from(id: ProvisionId): readonly Reference[] {
    this.lazyFrom ??= grouped(this.all, (reference) => [reference.from]);
    return this.lazyFrom.get(id) ?? [];
  }

  /** Those that need a person: neither resolved nor to another document. */
  get broken(): readonly Reference[] {
    return this.all.filter(({ state }) => state !== 'resolved' && state !== 'external');
  }
}

function grouped(
  references: readonly Reference[],
  keys: (reference: Reference) => readonly ProvisionId[],
): Map<ProvisionId, Reference[]> {
  const groups = new Map<ProvisionId, Reference[]>();
  for (const reference of references)
    for (const key of keys(reference)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [reference]);
      else group.push(reference);
    }
  return groups;
}

/**
 * Every cross-reference in a version, in its words (by the grammar of a style, or of several) and in its marks, and what
 * it leads to. Near linear: some 12,000 sections with 70,000 provisions take a few seconds.
 */
export function references(
  version: Version,
  style: HouseStyle | readonly HouseStyle[],
  options: ReferenceOptions = {},
): References {
  const all: Reference[] = [];
  for (const provision of provisionsUnder(version.root))
    for (const part of TEXT_PARTS)
      if (!provision[part].isEmpty)
        all.push(...referencesIn(provision[part], { version, style, from: provision.id, part, ...options }));
  return new References(all);
}

/** Where words stand, or would stand: references are resolved as from there. */
export interface ReferenceContext extends ReferenceOptions {
  readonly version: Version;
  readonly style: HouseStyle | readonly HouseStyle[];
  readonly from: ProvisionId;
  readonly part?: TextPart;
}

/**
 * The references in one text, in order, as if it stood in the provision `from`; that need not be a text of the version.
 * Linear in the words; the version is indexed on first asking and remembered.
 */
export function referencesIn(text: Text, context: ReferenceContext): readonly Reference[] {
  const { style } = context;
  if (!('kind' in style)) {
    const [first, ...others] = style;
    if (first === undefined) return [];
    return others.reduce<readonly Reference[]>(
      (known, each) => united(known, referencesIn(text, { ...context, style: each })),
      referencesIn(text, { ...context, style: first }),
    );
  }
  return new TextReferences(text, context, style).read();
}

class TextReferences {
  private readonly text: Text;
  private readonly context: ReferenceContext;
  private readonly style: HouseStyle;
  private readonly lookup: ProvisionLookup;
  private readonly resolver: CitationResolver;
  private readonly found: Reference[] = [];

  constructor(text: Text, context: ReferenceContext, style: HouseStyle) {
    this.text = text;
    this.context = context;
    this.style = style;
    this.lookup = lookupOf(context.version, style);
    this.resolver = new CitationResolver(this.lookup, vocabularyOf(style), context.from);
  }

  read(): readonly Reference[] {
    for (const citation of readCitations(this.text.words, vocabularyOf(this.style))) this.take(citation);
    const marked = this.text.marks.filter((mark) => mark.kind === 'reference' && mark.end > mark.start);
    if (marked.length === 0) return this.found;
    const inWords = this.found.length;
    let at = 0;
    for (const mark of marked) {
      while (at < inWords && (this.found[at]?.end ?? 0) <= mark.start) at += 1;
      const beside = at < inWords ? this.found[at] : undefined;
      if (beside === undefined || beside.start >= mark.end) this.takeMark(mark);
      else if (beside.state !== 'resolved') this.found[at] = this.knownBetter(beside, mark);
    }
    return this.found.length === inWords ? this.found : this.found.sort((a, b) => a.start - b.start);
  }

  /** What the source says that a reference means, where the words alone do not lead there. */
  private knownBetter(reference: Reference, mark: Mark): Reference {
    const named = this.namedBy(mark);
    if (named === undefined) return reference;
    const standing = standingOf(named);
    const state = standing === 'in-force' ? 'resolved' : standing;
    return { ...reference, state, target: named.id, targets: [named.id], reached: null, document: null };
  }

  private namedBy({ attributes }: Mark): Provision | undefined {
    const name = attributes['target'] ?? attributes['href'];
    return name === undefined ? undefined : this.lookup.named(name.replace(/^#/, ''));
  }

  private take(citation: Citation): void {
    if (citation.isThis) {
      const resolution = this.resolver.resolveThis(citation.name);
      if (resolution.kind === 'found') this.add(citation, resolution, { relative: true, isThis: true });
      return;
    }
    let previous: CitedItem | undefined;
    let before: Resolution | undefined;
    for (const item of citation.items) {
      const resolution = this.resolver.resolve(citation, item, previous);
      const relative =
        item.label.whole === '' &&
        item.label.letters === '' &&
        citation.containers.every(({ kind }) => kind === 'this');
      const between = item.endsRange ? this.between(before, resolution) : [];
      this.add(item, resolution, { relative, between, citation, item });
      previous =
        item.label.whole === '' && item.label.letters === '' && previous !== undefined ? fuller(previous, item) : item;
      before = resolution;
    }
  }

  private between(first: Resolution | undefined, last: Resolution): readonly Provision[] {
    if (first?.kind !== 'found' || last.kind !== 'found') return [];
    const [from] = first.provisions;
    const [to] = last.provisions;
    return from === undefined || to === undefined ? [] : this.resolver.between(from, to);
  }

  /** A reference that only its mark shows: by the provision it names, or by its words as a label. */
  private takeMark(mark: Mark): void {
    const words = this.text.words.slice(mark.start, mark.end);
    const named = this.namedBy(mark);
    if (named !== undefined) {
      this.add(mark, { kind: 'found', provisions: [named] }, { relative: false });
      return;
    }
    const label = readLoneLabel(words);
    if (label === null) return;
    const item = { start: mark.start, end: mark.end, label, endsRange: false };
    const name = label.whole === '' && label.letters === '' ? '' : '§';
    const citation: Citation = { name, items: [item], containers: [], isThis: false, start: mark.start, end: mark.end };
    this.add(mark, this.resolver.resolve(citation, item, undefined), { relative: false });
  }

  private add(
    { start, end }: { readonly start: number; readonly end: number },
    resolution: Resolution,
    how: {
      readonly relative: boolean;
      readonly isThis?: boolean;
      readonly between?: readonly Provision[];
      readonly citation?: Citation;
      readonly item?: CitedItem;
    },
  ): void {
    if (resolution.kind === 'nothing') return;
    const base = {
      kind: 'reference' as const,
      from: this.context.from,
      part: this.context.part ?? 'text',
      start,
      end,
      words: this.text.words.slice(start, end),
      relative: how.relative,
      document: null,
      reached: null,
      target: null,
      targets: [],
    };
    if (resolution.kind === 'document') {
      this.found.push({ ...base, ...this.elsewhere(resolution.title, how.citation, how.item) });
      return;
    }
    if (resolution.kind === 'missing') {
      const { reached } = resolution;
      const standing = reached === null ? 'in-force' : standingOf(reached);
      const state = standing === 'in-force' ? 'dangling' : standing;
      this.found.push({ ...base, state, reached: reached?.id ?? null });
      return;
    }
    const [only, second] = resolution.provisions;
    if (only === undefined) return;
    if (second !== undefined) {
      this.found.push({ ...base, state: 'ambiguous', targets: resolution.provisions.map(({ id }) => id) });
      return;
    }
    const standing = standingOf(only);
    // In a list or a range the provision itself may well be one of several.
    const isSelf = only.id === this.context.from && how.isThis !== true && (how.citation?.items.length ?? 1) < 2;
    const state = standing !== 'in-force' ? standing : isSelf ? 'self-made' : 'resolved';
    this.found.push({
      ...base,
      state,
      target: only.id,
      targets: [...(how.between ?? []).map(({ id }) => id), only.id],
    });
  }

  private elsewhere(
    title: string,
    citation: Citation | undefined,
    item: CitedItem | undefined,
  ): Pick<Reference, 'state' | 'document' | 'target' | 'targets'> {
    const external = { state: 'external' as const, document: title, target: null, targets: [] };
    const other = this.context.also?.find(({ names }) =>
      names.some((name) => name.toLowerCase() === title.toLowerCase()),
    );
    if (other === undefined || citation === undefined || item === undefined) return external;
    const lookup = lookupOf(other.version, other.style);
    const resolver = new CitationResolver(lookup, vocabularyOf(other.style), other.version.root.id);
    const inside = { ...citation, containers: citation.containers.filter(({ kind }) => kind !== 'document') };
    const resolution = resolver.resolve(inside, item, undefined);
    if (resolution.kind !== 'found') return { ...external, state: 'dangling' };
    const [only, second] = resolution.provisions;
    const targets = resolution.provisions.map(({ id }) => id);
    if (only === undefined || second !== undefined) return { ...external, state: 'ambiguous', targets };
    const standing = standingOf(only);
    return { ...external, state: standing === 'in-force' ? 'resolved' : standing, target: only.id, targets };
  }
}

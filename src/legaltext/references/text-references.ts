import type { HouseStyle } from '../house-styles/model.ts';
import type { Provision } from '../provision.ts';
import type { Mark, Range, Text } from '../text.ts';
import { fuller, type Citation, type CitedContainer, type CitedItem } from './citation.ts';
import { sentElsewhere } from './elsewhere.ts';
import { codeBefore, isOwnName } from './own-names.ts';
import { lookupOf, type ProvisionLookup } from './provision-lookup.ts';
import { readCitations } from './read-citations.ts';
import { readLoneLabel } from './read-label.ts';
import type { ReferenceContext } from './reference-context.ts';
import type { Reference } from './reference.ts';
import { CitationResolver, type Resolution } from './resolve-citation.ts';
import { standingOf } from './standing.ts';
import { vocabularyOf } from './vocabulary.ts';

const isSame = (name: string, other: string): boolean => name.toLowerCase() === other.toLowerCase();

const levelName = (name: string): string => (name === '§' ? 'section' : name);

/** How something is cited: what its resolution alone does not show. */
interface HowCited {
  readonly relative: boolean;
  readonly isThis?: boolean;
  /** What lies between the ends of a range. */
  readonly between?: readonly Provision[];
  readonly citation?: Citation;
  readonly item?: CitedItem;
}

/** What is known of a reference once it is resolved. */
type Outcome = Pick<Reference, 'state'> & Partial<Pick<Reference, 'document' | 'reached' | 'target' | 'targets'>>;

/** Reads the references in one text by one style: `read` gives them in order. */
export class TextReferences {
  private readonly text: Text;
  private readonly context: ReferenceContext;
  private readonly style: HouseStyle;
  private readonly lookup: ProvisionLookup;
  private readonly resolver: CitationResolver;
  private readonly found: Reference[] = [];
  private readonly named = new Map<string, Resolution>();

  constructor(text: Text, context: ReferenceContext, style: HouseStyle) {
    this.text = text;
    this.context = context;
    this.style = style;
    this.lookup = lookupOf(context.version, style);
    this.resolver = new CitationResolver(this.lookup, vocabularyOf(style), context.from);
  }

  read(): readonly Reference[] {
    return sentElsewhere(this.readAll(), this.text, this.context.from, this.lookup);
  }

  private readAll(): readonly Reference[] {
    for (const citation of readCitations(this.text.words, vocabularyOf(this.style))) this.take(this.placed(citation));
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

  /** A citation with the code that is named right before it. */
  private placed(citation: Citation): Citation {
    const known = (this.context.also ?? []).flatMap(({ names }) => names);
    const title = citation.isThis ? null : codeBefore(this.text.words, citation.start, known);
    return title === null || citation.containers.some(({ kind }) => kind === 'document')
      ? citation
      : { ...citation, containers: [...citation.containers, { kind: 'document', title }] };
  }

  private isOwn(container: CitedContainer): boolean {
    if (container.kind !== 'document') return false;
    const { also, version } = this.context;
    const isGiven = also?.some(({ names }) => names.some((name) => isSame(name, container.title))) ?? false;
    return !isGiven && isOwnName(container.title, version, this.style);
  }

  private take(cited: Citation): void {
    const containers = cited.containers.filter((each) => !this.isOwn(each));
    const citation = { ...cited, containers };
    const anywhere = containers.length < cited.containers.length;
    if (citation.isThis) {
      const resolution = this.resolver.resolveThis(citation.name);
      if (resolution.kind === 'found') this.add(citation, resolution, { relative: true, isThis: true });
      return;
    }
    let previous: CitedItem | undefined;
    let before: Resolution | undefined;
    for (const item of citation.items) {
      const resolution = this.resolver.resolve(citation, item, previous, { that: this.named, before, anywhere });
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
    this.remember(citation, before);
  }

  /** Keeps what "that section" will mean further on in the same words. */
  private remember(citation: Citation, resolution: Resolution | undefined): void {
    if (resolution !== undefined) this.named.set(levelName(citation.name), resolution);
    const [item] = citation.items;
    if (item === undefined) return;
    citation.containers.forEach(({ kind, ...container }, index) => {
      if (kind !== 'numbered' || !('label' in container)) return;
      const outer = citation.containers.slice(index + 1);
      const holder = { ...citation, name: container.name, containers: outer };
      const labelled = { ...item, label: container.label };
      this.named.set(levelName(container.name), this.resolver.resolve(holder, labelled, undefined, {}));
    });
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
    this.add(mark, this.resolver.resolve(citation, item, undefined, {}), { relative: false });
  }

  private add(place: Range, resolution: Resolution, how: HowCited): void {
    const { start, end } = place;
    const outcome = this.outcomeOf(resolution, how);
    if (outcome === null) return;
    this.found.push({
      kind: 'reference',
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
      ...outcome,
    });
  }

  /** What a citation comes to; null where its words are no citation of this text. */
  private outcomeOf(resolution: Resolution, how: HowCited): Outcome | null {
    switch (resolution.kind) {
      case 'nothing':
        return null;
      case 'document':
        return this.elsewhere(resolution.title, how.citation, how.item);
      case 'missing': {
        const { reached } = resolution;
        if (reached === null && this.lookup.isPart) return { state: 'external' };
        const standing = reached === null ? 'in-force' : standingOf(reached);
        return { state: standing === 'in-force' ? 'dangling' : standing, reached: reached?.id ?? null };
      }
      case 'found':
        return this.foundAmong(resolution.provisions, how);
    }
  }

  private foundAmong(provisions: readonly Provision[], how: HowCited): Outcome | null {
    const [only, second] = provisions;
    if (only === undefined) return null;
    if (second !== undefined) return { state: 'ambiguous', targets: provisions.map(({ id }) => id) };
    const standing = standingOf(only);
    // In a list or a range the provision itself may well be one of several.
    const isSelf = only.id === this.context.from && how.isThis !== true && (how.citation?.items.length ?? 1) < 2;
    return {
      state: standing !== 'in-force' ? standing : isSelf ? 'self-made' : 'resolved',
      target: only.id,
      targets: [...(how.between ?? []).map(({ id }) => id), only.id],
    };
  }

  private elsewhere(title: string, citation: Citation | undefined, item: CitedItem | undefined): Outcome {
    const external = { state: 'external' as const, document: title, target: null, targets: [] };
    const other = this.context.also?.find(({ names }) => names.some((name) => isSame(name, title)));
    if (other === undefined || citation === undefined || item === undefined) return external;
    const lookup = lookupOf(other.version, other.style);
    const resolver = new CitationResolver(lookup, vocabularyOf(other.style), other.version.root.id);
    const inside = { ...citation, containers: citation.containers.filter(({ kind }) => kind !== 'document') };
    const resolution = resolver.resolve(inside, item, undefined, {});
    if (resolution.kind !== 'found') return { ...external, state: 'dangling' };
    const [only, second] = resolution.provisions;
    const targets = resolution.provisions.map(({ id }) => id);
    if (only === undefined || second !== undefined) return { ...external, state: 'ambiguous', targets };
    const standing = standingOf(only);
    return { ...external, state: standing === 'in-force' ? 'resolved' : standing, target: only.id, targets };
  }
}

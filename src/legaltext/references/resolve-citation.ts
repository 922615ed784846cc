import { bareLabel, compareNumbers } from '../house-styles/number.ts';
import type { CodeDocument, Level } from '../house-styles/model.ts';
import type { Provision, ProvisionId } from '../provision.ts';
import type { Citation, CitedContainer, CitedItem, CitedLabel } from './citation.ts';
import type { ProvisionLookup } from './provision-lookup.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * What a citation leads to. `missing` says how far it got: the last provision that is there, under which the rest is not.
 */
export type Resolution =
  | { readonly kind: 'found'; readonly provisions: readonly Provision[] }
  | { readonly kind: 'missing'; readonly reached: Provision | null }
  | { readonly kind: 'document'; readonly title: string }
  /** The words only look like a citation of this text: nothing in it is numbered so. */
  | { readonly kind: 'nothing' };

const found = (provisions: readonly Provision[]): Resolution => ({ kind: 'found', provisions });
const missing = (reached: Provision | null = null): Resolution => ({ kind: 'missing', reached });

/** What words around a citation say of what it means. */
export interface Surroundings {
  /** What "that section" means, by the name, where the same words have named one before. */
  readonly that?: ReadonlyMap<string, Resolution>;
  /** What the item before it in a list led to. */
  readonly before?: Resolution | undefined;
  /** Whether it is said to be of this very code, and may stand anywhere in it. */
  readonly anywhere?: boolean;
}

/** Resolves the items of citations found in one provision. */
export class CitationResolver {
  private readonly lookup: ProvisionLookup;
  private readonly vocabulary: Vocabulary;
  private readonly from: ProvisionId;
  private lazyAround: readonly Provision[] | undefined;
  private lazyScopes: readonly ProvisionId[] | undefined;

  constructor(lookup: ProvisionLookup, vocabulary: Vocabulary, from: ProvisionId) {
    this.lookup = lookup;
    this.vocabulary = vocabulary;
    this.from = from;
  }

  /** The provision itself and what it is in, the nearest first. */
  private get around(): readonly Provision[] {
    return (this.lazyAround ??= [...this.lookup.version.pathTo(this.from)].reverse());
  }

  private get scopes(): readonly ProvisionId[] {
    return (this.lazyScopes ??= this.lookup.scopesAround(this.from));
  }

  /** "this Section": the nearest provision around that is one. */
  resolveThis(name: string): Resolution {
    const levels = this.levelsOf(name);
    const holder = this.thisNamed(levels);
    return holder === undefined ? { kind: 'nothing' } : found([holder]);
  }

  /** What one item of a citation leads to. `previous` is the item before it in a list: "(b)(4)(B)(ii) and (iii)". */
  resolve(
    citation: Citation,
    item: CitedItem,
    previous: CitedItem | undefined,
    { that, before, anywhere }: Surroundings,
  ): Resolution {
    const document = citation.containers.find((container) => container.kind === 'document');
    if (document !== undefined) return { kind: 'document', title: document.title };
    // "§ 9-101(a) or (b)": where the whole is not there, neither is the rest of it.
    const isRest = item.label.whole === '' && item.label.letters === '';
    if (isRest && before?.kind === 'missing' && before.reached === null) return before;
    let scope: Provision | null = null;
    for (const container of citation.containers.toReversed()) {
      const inside = this.container(container, scope, that);
      if (inside.kind !== 'found') return inside;
      const [only, second] = inside.provisions;
      if (only === undefined) return missing(scope);
      if (second !== undefined) return inside;
      scope = only;
    }
    const near = this.label(citation.name, item.label, scope, previous?.label);
    if (anywhere !== true || scope !== null || near.kind === 'found') return near;
    const far = this.label(citation.name, item.label, this.lookup.version.root, undefined);
    return far.kind === 'found' ? far : near;
  }

  /** Whether the text as a whole is but a subsection or a paragraph, beside which there are others. */
  private isBracketedPart(): boolean {
    return this.lookup.isPart && this.lookup.isBracketed(this.lookup.version.root);
  }

  private container(container: CitedContainer, scope: Provision | null, that: Surroundings['that']): Resolution {
    if (container.kind === 'document') return { kind: 'document', title: container.title };
    // What was not named before in the same words was named elsewhere, and is not looked for.
    if (container.kind === 'that')
      return that?.get(container.name) ?? { kind: 'document', title: `that ${container.name}` };
    if (container.kind === 'this') {
      const holder = this.thisNamed(this.levelsOf(container.name));
      return holder === undefined ? missing() : found([holder]);
    }
    return this.label(container.name, container.label, scope, undefined);
  }

  /** Levels a name can mean. The sign means sections; no name at all, whatever stands for itself. */
  private levelsOf(name: string): readonly Level[] {
    if (name !== '§' && name !== '') return this.vocabulary.levels.get(name) ?? [];
    return this.lookup.style.levels.filter(({ number }) => number.form === 'whole' || number.form === 'dotted');
  }

  /** Only what a name usually means counts for "this": "this paragraph" is no subparagraph where there are both. */
  private thisNamed(levels: readonly Level[]): Provision | undefined {
    for (const level of levels) {
      const holder = this.around.find((each) => this.lookup.isOf(each, [level]));
      if (holder !== undefined) return holder;
    }
    return undefined;
  }

  private label(
    name: string,
    label: CitedLabel,
    scope: Provision | null,
    previous: CitedLabel | undefined,
  ): Resolution {
    const scopes = scope === null ? this.scopes : [scope.id];
    const levels = this.levelsOf(name);
    const { letters, whole, brackets } = label;
    if (letters === '' && whole === '') return this.bracketsOnly(levels, brackets, scope, previous);
    const top = this.standing(levels, label, scopes, scope !== null);
    const document = top === null && whole === '' ? this.documentCalled(letters) : undefined;
    if (document !== undefined) return this.document(document);
    if (top === null) return this.isPlausible(levels, letters, whole, scope) ? missing(scope) : { kind: 'nothing' };
    return this.stepDown(top, brackets);
  }

  private documentCalled(letters: string): CodeDocument | undefined {
    return this.lookup.style.documents.find(({ short }) => short === letters);
  }

  /** A document of the code that no provision of the text is: the text itself, by its heading, or one that is elsewhere. */
  private document({ short, name }: CodeDocument): Resolution {
    const { root } = this.lookup.version;
    const heading = root.heading.words.toLowerCase();
    if (heading.includes(name.toLowerCase()) || heading.split(/[^a-z]+/).includes(short.toLowerCase()))
      return found([root]);
    return root.children.some(({ kind }) => kind === 'document') ? missing() : { kind: 'document', title: short };
  }

  /** The provisions with a number that stands for itself, written with or without the letters of a division. */
  private standing(
    levels: readonly Level[],
    { letters, whole, apart }: CitedLabel,
    scopes: readonly ProvisionId[],
    isNamed: boolean,
  ): readonly Provision[] | null {
    const named = levels.filter(({ number }) => number.form === 'keyword').map(({ kind }) => kind);
    // "Section GTD": a document is cited as if it were a Section.
    const kinds = this.documentCalled(letters) !== undefined ? [...new Set([...named, 'document'])] : named;
    const standsAlone = levels.some(({ number }) => number.form === 'whole' || number.form === 'dotted');
    const together = letters + (apart ? ' ' : '') + whole;
    if (kinds.length > 0) {
      const divisions = this.lookup.division(kinds, together, scopes);
      if (divisions.length > 0) return divisions;
    }
    if (letters === '' && standsAlone) {
      const wholes = this.wholes(levels, whole, scopes, isNamed);
      if (wholes.length > 0) return wholes;
    }
    const lettered = letters === '' ? /^([A-Z]{1,4})(\d.*)$/.exec(whole) : null;
    const division = letters === '' ? (lettered?.[1] ?? '') : letters;
    const number = letters === '' ? (lettered?.[2] ?? '') : whole;
    if (division === '' || number === '') return null;
    const joined = this.lookup.whole(division + number, scopes, isNamed);
    if (joined.length > 0) return joined;
    const inAny = kinds.length > 0 ? kinds : this.divisionKinds();
    const divisions = this.lookup.division(inAny, division, [...scopes, this.lookup.version.root.id]);
    const within = divisions.flatMap((each) => this.lookup.whole(number, [each.id], true));
    return within.length > 0 ? within : null;
  }

  /** "section 3" in a Schedule of paragraphs is none of these: what stands where no section can is left out. */
  private wholes(
    levels: readonly Level[],
    whole: string,
    scopes: readonly ProvisionId[],
    isNamed: boolean,
  ): readonly Provision[] {
    const { style, version } = this.lookup;
    const called = levels.filter(({ number }) => number.form === 'whole' || number.form === 'dotted');
    const outside = called.every((level) => level.outside !== undefined)
      ? called.flatMap((level) => level.outside ?? [])
      : [];
    if (outside.length === 0) return this.lookup.whole(whole, scopes, isNamed);
    const kinds = new Set(called.map(({ kind }) => kind));
    const others = new Set(style.levels.map(({ kind }) => kind).filter((kind) => !kinds.has(kind)));
    for (const scope of scopes) {
      const isOutside = !version.pathTo(scope).some(({ kind }) => outside.includes(kind));
      const found = this.lookup.whole(whole, [scope], isNamed).filter(({ kind }) => isOutside || !others.has(kind));
      if (found.length > 0) return found;
    }
    return [];
  }

  private divisionKinds(): readonly string[] {
    return this.lookup.style.levels.filter(({ number }) => number.form === 'keyword').map(({ kind }) => kind);
  }

  /**
   * Whether a number that is not there looks like one that could be: a name of levels that are numbered so. "Section 12"
   * where Sections have letters is a section of something else.
   */
  private isPlausible(levels: readonly Level[], letters: string, whole: string, scope: Provision | null): boolean {
    return levels.some(({ number }) => {
      switch (number.form) {
        case 'whole':
          return whole !== '' && letters === '' && (number.sign === '' || /[-:.]/.test(whole));
        case 'dotted':
          return whole !== '' && (number.letters ? letters !== '' || /^[A-Z]/.test(whole) || scope !== null : true);
        case 'keyword':
          return letters === '' || whole !== '' || letters.length <= 3;
        case 'bracketed':
          return false;
      }
    });
  }

  private stepDown(tops: readonly Provision[], brackets: readonly string[]): Resolution {
    let reached = tops;
    for (const bracket of brackets) {
      const next = reached.flatMap((each) => this.lookup.under(each, bracket));
      if (next.length === 0) return missing(reached[0] ?? null);
      reached = next;
    }
    return found(reached);
  }

  /**
   * "paragraph (b)": under what it is said to be in, or else under the nearest provision around that holds one of that
   * number and of a level of that name. In a list, "(iii)" after "(b)(4)(B)(ii)" stands beside the (ii).
   */
  private bracketsOnly(
    levels: readonly Level[],
    brackets: readonly string[],
    scope: Provision | null,
    previous: CitedLabel | undefined,
  ): Resolution {
    if (
      previous !== undefined &&
      (previous.whole !== '' || previous.letters !== '' || previous.brackets.length > brackets.length)
    ) {
      const beside = this.beside(levels, brackets, scope, previous);
      if (beside !== null) return beside;
    }
    if (scope !== null) return this.stepDown([scope], brackets);
    const bracketed = levels.filter(({ number }) => number.form === 'bracketed');
    const [first = '', ...rest] = brackets;
    for (const wanted of [bracketed.slice(0, 1), bracketed, null]) {
      if (wanted?.length === 0) continue;
      for (const holder of this.around) {
        const children = this.lookup.under(holder, first);
        const fitting = wanted === null ? children : children.filter((child) => this.lookup.isOf(child, wanted));
        if (fitting.length > 0) return this.stepDown(fitting, rest);
      }
    }
    return missing(this.isBracketedPart() ? null : (this.around[0] ?? null));
  }

  private beside(
    levels: readonly Level[],
    brackets: readonly string[],
    scope: Provision | null,
    previous: CitedLabel,
  ): Resolution | null {
    const name = levels[0]?.names[0] ?? '';
    for (let shared = previous.brackets.length - 1; shared >= 0; shared -= 1) {
      const label = { ...previous, brackets: [...previous.brackets.slice(0, shared), ...brackets] };
      const resolution =
        previous.whole === '' && previous.letters === ''
          ? this.bracketsOnly(levels, label.brackets, scope, undefined)
          : this.label(name, label, scope, undefined);
      if (resolution.kind === 'found') return resolution;
    }
    return null;
  }

  /** The provisions between two, when they stand side by side or are numbered alike: the middle of "2.6 to 2.9". */
  between(first: Provision, last: Provision): readonly Provision[] {
    const parent = this.lookup.version.parentOf(first.id);
    if (parent === undefined || parent.id !== this.lookup.version.parentOf(last.id)?.id) return [];
    const { style } = this.lookup;
    const [low, high] = [bareLabel(first.number), bareLabel(last.number)];
    const from = parent.children.findIndex(({ id }) => id === first.id);
    const to = parent.children.findIndex(({ id }) => id === last.id);
    if (from >= to || compareNumbers(style, first.number, last.number) > 0 || low === high) return [];
    return parent.children.slice(from + 1, to).filter(({ number }) => number !== '');
  }
}

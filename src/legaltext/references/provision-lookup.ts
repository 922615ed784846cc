import type { HouseStyle, Level, Series } from '../house-styles/model.ts';
import { bareLabel } from '../house-styles/number.ts';
import { provisionsUnder, type Provision, type ProvisionId } from '../provision.ts';
import type { Version } from '../version.ts';
import { isQuotation } from './quoted-matter.ts';

/** Where the listing has come to. */
interface Place {
  readonly scopes: readonly ProvisionId[];
  /** The place in `scopes` of the division around within which numbering began afresh. */
  readonly home: number;
  /** The kinds of the divisions around. */
  readonly divisions: readonly string[];
  /** Whether it is within something whose number stands for itself. */
  readonly inSection: boolean;
}

interface Found {
  readonly provision: Provision;
  /** Whether the scope asked about is the one within which its number counts. */
  readonly direct: boolean;
}

const NOT_CITED: ReadonlySet<string> = new Set(['row', 'cell', 'table', 'passage', 'note', 'definition']);

/**
 * Where in a version the numbers are that citations name. Numbers that stand for themselves (2.3.1, § 47-101, Schedule 5)
 * are listed under every division around them, so that the same number in two Schedules is two things and the nearest one
 * is meant; numbers in brackets are looked for among the children of what they are under, also where the source leaves the
 * brackets out. Quoted matter is another text's, and is not listed. Made once per version and style;
 * linear in the provisions times the divisions around them, which are few.
 */
export class ProvisionLookup {
  readonly version: Version;
  readonly style: HouseStyle;
  private readonly divisionKinds: ReadonlySet<string>;
  private readonly restartingKinds: ReadonlySet<string>;
  private readonly isLettered: boolean;
  /** Where numbers carry the sign, only sections have numbers that stand for themselves. */
  private readonly wholeKinds: ReadonlySet<string> | null;
  /** Whether sections count through the text and hold no provisions whose numbers stand for themselves. */
  private readonly isOfSections: boolean;
  /** Provisions whose numbers have brackets in this style, and none in this version. */
  private readonly unbracketed = new Set<ProvisionId>();
  private readonly wholes = new Map<ProvisionId, Map<string, Found[]>>();
  private readonly divisions = new Map<ProvisionId, Map<string, Found[]>>();
  private eIds: Map<string, Provision> | undefined;
  private readonly childrenByLabel = new Map<ProvisionId, Map<string, Provision[]>>();

  constructor(version: Version, style: HouseStyle) {
    this.version = version;
    this.style = style;
    this.divisionKinds = new Set(
      style.levels.filter(({ number }) => number.form === 'keyword').map(({ kind }) => kind),
    );
    const signed = style.levels.filter(({ number }) => number.form === 'whole' && number.sign === '§');
    this.wholeKinds = signed.length === 0 ? null : new Set(signed.map(({ kind }) => kind));
    this.restartingKinds = new Set(
      style.levels.filter(({ number, division }) => number.form === 'keyword' && division).map(({ kind }) => kind),
    );
    this.isLettered = style.levels.some(({ number }) => number.form === 'dotted' && number.letters);
    this.isOfSections = !style.levels.some(({ number }) => number.form === 'dotted');
    this.list(version.root, { scopes: [version.root.id], home: 0, divisions: [], inSection: false });
  }

  isDivision(provision: Provision): boolean {
    return this.divisionKinds.has(provision.kind);
  }

  /** Whether the text is but one provision of a larger text: its root has a number of its own. */
  get isPart(): boolean {
    const { root } = this.version;
    return root.number !== '' && this.style.levels.some(({ kind }) => kind === root.kind);
  }

  /** Whether a provision is cited by a number in brackets, which the source may have left out. */
  isBracketed({ id, number }: Provision): boolean {
    return number.startsWith('(') || this.unbracketed.has(id);
  }

  private list(provision: Provision, place: Place): void {
    if (isQuotation(provision)) return;
    const { scopes, home } = place;
    let inner = place;
    if (provision.number !== '' && !NOT_CITED.has(provision.kind)) {
      const label = bareLabel(provision.number);
      if (this.isDivision(provision)) {
        this.note(this.divisions, scopes, `${provision.kind} ${label}`, provision, scopes.length - 1);
        inner = {
          ...place,
          scopes: [...scopes, provision.id],
          home: this.restartingKinds.has(provision.kind) ? scopes.length : home,
          divisions: [...place.divisions, provision.kind],
        };
      } else if (!provision.number.startsWith('(')) {
        if (this.wantsBrackets(provision, place)) this.unbracketed.add(provision.id);
        else if (this.wholeKinds?.has(provision.kind) !== false) {
          // Section numbers with the sign, and numbers that bear the letter of their Section, count through the whole text.
          const throughout = this.wholeKinds !== null || (this.isLettered && /^[A-Z]/.test(label));
          this.note(this.wholes, scopes, label, provision, throughout ? 0 : home);
          inner = { ...place, inSection: true };
        }
      }
    }
    for (const child of provision.children) this.list(child, inner);
  }

  /** Whether a bare number is one that the style brackets: by its kind, and by what it stands in. */
  private wantsBrackets({ kind }: Provision, { divisions, inSection }: Place): boolean {
    const levels = this.style.levels.filter(
      (level) =>
        level.kind === kind &&
        (level.within?.some((each) => divisions.includes(each)) ?? true) &&
        !(level.outside?.some((each) => divisions.includes(each)) ?? false),
    );
    if (this.isOfSections && inSection) return levels.some(({ number }) => number.form === 'bracketed');
    return levels.length > 0 && levels.every(({ number }) => number.form === 'bracketed');
  }

  private note(
    into: Map<ProvisionId, Map<string, Found[]>>,
    scopes: readonly ProvisionId[],
    key: string,
    provision: Provision,
    home: number,
  ): void {
    scopes.forEach((scope, index) => {
      let labels = into.get(scope);
      if (labels === undefined) into.set(scope, (labels = new Map<string, Found[]>()));
      const found = { provision, direct: index === home };
      const sharing = labels.get(key);
      if (sharing === undefined) labels.set(key, [found]);
      else sharing.push(found);
    });
  }

  /** The provision a mark names: by its id, or by the `eId` its source gave it. */
  named(name: string): Provision | undefined {
    const byId = this.version.find(name);
    if (byId !== undefined) return byId;
    if (this.eIds === undefined) {
      this.eIds = new Map();
      for (const each of provisionsUnder(this.version.root)) {
        const { eId } = each.attributes;
        if (eId !== undefined && !this.eIds.has(eId)) this.eIds.set(eId, each);
      }
    }
    return this.eIds.get(name);
  }

  /** The divisions around a provision, the nearest first, and last the root; the provision itself counts. */
  scopesAround(id: ProvisionId): readonly ProvisionId[] {
    const around = this.version
      .pathTo(id)
      .filter((each, index) => index === 0 || this.isDivision(each))
      .map((each) => each.id);
    return around.length === 0 ? [this.version.root.id] : around.reverse();
  }

  /**
   * Provisions with this number, standing for itself: within a scope that a citation names, anywhere in it; otherwise in
   * the nearest scope around within which such numbers count, so that a paragraph of one Schedule is never taken for one of
   * another.
   */
  whole(label: string, scopes: readonly ProvisionId[], isNamed: boolean): readonly Provision[] {
    for (const scope of scopes) {
      const found = this.wholes.get(scope)?.get(label);
      if (found === undefined) continue;
      if (isNamed) return preferDirect(found);
      const direct = found.filter((each) => each.direct);
      if (direct.length > 0) return direct.map(({ provision }) => provision);
    }
    return [];
  }

  /** Divisions of one of these kinds with this label, in the nearest of these scopes that has any. */
  division(kinds: readonly string[], label: string, scopes: readonly ProvisionId[]): readonly Provision[] {
    for (const scope of scopes) {
      const found = kinds.flatMap((kind) => this.divisions.get(scope)?.get(`${kind} ${label}`) ?? []);
      if (found.length > 0) return preferDirect(found);
    }
    return [];
  }

  /** Children with this number in brackets; levels without a number are passed through. */
  under(provision: Provision, bracketed: string): readonly Provision[] {
    let labels = this.childrenByLabel.get(provision.id);
    if (labels === undefined) {
      labels = new Map();
      this.childrenByLabel.set(provision.id, labels);
      const waiting = [...provision.children];
      for (let child = waiting.pop(); child !== undefined; child = waiting.pop()) {
        if (isQuotation(child)) continue;
        if (child.number === '') for (const under of child.children) waiting.push(under);
        else {
          const key = bracketKey(child.number);
          const sharing = labels.get(key);
          if (sharing === undefined) labels.set(key, [child]);
          else sharing.unshift(child);
        }
      }
    }
    return labels.get(bracketed) ?? [];
  }

  /** What a bracketed provision counts in, told from the numbers around it: (i) is a letter beside (h) and (j). */
  seriesOf(provision: Provision): Series | null {
    const label = bareLabel(provision.number);
    if (/^\d/.test(label) || /^[A-Z]+\d/.test(label)) return 'decimal';
    const upper = label === label.toUpperCase();
    if (!/^[ivxlc]+$/i.test(label.split('-')[0] ?? '')) return upper ? 'upper-letter' : 'lower-letter';
    const parent = this.version.parentOf(provision.id);
    const isRoman = this.under(parent ?? provision, upper ? '(H)' : '(h)').length === 0 || label.length > 1;
    return `${upper ? 'upper' : 'lower'}-${isRoman ? 'roman' : 'letter'}`;
  }

  /** Whether a provision is one of these levels, by its kind or by how its number is dressed. */
  isOf(provision: Provision, levels: readonly Level[]): boolean {
    return levels.some((level) => {
      switch (level.number.form) {
        case 'keyword':
          return provision.kind === level.kind && this.isDivision(provision);
        case 'bracketed':
          return this.isBracketed(provision) && this.seriesOf(provision) === level.number.series;
        case 'dotted':
        case 'whole':
          return (
            provision.number !== '' &&
            !this.isBracketed(provision) &&
            !this.isDivision(provision) &&
            !NOT_CITED.has(provision.kind)
          );
      }
    });
  }
}

const bracketKey = (number: string): string => (number.startsWith('(') ? number : `(${bareLabel(number)})`);

function preferDirect(found: readonly Found[]): readonly Provision[] {
  const direct = found.filter((each) => each.direct);
  return (direct.length > 0 ? direct : found).map(({ provision }) => provision);
}

const lookups = new WeakMap<Version, Map<HouseStyle, ProvisionLookup>>();

/** The lookup of a version by a style, made on first asking. */
export function lookupOf(version: Version, style: HouseStyle): ProvisionLookup {
  let byStyle = lookups.get(version);
  if (byStyle === undefined) lookups.set(version, (byStyle = new Map<HouseStyle, ProvisionLookup>()));
  let lookup = byStyle.get(style);
  if (lookup === undefined) byStyle.set(style, (lookup = new ProvisionLookup(version, style)));
  return lookup;
}

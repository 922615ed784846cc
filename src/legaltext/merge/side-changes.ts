import { TEXT_PARTS, type Provision, type ProvisionId } from '../provision.ts';
import { sortedEntries, type Attributes } from '../text.ts';
import type { Version } from '../version.ts';
import { longestIncreasing } from '../diff/longest-increasing.ts';

/** What of a provision can be changed apart from its place. */
export const FIELDS = ['kind', 'number', 'heading', 'text', 'tail', 'attributes'] as const;
export type Field = (typeof FIELDS)[number];

/** One provision as it was and as one side has it. */
export interface Pair {
  readonly before: Provision;
  readonly after: Provision;
}

/** What one side did to the base, provision by provision. Ids that stand in none of these are as they were. */
export interface SideChanges {
  readonly version: Version;
  /** In the base and in this version, and not one and the same value: something about it or under it differs. */
  readonly pairs: ReadonlyMap<ProvisionId, Pair>;
  readonly inserted: ReadonlyMap<ProvisionId, Provision>;
  readonly deleted: ReadonlyMap<ProvisionId, Provision>;
  /** Under another provision than before. */
  readonly moved: ReadonlySet<ProvisionId>;
  /** Under the same provision, in another place among those that stayed. */
  readonly reordered: ReadonlySet<ProvisionId>;
  /** Which provision now holds those that were inserted or moved. */
  readonly holders: ReadonlyMap<ProvisionId, ProvisionId>;
  /** Those that were inserted or moved, by the provision that now holds them. */
  readonly arrivals: ReadonlyMap<ProvisionId, readonly ProvisionId[]>;
  /** What holds them in the base, for all of the base that stand in any of these. */
  readonly baseHolders: ReadonlyMap<ProvisionId, ProvisionId>;
  /** What was deleted or moved, with all that was under it, as the base has it. */
  readonly gone: ReadonlyMap<ProvisionId, Provision>;
}

/**
 * What a version did to the base. Both trees are walked together, and a provision that both share, as one value, is not
 * walked into: versions made by operations from one base cost what they changed. Where the children of a pair differ, those
 * only in the base have left and those only in the version have arrived. What arrived and had left elsewhere, alone or with
 * what held it, has moved, and is walked as a pair; what else arrived was inserted, what else left was deleted. Which of the
 * children that stayed changed their order is the fewest that can have (all but a longest increasing run).
 */
export function changesOf(base: Version, version: Version): SideChanges {
  const walk = new Walk();
  walk.meet(base.root, version.root, null);
  return { version, ...walk.changes() };
}

class Walk {
  private readonly pairs = new Map<ProvisionId, Pair>();
  private readonly inserted = new Map<ProvisionId, Provision>();
  private readonly deleted = new Map<ProvisionId, Provision>();
  private readonly moved = new Set<ProvisionId>();
  private readonly reordered = new Set<ProvisionId>();
  private readonly holders = new Map<ProvisionId, ProvisionId>();
  private readonly arrivals = new Map<ProvisionId, ProvisionId[]>();
  private readonly baseHolders = new Map<ProvisionId, ProvisionId>();
  private readonly walking: Pair[] = [];
  /** What left its place, and what arrived at one, the highest of them. */
  private readonly left: Provision[] = [];
  private readonly arrived: { readonly holder: Provision; readonly provision: Provision }[] = [];
  /** Everything that left, with all under it. */
  private readonly gone = new Map<ProvisionId, Provision>();

  meet(before: Provision, after: Provision, holder: Provision | null): void {
    if (before === after) return;
    if (holder !== null) this.baseHolders.set(before.id, holder.id);
    this.walking.push({ before, after });
  }

  changes(): Omit<SideChanges, 'version'> {
    this.walkPairs();
    // What has left by now is all that can have moved: whatever leaves a moved provision left with it.
    for (const provision of this.left) this.leave(provision);
    for (let next = this.arrived.pop(); next !== undefined; next = this.arrived.pop()) {
      this.arrive(next.holder, next.provision);
      this.walkPairs();
    }
    for (let gone = this.left.pop(); gone !== undefined; gone = this.left.pop()) {
      if (this.moved.has(gone.id)) continue;
      this.deleted.set(gone.id, gone);
      for (const child of gone.children) if (!this.moved.has(child.id)) this.left.push(child);
    }
    const { pairs, inserted, deleted, moved, reordered, holders, arrivals, baseHolders, gone } = this;
    return { pairs, inserted, deleted, moved, reordered, holders, arrivals, baseHolders, gone };
  }

  private leave(provision: Provision): void {
    this.gone.set(provision.id, provision);
    for (const child of provision.children) {
      this.baseHolders.set(child.id, provision.id);
      this.leave(child);
    }
  }

  private arrive(holder: Provision, provision: Provision): void {
    this.holders.set(provision.id, holder.id);
    const beside = this.arrivals.get(holder.id);
    if (beside === undefined) this.arrivals.set(holder.id, [provision.id]);
    else beside.push(provision.id);
    const known = this.gone.get(provision.id);
    if (known === undefined) {
      this.inserted.set(provision.id, provision);
      for (const child of provision.children) this.arrive(provision, child);
    } else {
      this.moved.add(provision.id);
      this.meet(known, provision, null);
    }
  }

  private walkPairs(): void {
    for (let pair = this.walking.pop(); pair !== undefined; pair = this.walking.pop()) {
      this.pairs.set(pair.before.id, pair);
      if (pair.before.children !== pair.after.children) this.compareChildren(pair);
    }
  }

  private compareChildren({ before, after }: Pair): void {
    const [own, other] = [before.children, after.children];
    // What is the same at both ends needs no looking up.
    let start = 0;
    while (start < own.length && own[start]?.id === other[start]?.id) start += 1;
    let [ownEnd, otherEnd] = [own.length, other.length];
    while (ownEnd > start && otherEnd > start && own[ownEnd - 1]?.id === other[otherEnd - 1]?.id) {
      ownEnd -= 1;
      otherEnd -= 1;
    }
    const meetBoth = (was: Provision | undefined, is: Provision | undefined): void => {
      if (was !== undefined && is !== undefined) this.meet(was, is, before);
    };
    for (let at = 0; at < start; at += 1) meetBoth(own[at], other[at]);
    for (let at = ownEnd; at < own.length; at += 1) meetBoth(own[at], other[at + otherEnd - ownEnd]);
    if (start === ownEnd && start === otherEnd) return;
    const places = new Map<ProvisionId, number>();
    for (let at = start; at < ownEnd; at += 1) places.set(own[at]?.id ?? '', at);
    const stayed: number[] = [];
    for (let at = start; at < otherEnd; at += 1) {
      const child = other[at];
      if (child === undefined) continue;
      const place = places.get(child.id);
      if (place === undefined) this.arrived.push({ holder: after, provision: child });
      else {
        stayed.push(place);
        meetBoth(own[place], child);
      }
    }
    const staying = new Set(stayed);
    for (let at = start; at < ownEnd; at += 1) {
      const child = own[at];
      if (child === undefined || staying.has(at)) continue;
      this.baseHolders.set(child.id, before.id);
      this.left.push(child);
    }
    const kept = longestIncreasing(stayed);
    if (kept.length === stayed.length) return;
    const inOrder = new Set(kept);
    stayed.forEach((place, at) => {
      const id = own[place]?.id;
      if (id === undefined || inOrder.has(at)) return;
      this.reordered.add(id);
      this.baseHolders.set(id, before.id);
    });
  }
}

/** Whether a pair differs in this field. */
export function fieldChanged({ before, after }: Pair, field: Field): boolean {
  if (field === 'attributes') return !sameAttributes(before.attributes, after.attributes);
  if (field === 'kind' || field === 'number') return before[field] !== after[field];
  return !before[field].equals(after[field]);
}

/** Equal names with equal values. */
export function sameAttributes(one: Attributes, other: Attributes): boolean {
  return one === other || JSON.stringify(sortedEntries(one)) === JSON.stringify(sortedEntries(other));
}

/** Whether two provisions are the same in all they say and in all ids, from here down. */
export function identical(one: Provision, other: Provision): boolean {
  if (one === other) return true;
  return (
    one.id === other.id &&
    one.kind === other.kind &&
    one.number === other.number &&
    one.children.length === other.children.length &&
    TEXT_PARTS.every((part) => one[part].equals(other[part])) &&
    sameAttributes(one.attributes, other.attributes) &&
    one.children.every((child, at) => {
      const twin = other.children[at];
      return twin !== undefined && identical(child, twin);
    })
  );
}

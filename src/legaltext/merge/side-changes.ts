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
}

/**
 * What a version did to the base. Both trees are walked together, and a provision that both share, as one value, is not
 * walked into: versions made by operations from one base cost what they changed. Where the children of a pair differ, those
 * only in the base have left and those only in the version have arrived; what arrived and was in the base before has moved,
 * and is walked as a pair wherever it came from; what else arrived was inserted, what else left was deleted. Which of the
 * children that stayed changed their order is the fewest that can have (all but a longest increasing run).
 */
export function changesOf(base: Version, version: Version): SideChanges {
  const pairs = new Map<ProvisionId, Pair>();
  const inserted = new Map<ProvisionId, Provision>();
  const deleted = new Map<ProvisionId, Provision>();
  const moved = new Set<ProvisionId>();
  const reordered = new Set<ProvisionId>();
  const holders = new Map<ProvisionId, ProvisionId>();
  const arrivals = new Map<ProvisionId, ProvisionId[]>();
  const left: Provision[] = [];
  const walking: Pair[] = [];

  const meet = (before: Provision, after: Provision): void => {
    if (before !== after) walking.push({ before, after });
  };
  const arrive = (holder: Provision, provision: Provision): void => {
    const known = base.find(provision.id);
    holders.set(provision.id, holder.id);
    const beside = arrivals.get(holder.id);
    if (beside === undefined) arrivals.set(holder.id, [provision.id]);
    else beside.push(provision.id);
    if (known === undefined) {
      inserted.set(provision.id, provision);
      for (const child of provision.children) arrive(provision, child);
    } else {
      moved.add(provision.id);
      meet(known, provision);
    }
  };
  meet(base.root, version.root);
  for (let pair = walking.pop(); pair !== undefined; pair = walking.pop()) {
    const { before, after } = pair;
    pairs.set(before.id, pair);
    if (before.children === after.children) continue;
    const places = new Map(before.children.map((child, place) => [child.id, place]));
    const stayed: ProvisionId[] = [];
    for (const child of after.children) {
      const known = before.children[places.get(child.id) ?? -1];
      if (known === undefined) arrive(after, child);
      else {
        stayed.push(child.id);
        meet(known, child);
      }
    }
    if (stayed.length < before.children.length) {
      const staying = new Set(stayed);
      for (const child of before.children) if (!staying.has(child.id)) left.push(child);
    }
    const kept = new Set(longestIncreasing(stayed.map((id) => places.get(id) ?? 0)));
    if (kept.size < stayed.length) stayed.forEach((id, at) => !kept.has(at) && reordered.add(id));
  }
  for (let gone = left.pop(); gone !== undefined; gone = left.pop()) {
    if (moved.has(gone.id)) continue;
    deleted.set(gone.id, gone);
    left.push(...gone.children.filter((child) => !moved.has(child.id)));
  }
  return { version, pairs, inserted, deleted, moved, reordered, holders, arrivals };
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

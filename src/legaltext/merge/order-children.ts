import type { ProvisionId } from '../provision.ts';
import { provisionsUnder, type Provision } from '../provision.ts';
import { SIDES, type Side } from './change.ts';
import { compareNumbers } from './number-order.ts';
import type { Reconciliation } from './reconciliation.ts';

/** What both sides put in one place, in no order that anybody could know. */
export interface SlotClash {
  /** The child of the base that stands before the place; null where it is the first. */
  readonly after: ProvisionId | null;
  readonly ours: readonly ProvisionId[];
  readonly theirs: readonly ProvisionId[];
}

/** Provisions that both sides put in the same place and that read the same: one is kept. */
export interface SameInsertion {
  readonly kept: ProvisionId;
  readonly dropped: ProvisionId;
}

export interface Order {
  /** Each as the base has it, or the side that put it in; what was done to them and under them is not in these. */
  readonly children: readonly Provision[];
  readonly clashes: readonly SlotClash[];
  readonly same: readonly SameInsertion[];
}

/**
 * The children of one provision in order. Those that no side moved keep the order of the base; each of the others goes into
 * the gap between these that its side put it in. A gap that one side filled is as that side has it. Where both put
 * provisions in one gap, those that read the same are one, and the rest goes in the order of the printed numbers, where all
 * are of one kind and their numbers can be put in order; otherwise the gap is a clash. Linear in the children.
 */
export function orderChildren(merging: Reconciliation, holder: ProvisionId): Order {
  const standing = (merging.baseOf(holder)?.children ?? []).filter(
    ({ id }) => !merging.isDeleted(id) && merging.placedBy(id).length === 0,
  );
  const positions = new Map(standing.map(({ id }, position) => [id, position]));
  const gaps = {
    ours: gapsOf(merging, 'ours', holder, positions),
    theirs: gapsOf(merging, 'theirs', holder, positions),
  };
  const children: Provision[] = [];
  const clashes: SlotClash[] = [];
  const same: SameInsertion[] = [];
  const add = (ids: readonly ProvisionId[]): void => {
    for (const id of ids) children.push(provisionOf(merging, id));
  };
  for (let gap = 0; gap <= standing.length; gap += 1) {
    const after = standing[gap - 1];
    if (after !== undefined) children.push(after);
    const own = gaps.ours.placed.get(gap) ?? NONE;
    const other = gaps.theirs.placed.get(gap) ?? NONE;
    if (own.length === 0 || other.length === 0) add(own.length === 0 ? other : own);
    else {
      const filling: Filling = { ids: [], clashes, same };
      fillGap(merging, after?.id ?? null, own, other, filling);
      add(filling.ids);
    }
  }
  for (const [id, gap] of gaps.ours.gapOf) {
    const facing = gaps.theirs.gapOf.get(id);
    if (facing !== undefined && facing !== gap)
      clashes.push({ after: standing[Math.min(gap, facing) - 1]?.id ?? null, ours: [id], theirs: [id] });
  }
  return { children, clashes, same };
}

function provisionOf(merging: Reconciliation, id: ProvisionId): Provision {
  const { ours, theirs } = merging.sides;
  const provision = merging.baseOf(id) ?? ours.inserted.get(id) ?? theirs.inserted.get(id);
  if (provision === undefined) throw new Error(`The provision "${id}" stands in none of the three versions.`);
  return provision;
}

const NONE: readonly ProvisionId[] = [];

interface Gaps {
  readonly placed: ReadonlyMap<number, readonly ProvisionId[]>;
  readonly gapOf: ReadonlyMap<ProvisionId, number>;
}

/** What one side put under a provision, by the gap it is in: how many of the children that stay are before it. */
function gapsOf(
  merging: Reconciliation,
  side: Side,
  holder: ProvisionId,
  positions: ReadonlyMap<ProvisionId, number>,
): Gaps {
  const placed = new Map<number, ProvisionId[]>();
  const gapOf = new Map<ProvisionId, number>();
  let gap = 0;
  for (const { id } of merging.seenBy(side, holder)?.children ?? []) {
    const position = positions.get(id);
    if (position !== undefined) {
      if (!merging.sides[side].reordered.has(id)) gap = position + 1;
    } else if (merging.stands(side, 'place', id) && merging.holderOf(id) === holder) {
      gapOf.set(id, gap);
      const there = placed.get(gap);
      if (there === undefined) placed.set(gap, [id]);
      else there.push(id);
    }
  }
  return { placed, gapOf };
}

interface Filling {
  readonly ids: ProvisionId[];
  readonly clashes: SlotClash[];
  readonly same: SameInsertion[];
}

/** One gap that both sides filled: cut at what they have in common, and what lies between put in order. */
function fillGap(
  merging: Reconciliation,
  after: ProvisionId | null,
  own: readonly ProvisionId[],
  other: readonly ProvisionId[],
  filling: Filling,
): void {
  const twins = twinsOf(merging, own, other);
  let from = 0;
  let facingFrom = 0;
  const between = (to: number, facingTo: number): void => {
    const [ours, theirs] = [own.slice(from, to), other.slice(facingFrom, facingTo)];
    const ordered = ours.length === 0 ? theirs : theirs.length === 0 ? ours : byNumber(merging, ours, theirs);
    if (ordered === null) filling.clashes.push({ after, ours, theirs });
    else for (const id of ordered) filling.ids.push(id);
  };
  for (const [at, id] of own.entries()) {
    const twin = twins.get(id);
    if (twin === undefined) continue;
    const facing = other.indexOf(twin, facingFrom);
    if (facing === -1) {
      // In both, but in another order.
      filling.clashes.push({ after, ours: own, theirs: other });
      return;
    }
    between(at, facing);
    const [kept, dropped] = id < twin ? [id, twin] : [twin, id];
    filling.ids.push(kept);
    if (kept !== dropped) filling.same.push({ kept, dropped });
    from = at + 1;
    facingFrom = facing + 1;
  }
  between(own.length, other.length);
}

/** For each provision of ours the one of theirs that is the same: with its id; or new, reading the same, and no other does. */
function twinsOf(
  merging: Reconciliation,
  own: readonly ProvisionId[],
  other: readonly ProvisionId[],
): ReadonlyMap<ProvisionId, ProvisionId> {
  const twins = new Map<ProvisionId, ProvisionId>();
  const theirs = new Set(other);
  for (const id of own) if (theirs.has(id)) twins.set(id, id);
  const byHash = { ours: newByHash(merging, 'ours', own), theirs: newByHash(merging, 'theirs', other) };
  for (const [hash, ids] of byHash.ours) {
    const [id, ...more] = ids;
    const [twin, ...others] = byHash.theirs.get(hash) ?? [];
    if (id !== undefined && twin !== undefined && more.length + others.length === 0) twins.set(id, twin);
  }
  return twins;
}

function newByHash(
  merging: Reconciliation,
  side: Side,
  ids: readonly ProvisionId[],
): ReadonlyMap<string, ProvisionId[]> {
  const found = new Map<string, ProvisionId[]>();
  const { inserted } = merging.sides[side];
  for (const id of ids) {
    const provision = inserted.get(id);
    if (provision === undefined || SIDES.every((each) => merging.sides[each].inserted.has(id))) continue;
    if (!isAllNew(provision, inserted)) continue;
    const known = found.get(provision.hash);
    if (known === undefined) found.set(provision.hash, [id]);
    else known.push(id);
  }
  return found;
}

function isAllNew(provision: Provision, inserted: ReadonlyMap<ProvisionId, Provision>): boolean {
  for (const each of provisionsUnder(provision)) if (!inserted.has(each.id)) return false;
  return true;
}

/** Two lists as one in the order of their numbers; null where that is not known, or a number is claimed twice. */
function byNumber(
  merging: Reconciliation,
  own: readonly ProvisionId[],
  other: readonly ProvisionId[],
): readonly ProvisionId[] | null {
  const all = [...own, ...other];
  const kind = merging.kindOf(all[0] ?? '');
  if (all.some((id) => merging.numberOf(id) === '' || merging.kindOf(id) !== kind)) return null;
  const comesBefore = (one: ProvisionId, next: ProvisionId): boolean | null => {
    const order = compareNumbers(merging.numberOf(one), merging.numberOf(next));
    return order === null || order === 0 ? null : order < 0;
  };
  for (const list of [own, other])
    for (const [at, id] of list.entries()) {
      const next = list[at + 1];
      if (next !== undefined && comesBefore(id, next) !== true) return null;
    }
  const ordered: ProvisionId[] = [];
  let [at, facingAt] = [0, 0];
  for (;;) {
    const [id, facing] = [own[at], other[facingAt]];
    if (id === undefined) return [...ordered, ...other.slice(facingAt)];
    if (facing === undefined) return [...ordered, ...own.slice(at)];
    const isFirst = comesBefore(id, facing);
    if (isFirst === null) return null;
    ordered.push(isFirst ? id : facing);
    if (isFirst) at += 1;
    else facingAt += 1;
  }
}

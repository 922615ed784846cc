import type { Provision, ProvisionId } from '../provision.ts';
import { SIDES, type Change } from './change.ts';
import { baseAbove } from './find-clashes.ts';
import { orderChildren, type Order } from './order-children.ts';
import type { Reconciliation } from './reconciliation.ts';
import { fieldChanged } from './side-changes.ts';

/** Where everything comes to stand: the order of the children, for each provision whose children are not those it had. */
export type Orders = ReadonlyMap<ProvisionId, Order>;

/**
 * Takes back whatever cannot stand where its side put it, until the rest can: moves in a circle, provisions in one gap
 * without an order, a number claimed twice. Each round looks at everything as the round before left it, so that no
 * collision is found before another for standing first; rounds end, since each takes back at least one change.
 */
export function findStanding(merging: Reconciliation): Orders {
  const holders = changedHolders(merging);
  for (;;) {
    if (takeBackCircles(merging)) continue;
    const orders = new Map<ProvisionId, Order>();
    for (const holder of holders) {
      const isThere =
        merging.baseOf(holder) !== undefined ? !merging.isDeleted(holder) : merging.placedBy(holder).length > 0;
      if (isThere) orders.set(holder, orderChildren(merging, holder));
    }
    if (takeBackSlots(merging, orders)) continue;
    if (takeBackNumbers(merging, orders)) continue;
    return orders;
  }
}

/** The provisions whose children may come to be others, or in another order, or otherwise numbered, than in the base. */
function changedHolders(merging: Reconciliation): ReadonlySet<ProvisionId> {
  const found = new Set<ProvisionId>();
  const addHolder = (id: ProvisionId): void => {
    const holder = merging.baseHolderOf(id);
    if (holder !== undefined) found.add(holder);
  };
  for (const side of SIDES) {
    const { arrivals, deleted, moved, reordered, pairs } = merging.sides[side];
    for (const holder of arrivals.keys()) found.add(holder);
    for (const id of deleted.keys()) addHolder(id);
    for (const id of moved) addHolder(id);
    for (const id of reordered) addHolder(id);
    for (const [id, pair] of pairs)
      if (fieldChanged(pair, 'number') || fieldChanged(pair, 'kind')) {
        addHolder(id);
        for (const each of SIDES) {
          const holder = merging.sides[each].holders.get(id);
          if (holder !== undefined) found.add(holder);
        }
      }
  }
  return found;
}

/** Moves of both sides that together put a provision, by way of others, into itself. */
function takeBackCircles(merging: Reconciliation): boolean {
  const cleared = new Set<ProvisionId>();
  const circles: ProvisionId[][] = [];
  for (const side of SIDES)
    for (const start of merging.sides[side].moved) {
      const way: ProvisionId[] = [];
      const onWay = new Set<ProvisionId>();
      let at: ProvisionId | undefined = start;
      while (at !== undefined && !cleared.has(at) && !onWay.has(at)) {
        way.push(at);
        onWay.add(at);
        at = merging.holderOf(at);
      }
      if (at !== undefined && onWay.has(at)) circles.push(way.slice(way.indexOf(at)));
      for (const id of way) cleared.add(id);
    }
  for (const circle of circles) {
    const movedAlong = circle.filter((id) => SIDES.some((side) => merging.sides[side].moved.has(id)));
    const [place] = [...movedAlong].sort();
    const clash = merging.clash('parent', { id: place ?? merging.base.root.id, part: 'whole' });
    for (const id of movedAlong) for (const side of SIDES) merging.takeBack({ side, what: 'place', id }, clash);
  }
  return circles.length > 0;
}

function takeBackSlots(merging: Reconciliation, orders: Orders): boolean {
  let found = false;
  for (const [holder, { clashes }] of orders)
    for (const { after, ours, theirs } of clashes) {
      found = true;
      const clash = merging.clash('slot', { id: baseAbove(merging, holder), part: 'children', after });
      for (const id of ours) merging.takeBack({ side: 'ours', what: 'place', id }, clash);
      for (const id of theirs) merging.takeBack({ side: 'theirs', what: 'place', id }, clash);
    }
  return found;
}

/** Siblings that come to bear one number, and bear it side by side in none of the three versions. */
function takeBackNumbers(merging: Reconciliation, orders: Orders): boolean {
  const pairs: { readonly holder: ProvisionId; readonly bearers: readonly ProvisionId[] }[] = [];
  for (const [holder, { children }] of orders) {
    const claiming = children.map(({ id }) => merging.isTouched(id) && claimsOf(merging, id).length > 0);
    const nameOf = ({ id, kind, number }: Provision, at: number): string =>
      claiming[at] === true ? `${merging.kindOf(id)}\n${merging.numberOf(id)}` : `${kind}\n${number}`;
    const claimed = new Set(children.map(nameOf).filter((_, at) => claiming[at]));
    if (claimed.size === 0) continue;
    const bearers = new Map<string, { readonly id: ProvisionId; readonly claims: boolean }[]>();
    children.forEach((child, at) => {
      const name = nameOf(child, at);
      if (name.endsWith('\n') || !claimed.has(name)) return;
      const claims = claiming[at] === true;
      const known = bearers.get(name) ?? [];
      bearers.set(name, known);
      for (const bearer of known)
        if ((claims || bearer.claims) && !areKnown(merging, bearer.id, child.id))
          pairs.push({ holder, bearers: [bearer.id, child.id] });
      known.push({ id: child.id, claims });
    });
  }
  const claims = pairs
    .map(({ holder, bearers }) => ({ holder, changes: bearers.flatMap((id) => claimsOf(merging, id)) }))
    .filter(({ changes }) => changes.length > 0);
  for (const claim of claims) {
    const clash = merging.clash('slot', { id: baseAbove(merging, claim.holder), part: 'children' });
    for (const change of claim.changes) merging.takeBack(change, clash);
  }
  return claims.length > 0;
}

/** What made a provision bear its number where it is. */
function claimsOf(merging: Reconciliation, id: ProvisionId): readonly Change[] {
  const whats = ['place', 'number', 'kind'] as const;
  return SIDES.flatMap((side) =>
    whats.filter((what) => merging.stands(side, what, id)).map((what): Change => ({ side, what, id })),
  );
}

/** Whether two provisions are siblings with one number in the base or in one side's version. */
function areKnown(merging: Reconciliation, one: ProvisionId, other: ProvisionId): boolean {
  const base = [merging.baseOf(one), merging.baseOf(other)] as const;
  const inBase =
    base[0] !== undefined &&
    base[0].number === base[1]?.number &&
    base[0].kind === base[1].kind &&
    merging.baseHolderOf(one) === merging.baseHolderOf(other);
  if (inBase) return true;
  return SIDES.some((side) => {
    const [these, those] = [merging.seenBy(side, one), merging.seenBy(side, other)];
    return (
      these !== undefined &&
      those !== undefined &&
      these.number === those.number &&
      these.kind === those.kind &&
      merging.holderSeenBy(side, one) === merging.holderSeenBy(side, other)
    );
  });
}

import { provisionsUnder, type Provision, type ProvisionId } from '../provision.ts';
import { Version, MAX_HEIGHT } from '../version.ts';
import { assemble } from './assemble.ts';
import { keyOf, SIDES, type Change, type Side, type What } from './change.ts';
import type { MergeCollision, Wanted } from './collision.ts';
import { findClashes } from './find-clashes.ts';
import { findStanding } from './find-standing.ts';
import type { SameInsertion } from './order-children.ts';
import { Reconciliation, type Clash } from './reconciliation.ts';
import { collisionInWords } from './sentences.ts';
import { identical } from './side-changes.ts';

/** Two changed versions of one text, brought together. */
export interface Merge {
  readonly kind: 'merge';
  /** Everything that both sides did and that does not collide. Where they collide it reads as the base does. */
  readonly version: Version;
  /** In the order of the base; none when the merge is clean. */
  readonly collisions: readonly MergeCollision[];
  /** Provisions that both sides put in alike, each under its own id: one is in the text, for both. */
  readonly sameInsertions: readonly SameInsertion[];
}

/**
 * The base with what both sides did to it: provision by provision (by id, so that moves and new numbers are no obstacle),
 * and within one, word by word. What cannot be brought together is not: there the base's text stays, and a collision says
 * where it is and what each side wanted. Which side is `ours` makes no difference to the text.
 *
 * It has the texts and nothing else. That one side meant to change a name wherever it stands is not to be seen in them,
 * and words of the other side that bring the name in anew keep it: `collide` sees that, from the operations.
 *
 * The three must be versions of one text, sharing the ids of what they have in common. Costs what was changed, where the
 * versions were made from the base by operations, and the size of the texts where they were not.
 *
 * ```ts
 * const { version, collisions } = merge(base, ours, theirs);
 * ```
 */
export function merge(base: Version, ours: Version, theirs: Version): Merge {
  if (base.root === theirs.root || ours.root === theirs.root) return clean(ours);
  if (base.root === ours.root) return clean(theirs);
  if (base.root.id !== ours.root.id || base.root.id !== theirs.root.id) return mergeWholes(base, ours, theirs);
  const merging = new Reconciliation(base, ours, theirs);
  findClashes(merging);
  for (;;) {
    const orders = findStanding(merging);
    const root = assemble(merging, orders);
    if (root.height > MAX_HEIGHT) {
      takeBackDeepest(merging, root);
      continue;
    }
    const same = [...orders.values()].flatMap((order) => order.same);
    same.sort((one, other) => (one.kept < other.kept ? -1 : 1));
    return {
      kind: 'merge',
      version: Version.trusted(root),
      collisions: inOrder(base, merging.clashes).map((clash) => collisionOf(merging, clash)),
      sameInsertions: same,
    };
  }
}

const clean = (version: Version): Merge => ({ kind: 'merge', version, collisions: [], sameInsertions: [] });

/** A side that put another provision in place of the whole text leaves nothing to compare by id: it stands or falls whole. */
function mergeWholes(base: Version, ours: Version, theirs: Version): Merge {
  if (identical(base.root, theirs.root) || identical(ours.root, theirs.root)) return clean(ours);
  if (identical(base.root, ours.root)) return clean(theirs);
  const wanted = (version: Version): readonly Wanted[] => [
    { kind: 'insert', provision: version.root, under: base.root.id, after: null },
  ];
  const collision: Omit<MergeCollision, 'message'> = {
    kind: 'merge-collision',
    class: 'parent',
    place: { id: base.root.id, part: 'whole' },
    base: '',
    ours: wanted(ours),
    theirs: wanted(theirs),
  };
  const collisions = [{ ...collision, message: collisionInWords(base, collision) }];
  return { kind: 'merge', version: base, collisions, sameInsertions: [] };
}

/** What both sides put into one another nests too deep for any text: the longest way down goes back to where it was. */
function takeBackDeepest(merging: Reconciliation, root: Provision): void {
  const way: Provision[] = [];
  for (let at: Provision | undefined = root; at !== undefined;) {
    way.push(at);
    const { height, children }: Provision = at;
    at = children.find((child) => child.height === height - 1);
  }
  const placed = way.filter(({ id }) => merging.placedBy(id).length > 0).map(({ id }) => id);
  const [place] = placed.filter((id) => merging.baseOf(id) !== undefined).sort();
  const clash = merging.clash('parent', { id: place ?? merging.base.root.id, part: 'whole' });
  for (const id of placed) for (const side of SIDES) merging.takeBack({ side, what: 'place', id }, clash);
}

/** In the order of the base: by provision, then by place within it, then by class and what was taken back. */
function inOrder(base: Version, clashes: readonly Clash[]): readonly Clash[] {
  if (clashes.length < 2) return clashes;
  const positions = new Map<ProvisionId, number>();
  for (const { id } of provisionsUnder(base.root)) positions.set(id, positions.size);
  const keyed = clashes.map((clash) => ({
    clash,
    position: positions.get(clash.place.id) ?? 0,
    key: [
      clash.place.part,
      String(clash.place.start ?? 0).padStart(12, '0'),
      clash.class,
      ...[...clash.takenBack.values()].map(({ what, id }) => keyOf(what, id)).sort(),
    ].join('\n'),
  }));
  keyed.sort((a, b) => a.position - b.position || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return keyed.map(({ clash }) => clash);
}

function collisionOf(merging: Reconciliation, clash: Clash): MergeCollision {
  const collision: Omit<MergeCollision, 'message'> = {
    kind: 'merge-collision',
    class: clash.class,
    place: clash.place,
    base: clash.base,
    ours: [...clash.words.ours, ...wantedBy(merging, clash, 'ours')],
    theirs: [...clash.words.theirs, ...wantedBy(merging, clash, 'theirs')],
  };
  return { ...collision, message: collisionInWords(merging.base, collision) };
}

/** The weightiest first: a sentence names the first of what a side wanted. */
const RANKS: Readonly<Record<What, number>> = {
  delete: 0,
  place: 1,
  number: 2,
  kind: 3,
  heading: 4,
  text: 5,
  tail: 6,
  attributes: 7,
};

/** What one side wanted that was taken back for a collision; what stands under something else of it is part of that. */
function wantedBy(merging: Reconciliation, clash: Clash, side: Side): readonly Wanted[] {
  const changes = [...clash.takenBack.values()].filter((change) => change.side === side);
  const keys = new Set(changes.map(({ what, id }) => keyOf(what, id)));
  const { inserted } = merging.sides[side];
  const isWithin = ({ what, id }: Change): boolean => {
    const holder =
      what === 'delete' ? merging.baseHolderOf(id) : inserted.has(id) ? merging.holderSeenBy(side, id) : undefined;
    if (holder === undefined) return false;
    return what === 'delete'
      ? keys.has(keyOf('delete', holder))
      : inserted.has(holder) && keys.has(keyOf('place', holder));
  };
  const outer = changes.filter((change) => !isWithin(change));
  outer.sort((a, b) => RANKS[a.what] - RANKS[b.what] || (a.id < b.id ? -1 : 1));
  return outer.flatMap((change) => wantedOf(merging, change));
}

function wantedOf(merging: Reconciliation, { side, what, id }: Change): readonly Wanted[] {
  if (what === 'delete') return [{ kind: 'repeal', id }];
  const seen = merging.seenBy(side, id);
  if (seen === undefined) return [];
  switch (what) {
    case 'number':
      return [{ kind: 'number', id, number: seen.number }];
    case 'kind':
      return [{ kind: 'kind', id, provisionKind: seen.kind }];
    case 'attributes':
      return [{ kind: 'attributes', id, attributes: seen.attributes }];
    case 'heading':
    case 'text':
    case 'tail':
      return [{ kind: 'text', id, part: what, text: seen[what] }];
    case 'place': {
      const under = merging.holderSeenBy(side, id) ?? merging.base.root.id;
      const holder = merging.seenBy(side, under);
      const after = (holder === undefined ? undefined : previousIn(holder).get(id)) ?? null;
      const provision = merging.sides[side].inserted.get(id);
      return [
        provision === undefined ? { kind: 'move', id, under, after } : { kind: 'insert', provision, under, after },
      ];
    }
  }
}

const knownPrevious = new WeakMap<Provision, ReadonlyMap<ProvisionId, ProvisionId>>();

/** What stands before each child of a provision but the first. Made once: a side may have put in thousands. */
function previousIn(holder: Provision): ReadonlyMap<ProvisionId, ProvisionId> {
  let previous = knownPrevious.get(holder);
  if (previous === undefined) {
    const { children } = holder;
    const pairs = children.slice(1).map(({ id }, index) => [id, children[index]?.id ?? id] as const);
    knownPrevious.set(holder, (previous = new Map(pairs)));
  }
  return previous;
}

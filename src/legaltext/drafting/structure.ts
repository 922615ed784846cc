import { failed } from '../../values/result.ts';
import type { Insert, Move, Repeal, Replace } from '../operation.ts';
import type { Provision } from '../provision.ts';
import { Text } from '../text.ts';
import { MAX_HEIGHT } from '../version.ts';
import { done, type Outcome } from './outcome.ts';
import { gapOf, roomFor } from './room.ts';
import type { WorkingTree } from './working-tree.ts';

/** Puts new provisions into their slot. */
export function insert(tree: WorkingTree, { slot, provisions }: Insert): Outcome {
  const gap = gapOf(slot, tree);
  if (gap.kind === 'failed') return gap;
  const room = roomFor(provisions, { parent: gap.value.parent, leaving: null }, tree);
  if (room.kind === 'failed') return room;
  tree.putIn(gap.value, provisions);
  return done;
}

/** Puts other provisions in the place of one, which may keep its id and what stands under it. */
export function replace(tree: WorkingTree, target: Provision, { provisions, children }: Replace): Outcome {
  const [only] = provisions;
  if (only === undefined) return failed({ kind: 'malformed', what: 'it puts nothing in place of what it replaces' });
  const keeps = children === 'kept';
  if (keeps && (provisions.length > 1 || only.children.length > 0))
    return failed({ kind: 'malformed', what: 'what takes over the children must be one provision without children' });
  const successors = keeps ? [only.with({ children: target.children })] : provisions;
  const parent = tree.parentOf(target.id);
  if (parent === undefined && provisions.length > 1) return failed({ kind: 'root' });
  const room = roomFor(successors, { parent, leaving: target }, tree);
  if (room.kind === 'failed') return room;
  const [successor] = successors;
  if (keeps && successor?.id === target.id) tree.put(successor);
  else tree.swap(target, parent, successors);
  return done;
}

/** Takes a provision out, or leaves a stub of it that says so. */
export function repeal(tree: WorkingTree, target: Provision, { stub }: Repeal): Outcome {
  if (stub !== null) {
    const { text, heading = target.heading, attributes = target.attributes } = stub;
    tree.empty(target, target.with({ text, heading, attributes, children: [], tail: Text.EMPTY }));
    return done;
  }
  const parent = tree.parentOf(target.id);
  if (parent === undefined) return failed({ kind: 'root' });
  tree.takeOut(target, parent);
  return done;
}

/** Puts a provision elsewhere, with everything under it; never into itself. */
export function move(tree: WorkingTree, target: Provision, { slot }: Move): Outcome {
  const parent = tree.parentOf(target.id);
  if (parent === undefined) return failed({ kind: 'root' });
  const gap = gapOf(slot, tree);
  if (gap.kind === 'failed') return gap;
  const holder = gap.value.parent;
  const way = tree.pathTo(holder.id);
  if (way.some((provision) => provision.id === target.id)) return failed({ kind: 'into-itself' });
  const height = way.length + target.height;
  if (height > MAX_HEIGHT) return failed({ kind: 'too-deep', height });
  const from = parent.children.indexOf(target);
  // Within one parent, what stands after the old place moves up by one when the provision is taken out.
  const position = holder.id === parent.id && gap.value.position > from ? gap.value.position - 1 : gap.value.position;
  tree.takeOut(target, parent);
  const heldNow = tree.find(holder.id);
  if (heldNow === undefined) throw new Error(`The provision "${holder.id}" was there a moment ago.`);
  tree.putIn({ parent: heldNow, position }, [target]);
  return done;
}

import { failed, ok, type Result } from '../../values/result.ts';
import type { Slot } from '../operation.ts';
import type { FailureReason } from '../operation-failure.ts';
import { provisionsUnder, type Provision, type ProvisionId } from '../provision.ts';
import { resolveTarget } from '../resolve-target.ts';
import { MAX_HEIGHT } from '../version.ts';
import { done, type Outcome } from './outcome.ts';
import type { Gap, WorkingTree } from './working-tree.ts';

/** The gap that a slot means in the text as it is now. */
export function gapOf(slot: Slot, tree: WorkingTree): Result<Gap, FailureReason> {
  const target = resolveTarget(tree, slot.target);
  if (target.kind === 'failed') return target;
  if (slot.at === 'first') return ok({ parent: target.value, position: 0 });
  if (slot.at === 'last') return ok({ parent: target.value, position: target.value.children.length });
  const parent = tree.parentOf(target.value.id);
  if (parent === undefined) return failed({ kind: 'root' });
  const position = parent.children.indexOf(target.value);
  return ok({ parent, position: slot.at === 'before' ? position : position + 1 });
}

/**
 * Whether provisions can be put under `parent`, `leaving` being taken out for them: ids of their own, and not too deep.
 * Linear in what is put in and what leaves.
 */
export function roomFor(
  provisions: readonly Provision[],
  { parent, leaving }: { readonly parent: Provision | undefined; readonly leaving: Provision | null },
  tree: WorkingTree,
): Outcome {
  const above = parent === undefined ? 0 : tree.pathTo(parent.id).length;
  const freed = new Set<ProvisionId>();
  if (leaving !== null) for (const each of provisionsUnder(leaving)) freed.add(each.id);
  const seen = new Set<ProvisionId>();
  for (const provision of provisions) {
    const height = above + provision.height;
    if (height > MAX_HEIGHT) return failed({ kind: 'too-deep', height });
    for (const { id } of provisionsUnder(provision)) {
      if (seen.has(id) || (!freed.has(id) && tree.find(id) !== undefined)) return failed({ kind: 'id-taken', id });
      seen.add(id);
    }
  }
  return done;
}

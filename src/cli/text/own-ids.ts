import type { Operation, Slot, Target } from '../../legaltext/operation.ts';
import { provisionsUnder, type Provision, type ProvisionId } from '../../legaltext/provision.ts';
import type { Version } from '../../legaltext/version.ts';

/** The same operations with other ids: those of their targets, and of what they put in. */
export function renamed(
  operations: readonly Operation[],
  idOf: (id: ProvisionId) => ProvisionId,
): readonly Operation[] {
  const named = (target: Target): Target => {
    if (target.by === 'id') return { ...target, id: idOf(target.id) };
    return target.within === undefined ? target : { ...target, within: idOf(target.within) };
  };
  const placed = (slot: Slot): Slot => ({ ...slot, target: named(slot.target) });
  const owned = (provision: Provision): Provision =>
    provision.with({ id: idOf(provision.id), children: provision.children.map(owned) });
  return operations.map((operation): Operation => {
    switch (operation.kind) {
      case 'insert':
        return { ...operation, slot: placed(operation.slot), provisions: operation.provisions.map(owned) };
      case 'replace':
        return { ...operation, target: named(operation.target), provisions: operation.provisions.map(owned) };
      case 'move':
        return { ...operation, target: named(operation.target), slot: placed(operation.slot) };
      case 'substitute':
      case 'repeal':
      case 'renumber':
      case 'set-heading':
        return { ...operation, target: named(operation.target) };
    }
  });
}

/** Gives what these operations put into `base` ids that no other draft uses: those they had, after the draft's name. */
export function withOwnIds(operations: readonly Operation[], base: Version, draft: string): readonly Operation[] {
  const put = new Set<ProvisionId>();
  for (const operation of operations)
    if (operation.kind === 'insert' || operation.kind === 'replace')
      for (const provision of operation.provisions)
        for (const { id } of provisionsUnder(provision)) if (base.find(id) === undefined) put.add(id);
  return renamed(operations, (id) => (put.has(id) ? `${draft}#${id}` : id));
}

/** Which id of `one` is which of `other`, two trees that read the same. */
export function idsBetween(one: Version, other: Version): ReadonlyMap<ProvisionId, ProvisionId> {
  const others = provisionsUnder(other.root);
  const ids = new Map<ProvisionId, ProvisionId>();
  for (const { id } of provisionsUnder(one.root)) {
    const twin = others.next();
    if (twin.done === true) throw new Error('The two trees do not have one shape.');
    ids.set(id, twin.value.id);
  }
  return ids;
}

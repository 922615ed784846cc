import type { Operation, Slot, Target } from '../../legaltext/operation.ts';
import { provisionsUnder, type Provision, type ProvisionId } from '../../legaltext/provision.ts';
import type { Version } from '../../legaltext/version.ts';

/** Gives what these operations put in ids that no other draft uses: those they had, after the draft's name. */
export function withOwnIds(operations: readonly Operation[], base: Version, draft: string): readonly Operation[] {
  const put = new Set<ProvisionId>();
  for (const operation of operations)
    if (operation.kind === 'insert' || operation.kind === 'replace')
      for (const provision of operation.provisions)
        for (const { id } of provisionsUnder(provision)) if (base.find(id) === undefined) put.add(id);
  const idOf = (id: ProvisionId): ProvisionId => (put.has(id) ? `${draft}#${id}` : id);
  const named = (target: Target): Target => (target.by === 'id' ? { ...target, id: idOf(target.id) } : target);
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

import type { Draft } from '../../../legaltext/draft.ts';
import type { Operation } from '../../../legaltext/operation.ts';
import { provisionsUnder, type Provision } from '../../../legaltext/provision.ts';

/** The operation with other ids for new provisions whose ids are taken: quoted provisions have the ids of their own file. */
export function withFreshIds(operation: Operation, draft: Draft): Operation {
  if (operation.kind !== 'insert' && operation.kind !== 'replace') return operation;
  const freed = new Set<string>();
  if (operation.kind === 'replace' && operation.target.by === 'id') {
    const old = draft.find(operation.target.id);
    if (old !== undefined)
      for (const { id } of operation.children === 'kept' ? [old] : provisionsUnder(old)) freed.add(id);
  }
  const seen = new Set<string>();
  const isTaken = (id: string): boolean => seen.has(id) || (!freed.has(id) && draft.find(id) !== undefined);
  const fresh = (provision: Provision): Provision => {
    let { id } = provision;
    for (let count = 2; isTaken(id); count += 1) id = `${provision.id}~${count}`;
    seen.add(id);
    const children = provision.children.map(fresh);
    const isSame = id === provision.id && children.every((child, index) => child === provision.children[index]);
    return isSame ? provision : provision.with({ id, children });
  };
  return { ...operation, provisions: operation.provisions.map(fresh) };
}

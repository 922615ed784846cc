import type { Provision, ProvisionId } from '../provision.ts';
import { keyOf, type What } from './change.ts';
import { fieldChanged, FIELDS, type SideChanges } from './side-changes.ts';

/** A change of one side that stands or falls with others. */
export interface Linked {
  readonly what: What;
  readonly id: ProvisionId;
}

/**
 * Changes of one side that are one step to whoever made them, and are taken back together when one of them must be: the
 * provisions put in where others were taken out (a replacement), and the new words of a provision whose children all went
 * (a repeal that leaves a stub). By the key of each change. Linear in the children of what changed.
 */
export function unitsOf(changes: SideChanges): ReadonlyMap<string, readonly (readonly Linked[])[]> {
  const units = new Map<string, (readonly Linked[])[]>();
  const link = (linked: readonly Linked[]): void => {
    for (const { what, id } of linked) {
      const known = units.get(keyOf(what, id));
      if (known === undefined) units.set(keyOf(what, id), [linked]);
      else known.push(linked);
    }
  };
  for (const { before, after } of changes.pairs.values()) {
    if (before.children === after.children) continue;
    for (const gap of gapsOf(before, after, changes)) link(gap);
    const gone = before.children.filter((child) => changes.deleted.has(child.id));
    if (gone.length === 0 || gone.length < before.children.length) continue;
    const reworded = FIELDS.filter((field) => fieldChanged({ before, after }, field));
    if (reworded.length > 0)
      link([
        ...gone.map((child): Linked => ({ what: 'delete', id: child.id })),
        ...reworded.map((field): Linked => ({ what: field, id: before.id })),
      ]);
  }
  return units;
}

/** For each gap between children that stayed in place where some were deleted and some inserted: all of those. */
function gapsOf(before: Provision, after: Provision, changes: SideChanges): Linked[][] {
  const isAnchor = (id: ProvisionId): boolean =>
    !changes.deleted.has(id) && !changes.inserted.has(id) && !changes.moved.has(id) && !changes.reordered.has(id);
  const gone = new Map<ProvisionId | null, ProvisionId[]>();
  let anchor: ProvisionId | null = null;
  for (const { id } of before.children)
    if (changes.deleted.has(id)) addTo(gone, anchor, id);
    else if (isAnchor(id)) anchor = id;
  if (gone.size === 0) return [];
  const come = new Map<ProvisionId | null, ProvisionId[]>();
  anchor = null;
  for (const { id } of after.children)
    if (changes.inserted.has(id)) addTo(come, anchor, id);
    else if (isAnchor(id)) anchor = id;
  return [...gone].flatMap(([at, deleted]) => {
    const inserted = come.get(at);
    if (inserted === undefined) return [];
    return [
      [
        ...deleted.map((id): Linked => ({ what: 'delete', id })),
        ...inserted.map((id): Linked => ({ what: 'place', id })),
      ],
    ];
  });
}

function addTo<Key>(lists: Map<Key, ProvisionId[]>, key: Key, id: ProvisionId): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [id]);
  else known.push(id);
}

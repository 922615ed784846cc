/** The tree that groups make by whom they report to. Pure. */

/** A group with those that report to it. */
export interface Branch<Group> {
  readonly group: Group;
  readonly children: readonly Branch<Group>[];
}

/**
 * Groups as a tree, in the order given. A group whose parent is not among them stands at the top; groups that report to
 * each other in a ring would have no top, so the first of a ring stands there.
 */
export function structureOf<Group extends { readonly shortName: string; readonly parent: string | null }>(
  groups: readonly Group[],
): readonly Branch<Group>[] {
  const placed = new Set<string>();
  const grow = (group: Group): Branch<Group> => {
    placed.add(group.shortName);
    const children: Branch<Group>[] = [];
    for (const child of groups)
      if (child.parent === group.shortName && !placed.has(child.shortName)) children.push(grow(child));
    return { group, children };
  };
  const names = new Set(groups.map((group) => group.shortName));
  const tops = groups.filter((group) => group.parent === null || !names.has(group.parent)).map(grow);
  const ringed = groups.flatMap((group) => (placed.has(group.shortName) ? [] : [grow(group)]));
  return [...tops, ...ringed];
}

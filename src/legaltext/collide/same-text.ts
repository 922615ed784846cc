import { TEXT_PARTS, type Provision, type ProvisionId } from '../provision.ts';
import { sortedEntries } from '../text.ts';

/** Where two texts that began as one read differently. */
export interface Differences {
  /** Provisions whose own words, number or kind differ, or that do not hold the same children. */
  readonly content: readonly ProvisionId[];
  /** Provisions that hold the same children in another order. */
  readonly sequence: readonly ProvisionId[];
}

/**
 * Compares two texts that began as one. What they share is one object and is not looked into, so that it costs what
 * differs, with the lists of children above it. Two provisions that read the same may stand in either order, unless one of
 * them is `changedElsewhere`: reads otherwise once all is made that the two texts leave out.
 */
export function differencesBetween(
  one: Provision,
  other: Provision,
  changedElsewhere: (provision: Provision) => boolean,
): Differences {
  const found = { content: [], sequence: [], changedElsewhere };
  collect(one, other, found);
  return found;
}

interface Collecting {
  readonly content: ProvisionId[];
  readonly sequence: ProvisionId[];
  readonly changedElsewhere: (provision: Provision) => boolean;
}

function collect(one: Provision, other: Provision, found: Collecting): void {
  if (one === other) return;
  if (!readsAlike(one, other) || one.children.length !== other.children.length) {
    found.content.push(one.id);
    if (one.id !== other.id) found.content.push(other.id);
    return;
  }
  const sameIds = one.children.every(({ id }, index) => id === other.children[index]?.id);
  if (sameIds || (one.hash === other.hash && !one.children.some(found.changedElsewhere))) {
    for (const [index, child] of one.children.entries()) {
      const twin = other.children[index];
      if (twin !== undefined && child.id === twin.id) collect(child, twin, found);
    }
    return;
  }
  const twins = new Map(other.children.map((child) => [child.id, child]));
  const sameSet = one.children.every(({ id }) => twins.has(id));
  (sameSet ? found.sequence : found.content).push(one.id);
  for (const child of one.children) {
    const twin = twins.get(child.id);
    if (twin === undefined) found.content.push(child.id);
    else collect(child, twin, found);
    twins.delete(child.id);
  }
  for (const id of twins.keys()) found.content.push(id);
}

/** Whether two provisions say the same, apart from what stands under them. */
function readsAlike(one: Provision, other: Provision): boolean {
  return (
    one.kind === other.kind &&
    one.number === other.number &&
    TEXT_PARTS.every((part) => one[part].equals(other[part])) &&
    (one.attributes === other.attributes ||
      JSON.stringify(sortedEntries(one.attributes)) === JSON.stringify(sortedEntries(other.attributes)))
  );
}

import { TEXT_PARTS, type Provision, type ProvisionId } from '../provision.ts';
import { sortedEntries } from '../text.ts';

/**
 * Where two texts that began as one read differently: the provisions whose own words, number, kind or list of children
 * differ; empty when they read the same. What they share is one object and is not looked into, so that it costs what
 * differs, with the children lists above it.
 */
export function differences(one: Provision, other: Provision): readonly ProvisionId[] {
  const found: ProvisionId[] = [];
  collect(one, other, found);
  return found;
}

function collect(one: Provision, other: Provision, found: ProvisionId[]): void {
  if (one === other) return;
  if (!readsAlike(one, other) || one.children.length !== other.children.length) {
    found.push(one.id);
    if (one.id !== other.id) found.push(other.id);
    return;
  }
  for (const [index, child] of one.children.entries()) {
    const twin = other.children[index];
    if (twin === undefined || child === twin) continue;
    if (child.id === twin.id) collect(child, twin, found);
    else if (child.hash !== twin.hash) {
      found.push(one.id, child.id, twin.id);
    }
  }
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

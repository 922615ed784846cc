import type { TextView } from '../instrument.ts';
import type { Provision, ProvisionId } from '../provision.ts';
import type { ProvisionIndex } from '../provision-index.ts';
import { Version } from '../version.ts';

/** A place for provisions: the one that will hold them, and how many of its children come before. */
export interface Gap {
  readonly parent: Provision;
  readonly position: number;
}

/**
 * The provisions of a draft, with their index. The provisions themselves are immutable: who puts a changed one in its place
 * puts new ones in place of all above it, and everything else is shared with the version the tree was made of.
 */
export class WorkingTree implements TextView {
  private index: ProvisionIndex;

  constructor(version: Version) {
    this.index = version.index.fork();
  }

  get top(): Provision {
    return this.index.top;
  }

  find(id: ProvisionId): Provision | undefined {
    return this.index.find(id);
  }

  parentOf(id: ProvisionId): Provision | undefined {
    return this.index.parentOf(id);
  }

  pathTo(id: ProvisionId): readonly Provision[] {
    return this.index.pathTo(id);
  }

  numbered(number: string): ReadonlySet<ProvisionId> {
    return this.index.numbered(number);
  }

  /** The text as it stands now. The version takes the index over, and the tree goes on with a layer above it. */
  version(): Version {
    const { index } = this;
    this.index = index.fork();
    return Version.trusted(index.top, index);
  }

  /** Puts a changed provision in its place, and new ones in place of all above it. Costs the children on the way up. */
  put(changed: Provision): void {
    let before = this.index.find(changed.id);
    let after = changed;
    this.index.put(after);
    for (let parent = this.index.parentOf(after.id); parent !== undefined; parent = this.index.parentOf(after.id)) {
      const position = before === undefined ? -1 : parent.children.indexOf(before);
      if (position === -1) throw new Error(`The provision "${after.id}" is not where the index says.`);
      before = parent;
      after = parent.with({ children: parent.children.with(position, after) });
      this.index.put(after);
    }
  }

  /** Notes a changed provision of which the caller puts the one above it in place as well. */
  note(changed: Provision): void {
    this.index.put(changed);
  }

  /** Puts new provisions into a gap. */
  putIn({ parent, position }: Gap, provisions: readonly Provision[]): void {
    for (const provision of provisions) this.index.add(provision, parent.id);
    this.put(
      parent.with({
        children: [...parent.children.slice(0, position), ...provisions, ...parent.children.slice(position)],
      }),
    );
  }

  /** Takes a provision out, with everything under it. */
  takeOut(provision: Provision, parent: Provision): void {
    this.index.remove(provision);
    this.put(parent.with({ children: parent.children.filter((child) => child !== provision) }));
  }

  /** Takes out what stands under a provision, and puts it in its place as it is without that. */
  empty(provision: Provision, left: Provision): void {
    for (const child of provision.children) this.index.remove(child);
    this.put(left);
  }

  /** Puts provisions in the place of one; only one in the place of the root, which has no parent. */
  swap(old: Provision, parent: Provision | undefined, successors: readonly Provision[]): void {
    this.index.remove(old);
    for (const successor of successors) this.index.add(successor, parent?.id ?? null);
    const [successor] = successors;
    if (parent !== undefined)
      this.put(parent.with({ children: parent.children.flatMap((child) => (child === old ? successors : [child])) }));
    else if (successor !== undefined) this.index.put(successor);
  }
}

import type { Footprint } from '../footprint/footprint.ts';
import { Role } from '../footprint/roles.ts';
import { TEXT_PARTS, type Provision, type ProvisionId } from '../provision.ts';
import type { Version } from '../version.ts';
import { addTo } from './knowledge.ts';

export type Displacement = 'removed' | 'moved' | 'renumbered';

/** A provision that is no longer where or what it was; with it goes all that stands under it. */
export interface Displaced {
  readonly how: Displacement;
  /**
   * What bears its number afterwards and is something else: words that cite the number still lead somewhere, and nobody
   * is told by them that they mean another provision. Null when the number is free.
   */
  readonly instead: ProvisionId | null;
}

/** What a change takes away, moves and renumbers. Costs what it touches, and the provisions that stand beside and under that. */
export const displacements = (footprint: Footprint, base: Version): ReadonlyMap<ProvisionId, Displaced> =>
  new Displacements(footprint, base).read();

class Displacements {
  private readonly found = new Map<ProvisionId, Displaced>();
  private readonly children = new Map<Provision, ReadonlyMap<string, readonly Provision[]>>();
  private readonly sayings = new Map<Provision, ReadonlyMap<string, readonly Provision[]>>();

  constructor(
    private readonly footprint: Footprint,
    private readonly base: Version,
  ) {}

  read(): ReadonlyMap<ProvisionId, Displaced> {
    const { base, footprint } = this;
    const { after, strands } = footprint;
    for (const { at } of strands)
      for (const [id, role] of at) {
        const old = base.find(id);
        if (old === undefined) continue;
        const isStub = (role & Role.MADE) === 0 && after.find(id) !== undefined;
        if ((role & Role.GONE) !== 0 && isStub) this.note(old, 'removed');
        else if ((role & Role.GONE) !== 0) this.noteRemoved(old);
        else if ((role & Role.MOVED) !== 0 && after.parentOf(id)?.id !== base.parentOf(id)?.id) this.note(old, 'moved');
        else if ((role & Role.NUMBER) !== 0 && after.find(id)?.number !== old.number) this.note(old, 'renumbered');
      }
    return this.found;
  }

  private note(old: Provision, how: Displacement, holder = this.holderNow(old)): void {
    this.found.set(old.id, { how, instead: this.bearer(holder, old)?.id ?? null });
  }

  private holderNow(old: Provision): Provision | undefined {
    const { after } = this.footprint;
    const parent = this.base.parentOf(old.id);
    return parent === undefined ? after.top : after.find(parent.id);
  }

  /** What else bears the number of a provision among the children that its parent now has. */
  private bearer(holder: Provision | undefined, { id, number }: Provision): Provision | undefined {
    if (holder === undefined || number === '') return undefined;
    const numbered = groupedChildren(this.children, holder, (child) => child.number);
    return numbered.get(number)?.find((child) => child.id !== id);
  }

  /**
   * A provision that was replaced by one with its number is still what a citation of that number means; so are those under
   * it that have successors of their number. Only what has none is removed.
   */
  private noteRemoved(old: Provision): void {
    this.compare(old, this.footprint.after.find(old.id), this.holderNow(old));
  }

  private compare(old: Provision, same: Provision | undefined, holder: Provision | undefined): void {
    const bearer = this.bearer(holder, old);
    const successor = same ?? (bearer !== undefined && this.wasAnother(bearer, old) ? undefined : bearer);
    if (successor === undefined) {
      this.note(old, 'removed', holder);
      return;
    }
    if (successor.number !== old.number) this.note(old, 'renumbered', holder);
    const still = new Map(successor.children.map((child) => [child.id, child]));
    for (const child of old.children) this.compare(child, still.get(child.id), successor);
  }

  /**
   * Whether what now bears a number is another provision of the base: by its identity or, where provisions were replaced
   * by new ones, because it says to the letter what one said that stood beside and is gone.
   */
  private wasAnother(bearer: Provision, old: Provision): boolean {
    if (this.base.find(bearer.id) !== undefined) return true;
    const parent = this.base.parentOf(old.id);
    const said = saying(bearer);
    if (parent === undefined || said === '' || said === saying(old)) return false;
    const alike = groupedChildren(this.sayings, parent, saying).get(said) ?? [];
    return alike.some(({ id }) => this.footprint.after.find(id) === undefined);
  }
}

const saying = (provision: Provision): string =>
  provision.text.isEmpty ? '' : TEXT_PARTS.map((part) => provision[part].words).join('\n');

/** The children of a provision by something of theirs; made once for each provision that is asked about. */
function groupedChildren(
  known: Map<Provision, ReadonlyMap<string, readonly Provision[]>>,
  holder: Provision,
  key: (child: Provision) => string,
): ReadonlyMap<string, readonly Provision[]> {
  const before = known.get(holder);
  if (before !== undefined) return before;
  const groups = new Map<string, Provision[]>();
  for (const child of holder.children) addTo(groups, key(child), child);
  known.set(holder, groups);
  return groups;
}

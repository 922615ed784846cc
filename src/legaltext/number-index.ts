import { provisionsUnder, type Provision, type ProvisionId } from './provision.ts';

const NOBODY: ReadonlySet<ProvisionId> = new Set();

interface Change {
  readonly id: ProvisionId;
  readonly bears: boolean;
}

/**
 * Which provisions bear a printed number. Few questions need it, so nothing is gathered before the first one; until then
 * changes are only noted, by number. An index over another one makes a set of its own only for a number that is asked for
 * and has changed, and reads the rest from the one beneath: `(a)` is borne by thousands, and nobody asks for it alone.
 */
export class NumberIndex {
  private readonly beneath: NumberIndex | undefined;
  private readonly tree: Provision;
  /** Of the lowest index, all sets; of another, those that were asked for. */
  private sets: Map<string, Set<ProvisionId>> | undefined;
  /** What changed since the index beneath, in order. */
  private readonly changes: Map<string, Change[]>;

  /** An index of `tree` as it stands now, or of what becomes of the tree that `beneath` is an index of. */
  constructor(tree: Provision, beneath?: NumberIndex, changes = new Map<string, Change[]>()) {
    this.tree = tree;
    this.beneath = beneath;
    this.changes = changes;
  }

  /** The ids of all provisions that bear this number. The first call is linear in the tree that is beneath everything. */
  bearing(number: string): ReadonlySet<ProvisionId> {
    this.sets ??= this.firstSets();
    const known = this.sets.get(number);
    if (known !== undefined) return known;
    const others = this.beneath?.bearing(number) ?? NOBODY;
    const changes = this.changes.get(number);
    if (changes === undefined) return others;
    const set = withChanges(new Set(others), changes);
    this.sets.set(number, set);
    return set;
  }

  private firstSets(): Map<string, Set<ProvisionId>> {
    if (this.beneath !== undefined) return new Map();
    const sets = numbersOf(this.tree);
    for (const [number, changes] of this.changes) sets.set(number, withChanges(sets.get(number) ?? new Set(), changes));
    return sets;
  }

  add(provision: Provision): void {
    this.note(provision.number, { id: provision.id, bears: true });
  }

  remove(provision: Provision): void {
    this.note(provision.number, { id: provision.id, bears: false });
  }

  /** An index equal to this one that reads through to what `beneath`, the one under this one, reads through to. */
  joinedWith(beneath: NumberIndex): NumberIndex {
    const changes = new Map(beneath.changes);
    for (const [number, own] of this.changes) changes.set(number, [...(changes.get(number) ?? []), ...own]);
    return new NumberIndex(this.tree, beneath.beneath, changes);
  }

  private note(number: string, change: Change): void {
    if (number === '') return;
    const noted = this.changes.get(number);
    if (noted === undefined) this.changes.set(number, [change]);
    else noted.push(change);
    const known = this.sets?.get(number);
    if (known !== undefined) withChanges(known, [change]);
  }
}

function withChanges(set: Set<ProvisionId>, changes: readonly Change[]): Set<ProvisionId> {
  for (const { id, bears } of changes)
    if (bears) set.add(id);
    else set.delete(id);
  return set;
}

function numbersOf(tree: Provision): Map<string, Set<ProvisionId>> {
  const sets = new Map<string, Set<ProvisionId>>();
  for (const { number, id } of provisionsUnder(tree)) {
    if (number === '') continue;
    const set = sets.get(number);
    if (set === undefined) sets.set(number, new Set([id]));
    else set.add(id);
  }
  return sets;
}

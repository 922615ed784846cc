import { provisionsUnder, type Provision, type ProvisionId } from './provision.ts';

const NOBODY: ReadonlySet<ProvisionId> = new Set();

interface Change {
  readonly number: string;
  readonly id: ProvisionId;
  readonly bears: boolean;
}

/**
 * Which provisions bear a printed number. Few questions need it, so nothing is gathered before the first one; until then
 * changes are only noted. An index over another one keeps sets of its own for the numbers that changed, and reads the
 * rest from the one beneath.
 */
export class NumberIndex {
  private readonly beneath: NumberIndex | undefined;
  private readonly tree: Provision;
  private sets: Map<string, Set<ProvisionId>> | undefined;
  private changes: Change[] = [];

  /** An index of `tree` as it stands now, or of what becomes of the tree that `beneath` is an index of. */
  constructor(tree: Provision, beneath?: NumberIndex) {
    this.tree = tree;
    this.beneath = beneath;
  }

  /** The ids of all provisions that bear this number. The first call is linear in the tree that is beneath everything. */
  bearing(number: string): ReadonlySet<ProvisionId> {
    const sets = this.settled();
    return sets.get(number) ?? this.beneath?.bearing(number) ?? NOBODY;
  }

  add(provision: Provision): void {
    if (provision.number !== '') this.changes.push({ number: provision.number, id: provision.id, bears: true });
  }

  remove(provision: Provision): void {
    if (provision.number !== '') this.changes.push({ number: provision.number, id: provision.id, bears: false });
  }

  /** An index equal to this one that reads through to what `beneath`, the one under this one, reads through to. */
  joinedWith(beneath: NumberIndex): NumberIndex {
    const joined = new NumberIndex(this.tree, beneath.beneath);
    if (this.sets === undefined && beneath.sets === undefined) joined.changes = [...beneath.changes, ...this.changes];
    else joined.sets = new Map([...beneath.settled(), ...this.settled()]);
    return joined;
  }

  private settled(): Map<string, Set<ProvisionId>> {
    this.sets ??= this.beneath === undefined ? numbersOf(this.tree) : new Map();
    for (const { number, id, bears } of this.changes) {
      let set = this.sets.get(number);
      if (set === undefined) {
        set = new Set(this.beneath?.bearing(number));
        this.sets.set(number, set);
      }
      if (bears) set.add(id);
      else set.delete(id);
    }
    this.changes = [];
    return this.sets;
  }
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

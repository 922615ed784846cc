import { failed, ok, type Result } from '../values/result.ts';
import { NumberIndex } from './number-index.ts';
import type { Provision, ProvisionId } from './provision.ts';

interface Entry {
  readonly provision: Provision;
  readonly parent: ProvisionId | null;
}

const GONE = null;

/**
 * Where every provision of a tree is, by id, and which provisions bear a number. An index can be forked: the fork reads
 * through to the original and keeps its own changes, so that a draft of a few changes costs what it changes.
 */
export class ProvisionIndex {
  private readonly entries: Map<ProvisionId, Entry | typeof GONE>;
  private readonly beneath: ProvisionIndex | undefined;
  private readonly numbers: NumberIndex;
  private root: Provision;
  /** How many indexes this one reads through, itself included. */
  readonly layers: number;

  private constructor(
    root: Provision,
    entries: Map<ProvisionId, Entry | typeof GONE>,
    numbers: NumberIndex,
    beneath?: ProvisionIndex,
  ) {
    this.root = root;
    this.entries = entries;
    this.beneath = beneath;
    this.numbers = numbers;
    this.layers = (beneath?.layers ?? 0) + 1;
  }

  /** The index of a tree, or the first id that stands in it twice. Linear in the number of provisions. */
  static of(root: Provision): Result<ProvisionIndex, ProvisionId> {
    const entries = new Map<ProvisionId, Entry>();
    const add = (provision: Provision, parent: ProvisionId | null): ProvisionId | undefined => {
      if (entries.has(provision.id)) return provision.id;
      entries.set(provision.id, { provision, parent });
      for (const child of provision.children) {
        // The search ends there: a tree that holds one provision in many places may be of any size.
        const twice = add(child, provision.id);
        if (twice !== undefined) return twice;
      }
      return undefined;
    };
    const twice = add(root, null);
    return twice === undefined ? ok(new ProvisionIndex(root, entries, new NumberIndex(root))) : failed(twice);
  }

  /**
   * An index that starts equal to this one and can change without changing it; this one must not change any more. A layer
   * is put together with the one beneath while that one is not much larger, so that however often a text is forked and
   * changed there are only about as many layers as the number of changes has binary digits, and each change is copied
   * about as often (the scheme of a log-structured merge tree).
   */
  fork(): ProvisionIndex {
    const under = this.compacted();
    return new ProvisionIndex(under.root, new Map(), new NumberIndex(under.root, under.numbers), under);
  }

  private compacted(): ProvisionIndex {
    const { beneath } = this;
    if (beneath !== undefined && this.entries.size === 0) return beneath;
    // The lowest layer is the whole text: it stays as it is, shared by everything that was made from it.
    if (beneath?.beneath === undefined || beneath.entries.size > 2 * this.entries.size) return this;
    const entries = new Map(beneath.entries);
    for (const [id, entry] of this.entries) entries.set(id, entry);
    const numbers = this.numbers.joinedWith(beneath.numbers);
    return new ProvisionIndex(this.root, entries, numbers, beneath.beneath).compacted();
  }

  private entry(id: ProvisionId): Entry | undefined {
    const own = this.entries.get(id);
    if (own !== undefined) return own ?? undefined;
    return this.beneath?.entry(id);
  }

  get top(): Provision {
    return this.root;
  }

  find(id: ProvisionId): Provision | undefined {
    return this.entry(id)?.provision;
  }

  parentOf(id: ProvisionId): Provision | undefined {
    const parent = this.entry(id)?.parent;
    return parent == null ? undefined : this.find(parent);
  }

  /** From the root down to this provision; empty when it is not here. */
  pathTo(id: ProvisionId): readonly Provision[] {
    const path: Provision[] = [];
    for (let at = this.entry(id); at !== undefined; at = at.parent === null ? undefined : this.entry(at.parent))
      path.push(at.provision);
    return path.reverse();
  }

  /** The ids of all provisions that bear this printed number, wherever they are. Linear on the first call only. */
  numbered(number: string): ReadonlySet<ProvisionId> {
    return this.numbers.bearing(number);
  }

  /** Takes in a provision and everything under it. The caller has seen to it that none of the ids is here. */
  add(provision: Provision, parent: ProvisionId | null): void {
    this.entries.set(provision.id, { provision, parent });
    this.numbers.add(provision);
    for (const child of provision.children) this.add(child, provision.id);
  }

  /** Forgets a provision and everything under it. */
  remove(provision: Provision): void {
    if (this.beneath === undefined) this.entries.delete(provision.id);
    else this.entries.set(provision.id, GONE);
    this.numbers.remove(provision);
    for (const child of provision.children) this.remove(child);
  }

  /** Puts a changed provision in the place of the one with its id; its children are known here already. */
  put(provision: Provision): void {
    const entry = this.entry(provision.id);
    if (entry === undefined)
      throw new Error(`There is no provision "${provision.id}" to put a changed one in place of.`);
    if (entry.provision.number !== provision.number) {
      this.numbers.remove(entry.provision);
      this.numbers.add(provision);
    }
    this.entries.set(provision.id, { provision, parent: entry.parent });
    if (entry.parent === null) this.root = provision;
  }
}

import type { Provision } from '../provision.ts';

/** A step through the children of two provisions that belong together, in an order that fits both lists. */
export type ListStep =
  /** These stay where they are and read the same, one by one, with all that is under them. */
  | { readonly kind: 'same'; readonly before: readonly Provision[]; readonly after: readonly Provision[] }
  /** This one stays where it is, and something in it changed. */
  | { readonly kind: 'pair'; readonly before: Provision; readonly after: Provision }
  /** This one is not here any more: deleted, or moved away. */
  | { readonly kind: 'gone'; readonly before: Provision }
  /** This one is new here: inserted, or moved in. */
  | { readonly kind: 'come'; readonly after: Provision };

export interface Matching {
  /** How the children of a pair that reads differently compare, by the later provision of the pair. */
  readonly lists: ReadonlyMap<Provision, readonly ListStep[]>;
  /** What moved, by what it is in the later version. */
  readonly movedFrom: ReadonlyMap<Provision, Provision>;
  /** What moved, by what it was in the earlier version. */
  readonly movedTo: ReadonlyMap<Provision, Provision>;
}

import type { Provision, ProvisionId, TextPart } from '../provision.ts';
import type { Attributes, Text } from '../text.ts';

/**
 * - `words`: both change the same words, or the same attribute
 * - `parent`: one takes out what the other changes, or each moves a provision into what the other moves
 * - `slot`: both put something in the same place, claim the same number, or move one provision to two places
 * - `renumber`: both give one provision a number, or a kind, and not the same
 */
export type MergeCollisionClass = 'words' | 'parent' | 'slot' | 'renumber';

/** Where two sides collide: a provision of the base, and the words of it, where it is about words. */
export interface MergePlace {
  /** The provision; for a slot, the one that holds it. */
  readonly id: ProvisionId;
  readonly part: TextPart | 'kind' | 'number' | 'attributes' | 'children' | 'whole';
  /** For a slot: the child that stands before it; null where it is the first. */
  readonly after?: ProvisionId | null;
  /** Characters of the base text, `[start, end)`; only for a text. */
  readonly start?: number;
  readonly end?: number;
}

/** One thing that a side wanted at a place, and that was not done there. */
export type Wanted =
  | { readonly kind: 'text'; readonly id: ProvisionId; readonly part: TextPart; readonly text: Text }
  | { readonly kind: 'number'; readonly id: ProvisionId; readonly number: string }
  | { readonly kind: 'kind'; readonly id: ProvisionId; readonly provisionKind: string }
  | { readonly kind: 'attributes'; readonly id: ProvisionId; readonly attributes: Attributes }
  | { readonly kind: 'repeal'; readonly id: ProvisionId }
  /** `under` holds it in that side's version, after the sibling `after`; null is first. */
  | {
      readonly kind: 'insert';
      readonly provision: Provision;
      readonly under: ProvisionId;
      readonly after: ProvisionId | null;
    }
  | {
      readonly kind: 'move';
      readonly id: ProvisionId;
      readonly under: ProvisionId;
      readonly after: ProvisionId | null;
    };

/** A place that two sides changed in ways that cannot both stand. The merged text reads there as the base does. */
export interface MergeCollision {
  readonly kind: 'merge-collision';
  readonly class: MergeCollisionClass;
  readonly place: MergePlace;
  /** The words of the base there; empty where it is not about words. */
  readonly base: string;
  readonly ours: readonly Wanted[];
  readonly theirs: readonly Wanted[];
  /** For a lawyer, in one sentence: where, and what each side wanted. */
  readonly message: string;
}

import type { Hash } from '../hash.ts';
import type { ProvisionId } from '../provision.ts';

/**
 * What two changes have to do with each other at one place.
 *
 * - `words`: both reword the same words (or put words in at the very same point)
 * - `parent`: one repeals, replaces or moves a provision, or one that holds it, where the other changes something
 * - `slot`: both put provisions into the same gap, or claim the same number under one parent
 * - `renumber`: one renumbers what the other, or a cross-reference, points to by its number
 * - `term`: one changes or removes a definition that the other's new words, or existing text, use
 * - `reference`: one removes or moves what the other's new words, or existing text, refer to
 * - `stale`: a draft rests on a text that is not the current one, or names what the current text does not have
 * - `order`: both orders can be made, with different texts; or the order needed is not the order of effect
 * - `nested`: one works only on what the other would bring
 * - `touch`: both change one provision, and the two orders give one text
 */
export type CollisionClass =
  'words' | 'parent' | 'slot' | 'renumber' | 'term' | 'reference' | 'stale' | 'order' | 'nested' | 'touch';

/**
 * - `clash`: they cannot both be made as drafted
 * - `order`: they can, but the text depends on which is made first
 * - `meaning`: they can, but what the words mean or point to changes under somebody's hands
 * - `notice`: nothing is wrong; it is good to know of each other
 */
export type Severity = 'clash' | 'order' | 'meaning' | 'notice';

/** The gravest first. */
export const GRAVITY: Readonly<Record<Severity, number>> = { clash: 0, order: 1, meaning: 2, notice: 3 };

/** One of the changes, with the hash of what it does at the place: the collision lapses when that changes. */
export interface CollisionSide {
  readonly instrument: string;
  readonly name: string;
  readonly content: Hash;
}

export interface CollisionPlace {
  readonly provision: ProvisionId;
  /** As lawyers would print it: `2.3.1(a)`. */
  readonly citation: string;
}

/** A place in a code that uses a term or refers to a provision. In another code than the base, that code is named. */
export interface ConcernedPlace extends CollisionPlace {
  readonly document?: string;
}

export interface Collision {
  readonly kind: 'collision';
  /** The same every time, as long as both sides do there what they do now. */
  readonly id: string;
  readonly class: CollisionClass;
  readonly severity: Severity;
  /** In the order of the instruments' ids. Null stands for the text in force. */
  readonly changes: readonly [CollisionSide, CollisionSide | null];
  readonly place: CollisionPlace;
  /** Existing text that is concerned, for terms and references. */
  readonly concerns: readonly ConcernedPlace[];
  /** For a lawyer. */
  readonly sentence: string;
}

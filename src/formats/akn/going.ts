import type { Provision } from '../../legaltext/provision.ts';
import type { Part } from './part-plan.ts';
import type { Model } from './vocabulary.ts';

/** A provision on its way to an element. */
export interface Going {
  readonly provision: Provision;
  readonly element: string;
  readonly model: Model;
  readonly parts: ReadonlySet<Part>;
  /** The eId of what it stands in; empty at the top. */
  readonly within: string;
  /** Whether the element has to say that it is a provision of its own, and no part of the one it stands in. */
  readonly isExplicit: boolean;
  /** Whether the list that a component stands in says which it is of. */
  readonly isPlaced: boolean;
}

import type { ProvisionId, TextPart } from '../provision.ts';

/**
 * - `resolved`: leads to one provision, which is there
 * - `repealed`, `moved`: leads to a provision of which only a stub is left, or to something under one
 * - `dangling`: leads to nothing
 * - `ambiguous`: several provisions bear that number there
 * - `external`: to another document, which was not given
 * - `self-made`: a provision cites itself by its number
 */
export type ReferenceState = 'resolved' | 'repealed' | 'moved' | 'dangling' | 'ambiguous' | 'external' | 'self-made';

/** One cross-reference: which words of which provision, and where they lead. */
export interface Reference {
  readonly kind: 'reference';
  readonly from: ProvisionId;
  readonly part: TextPart;
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly state: ReferenceState;
  /** What it leads to, stubs included; null when that is nothing, or not one thing. */
  readonly target: ProvisionId | null;
  /** The target; for the end of a range also what lies between; for an ambiguous one all that could be meant. */
  readonly targets: readonly ProvisionId[];
  /** For one that leads nowhere: the last provision on the way that is there. */
  readonly reached: ProvisionId | null;
  /** "this Section", "paragraph (b)": means what is near, and moves with it. */
  readonly relative: boolean;
  /** The other document: the title as cited or, where it was given, its name. */
  readonly document: string | null;
}

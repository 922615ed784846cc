import type { Hash } from './hash.ts';
import type { ProvisionId, TextPart } from './provision.ts';

/** Why an operation could not be carried out on the text it met. */
export type FailureReason =
  /** No provision has that id, or none stands at the end of those numbers. */
  | { readonly kind: 'target-missing'; readonly target: string }
  /** Several provisions stand at the end of those numbers. */
  | { readonly kind: 'target-ambiguous'; readonly target: string; readonly found: readonly ProvisionId[] }
  /** The target does not read as it did when the change was drafted. */
  | { readonly kind: 'target-changed'; readonly expected: Hash; readonly found: Hash }
  /** The quoted words are not there. */
  | { readonly kind: 'quotation-missing'; readonly words: string }
  /** They are there, but not as often as declared. */
  | { readonly kind: 'quotation-count'; readonly words: string; readonly declared: number; readonly found: number }
  /** A span reaches outside the words there are, or is not over the words it should be over. */
  | { readonly kind: 'span-mismatch'; readonly part: TextPart; readonly expected: string; readonly found: string }
  /** A provision to be put in has an id that another one has already. */
  | { readonly kind: 'id-taken'; readonly id: ProvisionId }
  /** Nothing can stand beside the root, and it cannot be moved or repealed without a stub. */
  | { readonly kind: 'root' }
  /** A provision cannot be moved into itself. */
  | { readonly kind: 'into-itself' }
  /** The text would be nested deeper than any text is read. */
  | { readonly kind: 'too-deep'; readonly height: number }
  /** The operation itself makes no sense: what is wrong with it is said. */
  | { readonly kind: 'malformed'; readonly what: string };

/** One operation that could not be carried out: which one, where, why, and the same in a sentence. */
export interface OperationFailure {
  readonly kind: 'operation-failure';
  /** Its position in the list of operations, counting from 0. */
  readonly operation: number;
  /** The target as the operation named it. */
  readonly place: string;
  readonly reason: FailureReason;
  readonly message: string;
}

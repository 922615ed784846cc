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
  /** A span reaches outside the words there are, or is not over the words it should be over; found are whole words. */
  | { readonly kind: 'span-mismatch'; readonly part: TextPart; readonly expected: string; readonly found: string }
  /** They are there so often that no change can mean it. */
  | { readonly kind: 'too-many'; readonly words: string; readonly most: number }
  /** A provision to be put in has an id that another one has already. */
  | { readonly kind: 'id-taken'; readonly id: ProvisionId }
  /** Nothing can stand beside the root, and it cannot be moved or repealed without a stub. */
  | { readonly kind: 'root' }
  /** A provision cannot be moved into itself. */
  | { readonly kind: 'into-itself' }
  /** The text would be nested deeper than any text is read. */
  | { readonly kind: 'too-deep'; readonly height: number }
  /** The words would become so many characters that no text has: those of one text, or those repeated in many places. */
  | { readonly kind: 'too-long'; readonly length: number }
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

/** The failure in a sentence for the person who drafted the operation. */
export function failureInWords(place: string, reason: FailureReason): string {
  switch (reason.kind) {
    case 'target-missing':
      return `There is no provision ${quoted(reason.target)} in this text.`;
    case 'target-ambiguous':
      return `${String(reason.found.length)} provisions go by ${quoted(reason.target)} in this text; say which one.`;
    case 'target-changed':
      return `${quoted(place)} no longer reads as it did when this change was drafted.`;
    case 'quotation-missing':
      return `The words ${quoted(reason.words)} are not in ${quoted(place)}.`;
    case 'quotation-count':
      return `The words ${quoted(reason.words)} stand ${times(reason.found)} in ${quoted(place)}; the change counts on ${times(reason.declared)}.`;
    case 'too-many':
      return `The words ${quoted(reason.words)} stand in ${quoted(place)} more than ${times(reason.most)}, too often to change them all.`;
    case 'span-mismatch':
      return `The ${reason.part} of ${quoted(place)} does not read ${quoted(reason.expected)} there, but ${quoted(reason.found)}.`;
    case 'id-taken':
      return `What is to be put in has the id ${quoted(reason.id)}, which is taken already.`;
    case 'root':
      return 'Nothing can stand beside the whole text, and the whole text cannot be moved or taken away.';
    case 'into-itself':
      return `${quoted(place)} cannot be moved into itself.`;
    case 'too-deep':
      return `The text would be nested ${String(reason.height)} levels deep there, deeper than any text is read.`;
    case 'too-long':
      return `The words of ${quoted(place)} would come to ${String(reason.length)} characters, more than any text has.`;
    case 'malformed':
      return `This change of ${quoted(place)} makes no sense: ${reason.what}.`;
  }
}

/** Words in a message are cut to this many characters: a message is read by people. */
const LONGEST_QUOTE = 120;

const quoted = (words: string): string =>
  `“${words.length <= LONGEST_QUOTE ? words : `${words.slice(0, LONGEST_QUOTE)}…`}”`;

const times = (count: number): string =>
  count === 0 ? 'nowhere' : count === 1 ? 'once' : count === 2 ? 'twice' : `${String(count)} times`;

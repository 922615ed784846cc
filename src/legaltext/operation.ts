import type { Hash } from './hash.ts';
import type { Provision, ProvisionId, TextPart } from './provision.ts';
import type { Attributes, Text } from './text.ts';

/**
 * What a target is found by: its permanent id; or, as lawyers write, by the numbers on the way to it (`the` paragraph
 * numbered `(a)` of the section numbered `2.3`). With `expects`, the hash of what the change was drafted on, the
 * operation fails where the text has moved on since.
 */
export type Target =
  | { readonly by: 'id'; readonly id: ProvisionId; readonly expects?: Hash }
  | {
      readonly by: 'numbers';
      readonly steps: readonly AddressStep[];
      readonly within?: ProvisionId;
      readonly expects?: Hash;
    };

/** One step of an address: the number as printed, and the kind where the number alone would not do. */
export interface AddressStep {
  readonly number: string;
  readonly kind?: string;
}

/** A place for provisions to go: beside a provision, or first or last among the children of one. */
export interface Slot {
  readonly at: 'before' | 'after' | 'first' | 'last';
  readonly target: Target;
}

/**
 * - `exact`: the very characters
 * - `typographic`: runs of white space count as one space, and curly quotes as straight ones
 */
export type Likeness = 'exact' | 'typographic';

/** Which of the places where the quoted words stand: the nth counts from 1. `exactly` takes all, when there are so many. */
export type Occurrence = 'first' | 'last' | 'all' | { readonly nth: number } | { readonly exactly: number };

/**
 * What stands right before and right after the words of a span, in whole words; empty where the text begins or ends there.
 * With the words between (which must be given, and may be none) it must stand in one place of the text, and in no other.
 */
export interface SpanContext {
  readonly before: string;
  readonly after: string;
}

/** The words that a substitution takes out. */
export type Selection =
  | {
      /**
       * Characters `[start, end)` of one text; they must read `words`, where that is given. With `context` they are found by
       * what stands around them, wherever that is by now, and the positions only tell where they were.
       */
      readonly by: 'span';
      readonly part: TextPart;
      readonly start: number;
      readonly end: number;
      readonly words?: string;
      readonly context?: SpanContext;
    }
  | {
      /**
       * The words themselves, looked for in `parts` of the target alone or of everything under it too, in reading order.
       * A match never cuts through a reference.
       */
      readonly by: 'quotation';
      readonly words: string;
      readonly occurrence: Occurrence;
      readonly likeness: Likeness;
      readonly reach: 'provision' | 'subtree';
      readonly parts: readonly TextPart[];
    };

/** Words for words. Nothing for words strikes them; a span of no length inserts. */
export interface Substitute {
  readonly kind: 'substitute';
  readonly target: Target;
  readonly selection: Selection;
  readonly replacement: Text;
}

/** New provisions, in order, in one slot. */
export interface Insert {
  readonly kind: 'insert';
  readonly slot: Slot;
  readonly provisions: readonly Provision[];
}

/**
 * Other provisions in the place of one. `children` says what becomes of what stood under it: with `kept` there is one
 * provision, which comes without children and takes over those of the old.
 */
export interface Replace {
  readonly kind: 'replace';
  readonly target: Target;
  readonly provisions: readonly Provision[];
  readonly children: 'replaced' | 'kept';
}

/** A repealed provision is gone, or leaves a stub: its number, with these words and nothing under it. */
export interface Repeal {
  readonly kind: 'repeal';
  readonly target: Target;
  readonly stub: Stub | null;
}

export interface Stub {
  readonly text: Text;
  /** In place of the heading, which otherwise stays. */
  readonly heading?: Text;
  /** In place of the attributes, which otherwise stay. */
  readonly attributes?: Attributes;
}

export interface Renumber {
  readonly kind: 'renumber';
  readonly target: Target;
  readonly number: string;
}

/** The same provision, with everything under it, elsewhere. */
export interface Move {
  readonly kind: 'move';
  readonly target: Target;
  readonly slot: Slot;
}

export interface SetHeading {
  readonly kind: 'set-heading';
  readonly target: Target;
  readonly heading: Text;
}

/**
 * One step of changing a text. A closed set: everything that a change of any code does is made of these. An operation
 * whose target is not there, or not only there, or whose quotation is not found as often as declared, fails with a typed
 * reason; it never guesses, widens or repairs in silence.
 */
export type Operation = Substitute | Insert | Replace | Repeal | Renumber | Move | SetHeading;

export const byId = (id: ProvisionId, expects?: Hash): Target =>
  expects === undefined ? { by: 'id', id } : { by: 'id', id, expects };

export const byNumbers = (...numbers: readonly string[]): Target => ({
  by: 'numbers',
  steps: numbers.map((number) => ({ number })),
});

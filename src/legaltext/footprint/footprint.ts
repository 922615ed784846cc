import type { Hash } from '../hash.ts';
import type { Instrument, InstrumentPart, TextView } from '../instrument.ts';
import type { Operation } from '../operation.ts';
import type { FailureReason } from '../operation-failure.ts';
import type { ProvisionId, TextPart } from '../provision.ts';
import type { Place } from '../quotation.ts';
import type { Text } from '../text.ts';
import type { Range, WordsEdit } from './provenance.ts';

/** One operation of a change, as it went when the change was made alone on the base. */
export interface Step {
  readonly operation: Operation;
  /** The part of the instrument it is in, and its position there, counting from 0. */
  readonly part: number;
  readonly position: number;
  /** Why it could not be carried out; null when it could. */
  readonly failure: FailureReason | null;
  /** The words it replaced, at their positions in the text as the steps before had left it. */
  readonly places: readonly Place[];
  /** Every provision it comes near. */
  readonly touches: readonly ProvisionId[];
}

/** What a strand is made again from: its steps as drafted, or a part that is worked out on the text it meets. */
export type StrandStep =
  | { readonly kind: 'as-drafted'; readonly step: Step }
  | {
      readonly kind: 'worked-out';
      readonly operations: Extract<InstrumentPart['operations'], (view: TextView) => unknown>;
      /** What it came to on the base. */
      readonly steps: readonly Step[];
    };

/** What happens to the words of one part of one provision, in positions of the base. */
export interface WordsWrite {
  readonly provision: ProvisionId;
  readonly part: TextPart;
  readonly edits: readonly WordsEdit[];
}

/** A text with words that are new in it. */
export interface FreshText {
  readonly provision: ProvisionId;
  readonly part: TextPart;
  readonly text: Text;
  /** Where the new words are. */
  readonly fresh: readonly Range[];
}

/** A number that a change gives to a provision, among the children of one parent. */
export interface NumberClaim {
  readonly parent: ProvisionId;
  readonly number: string;
  readonly provision: ProvisionId;
}

/**
 * Steps of one change that build on each other, with all they write and read. Strands of one change have nothing to do
 * with each other: each can be tried against another change on its own.
 */
export interface Strand {
  readonly kind: 'strand';
  /** The change it is of. */
  readonly instrument: Instrument;
  readonly steps: readonly Step[];
  readonly program: readonly StrandStep[];
  /** Roles (see `Role`) by provision. */
  readonly at: ReadonlyMap<ProvisionId, number>;
  /** For each provision that holds one of those, directly or not: which. */
  readonly under: ReadonlyMap<ProvisionId, readonly ProvisionId[]>;
  readonly words: ReadonlyMap<ProvisionId, readonly WordsWrite[]>;
  /** Gaps between the children of a provision that something new goes into, with that provision. */
  readonly slots: ReadonlyMap<string, ProvisionId>;
  /** By `parent|number`. */
  readonly claims: ReadonlyMap<string, NumberClaim>;
  /** Steps of addresses (see `addresses.ts`) that it follows, and that it changes, each with a provision to name. */
  readonly followed: ReadonlyMap<string, ProvisionId>;
  readonly readdressed: ReadonlyMap<string, ProvisionId>;
  readonly fresh: readonly FreshText[];
  /** The text as the whole change, alone, leaves it. */
  readonly after: TextView;
}

/** What a change writes and reads, worked out by making it, alone, on the base. */
export interface Footprint {
  readonly kind: 'footprint';
  readonly instrument: Instrument;
  readonly strands: readonly Strand[];
  /** The text as this change alone leaves it. */
  readonly after: TextView;
  /** The hash of the text it says it was drafted on, where it says so. */
  readonly draftedOn: Hash | null;
}

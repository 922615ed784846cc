import type { InstrumentPart, TextView } from '../instrument.ts';
import { provisionsUnder, type Provision, type ProvisionId, type TextPart } from '../provision.ts';
import type { NumberClaim, Step } from './footprint.ts';

/** What works out the operations of a part, and the numbers it looked up for them. */
export interface WorkedOut {
  readonly operations: Extract<InstrumentPart['operations'], (view: TextView) => unknown>;
  readonly asked: ReadonlySet<string>;
}

/** A step with everything it has to do with: the material that strands are made from. */
export interface TracedStep {
  readonly step: Step;
  readonly workedOut: WorkedOut['operations'] | null;
  readonly roles: ReadonlyMap<ProvisionId, number>;
  /** The provisions above those it touches, in the base and in the text it met. */
  readonly above: ReadonlySet<ProvisionId>;
  readonly slots: ReadonlyMap<string, ProvisionId>;
  readonly claims: readonly NumberClaim[];
  /** Numbers that it takes away from where they stood. */
  readonly freed: readonly Omit<NumberClaim, 'provision'>[];
  readonly followed: ReadonlyMap<string, ProvisionId>;
  readonly readdressed: ReadonlyMap<string, ProvisionId>;
  /** Provisions it would have brought into being, had it not failed. */
  readonly missed: readonly ProvisionId[];
}

/** An edit of words that counts once the step is known to work. */
export interface PendingEdit {
  readonly provision: Provision;
  readonly part: TextPart;
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** An edit that replaces all the words of a part. */
export const wholePart = (provision: Provision, part: TextPart, words: string): PendingEdit => ({
  provision,
  part,
  start: 0,
  end: provision[part].words.length,
  words,
});

/** The ids of these provisions and of all that stands under them, in reading order. */
export function idsUnder(provisions: readonly Provision[]): readonly ProvisionId[] {
  return provisions.flatMap((provision) => [...provisionsUnder(provision)].map(({ id }) => id));
}

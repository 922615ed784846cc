import type { Instrument, InstrumentPart } from '../instrument.ts';

/**
 * Text that is drafted for what others decide (in California: double-jointing). Where two changes clash, the drafter of
 * the first writes what it should say in each event, and the events choose: whether the other is made, and which of the
 * two is made first.
 */
export interface ContingentText {
  readonly kind: 'contingent-text';
  /** The change it is part of, and the one whose fate it waits for; by the ids of their instruments. */
  readonly own: string;
  readonly other: string;
  readonly variants: readonly ContingentVariant[];
}

/**
 * - `own-alone`, `other-alone`: only that one is made
 * - `own-first`, `other-first`: both are, that one first
 */
export type Contingency = 'own-alone' | 'other-alone' | 'own-first' | 'other-first';

/** What operates in one event: parts like those of the instrument itself, or nothing. */
export interface ContingentVariant {
  readonly when: Contingency;
  readonly parts: readonly InstrumentPart[];
}

/** What has become of a change: `made` at an instant (ISO 8601, in one offset throughout), or `refused` for good. */
export type Decision =
  | { readonly kind: 'made'; readonly instrument: string; readonly at: string }
  | { readonly kind: 'refused'; readonly instrument: string };

/**
 * - `waiting`: too little is decided to tell
 * - `operates`: this variant does, and it is an instrument as any other
 * - `nothing`: neither is made, or there is no variant for what came about
 */
export type Activation =
  | { readonly kind: 'waiting'; readonly for: readonly string[] }
  | { readonly kind: 'operates'; readonly when: Contingency; readonly instrument: Instrument }
  | { readonly kind: 'nothing'; readonly when: Contingency | null };

/**
 * Which variant operates after these decisions. The last decision on a change counts, so that one revoked and made again
 * is made. Two made at the same instant are taken in the order of the decisions.
 */
export function activate(text: ContingentText, decisions: readonly Decision[]): Activation {
  const fate = (id: string): Fate | undefined => {
    const position = decisions.findLastIndex(({ instrument }) => instrument === id);
    const decision = decisions[position];
    return decision === undefined ? undefined : { decision, position };
  };
  const own = fate(text.own);
  const other = fate(text.other);
  if (own === undefined || other === undefined)
    return {
      kind: 'waiting',
      for: [...(own === undefined ? [text.own] : []), ...(other === undefined ? [text.other] : [])],
    };
  const when = contingencyOf(own, other);
  const variant = text.variants.find((each) => each.when === when);
  if (when === null || variant === undefined) return { kind: 'nothing', when };
  const id = `${text.own}/${when}`;
  return { kind: 'operates', when, instrument: { kind: 'instrument', id, name: text.own, parts: variant.parts } };
}

interface Fate {
  readonly decision: Decision;
  readonly position: number;
}

function contingencyOf(own: Fate, other: Fate): Contingency | null {
  if (own.decision.kind === 'refused') return other.decision.kind === 'refused' ? null : 'other-alone';
  if (other.decision.kind === 'refused') return 'own-alone';
  const [at, otherAt] = [own.decision.at, other.decision.at];
  const isFirst = at === otherAt ? own.position < other.position : at < otherAt;
  return isFirst ? 'own-first' : 'other-first';
}

/** The events for which no variant has been drafted, in the order of `Contingency`: what its drafter has yet to think of. */
export function missingVariants(text: ContingentText): readonly Contingency[] {
  const all: readonly Contingency[] = ['own-alone', 'other-alone', 'own-first', 'other-first'];
  return all.filter((when) => !text.variants.some((variant) => variant.when === when));
}

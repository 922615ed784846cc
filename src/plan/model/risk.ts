/** A risk (it may happen) or an issue (it has), what is done against it, and how it is rated. */
import type { CivilDate } from '../../values/partial-date.ts';
import type { Rag } from '../../values/rag.ts';

export const RISK_TYPES = ['risk', 'issue'] as const;
export type RiskType = (typeof RISK_TYPES)[number];

export const RISK_STATES = ['open', 'closed'] as const;
export type RiskState = (typeof RISK_STATES)[number];

export interface Mitigation {
  readonly id: string;
  readonly text: string;
  readonly done: boolean;
}

export interface Risk {
  readonly kind: 'risk';
  readonly id: string;
  readonly version: number;
  /** `R-001`. */
  readonly reference: string;
  readonly number: number;
  readonly type: RiskType;
  /** The identifier its source gives it, where that is one. */
  readonly identifier: string | null;
  readonly description: string;
  readonly cause: string | null;
  readonly effect: string | null;
  readonly rag: Rag;
  /** The rating in the source's words: `Medium Risk`. */
  readonly ratingRaw: string | null;
  readonly owner: string | null;
  readonly reviewDate: CivilDate | null;
  readonly state: RiskState;
  readonly source: string | null;
}

/** 1 → `R-001`: one running series for risks and issues, so that a risk that happens keeps its reference. */
export const printRisk = (number: number): string => `R-${String(number).padStart(3, '0')}`;

/** `R-001`, `R1` → 1; null for other words. */
export function riskNumber(words: string): number | null {
  const parts = /^R[\s-]?0*(\d{1,6})$/i.exec(words.trim());
  return parts === null ? null : Number(parts[1]);
}

/** `2) Plan agreed with all parties - Complete` → its text without list number and mark, and whether it is done. */
export function readMitigation(words: string): { readonly text: string; readonly done: boolean } {
  const bare = words.replace(/^\s*\(?\d{1,2}[.)]\s*/, '').trim();
  const text = bare.replace(/\s*(?:[-–—:]|\()\s*(?:complete|completed|done|closed)\)?\.?$/i, '').trim();
  return { text, done: text !== bare };
}

const CAUSE = /\b(?:due to|because(?: of)?|(?:e\.g\.,? )?(?:as a result of|caused by|arising from))\s+/i;
const EFFECT =
  /[,;]?\s*\b(?:and therefore|therefore|so that|which (?:may|could|would|will) (?:lead to|result in|cause)|(?:leading|resulting) (?:to|in)|with the (?:effect|result) that)\s+/i;

/** A part of a sentence up to where a bracket or the sentence ends. */
const clause = (words: string): string | null => {
  const text = words.replace(/[).;]+(?:\s.*)?$/s, '').trim();
  return text === '' ? null : text;
};

/**
 * Cause and effect, where the description's own words set them apart (`as a result of …`, `and therefore …`); null
 * where they do not. A first reading for a person to mend: it never invents words.
 */
export function readCauseAndEffect(description: string): {
  readonly cause: string | null;
  readonly effect: string | null;
} {
  const effectAt = EFFECT.exec(description);
  const before = effectAt === null ? description : description.slice(0, effectAt.index);
  const causeAt = CAUSE.exec(before);
  return {
    cause: causeAt === null ? null : clause(before.slice(causeAt.index + causeAt[0].length)),
    effect: effectAt === null ? null : clause(description.slice(effectAt.index + effectAt[0].length)),
  };
}

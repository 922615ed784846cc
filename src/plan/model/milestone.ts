/** A milestone of the programme: what is to be reached, by when, and what is now expected. */
import type { CivilDate, PartialDate } from '../../values/partial-date.ts';
import type { Rag } from '../../values/rag.ts';
import { normalised } from './likeness.ts';

export interface Milestone {
  readonly kind: 'milestone';
  readonly id: string;
  readonly version: number;
  /** `M8`; null for a milestone the programme gave none, such as the approval of one topic area. */
  readonly reference: string | null;
  readonly title: string;
  /** 1 for the milestones whose change the regulator decides; null where nobody said. */
  readonly tier: number | null;
  /** Drafting topic area approved by it. */
  readonly topicArea: string | null;
  readonly owner: string | null;
  /** What was first agreed. */
  readonly baseline: PartialDate | null;
  /** What is now agreed. */
  readonly target: PartialDate | null;
  /** What is now expected. */
  readonly forecast: PartialDate | null;
  /** The forecast before the present one; null until it first moved. */
  readonly previousForecast: PartialDate | null;
  /** When it was reached. */
  readonly actual: PartialDate | null;
  /** As reported, which is not how it stands: see `standing`. */
  readonly rag: Rag;
  readonly ragRaw: string | null;
  readonly ragReason: string;
  /** When a person last looked at the forecast and stood by it (an instant), and who. */
  readonly examinedAt: string | null;
  readonly examinedBy: string | null;
  /** Where it was read, in words: `CCAG-12`. */
  readonly source: string | null;
  readonly position: number;
}

const REFERENCE_IN_TITLE = /\s*[([]\s*(M\s?\d{1,2}[a-z]?)\s*[)\]]\s*$/i;

/** `M 8` → `M8`, `m08` → `M8`; null for words that are no milestone reference. */
export function milestoneReference(words: string): string | null {
  const parts = /^M\s?0*(\d{1,2}[a-z]?)$/i.exec(words.trim());
  return parts?.[1] === undefined ? null : `M${parts[1].toLowerCase()}`;
}

/** `Code changes delivered (M8)` → its title and its reference. */
export function readMilestoneTitle(words: string): { readonly title: string; readonly reference: string | null } {
  const found = REFERENCE_IN_TITLE.exec(words);
  if (found === null) return { title: words.trim(), reference: null };
  return { title: words.slice(0, found.index).trim(), reference: milestoneReference(found[1] ?? '') };
}

/** The key by which a milestone without a reference is known again. */
export const milestoneKey = (title: string): string => normalised(readMilestoneTitle(title).title);

/** `M8` or, without one, its title: how other sentences name it. */
export const milestoneName = (milestone: Pick<Milestone, 'reference' | 'title'>): string =>
  milestone.reference ?? milestone.title;

/** The date the plan counts on: reached, else expected, else agreed, else first agreed; null where no day is known. */
export const plannedDate = (
  milestone: Pick<Milestone, 'actual' | 'forecast' | 'target' | 'baseline'>,
): CivilDate | null =>
  milestone.actual?.latest ??
  milestone.forecast?.latest ??
  milestone.target?.latest ??
  milestone.baseline?.latest ??
  null;

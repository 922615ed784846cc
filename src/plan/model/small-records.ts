/** The plan's smaller records: deliverables, topic areas, assumptions, freeze options, status reports. */
import type { CivilDate, PartialDate } from '../../values/partial-date.ts';
import type { Rag } from '../../values/rag.ts';

export const DELIVERABLE_STATES = ['planned', 'done', 'dropped'] as const;
export type DeliverableState = (typeof DELIVERABLE_STATES)[number];

/** Something a workstream says it will deliver by a date, usually within a month. */
export interface Deliverable {
  readonly kind: 'deliverable';
  readonly id: string;
  readonly version: number;
  readonly text: string;
  readonly due: PartialDate | null;
  readonly state: DeliverableState;
  /** The meeting to which it was first reported: `CCAG-12`. */
  readonly meetingKey: string | null;
}

/** States of drafting a topic area, in order. */
export const TOPIC_AREA_STATES = ['not-started', 'drafting', 'review', 'consultation', 'approved'] as const;
export type TopicAreaState = (typeof TOPIC_AREA_STATES)[number];

/** A part of the design that is drafted into the codes together, and approved by one milestone. */
export interface TopicArea {
  readonly kind: 'topic-area';
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly state: TopicAreaState;
  readonly note: string;
  readonly milestoneId: string | null;
}

export const ASSUMPTION_STATES = ['proposed', 'agreed', 'withdrawn'] as const;
export type AssumptionState = (typeof ASSUMPTION_STATES)[number];

/** Something the plan takes as given. */
export interface PlanningAssumption {
  readonly kind: 'planning-assumption';
  readonly id: string;
  readonly version: number;
  readonly text: string;
  /** The programme says it openly; false for one that was only found to underlie the plan. */
  readonly explicit: boolean;
  readonly source: string | null;
  readonly state: AssumptionState;
}

/** A way of holding back changes before go-live. */
export interface FreezeOption {
  readonly kind: 'freeze-option';
  readonly id: string;
  readonly version: number;
  readonly number: number;
  readonly name: string;
  readonly text: string;
  readonly whoCanAct: string | null;
}

/** What a group recommends to do about the freeze. */
export interface FreezeRecommendation {
  readonly kind: 'freeze-recommendation';
  readonly id: string;
  readonly version: number;
  readonly text: string;
  readonly byGroup: string | null;
  readonly meetingKey: string | null;
  readonly outcome: string | null;
}

/** The workstream's status as told to one meeting. */
export interface StatusReport {
  readonly kind: 'status-report';
  readonly id: string;
  readonly version: number;
  readonly meetingKey: string;
  readonly date: CivilDate | null;
  readonly summary: string;
  /** 0–100. */
  readonly percentComplete: number | null;
  readonly rag: Rag;
}

/**
 * A freeze option's name and who can act, from its sentence: `Code bodies can … – threshold process.` is named after
 * its last dash, and its subject acts. Words after the dash that go on with the sentence (`to suspend …`) name nothing;
 * then the sentence before the dash is the name.
 */
export function readFreezeOption(text: string): { readonly name: string; readonly whoCanAct: string | null } {
  const parts = text
    .trim()
    .replace(/\.$/, '')
    .split(/\s+[-–—]\s+/);
  const tail = parts.length > 1 ? (parts.at(-1) ?? '') : '';
  const named = tail !== '' && !/^(?:to|by|and|or|which|with)\b/i.test(tail);
  const subject =
    /^((?:(?!\b(?:can|may|must|could|will|should)\b)[^.,;]){2,60}?)\s+(?:can|may|must|could|will|should|are|is)\b/i.exec(
      text,
    );
  return { name: named ? tail : (parts[0] ?? text), whoCanAct: subject?.[1]?.trim() ?? null };
}

/** A change in flight to a code, and the parts it is told in. */
import type { Capacity } from '../../codes/model/profile.ts';
import type { ImpactValue, SharedStage, StageOverlay } from '../../codes/model/shared-stage.ts';
import type { Instant } from '../../platform/database/tables.ts';
import type { CivilDate, PartialDate } from '../../values/partial-date.ts';

export const MODIFICATION_KINDS = ['modification', 'issue', 'change-proposal'] as const;
export type ModificationKind = (typeof MODIFICATION_KINDS)[number];

export const KIND_LABELS: Readonly<Record<ModificationKind, string>> = {
  modification: 'Modification',
  issue: 'Issue',
  'change-proposal': 'Change proposal',
};

export const DATE_TYPES = ['raised', 'panel', 'authority', 'decision', 'implementation', 'appeal-end'] as const;
/** What a date is the date of. `decision` is a decision whose decider the source does not name. */
export type DateType = (typeof DATE_TYPES)[number];

export const DATE_LABELS: Readonly<Record<DateType, string>> = {
  raised: 'Raised',
  panel: 'Panel decision',
  authority: 'Authority decision',
  decision: 'Decision',
  implementation: 'Implementation',
  'appeal-end': 'Appeal window ends',
};

export const OUTCOMES = ['approved', 'rejected', 'revoked', 'sent-back', 're-approved', 'deferred'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const OUTCOME_LABELS: Readonly<Record<Outcome, string>> = {
  approved: 'Approved',
  rejected: 'Rejected',
  revoked: 'Approval revoked',
  'sent-back': 'Sent back',
  're-approved': 'Approved again',
  deferred: 'Deferred',
};

/** Who holds a position that its source gives to nobody in particular. */
export const UNNAMED = 'Stakeholders';

export const STANCES = ['supports', 'opposes', 'concerned', 'neutral', 'unknown'] as const;
export type Stance = (typeof STANCES)[number];

export const STANCE_LABELS: Readonly<Record<Stance, string>> = {
  supports: 'Supports',
  opposes: 'Opposes',
  concerned: 'Concerned',
  neutral: 'Neutral',
  unknown: 'Not said yet',
};

export const UPDATE_KINDS = ['change', 'no-change'] as const;
/** Somebody looked and found nothing new is an update too. */
export type UpdateKind = (typeof UPDATE_KINDS)[number];

export const RELATIONS = ['lead', 'parallel', 'consequential', 'mentions', 'extends', 'supports'] as const;
/** What the other change is to this one: its lead, a parallel one, a consequence of it, one it mentions… */
export type Relation = (typeof RELATIONS)[number];

export const RELATION_LABELS: Readonly<Record<Relation, string>> = {
  lead: 'Its lead change',
  parallel: 'Parallel change',
  consequential: 'Consequential change',
  mentions: 'Mentions',
  extends: 'Extends',
  supports: 'Supports',
};

export interface ModificationDate {
  readonly id: string;
  readonly type: DateType;
  /** Who decides, or what it is for where a type has several: `Panel`, `existing sites`. */
  readonly qualifier: string;
  readonly date: PartialDate;
  readonly note: string;
  readonly version: number;
}

export interface Decision {
  readonly id: string;
  /** 1 for the first event of the change, in order of recording. */
  readonly position: number;
  readonly who: string;
  readonly capacity: Capacity;
  readonly outcome: Outcome;
  readonly date: CivilDate;
  /** SHA-256 of the exact text decided on, in hexadecimal; null where it is not on record. */
  readonly textHash: string | null;
  readonly conditions: string;
  readonly grounds: string;
  /** Last civil day on which it can be appealed; null where it cannot, or the window is not known. */
  readonly appealUntil: CivilDate | null;
  /** Why it was struck out as recorded in error; null for an event that stands. */
  readonly struckBecause: string | null;
}

export interface StakeholderPosition {
  readonly id: string;
  readonly stakeholder: string;
  readonly stance: Stance;
  readonly words: string;
  readonly version: number;
}

export interface Update {
  readonly id: string;
  readonly date: PartialDate;
  readonly words: string;
  readonly kind: UpdateKind;
  /** Meeting it was told at: `CCAG-12`; null for none. */
  readonly meetingKey: string | null;
  readonly version: number;
}

export interface RelationTo {
  readonly id: string;
  readonly relation: Relation;
  /** The other thing's reference as written. */
  readonly targetRaw: string;
  /** Key of the reference the words were read as; null where they were not understood. */
  readonly targetKey: string | null;
  readonly note: string;
  readonly version: number;
  /** The other change, when it is on record. */
  readonly target: {
    readonly id: string;
    readonly body: string;
    readonly reference: string;
    readonly title: string;
  } | null;
}

export interface FormerReference {
  readonly id: string;
  readonly reference: string;
  readonly note: string;
}

/** The row of a modification itself. */
export interface Modification {
  readonly id: string;
  readonly bodyId: string;
  /** Short name of its body. */
  readonly body: string;
  readonly scheme: string;
  readonly number: number;
  readonly suffix: string;
  /** As the body prints it. */
  readonly reference: string;
  readonly referenceKey: string;
  readonly kind: ModificationKind;
  readonly title: string;
  readonly titleRaw: string;
  readonly summary: string;
  readonly stageRaw: string;
  readonly stage: SharedStage | null;
  readonly overlay: StageOverlay | null;
  readonly inFlight: boolean;
  readonly route: string | null;
  readonly impact: ImpactValue;
  readonly impactRaw: string;
  readonly impactReasons: readonly string[];
  readonly lead: string;
  readonly releaseId: string | null;
  readonly movedAt: Instant;
  readonly recordedAt: Instant;
  readonly version: number;
}

/** The address of a modification's page: `/register/REC-R0044`. */
export const modificationHref = (modification: { readonly body: string; readonly reference: string }): string =>
  `/register/${modification.body}-${modification.reference.replaceAll(' ', '')}`;

/** Earliest and latest day of several dates; nulls where none of them names a day. */
export function spanOf(dates: readonly PartialDate[]): { earliest: CivilDate | null; latest: CivilDate | null } {
  const earliest = dates.flatMap((date) => (date.earliest === null ? [] : [date.earliest])).sort()[0] ?? null;
  const latest =
    dates
      .flatMap((date) => (date.latest === null ? [] : [date.latest]))
      .sort()
      .at(-1) ?? null;
  return { earliest, latest };
}

/** Types of dates on which somebody decides. */
export const DECIDING: readonly DateType[] = ['panel', 'authority', 'decision'];

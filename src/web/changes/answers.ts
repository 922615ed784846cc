/** What the server answers about changes (its OpenAPI description: ModificationItem, Modification, InFlightTimeline, HorizonLog). */
import type { PartialDate } from '../../values/partial-date.ts';
import type { FieldChange } from '../api/client.ts';
import type { LinkedRecord } from '../parts/records.ts';
import type { Abilities, Capacity, Release } from '../codes/answers.ts';

export type DateType = 'raised' | 'panel' | 'authority' | 'decision' | 'implementation' | 'appeal-end';
export type Outcome = 'approved' | 'rejected' | 'revoked' | 'sent-back' | 're-approved' | 'deferred';
export type Stance = 'supports' | 'opposes' | 'concerned' | 'neutral' | 'unknown';
export type RelationKind = 'lead' | 'parallel' | 'consequential' | 'mentions' | 'extends' | 'supports';
export type ChangeKind = 'modification' | 'issue' | 'change-proposal';

export interface ListedDate {
  readonly type: DateType;
  readonly qualifier: string;
  readonly date: PartialDate;
  readonly note: string;
}

/** A row of the register. */
export interface RegisterItem {
  readonly id: string;
  readonly key: string;
  readonly href: string;
  readonly body: string;
  readonly reference: string;
  readonly kind: ChangeKind;
  readonly title: string;
  readonly summary: string;
  readonly stageRaw: string;
  readonly stage: string | null;
  readonly overlay: string | null;
  readonly inFlight: boolean;
  readonly impact: string;
  readonly impactRaw: string;
  readonly lead: string;
  readonly releaseName: string | null;
  readonly releaseDate: string | null;
  readonly movedAt: string;
  readonly dates: readonly ListedDate[];
  readonly latestUpdate: { readonly date: PartialDate; readonly words: string; readonly kind: string } | null;
  readonly version: number;
  readonly changes: readonly FieldChange[];
}

export interface Decision {
  readonly id: string;
  readonly position: number;
  readonly who: string;
  readonly capacity: Capacity;
  readonly outcome: Outcome;
  readonly date: string;
  readonly textHash: string | null;
  readonly conditions: string;
  readonly grounds: string;
  readonly appealUntil: string | null;
  readonly struckBecause: string | null;
}

export interface ChangeDate extends ListedDate {
  readonly id: string;
  readonly version: number;
}

export interface Position {
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
  readonly kind: 'change' | 'no-change';
  readonly meetingKey: string | null;
  readonly version: number;
}

export interface Related {
  readonly id: string;
  readonly relation: RelationKind;
  readonly targetRaw: string;
  readonly note: string;
  readonly version: number;
  readonly target: {
    readonly id: string;
    readonly body: string;
    readonly reference: string;
    readonly title: string;
    readonly href: string;
  } | null;
}

/** What the log of a meeting or month said of a change then. */
export interface HorizonMention {
  readonly period: string;
  readonly periodDate: string;
  readonly stageRaw: string;
  readonly stage: string | null;
  readonly overlay: string | null;
  readonly words: string;
}

/** Everything of one change. */
export interface Change {
  readonly id: string;
  readonly key: string;
  readonly href: string;
  readonly body: string;
  readonly reference: string;
  readonly kind: ChangeKind;
  readonly title: string;
  readonly titleRaw: string;
  readonly summary: string;
  readonly stageRaw: string;
  readonly stage: string | null;
  readonly overlay: string | null;
  readonly inFlight: boolean;
  readonly route: string | null;
  readonly routes: readonly { readonly key: string; readonly name: string }[];
  readonly impact: string;
  readonly impactRaw: string;
  readonly impactReasons: readonly string[];
  readonly lead: string;
  readonly release: { readonly id: string; readonly name: string; readonly date: string; readonly kind: string } | null;
  /** The horizon logs that named it, latest first. */
  readonly horizon: readonly HorizonMention[];
  readonly movedAt: string;
  readonly recordedAt: string;
  readonly formerReferences: readonly { readonly id: string; readonly reference: string; readonly note: string }[];
  readonly dates: readonly ChangeDate[];
  readonly decisions: readonly Decision[];
  readonly decisionState: 'undecided' | 'approved' | 'rejected' | 'revoked' | 'sent-back' | 'deferred';
  readonly positions: readonly Position[];
  readonly updates: readonly Update[];
  readonly relations: readonly Related[];
  readonly relatedFrom: readonly Related[];
  readonly links: readonly LinkedRecord[];
  readonly next: {
    readonly stages: readonly {
      readonly name: string;
      readonly stage: string | null;
      readonly overlay: string | null;
    }[];
    readonly decisions: readonly { readonly outcome: Outcome; readonly capacities: readonly Capacity[] }[];
  };
  readonly version: number;
  readonly changes: readonly FieldChange[];
  readonly may: Abilities;
}

export interface StageSegment {
  readonly stage: string | null;
  readonly overlay: string | null;
  readonly stageRaw: string;
  readonly from: string;
  /** Null for the stage it is in now. */
  readonly to: string | null;
}

/** A bar of the in-flight picture. */
export interface TimelineBar {
  readonly id: string;
  readonly key: string;
  readonly href: string;
  readonly reference: string;
  readonly title: string;
  readonly stage: string | null;
  readonly stageRaw: string;
  readonly overlay: string | null;
  readonly releaseName: string | null;
  readonly releaseDate: string | null;
  readonly start: string;
  readonly end: string | null;
  readonly segments: readonly StageSegment[];
  readonly dates: readonly ListedDate[];
  readonly decisions: readonly Pick<Decision, 'date' | 'who' | 'outcome' | 'capacity'>[];
}

export interface TimelineLane {
  readonly body: string;
  readonly releases: readonly Release[];
  readonly bars: readonly TimelineBar[];
}

export interface Timeline {
  readonly from: string;
  readonly to: string;
  readonly today: string;
  readonly lanes: readonly TimelineLane[];
  readonly cut: boolean;
  readonly sentence: string;
}

export interface HorizonEntry {
  readonly id: string;
  readonly version: number;
  readonly modificationId: string;
  readonly key: string;
  readonly href: string;
  readonly reference: string;
  readonly title: string;
  readonly stageRaw: string;
  readonly stage: string | null;
  readonly overlay: string | null;
  readonly words: string;
}

export interface HorizonBody {
  /** The return's; null, as is the version, while nothing is on record of it. */
  readonly id: string | null;
  readonly version: number | null;
  readonly body: string;
  readonly name: string;
  readonly href: string;
  readonly silent: boolean;
  readonly stale: boolean;
  readonly state: 'returned' | 'nil' | 'silent';
  readonly received: string | null;
  readonly logDate: string | null;
  readonly source: string;
  readonly note: string;
  readonly entries: readonly HorizonEntry[];
}

export interface HorizonLog {
  readonly period: string | null;
  readonly periodDate: string | null;
  readonly periods: readonly { readonly period: string; readonly periodDate: string }[];
  readonly silent: readonly string[];
  readonly bodies: readonly HorizonBody[];
  readonly sentence: string;
  readonly may: Abilities;
}

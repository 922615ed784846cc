/** What the server answers about the plan (its OpenAPI description: Milestone, PlanPicture, ChangeRequest, Risk …). */
import type { CivilDate, PartialDate } from '../../values/partial-date.ts';
import type { Rag } from '../../values/rag.ts';
import type { FieldChange } from '../api/client.ts';
import type { LinkedRecord } from '../parts/records.ts';

/** What the caller may do with a record now. */
export interface Abilities {
  readonly read: boolean;
  readonly add: boolean;
  readonly edit: boolean;
  readonly remove: boolean;
  readonly decide: boolean;
}

export type StandingKind = 'unexamined' | 'green' | 'amber' | 'red' | 'done' | 'late';

/** How a milestone stands by the server's rule, and why in a sentence. */
export interface Standing {
  readonly kind: StandingKind;
  readonly reason: string;
  /** Nobody stands by its forecast; late milestones may be this, too. */
  readonly unexamined: boolean;
}

/** Days; positive is later, null where either date names no day. */
export interface Slip {
  readonly againstBaseline: number | null;
  readonly againstTarget: number | null;
  readonly againstPreviousForecast: number | null;
}

export interface MilestoneName {
  readonly id: string;
  readonly reference: string | null;
  readonly title: string;
  readonly href: string;
}

export type DependencyKind = 'aligned-with' | 'after' | 'awaits';

/** A dependency as one of its two milestones sees it. */
export interface Dependency {
  readonly id: string;
  readonly direction: 'follows' | 'followed-by';
  readonly kind: DependencyKind;
  readonly lagDays: number;
  readonly note: string;
  /** `M8 aligned with M10`. */
  readonly words: string;
  readonly other: MilestoneName;
}

export interface Milestone extends MilestoneName {
  readonly version: number;
  readonly tier: number | null;
  readonly topicArea: string | null;
  readonly owner: string | null;
  readonly baseline: PartialDate | null;
  readonly target: PartialDate | null;
  readonly forecast: PartialDate | null;
  readonly previousForecast: PartialDate | null;
  readonly actual: PartialDate | null;
  /** The date the plan counts on. */
  readonly plannedDate: CivilDate | null;
  readonly rag: Rag;
  readonly ragRaw: string | null;
  readonly ragReason: string;
  readonly examinedAt: string | null;
  readonly examinedBy: string | null;
  readonly source: string | null;
  readonly position: number;
  readonly standing: Standing;
  readonly slip: Slip;
  readonly dependencies: readonly Dependency[];
  readonly changes: readonly FieldChange[];
}

export interface MilestoneDetail extends Milestone {
  readonly may: Abilities;
  readonly links: readonly LinkedRecord[];
  readonly changeRequests: readonly {
    readonly id: string;
    readonly reference: string;
    readonly title: string;
    readonly state: string;
    readonly href: string;
  }[];
}

export interface PictureRow extends MilestoneName {
  readonly tier: number | null;
  readonly standing: Standing;
  readonly baseline: PartialDate | null;
  readonly target: PartialDate | null;
  readonly forecast: PartialDate | null;
  readonly actual: PartialDate | null;
  readonly slip: Slip;
  /** What was forecast at the moment compared with. */
  readonly forecastThen: PartialDate | null;
  /** Days that the forecast (or what was reached) moved since then. */
  readonly slipSince: number | null;
}

/** A dependency between two rows of the picture; `from` follows `to`. */
export interface PictureDependency {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: DependencyKind;
  readonly lagDays: number;
  readonly words: string;
}

export interface PlanPicture {
  readonly today: CivilDate;
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
  readonly sentence: string;
  readonly rows: readonly PictureRow[];
  readonly dependencies: readonly PictureDependency[];
}

export interface AffectedMilestone extends MilestoneName {
  readonly from: CivilDate | null;
  readonly to: CivilDate;
  readonly days: number | null;
  readonly because: readonly MilestoneName[];
}

/** What would move if a milestone moved. */
export interface IfMoved {
  readonly milestone: MilestoneName;
  readonly from: CivilDate | null;
  readonly to: CivilDate;
  readonly affected: readonly AffectedMilestone[];
  /** Dependencies that would no longer hold, in words. */
  readonly broken: readonly string[];
  readonly sentence: string;
}

export const OUTCOMES = ['approved', 'approved-with-conditions', 'rejected', 'deferred', 'withdrawn'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface ChangeRequest {
  readonly id: string;
  readonly version: number;
  readonly reference: string;
  readonly number: number;
  readonly title: string;
  readonly href: string;
  readonly request: string | null;
  readonly raisedBy: string | null;
  readonly raisedOn: CivilDate | null;
  readonly state: string;
  readonly stateWords: string;
  readonly assessmentFrom: CivilDate | null;
  readonly assessmentTo: CivilDate | null;
  readonly affectedMilestones: readonly {
    readonly reference: string;
    readonly id: string | null;
    readonly title: string | null;
    readonly href: string | null;
  }[];
  /** Whole pounds. */
  readonly costAmount: number | null;
  readonly costKind: string | null;
  readonly costWords: string;
  readonly scheduleWeeksMin: number | null;
  readonly scheduleWeeksMax: number | null;
  readonly scheduleWords: string;
  readonly benefit: string | null;
  readonly decisionGroup: string | null;
  readonly deciders: readonly string[];
  readonly outcome: Outcome | null;
  readonly outcomeNote: string;
  readonly decidedBy: string | null;
  readonly decidedOn: CivilDate | null;
  readonly changes: readonly FieldChange[];
}

export const IMPACT_KINDS = ['risk', 'scope', 'cost', 'schedule', 'benefit'] as const;
export type ImpactKind = (typeof IMPACT_KINDS)[number];

export interface Impact {
  readonly id: string;
  readonly kind: ImpactKind;
  readonly text: string;
}

export interface Recommendation {
  readonly id: string;
  readonly text: string;
  readonly condition: string | null;
  readonly byGroup: string | null;
  readonly outcome: string | null;
}

/** A step of the workflow that the caller may take now. */
export interface Step {
  readonly step: string;
  readonly words: string;
  readonly to: string;
}

export interface ChangeRequestDetail extends ChangeRequest {
  readonly impacts: readonly Impact[];
  readonly recommendations: readonly Recommendation[];
  readonly steps: readonly Step[];
  readonly workflow: readonly { readonly state: string; readonly reached: boolean }[];
  readonly may: Abilities;
  readonly links: readonly LinkedRecord[];
}

export interface Mitigation {
  readonly id: string;
  readonly text: string;
  readonly done: boolean;
}

export interface Risk {
  readonly id: string;
  readonly version: number;
  readonly reference: string;
  readonly number: number;
  readonly href: string;
  readonly type: 'risk' | 'issue';
  readonly identifier: string | null;
  readonly description: string;
  readonly cause: string | null;
  readonly effect: string | null;
  readonly rag: Rag;
  /** The rating in the source's words: `Medium Risk`. */
  readonly ratingRaw: string | null;
  readonly owner: string | null;
  readonly reviewDate: CivilDate | null;
  readonly reviewOverdue: boolean;
  readonly state: 'open' | 'closed';
  readonly source: string | null;
  readonly mitigations: readonly Mitigation[];
  readonly changes: readonly FieldChange[];
}

export interface RiskDetail extends Risk {
  readonly may: Abilities;
  readonly links: readonly LinkedRecord[];
}

/** What the plan's smaller records have in common. */
export interface SmallRecord {
  readonly id: string;
  readonly version: number;
  readonly changes: readonly FieldChange[];
}

export interface Deliverable extends SmallRecord {
  readonly text: string;
  readonly due: PartialDate | null;
  readonly state: 'planned' | 'done' | 'dropped';
  readonly meetingKey: string | null;
}

export interface TopicArea extends SmallRecord {
  readonly name: string;
  readonly state: 'not-started' | 'drafting' | 'review' | 'consultation' | 'approved';
  readonly note: string;
  readonly milestone:
    (MilestoneName & { readonly forecast: PartialDate | null; readonly target: PartialDate | null }) | null;
}

export interface PlanningAssumption extends SmallRecord {
  readonly text: string;
  /** Said openly by the programme; false where it was only found to underlie the plan. */
  readonly explicit: boolean;
  readonly source: string | null;
  readonly state: 'proposed' | 'agreed' | 'withdrawn';
}

export interface FreezeOption extends SmallRecord {
  readonly number: number;
  readonly name: string;
  readonly text: string;
  readonly whoCanAct: string | null;
}

export interface FreezeRecommendation extends SmallRecord {
  readonly text: string;
  readonly byGroup: string | null;
  readonly meetingKey: string | null;
  readonly outcome: string | null;
}

export interface StatusReport extends SmallRecord {
  readonly meetingKey: string;
  readonly date: CivilDate | null;
  readonly summary: string;
  /** 0–100. */
  readonly percentComplete: number | null;
  readonly rag: Rag;
}

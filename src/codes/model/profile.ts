/**
 * How one code body works, as data: how it writes references, the words for its stages, who decides by which route,
 * when it releases, and when a change takes effect by default. Effective-dated, because the bodies themselves change.
 */
import type { ImpactWords, KnownScheme } from '../../formats/pack/knowledge.ts';
import type { CivilDate } from '../../values/partial-date.ts';
import type { SharedStage, StageOverlay } from './shared-stage.ts';

export type { ImpactWords, KnownScheme };

export const BODY_KINDS = ['code', 'programme', 'network'] as const;
export type BodyKind = (typeof BODY_KINDS)[number];

export interface CodeBody {
  readonly id: string;
  /** Printed in every reference and address: `REC`. Permanent. */
  readonly shortName: string;
  readonly name: string;
  /** Who administers it: an organisation, or empty where not known. */
  readonly administrator: string;
  readonly aliases: readonly string[];
  readonly kind: BodyKind;
  readonly expectedInHorizon: boolean;
  /** Order among the bodies wherever all are listed. */
  readonly position: number;
}

/** A stage, or a state on top of one, under the body's own name. */
export interface ProfileStage {
  /** Stays the same within the profile while names are corrected: `with-authority`. */
  readonly key: string;
  /** The body's own word. */
  readonly name: string;
  /** What it maps to; null where the word is a state on top of whatever stage there was (`On Hold`). */
  readonly stage: SharedStage | null;
  readonly overlay: StageOverlay | null;
  /** Other words seen for it. */
  readonly aliases: readonly string[];
  /** Keys of the stages that may come next by an ordinary step. */
  readonly next: readonly string[];
}

export const CAPACITIES = ['recommend', 'decide', 'direct', 'consent'] as const;
/** In what capacity somebody speaks on a change: a recommendation binds nobody, the others do. */
export type Capacity = (typeof CAPACITIES)[number];

export interface Decider {
  readonly key: string;
  readonly name: string;
  readonly capacities: readonly Capacity[];
}

/** A way through the process: who decides at its end, and how long the decision can be appealed. */
export interface ProfileRoute {
  readonly key: string;
  readonly name: string;
  /** Key of the decider. */
  readonly decider: string;
  /** Working days in which the decision can be appealed; null for none, or where the profile's own window applies. */
  readonly appealWorkingDays: number | null;
  readonly note: string;
}

export const RELEASE_KINDS = ['standard', 'non-standard', 'special', 'extraordinary', 'charging'] as const;
export type ReleaseKind = (typeof RELEASE_KINDS)[number];

/** When releases come round. Weekdays as ISO 8601 numbers them: 1 Monday to 7 Sunday. */
export type ReleaseRule =
  | {
      readonly kind: 'weekday-of-month';
      readonly name: string;
      readonly releaseKind: ReleaseKind;
      readonly month: number;
      readonly weekday: number;
      /** 1 to 4 from the start of the month, or the last. */
      readonly which: 1 | 2 | 3 | 4 | 'last';
      /** Where the rule comes from: published, or only a pattern seen. */
      readonly basis: string;
    }
  | {
      readonly kind: 'day-of-month';
      readonly name: string;
      readonly releaseKind: ReleaseKind;
      readonly month: number;
      readonly day: number;
      readonly basis: string;
    };

/** When a change takes effect where its notice does not say. */
export interface DefaultEffect {
  /** Calendar days after the notice is served; null where there is no default. */
  readonly daysAfterNotice: number | null;
  /** `00:00`, 24-hour clock. */
  readonly time: string;
  readonly words: string;
}

export interface ProfileContent {
  readonly schemes: readonly KnownScheme[];
  readonly stages: readonly ProfileStage[];
  readonly impactWords: readonly ImpactWords[];
  readonly routes: readonly ProfileRoute[];
  readonly deciders: readonly Decider[];
  /** Working days in which a binding decision can be appealed, unless its route says otherwise; null for none. */
  readonly appealWorkingDays: number | null;
  readonly releaseRules: readonly ReleaseRule[];
  readonly defaultEffect: DefaultEffect;
  readonly note: string;
}

export interface Profile extends ProfileContent {
  readonly id: string;
  readonly bodyId: string;
  /** Short name of the body. */
  readonly body: string;
  readonly effectiveFrom: CivilDate;
  readonly effectiveTo: CivilDate | null;
  readonly version: number;
}

/** The profile in force on a civil date; null when none was. */
export function profileOn<P extends Pick<Profile, 'effectiveFrom' | 'effectiveTo'>>(
  profiles: readonly P[],
  date: CivilDate,
): P | null {
  return (
    profiles.find(
      (profile) => profile.effectiveFrom <= date && (profile.effectiveTo === null || profile.effectiveTo >= date),
    ) ?? null
  );
}

/** Working days a decision by this route can be appealed; the profile's own window without a route. */
export function appealWindow(profile: ProfileContent, route: string | null): number | null {
  const found = profile.routes.find((candidate) => candidate.key === route);
  return found?.appealWorkingDays ?? profile.appealWorkingDays;
}

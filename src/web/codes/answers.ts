/** What the server answers about code bodies (its OpenAPI description: CodeBody, CodeBodyDetail, SharedVocabulary). */
import type { FieldChange } from '../api/client.ts';

/** A word of the shared vocabulary: what it says of the change, and what to expect of it. */
export interface Meaning {
  readonly value: string;
  readonly label: string;
  readonly meaning: string;
  readonly expect: string;
}

export interface Vocabulary {
  readonly stages: readonly Meaning[];
  readonly overlays: readonly Meaning[];
  readonly impacts: readonly Meaning[];
}

/** What somebody may do with a kind of record. */
export interface Abilities {
  readonly read: boolean;
  readonly add: boolean;
  readonly edit: boolean;
  readonly remove: boolean;
  readonly decide: boolean;
  readonly accept: boolean;
}

export interface CodeBody {
  readonly id: string;
  readonly shortName: string;
  readonly name: string;
  readonly administrator: string;
  readonly aliases: readonly string[];
  readonly kind: 'code' | 'programme' | 'network';
  readonly expectedInHorizon: boolean;
  readonly position: number;
  readonly href: string;
  readonly version: number;
  readonly changes: readonly FieldChange[];
}

export interface Scheme {
  readonly scheme: string;
  readonly names: string;
  readonly digits: number;
  readonly suffixes: readonly string[];
  readonly separator: string;
  readonly stands: 'modification' | 'issue' | 'change-request' | 'other';
  readonly becomes?: string;
}

export interface ProfileStage {
  readonly key: string;
  readonly name: string;
  readonly stage: string | null;
  readonly overlay: string | null;
  readonly aliases: readonly string[];
  readonly next: readonly string[];
}

export type Capacity = 'recommend' | 'decide' | 'direct' | 'consent';

export interface Decider {
  readonly key: string;
  readonly name: string;
  readonly capacities: readonly Capacity[];
}

export interface ProfileRoute {
  readonly key: string;
  readonly name: string;
  readonly decider: string;
  readonly appealWorkingDays: number | null;
  readonly note: string;
}

export type ReleaseKind = 'standard' | 'non-standard' | 'special' | 'extraordinary' | 'charging';

interface RuleBase {
  readonly name: string;
  readonly releaseKind: ReleaseKind;
  readonly month: number;
  readonly basis: string;
}

export type ReleaseRule =
  | (RuleBase & {
      readonly kind: 'weekday-of-month';
      /** 1 Monday to 7 Sunday. */
      readonly weekday: number;
      readonly which: 1 | 2 | 3 | 4 | 'last';
    })
  | (RuleBase & { readonly kind: 'day-of-month'; readonly day: number });

export interface ImpactWords {
  readonly words: string;
  readonly value: string;
}

export interface DefaultEffect {
  readonly daysAfterNotice: number | null;
  readonly time: string;
  readonly words: string;
}

export interface ProfileContent {
  readonly schemes: readonly Scheme[];
  readonly stages: readonly ProfileStage[];
  readonly impactWords: readonly ImpactWords[];
  readonly routes: readonly ProfileRoute[];
  readonly deciders: readonly Decider[];
  readonly appealWorkingDays: number | null;
  readonly releaseRules: readonly ReleaseRule[];
  readonly defaultEffect: DefaultEffect;
  readonly note: string;
}

export interface Profile extends ProfileContent {
  readonly id: string;
  readonly bodyId: string;
  readonly body: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly version: number;
}

export interface Release {
  readonly id: string | null;
  readonly body: string;
  readonly name: string;
  readonly date: string;
  readonly kind: ReleaseKind;
  /** Computed from the body's rules, not (yet) on record. */
  readonly computed: boolean;
  readonly note: string;
  readonly version: number | null;
}

export interface CodeBodyDetail extends CodeBody {
  readonly profile: Profile | null;
  readonly profiles: readonly Profile[];
  readonly releases: readonly Release[];
  readonly may: Abilities;
}

export interface CodeBodyList {
  readonly items: readonly CodeBody[];
  readonly sentence: string;
  readonly may: Abilities;
}

/**
 * What recognition must be told, because it is data and not code: which bodies and groups there are, how they write
 * their references, and what their status and impact words mean. The live value comes from the code bodies' profiles.
 */
import type { ReferenceScheme } from '../../values/reference.ts';

/** The axis on which stages of all bodies are compared, in order of progress. */
export const SHARED_STAGES = [
  'idea',
  'drafting',
  'assessment',
  'consultation',
  'report',
  'with-authority',
  'approved',
  'scheduled',
  'in-force',
] as const;
export type SharedStage = (typeof SHARED_STAGES)[number];

/** States that lie on top of a stage, or end it. */
export const STAGE_OVERLAYS = [
  'on-hold',
  'suspended',
  'sent-back',
  'varied',
  'withdrawn',
  'rejected',
  'revoked',
  'superseded',
] as const;
export type StageOverlay = (typeof STAGE_OVERLAYS)[number];

/** How much a change concerns the programme, as a controlled value. `unknown` is "to be confirmed". */
export const IMPACT_VALUES = ['direct', 'supporting', 'of-interest', 'awareness', 'low', 'none', 'unknown'] as const;
export type ImpactValue = (typeof IMPACT_VALUES)[number];

/** A body's scheme, and whether its references stand for modifications, issues or neither. */
export interface KnownScheme extends ReferenceScheme {
  readonly stands: 'modification' | 'issue' | 'change-request' | 'other';
  /** Scheme of the modification an issue of this scheme becomes, number kept (`I` → `R`); absent for none. */
  readonly becomes?: string;
}

export interface KnownBody {
  readonly shortName: string;
  readonly name: string;
  /** Other names people use, its administrator's among them. */
  readonly aliases: readonly string[];
  readonly schemes: readonly KnownScheme[];
  /** True when a horizon return is expected of it every month. */
  readonly expectedInHorizon: boolean;
}

export interface KnownGroup {
  readonly shortName: string;
  readonly name: string;
}

/** Status words of one body (null: of any), blind to case and punctuation. */
export interface StatusWords {
  readonly body: string | null;
  readonly words: string;
  readonly stage: SharedStage | null;
  readonly overlay: StageOverlay | null;
}

/** Impact words: the cell's words, or the part before a dash or bracket, that mean a controlled value. */
export interface ImpactWords {
  readonly words: string;
  readonly value: ImpactValue;
}

export interface PackKnowledge {
  /** Short name of the programme itself as a body: the issuer of its change requests. */
  readonly programme: string;
  readonly bodies: readonly KnownBody[];
  readonly groups: readonly KnownGroup[];
  readonly statuses: readonly StatusWords[];
  readonly impacts: readonly ImpactWords[];
}

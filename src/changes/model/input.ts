/** What recording a modification takes: a field left out is left as it is. */
import type { Capacity } from '../../codes/model/profile.ts';
import type { MappedStage } from '../../codes/model/stage-mapping.ts';
import type { ImpactValue } from '../../codes/model/shared-stage.ts';
import type { CivilDate, PartialDate } from '../../values/partial-date.ts';
import type { Reference } from '../../values/reference.ts';
import type { DateType, ModificationKind, Outcome, Relation, Stance, UpdateKind } from './modification.ts';

export interface DateInput {
  readonly type: DateType;
  readonly qualifier?: string;
  readonly date: PartialDate;
  readonly note?: string;
}

export interface PositionInput {
  readonly stakeholder: string;
  readonly stance: Stance;
  readonly words?: string;
}

export interface UpdateInput {
  readonly date: PartialDate;
  readonly words: string;
  readonly kind: UpdateKind;
  readonly meetingKey?: string | null;
}

export interface RelationInput {
  readonly relation: Relation;
  /** The other thing as written; for readers, and where it was not understood. */
  readonly targetRaw: string;
  /** What the words were read as; read with the bodies' grammars when left out. */
  readonly target?: Reference | null;
  readonly note?: string;
}

export interface DecisionInput {
  readonly who: string;
  readonly capacity: Capacity;
  readonly outcome: Outcome;
  readonly date: CivilDate;
  readonly textHash?: string | null;
  readonly conditions?: string;
  readonly grounds?: string;
  /** Computed from the profile's window when left out. */
  readonly appealUntil?: CivilDate | null;
}

/** The fields of the modification itself. */
export interface ModificationFields {
  readonly title?: string;
  readonly titleRaw?: string;
  readonly summary?: string;
  /** The body's own word; mapped with its profile when it changes. */
  readonly stageRaw?: string;
  /** Where it stands on the shared axis, when a person says so rather than the profile. */
  readonly mapped?: MappedStage;
  readonly route?: string | null;
  /** As written; mapped with the profile unless `impact` is given. */
  readonly impactRaw?: string;
  readonly impact?: ImpactValue;
  readonly impactReasons?: readonly string[];
  readonly lead?: string;
  readonly releaseId?: string | null;
}

export interface ModificationInput extends ModificationFields {
  readonly reference: Reference;
  /** From the body's scheme when left out. */
  readonly kind?: ModificationKind;
  /** The issue it was (`I0241` → `R0241`): its record becomes this one, and its old reference still leads here. */
  readonly carriedFrom?: Reference | null;
  /** All dates of each type that is given; types not given are left as they are. */
  readonly dates?: readonly DateInput[];
  readonly positions?: readonly PositionInput[];
  /** Added when new: the same date and words are the same update. */
  readonly updates?: readonly UpdateInput[];
  /** Added when new. */
  readonly relations?: readonly RelationInput[];
  /** Added when new, in this order: the same who, capacity, outcome and date are the same event. */
  readonly decisions?: readonly DecisionInput[];
}

export interface Recorded {
  readonly outcome: 'created' | 'updated' | 'unchanged';
  readonly id: string;
  /** Columns and parts that were written: `stage_raw`, `modification_date`… */
  readonly changedFields: readonly string[];
}

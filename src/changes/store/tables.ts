/** The tables of changes in flight. */
import type { Capacity } from '../../codes/model/profile.ts';
import type { ImpactValue, SharedStage, StageOverlay } from '../../codes/model/shared-stage.ts';
import type { CivilDate, PartialDate } from '../../values/partial-date.ts';
import type { ReturnState } from '../model/horizon.ts';
import type { DateType, ModificationKind, Outcome, Relation, Stance, UpdateKind } from '../model/modification.ts';

declare module '../../platform/database/tables.ts' {
  interface Tables {
    modification: RecordColumns & {
      body_id: string;
      scheme: string;
      number: number;
      suffix: string;
      reference: string;
      reference_key: string;
      kind: ModificationKind;
      title: string;
      title_raw: string;
      summary: string;
      stage_raw: string;
      stage: SharedStage | null;
      overlay: StageOverlay | null;
      stage_order: number | null;
      in_flight: boolean;
      route: string | null;
      impact_value: ImpactValue;
      impact_raw: string;
      impact_reasons: Json<readonly string[]>;
      lead: string;
      release_id: string | null;
      moved_at: Instant;
      decision_earliest: CivilDate | null;
      decision_latest: CivilDate | null;
      implementation_earliest: CivilDate | null;
      implementation_latest: CivilDate | null;
    };
    modification_former_reference: RecordColumns & {
      modification_id: string;
      reference: string;
      reference_key: string;
      note: string;
    };
    modification_date: RecordColumns & {
      modification_id: string;
      type: DateType;
      position: number;
      qualifier: string;
      date: Json<PartialDate>;
      earliest: CivilDate | null;
      latest: CivilDate | null;
      note: string;
    };
    modification_decision: RecordColumns & {
      modification_id: string;
      position: number;
      who: string;
      capacity: Capacity;
      outcome: Outcome;
      date: CivilDate;
      text_hash: string | null;
      conditions: string;
      grounds: string;
      appeal_until: CivilDate | null;
      struck_because: string | null;
    };
    modification_position: RecordColumns & {
      modification_id: string;
      stakeholder: string;
      stance: Stance;
      words: string;
    };
    modification_update: RecordColumns & {
      modification_id: string;
      date: Json<PartialDate>;
      earliest: CivilDate | null;
      words: string;
      kind: UpdateKind;
      meeting_key: string | null;
    };
    modification_relation: RecordColumns & {
      modification_id: string;
      relation: Relation;
      target_raw: string;
      target_key: string | null;
      note: string;
    };
    horizon_return: RecordColumns & {
      body_id: string;
      period: string;
      period_date: CivilDate;
      state: ReturnState;
      received: CivilDate | null;
      log_date: CivilDate | null;
      source: string;
      note: string;
    };
    horizon_entry: RecordColumns & {
      return_id: string;
      modification_id: string;
      position: number;
      stage_raw: string;
      stage: SharedStage | null;
      overlay: StageOverlay | null;
      words: string;
    };
  }
}

/** The plan's tables, as the database has them. */
import type { CivilDate, PartialDate } from '../../values/partial-date.ts';
import type { Rag } from '../../values/rag.ts';
import type { ChangeRequestState, ImpactKind, Outcome } from '../model/change-request.ts';
import type { DependencyKind } from '../model/propagation.ts';
import type { RiskState, RiskType } from '../model/risk.ts';
import type { AssumptionState, DeliverableState, TopicAreaState } from '../model/small-records.ts';

declare module '../../platform/database/tables.ts' {
  interface Tables {
    milestone: RecordColumns & {
      reference: string | null;
      title: string;
      title_key: string;
      tier: number | null;
      topic_area: string | null;
      owner: string | null;
      baseline: Json<PartialDate> | null;
      baseline_earliest: CivilDate | null;
      target: Json<PartialDate> | null;
      target_earliest: CivilDate | null;
      forecast: Json<PartialDate> | null;
      forecast_earliest: CivilDate | null;
      previous_forecast: Json<PartialDate> | null;
      actual: Json<PartialDate> | null;
      actual_earliest: CivilDate | null;
      rag: Rag;
      rag_raw: string | null;
      rag_reason: string;
      examined_at: Instant | null;
      examined_by: string | null;
      source: string | null;
      position: number;
    };
    milestone_dependency: RecordColumns & {
      from_id: string;
      to_id: string;
      kind: DependencyKind;
      lag_days: number;
      note: string;
      words: string;
    };
    topic_area: RecordColumns & {
      name: string;
      name_key: string;
      state: TopicAreaState;
      note: string;
      milestone_id: string | null;
      position: number;
    };
    deliverable: RecordColumns & {
      text: string;
      text_key: string;
      due: Json<PartialDate> | null;
      due_earliest: CivilDate | null;
      state: DeliverableState;
      meeting_key: string | null;
      position: number;
    };
    planning_assumption: RecordColumns & {
      text: string;
      text_key: string;
      explicit: boolean;
      source: string | null;
      state: AssumptionState;
      position: number;
    };
    change_request: RecordColumns & {
      number: number;
      title: string;
      request: string | null;
      raised_by: string | null;
      raised_on: CivilDate | null;
      state: ChangeRequestState;
      assessment_from: CivilDate | null;
      assessment_to: CivilDate | null;
      affected_milestones: Json<readonly string[]>;
      cost_amount: number | null;
      cost_kind: string | null;
      schedule_weeks_min: number | null;
      schedule_weeks_max: number | null;
      benefit: string | null;
      decision_group: string | null;
      outcome: Outcome | null;
      outcome_note: string;
      decided_by: string | null;
      decided_on: CivilDate | null;
    };
    change_request_impact: RecordColumns & {
      change_request_id: string;
      position: number;
      kind: ImpactKind;
      text: string;
    };
    change_request_recommendation: RecordColumns & {
      change_request_id: string;
      position: number;
      text: string;
      condition: string | null;
      by_group: string | null;
      outcome: string | null;
    };
    risk: RecordColumns & {
      number: number;
      type: RiskType;
      identifier: string | null;
      description: string;
      description_key: string;
      cause: string | null;
      effect: string | null;
      rag: Rag;
      rating_raw: string | null;
      owner: string | null;
      review_date: CivilDate | null;
      state: RiskState;
      source: string | null;
    };
    risk_mitigation: RecordColumns & { risk_id: string; position: number; text: string; done: boolean };
    freeze_option: RecordColumns & { number: number; name: string; text: string; who_can_act: string | null };
    freeze_recommendation: RecordColumns & {
      text: string;
      text_key: string;
      by_group: string | null;
      meeting_key: string | null;
      outcome: string | null;
      position: number;
    };
    status_report: RecordColumns & {
      meeting_key: string;
      date: CivilDate | null;
      summary: string;
      percent_complete: number | null;
      rag: Rag;
    };
  }
}

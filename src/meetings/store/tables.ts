/** The tables of this capability, as migration 0004 makes them. */
import type { PartialDate } from '../../values/partial-date.ts';
import type { ActionState, ActionVerdict } from '../model/action.ts';
import type { Capacity, Condition, DecisionKind, EscalationState, Outcome } from '../model/decision.ts';
import type { DocumentBlock, DocumentKind, DocumentState, HeadedItem, NoteKind } from '../model/document.ts';
import type { MeetingState, Note, Party, Purpose } from '../model/meeting.ts';

declare module '../../platform/database/tables.ts' {
  interface Tables {
    governance_group: RecordColumns & {
      short_name: string;
      name: string;
      level: number | null;
      parent_id: string | null;
      cadence: string;
      terms_of_reference: string;
      constituencies: Json<readonly string[]>;
      chair_role: string;
      main: boolean;
    };
    meeting: RecordColumns & {
      group_id: string;
      number: string | null;
      extraordinary: boolean;
      title: string;
      date: string;
      start_time: string | null;
      end_time: string | null;
      place: string;
      state: MeetingState;
      introduction: string;
      chair: string;
    };
    agenda_item: RecordColumns & {
      meeting_id: string;
      position: number;
      title: string;
      objective: string;
      purpose: Purpose;
      lead: Json<readonly Party[]>;
      minutes: number | null;
      page: number | null;
      notes: Json<readonly Note[]>;
      minute_text: string;
    };
    action: RecordColumns & {
      reference: string;
      sort_key: string;
      group_id: string;
      meeting_number: string;
      extraordinary: boolean;
      running_number: number;
      text: string;
      owners: Json<readonly Party[]>;
      raised: Json<PartialDate | null>;
      raised_on: string | null;
      due: Json<PartialDate | null>;
      due_earliest: string | null;
      due_latest: string | null;
      state: ActionState;
      proposed_at_meeting_id: string | null;
      closed_at_meeting_id: string | null;
    };
    action_update: RecordColumns & {
      action_id: string;
      meeting_id: string | null;
      date: string;
      verdict: ActionVerdict;
      words: string;
    };
    decision: RecordColumns & {
      reference: string;
      group_id: string;
      running_number: number;
      meeting_id: string | null;
      agenda_item_id: string | null;
      kind: DecisionKind;
      text: string;
      capacity: Capacity;
      outcome: Outcome;
      conditions: Json<readonly Condition[]>;
      text_sha256: string | null;
      decided_on: string | null;
    };
    decision_escalation: RecordColumns & {
      decision_id: string;
      position: number;
      body: string;
      state: EscalationState;
      decided_on: string | null;
      words: string;
    };
    group_update: RecordColumns & {
      meeting_id: string;
      from_group_id: string;
      occurred: Json<PartialDate>;
      occurred_on: string | null;
      position: number;
      items: Json<readonly HeadedItem[]>;
      requests: Json<readonly string[]>;
      report: string;
    };
    meeting_note: RecordColumns & {
      meeting_id: string;
      kind: NoteKind;
      position: number;
      title: string;
      items: Json<readonly HeadedItem[]>;
    };
    document: RecordColumns & {
      meeting_id: string | null;
      kind: DocumentKind;
      label: string;
      title: string;
    };
    document_version: RecordColumns & {
      document_id: string;
      position: number;
      label: string;
      state: DocumentState;
      content: Json<readonly DocumentBlock[]>;
      change_marked: boolean;
      file_id: string | null;
      approved_at_meeting_id: string | null;
    };
  }
}

/** The tables of this capability, as migration 0004 makes them. */
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
      state: import('../model/meeting.ts').MeetingState;
      introduction: string;
      chair: string;
    };
    agenda_item: RecordColumns & {
      meeting_id: string;
      position: number;
      title: string;
      objective: string;
      purpose: import('../model/meeting.ts').Purpose;
      lead: Json<readonly import('../model/meeting.ts').Party[]>;
      minutes: number | null;
      page: number | null;
      notes: Json<readonly import('../model/meeting.ts').Note[]>;
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
      owners: Json<readonly import('../model/meeting.ts').Party[]>;
      raised: Json<import('../../values/partial-date.ts').PartialDate | null>;
      raised_on: string | null;
      due: Json<import('../../values/partial-date.ts').PartialDate | null>;
      due_earliest: string | null;
      due_latest: string | null;
      state: import('../model/action.ts').ActionState;
      proposed_at_meeting_id: string | null;
      closed_at_meeting_id: string | null;
    };
    action_update: RecordColumns & {
      action_id: string;
      meeting_id: string | null;
      date: string;
      verdict: import('../model/action.ts').ActionVerdict;
      words: string;
    };
    decision: RecordColumns & {
      reference: string;
      group_id: string;
      running_number: number;
      meeting_id: string | null;
      agenda_item_id: string | null;
      kind: import('../model/decision.ts').DecisionKind;
      text: string;
      capacity: import('../model/decision.ts').Capacity;
      outcome: import('../model/decision.ts').Outcome;
      conditions: Json<readonly import('../model/decision.ts').Condition[]>;
      text_sha256: string | null;
      decided_on: string | null;
    };
    decision_escalation: RecordColumns & {
      decision_id: string;
      position: number;
      body: string;
      state: import('../model/decision.ts').EscalationState;
      decided_on: string | null;
      words: string;
    };
    group_update: RecordColumns & {
      meeting_id: string;
      from_group_id: string;
      occurred: Json<import('../../values/partial-date.ts').PartialDate>;
      occurred_on: string | null;
      position: number;
      items: Json<readonly import('../model/document.ts').HeadedItem[]>;
      requests: Json<readonly string[]>;
      report: string;
    };
    meeting_note: RecordColumns & {
      meeting_id: string;
      kind: import('../model/document.ts').NoteKind;
      position: number;
      title: string;
      items: Json<readonly import('../model/document.ts').HeadedItem[]>;
    };
    document: RecordColumns & {
      meeting_id: string | null;
      kind: import('../model/document.ts').DocumentKind;
      label: string;
      title: string;
    };
    document_version: RecordColumns & {
      document_id: string;
      position: number;
      label: string;
      state: import('../model/document.ts').DocumentState;
      content: Json<readonly import('../model/document.ts').DocumentBlock[]>;
      change_marked: boolean;
      file_id: string | null;
      approved_at_meeting_id: string | null;
    };
  }
}

export {};

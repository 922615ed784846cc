/** The tables of this capability, as migration 0006 makes them. */
declare module '../../platform/database/tables.ts' {
  interface Tables {
    intake: RecordColumns & {
      file_id: string;
      file_name: string;
      format: string;
      group_name: string | null;
      meeting_number: string | null;
      meeting_date: string | null;
      state: import('../model.ts').IntakeState;
      coverage: number;
      structure_coverage: number;
      counts: Json<import('../model.ts').RecordCounts>;
      outcome: import('kysely').ColumnType<import('../model.ts').AcceptOutcome | null, string | null, string | null>;
    };
    intake_reading: {
      intake_id: string;
      text: string;
      pages: Json<readonly import('../../formats/document/model.ts').SourcePage[]>;
      contents: Json<import('../../formats/pack/model.ts').PackContents>;
      notes: Json<readonly import('../../formats/document/model.ts').SourceNote[]>;
    };
    intake_finding: RecordColumns & {
      intake_id: string;
      position: number;
      code: string;
      severity: 'error' | 'warning' | 'notice';
      message: string;
      span_start: number;
      span_end: number;
      about: string | null;
      suggestion: import('kysely').ColumnType<
        import('../../formats/pack/findings/model.ts').Suggestion | null,
        string | null,
        string | null
      >;
      state: import('../model.ts').FindingState;
      note: string;
    };
    intake_correction: RecordColumns & {
      intake_id: string;
      finding_id: string | null;
      record_key: string;
      path: string;
      words: string;
    };
    provenance: RecordColumns & {
      record_kind: string;
      record_id: string;
      field: string;
      intake_id: string;
      span_start: number;
      span_end: number;
      raw: string;
    };
  }
}

export {};

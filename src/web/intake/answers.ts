/** What the server answers about packs that came in (its OpenAPI description: Intake, IntakeReview, AcceptOutcome). */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Intake {
  readonly id: string;
  readonly fileName: string;
  readonly format: string;
  readonly group: string | null;
  readonly meetingNumber: string | null;
  readonly meetingDate: string | null;
  readonly state: 'staged' | 'accepted' | 'discarded';
  /** 0–1. */
  readonly coverage: number;
  readonly counts: Readonly<Record<string, number>>;
}

export interface RecordField {
  readonly path: string;
  readonly label: string;
  readonly value: string;
  readonly raw: string;
  readonly span: Span;
  readonly corrected: boolean;
}

export interface ReviewRecord {
  readonly key: string;
  readonly kind: string;
  readonly title: string;
  readonly span: Span;
  readonly spans: readonly Span[];
  readonly fields: readonly RecordField[];
}

export interface Finding {
  readonly id: string;
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'notice';
  readonly title: string;
  readonly means: string;
  readonly whatToDo: string;
  readonly message: string;
  readonly span: Span;
  readonly source: string;
  readonly about: string | null;
  readonly suggestion: { readonly words: string; readonly path?: string; readonly value?: string } | null;
  readonly state: 'open' | 'accepted' | 'corrected' | 'dismissed';
  readonly note: string;
}

export interface Review extends Intake {
  readonly text: string;
  readonly pages: readonly { readonly number: number; readonly span: Span }[];
  readonly notes: readonly { readonly message: string }[];
  readonly records: readonly ReviewRecord[];
  readonly findings: readonly Finding[];
  readonly structure: readonly { readonly span: Span; readonly what: string }[];
  readonly unread: readonly Span[];
  readonly olderThan: string | null;
  readonly sentence: string;
  readonly may: { readonly edit: boolean; readonly accept: boolean };
}

export interface RecordOutcome {
  readonly key: string;
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  readonly outcome: 'created' | 'updated' | 'unchanged';
  readonly changes: readonly { readonly label: string; readonly before: unknown; readonly after: unknown }[];
}

export interface AcceptOutcome {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly records: readonly RecordOutcome[];
}

/** Kinds of pack records in people's words, in the order of a pack. */
export const KIND_WORDS: Readonly<Record<string, string>> = {
  meeting: 'Meeting',
  attachment: 'Attachments',
  'agenda-item': 'Agenda items',
  section: 'Sections',
  action: 'Actions',
  update: 'Updates from groups',
  'group-update': 'Updates from working groups',
  'programme-update': 'Programme updates',
  'horizon-log': 'Horizon scanning log',
  modification: 'Modifications',
  issue: 'Issues',
  'change-request': 'Change requests',
  recommendation: 'Recommendations',
  'freeze-option': 'Code-freeze options',
  statement: 'Statements',
  'status-summary': 'Status summary',
  deliverable: 'Deliverables',
  risk: 'Risks',
  milestone: 'Milestones',
  'next-meeting': 'Next meetings',
  'next-step': 'Next steps',
};

/** `CCAG 12`, or the file's name where the pack names no meeting. */
export const packTitle = (intake: Intake): string =>
  intake.group === null ? intake.fileName : [intake.group, intake.meetingNumber].filter(Boolean).join(' ');

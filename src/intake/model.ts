/** What intake keeps: a pack as it was read, what is odd about it, and what became of it. */
import type { SourceNote, SourcePage, Span } from '../formats/document/model.ts';
import type { FindingSeverity, Suggestion } from '../formats/pack/findings/model.ts';
import type { FindingCode } from '../formats/pack/findings/registry.ts';
import type { PackContents } from '../formats/pack/model.ts';

export const INTAKE_STATES = ['staged', 'accepted', 'discarded'] as const;
export type IntakeState = (typeof INTAKE_STATES)[number];

export const FINDING_STATES = ['open', 'accepted', 'corrected', 'dismissed'] as const;
export type FindingState = (typeof FINDING_STATES)[number];

/** How many records of each kind a pack holds, by the names that reports use. */
export interface RecordCounts {
  readonly agendaItems: number;
  readonly actions: number;
  /** Of governance groups: what each decided or was told. */
  readonly updates: number;
  /** Of working groups: what each discussed and asked for. */
  readonly workingGroupUpdates: number;
  readonly modifications: number;
  readonly issues: number;
  readonly changeRequests: number;
  readonly recommendations: number;
  readonly freezeOptions: number;
  readonly deliverables: number;
  readonly risks: number;
  readonly milestones: number;
  readonly nextMeetings: number;
}

/** Counts a pack's records. */
export const countRecords = (contents: PackContents): RecordCounts => ({
  agendaItems: contents.agendaItems.length,
  actions: contents.actions.length,
  updates: contents.updates.length,
  workingGroupUpdates: contents.groupUpdates.length,
  modifications: contents.modifications.length,
  issues: contents.issues.length,
  changeRequests: contents.changeRequests.length,
  recommendations: contents.recommendations.length,
  freezeOptions: contents.freezeOptions.length,
  deliverables: contents.deliverables.length,
  risks: contents.risks.length,
  milestones: contents.milestones.length,
  nextMeetings: contents.nextMeetings.length,
});

export interface Intake {
  readonly id: string;
  readonly version: number;
  readonly fileId: string;
  readonly fileName: string;
  readonly format: string;
  /** Short name of the group whose pack it is; null where the cover names none. */
  readonly group: string | null;
  readonly meetingNumber: string | null;
  /** Civil date. */
  readonly meetingDate: string | null;
  readonly state: IntakeState;
  /** Share of the pack's non-blank characters that became records, 0–1. */
  readonly coverage: number;
  readonly structureCoverage: number;
  readonly counts: RecordCounts;
  /** What accepting did; null until accepted. */
  readonly outcome: AcceptOutcome | null;
}

export interface Reading {
  readonly text: string;
  readonly pages: readonly SourcePage[];
  readonly contents: PackContents;
  /** What the reader of the file had to say about it. */
  readonly notes: readonly SourceNote[];
}

export interface IntakeFinding {
  readonly id: string;
  readonly version: number;
  readonly code: FindingCode;
  readonly severity: FindingSeverity;
  readonly message: string;
  readonly span: Span;
  /** Key of the record it is about. */
  readonly about: string | null;
  readonly suggestion: Suggestion | null;
  readonly state: FindingState;
  readonly note: string;
}

export interface Correction {
  readonly recordKey: string;
  readonly path: string;
  /** The value as a person typed it. */
  readonly words: string;
}

/** What accepting does, or would do, to one record. */
export interface RecordOutcome {
  /** Key of the record in the pack. */
  readonly key: string;
  readonly kind: string;
  readonly id: string;
  /** What a person calls it: its reference, or its title. */
  readonly title: string;
  readonly outcome: 'created' | 'updated' | 'unchanged';
  readonly changes: readonly FieldOutcome[];
}

export interface FieldOutcome {
  readonly label: string;
  readonly before: unknown;
  readonly after: unknown;
}

export interface AcceptOutcome {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly records: readonly RecordOutcome[];
}

/** Sums up the outcomes of all records. */
export const sumOutcomes = (records: readonly RecordOutcome[]): AcceptOutcome => ({
  created: records.filter((record) => record.outcome === 'created').length,
  updated: records.filter((record) => record.outcome === 'updated').length,
  unchanged: records.filter((record) => record.outcome === 'unchanged').length,
  records,
});

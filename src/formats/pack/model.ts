/**
 * What a meeting pack says, as plain values: the contents recognised in one source document.
 *
 * Every record knows all the places of the source it was read from (`spans`), and every field keeps the words it was
 * read from (`raw`) and where they stand (`span`). Nothing in here knows a database, a clock or a particular pack.
 * Keys are stable between packs: the same action, modification or milestone has the same key next month.
 */
import type { Span } from '../document/model.ts';
import type { CivilDate, PartialDate } from '../../values/partial-date.ts';
import type { Rag } from '../../values/rag.ts';
import type { Reference } from '../../values/reference.ts';
import type { ImpactValue, SharedStage, StageOverlay } from './knowledge.ts';

/** One value read from the source: what it was read as, the words as written, and where they stand. */
export interface Field<T> {
  readonly value: T;
  readonly raw: string;
  readonly span: Span;
}

/**
 * What all records share. `span` is the one place to show a person (a row, a block); `spans` are all the stretches of
 * text that the record was read from, in reading order, and nothing else: an unread cell of its row is not among them.
 */
interface RecordBase<Kind extends string> {
  readonly kind: Kind;
  /** Unique among the records of one pack, and the same for the same thing in the next: `action:CCAG11-02`. */
  readonly key: string;
  readonly span: Span;
  readonly spans: readonly Span[];
}

/** A reference found in running words, with the body and scheme it was read by. */
export interface Mention extends Field<Reference> {
  /** What that scheme names: `change`, `issue`, `risk`, `change request`… */
  readonly names: string;
  /** Keys of other readings of the same words (`BSC/CP/1568/`), where more than one body's scheme fits. */
  readonly alsoReadAs: readonly string[];
}

/** A programme milestone named in running words: `M8`. */
export type MilestoneMention = Field<string>;

/** Who something is with: a role or body, and the detail in brackets or after a dash, unparsed. */
export interface Party {
  readonly role: string;
  readonly detail: string | null;
}

export interface PackAttachment extends RecordBase<'attachment'> {
  readonly label: Field<string>;
  readonly title: Field<string>;
}

export interface PackMeeting extends RecordBase<'meeting'> {
  /** Short name of the group: `CCAG`. */
  readonly group: Field<string>;
  /** As numbered: `12`, or `10.1` for an extra meeting between two; null where the cover gives none. */
  readonly number: Field<string> | null;
  readonly date: Field<CivilDate> | null;
  readonly extraordinary: boolean;
  readonly attachments: readonly PackAttachment[];
}

export type Purpose = 'decision' | 'information' | 'discussion';

/** A piece of a section's text that no narrower record took. */
export interface Note extends Field<string> {
  readonly shape: 'heading' | 'paragraph' | 'bullet' | 'number';
}

/** A part of the pack opened by a title and a purpose line (`DECISION: …`), usually one agenda item's papers. */
export interface PackSection extends RecordBase<'section'> {
  readonly title: Field<string>;
  readonly purpose: Field<Purpose> | null;
  readonly objective: Field<string> | null;
  readonly lead: Field<readonly Party[]> | null;
  readonly minutes: Field<number> | null;
  readonly notes: readonly Note[];
  /** References and milestones its title and text speak of. */
  readonly mentions: readonly Mention[];
  readonly milestones: readonly MilestoneMention[];
}

export interface PackAgendaItem extends RecordBase<'agenda-item'> {
  readonly position: Field<number>;
  readonly title: Field<string>;
  readonly objective: Field<string> | null;
  readonly purpose: Field<Purpose> | null;
  readonly lead: Field<readonly Party[]> | null;
  /** `10:05`, 24-hour clock, local time of the meeting. */
  readonly start: Field<string> | null;
  readonly end: Field<string> | null;
  readonly minutes: Field<number> | null;
  readonly page: Field<number> | null;
  /** The section found in the pack under this title. */
  readonly section: PackSection | null;
}

/** `ONGOING:` and `RECOMMEND CLOSED:` are proposals until the meeting agrees; `closed` is only what says so itself. */
export type ActionVerdict = 'ongoing' | 'recommend-closed' | 'closed' | 'new' | 'superseded';

export interface ActionReference {
  readonly group: string;
  /** Meeting it was raised at, as printed: `11`. */
  readonly meeting: string;
  /** Running number within that meeting. */
  readonly number: number;
}

export interface PackAction extends RecordBase<'action'> {
  readonly reference: Field<ActionReference>;
  readonly raised: Field<PartialDate> | null;
  readonly text: Field<string>;
  readonly owners: Field<readonly Party[]> | null;
  readonly due: Field<PartialDate> | null;
  readonly verdict: Field<ActionVerdict> | null;
  /** The update's words after the verdict. */
  readonly update: Field<string> | null;
  readonly mentions: readonly Mention[];
  readonly milestones: readonly MilestoneMention[];
}

/** One point of an update: its lead words, where the source sets any apart, and the rest. */
export interface UpdateItem extends Field<string> {
  readonly heading: Field<string> | null;
  readonly mentions: readonly Mention[];
  readonly milestones: readonly MilestoneMention[];
}

/** What another group did, reported to this one. */
export interface PackUpdate extends RecordBase<'update'> {
  readonly group: Field<string>;
  readonly date: Field<PartialDate>;
  readonly items: readonly UpdateItem[];
  /** The sentence that says where its headline report is. */
  readonly report: Field<string> | null;
}

/** News from the wider programme: a heading and its points. */
export interface PackProgrammeUpdate extends RecordBase<'programme-update'> {
  readonly title: Field<string>;
  readonly items: readonly UpdateItem[];
}

/** What a decision-column date is about: one decider's decision, or (by a footnote) the implementation. */
export type DecisionDateKind = 'decision' | 'panel' | 'authority' | 'implementation';

export interface DecisionDate {
  readonly kind: DecisionDateKind;
  /** The decider as written (`Panel`, `Ofgem`); null where the cell names none. */
  readonly decider: string | null;
  readonly date: PartialDate;
}

export interface StatusReading {
  readonly stage: SharedStage | null;
  /** A state on top of the stage: on hold, sent back… */
  readonly overlay: StageOverlay | null;
}

export interface ImpactReading {
  /** Null where the words are known to nobody. */
  readonly value: ImpactValue | null;
  /** What the words add: `Qualification` in `Of interest - Qualification`. */
  readonly reason: string | null;
}

/** A dated remark inside other words: `Update 17.11.22 – No change.` */
export interface DatedUpdate {
  readonly date: PartialDate;
  readonly words: string;
  readonly noChange: boolean;
}

export interface PackModification extends RecordBase<'modification'> {
  readonly reference: Field<Reference>;
  /** Short name of the code body. */
  readonly body: string;
  /** The title without its reference, separator and quotation marks; `raw` keeps the whole cell. */
  readonly title: Field<string>;
  /** With markup taken out; `raw` keeps it. */
  readonly summary: Field<string> | null;
  readonly positions: Field<string> | null;
  readonly raised: Field<PartialDate> | null;
  readonly status: Field<StatusReading> | null;
  /** In order of the cell; empty where the block has no such cell. */
  readonly decisionDates: readonly Field<DecisionDate>[];
  readonly impact: Field<ImpactReading> | null;
  readonly updates: readonly Field<DatedUpdate>[];
  /** References to other things in its words, itself left out. */
  readonly mentions: readonly Mention[];
  readonly milestones: readonly MilestoneMention[];
  /** Footnotes to its cells, in the words of the source. */
  readonly footnotes: readonly Field<string>[];
  /** The issue it was, where the body carries the number over (`I0241` → `R0241`) and the words say so. */
  readonly carriedFrom: Reference | null;
}

export interface PackIssue extends RecordBase<'issue'> {
  readonly reference: Field<Reference>;
  readonly body: string;
  readonly title: Field<string>;
  readonly status: Field<StatusReading> | null;
  readonly impact: Field<ImpactReading> | null;
  /** Another reference standing beside its own (`CR-D129`), as written; whose it is, is for a person to say. */
  readonly otherReferences: readonly Field<string>[];
  readonly mentions: readonly Mention[];
}

/** What one code body returned to the horizon log this month; a body that returned nothing is `silent`. */
export interface HorizonReturn {
  readonly body: string;
  readonly silent: boolean;
  readonly modifications: readonly string[];
  readonly issues: readonly string[];
}

export interface HorizonLog extends RecordBase<'horizon-log'> {
  /** The date the log itself is headed with. */
  readonly date: Field<CivilDate> | null;
  readonly returns: readonly HorizonReturn[];
}

export interface WeekRange {
  readonly from: number;
  readonly to: number;
}

export interface PackChangeRequest extends RecordBase<'change-request'> {
  readonly reference: Field<Reference>;
  readonly title: Field<string> | null;
  readonly raisedBy: Field<string> | null;
  /** What it asks for, in the words of the source. */
  readonly request: Field<string> | null;
  /** Day it went to impact assessment. */
  readonly assessmentStart: Field<CivilDate> | null;
  /** Day the assessment closed. */
  readonly assessmentEnd: Field<CivilDate> | null;
  readonly impacts: readonly Field<string>[];
  readonly benefit: Field<string> | null;
  /** Whole pounds sterling. */
  readonly cost: Field<number> | null;
  readonly schedule: Field<WeekRange> | null;
  readonly affectedMilestone: MilestoneMention | null;
  /** Short name of the group that decides. */
  readonly decisionGroup: Field<string> | null;
  /** References in the words it was read from, its own spellings among them. */
  readonly mentions: readonly Mention[];
  readonly milestones: readonly MilestoneMention[];
}

export interface PackRecommendation extends RecordBase<'recommendation'> {
  /** Its number in the list; null where it stands alone. */
  readonly position: number | null;
  /** Title of the section it stands in. */
  readonly section: string | null;
  readonly text: Field<string>;
  readonly condition: Field<string> | null;
  readonly mentions: readonly Mention[];
  readonly milestones: readonly MilestoneMention[];
}

export interface PackFreezeOption extends RecordBase<'freeze-option'> {
  readonly position: number;
  readonly text: Field<string>;
}

/** A named passage of an argument: `Situation`, `Complication`. */
export interface PackStatement extends RecordBase<'statement'> {
  readonly label: Field<string>;
  readonly text: Field<string>;
}

export interface PackStatusSummary extends RecordBase<'status-summary'> {
  readonly paragraphs: readonly Field<string>[];
  /** Percentages it gives, 0–100. */
  readonly percentages: readonly Field<number>[];
  readonly mentions: readonly Mention[];
  readonly milestones: readonly MilestoneMention[];
}

export interface PackDeliverable extends RecordBase<'deliverable'> {
  /** The period its heading names: `December`. */
  readonly period: Field<string> | null;
  readonly text: Field<string>;
}

export interface PackRisk extends RecordBase<'risk'> {
  readonly type: 'risk' | 'issue';
  /** The identifying cell, where it identifies (`R` for every row does not). */
  readonly identifier: Field<string> | null;
  readonly text: Field<string>;
  readonly mitigations: readonly Field<string>[];
  readonly rating: Field<Rag | null> | null;
  readonly mentions: readonly Mention[];
  readonly milestones: readonly MilestoneMention[];
}

export interface PackMilestone extends RecordBase<'milestone'> {
  readonly title: Field<string>;
  /** `M6`, where the title gives one. */
  readonly reference: Field<string> | null;
  /** The drafting topic area approved by it, where the title says so. */
  readonly topicArea: string | null;
  readonly target: Field<PartialDate> | null;
  readonly forecast: Field<PartialDate> | null;
  readonly rating: Field<Rag | null> | null;
}

/** News of a working group: what it discussed and what it asked for (actions that have no reference). */
export interface PackGroupUpdate extends RecordBase<'group-update'> {
  readonly group: Field<string>;
  readonly date: Field<PartialDate> | null;
  readonly topics: readonly Field<string>[];
  readonly actions: readonly Field<string>[];
}

export interface PackNextMeeting extends RecordBase<'next-meeting'> {
  readonly group: Field<string>;
  readonly date: Field<PartialDate>;
  /** `13:00`, 24-hour clock. */
  readonly time: Field<string> | null;
}

export interface PackNextStep extends RecordBase<'next-step'> {
  readonly text: Field<string>;
}

export type PackRecord =
  | PackMeeting
  | PackAttachment
  | PackAgendaItem
  | PackSection
  | PackAction
  | PackUpdate
  | PackProgrammeUpdate
  | PackModification
  | PackIssue
  | HorizonLog
  | PackChangeRequest
  | PackRecommendation
  | PackFreezeOption
  | PackStatement
  | PackStatusSummary
  | PackDeliverable
  | PackRisk
  | PackMilestone
  | PackGroupUpdate
  | PackNextMeeting
  | PackNextStep;

/** Text recognised as the pack's own scaffolding: repeated titles, table headings, labels, dividers. */
export interface Structure {
  readonly kind: 'structure';
  readonly span: Span;
  readonly what: 'title' | 'agenda-title' | 'table-heading' | 'list-heading' | 'empty-heading' | 'link' | 'furniture';
}

export interface PackContents {
  readonly meeting: PackMeeting | null;
  readonly agendaItems: readonly PackAgendaItem[];
  /** All sections in order of the source, those of agenda items among them. */
  readonly sections: readonly PackSection[];
  readonly actions: readonly PackAction[];
  readonly updates: readonly PackUpdate[];
  readonly programmeUpdates: readonly PackProgrammeUpdate[];
  readonly horizon: HorizonLog | null;
  readonly modifications: readonly PackModification[];
  readonly issues: readonly PackIssue[];
  readonly changeRequests: readonly PackChangeRequest[];
  readonly recommendations: readonly PackRecommendation[];
  readonly freezeOptions: readonly PackFreezeOption[];
  readonly statements: readonly PackStatement[];
  readonly statusSummary: PackStatusSummary | null;
  readonly deliverables: readonly PackDeliverable[];
  readonly risks: readonly PackRisk[];
  readonly milestones: readonly PackMilestone[];
  readonly groupUpdates: readonly PackGroupUpdate[];
  readonly nextMeetings: readonly PackNextMeeting[];
  readonly nextSteps: readonly PackNextStep[];
  readonly structure: readonly Structure[];
  /** Every stretch of non-blank text that no record and no structure covers. */
  readonly unread: readonly Span[];
  /** Share of the non-blank characters that records cover, 0–1. Structure is not counted. */
  readonly coverage: number;
  /** Share of the non-blank characters that only structure covers, 0–1. */
  readonly structureCoverage: number;
}

/** Every record of a pack, in a fixed order of kinds: for counting, highlighting and looking up by key. */
export function packRecords(contents: PackContents): readonly PackRecord[] {
  return [
    ...(contents.meeting === null ? [] : [contents.meeting, ...contents.meeting.attachments]),
    ...contents.agendaItems,
    ...contents.sections,
    ...contents.actions,
    ...contents.updates,
    ...contents.programmeUpdates,
    ...(contents.horizon === null ? [] : [contents.horizon]),
    ...contents.modifications,
    ...contents.issues,
    ...contents.changeRequests,
    ...contents.recommendations,
    ...contents.freezeOptions,
    ...contents.statements,
    ...(contents.statusSummary === null ? [] : [contents.statusSummary]),
    ...contents.deliverables,
    ...contents.risks,
    ...contents.milestones,
    ...contents.groupUpdates,
    ...contents.nextMeetings,
    ...contents.nextSteps,
  ];
}

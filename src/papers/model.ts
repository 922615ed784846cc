/**
 * A meeting pack as one value: everything the paper says, read from the record at one instant and never changed after.
 *
 * References, statuses and impacts are the words to print, as the body or the programme wrote them; dates keep their
 * precision. What a part does not know is null, and prints as nothing: a paper never fills a gap with a guess.
 */
import type { ActionVerdict, Purpose } from '../formats/pack/model.ts';
import type { CivilDate, PartialDate } from '../values/partial-date.ts';
import type { Rag } from '../values/rag.ts';

/** A group as a paper names it: `Cross-Code Advisory Group`, `CCAG`. */
export interface PaperGroup {
  readonly shortName: string;
  readonly name: string;
}

/** A short piece of running text in a section. */
export interface PaperNote {
  readonly shape: 'heading' | 'paragraph' | 'bullet' | 'number';
  readonly text: string;
}

export interface PaperAttachment {
  /** `Attachment 1`. */
  readonly label: string;
  readonly title: string;
}

export interface PaperAction {
  /** `CCAG08-06`. */
  readonly reference: string;
  readonly raised: PartialDate | null;
  readonly text: string;
  /** `Programme (design lead)`, several parted by commas. */
  readonly owners: string | null;
  readonly due: PartialDate | null;
  /** What is proposed, or was agreed. `recommend-closed` stays a proposal until the meeting agrees. */
  readonly verdict: ActionVerdict | null;
  readonly update: string | null;
}

export interface PaperUpdateItem {
  readonly heading: string | null;
  readonly text: string;
}

/** What another group did at one of its meetings. */
export interface PaperUpdate {
  readonly group: PaperGroup;
  readonly date: PartialDate;
  readonly items: readonly PaperUpdateItem[];
  /** The sentence that says where its headline report is. */
  readonly report: string | null;
}

/** News from the wider programme: a heading and its points. */
export interface PaperProgrammeUpdate {
  readonly title: string;
  readonly items: readonly PaperUpdateItem[];
}

/** One date of a change's decision: who decides, where that is known, and when. */
export interface PaperDecisionDate {
  readonly decider: string | null;
  readonly date: PartialDate;
}

/** One dated update of a change: "no change" is an update as well. */
export interface PaperDatedUpdate {
  readonly date: PartialDate;
  readonly text: string;
}

/** One change in flight, in the form of the horizon template. */
export interface PaperModification {
  /** `R0044`, as its body prints it. */
  readonly reference: string;
  readonly title: string;
  readonly summary: string | null;
  readonly updates: readonly PaperDatedUpdate[];
  readonly positions: string | null;
  readonly raised: PartialDate | null;
  /** The body's own word. */
  readonly status: string | null;
  readonly decisionDates: readonly PaperDecisionDate[];
  /** The words of the assessment: `Of interest - Qualification`. */
  readonly impact: string | null;
}

export interface PaperIssue {
  /** `RI-0036`. */
  readonly reference: string;
  /** Another reference that stands beside its own, as written. */
  readonly otherReferences: readonly string[];
  readonly title: string;
  readonly status: string | null;
  readonly impact: string | null;
}

/** What one code body returned for this meeting; empty on both counts, it returned nothing, and the paper says so. */
export interface PaperReturn {
  /** `REC`. */
  readonly body: string;
  readonly modifications: readonly PaperModification[];
  readonly issues: readonly PaperIssue[];
  /** Remarks under the body's changes, in its own words. */
  readonly footnotes: readonly string[];
}

/** A request to change the programme. */
export interface PaperChangeRequest {
  /** `CR0012`. */
  readonly reference: string;
  readonly title: string | null;
  readonly raisedBy: string | null;
  /** What it asks for, after "to": `extend the scope of …`. */
  readonly request: string | null;
  readonly assessmentStart: CivilDate | null;
  readonly assessmentEnd: CivilDate | null;
  readonly impacts: readonly string[];
  readonly benefit: string | null;
  /** Whole pounds sterling. */
  readonly cost: number | null;
  /** Weeks it would add, least and most. */
  readonly schedule: { readonly from: number; readonly to: number } | null;
  /** `M6`: what those weeks would move. */
  readonly affectedMilestone: string | null;
  /** Short name of the group that decides. */
  readonly decisionGroup: string | null;
}

export interface PaperRisk {
  readonly type: 'risk' | 'issue';
  readonly identifier: string | null;
  readonly text: string;
  readonly mitigations: readonly string[];
  /** As reported: `Medium Risk`. */
  readonly rating: string | null;
}

export interface PaperMilestone {
  /** With its reference, where it has one: `Code changes baselined (M6)`. */
  readonly title: string;
  readonly target: PartialDate | null;
  readonly forecast: PartialDate | null;
  readonly rating: Rag | null;
  /** The forecast is the target, and nobody has touched it since it was copied. */
  readonly unexamined: boolean;
}

export interface PaperNextMeeting {
  readonly group: PaperGroup;
  readonly date: PartialDate;
  /** `13:00`, 24-hour clock, local time. */
  readonly time: string | null;
}

/** A part of a section. Each kind prints in the form that intake reads again. */
export type PackPart =
  | { readonly kind: 'words'; readonly notes: readonly PaperNote[] }
  | { readonly kind: 'actions'; readonly actions: readonly PaperAction[] }
  | { readonly kind: 'updates'; readonly updates: readonly PaperUpdate[] }
  | { readonly kind: 'programme-updates'; readonly updates: readonly PaperProgrammeUpdate[] }
  | { readonly kind: 'horizon'; readonly date: CivilDate | null; readonly returns: readonly PaperReturn[] }
  | { readonly kind: 'change-request'; readonly request: PaperChangeRequest }
  | { readonly kind: 'recommendations'; readonly condition: string | null; readonly recommendations: readonly string[] }
  | { readonly kind: 'statement'; readonly label: 'Situation' | 'Complication'; readonly paragraphs: readonly string[] }
  | { readonly kind: 'freeze-options'; readonly options: readonly string[] }
  | { readonly kind: 'status-summary'; readonly paragraphs: readonly string[] }
  | { readonly kind: 'deliverables'; readonly period: string | null; readonly deliverables: readonly string[] }
  | { readonly kind: 'risks'; readonly risks: readonly PaperRisk[] }
  | { readonly kind: 'milestones'; readonly milestones: readonly PaperMilestone[] }
  | {
      readonly kind: 'group-update';
      readonly group: PaperGroup;
      /** `November`: which of its meetings. */
      readonly period: string | null;
      readonly topics: readonly string[];
      readonly actions: readonly string[];
    }
  | { readonly kind: 'next-steps'; readonly steps: readonly string[] }
  | { readonly kind: 'next-meetings'; readonly meetings: readonly PaperNextMeeting[] };

export interface PaperAgendaItem {
  readonly position: number;
  readonly title: string;
  readonly objective: string | null;
  readonly purpose: Purpose | null;
  readonly lead: string | null;
  /** `10:05`, 24-hour clock, local time of the meeting. */
  readonly start: string | null;
  readonly minutes: number | null;
  readonly parts: readonly PackPart[];
}

export interface PackPaper {
  readonly kind: 'pack-paper';
  readonly programme: { readonly shortName: string; readonly name: string };
  /** The meeting as the record names it: `CCAG-12`. */
  readonly reference: string;
  readonly group: PaperGroup;
  /** As numbered: `12`, or `10.1` for an extra meeting between two; null where it has none. */
  readonly number: string | null;
  readonly extraordinary: boolean;
  readonly date: CivilDate | null;
  readonly place: string | null;
  /** The instant at which the record was read, ISO 8601 in UTC. A paper is out of date once the record has moved on. */
  readonly asAt: string;
  readonly attachments: readonly PaperAttachment[];
  /** In order of the agenda; each item is a section of the pack. */
  readonly items: readonly PaperAgendaItem[];
  /** What the record holds for this meeting that no agenda item takes: printed at the end, never left out. */
  readonly further: readonly PackPart[];
}

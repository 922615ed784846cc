/** What the server answers about groups, meetings, actions, decisions and documents (its OpenAPI description). */
import type { FieldChange, ListAnswer } from '../api/client.ts';
import type { LinkedRecord, RecordKey } from '../parts/records.ts';
import type { PartialDate } from '../../values/partial-date.ts';

/** Somebody with a part in something, by role or organisation: `Programme`, detail `design lead`. */
export interface Party {
  readonly role: string;
  readonly detail: string | null;
}

export type Verb = 'read' | 'add' | 'edit' | 'remove' | 'decide' | 'accept';
export type Abilities = Readonly<Record<Verb, boolean>>;

/** A step that leads on from where a record stands, as the server allows it. */
export interface Step {
  readonly name: string;
  readonly label: string;
  readonly to: string;
  /** What the role must be allowed to do. */
  readonly verb: Verb;
  /** The step has to name the meeting that agreed. */
  readonly needsMeeting: boolean;
}

export interface MeetingMention {
  readonly id: string;
  readonly reference: string;
  readonly date: string;
}

export interface Group {
  readonly id: string;
  readonly shortName: string;
  readonly name: string;
  readonly level: number | null;
  readonly parent: string | null;
  readonly cadence: string;
  readonly termsOfReference: string;
  readonly constituencies: readonly string[];
  readonly chairRole: string;
  readonly main: boolean;
  readonly meetings: number;
  readonly outstandingActions: number;
  readonly decisions: number;
  readonly version: number;
  readonly changes: readonly FieldChange[];
}

export interface GroupDetail extends Group {
  readonly children: readonly string[];
  readonly recentMeetings: readonly (MeetingMention & { readonly state: string })[];
  readonly may: Abilities;
}

export interface Meeting {
  readonly id: string;
  readonly reference: string;
  readonly group: { readonly id: string; readonly shortName: string; readonly name: string };
  readonly number: string | null;
  readonly extraordinary: boolean;
  readonly title: string;
  readonly date: string;
  readonly startTime: string | null;
  readonly endTime: string | null;
  readonly place: string;
  readonly chair: string;
  readonly state: string;
  readonly stateLabel: string;
  readonly agendaItems: number;
  readonly version: number;
  readonly changes: readonly FieldChange[];
}

export interface MeetingList extends ListAnswer<Meeting> {
  readonly today: string;
  readonly may: Abilities;
}

export type Purpose = 'decision' | 'information' | 'discussion';

export interface AgendaNote {
  readonly shape: 'heading' | 'paragraph' | 'bullet' | 'number';
  readonly text: string;
}

export interface AgendaItem {
  readonly id: string;
  readonly position: number;
  readonly title: string;
  readonly objective: string;
  readonly purpose: Purpose;
  readonly lead: readonly Party[];
  readonly minutes: number | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly page: number | null;
  readonly notes: readonly AgendaNote[];
  readonly minuteText: string;
  readonly about: readonly RecordKey[];
  readonly version: number;
}

export type Verdict = 'ongoing' | 'recommend-closed' | 'closed' | 'new' | 'superseded';

export interface ActionUpdate {
  readonly id: string;
  readonly meeting: MeetingMention | null;
  readonly date: string;
  readonly verdict: Verdict;
  readonly verdictLabel: string;
  readonly words: string;
  readonly version: number;
}

export interface Action {
  readonly id: string;
  readonly reference: string;
  readonly group: string;
  readonly text: string;
  readonly owners: readonly Party[];
  readonly raised: PartialDate | null;
  readonly raisedAt: string;
  readonly due: PartialDate | null;
  readonly overdue: boolean;
  readonly daysOverdue: number;
  readonly state: string;
  readonly stateLabel: string;
  readonly proposedAt: MeetingMention | null;
  readonly closedAt: MeetingMention | null;
  readonly latestUpdate: ActionUpdate | null;
  readonly steps: readonly Step[];
  readonly version: number;
  readonly changes: readonly FieldChange[];
}

export interface ActionList extends ListAnswer<Action> {
  readonly today: string;
  readonly may: Abilities;
}

export interface ActionDetail extends Action {
  readonly appearances: readonly ActionUpdate[];
  readonly links: readonly LinkedRecord[];
  readonly today: string;
  readonly may: Abilities;
}

export interface Escalation {
  readonly id: string;
  readonly body: string;
  readonly state: string;
  readonly stateLabel: string;
  readonly decidedOn: string | null;
  readonly words: string;
  readonly steps: readonly Step[];
  readonly version: number;
}

export interface Condition {
  readonly text: string;
  readonly met: boolean;
}

export type DecisionKind = 'decision' | 'recommendation';
export type Capacity = 'recommend' | 'decide' | 'direct' | 'consent' | 'advise' | 'note';
export type Outcome = 'pending' | 'agreed' | 'agreed-with-conditions' | 'rejected' | 'deferred' | 'revoked';

export interface Decision {
  readonly id: string;
  readonly reference: string;
  readonly group: string;
  readonly meeting: MeetingMention | null;
  readonly agendaItemId: string | null;
  readonly kind: DecisionKind;
  readonly text: string;
  readonly capacity: Capacity;
  readonly outcome: Outcome;
  readonly outcomeLabel: string;
  readonly conditions: readonly Condition[];
  readonly textSha256: string | null;
  readonly decidedOn: string | null;
  readonly escalation: readonly Escalation[];
  readonly version: number;
  readonly changes: readonly FieldChange[];
}

export interface DecisionList extends ListAnswer<Decision> {
  readonly may: Abilities;
}

export interface DecisionDetail extends Decision {
  readonly links: readonly LinkedRecord[];
  readonly may: Abilities;
}

export interface DocumentVersion {
  readonly id: string;
  readonly label: string;
  readonly state: 'draft' | 'approved';
  readonly changeMarked: boolean;
  readonly fileId: string | null;
  readonly approvedAt: MeetingMention | null;
  readonly version: number;
}

export interface MeetingDocument {
  readonly id: string;
  readonly kind: string;
  readonly kindLabel: string;
  readonly label: string;
  readonly title: string;
  readonly meeting: MeetingMention | null;
  readonly versions: readonly DocumentVersion[];
  readonly version: number;
}

export type DocumentBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly heading: readonly string[]; readonly rows: readonly (readonly string[])[] };

export interface DocumentDetail extends Omit<MeetingDocument, 'versions'> {
  readonly versions: readonly (DocumentVersion & { readonly content: readonly DocumentBlock[] })[];
  readonly may: Abilities;
}

export interface HeadedItem {
  readonly heading: string;
  readonly text: string;
}

export interface GroupUpdate {
  readonly id: string;
  readonly group: { readonly id: string; readonly shortName: string; readonly name: string };
  readonly occurred: PartialDate;
  readonly items: readonly HeadedItem[];
  readonly requests: readonly string[];
  readonly report: string;
  readonly version: number;
}

export interface MeetingNote {
  readonly id: string;
  readonly kind: 'programme-update' | 'status' | 'next-step' | 'statement' | 'note';
  readonly title: string;
  readonly items: readonly HeadedItem[];
  readonly version: number;
}

export interface MeetingDetail extends Meeting {
  readonly introduction: string;
  readonly steps: readonly Step[];
  readonly agenda: readonly AgendaItem[];
  readonly plannedMinutes: number;
  readonly plannedEnd: string | null;
  readonly documents: readonly MeetingDocument[];
  readonly actionsRaised: readonly Action[];
  readonly actionsReviewed: readonly { readonly action: Action; readonly update: ActionUpdate | null }[];
  readonly decisions: readonly Decision[];
  readonly groupUpdates: readonly GroupUpdate[];
  readonly notes: readonly MeetingNote[];
  readonly nextMeetings: readonly Meeting[];
  readonly links: readonly LinkedRecord[];
  readonly today: string;
  readonly may: Abilities;
}

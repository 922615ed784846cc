/** From rows to what people see: the one way out of this capability's tables. */
import type { RecordChange } from '../../platform/record/description.ts';
import { daysBetween, type CivilDate } from '../../values/partial-date.ts';
import { ACTION_WORKFLOW, isOverdue, VERDICT_LABELS } from '../model/action.ts';
import { ESCALATION_WORKFLOW, OUTCOME_LABELS } from '../model/decision.ts';
import { DOCUMENT_KIND_LABELS } from '../model/document.ts';
import { MEETING_WORKFLOW } from '../model/meeting.ts';
import { printMeetingReference } from '../model/references.ts';
import { stepsFrom, type Workflow } from '../model/workflow.ts';
import type { ActionRow, ActionUpdateRow } from '../store/actions.ts';
import type { DecisionRow, EscalationRow } from '../store/decisions.ts';
import type { DocumentRow, DocumentVersionRow } from '../store/documents.ts';
import type { groupUpdatesAt, MeetingNoteRow, MeetingRow } from '../store/meetings.ts';
import { meetingReferenceOf } from '../lookup.ts';
import { instantOf } from './time.ts';

export type Changes = ReadonlyMap<string, RecordChange[]>;

/** A meeting named in passing. */
export interface MeetingMention {
  readonly id: string;
  readonly reference: string;
  readonly date: CivilDate;
}

export const mentionOf = (meeting: MeetingRow): MeetingMention => ({
  id: meeting.id,
  reference: meetingReferenceOf(meeting),
  date: meeting.date,
});

/** Meetings by id, for looking up those named in passing. */
export type MeetingsById = ReadonlyMap<string, MeetingRow>;

const mentioned = (meetings: MeetingsById, id: string | null): MeetingMention | null => {
  const meeting = id === null ? undefined : meetings.get(id);
  return meeting === undefined ? null : mentionOf(meeting);
};

/** The steps possible from a state, as screens ask for them. */
export const presentSteps = <State extends string>(workflow: Workflow<State>, state: State) =>
  stepsFrom(workflow, state).map(({ name, label, to, verb, needsMeeting }) => ({
    name,
    label,
    to,
    verb,
    needsMeeting,
  }));

export function presentMeeting(meeting: MeetingRow, agendaItems: number, changes: Changes) {
  return {
    id: meeting.id,
    reference: meetingReferenceOf(meeting),
    group: { id: meeting.group_id, shortName: meeting.group_short_name, name: meeting.group_name },
    number: meeting.number,
    extraordinary: meeting.extraordinary,
    title: meeting.title,
    date: meeting.date,
    startTime: meeting.start_time,
    endTime: meeting.end_time,
    instant: instantOf(meeting),
    place: meeting.place,
    chair: meeting.chair,
    state: meeting.state,
    stateLabel: MEETING_WORKFLOW.states[meeting.state],
    agendaItems,
    version: meeting.version,
    changes: changes.get(meeting.id) ?? [],
  };
}

export const presentUpdate = (update: ActionUpdateRow, meetings: MeetingsById) => ({
  id: update.id,
  meeting: mentioned(meetings, update.meeting_id),
  date: update.date,
  verdict: update.verdict,
  verdictLabel: VERDICT_LABELS[update.verdict],
  words: update.words,
  version: update.version,
});

/** What another group told a meeting. */
export const presentGroupUpdate = (update: Awaited<ReturnType<typeof groupUpdatesAt>>[number]) => ({
  id: update.id,
  group: { id: update.from_group_id, shortName: update.group_short_name, name: update.group_name },
  occurred: update.occurred,
  items: update.items,
  requests: update.requests,
  report: update.report,
  version: update.version,
});

/** A note of a meeting. */
export const presentNote = (note: MeetingNoteRow) => ({
  id: note.id,
  kind: note.kind,
  title: note.title,
  items: note.items,
  version: note.version,
});

export function presentAction(
  action: ActionRow,
  updates: readonly ActionUpdateRow[],
  meetings: MeetingsById,
  today: CivilDate,
  changes: Changes,
) {
  const latest = updates.at(-1);
  const raisedAt = {
    group: action.group_short_name,
    number: action.meeting_number,
    extraordinary: action.extraordinary,
    date: null,
  };
  const overdue = isOverdue({ state: action.state, dueLatest: action.due_latest }, today);
  return {
    id: action.id,
    reference: action.reference,
    group: action.group_short_name,
    text: action.text,
    owners: action.owners,
    raised: action.raised,
    /** Printed whether or not that meeting is in the record. */
    raisedAt: printMeetingReference(raisedAt),
    due: action.due,
    overdue,
    daysOverdue: overdue && action.due_latest !== null ? daysBetween(action.due_latest, today) : 0,
    state: action.state,
    stateLabel: ACTION_WORKFLOW.states[action.state],
    proposedAt: mentioned(meetings, action.proposed_at_meeting_id),
    closedAt: mentioned(meetings, action.closed_at_meeting_id),
    latestUpdate: latest === undefined ? null : presentUpdate(latest, meetings),
    steps: presentSteps(ACTION_WORKFLOW, action.state),
    version: action.version,
    changes: changes.get(action.id) ?? [],
  };
}

export const presentEscalation = (step: EscalationRow) => ({
  id: step.id,
  body: step.body,
  state: step.state,
  stateLabel: ESCALATION_WORKFLOW.states[step.state],
  decidedOn: step.decided_on,
  words: step.words,
  steps: presentSteps(ESCALATION_WORKFLOW, step.state),
  version: step.version,
});

export function presentDecision(
  decision: DecisionRow,
  escalation: readonly EscalationRow[],
  meetings: MeetingsById,
  changes: Changes,
) {
  return {
    id: decision.id,
    reference: decision.reference,
    group: decision.group_short_name,
    meeting: mentioned(meetings, decision.meeting_id),
    agendaItemId: decision.agenda_item_id,
    kind: decision.kind,
    text: decision.text,
    capacity: decision.capacity,
    outcome: decision.outcome,
    outcomeLabel: OUTCOME_LABELS[decision.outcome],
    conditions: decision.conditions,
    textSha256: decision.text_sha256,
    decidedOn: decision.decided_on,
    escalation: escalation.filter((step) => step.decision_id === decision.id).map(presentEscalation),
    version: decision.version,
    changes: changes.get(decision.id) ?? [],
  };
}

export const presentVersion = (version: DocumentVersionRow, meetings: MeetingsById) => ({
  id: version.id,
  label: version.label,
  state: version.state,
  changeMarked: version.change_marked,
  fileId: version.file_id,
  approvedAt: mentioned(meetings, version.approved_at_meeting_id),
  version: version.version,
});

export const presentDocument = (
  document: DocumentRow,
  versions: readonly DocumentVersionRow[],
  meetings: MeetingsById,
) => ({
  id: document.id,
  kind: document.kind,
  kindLabel: DOCUMENT_KIND_LABELS[document.kind],
  label: document.label,
  title: document.title,
  meeting: mentioned(meetings, document.meeting_id),
  versions: versions
    .filter((version) => version.document_id === document.id)
    .map((version) => presentVersion(version, meetings)),
  version: document.version,
});

/** The shapes in which groups, meetings, actions, decisions and documents go over HTTP. */
import { z } from 'zod';
import {
  AbilitiesSchema,
  ChangeSchema,
  InstantSchema,
  LinkedRecordSchema,
  PartialDateSchema,
  RecordKeySchema,
} from '../../platform/http/schemas.ts';
import { VERBS } from '../../platform/policy/policy.ts';
import { ACTION_STATES, ACTION_STEPS, ACTION_VERDICTS } from '../model/action.ts';
import { CAPACITIES, DECISION_KINDS, ESCALATION_STATES, OUTCOMES } from '../model/decision.ts';
import { DOCUMENT_KINDS, DOCUMENT_STATES, NOTE_KINDS } from '../model/document.ts';
import { isClockTime, MEETING_STATES, PURPOSES } from '../model/meeting.ts';

const line = z.string().trim().max(300);
export const Words = z.string().trim().max(20_000);
export const Title = line.min(1, 'Give it some words');

export const PartySchema = z.object({ role: Title, detail: line.nullable() }).meta({ id: 'Party' });

export const ClockTimeSchema = z
  .string()
  .refine(isClockTime, 'Write the time as 10:00 or 14:30')
  .meta({ id: 'ClockTime', example: '10:00' });

export const NoteSchema = z
  .object({ shape: z.enum(['heading', 'paragraph', 'bullet', 'number']), text: Words })
  .meta({ id: 'AgendaNote' });

export const HeadedItemSchema = z.object({ heading: line, text: Words }).meta({ id: 'HeadedItem' });

export const DocumentBlockSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('heading'), level: z.number().int().min(1).max(6), text: Words }),
    z.object({ kind: z.literal('paragraph'), text: Words }),
    z.object({ kind: z.literal('list'), ordered: z.boolean(), items: z.array(Words).max(2000) }),
    z.object({
      kind: z.literal('table'),
      heading: z.array(Words).max(100),
      rows: z.array(z.array(Words).max(100)).max(5000),
    }),
  ])
  .meta({ id: 'DocumentBlock' });

const changes = z.array(ChangeSchema);

const StepSchema = z
  .object({
    name: z.string(),
    label: z.string(),
    to: z.string(),
    verb: z.enum(VERBS),
    /** The step has to name the meeting that agreed. */
    needsMeeting: z.boolean(),
  })
  .meta({ id: 'WorkflowStep' });

/** A meeting named in passing. */
const MeetingMentionSchema = z
  .object({ id: z.string(), reference: z.string(), date: z.string() })
  .meta({ id: 'MeetingMention' });

const GroupMentionSchema = z
  .object({ id: z.string(), shortName: z.string(), name: z.string() })
  .meta({ id: 'GroupMention' });

export const GroupSchema = z
  .object({
    id: z.string(),
    shortName: z.string(),
    name: z.string(),
    level: z.number().int().nullable(),
    parent: z.string().nullable(),
    cadence: z.string(),
    termsOfReference: z.string(),
    constituencies: z.array(z.string()).readonly(),
    chairRole: z.string(),
    main: z.boolean(),
    meetings: z.number().int(),
    outstandingActions: z.number().int(),
    decisions: z.number().int(),
    version: z.number().int(),
    changes,
  })
  .meta({ id: 'Group' });

export const GroupDetailSchema = GroupSchema.extend({
  children: z.array(z.string()),
  recentMeetings: z.array(MeetingMentionSchema.extend({ state: z.enum(MEETING_STATES) })),
  may: AbilitiesSchema,
}).meta({ id: 'GroupDetail' });

export const MeetingSchema = z
  .object({
    id: z.string(),
    reference: z.string(),
    group: GroupMentionSchema,
    number: z.string().nullable(),
    extraordinary: z.boolean(),
    title: z.string(),
    date: z.string(),
    startTime: z.string().nullable(),
    endTime: z.string().nullable(),
    /** The instant it stands for in `asAt` and `since`. */
    instant: InstantSchema,
    place: z.string(),
    chair: z.string(),
    state: z.enum(MEETING_STATES),
    stateLabel: z.string(),
    agendaItems: z.number().int(),
    version: z.number().int(),
    changes,
  })
  .meta({ id: 'Meeting' });

export const AgendaItemSchema = z
  .object({
    id: z.string(),
    position: z.number().int(),
    title: z.string(),
    objective: z.string(),
    purpose: z.enum(PURPOSES),
    lead: z.array(PartySchema).readonly(),
    minutes: z.number().int().nullable(),
    start: z.string().nullable(),
    end: z.string().nullable(),
    page: z.number().int().nullable(),
    notes: z.array(NoteSchema).readonly(),
    minuteText: z.string(),
    about: z.array(RecordKeySchema),
    version: z.number().int(),
  })
  .meta({ id: 'AgendaItem' });

export const ActionUpdateSchema = z
  .object({
    id: z.string(),
    meeting: MeetingMentionSchema.nullable(),
    date: z.string(),
    verdict: z.enum(ACTION_VERDICTS),
    verdictLabel: z.string(),
    words: z.string(),
    version: z.number().int(),
  })
  .meta({ id: 'ActionUpdate' });

export const ActionSchema = z
  .object({
    id: z.string(),
    reference: z.string(),
    group: z.string(),
    text: z.string(),
    owners: z.array(PartySchema).readonly(),
    raised: PartialDateSchema.nullable(),
    raisedAt: z.string(),
    due: PartialDateSchema.nullable(),
    overdue: z.boolean(),
    daysOverdue: z.number().int(),
    state: z.enum(ACTION_STATES),
    stateLabel: z.string(),
    proposedAt: MeetingMentionSchema.nullable(),
    closedAt: MeetingMentionSchema.nullable(),
    latestUpdate: ActionUpdateSchema.nullable(),
    steps: z.array(StepSchema),
    version: z.number().int(),
    changes,
  })
  .meta({ id: 'Action' });

export const ActionDetailSchema = ActionSchema.extend({
  appearances: z.array(ActionUpdateSchema),
  links: z.array(LinkedRecordSchema),
  today: z.string(),
  may: AbilitiesSchema,
}).meta({ id: 'ActionDetail' });

const EscalationSchema = z
  .object({
    id: z.string(),
    body: z.string(),
    state: z.enum(ESCALATION_STATES),
    stateLabel: z.string(),
    decidedOn: z.string().nullable(),
    words: z.string(),
    steps: z.array(StepSchema),
    version: z.number().int(),
  })
  .meta({ id: 'DecisionEscalation' });

export const ConditionSchema = z.object({ text: Words, met: z.boolean() }).meta({ id: 'DecisionCondition' });

export const DecisionSchema = z
  .object({
    id: z.string(),
    reference: z.string(),
    group: z.string(),
    meeting: MeetingMentionSchema.nullable(),
    agendaItemId: z.string().nullable(),
    kind: z.enum(DECISION_KINDS),
    text: z.string(),
    capacity: z.enum(CAPACITIES),
    outcome: z.enum(OUTCOMES),
    outcomeLabel: z.string(),
    conditions: z.array(ConditionSchema).readonly(),
    textSha256: z.string().nullable(),
    decidedOn: z.string().nullable(),
    escalation: z.array(EscalationSchema),
    version: z.number().int(),
    changes,
  })
  .meta({ id: 'Decision' });

export const DecisionDetailSchema = DecisionSchema.extend({
  links: z.array(LinkedRecordSchema),
  may: AbilitiesSchema,
}).meta({ id: 'DecisionDetail' });

const DocumentVersionSchema = z
  .object({
    id: z.string(),
    label: z.string(),
    state: z.enum(DOCUMENT_STATES),
    changeMarked: z.boolean(),
    fileId: z.string().nullable(),
    approvedAt: MeetingMentionSchema.nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'DocumentVersion' });

export const DocumentSchema = z
  .object({
    id: z.string(),
    kind: z.enum(DOCUMENT_KINDS),
    kindLabel: z.string(),
    label: z.string(),
    title: z.string(),
    meeting: MeetingMentionSchema.nullable(),
    versions: z.array(DocumentVersionSchema),
    version: z.number().int(),
  })
  .meta({ id: 'Document' });

export const DocumentDetailSchema = DocumentSchema.extend({
  versions: z.array(DocumentVersionSchema.extend({ content: z.array(DocumentBlockSchema) })),
  may: AbilitiesSchema,
}).meta({ id: 'DocumentDetail' });

export const GroupUpdateSchema = z
  .object({
    id: z.string(),
    group: GroupMentionSchema,
    occurred: PartialDateSchema,
    items: z.array(HeadedItemSchema).readonly(),
    requests: z.array(z.string()).readonly(),
    report: z.string(),
    version: z.number().int(),
  })
  .meta({ id: 'GroupUpdate' });

export const MeetingNoteSchema = z
  .object({
    id: z.string(),
    kind: z.enum(NOTE_KINDS),
    title: z.string(),
    items: z.array(HeadedItemSchema).readonly(),
    version: z.number().int(),
  })
  .meta({ id: 'MeetingNote' });

export const MeetingDetailSchema = MeetingSchema.extend({
  introduction: z.string(),
  steps: z.array(StepSchema),
  agenda: z.array(AgendaItemSchema),
  plannedMinutes: z.number().int(),
  plannedEnd: z.string().nullable(),
  documents: z.array(DocumentSchema),
  actionsRaised: z.array(ActionSchema),
  actionsReviewed: z.array(z.object({ action: ActionSchema, update: ActionUpdateSchema.nullable() })),
  decisions: z.array(DecisionSchema),
  groupUpdates: z.array(GroupUpdateSchema),
  notes: z.array(MeetingNoteSchema),
  nextMeetings: z.array(MeetingSchema),
  links: z.array(LinkedRecordSchema),
  today: z.string(),
  may: AbilitiesSchema,
}).meta({ id: 'MeetingDetail' });

/** What a write answers with: the record's version now, for the next `If-Match`. */
export const SavedSchema = z.object({ id: z.string(), version: z.number().int() }).meta({ id: 'Saved' });

/** What adding a record answers with. */
export const AddedSchema = z.object({ id: z.string(), reference: z.string() }).meta({ id: 'Added' });

export const Reference = z.object({ id: z.string().min(1).max(100) });

export const ActionStepName = z.enum(ACTION_STEPS);

/**
 * HTTP doors to the plan's smaller records, which all work alike: a list, adding, changing in place, removing, and
 * the history. One description of each kind makes its five routes. `:id` is the opaque id.
 */
import { z } from 'zod';
import { ok } from '../../values/result.ts';
import type { AnyRoute } from '../../platform/http/route.ts';
import { CivilDateSchema, PartialDateSchema, RagSchema } from '../../platform/http/schemas.ts';
import { dateColumns, dateFromWords } from '../commands/dates.ts';
import {
  recordAssumption,
  recordDeliverable,
  recordFreezeOptions,
  recordStatusReport,
  recordTopicArea,
} from '../commands/small-records.ts';
import {
  DELIVERABLE,
  FREEZE_OPTION,
  FREEZE_RECOMMENDATION,
  PLANNING_ASSUMPTION,
  STATUS_REPORT,
  TOPIC_AREA,
} from '../model/descriptions.ts';
import { ASSUMPTION_STATES, DELIVERABLE_STATES, TOPIC_AREA_STATES } from '../model/small-records.ts';
import {
  assumptionsSentence,
  deliverablesSentence,
  freezeOptionsSentence,
  freezeRecommendationsSentence,
  statusReportsSentence,
  topicAreas,
  topicAreasSentence,
} from '../queries/small-records.ts';
import {
  allAssumptions,
  allDeliverables,
  allFreezeOptions,
  allFreezeRecommendations,
  allStatusReports,
} from '../store/small-records.ts';
import { MilestoneNameSchema } from './milestone-schemas.ts';
import { DateWords, Words } from './presented.ts';
import { smallRoutesOf } from './small-record-routes.ts';

const Identified = z.object({ id: z.string(), version: z.number().int() });
const ShortWords = z.string().max(200).nullable();

const deliverableFields = z.object({
  text: Words,
  due: DateWords.optional(),
  state: z.enum(DELIVERABLE_STATES).optional(),
  meetingKey: ShortWords.optional(),
});
const deliverables = smallRoutesOf({
  path: 'deliverables',
  one: 'Deliverable',
  many: 'Deliverables',
  words: 'deliverable',
  table: 'deliverable',
  description: DELIVERABLE,
  item: Identified.extend({
    text: z.string(),
    due: PartialDateSchema.nullable(),
    state: z.enum(DELIVERABLE_STATES),
    meetingKey: z.string().nullable(),
  }).meta({ id: 'Deliverable' }),
  add: deliverableFields,
  edit: deliverableFields.partial(),
  all: allDeliverables,
  sentence: deliverablesSentence,
  texts: (one) => [one.text],
  async record(context, { due: words, ...fields }) {
    const due = dateFromWords('due', words);
    return due.kind === 'failed' ? due : recordDeliverable(context, { ...fields, due: due.value });
  },
  columns({ text, due: words, state, meetingKey }) {
    const due = dateFromWords('due', words);
    return due.kind === 'failed' ? due : ok({ text, state, meeting_key: meetingKey, ...dateColumns('due', due.value) });
  },
});

const topicAreaFields = z.object({
  name: Words.max(200),
  state: z.enum(TOPIC_AREA_STATES).optional(),
  note: z.string().max(2_000).optional(),
});
const topicAreaRoutes = smallRoutesOf({
  path: 'topic-areas',
  one: 'TopicArea',
  many: 'TopicAreas',
  words: 'topic area',
  table: 'topic_area',
  description: TOPIC_AREA,
  item: Identified.extend({
    name: z.string(),
    state: z.enum(TOPIC_AREA_STATES),
    note: z.string(),
    milestone: MilestoneNameSchema.extend({
      forecast: PartialDateSchema.nullable(),
      target: PartialDateSchema.nullable(),
    }).nullable(),
  }).meta({ id: 'TopicArea' }),
  add: topicAreaFields,
  edit: topicAreaFields.partial(),
  all: topicAreas,
  sentence: topicAreasSentence,
  texts: (one) => [one.name, one.note],
  record: recordTopicArea,
  columns: ({ name, state, note }) => ok({ name, state, note }),
});

const assumptionFields = z.object({
  text: Words,
  explicit: z.boolean().optional(),
  source: ShortWords.optional(),
  state: z.enum(ASSUMPTION_STATES).optional(),
});
const assumptions = smallRoutesOf({
  path: 'planning-assumptions',
  one: 'PlanningAssumption',
  many: 'PlanningAssumptions',
  words: 'planning assumption',
  table: 'planning_assumption',
  description: PLANNING_ASSUMPTION,
  item: Identified.extend({
    text: z.string(),
    explicit: z.boolean(),
    source: z.string().nullable(),
    state: z.enum(ASSUMPTION_STATES),
  }).meta({ id: 'PlanningAssumption' }),
  add: assumptionFields,
  edit: assumptionFields.partial(),
  all: allAssumptions,
  sentence: assumptionsSentence,
  texts: (one) => [one.text, one.source],
  record: recordAssumption,
  columns: ({ text, explicit, source, state }) => ok({ text, explicit, source, state }),
});

const freezeOptionFields = z.object({
  number: z.number().int().min(1).max(1_000),
  text: Words,
  name: Words.max(200).optional(),
  whoCanAct: ShortWords.optional(),
});
const freezeOptions = smallRoutesOf({
  path: 'freeze-options',
  one: 'FreezeOption',
  many: 'FreezeOptions',
  words: 'freeze option',
  table: 'freeze_option',
  description: FREEZE_OPTION,
  item: Identified.extend({
    number: z.number().int(),
    name: z.string(),
    text: z.string(),
    whoCanAct: z.string().nullable(),
  }).meta({ id: 'FreezeOption' }),
  add: freezeOptionFields,
  // Its number is its key and stays.
  edit: freezeOptionFields.omit({ number: true }).partial(),
  all: allFreezeOptions,
  sentence: freezeOptionsSentence,
  texts: (one) => [one.name, one.text, one.whoCanAct],
  async record(context, fields) {
    const done = await recordFreezeOptions(context, { options: [fields] });
    if (done.kind === 'failed') return done;
    const [first] = done.value.options;
    if (first === undefined) throw new Error('One option went in and none came out');
    return ok(first);
  },
  columns: ({ text, name, whoCanAct }) => ok({ text, name, who_can_act: whoCanAct }),
});

const freezeRecommendationFields = z.object({
  text: Words,
  byGroup: ShortWords.optional(),
  meetingKey: ShortWords.optional(),
  outcome: z.string().max(2_000).nullable().optional(),
});
const freezeRecommendations = smallRoutesOf({
  path: 'freeze-recommendations',
  one: 'FreezeRecommendation',
  many: 'FreezeRecommendations',
  words: 'freeze recommendation',
  table: 'freeze_recommendation',
  description: FREEZE_RECOMMENDATION,
  item: Identified.extend({
    text: z.string(),
    byGroup: z.string().nullable(),
    meetingKey: z.string().nullable(),
    outcome: z.string().nullable(),
  }).meta({ id: 'FreezeRecommendation' }),
  add: freezeRecommendationFields,
  edit: freezeRecommendationFields.partial(),
  all: allFreezeRecommendations,
  sentence: freezeRecommendationsSentence,
  texts: (one) => [one.text, one.byGroup, one.outcome],
  async record(context, fields) {
    const done = await recordFreezeOptions(context, { options: [], recommendations: [fields] });
    if (done.kind === 'failed') return done;
    const [first] = done.value.recommendations;
    if (first === undefined) throw new Error('One recommendation went in and none came out');
    return ok(first);
  },
  columns: ({ text, byGroup, meetingKey, outcome }) =>
    ok({ text, by_group: byGroup, meeting_key: meetingKey, outcome }),
});

const statusReportFields = z.object({
  meetingKey: Words.max(40),
  date: CivilDateSchema.nullable().optional(),
  summary: Words,
  percentComplete: z.number().int().min(0).max(100).nullable().optional(),
  rag: RagSchema.optional(),
});
const statusReports = smallRoutesOf({
  path: 'status-reports',
  one: 'StatusReport',
  many: 'StatusReports',
  words: 'status report',
  table: 'status_report',
  description: STATUS_REPORT,
  item: Identified.extend({
    meetingKey: z.string(),
    date: CivilDateSchema.nullable(),
    summary: z.string(),
    percentComplete: z.number().int().nullable(),
    rag: RagSchema,
  }).meta({ id: 'StatusReport' }),
  add: statusReportFields,
  // The meeting is its key and stays.
  edit: statusReportFields.omit({ meetingKey: true }).partial(),
  all: allStatusReports,
  sentence: statusReportsSentence,
  texts: (one) => [one.meetingKey, one.summary],
  record: recordStatusReport,
  columns: ({ date, summary, percentComplete, rag }) => ok({ date, summary, percent_complete: percentComplete, rag }),
});

export const smallRecordRoutes: readonly AnyRoute[] = [
  ...deliverables,
  ...topicAreaRoutes,
  ...assumptions,
  ...freezeOptions,
  ...freezeRecommendations,
  ...statusReports,
];

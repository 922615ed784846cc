/**
 * HTTP doors to the plan's smaller records, which all work alike: a list, adding, changing in place, removing, and
 * the history. One description of each kind makes its five routes. `:id` is the opaque id.
 */
import type { Recorded } from '../../platform/record/upsert.ts';
import { z } from 'zod';
import { failed, ok, type Result } from '../../values/result.ts';
import type { Database } from '../../platform/database/tables.ts';
import { problem, type Problem } from '../../platform/errors/problem.ts';
import { route, type AnyRoute } from '../../platform/http/route.ts';
import {
  ChangeSchema,
  CivilDateSchema,
  HistoryEntrySchema,
  pageOf,
  PageQuery,
  PartialDateSchema,
  RagSchema,
} from '../../platform/http/schemas.ts';
import { may } from '../../platform/policy/policy.ts';
import type { CommandContext } from '../../platform/record/command.ts';
import type { RecordDescription } from '../../platform/record/description.ts';
import type { ColumnPatch } from '../../platform/record/edit.ts';
import { dateColumns, dateFromWords } from '../commands/dates.ts';
import {
  editSmallRecord,
  recordAssumption,
  recordDeliverable,
  recordFreezeOptions,
  recordStatusReport,
  recordTopicArea,
  removeSmallRecord,
  type SmallTable,
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
import { MilestoneNameSchema } from './milestones.ts';
import {
  contains,
  CreatedAnswer,
  DateWords,
  historySeen,
  IdParams,
  marksOf,
  mayDo,
  pageOfItems,
  Words,
} from './presented.ts';

interface SmallKind<Item extends { readonly id: string }, Fields extends object> {
  readonly path: string;
  /** Singular and plural for operation ids: `Deliverable`, `Deliverables`. */
  readonly one: string;
  readonly many: string;
  /** What a sentence calls one: `deliverable`. */
  readonly words: string;
  readonly table: SmallTable;
  readonly description: RecordDescription;
  readonly item: z.ZodType<Item, Item>;
  readonly edit: z.ZodType<Partial<Fields>>;
  readonly add: z.ZodType<Fields>;
  readonly all: (database: Database) => Promise<readonly Item[]>;
  readonly sentence: (items: readonly Item[]) => string;
  readonly texts: (item: Item) => readonly (string | null)[];
  readonly record: (context: CommandContext, fields: Fields) => Promise<Result<Recorded, Problem>>;
  readonly columns: (fields: Partial<Fields>) => Result<ColumnPatch, Problem>;
}

function routesOf<Item extends { readonly id: string }, Fields extends object>(
  kind: SmallKind<Item, Fields>,
): readonly AnyRoute[] {
  const marked = z.intersection(kind.item, z.object({ changes: z.array(ChangeSchema) }));
  const absent = problem('not-found', `There is no such ${kind.words}; it may have been removed. Go back to the list.`);
  return [
    route({
      method: 'GET',
      path: `/api/${kind.path}`,
      operation: `list${kind.many}`,
      summary: `Lists every ${kind.words}.`,
      policy: may('read', 'milestone'),
      query: PageQuery.extend({ search: z.string().max(200).optional() }),
      answer: pageOf(marked),
      async handle({ query }, context) {
        const all = await context.read(kind.all);
        const { search } = query;
        const page = pageOfItems(
          search === undefined ? all : all.filter((one) => contains(search, kind.texts(one))),
          query,
        );
        if (page.kind === 'failed') return page;
        const marks = await marksOf(
          context,
          kind.description,
          page.value.items.map((one) => one.id),
        );
        return ok({
          ...page.value,
          items: page.value.items.map((one) => ({ ...one, changes: marks.get(one.id) ?? [] })),
          sentence: kind.sentence(all),
          may: mayDo(context, 'milestone'),
        });
      },
    }),
    route({
      method: 'POST',
      path: `/api/${kind.path}`,
      operation: `add${kind.one}`,
      summary: `Adds a ${kind.words}.`,
      policy: may('add', 'milestone'),
      body: kind.add,
      answer: CreatedAnswer,
      status: 201,
      async handle({ body }, context) {
        const added = await context.command(`${kind.description.kind}.add`, async (command) => {
          const made = await kind.record(command, body);
          if (made.kind === 'failed' || made.value.outcome === 'created') return made;
          return failed(problem('already-there', `That ${kind.words} is already in the record. Change it there.`));
        });
        return added.kind === 'failed' ? added : ok({ id: added.value.id });
      },
    }),
    route({
      method: 'PATCH',
      path: `/api/${kind.path}/:id`,
      operation: `edit${kind.one}`,
      summary: `Changes fields of a ${kind.words} in place.`,
      policy: may('edit', 'milestone'),
      params: IdParams,
      body: kind.edit,
      answer: marked,
      async handle({ params, body }, context) {
        const columns = kind.columns(body);
        if (columns.kind === 'failed') return columns;
        const edited = await context.command(`${kind.description.kind}.edit`, (command) =>
          editSmallRecord(command, kind.table, params.id, context.ifMatch, columns.value),
        );
        if (edited.kind === 'failed') return edited;
        const found = (await context.read(kind.all)).find((one) => one.id === params.id);
        return found === undefined ? failed(absent) : ok({ ...found, changes: [] });
      },
    }),
    route({
      method: 'DELETE',
      path: `/api/${kind.path}/:id`,
      operation: `remove${kind.one}`,
      summary: `Removes a ${kind.words}; its history stays.`,
      policy: may('remove', 'milestone'),
      params: IdParams,
      answer: z.null(),
      status: 204,
      handle: ({ params }, context) =>
        context.command(`${kind.description.kind}.remove`, (command) =>
          removeSmallRecord(command, kind.table, params.id),
        ),
    }),
    route({
      method: 'GET',
      path: `/api/${kind.path}/:id/history`,
      operation: `read${kind.one}History`,
      summary: `Reads the history of a ${kind.words}, newest entry first.`,
      policy: may('read', 'history'),
      params: IdParams,
      answer: z.object({ items: z.array(HistoryEntrySchema) }),
      async handle({ params }, context) {
        const items = await historySeen(context, kind.description, params.id);
        return items.length === 0 ? failed(absent) : ok({ items });
      },
    }),
  ];
}

const Identified = z.object({ id: z.string(), version: z.number().int() });
const ShortWords = z.string().max(200).nullable();

const deliverableFields = z.object({
  text: Words,
  due: DateWords.optional(),
  state: z.enum(DELIVERABLE_STATES).optional(),
  meetingKey: ShortWords.optional(),
});
const deliverables = routesOf({
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
const topicAreaRoutes = routesOf({
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
const assumptions = routesOf({
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
const freezeOptions = routesOf({
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
const freezeRecommendations = routesOf({
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
const statusReports = routesOf({
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

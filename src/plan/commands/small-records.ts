/** Recording and changing the plan's smaller records. */
import { failed, type Result } from '../../values/result.ts';
import type { CivilDate, PartialDate } from '../../values/partial-date.ts';
import type { Rag } from '../../values/rag.ts';
import type { Problem } from '../../platform/errors/problem.ts';
import { problem } from '../../platform/errors/problem.ts';
import type { CommandContext } from '../../platform/record/command.ts';
import { editRow, removeRow, type ColumnPatch } from '../../platform/record/edit.ts';
import { normalised } from '../model/likeness.ts';
import {
  readFreezeOption,
  type AssumptionState,
  type DeliverableState,
  type TopicAreaState,
} from '../model/small-records.ts';
import { upsertRow, type Recorded } from '../../platform/record/upsert.ts';
import { nextNumber } from '../store/next-number.ts';
import { findIdByKey } from '../store/small-records.ts';
import { dateColumns } from './dates.ts';
import { recorded } from './recorded.ts';

/** Known again by its words; said again with another date, its due date moves. */
export async function recordDeliverable(
  { database }: CommandContext,
  read: {
    readonly text: string;
    readonly due?: PartialDate | null | undefined;
    readonly state?: DeliverableState | undefined;
    /** The meeting that reports it: `CCAG-12`; kept from the first that did. */
    readonly meetingKey?: string | null | undefined;
  },
): Promise<Result<Recorded, Problem>> {
  const id = await findIdByKey(database, 'deliverable', 'text_key', normalised(read.text));
  const row = await upsertRow(
    database,
    'deliverable',
    'deliverable',
    id,
    { text: read.text, ...dateColumns('due', read.due), state: read.state },
    {
      text_key: normalised(read.text),
      meeting_key: read.meetingKey,
      position: await nextNumber(database, 'deliverable', 'position'),
    },
  );
  return recorded(row);
}

/** Known again by its name. */
export async function recordTopicArea(
  { database }: CommandContext,
  read: {
    readonly name: string;
    readonly state?: TopicAreaState | undefined;
    readonly note?: string | undefined;
    /** The milestone that approves it, by id. */
    readonly milestoneId?: string | null | undefined;
  },
): Promise<Result<Recorded, Problem>> {
  const id = await findIdByKey(database, 'topic_area', 'name_key', normalised(read.name));
  const row = await upsertRow(
    database,
    'topic_area',
    'topic_area',
    id,
    { name: read.name, state: read.state, note: read.note, milestone_id: read.milestoneId },
    { name_key: normalised(read.name), position: await nextNumber(database, 'topic_area', 'position') },
  );
  return recorded(row);
}

/** Known again by its words. */
export async function recordAssumption(
  { database }: CommandContext,
  read: {
    readonly text: string;
    readonly explicit?: boolean | undefined;
    /** Where it was read first, in words: `CCAG-12`. */
    readonly source?: string | null | undefined;
    readonly state?: AssumptionState | undefined;
  },
): Promise<Result<Recorded, Problem>> {
  const id = await findIdByKey(database, 'planning_assumption', 'text_key', normalised(read.text));
  const row = await upsertRow(
    database,
    'planning_assumption',
    'assumption',
    id,
    { text: read.text, explicit: read.explicit, state: read.state },
    {
      text_key: normalised(read.text),
      source: read.source,
      position: await nextNumber(database, 'planning_assumption', 'position'),
    },
  );
  return recorded(row);
}

export interface FreezeOptionRead {
  readonly number: number;
  readonly text: string;
  /** Read from the text when absent. */
  readonly name?: string | undefined;
  /** Read from the text when absent. */
  readonly whoCanAct?: string | null | undefined;
}

export interface FreezeRecommendationRead {
  readonly text: string;
  readonly byGroup?: string | null | undefined;
  /** The meeting whose papers make it; kept from the first that did. */
  readonly meetingKey?: string | null | undefined;
  readonly outcome?: string | null | undefined;
}

/** Options are known again by their number, recommendations by their words. Answers one outcome for each, in order. */
export async function recordFreezeOptions(
  { database }: CommandContext,
  read: {
    readonly options: readonly FreezeOptionRead[];
    readonly recommendations?: readonly FreezeRecommendationRead[] | undefined;
  },
): Promise<Result<{ readonly options: readonly Recorded[]; readonly recommendations: readonly Recorded[] }, Problem>> {
  const options: Recorded[] = [];
  for (const option of read.options) {
    const id = await findIdByKey(database, 'freeze_option', 'number', option.number);
    const said = readFreezeOption(option.text);
    const row = await upsertRow(
      database,
      'freeze_option',
      'freeze_option',
      id,
      { text: option.text, name: option.name, who_can_act: option.whoCanAct },
      { number: option.number, name: said.name, who_can_act: said.whoCanAct },
    );
    const done = recorded(row);
    if (done.kind === 'failed') return done;
    options.push(done.value);
  }
  const recommendations: Recorded[] = [];
  for (const recommendation of read.recommendations ?? []) {
    const id = await findIdByKey(database, 'freeze_recommendation', 'text_key', normalised(recommendation.text));
    const row = await upsertRow(
      database,
      'freeze_recommendation',
      'freeze_recommendation',
      id,
      { text: recommendation.text, by_group: recommendation.byGroup, outcome: recommendation.outcome },
      {
        text_key: normalised(recommendation.text),
        meeting_key: recommendation.meetingKey,
        position: await nextNumber(database, 'freeze_recommendation', 'position'),
      },
    );
    const done = recorded(row);
    if (done.kind === 'failed') return done;
    recommendations.push(done.value);
  }
  return { kind: 'ok', value: { options, recommendations } };
}

/** One report a meeting, known again by the meeting's key (`CCAG-12`). */
export async function recordStatusReport(
  { database }: CommandContext,
  read: {
    readonly meetingKey: string;
    readonly date?: CivilDate | null | undefined;
    readonly summary: string;
    readonly percentComplete?: number | null | undefined;
    readonly rag?: Rag | undefined;
  },
): Promise<Result<Recorded, Problem>> {
  const id = await findIdByKey(database, 'status_report', 'meeting_key', read.meetingKey);
  const row = await upsertRow(
    database,
    'status_report',
    'status_report',
    id,
    { date: read.date, summary: read.summary, percent_complete: read.percentComplete, rag: read.rag },
    { meeting_key: read.meetingKey },
  );
  return recorded(row);
}

/** Tables of the smaller records that are changed in place. */
export type SmallTable =
  'deliverable' | 'topic_area' | 'planning_assumption' | 'freeze_option' | 'freeze_recommendation' | 'status_report';

const KEY_OF: Partial<Record<SmallTable, { readonly from: string; readonly to: 'text_key' | 'name_key' }>> = {
  deliverable: { from: 'text', to: 'text_key' },
  topic_area: { from: 'name', to: 'name_key' },
  planning_assumption: { from: 'text', to: 'text_key' },
  freeze_recommendation: { from: 'text', to: 'text_key' },
};

/** Changes columns of one small record in place. Words that another record of its kind has are `already-there`. */
export async function editSmallRecord(
  { database }: CommandContext,
  table: SmallTable,
  id: string,
  ifMatch: number | null,
  columns: ColumnPatch,
): Promise<Result<number, Problem>> {
  const key = KEY_OF[table];
  const words = key === undefined ? undefined : columns[key.from];
  if (key === undefined || typeof words !== 'string') return editRow(database, table, id, ifMatch, columns);
  const holder = await findIdByKey(database, table, key.to, normalised(words));
  if (holder !== null && holder !== id)
    return failed(problem('already-there', `“${words}” is already in the record. Change that one instead.`));
  return editRow(database, table, id, ifMatch, { ...columns, [key.to]: normalised(words) });
}

/** Removes one small record; its history stays. */
export const removeSmallRecord = (
  { database }: CommandContext,
  table: SmallTable,
  id: string,
): Promise<Result<null, Problem>> => removeRow(database, table, id);

/** What people, and papers read in, do to milestones. */
import { failed, ok, type Result } from '../../values/result.ts';
import { sameDate, type PartialDate } from '../../values/partial-date.ts';
import type { Rag } from '../../values/rag.ts';
import type { DatabaseTransaction } from '../../platform/database/tables.ts';
import { problem, type Problem } from '../../platform/errors/problem.ts';
import type { CommandContext } from '../../platform/record/command.ts';
import { addRow, editRow, removeRow, type ColumnPatch } from '../../platform/record/edit.ts';
import { newId } from '../../platform/record/identity.ts';
import {
  milestoneKey,
  milestoneName,
  milestoneReference,
  readMilestoneTitle,
  type Milestone,
} from '../model/milestone.ts';
import { slipBetween } from '../model/standing.ts';
import { findMilestone, findMilestoneByKey } from '../store/milestones.ts';
import { upsertRow, type Recorded } from '../../platform/record/upsert.ts';
import { nextNumber } from '../store/next-number.ts';
import { dateColumns, dateFromWords } from './dates.ts';
import { recorded } from './recorded.ts';
import { recordTopicArea } from './small-records.ts';

export const noMilestone = (words: string): Problem =>
  problem('not-found', `There is no milestone ${words} in the plan. Look for it in the list of milestones.`);

/** A milestone as a source tells it; what the source does not say is left out. */
export interface MilestoneRead {
  /** `M8`; may also stand in the title's brackets. */
  readonly reference?: string | null;
  readonly title: string;
  readonly tier?: number | null;
  readonly topicArea?: string | null;
  readonly owner?: string | null;
  readonly baseline?: PartialDate | null;
  readonly target?: PartialDate | null;
  readonly forecast?: PartialDate | null;
  readonly actual?: PartialDate | null;
  readonly rag?: Rag;
  readonly ragRaw?: string | null;
  readonly ragReason?: string;
  /** Where it was read first, in words: `CCAG-12`. */
  readonly source?: string | null;
}

/**
 * Adds the milestone, or brings the one of the same reference or title up to date; writes nothing when nothing
 * differs. A target or forecast that moves makes an earlier examination void: what was looked at is no longer there.
 * A milestone that approves a topic area records that too.
 */
export async function recordMilestone(
  { database, ...context }: CommandContext,
  read: MilestoneRead,
): Promise<Result<Recorded, Problem>> {
  const inTitle = readMilestoneTitle(read.title);
  const reference = read.reference ? (milestoneReference(read.reference) ?? read.reference) : inTitle.reference;
  const present = await findMilestoneByKey(database, { reference, title: read.title });
  const moved =
    present !== null &&
    ((read.forecast !== undefined && !sameDate(present.forecast, read.forecast)) ||
      (read.target !== undefined && !sameDate(present.target, read.target)));
  const row = await upsertRow(
    database,
    'milestone',
    'milestone',
    present?.id ?? null,
    {
      reference: reference ?? undefined,
      title: inTitle.title,
      title_key: milestoneKey(inTitle.title),
      tier: read.tier,
      topic_area: read.topicArea,
      owner: read.owner,
      ...dateColumns('baseline', read.baseline),
      ...dateColumns('target', read.target),
      ...dateColumns('forecast', read.forecast),
      ...dateColumns('actual', read.actual),
      rag: read.rag,
      rag_raw: read.ragRaw,
      rag_reason: read.ragReason,
      ...(moved ? { examined_at: null, examined_by: null } : {}),
      ...previousForecast(present, read.forecast),
    },
    {
      source: read.source,
      position: present === null ? await nextNumber(database, 'milestone', 'position') : undefined,
    },
  );
  if (!read.topicArea) return recorded(row);
  const area = await recordTopicArea({ database, ...context }, { name: read.topicArea, milestoneId: row.id });
  return area.kind === 'failed' ? area : recorded(row);
}

/** Keeps the forecast that is about to be replaced. */
function previousForecast(present: Milestone | null, forecast: PartialDate | null | undefined): ColumnPatch {
  const before = present?.forecast ?? null;
  if (forecast === undefined || before === null || sameDate(before, forecast)) return {};
  return { previous_forecast: before };
}

/** What a person may change in place; dates in words (`30 Jun 2024`, `June 2024`, `TBC`, empty for none). */
export interface MilestoneEdit {
  readonly reference?: string | null | undefined;
  readonly title?: string | undefined;
  readonly tier?: number | null | undefined;
  readonly topicArea?: string | null | undefined;
  readonly owner?: string | null | undefined;
  readonly baseline?: string | null | undefined;
  readonly target?: string | null | undefined;
  readonly forecast?: string | null | undefined;
  readonly actual?: string | null | undefined;
  readonly rag?: Rag | undefined;
  readonly ragReason?: string | undefined;
  readonly position?: number | undefined;
}

async function columnsOf(
  database: DatabaseTransaction,
  edit: MilestoneEdit,
  own: Milestone | null,
): Promise<Result<ColumnPatch, Problem>> {
  const columns: Record<string, unknown> = {
    title: edit.title,
    title_key: edit.title === undefined ? undefined : milestoneKey(edit.title),
    tier: edit.tier,
    topic_area: edit.topicArea,
    owner: edit.owner,
    rag: edit.rag,
    rag_reason: edit.ragReason,
    position: edit.position,
  };
  if (edit.reference !== undefined) {
    const reference =
      edit.reference === null || edit.reference.trim() === '' ? null : milestoneReference(edit.reference);
    if (reference === null && (edit.reference ?? '').trim() !== '')
      return failed(problem('invalid-value', `“${edit.reference ?? ''}” is no milestone reference. Give one like M8.`));
    const holder = reference === null ? null : await findMilestone(database, reference);
    if (reference !== null && holder !== null && holder.id !== own?.id)
      return failed(problem('already-there', `${reference} already is “${holder.title}”. Choose another reference.`));
    columns['reference'] = reference;
  }
  for (const name of ['baseline', 'target', 'forecast', 'actual'] as const) {
    const date = dateFromWords(name, edit[name]);
    if (date.kind === 'failed') return date;
    if (date.value === undefined || (own !== null && sameDate(own[name], date.value))) continue;
    Object.assign(columns, dateColumns(name, date.value));
    if (name === 'forecast') Object.assign(columns, previousForecast(own, date.value));
  }
  return ok(columns);
}

/** Adds a milestone; `already-there` when its reference or title is taken. Answers its id. */
export async function addMilestone(
  { database, actor, at }: CommandContext,
  edit: MilestoneEdit & { readonly title: string },
): Promise<Result<string, Problem>> {
  const present = await findMilestoneByKey(database, { reference: null, title: edit.title });
  if (present !== null)
    return failed(problem('already-there', `“${present.title}” already is in the plan. Change that one instead.`));
  const columns = await columnsOf(database, edit, null);
  if (columns.kind === 'failed') return columns;
  const id = newId('milestone');
  await addRow(database, 'milestone', {
    id,
    ...(examining(columns.value, null) === true ? { examined_at: at, examined_by: actor.name } : {}),
    ...columns.value,
    position: edit.position ?? (await nextNumber(database, 'milestone', 'position')),
  });
  return ok(id);
}

/**
 * What these columns do to the examination of a forecast. Somebody who types a forecast other than the target has thought
 * of it (`true`); one that repeats the target, a slip of the hand undone among them, is nobody's look (`false`). Null
 * where the forecast stays as it is.
 */
function examining(columns: ColumnPatch, present: Milestone | null): boolean | null {
  const forecast = columns['forecast'] as PartialDate | null | undefined;
  if (forecast === undefined) return null;
  const target = columns['target'] as PartialDate | null | undefined;
  return forecast !== null && slipBetween(target === undefined ? (present?.target ?? null) : target, forecast) !== 0;
}

/**
 * Changes fields in place. A forecast that now differs from the target counts as examined, as does one whose rating or
 * reason is touched; one put back on the target is unexamined until a person stands by it. Answers the version.
 */
export async function editMilestone(
  { database, actor, at }: CommandContext,
  idOrReference: string,
  ifMatch: number | null,
  edit: MilestoneEdit,
): Promise<Result<number, Problem>> {
  const present = await findMilestone(database, idOrReference);
  if (present === null) return failed(noMilestone(idOrReference));
  const columns = await columnsOf(database, edit, present);
  if (columns.kind === 'failed') return columns;
  const rated = edit.rag !== undefined || edit.ragReason !== undefined;
  const looked = rated ? true : examining(columns.value, present);
  const examined =
    looked === null
      ? {}
      : looked
        ? { examined_at: at, examined_by: actor.name }
        : { examined_at: null, examined_by: null };
  return editRow(database, 'milestone', present.id, ifMatch, { ...columns.value, ...examined });
}

/** "I have looked at this forecast and stand by it." Answers the new version. */
export async function examineForecast(
  { database, actor, at }: CommandContext,
  idOrReference: string,
  ifMatch: number | null,
): Promise<Result<number, Problem>> {
  const present = await findMilestone(database, idOrReference);
  if (present === null) return failed(noMilestone(idOrReference));
  if (present.forecast === null)
    return failed(
      problem('step-not-allowed', `${milestoneName(present)} has no forecast to confirm. Give it a forecast first.`),
    );
  return editRow(database, 'milestone', present.id, ifMatch, { examined_at: at, examined_by: actor.name });
}

/** Takes a milestone out of the plan, with its dependencies; their history stays. */
export async function removeMilestone(
  { database }: CommandContext,
  idOrReference: string,
): Promise<Result<null, Problem>> {
  const present = await findMilestone(database, idOrReference);
  return present === null ? failed(noMilestone(idOrReference)) : removeRow(database, 'milestone', present.id);
}

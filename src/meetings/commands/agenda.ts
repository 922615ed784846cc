/** What people do with a meeting's agenda. An item is an appearance at that meeting: it is never moved to another. */
import { problem, type Problem } from '../../platform/errors/problem.ts';
import type { CommandContext } from '../../platform/record/command.ts';
import { editRow, removeRow } from '../../platform/record/edit.ts';
import { addLink, isSameRecord, linksOf, removeLink, type RecordKey } from '../../platform/record/links.ts';
import { failed, ok, type Result } from '../../values/result.ts';
import type { Note, Party, Purpose } from '../model/meeting.ts';
import { agendaItemById, agendaOf, placeAgendaItem, type AgendaItemRow, type MeetingRow } from '../store/meetings.ts';
import { upsertRow, type Recorded } from '../../platform/record/upsert.ts';
import { sameValue } from '../../values/same-value.ts';

export interface AgendaItemValues {
  readonly title?: string;
  readonly objective?: string;
  readonly purpose?: Purpose;
  readonly lead?: readonly Party[];
  /** Planned length in minutes; null for none. */
  readonly minutes?: number | null;
  readonly page?: number | null;
  readonly notes?: readonly Note[];
  readonly minuteText?: string;
  /** The records it is about. */
  readonly about?: readonly RecordKey[];
}

export interface AgendaItemInput extends AgendaItemValues {
  readonly title: string;
}

const AGENDA_ITEM = 'agenda-item';

const columns = (values: AgendaItemValues) => ({
  title: values.title,
  objective: values.objective,
  purpose: values.purpose,
  lead: values.lead,
  minutes: values.minutes,
  page: values.page,
  notes: values.notes,
  minute_text: values.minuteText,
});

const titleKey = (title: string): string => title.toLowerCase().replace(/\s+/g, ' ').trim();

/**
 * Makes the agenda read as given, in that order: items are recognised by title, then by place; items no longer on it
 * are removed (their history stays).
 */
export async function recordAgenda(
  context: CommandContext,
  meeting: Pick<MeetingRow, 'id'>,
  items: readonly AgendaItemInput[],
): Promise<Recorded[]> {
  const present = await agendaOf(context.database, meeting.id);
  const matches = matchItems(present, items);
  const recorded: Recorded[] = [];
  for (const [index, item] of items.entries()) {
    const match = matches[index] ?? null;
    const row = await upsertRow(
      context.database,
      'agenda_item',
      'agenda',
      match?.id ?? null,
      { ...columns(item), position: index + 1 },
      { meeting_id: meeting.id, ...(item.purpose === undefined ? { purpose: 'information' } : {}) },
    );
    const linked = await addAbout(context, row.id, item.about ?? []);
    recorded.push(
      linked && row.outcome === 'unchanged' ? { outcome: 'updated', id: row.id, changedFields: ['about'] } : row,
    );
  }
  const kept = new Set(matches.map((match) => match?.id));
  for (const row of present.filter((candidate) => !kept.has(candidate.id))) {
    await removeRow(context.database, 'agenda_item', row.id);
    recorded.push({ outcome: 'updated', id: row.id, changedFields: ['removed'] });
  }
  return recorded;
}

function matchItems(present: readonly AgendaItemRow[], items: readonly AgendaItemInput[]): (AgendaItemRow | null)[] {
  const free = new Map(present.map((row) => [row.id, row]));
  const take = (row: AgendaItemRow | undefined): AgendaItemRow | null => {
    if (row !== undefined) free.delete(row.id);
    return row ?? null;
  };
  const byTitle = items.map((item) =>
    take([...free.values()].find((row) => titleKey(row.title) === titleKey(item.title))),
  );
  return byTitle.map((match, index) => match ?? take([...free.values()].find((row) => row.position === index + 1)));
}

/** Adds the links that are missing; true when there was one. */
async function addAbout(context: CommandContext, itemId: string, about: readonly RecordKey[]): Promise<boolean> {
  if (about.length === 0) return false;
  const from = { kind: AGENDA_ITEM, id: itemId };
  const present = (await linksOf(context.database, AGENDA_ITEM, [itemId])).map((link) => link.to);
  const missing = about.filter((to) => !present.some((one) => isSameRecord(one, to)));
  for (const to of missing) await addLink(context.database, { from, relation: 'about', to, note: '' });
  return missing.length > 0;
}

/** Adds an item at the end of the agenda, or before the item now at `position`. */
export async function addAgendaItem(
  context: CommandContext,
  meeting: Pick<MeetingRow, 'id'>,
  input: AgendaItemInput & { readonly position?: number },
): Promise<Result<{ readonly id: string }, Problem>> {
  const present = await agendaOf(context.database, meeting.id);
  const position = Math.min(input.position ?? present.length + 1, present.length + 1);
  const row = await upsertRow(
    context.database,
    'agenda_item',
    'agenda',
    null,
    { ...columns(input), position },
    { meeting_id: meeting.id, ...(input.purpose === undefined ? { purpose: 'information' } : {}) },
  );
  await addAbout(context, row.id, input.about ?? []);
  await renumber(context, [
    ...present.slice(0, position - 1).map(idOf),
    row.id,
    ...present.slice(position - 1).map(idOf),
  ]);
  return ok({ id: row.id });
}

const idOf = (row: { readonly id: string }): string => row.id;

/** Changes an item in place; `about` replaces what it was about. Answers its new version. */
export async function editAgendaItem(
  context: CommandContext,
  meeting: Pick<MeetingRow, 'id'>,
  itemId: string,
  ifMatch: number | null,
  values: AgendaItemValues,
): Promise<Result<number, Problem>> {
  const item = await itemOf(context, meeting, itemId);
  if (item.kind === 'failed') return item;
  const edited = await editRow(context.database, 'agenda_item', itemId, ifMatch, columns(values));
  if (edited.kind === 'failed' || values.about === undefined) return edited;
  const wanted = values.about;
  for (const link of await linksOf(context.database, AGENDA_ITEM, [itemId])) {
    if (link.from.id === itemId && link.relation === 'about' && !wanted.some((one) => isSameRecord(one, link.to))) {
      await removeLink(context.database, link);
    }
  }
  await addAbout(context, itemId, values.about);
  return edited;
}

/** Takes an item off the agenda; the record remembers that it was on it. */
export async function removeAgendaItem(
  context: CommandContext,
  meeting: Pick<MeetingRow, 'id'>,
  itemId: string,
): Promise<Result<null, Problem>> {
  const item = await itemOf(context, meeting, itemId);
  if (item.kind === 'failed') return item;
  for (const link of await linksOf(context.database, AGENDA_ITEM, [itemId])) await removeLink(context.database, link);
  const removed = await removeRow(context.database, 'agenda_item', itemId);
  await renumber(context, (await agendaOf(context.database, meeting.id)).map(idOf));
  return removed;
}

/** Puts the agenda into the order of the ids given, which must be exactly its items. */
export async function reorderAgenda(
  context: CommandContext,
  meeting: Pick<MeetingRow, 'id'>,
  ids: readonly string[],
): Promise<Result<null, Problem>> {
  const present = (await agendaOf(context.database, meeting.id)).map(idOf);
  if (!sameValue([...present].sort(), [...ids].sort())) {
    return failed(
      problem(
        'changed-meanwhile',
        'The agenda has other items than the ones you put in order. Look at it again, then move the items.',
      ),
    );
  }
  await renumber(context, ids);
  return ok(null);
}

async function renumber(context: CommandContext, ids: readonly string[]): Promise<void> {
  for (const [index, id] of ids.entries()) await placeAgendaItem(context.database, id, index + 1);
}

async function itemOf(
  context: CommandContext,
  meeting: Pick<MeetingRow, 'id'>,
  itemId: string,
): Promise<Result<AgendaItemRow, Problem>> {
  const item = await agendaItemById(context.database, itemId);
  return item === null || item.meeting_id !== meeting.id
    ? failed(problem('not-found', 'That item is not on the agenda of this meeting; it may have been removed.'))
    : ok(item);
}

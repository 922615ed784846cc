/** The history of a meeting with what its agenda items were about: those links hang on the items, not on the meeting. */
import type { Database } from '../../platform/database/tables.ts';
import { stepsIn, type Period } from '../../platform/record/changes.ts';
import { historyOf, LINK_FROM, type HistoryEntry, type RecordChange } from '../../platform/record/description.ts';
import { MEETING_DESCRIPTION } from '../model/descriptions.ts';

const WHOLE: Period = { after: null, until: null };

/** The whole history of a meeting, its links and its agenda items' links included, newest entry first. */
export async function meetingHistory(database: Database, meetingId: string): Promise<HistoryEntry[]> {
  const own = await historyOf(database, MEETING_DESCRIPTION, meetingId);
  const byEntry = new Map(own.map((entry) => [entry.entry, entry]));
  for (const entry of await agendaLinks(database, meetingId)) {
    const present = byEntry.get(entry.entry) ?? { ...entry, changes: [] };
    byEntry.set(entry.entry, { ...present, changes: [...present.changes, ...entry.changes] });
  }
  return [...byEntry.values()].sort((a, b) => b.entry - a.entry);
}

/** What agenda items came to be about, one entry for each link; an item that comes or goes says so by itself. */
async function agendaLinks(database: Database, meetingId: string): Promise<HistoryEntry[]> {
  const items = await stepsIn(database, 'agenda_item', WHOLE, { column: 'meeting_id', values: [meetingId] });
  const titles = new Map(items.map(({ id, before, after }) => [id, String((after ?? before)?.['title'])]));
  const cameOrWent = new Set(
    items.filter(({ before, after }) => before === null || after === null).map(({ id, by }) => `${id} ${by.entry}`),
  );
  const links = await stepsIn(database, LINK_FROM.table, WHOLE, {
    column: LINK_FROM.parentColumn,
    values: [...titles.keys()],
  });
  return links.flatMap(({ before, after, by }) => {
    const item = String((after ?? before)?.[LINK_FROM.parentColumn]);
    if (cameOrWent.has(`${item} ${by.entry}`)) return [];
    const change: RecordChange = {
      field: LINK_FROM.table,
      label: `Agenda item “${titles.get(item) ?? ''}”`,
      before: before === null ? null : LINK_FROM.print(before),
      after: after === null ? null : LINK_FROM.print(after),
      at: by.at,
      actor: by.actor,
      command: by.command,
      reason: by.reason,
    };
    return [{ ...by, changes: [change] }];
  });
}

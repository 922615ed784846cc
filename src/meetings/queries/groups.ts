/** Questions about groups. */
import type { Database } from '../../platform/database/tables.ts';
import { ok } from '../../values/result.ts';
import { groupNamed } from '../lookup.ts';
import { GROUP_DESCRIPTION } from '../model/descriptions.ts';
import { allGroups, groupCounts } from '../store/groups.ts';
import { listMeetings } from '../store/meetings.ts';
import { mentionOf } from './present.ts';
import { marksOf, type View } from './view.ts';

/** Every group, from the top level down, with what it has to do. */
export async function groupsList(database: Database, view: View) {
  const rows = await allGroups(database);
  const counts = await groupCounts(database);
  const marks = await marksOf(
    database,
    view,
    GROUP_DESCRIPTION,
    rows.map((row) => row.id),
  );
  const names = new Map(rows.map((row) => [row.id, row.short_name]));
  const items = rows.map((row) => ({
    id: row.id,
    shortName: row.short_name,
    name: row.name,
    level: row.level,
    parent: row.parent_id === null ? null : (names.get(row.parent_id) ?? null),
    cadence: row.cadence,
    termsOfReference: row.terms_of_reference,
    constituencies: row.constituencies,
    chairRole: row.chair_role,
    main: row.main,
    meetings: counts.get(row.id)?.meetings ?? 0,
    outstandingActions: counts.get(row.id)?.actions ?? 0,
    decisions: counts.get(row.id)?.decisions ?? 0,
    version: row.version,
    changes: marks.get(row.id) ?? [],
  }));
  const main = rows.find((row) => row.main)?.short_name;
  const count = items.length === 0 ? 'No groups' : items.length === 1 ? '1 group' : `${items.length} groups`;
  return { items, sentence: `${count}${main === undefined ? '' : `; the programme counts time by ${main}`}.` };
}

/** One group with its place among the others and its meetings, latest first. */
export async function groupDetail(database: Database, view: View, idOrShortName: string) {
  const found = await groupNamed(database, idOrShortName);
  if (found.kind === 'failed') return found;
  const { items } = await groupsList(database, view);
  const own = items.find((item) => item.id === found.value.id);
  if (own === undefined) throw new Error('A group that was found is not in the list of groups');
  const ofGroup = { groups: [own.shortName], from: null, to: null, states: [], text: '' };
  const meetings = await listMeetings(database, ofGroup, 'desc', null, 100);
  return ok({
    ...own,
    children: items.filter((item) => item.parent === own.shortName).map((item) => item.shortName),
    recentMeetings: meetings.map((meeting) => ({ ...mentionOf(meeting), state: meeting.state })),
  });
}

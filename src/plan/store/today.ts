import { sql } from 'kysely';
import type { Database } from '../../platform/database/tables.ts';
import type { Moment } from '../../platform/record/moment.ts';
import type { CivilDate } from '../../values/partial-date.ts';
import { civilDateAt } from '../model/today.ts';

/**
 * The day that stands for today: the moment's own day in the past; for a sample programme the day on which it stands
 * still; else today.
 */
export async function todayAt(database: Database, moment: Moment): Promise<CivilDate> {
  if (moment.kind === 'as-at') return civilDateAt(moment.at);
  const { rows } = await sql<{ standing_date: CivilDate | null }>`
    select standing_date from programme where id = 'programme'`.execute(database);
  return rows[0]?.standing_date ?? civilDateAt(new Date().toISOString());
}

/** Which day the record takes for today. */
import type { CivilDate } from '../../values/partial-date.ts';
import type { Database } from '../database/tables.ts';
import { NOW, type Moment } from '../record/moment.ts';
import { programme } from './store.ts';

/** Days are days on the programme's calendar, which is Great Britain's; the Canadian form is YYYY-MM-DD. */
const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' });

/** The civil date that people of the programme have at an instant (ISO 8601). */
export const civilDateAt = (instant: string): CivilDate => calendar.format(new Date(instant));

/**
 * The day that stands for today: the moment's own day in the past; for a sample programme the day on which it stands
 * still; else today.
 */
export async function todayAt(database: Database, moment: Moment = NOW): Promise<CivilDate> {
  if (moment.kind === 'as-at') return civilDateAt(moment.at);
  return (await programme(database))?.standingDate ?? civilDateAt(new Date().toISOString());
}

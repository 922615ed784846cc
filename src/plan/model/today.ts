import type { CivilDate } from '../../values/partial-date.ts';

/** Milestones are days on the programme's calendar, which is Great Britain's. */
const ZONE = 'Europe/London';

/** The civil date that people of the programme have at an instant (ISO 8601). */
export function civilDateAt(instant: string): CivilDate {
  // The Canadian form is YYYY-MM-DD.
  return new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, dateStyle: 'short' }).format(new Date(instant));
}

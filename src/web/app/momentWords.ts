import { isCivilDate, printCivilDate } from '../../values/partial-date.ts';

/** A meeting as far as the time bar needs it. */
export interface MeetingChoice {
  readonly reference: string;
  /** The civil day it was held. */
  readonly date: string | null;
}

/** What the server takes for the meeting before this moment. */
export const LAST_MEETING = 'last';

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const localDay = (instant: Date): string =>
  printCivilDate(
    `${String(instant.getFullYear())}-${String(instant.getMonth() + 1).padStart(2, '0')}-${String(instant.getDate()).padStart(2, '0')}`,
  );

/** An ISO instant for people, in their own time zone: `26 Oct 2022, 10:00`. Other words come back unchanged. */
export function printInstant(instant: string): string {
  const read = new Date(instant);
  return Number.isNaN(read.getTime()) ? instant : `${localDay(read)}, ${clock.format(read)}`;
}

/** A moment of the address for people: `CCAG-11, 26 Oct 2022`; `26 Oct 2022`; `26 Oct 2022, 10:00`. */
export function printMoment(moment: string, meetings: readonly MeetingChoice[]): string {
  if (moment === LAST_MEETING) return 'the last meeting';
  if (/^\d{4}-\d{2}-\d{2}T/.test(moment)) return printInstant(moment);
  const day = meetings.find((meeting) => meeting.reference === moment)?.date ?? null;
  if (day !== null) return `${moment}, ${printCivilDate(day)}`;
  return isCivilDate(moment) ? printCivilDate(moment) : moment;
}

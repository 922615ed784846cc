/** Words that papers share: dates, times, counts. */
import { HEADINGS, type HeadingName } from '../formats/pack/labels.ts';
import { printCivilDate, type CivilDate, type PartialDate } from '../values/partial-date.ts';

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `Wednesday 23 November 2022`. */
export function longDate(date: CivilDate): string {
  const day = new Date(`${date}T00:00:00Z`);
  return `${DAYS[day.getUTCDay()] ?? ''} ${String(day.getUTCDate())} ${MONTHS[day.getUTCMonth()] ?? ''} ${String(day.getUTCFullYear())}`;
}

/** A sure day as `23 Nov 2022`; anything less in its writer's own words, so that no doubt is lost; blank for null. */
export const paperDate = (date: PartialDate | null): string =>
  date === null
    ? ''
    : date.precision === 'day' && !date.doubtful && date.earliest !== null
      ? printCivilDate(date.earliest)
      : date.raw;

/** `2022-11-23T10:00:00Z` → `23 Nov 2022, 10:00 UTC`. */
export const paperInstant = (instant: string): string => {
  const iso = new Date(instant).toISOString();
  return `${printCivilDate(iso.slice(0, 10))}, ${iso.slice(11, 16)} UTC`;
};

/** `10:05` and 15 → `10:20`; past midnight it begins again. */
export function timeAfter(start: string, minutes: number): string {
  const total = (Number(start.slice(0, 2)) * 60 + Number(start.slice(3)) + minutes) % (24 * 60);
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
}

/** `1 change`, `14 changes`. */
export const countOf = (count: number, one: string, many = `${one}s`): string =>
  `${String(count)} ${count === 1 ? one : many}`;

/** The first alias of a heading, which is the one to print, with its places filled in. */
export const headingWords = (name: HeadingName, alias = 0): string => HEADINGS[name][alias] ?? HEADINGS[name][0];

/** `2022-11-23` → `November`. */
export const monthOf = (date: CivilDate): string => MONTHS[Number(date.slice(5, 7)) - 1] ?? '';

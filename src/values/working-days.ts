/** Working days of England and Wales: not Saturdays, Sundays or bank holidays. Civil dates, as `YYYY-MM-DD`. */
import { addDays, civilDate, type CivilDate } from './partial-date.ts';

/** Holidays granted or moved by proclamation, as gov.uk/bank-holidays lists them. */
const GRANTED: readonly CivilDate[] = [
  '2011-04-29',
  '2012-06-05',
  '2020-05-08',
  '2022-06-03',
  '2022-09-19',
  '2023-05-08',
];
/** Years in which a usual May holiday was held on another day: the usual day was then worked. */
const MOVED: Readonly<Record<CivilDate, CivilDate | null>> = {
  '2012-05-28': '2012-06-04',
  '2020-05-04': null, // became 8 May
  '2022-05-30': '2022-06-02',
};

const dayOfWeek = (date: CivilDate): number => new Date(`${date}T00:00:00Z`).getUTCDay();
const isWeekend = (date: CivilDate): boolean => dayOfWeek(date) === 0 || dayOfWeek(date) === 6;

/** Easter Sunday of a Gregorian year (the anonymous algorithm of Meeus, Astronomical Algorithms, chapter 8). */
export function easterSunday(year: number): CivilDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const date = civilDate(year, Math.floor((h + l - 7 * m + 114) / 31), ((h + l - 7 * m + 114) % 31) + 1);
  if (date === null) throw new Error(`No Easter in ${year}`);
  return date;
}

const years = new Map<number, ReadonlySet<CivilDate>>();

/** The bank holidays of a year, substitute days included. */
export function bankHolidays(year: number): ReadonlySet<CivilDate> {
  const known = years.get(year);
  if (known !== undefined) return known;
  const holidays = new Set<CivilDate>();
  // A fixed holiday that falls on a weekend moves to the next day that is not taken already.
  const fixed = (date: CivilDate): void => {
    let day = date;
    while (isWeekend(day) || holidays.has(day)) day = addDays(day, 1);
    holidays.add(day);
  };
  const mondayFrom = (date: CivilDate): CivilDate => addDays(date, (8 - dayOfWeek(date)) % 7);
  const usual = (date: CivilDate): void => {
    const moved = MOVED[date];
    if (moved === undefined) holidays.add(date);
    else if (moved !== null) holidays.add(moved);
  };
  fixed(`${year}-01-01`);
  const easter = easterSunday(year);
  holidays.add(addDays(easter, -2));
  holidays.add(addDays(easter, 1));
  usual(mondayFrom(`${year}-05-01`));
  usual(mondayFrom(`${year}-05-25`));
  usual(mondayFrom(`${year}-08-25`));
  fixed(`${year}-12-25`);
  fixed(`${year}-12-26`);
  for (const date of GRANTED) if (date.startsWith(`${year}-`)) holidays.add(date);
  years.set(year, holidays);
  return holidays;
}

/** Whether people work on the day. */
export const isWorkingDay = (date: CivilDate): boolean =>
  !isWeekend(date) && !bankHolidays(Number(date.slice(0, 4))).has(date);

/** The day that is `count` working days after a date; the date itself is not counted. `count` is at least 0. */
export function addWorkingDays(date: CivilDate, count: number): CivilDate {
  let day = date;
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}

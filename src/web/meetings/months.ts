/** The days of a month as a calendar lays them out. Pure; months are `YYYY-MM`, days `YYYY-MM-DD`. */
import { addDays } from '../../values/partial-date.ts';

const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;

/** True for a month of the calendar, `2022-11`. */
export const isMonth = (words: string): boolean => MONTH.test(words);

/** The month that lies `by` months after this one. */
export function addMonths(month: string, by: number): string {
  const [year = 0, ordinal = 1] = month.split('-').map(Number);
  const count = year * 12 + ordinal - 1 + by;
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`;
}

const monthName = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });

/** `November`. */
export const nameOfMonth = (month: string): string => monthName.format(new Date(`${month}-01T00:00:00Z`));

/** `November 2022`. */
export const printMonth = (month: string): string => `${nameOfMonth(month)} ${month.slice(0, 4)}`;

/** Days since Monday: 0–6. */
const weekday = (date: string): number => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;

/** Every day of the weeks (Monday to Sunday) that a month touches: 28, 35 or 42 days. */
export function daysOf(month: string): readonly string[] {
  const first = `${month}-01`;
  const last = addDays(`${addMonths(month, 1)}-01`, -1);
  const from = addDays(first, -weekday(first));
  const to = addDays(last, 6 - weekday(last));
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

/** The month to open a calendar at: today's, else that of the next thing to come, else that of the last one. */
export function monthToOpen(today: string, dates: readonly string[]): string {
  const month = today.slice(0, 7);
  const sorted = [...dates].sort();
  if (sorted.length === 0 || sorted.some((date) => date.startsWith(month))) return month;
  return (sorted.find((date) => date >= today) ?? sorted.at(-1) ?? today).slice(0, 7);
}

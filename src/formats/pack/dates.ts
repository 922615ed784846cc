/** Dates and times inside running words. */
import {
  addDays,
  civilDate,
  daysBetween,
  readPartialDate,
  type CivilDate,
  type PartialDate,
} from '../../values/partial-date.ts';

const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)';

/** Pattern (without flags or groups) of a date with day, month and year, in words or in figures. */
export const DAY_PATTERN = `(?:\\d{1,2}(?:\\s?(?:st|nd|rd|th))?\\s+${MONTH}\\.?,?\\s+\\d{2,4}|\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}|\\d{4}-\\d{2}-\\d{2})`;

/** Pattern of any date a cell may hold: a day, a month and year, `TBC`. */
export const DATE_PATTERN = `(?:${DAY_PATTERN}|(?:(?:early|mid|late|end)(?:[ -]of)?[ -])?${MONTH}\\.?\\s+\\d{2,4}|\\d{1,2}[/.]\\d{1,2}[/.]\\d{1,4}|TB[CDA]|M\\d{1,2})`;

/** Pattern of a month's name. */
export const MONTH_PATTERN = MONTH;

/** The one civil day the words name; null where they name none or less than one. */
export function civilDay(words: string): CivilDate | null {
  const date = readPartialDate(words);
  return date.precision === 'day' ? date.earliest : null;
}

/** A day written without its year (`16/11`, `2 November`) is the one nearest to `near`, at most half a year away. */
export function dayNear(words: string, near: CivilDate | null): CivilDate | null {
  const whole = civilDay(words);
  if (whole !== null || near === null) return whole;
  const year = Number(near.slice(0, 4));
  const candidates = [year - 1, year, year + 1]
    .map((candidate) => civilDay(/\d\/\d/.test(words) ? `${words}/${candidate}` : `${words} ${candidate}`))
    .filter((day) => day !== null);
  return candidates.reduce<CivilDate | null>(
    (best, day) => (best === null || Math.abs(daysBetween(near, day)) < Math.abs(daysBetween(near, best)) ? day : best),
    null,
  );
}

/** True when the day surely lies before another, in whole. */
export const surelyBefore = (date: PartialDate, day: CivilDate): boolean => date.latest !== null && date.latest < day;

/**
 * The day a slip of the pen most likely meant: a year with a digit too many or too few (`26/8/220` → 2022,
 * `18/10/022` → 2022), the year nearest to `near` that keeps the digits in order; null where nothing is likely.
 */
export function mendedDay(words: string, near: CivilDate | null): CivilDate | null {
  const parts = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d+)\s*$/.exec(words.replace(/[?*~]/g, ''));
  if (parts === null || near === null) return null;
  const [, day = '', month = '', year = ''] = parts;
  const isWithin = (short: string, long: string): boolean => {
    let at = 0;
    for (const digit of long) if (digit === short[at]) at += 1;
    return at === short.length;
  };
  const limit = addDays(near, 366 * 10);
  const oldest = Number(near.slice(0, 4)) - 30;
  for (let candidate = Number(near.slice(0, 4)); candidate > oldest; candidate -= 1) {
    const full = String(candidate);
    if (year.length !== 2 && year.length !== 4 && !isWithin(year, full) && !isWithin(full.slice(2), year)) continue;
    const made = civilDate(candidate, Number(month), Number(day));
    if (made !== null && made <= limit && (year.length === 3 || isWithin(year, full))) return made;
  }
  return null;
}

interface ClockReading {
  /** `13:00`; null for a time that is none (`25:10`). */
  readonly time: string | null;
  /** Written in both clocks at once (`13:00pm`), or no time of the day. */
  readonly odd: boolean;
}

/** Reads `10:00`, `10.30am`, `2pm`, `13:00pm` as a 24-hour time. */
export function readClock(words: string): ClockReading {
  const parts = /^(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?$/i.exec(words.trim());
  if (parts === null) return { time: null, odd: true };
  const half = (parts[3] ?? '').toLowerCase();
  const minute = Number(parts[2] ?? '0');
  let hour = Number(parts[1]);
  const odd = half !== '' && (hour > 12 || hour === 0);
  if (half === 'pm' && hour < 12) hour += 12;
  if (half === 'am' && hour === 12) hour = 0;
  if (hour > 23 || minute > 59) return { time: null, odd: true };
  return { time: `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`, odd };
}

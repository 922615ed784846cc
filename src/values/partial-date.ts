/**
 * A date as people write it in a programme: exact, or only a month, or a question, or a milestone.
 *
 * `TBC`, `End November 22?`, `April 2024*`, `M8` and `23/11/2022` are all dates somebody relies on. A partial date
 * keeps how much of it is known (its precision), the range of civil days it may stand for, and always the raw words.
 * All days are civil dates as `YYYY-MM-DD`; there is no clock and no time zone in here.
 */

/** A civil date, `YYYY-MM-DD`, that exists in the calendar. */
export type CivilDate = string;

export type DatePrecision =
  | 'day' // one day
  | 'month' // some day of a month: `April 2024`
  | 'month-end' // the last days of a month: `End November 22`
  | 'month-start'
  | 'month-middle'
  | 'quarter'
  | 'year'
  | 'milestone' // when a milestone is reached: `M8`
  | 'unknown' // `TBC`, or blank
  | 'impossible'; // words that look like a date but name no day: `26/8/220`

export interface PartialDate {
  readonly precision: DatePrecision;
  /** First civil day it may be; null where no day is known. */
  readonly earliest: CivilDate | null;
  /** Last civil day it may be. */
  readonly latest: CivilDate | null;
  /** The writer doubted it: `?`, `TBC`, "around", "proposed". */
  readonly doubtful: boolean;
  /** Milestone reference (`M8`) when the precision is `milestone`. */
  readonly milestone: string | null;
  /** The words as written, untouched. */
  readonly raw: string;
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

const pad = (n: number): string => String(n).padStart(2, '0');

/** Number of days in a month (1–12) of the Gregorian calendar. */
export const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The civil date for a year, month (1–12) and day; null when there is no such day. Years 1900 to 2199 only. */
export function civilDate(year: number, month: number, day: number): CivilDate | null {
  if (!Number.isInteger(year) || year < 1900 || year > 2199) return null;
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return `${year}-${pad(month)}-${pad(day)}`;
}

/** True when the words are a civil date of the calendar in the form `YYYY-MM-DD`. */
export function isCivilDate(words: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(words);
  return parts !== null && civilDate(Number(parts[1]), Number(parts[2]), Number(parts[3])) !== null;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: CivilDate, to: CivilDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** The civil date `days` after (or, negative, before) another. */
export const addDays = (date: CivilDate, days: number): CivilDate =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);

const monthOf = (word: string): number | null => {
  const lower = word.toLowerCase().replace(/\.$/, '');
  if (lower.length < 3) return null;
  const found = MONTHS.findIndex(
    (month) => month === lower || (lower.length <= 4 && month.startsWith(lower === 'sept' ? 'sep' : lower)),
  );
  return found < 0 ? null : found + 1;
};

/** `22` → 2022. Two digits are of this century: every programme this product serves began in it. */
const fullYear = (digits: string): number | null =>
  digits.length === 2 ? 2000 + Number(digits) : digits.length === 4 ? Number(digits) : null;

const UNKNOWN = /^(?:|tbc|tbd|tba|n\/a|na|unknown|to be (?:confirmed|decided|determined|advised)|not known|-|–|—)$/i;

/**
 * Reads the words of one date. Day comes before month (the field's custom); a two-digit year is of this century.
 * Never fails: words with no date in them have precision `unknown`, words that look like a date but name none are
 * `impossible`. Marks such as `?` and `*` make the date doubtful and stay in `raw`.
 */
export function readPartialDate(raw: string): PartialDate {
  const make = (
    precision: DatePrecision,
    earliest: CivilDate | null,
    latest: CivilDate | null,
    milestone: string | null = null,
  ): PartialDate => ({
    precision,
    earliest,
    latest,
    doubtful: /[?*~]|\btb[cda]\b|\bapprox|\baround\b|\bproposed\b/i.test(raw),
    milestone,
    raw,
  });
  const words = raw
    .replace(/[?*~]/g, ' ')
    .replace(/(\d)\s*(?:st|nd|rd|th)\b/gi, '$1')
    .replace(/^(?:mon|tues|wednes|thurs|fri|satur|sun)day\b,?/i, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[.,;:]+$/, '')
    .trim();
  if (UNKNOWN.test(words)) return make('unknown', null, null);

  const numeric = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d+)$/.exec(words);
  if (numeric) {
    const year = fullYear(numeric[3] ?? '');
    const day = year === null ? null : civilDate(year, Number(numeric[2]), Number(numeric[1]));
    return day === null ? make('impossible', null, null) : make('day', day, day);
  }
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(words);
  if (iso) {
    const day = civilDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
    return day === null ? make('impossible', null, null) : make('day', day, day);
  }
  const named = /^(\d{1,2}) ([A-Za-z]{3,9}\.?),? (\d{2}|\d{4})$/.exec(words);
  if (named) {
    const month = monthOf(named[2] ?? '');
    const year = fullYear(named[3] ?? '');
    if (month !== null && year !== null) {
      const day = civilDate(year, month, Number(named[1]));
      return day === null ? make('impossible', null, null) : make('day', day, day);
    }
  }
  const inMonth =
    /^(?:(early|start|beginning|mid|middle|late|end)(?:-| )?(?:of )?)?([A-Za-z]{3,9}\.?) ?(\d{2}|\d{4})$/i.exec(words);
  if (inMonth) {
    const month = monthOf(inMonth[2] ?? '');
    const year = fullYear(inMonth[3] ?? '');
    if (month !== null && year !== null) {
      const last = daysInMonth(year, month);
      const on = (day: number): CivilDate => `${year}-${pad(month)}-${pad(day)}`;
      switch ((inMonth[1] ?? '').toLowerCase()) {
        case '':
          return make('month', on(1), on(last));
        case 'early':
        case 'start':
        case 'beginning':
          return make('month-start', on(1), on(10));
        case 'mid':
        case 'middle':
          return make('month-middle', on(11), on(20));
        default:
          return make('month-end', on(21), on(last));
      }
    }
  }
  const quarter = /^Q([1-4]) ?(\d{2}|\d{4})$/i.exec(words);
  if (quarter) {
    const year = fullYear(quarter[2] ?? '') ?? 0;
    const first = (Number(quarter[1]) - 1) * 3 + 1;
    return make(
      'quarter',
      `${year}-${pad(first)}-01`,
      `${year}-${pad(first + 2)}-${pad(daysInMonth(year, first + 2))}`,
    );
  }
  const year = /^(?:in )?(20\d{2})$/.exec(words);
  if (year) return make('year', `${year[1] ?? ''}-01-01`, `${year[1] ?? ''}-12-31`);
  const milestone = /^M ?(\d{1,2})$/i.exec(words);
  if (milestone) return make('milestone', null, null, `M${milestone[1] ?? ''}`);
  return make(/\d[/.-]\d/.test(words) ? 'impossible' : 'unknown', null, null);
}

const SHORT_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2022-11-23` → `23 Nov 2022`. */
export function printCivilDate(date: CivilDate): string {
  const [year, month, day] = date.split('-');
  return `${Number(day)} ${SHORT_MONTHS[Number(month) - 1] ?? ''} ${year ?? ''}`;
}

/** A partial date for people: `23 Nov 2022`, `end Nov 2022?`, `Apr 2024?`, `M8`, `to be confirmed`. */
export function printPartialDate(date: PartialDate): string {
  const doubt = date.doubtful ? '?' : '';
  if (date.precision === 'milestone') return `${date.milestone ?? ''}${doubt}`;
  if (date.earliest === null || date.latest === null)
    return date.precision === 'impossible' ? date.raw : 'to be confirmed';
  const [year = '', month = '01'] = date.earliest.split('-');
  const monthYear = `${SHORT_MONTHS[Number(month) - 1] ?? ''} ${year}`;
  switch (date.precision) {
    case 'day':
      return printCivilDate(date.earliest) + doubt;
    case 'month':
      return monthYear + doubt;
    case 'month-start':
      return `early ${monthYear}${doubt}`;
    case 'month-middle':
      return `mid ${monthYear}${doubt}`;
    case 'month-end':
      return `end ${monthYear}${doubt}`;
    case 'quarter':
      return `Q${Math.ceil(Number(month) / 3)} ${year}${doubt}`;
    default:
      return year + doubt;
  }
}

/** Whether two dates say the same, however they are written. */
export const sameDate = (a: PartialDate | null, b: PartialDate | null): boolean =>
  a === null || b === null
    ? a === b
    : a.precision === b.precision &&
      a.earliest === b.earliest &&
      a.latest === b.latest &&
      a.milestone === b.milestone &&
      a.doubtful === b.doubtful &&
      (a.earliest !== null || a.milestone !== null || a.raw === b.raw);

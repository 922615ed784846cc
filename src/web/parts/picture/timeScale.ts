import { scaleUtc, type ScaleTime } from 'd3-scale';
import { addDays, printCivilDate, type CivilDate } from '../../../values/partial-date.ts';

/** A scale from civil days to pixels. */
export interface TimeScale {
  readonly first: CivilDate;
  readonly last: CivilDate;
  readonly width: number;
  /** The pixel of a day's midnight. */
  readonly x: (day: CivilDate) => number;
  /** The civil day at a pixel. */
  readonly dayAt: (x: number) => CivilDate;
}

const instant = (day: CivilDate): Date => new Date(`${day}T00:00:00Z`);

/** A scale over `[first, last]` on `width` pixels. A period of no days is widened to one. */
export function timeScale(first: CivilDate, last: CivilDate, width: number): TimeScale {
  const end = last > first ? last : addDays(first, 1);
  const scale: ScaleTime<number, number> = scaleUtc([instant(first), instant(end)], [0, width]);
  return {
    first,
    last: end,
    width,
    x: (day) => scale(instant(day)),
    dayAt: (x) => scale.invert(x).toISOString().slice(0, 10),
  };
}

/** First and last of the days given, with `margin` days around; null where there are none. */
export function periodOf(
  days: readonly (CivilDate | null | undefined)[],
  margin = 30,
): { readonly first: CivilDate; readonly last: CivilDate } | null {
  const known = days.filter((day) => typeof day === 'string').sort();
  const first = known[0];
  const last = known.at(-1);
  return first === undefined || last === undefined
    ? null
    : { first: addDays(first, -margin), last: addDays(last, margin) };
}

/** A line of the axis. */
export interface Tick {
  readonly day: CivilDate;
  readonly x: number;
  readonly label: string;
  /** Starts a year: its label names the year. */
  readonly major: boolean;
}

/** Narrowest months and quarters that still carry a label, in pixels. */
const MONTH_PX = 34;
const QUARTER_PX = 30;

/** Months where there is room for their names, else quarters, else years. */
export function ticksOf(scale: TimeScale): readonly Tick[] {
  const days = Math.max(1, (instant(scale.last).getTime() - instant(scale.first).getTime()) / 86_400_000);
  const perMonth = (scale.width / days) * 30.4;
  const step = perMonth >= MONTH_PX ? 1 : perMonth * 3 >= QUARTER_PX ? 3 : 12;
  const start = new Date(instant(scale.first));
  start.setUTCDate(1);
  start.setUTCMonth(Math.floor(start.getUTCMonth() / step) * step);
  const ticks: Tick[] = [];
  for (const at = start; at <= instant(scale.last); at.setUTCMonth(at.getUTCMonth() + step)) {
    const day = at.toISOString().slice(0, 10);
    if (day < scale.first) continue;
    const month = at.getUTCMonth();
    const major = month === 0;
    const [, name = '', year = ''] = printCivilDate(day).split(' ');
    const label = step === 12 || major ? year : step === 3 ? `Q${String(month / 3 + 1)}` : name;
    ticks.push({ day, x: scale.x(day), label, major });
  }
  return ticks;
}

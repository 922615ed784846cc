/** Where the marks of the plan's picture stand. Pure: days to pixels, words to widths. */
import type { CivilDate, PartialDate } from '../../values/partial-date.ts';
import { widthOf } from '../parts/picture/labels.ts';
import { periodOf, timeScale, type TimeScale } from '../parts/picture/timeScale.ts';
import type { PictureDependency, PictureRow } from './answers.ts';

export interface PlanLayout {
  /** On a phone the title stands above its row's marks instead of before them. */
  readonly narrow: boolean;
  /** Left edge of the time axis. */
  readonly left: number;
  readonly row: number;
  /** From the top of a row to the line its marks stand on. */
  readonly line: number;
  readonly scale: TimeScale;
}

/** Below this the titles stand above the marks. */
const NARROW = 720;
/** Room on the right for the words of a slip. */
const RIGHT = 72;

/** The layout for a width; null for a plan without a single known day. Today is always inside. */
export function layoutPlan(days: readonly (CivilDate | null)[], today: CivilDate, width: number): PlanLayout | null {
  if (days.every((day) => day === null)) return null;
  const period = periodOf([...days, today], 24);
  if (period === null) return null;
  const narrow = width < NARROW;
  const left = narrow ? 8 : Math.min(360, Math.round(width * 0.32));
  const right = narrow ? 56 : RIGHT;
  return {
    narrow,
    left,
    row: narrow ? 46 : 30,
    line: narrow ? 32 : 15,
    scale: timeScale(period.first, period.last, Math.max(80, width - left - right)),
  };
}

/** Where a date stands: at the last day it may be; `from` is the first, left of it where the date is uncertain. */
export interface Place {
  readonly x: number;
  readonly from: number;
}

/** The place of a date; null where it names no day. */
export function placeOf(date: PartialDate | null, scale: TimeScale): Place | null {
  if (date === null || date.latest === null) return null;
  return { x: scale.x(date.latest), from: scale.x(date.earliest ?? date.latest) };
}

/** Words cut to a width, with an ellipsis where something is cut. */
export function cut(words: string, width: number, size = 13): string {
  if (widthOf(words, size) <= width) return words;
  let kept = words;
  while (kept.length > 1 && widthOf(`${kept}…`, size) > width) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
}

/** The day a row is counted on, and with it its dependencies: reached, else expected, else agreed, else first agreed. */
export const dayOf = (row: PictureRow): CivilDate | null =>
  (row.actual ?? row.forecast ?? row.target ?? row.baseline)?.latest ?? null;

export interface DrawnDependency {
  readonly id: string;
  readonly words: string;
  readonly path: string;
  /** Ids of the two rows, to find the dependencies of one. */
  readonly ends: readonly [string, string];
}

/** Curves from the milestone followed to the one that follows; those with an undated end are left out. */
export function drawDependencies(
  dependencies: readonly PictureDependency[],
  rows: readonly PictureRow[],
  layout: PlanLayout,
): readonly DrawnDependency[] {
  const places = new Map(
    rows.flatMap((row, index) => {
      const day = dayOf(row);
      return day === null
        ? []
        : [[row.id, { x: layout.left + layout.scale.x(day), y: index * layout.row + layout.line }] as const];
    }),
  );
  return dependencies.flatMap(({ id, words, from, to }) => {
    const end = places.get(from);
    const start = places.get(to);
    if (start === undefined || end === undefined) return [];
    const down = end.y > start.y ? 1 : -1;
    const [y1, y2] = [start.y + 8 * down, end.y - 9 * down];
    const bend = Math.max(14, Math.abs(y2 - y1) / 2);
    return [
      {
        id,
        words,
        path: `M${round(start.x)} ${round(y1)}C${round(start.x)} ${round(y1 + bend * down)} ${round(end.x)} ${round(y2 - bend * down)} ${round(end.x)} ${round(y2)}`,
        ends: [from, to] as const,
      },
    ];
  });
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** Where everything of the in-flight picture stands: pure arithmetic on days and pixels. */
import { addDays, daysBetween, type CivilDate } from '../../values/partial-date.ts';
import { widthOf } from '../parts/picture/labels.ts';
import { timeScale, type TimeScale } from '../parts/picture/timeScale.ts';
import type { ListedDate, Timeline, TimelineBar, TimelineLane } from './answers.ts';

export const ROW = 26;
export const LANE_HEADING = 30;
const LANE_GAP = 6;
/** How far a bar whose end nobody knows fades out. */
const FADE = 56;
const LABELS_FROM = 860;

export interface Stretch {
  readonly x: number;
  readonly width: number;
  /** Place on the shared axis from 1; null where the stage is not known. */
  readonly step: number | null;
  readonly overlay: string | null;
  readonly words: string;
}

export interface DateMark {
  readonly x: number;
  readonly date: ListedDate;
  readonly what: 'decision' | 'implementation';
  /** The days an uncertain date may fall on, in pixels; null for a day that is known. */
  readonly band: { readonly x: number; readonly width: number } | null;
}

export interface DecisionMark {
  readonly x: number;
  readonly outcome: TimelineBar['decisions'][number]['outcome'];
  /** A recommendation binds nobody and is drawn with a broken ring. */
  readonly recommended: boolean;
}

export interface BarPlace {
  readonly bar: TimelineBar;
  readonly y: number;
  readonly stretches: readonly Stretch[];
  /** True when it began before the period drawn. */
  readonly before: boolean;
  /** From today to the last day known, where that is ahead. */
  readonly ahead: { readonly x: number; readonly width: number } | null;
  /** Where it fades out, when nobody knows its end. */
  readonly fade: { readonly x: number; readonly width: number } | null;
  readonly marks: readonly DateMark[];
  readonly decisions: readonly DecisionMark[];
  /** Where words may stand after everything else of the row; null where they would leave the picture. */
  readonly wordsAt: number | null;
}

export interface LanePlace {
  readonly lane: TimelineLane;
  readonly y: number;
  readonly height: number;
  readonly bars: readonly BarPlace[];
  readonly releases: readonly {
    readonly x: number;
    readonly name: string;
    readonly date: CivilDate;
    readonly computed: boolean;
  }[];
}

export interface InFlightLayout {
  readonly labels: number;
  readonly scale: TimeScale;
  readonly lanes: readonly LanePlace[];
  readonly height: number;
}

/** All known days of a bar that the picture should reach. */
const lastDays = (bar: TimelineBar): readonly CivilDate[] =>
  [
    bar.end,
    bar.releaseDate,
    ...bar.dates.map(({ date }) => date.latest),
    ...bar.decisions.map(({ date }) => date),
  ].filter((day) => day !== null);

/** Of a few changes each is drawn whole; of many, the longest-running eighth may start before the picture does. */
const MANY = 8;

/**
 * The period drawn. A few changes that have run for years would press all others into a corner, so that the earliest
 * eighth of many changes may begin before it; `whole` takes in everything.
 */
export function periodDrawn(
  bars: readonly TimelineBar[],
  today: CivilDate,
  whole: boolean,
): { readonly first: CivilDate; readonly last: CivilDate } {
  const starts = bars.map((bar) => bar.start).sort();
  const start = starts[whole || starts.length < MANY ? 0 : Math.floor(starts.length / MANY)] ?? today;
  const ends = bars.flatMap(lastDays).sort();
  const end = ends.at(-1) ?? today;
  const first = addDays(start < today ? start : today, -30);
  // A fifth of the picture lies ahead of today, so that words and what is expected have room.
  const soon = addDays(today, Math.max(240, Math.round(daysBetween(first, today) / 4)));
  const late = addDays(end, 60);
  return { first, last: late > soon ? late : soon };
}

const clamp = (x: number, width: number): number => Math.max(0, Math.min(width, x));

/** Places everything for a width in pixels. `stepOf` gives a stage's place on the shared axis. */
export function layInFlight(
  timeline: Pick<Timeline, 'lanes' | 'today'>,
  width: number,
  stepOf: (stage: string | null) => number | null,
  whole: boolean,
): InFlightLayout {
  const { today } = timeline;
  const bars = timeline.lanes.flatMap((lane) => lane.bars);
  const { first, last } = periodDrawn(bars, today, whole);
  const labels = width >= LABELS_FROM ? 300 : 84;
  const scale = timeScale(first, last, width - labels);
  const now = clamp(scale.x(today), scale.width);
  let y = 0;
  const lanes = timeline.lanes.map((lane): LanePlace => {
    const top = y;
    y += LANE_HEADING;
    const placed = lane.bars.map((bar): BarPlace => {
      const place = placeBar(bar, scale, now, today, stepOf, y);
      y += ROW;
      return place;
    });
    y += LANE_GAP;
    return {
      lane,
      y: top,
      height: y - top,
      bars: placed,
      releases: lane.releases
        .filter(({ date }) => date >= first && date <= last)
        .map(({ date, name, computed }) => ({ x: scale.x(date), name, date, computed })),
    };
  });
  return { labels, scale, lanes, height: y };
}

function placeBar(
  bar: TimelineBar,
  scale: TimeScale,
  now: number,
  today: CivilDate,
  stepOf: (stage: string | null) => number | null,
  y: number,
): BarPlace {
  const at = (day: CivilDate): number => clamp(scale.x(day), scale.width);
  const stretches = bar.segments.flatMap((segment): Stretch[] => {
    const x = at(segment.from);
    const to = segment.to === null ? Math.max(now, at(bar.start)) : at(segment.to);
    return to <= x && segment.to !== null
      ? []
      : [
          {
            x,
            width: Math.max(3, to - x),
            step: stepOf(segment.stage),
            overlay: segment.overlay,
            words: segment.stageRaw,
          },
        ];
  });
  const reached = stretches.at(-1);
  const from = reached === undefined ? at(bar.start) : reached.x + reached.width;
  const end = bar.end === null ? null : at(bar.end);
  const ahead =
    end !== null && bar.end !== null && bar.end > today && end > from ? { x: from, width: end - from } : null;
  const fade = bar.end === null ? { x: from, width: Math.min(FADE, Math.max(0, scale.width - from)) } : null;
  const marks = bar.dates.flatMap((listed) => placeMark(listed, scale));
  const decisions = placeDecisions(bar, scale);
  const rightmost = Math.max(
    from,
    ahead === null ? 0 : ahead.x + ahead.width,
    fade === null ? 0 : fade.x + fade.width,
    ...marks.map((mark) => Math.max(mark.x, mark.band === null ? 0 : mark.band.x + mark.band.width)),
    ...decisions.map(({ x }) => x),
  );
  const wordsAt = rightmost + 10;
  return {
    bar,
    y,
    stretches,
    before: bar.start < scale.first,
    ahead,
    fade,
    marks,
    decisions,
    wordsAt: wordsAt + widthOf(bar.stageRaw, 11) <= scale.width ? wordsAt : null,
  };
}

/** Decisions of one day or a few stand side by side, so that an approval revoked and given again shows as three. */
const DECISION_ROOM = 15;

function placeDecisions(bar: TimelineBar, scale: TimeScale): DecisionMark[] {
  let free = 0;
  return bar.decisions
    .filter(({ date }) => date >= scale.first && date <= scale.last)
    .toSorted((a, b) => a.date.localeCompare(b.date))
    .map(({ date, outcome, capacity }) => {
      const x = Math.max(scale.x(date), free);
      free = x + DECISION_ROOM;
      return { x, outcome, recommended: capacity === 'recommend' };
    });
}

/** Where an expected date stands; nothing for dates that name no day, and for the day it was raised (the bar's start). */
function placeMark(listed: ListedDate, scale: TimeScale): DateMark[] {
  const { earliest, latest, precision, doubtful } = listed.date;
  if (listed.type === 'raised' || listed.type === 'appeal-end' || earliest === null || latest === null) return [];
  if (latest < scale.first || earliest > scale.last) return [];
  const what = listed.type === 'implementation' ? 'implementation' : 'decision';
  const left = clamp(scale.x(earliest), scale.width);
  const right = clamp(scale.x(latest), scale.width);
  if (precision === 'day' && !doubtful) return [{ x: left, date: listed, what, band: null }];
  // A doubted day is given a week on either side, so that its doubt can be seen.
  const room = Math.max(0, 12 - (right - left)) / 2;
  return [{ x: (left + right) / 2, date: listed, what, band: { x: left - room, width: right - left + room * 2 } }];
}

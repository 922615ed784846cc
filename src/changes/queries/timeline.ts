/** The in-flight picture: lanes by code, a bar for each change through its stages, with dates and decisions on it. */
import type { SharedStage, StageOverlay } from '../../codes/model/shared-stage.ts';
import { releaseDaysBetween, type ReleaseShown } from '../../codes/queries.ts';
import type { Database, Instant } from '../../platform/database/tables.ts';
import { stepsIn } from '../../platform/record/changes.ts';
import { addDays, type CivilDate } from '../../values/partial-date.ts';
import type { Decision } from '../model/modification.ts';
import {
  decisionsOfAll,
  listModifications,
  type ListedDate,
  type ListedModification,
  type ModificationFilter,
} from '../store/list.ts';

/** A stretch of time in one stage, as the record knew it. */
export interface StageSegment {
  readonly stage: SharedStage | null;
  readonly overlay: StageOverlay | null;
  readonly stageRaw: string;
  readonly from: CivilDate;
  /** Null for the stage it is in now. */
  readonly to: CivilDate | null;
}

export interface TimelineBar {
  readonly modification: ListedModification;
  /** First day: raised, or else when the record first had it. */
  readonly start: CivilDate;
  /** Last day that is known: its implementation, or else its latest decision date; null where neither is. */
  readonly end: CivilDate | null;
  readonly segments: readonly StageSegment[];
  readonly dates: readonly ListedDate[];
  readonly decisions: readonly Pick<Decision, 'date' | 'who' | 'outcome' | 'capacity'>[];
}

export interface Timeline {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly lanes: readonly {
    readonly body: string;
    readonly bars: readonly TimelineBar[];
    readonly releases: readonly ReleaseShown[];
  }[];
  /** True when there were more changes than fit: filter to see the rest. */
  readonly cut: boolean;
}

/** More bars than this cannot be read on any screen. */
const MOST_BARS = 400;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Stage after stage of each modification, from the record's own history, until the moment looked at. */
async function segmentsOf(
  database: Database,
  ids: readonly string[],
  until: Instant | null,
): Promise<Map<string, StageSegment[]>> {
  const segments = new Map<string, StageSegment[]>();
  const steps = await stepsIn(database, 'modification', { after: null, until }, { column: 'id', values: ids });
  for (const step of steps) {
    if (step.after === null) continue;
    const { stage, overlay, stage_raw: raw } = step.after;
    const list = segments.get(step.id) ?? [];
    const last = list.at(-1);
    if (last !== undefined && last.stage === stage && last.overlay === overlay && last.stageRaw === raw) continue;
    const from = step.by.at.slice(0, 10);
    if (last !== undefined) list[list.length - 1] = { ...last, to: from };
    list.push({
      stage: stage as SharedStage | null,
      overlay: overlay as StageOverlay | null,
      stageRaw: text(raw),
      from,
      to: null,
    });
    segments.set(step.id, list);
  }
  return segments;
}

const days = (dates: readonly ListedDate[], types: readonly string[]): CivilDate[] =>
  dates
    .filter((date) => types.includes(date.type))
    .flatMap((date) => (date.date.latest === null ? [] : [date.date.latest]))
    .sort();

function barOf(
  modification: ListedModification,
  recorded: readonly StageSegment[],
  decisions: TimelineBar['decisions'],
  today: CivilDate,
): TimelineBar {
  const raised = modification.dates.find((date) => date.type === 'raised')?.date.earliest ?? null;
  const first = recorded[0]?.from ?? today;
  const start = raised !== null && raised < first ? raised : first;
  // What the record first knew of it is taken to have been so since it was raised.
  const segments = recorded.map((segment, index) => (index === 0 ? { ...segment, from: start } : segment));
  const end =
    days(modification.dates, ['implementation']).at(-1) ??
    modification.releaseDate ??
    days(modification.dates, ['decision', 'panel', 'authority']).at(-1) ??
    null;
  return { modification, start, end, segments, dates: modification.dates, decisions };
}

/** The picture's data for the changes the filter finds, by code. `until` is the moment looked at; null for now. */
export async function inFlightTimeline(
  database: Database,
  filter: ModificationFilter,
  range: { readonly from: CivilDate | null; readonly to: CivilDate | null },
  today: CivilDate,
  until: Instant | null,
): Promise<Timeline> {
  const found = await listModifications(
    database,
    filter,
    { sort: 'reference', descending: false },
    { limit: MOST_BARS + 1, after: null },
  );
  const shown = found.slice(0, MOST_BARS);
  const ids = shown.map((one) => one.id);
  const segments = await segmentsOf(database, ids, until);
  const decisions = await decisionsOfAll(database, ids);
  const bars = shown.map((one) => barOf(one, segments.get(one.id) ?? [], decisions.get(one.id) ?? [], today));
  const starts = bars.map((bar) => bar.start).sort();
  const ends = bars.flatMap((bar) => (bar.end === null ? [] : [bar.end])).sort();
  const from = range.from ?? starts[0] ?? addDays(today, -365);
  const latest = ends.at(-1) ?? today;
  const to = range.to ?? (latest > addDays(today, 365) ? latest : addDays(today, 365));
  const releases = await releaseDaysBetween(database, { from, to });
  const bodies = [...new Set(shown.map((one) => one.body))];
  return {
    from,
    to,
    lanes: bodies.map((body) => ({
      body,
      bars: bars.filter((bar) => bar.modification.body === body),
      releases: releases.filter((release) => release.body === body),
    })),
    cut: found.length > MOST_BARS,
  };
}

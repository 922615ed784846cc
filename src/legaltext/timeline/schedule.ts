import type { CivilDate } from '../../values/partial-date.ts';
import type { Commencement, Instrument, InstrumentPart } from '../instrument.ts';

/**
 * What is taken for granted while a question is asked of a text: what becomes of changes that nobody has decided yet.
 */
export interface Assumptions {
  /** Ids of instruments that are taken not to be made, whatever date they have. */
  readonly without?: ReadonlySet<string>;
  /** Instruments taken to commence on a date, by id: those parts of them that have no date of their own. */
  readonly with?: ReadonlyMap<string, CivilDate>;
  /** The dates on which milestones are taken to be reached, by name; instead of the dates they are expected. */
  readonly milestones?: ReadonlyMap<string, CivilDate>;
}

/** Which changes count: those known by a date, under what is assumed. Left out, everything known and nothing assumed. */
export interface Circumstances {
  /** The text as it was known on this date: an instrument that became known later does not count. */
  readonly known?: CivilDate;
  readonly assuming?: Assumptions;
}

/** One part of an instrument, as the timeline counts them: by its place among all parts of all instruments, from 0. */
export interface NumberedPart {
  readonly ordinal: number;
  readonly instrument: Instrument;
  /** Its place among the parts of its instrument, from 0. */
  readonly position: number;
  readonly part: InstrumentPart;
}

/** A part that takes effect, and the civil date from which it does. */
export interface ScheduledPart extends NumberedPart {
  readonly date: CivilDate;
}

/** A part that takes no effect, and why: it has no date or a later one, its instrument is assumed not to be made, or was not known. */
export interface UnscheduledPart {
  readonly kind: 'unscheduled-part';
  /** The instrument's id. */
  readonly instrument: string;
  /** Its place among the parts of the instrument, from 0. */
  readonly part: number;
  readonly why:
    | 'never'
    | 'not-yet-effective'
    | 'unknown'
    | 'milestone-without-date'
    | 'unreadable-date'
    | 'assumed-without'
    | 'not-yet-known';
}

/** Parts of one instrument that take effect one right after another on one date. */
export interface ScheduledRun {
  readonly instrument: Instrument;
  readonly date: CivilDate;
  readonly parts: readonly ScheduledPart[];
}

export interface Schedule {
  /** In the order in which they take effect. */
  readonly parts: readonly ScheduledPart[];
  readonly unscheduled: readonly UnscheduledPart[];
}

type Moment =
  | { readonly date: CivilDate; readonly instant: number }
  | { readonly why: 'never' | 'unknown' | 'milestone-without-date' | 'unreadable-date' };

/** All parts of these instruments, counted through in the order given. */
export const numberedParts = (instruments: readonly Instrument[]): readonly NumberedPart[] =>
  instruments
    .flatMap((instrument) => instrument.parts.map((part, position) => ({ instrument, position, part })))
    .map((each, ordinal) => ({ ordinal, ...each }));

/**
 * Which of the parts take effect and when, in the order in which they do: by date, what commences at an instant of a day
 * after what commences with the day, and otherwise in the order given. Costs a sort of the parts.
 */
export function scheduleOf(parts: readonly NumberedPart[], { known, assuming = {} }: Circumstances): Schedule {
  const scheduled: (ScheduledPart & { readonly instant: number })[] = [];
  const unscheduled: UnscheduledPart[] = [];
  for (const numbered of parts) {
    const { instrument, part, position } = numbered;
    const leaveOut = (why: UnscheduledPart['why']): void => {
      unscheduled.push({ kind: 'unscheduled-part', instrument: instrument.id, part: position, why });
    };
    const { commencement } = part;
    if (assuming.without?.has(instrument.id) === true) leaveOut('assumed-without');
    else if (known !== undefined && instrument.known !== undefined && instrument.known > known)
      leaveOut('not-yet-known');
    else {
      const own = momentOf(commencement, assuming);
      const assumed = 'why' in own ? assuming.with?.get(instrument.id) : undefined;
      const moment = assumed === undefined ? own : startOf(assumed);
      if ('why' in moment) leaveOut(moment.why);
      else scheduled.push({ ...numbered, ...moment });
    }
  }
  scheduled.sort((a, b) => inOrder(a.date, b.date) || inOrder(a.instant, b.instant) || a.ordinal - b.ordinal);
  return { parts: scheduled, unscheduled };
}

/** The same parts, those together that one instrument does on one date without another's in between. */
export function runsOf(parts: readonly ScheduledPart[]): readonly ScheduledRun[] {
  const runs: (ScheduledRun & { readonly parts: ScheduledPart[] })[] = [];
  for (const part of parts) {
    const last = runs.at(-1);
    if (last?.instrument === part.instrument && last.date === part.date) last.parts.push(part);
    else runs.push({ instrument: part.instrument, date: part.date, parts: [part] });
  }
  return runs;
}

/** Not by subtraction: parts that commence with the day do so an infinite time before any instant. */
const inOrder = <Value extends string | number>(a: Value, b: Value): number => (a < b ? -1 : a > b ? 1 : 0);

function momentOf(commencement: Commencement, assuming: Assumptions): Moment {
  switch (commencement.kind) {
    case 'date':
      return startOf(commencement.date);
    case 'instant': {
      // The civil date is the one written: the day at the place that the offset stands for.
      const instant = Date.parse(commencement.at);
      return Number.isNaN(instant) || !isDate(commencement.at.slice(0, 10))
        ? { why: 'unreadable-date' }
        : { date: commencement.at.slice(0, 10), instant };
    }
    case 'milestone': {
      const date = assuming.milestones?.get(commencement.name) ?? commencement.expected;
      return date === undefined ? { why: 'milestone-without-date' } : startOf(date);
    }
    case 'unknown':
    case 'never':
      return { why: commencement.kind };
  }
}

const startOf = (date: string): Moment =>
  isDate(date) ? { date, instant: Number.NEGATIVE_INFINITY } : { why: 'unreadable-date' };

/** Whether this is a civil date that exists, as `2024-02-29` does. */
function isDate(written: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(written)) return false;
  const time = Date.parse(`${written}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(written);
}

/** What was asked, in one string: questions that count the same changes have the same. */
export function circumstancesKey({ known, assuming = {} }: Circumstances): string {
  return JSON.stringify([
    known ?? null,
    [...(assuming.without ?? [])].sort(),
    [...(assuming.with ?? [])].sort(([a], [b]) => inOrder(a, b)),
    [...(assuming.milestones ?? [])].sort(([a], [b]) => inOrder(a, b)),
  ]);
}

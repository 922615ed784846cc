import type { Result } from '../../values/result.ts';
import type { CivilDate } from '../../values/partial-date.ts';
import type { Instrument } from '../instrument.ts';
import { byId, type Target } from '../operation.ts';
import type { FailureReason, OperationFailure } from '../operation-failure.ts';
import type { Provision, ProvisionId } from '../provision.ts';
import { resolveTarget } from '../resolve-target.ts';
import type { Version } from '../version.ts';
import { historyOf, type ProvisionChange } from './history.ts';
import {
  circumstancesKey,
  numberedParts,
  runsOf,
  scheduleOf,
  type Circumstances,
  type NumberedPart,
  type ScheduledRun,
  type UnscheduledPart,
} from './schedule.ts';
import { TextSequences, type Step } from './text-sequence.ts';

/** A date, and which changes count. Dates are compared as civil dates, `2024-10-20`. */
export interface TimelineQuestion extends Circumstances {
  /** The text as it stands at the end of this day. */
  readonly date: CivilDate;
}

/** An operation that could not be carried out when its time came. The text goes on without it. */
export interface PartFailure {
  readonly kind: 'part-failure';
  /** The instrument's id. */
  readonly instrument: string;
  /** The part's place among the parts of its instrument, from 0. */
  readonly part: number;
  readonly date: CivilDate;
  /** Its `operation` counts within the part. */
  readonly failure: OperationFailure;
}

export interface TextAtDate {
  readonly kind: 'text-at-date';
  readonly version: Version;
  /** Everything that could not be carried out up to this date, in order. */
  readonly failures: readonly PartFailure[];
  /** The date of the last change to take effect by then; null before the first. */
  readonly since: CivilDate | null;
  /** The date of the next one after it; null after the last. */
  readonly until: CivilDate | null;
}

/** The texts that one sequence of changes goes through, as far as anybody asked. */
interface Course {
  readonly runs: readonly ScheduledRun[];
  readonly unscheduled: readonly UnscheduledPart[];
  /** The text after 0, 1, 2… of the runs. */
  readonly steps: Step[];
}

/**
 * The instruments that count under some circumstances. Mostly they are the same under all; but where laws amend laws that
 * have not taken effect yet, what is left of a law depends on which others were made. What is known and assumed is taken
 * into account by the timeline in any case. Parts that stay the same should be the same objects: texts are shared by them.
 */
export type InstrumentSource = (circumstances: Circumstances) => readonly Instrument[];

/** How many texts a timeline keeps, unless told otherwise: those of some twenty ways through a thousand parts. */
const CAPACITY = 20_000;
/** How many sets of circumstances a timeline remembers the order of changes for. */
const COURSES = 64;

/**
 * A text through time: what it says on any date, as known on any date, under any assumption about changes that are not
 * decided. Nothing is worked out before it is asked for, and what one answer worked out serves the next.
 */
export class Timeline {
  private readonly source: InstrumentSource;
  /** The parts of the lists of instruments that the source gave. */
  private readonly parts = new WeakMap<readonly Instrument[], readonly NumberedPart[]>();
  private readonly sequences: TextSequences;
  /** The most recently used last. */
  private readonly courses = new Map<string, Course>();

  constructor(base: Version, source: InstrumentSource, capacity: number) {
    this.source = source;
    this.sequences = new TextSequences(base, capacity);
  }

  /**
   * The text on a date, with whatever could not be carried out by then. Costs, the first time, the operations up to that
   * date that no answer before has carried out in the same order; after that a search among the dates.
   */
  at(question: TimelineQuestion): TextAtDate {
    const { course, count } = this.upTo(question);
    const { runs, steps } = course;
    const failures = runs.slice(0, count).flatMap(({ instrument, date }, index) =>
      (steps[index + 1]?.failures ?? []).map(({ part, failure }): PartFailure => ({
        kind: 'part-failure',
        instrument: instrument.id,
        part,
        date,
        failure,
      })),
    );
    return {
      kind: 'text-at-date',
      version: textAfter(course, count),
      failures,
      since: runs[count - 1]?.date ?? null,
      until: runs[count]?.date ?? null,
    };
  }

  /**
   * One provision on a date, by its id or by a target such as the numbers on the way to it; or why there is not just one.
   * When the text of that date has been asked for before this costs microseconds, however large the text.
   */
  provisionAt(target: ProvisionId | Target, question: TimelineQuestion): Result<Provision, FailureReason> {
    const { course, count } = this.upTo(question);
    return resolveTarget(textAfter(course, count).index, typeof target === 'string' ? byId(target) : target);
  }

  /** The dates on which changes take effect, each once, in order. Nothing is carried out to find them. */
  dates(circumstances: Circumstances = {}): readonly CivilDate[] {
    return [...new Set(this.courseFor(circumstances).runs.map(({ date }) => date))];
  }

  /** The parts that take no effect under these circumstances, each with the reason. */
  unscheduled(circumstances: Circumstances = {}): readonly UnscheduledPart[] {
    return this.courseFor(circumstances).unscheduled;
  }

  /**
   * When a provision came, changed, went to stand elsewhere and went, and by which instruments; what stands under it
   * counts as part of it. Carries out every change; after that, costs a look-up for each part of each instrument.
   */
  history(id: ProvisionId, circumstances: Circumstances = {}): readonly ProvisionChange[] {
    const course = this.courseFor(circumstances);
    this.walk(course, course.runs.length);
    return historyOf(
      id,
      course.runs,
      course.steps.map((step) => step.version),
    );
  }

  /** The course of these circumstances, gone at least as far as the date, and how many runs take effect by then. */
  private upTo(question: TimelineQuestion): { readonly course: Course; readonly count: number } {
    const course = this.courseFor(question);
    const { runs } = course;
    let count = 0;
    for (let above = runs.length; count < above;) {
      const middle = Math.floor((count + above) / 2);
      if ((runs[middle]?.date ?? '') <= question.date) count = middle + 1;
      else above = middle;
    }
    this.walk(course, count);
    return { course, count };
  }

  private walk(course: Course, count: number): void {
    if (course.steps.length > count) return;
    const { letGo } = this.sequences.walk(course.runs, count, course.steps);
    // What other courses remember would keep the texts that were let go.
    if (letGo) this.courses.clear();
  }

  private courseOf(circumstances: Circumstances): Course {
    const instruments = this.source(circumstances);
    let parts = this.parts.get(instruments);
    if (parts === undefined) this.parts.set(instruments, (parts = numberedParts(instruments)));
    const schedule = scheduleOf(parts, circumstances);
    return { runs: runsOf(schedule.parts), unscheduled: schedule.unscheduled, steps: [] };
  }

  private courseFor({ known, assuming }: Circumstances): Course {
    const circumstances: Circumstances = {
      ...(known === undefined ? {} : { known }),
      ...(assuming === undefined ? {} : { assuming }),
    };
    const key = circumstancesKey(circumstances);
    const course = this.courses.get(key) ?? this.courseOf(circumstances);
    this.courses.delete(key);
    this.courses.set(key, course);
    for (const eldest of this.courses.keys()) {
      if (this.courses.size <= COURSES) break;
      this.courses.delete(eldest);
    }
    return course;
  }
}

function textAfter({ steps }: Course, count: number): Version {
  const step = steps[count];
  if (step === undefined) throw new Error(`The text after ${String(count)} changes was not worked out.`);
  return step.version;
}

/**
 * The timeline of a text that starts as `base` and is changed by these instruments. Instruments of one date take effect in
 * the order given. `capacity` is how many texts are kept (one for each date of each instrument on each way that was
 * asked about); they share what they have in common. Where
 * laws amend laws, `instruments` says which there are under which circumstances. Linear in the number of parts; the text is not looked at.
 *
 * ```ts
 * const timeline = createTimeline(base, instruments);
 * timeline.at({ date: '2024-10-20' }).version;
 * timeline.at({ date: '2024-10-20', assuming: { without: new Set(['R0044']) } }).version;
 * timeline.provisionAt(byNumbers('2.3', '(a)'), { date: '2024-10-20', known: '2023-01-01' });
 * ```
 */
export const createTimeline = (
  base: Version,
  instruments: readonly Instrument[] | InstrumentSource,
  { capacity = CAPACITY }: { readonly capacity?: number } = {},
): Timeline => new Timeline(base, typeof instruments === 'function' ? instruments : () => instruments, capacity);

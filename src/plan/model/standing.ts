/**
 * How a milestone stands, by rule and not by report.
 *
 * In the pack this was first built for, fourteen forecasts copied their targets and all were Green; the last was met
 * 449 days late. A forecast that only copies the target carries no information: it is *unexamined* until a person
 * stands by it, and never green.
 */
import {
  daysBetween,
  printCivilDate,
  printPartialDate,
  type CivilDate,
  type PartialDate,
} from '../../values/partial-date.ts';
import type { Milestone } from './milestone.ts';

export const STANDINGS = ['unexamined', 'green', 'amber', 'red', 'done', 'late'] as const;
export type StandingKind = (typeof STANDINGS)[number];

export interface Standing {
  readonly kind: StandingKind;
  /** A sentence for people, without a full stop. */
  readonly reason: string;
  /** Nobody stands by its forecast: told beside `late`, too, since a day that passed does not examine anything. */
  readonly unexamined: boolean;
}

export type Dated = Pick<
  Milestone,
  'baseline' | 'target' | 'forecast' | 'previousForecast' | 'actual' | 'rag' | 'ragReason' | 'examinedAt' | 'examinedBy'
>;

const lastDay = (date: PartialDate | null): CivilDate | null => date?.latest ?? null;

/** `1 day`, `14 days`. */
export const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`;

/**
 * Days from one date to another, by the last day each may be; positive when the second is later, null where either
 * names no day.
 */
export function slipBetween(from: PartialDate | null, to: PartialDate | null): number | null {
  const [start, end] = [lastDay(from), lastDay(to)];
  return start === null || end === null ? null : daysBetween(start, end);
}

/** How far what is expected (or was reached) is from what was agreed, in days; positive is later. */
export interface Slip {
  readonly againstBaseline: number | null;
  readonly againstTarget: number | null;
  /** Against the forecast before this one. */
  readonly againstPreviousForecast: number | null;
}

/** The slip of a milestone; null where a date on either side names no day. */
export function slipOf(milestone: Dated): Slip {
  const expected = milestone.actual ?? milestone.forecast;
  return {
    againstBaseline: slipBetween(milestone.baseline, expected),
    againstTarget: slipBetween(milestone.target, expected),
    againstPreviousForecast: slipBetween(milestone.previousForecast, expected),
  };
}

const againstTarget = (slip: number): string =>
  slip === 0 ? 'on its target' : slip > 0 ? `${days(slip)} after its target` : `${days(-slip)} before its target`;

const because = (milestone: Dated): string => (milestone.ragReason === '' ? '' : `: ${milestone.ragReason}`);

/**
 * The rule, first line that fits:
 *
 * 1. reached by today → `done`
 * 2. its target, or its forecast, has passed → `late`
 * 3. reported red → `red`; reported amber → `amber`: somebody looked, and said so
 * 4. no forecast, one that names no day, or one equal to the target that nobody stood by → `unexamined`
 * 5. forecast after its target → `amber`, whatever was reported
 * 6. else → `green`
 */
export function standing(milestone: Dated, today: CivilDate): Standing {
  const { kind, reason } = kindOf(milestone, today);
  const unexamined = kind === 'unexamined' || (kind === 'late' && isUntouched(milestone));
  return { kind, reason: kind === 'late' && unexamined ? `${reason}; ${UNTOUCHED}` : reason, unexamined };
}

const UNTOUCHED = 'its forecast repeats the target and nobody has examined it';

/** A forecast that only copies the target, and that nobody stood by; a report of red or amber is somebody's look. */
const isUntouched = ({ target, forecast, examinedAt, rag }: Dated): boolean =>
  examinedAt === null && rag !== 'red' && rag !== 'amber' && forecast !== null && slipBetween(target, forecast) === 0;

function kindOf(milestone: Dated, today: CivilDate): Omit<Standing, 'unexamined'> {
  const { actual, forecast, target } = milestone;
  const [expected, agreed] = [lastDay(forecast), lastDay(target)];
  if (actual !== null && actual.earliest !== null && actual.earliest <= today) {
    const slip = slipBetween(target, actual);
    return {
      kind: 'done',
      reason: `Reached ${printPartialDate(actual)}${slip === null ? '' : `, ${againstTarget(slip)}`}`,
    };
  }
  if (agreed !== null && agreed < today) {
    const now =
      forecast === null || expected === null || expected < today ? '' : `; now forecast ${printPartialDate(forecast)}`;
    return {
      kind: 'late',
      reason: `Its target, ${printCivilDate(agreed)}, passed ${days(daysBetween(agreed, today))} ago${now}`,
    };
  }
  if (expected !== null && expected < today)
    return {
      kind: 'late',
      reason: `Its forecast, ${printCivilDate(expected)}, has passed and it is not reached`,
    };
  if (milestone.rag === 'red' || milestone.rag === 'amber')
    return { kind: milestone.rag, reason: `Reported ${milestone.rag}${because(milestone)}` };
  if (forecast === null) return { kind: 'unexamined', reason: 'Nobody has given a forecast' };
  const slip = slipBetween(target, forecast);
  if (expected === null) return { kind: 'unexamined', reason: `Its forecast, “${forecast.raw}”, names no day` };
  if (isUntouched(milestone))
    return { kind: 'unexamined', reason: `${UNTOUCHED.charAt(0).toUpperCase()}${UNTOUCHED.slice(1)}` };
  if (slip !== null && slip > 0)
    return {
      kind: 'amber',
      reason: `Forecast ${againstTarget(slip)}${milestone.rag === 'green' ? ', though reported green' : ''}`,
    };
  const by = milestone.examinedBy === null ? '' : `; examined by ${milestone.examinedBy}`;
  return { kind: 'green', reason: `Forecast ${slip === null ? printPartialDate(forecast) : againstTarget(slip)}${by}` };
}

import type { CivilDate } from '../../values/partial-date.ts';
import type { DateType, ListedDate } from './answers.ts';

/** Types of dates on which somebody decides. */
const DECIDING: readonly DateType[] = ['panel', 'authority', 'decision'];

export const isDeciding = (date: Pick<ListedDate, 'type'>): boolean => DECIDING.includes(date.type);

const ORDER: readonly DateType[] = ['raised', 'panel', 'authority', 'decision', 'implementation', 'appeal-end'];

/** Dates in the order in which a change meets them. */
export const inOrder = <Dated extends Pick<ListedDate, 'type'>>(dates: readonly Dated[]): readonly Dated[] =>
  dates.toSorted((a, b) => ORDER.indexOf(a.type) - ORDER.indexOf(b.type));

/** First of a type; null where there is none. */
export const dateOf = <Dated extends ListedDate>(dates: readonly Dated[], type: DateType): Dated | null =>
  dates.find((date) => date.type === type) ?? null;

/**
 * The decision to wait for: the soonest on or after `today`; without one, a decision whose day nobody knows yet; without
 * that, the latest one past, which is late or was taken. Null where no decision is spoken of.
 */
export function nextDecision<Dated extends ListedDate>(dates: readonly Dated[], today: CivilDate): Dated | null {
  const deciding = dates.filter(isDeciding);
  const known = deciding.flatMap((date) => (date.date.latest === null ? [] : [{ date, latest: date.date.latest }]));
  const inOrder = known.toSorted((a, b) => a.latest.localeCompare(b.latest));
  return (
    inOrder.find(({ latest }) => latest >= today)?.date ??
    deciding.find(({ date }) => date.latest === null) ??
    inOrder.at(-1)?.date ??
    null
  );
}

/** Shared stages in which everybody who decides has decided. */
const DECIDED: readonly (string | null)[] = ['approved', 'scheduled', 'in-force'];

/** States over a stage that end a change. */
const ENDED: readonly (string | null)[] = ['rejected', 'withdrawn', 'superseded'];

/** States over a stage that open a decision again. */
const REOPENED: readonly (string | null)[] = ['revoked', 'sent-back'];

/**
 * The decision a change waits for: the soonest still to come, and none once it is over. A change that is decided waits
 * for another only when its day is known: a `TBC` left from before the decision is no promise of one.
 */
export const awaitedDecision = <Dated extends ListedDate>(
  item: { readonly stage: string | null; readonly overlay: string | null; readonly dates: readonly Dated[] },
  today: CivilDate,
): Dated | null => {
  if (ENDED.includes(item.overlay)) return null;
  const next = nextDecision(item.dates, today);
  const decided = DECIDED.includes(item.stage) && !REOPENED.includes(item.overlay);
  const latest = next?.date.latest ?? null;
  return latest === null ? (decided ? null : next) : latest < today ? null : next;
};

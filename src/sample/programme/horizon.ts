/**
 * The code bodies' monthly returns, from CCAG-8 on. In November BSC returned nothing, and the log shown is still the
 * one of 26 October.
 */
import { addDays, type CivilDate } from '../../values/partial-date.ts';
import type { Happening } from '../happening.ts';
import { reference } from '../words.ts';
import { TOLD } from './changes.ts';
import { CCAG_MEETINGS, keyOf } from './meetings.ts';

const FIRST = '2022-07-27';

/** The references of a body's changes as they were known on a day, those in force by then left out by the body. */
const knownOn = (body: string, day: CivilDate): string[] =>
  TOLD.filter((change) => change.body === body).flatMap(({ tellings }) => {
    const last = tellings.findLast((telling) => telling.on <= day);
    return last === undefined || (last.name === 'R0041' && day > '2022-07-31') ? [] : [last.name];
  });

function returnOf(body: string, period: string, periodDate: CivilDate, logDate: CivilDate, silent: boolean): Happening {
  // The returns of a day are entered together, after the changes they name.
  // That a body was silent is known the day before the meeting.
  const on = addDays(periodDate, silent ? -1 : -6);
  const names = silent ? [] : knownOn(body, on);
  const state = silent ? 'silent' : names.length === 0 ? 'nil' : 'returned';
  return {
    on,
    why: `Horizon log of ${period}`,
    by: 'drafter',
    at: '16:45',
    deed: {
      does: 'horizon',
      with: {
        body,
        period,
        periodDate,
        state,
        received: silent ? null : on,
        logDate,
        source: silent ? '' : 'Monthly return',
        ...(silent ? { note: 'No return was received by the day the papers closed.' } : {}),
        ...(state === 'returned' ? { entries: names.map((name) => ({ reference: reference(body, name) })) } : {}),
      },
    },
  };
}

const BODIES = ['BSC', 'REC', 'SEC', 'DCUSA'];

export const HORIZON: readonly Happening[] = [
  ...CCAG_MEETINGS.filter((meeting) => meeting.date >= FIRST).flatMap((meeting) =>
    BODIES.map((body) => returnOf(body, keyOf(meeting), meeting.date, meeting.date, false)),
  ),
  ...BODIES.map((body) => returnOf(body, 'CCAG-12', '2022-11-23', '2022-10-26', body === 'BSC')),
];

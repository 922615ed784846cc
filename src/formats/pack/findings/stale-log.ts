import { daysBetween, printCivilDate } from '../../../values/partial-date.ts';
import { finding, type Detector } from './examined.ts';

/** Packs go out about a week before the meeting: a log no older than that is current. */
const CURRENT_DAYS = 7;

/** A horizon log headed with a date well before the meeting it is shown at. */
export const staleLog: Detector = ({ contents }) => {
  const log = contents.horizon;
  const day = contents.meeting?.date?.value;
  if (log === null || log.date === null || day === undefined || daysBetween(log.date.value, day) <= CURRENT_DAYS)
    return [];
  return [
    finding(
      'stale-log',
      log.key,
      log.date.span,
      `The horizon log is headed ${printCivilDate(log.date.value)}, but the meeting is on ${printCivilDate(day)}.`,
      { words: 'Ask for the current log, or keep the rows as at the earlier date.', path: 'date' },
    ),
  ];
};

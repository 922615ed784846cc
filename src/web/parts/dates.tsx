import type { ReactNode } from 'react';
import { printCivilDate, printPartialDate, type PartialDate } from '../../values/partial-date.ts';
import { printInstant } from '../app/momentWords.ts';
import styles from './dates.module.css';

/** `23 Nov 2022`; `none` (a dash unless said otherwise) where there is no date. */
export function CivilDate({ date, none = '–' }: { readonly date: string | null; readonly none?: string }): ReactNode {
  if (date === null || date === '') return <span className={styles.quiet}>{none}</span>;
  return (
    <time dateTime={date} className={styles.date}>
      {printCivilDate(date)}
    </time>
  );
}

/** An instant in the reader's own time zone: `23 Nov 2022, 10:00`. */
export function InstantText({ instant }: { readonly instant: string }): ReactNode {
  return (
    <time dateTime={instant} className={styles.date}>
      {printInstant(instant)}
    </time>
  );
}

/**
 * An uncertain date keeps its uncertainty: `end Nov 2022?`. Where the source's own words differ, they are behind it (as a
 * title, read out, and on paper); an impossible date is shown as written, struck by a wavy line.
 */
export function PartialDateText({ date }: { readonly date: PartialDate | null }): ReactNode {
  if (date === null) return <span className={styles.quiet}>–</span>;
  const words = printPartialDate(date);
  const raw = date.raw.trim();
  const differs = raw !== '' && raw !== words;
  const title =
    date.precision === 'impossible' ? `“${raw}” is no date of the calendar` : differs ? `Written “${raw}”` : undefined;
  return (
    <span
      className={styles.date}
      data-impossible={date.precision === 'impossible' || undefined}
      data-unknown={date.precision === 'unknown' || undefined}
      data-words={differs || undefined}
      title={title}
    >
      {words}
      {title !== undefined && <span className="visually-hidden"> ({title})</span>}
      {differs && date.precision !== 'impossible' && <span className="print-only"> (“{raw}”)</span>}
    </span>
  );
}

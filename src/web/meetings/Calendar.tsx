import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAddress } from '../app/navigate.ts';
import { oneOf, type Search } from '../app/search.ts';
import { printCivilDate } from '../../values/partial-date.ts';
import type { Meeting } from './answers.ts';
import { addMonths, daysOf, isMonth, monthToOpen, nameOfMonth, printMonth } from './months.ts';
import { StateMark } from './StateMark.tsx';
import { counted, printTimes } from './words.ts';
import styles from './Calendar.module.css';

interface CalendarProps {
  readonly meetings: readonly Meeting[];
  /** The day the record takes for today. */
  readonly today: string;
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** A month of meetings: a grid of days where there is room, a list of the days with meetings where there isn't. */
export function Calendar({ meetings, today }: CalendarProps): ReactNode {
  const asked = oneOf(useAddress()['month']);
  const month =
    asked !== null && isMonth(asked)
      ? asked
      : monthToOpen(
          today,
          meetings.map((meeting) => meeting.date),
        );
  const of = (period: string): readonly Meeting[] => meetings.filter((meeting) => meeting.date.startsWith(period));
  const count = of(month).length;
  return (
    <section aria-labelledby="calendar-month" className={styles.calendar}>
      <div className={styles.heading}>
        <h2 id="calendar-month">{printMonth(month)}</h2>
        <span className={styles.count}>{counted(count, 'meeting')}</span>
        <nav aria-label="Months" className={`${styles.moves ?? ''} screen-only`}>
          <To month={addMonths(month, -1)}>← {nameOfMonth(addMonths(month, -1))}</To>
          <To month={today.slice(0, 7)}>Today</To>
          <To month={addMonths(month, 1)}>{nameOfMonth(addMonths(month, 1))} →</To>
        </nav>
      </div>
      <Year month={month} count={(one) => of(one).length} />
      <div className={styles.weekdays} aria-hidden="true">
        {WEEKDAYS.map((name) => (
          <span key={name}>{name}</span>
        ))}
      </div>
      <ol className={styles.days}>
        {daysOf(month).map((day) => (
          <Day key={day} day={day} month={month} today={today} meetings={of(day)} />
        ))}
      </ol>
      {count > 0 ? null : <p className={styles.none}>No meeting in {printMonth(month)}.</p>}
    </section>
  );
}

function To({ month, children }: { readonly month: string; readonly children: ReactNode }): ReactNode {
  return (
    <Link to="." search={(before: Search) => ({ ...before, month })} resetScroll={false}>
      {children}
    </Link>
  );
}

/** The months of the year shown, each with how many meetings it has. */
function Year(props: { readonly month: string; readonly count: (month: string) => number }): ReactNode {
  const year = props.month.slice(0, 4);
  return (
    <nav aria-label={`Months of ${year}`} className={`${styles.year ?? ''} screen-only`}>
      <To month={`${String(Number(year) - 1)}-12`}>{String(Number(year) - 1)}</To>
      {Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`).map((month) => {
        const count = props.count(month);
        return (
          <Link
            key={month}
            to="."
            search={(before: Search) => ({ ...before, month })}
            resetScroll={false}
            aria-current={month === props.month ? 'date' : undefined}
            aria-label={`${printMonth(month)}, ${counted(count, 'meeting')}`}
          >
            {nameOfMonth(month).slice(0, 3)}
            <span className={styles.dots} aria-hidden="true">
              {count > 4 ? count : '•'.repeat(count)}
            </span>
          </Link>
        );
      })}
      <To month={`${String(Number(year) + 1)}-01`}>{String(Number(year) + 1)}</To>
    </nav>
  );
}

interface DayProps {
  readonly day: string;
  readonly month: string;
  readonly today: string;
  readonly meetings: readonly Meeting[];
}

function Day({ day, month, today, meetings }: DayProps): ReactNode {
  const outside = !day.startsWith(month);
  return (
    <li
      className={styles.day}
      data-outside={outside || undefined}
      data-today={day === today || undefined}
      data-empty={meetings.length === 0 || undefined}
      aria-hidden={meetings.length === 0 || undefined}
    >
      <time dateTime={day} className={styles.number}>
        <span className={styles.short}>
          {Number(day.slice(8))}
          {day === today ? <span className={styles.todayWord}> today</span> : null}
        </span>
        <span className={styles.long}>{printCivilDate(day)}</span>
      </time>
      {meetings.map((meeting) => (
        <Link
          key={meeting.id}
          to={`/meetings/${meeting.reference}`}
          className={styles.meeting}
          data-state={meeting.state}
        >
          <span className={styles.name}>{meeting.number === null ? meeting.group.shortName : meeting.reference}</span>
          <span className={styles.time}>{printTimes(meeting.startTime, meeting.endTime)}</span>
          <span className={styles.state}>
            <StateMark state={meeting.state} label={meeting.stateLabel} />
          </span>
        </Link>
      ))}
    </li>
  );
}

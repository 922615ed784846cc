import { Popover } from '@mantine/core';
import { useId, useState, type ReactNode } from 'react';
import { printCivilDate } from '../../values/partial-date.ts';
import { Button } from '../parts/Button.tsx';
import { LAST_MEETING, printMoment, type MeetingChoice } from './momentWords.ts';
import styles from './MomentPicker.module.css';

interface MomentPickerProps {
  /** What is chosen: `As at`, `Compare with`. */
  readonly label: string;
  /** What choosing nothing means: `Now`, `Nothing`. */
  readonly none: string;
  readonly value: string | null;
  readonly meetings: readonly MeetingChoice[];
  /** Offers the last meeting before the moment shown, whichever that is. */
  readonly last?: boolean;
  readonly onChange: (moment: string | null) => void;
}

/** Chooses a moment: none, a meeting already held, or a day and time. */
export function MomentPicker({ label, none, value, meetings, last = false, onChange }: MomentPickerProps): ReactNode {
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const field = useId();
  const choose = (moment: string | null): void => {
    setOpen(false);
    onChange(moment);
  };
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" trapFocus returnFocus width={288}>
      <Popover.Target>
        <Button
          look="quiet"
          className={styles.target}
          data-set={value !== null || undefined}
          onClick={() => setOpen(!open)}
        >
          <span className={styles.label}>{label}</span>
          <span className={styles.value}>{value === null ? none : printMoment(value, meetings)}</span>
          <svg className={styles.arrow} viewBox="0 0 10 6" width="10" height="6" aria-hidden="true">
            <path d="M1 1l4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.400" />
          </svg>
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <ul className={styles.choices} aria-label="Moments">
          <li>
            <button type="button" aria-pressed={value === null} className={styles.choice} onClick={() => choose(null)}>
              {none}
            </button>
          </li>
          {last && (
            <li>
              <button
                type="button"
                aria-pressed={value === LAST_MEETING}
                className={styles.choice}
                onClick={() => choose(LAST_MEETING)}
              >
                The last meeting
              </button>
            </li>
          )}
          {meetings.map((meeting) => (
            <li key={meeting.reference}>
              <button
                type="button"
                aria-pressed={value === meeting.reference}
                className={styles.choice}
                onClick={() => choose(meeting.reference)}
              >
                <span>{meeting.reference}</span>
                {meeting.date !== null && <span className={styles.day}>{printCivilDate(meeting.date)}</span>}
              </button>
            </li>
          ))}
        </ul>
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            const instant = new Date(typed);
            if (!Number.isNaN(instant.getTime())) choose(instant.toISOString());
          }}
        >
          <label htmlFor={field}>Another day and time</label>
          <div className={styles.row}>
            <input
              id={field}
              type="datetime-local"
              required
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
            <Button type="submit">Go</Button>
          </div>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}

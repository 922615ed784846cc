import { Link } from '@tanstack/react-router';
import { useId, useState, type ReactNode } from 'react';
import { useGet } from '../api/queries.ts';
import { Button } from '../parts/Button.tsx';
import type { MeetingInList, Programme } from './answers.ts';
import styles from './Overview.module.css';
import { StartEmpty } from './FirstSteps.tsx';

const STORED = 'pandect-first-suggestions';

interface SuggestionsProps {
  /** The main group's last meeting, and the one that matters now. */
  readonly last: MeetingInList | null;
  readonly focus: MeetingInList | null;
}

/** For whoever sees the sample programme for the first time: three places to look, until they are put away. */
export function Suggestions({ last, focus }: SuggestionsProps): ReactNode {
  const { data } = useGet<Programme>('/api/session', {}, { atMoment: false });
  const [hidden, setHidden] = useState(() => localStorage.getItem(STORED) === 'hidden');
  const heading = useId();
  if (hidden || data?.programme?.sample !== true || last === null || focus === null) return null;
  return (
    <section className={`${styles.suggestions ?? ''} screen-only`} aria-labelledby={heading}>
      <div className={styles.head}>
        <h2 id={heading}>This is the sample programme. Three places to look</h2>
        <Button
          look="quiet"
          onClick={() => {
            localStorage.setItem(STORED, 'hidden');
            setHidden(true);
          }}
        >
          Hide these
        </Button>
      </div>
      <ol className={styles.three}>
        <li>
          <Link to="/register" search={{ since: last.reference }}>
            What changed since {last.reference}
          </Link>
          <p>
            The register with every changed value marked. Point at a mark to see what it was, who changed it and when.
          </p>
        </li>
        <li>
          <Link to="/plan" search={{ asAt: last.reference }}>
            The plan as at {last.reference}
          </Link>
          <p>Any page can be seen as it was. The frame turns amber and editing is off until you return to now.</p>
        </li>
        <li>
          <Link to={`/meetings/${focus.reference}`}>The papers of {focus.reference}</Link>
          <p>Agenda, actions and decisions in one place. Take the pack away as PDF or Word, built from the record.</p>
        </li>
      </ol>
      <StartEmpty />
    </section>
  );
}

import type { ReactNode } from 'react';
import { Button } from '../parts/Button.tsx';
import { Appearance } from './Appearance.tsx';
import { useMeetingChoices } from './meetingChoices.ts';
import { MomentPicker } from './MomentPicker.tsx';
import { printMoment } from './momentWords.ts';
import { useChangeMoment, useMoment } from './moment.ts';
import { useOutage } from './session.ts';
import { SignInAs } from './SignInAs.tsx';
import styles from './TimeBar.module.css';

interface TimeBarProps {
  readonly onFind: () => void;
  readonly onKeys: () => void;
}

/** The slim bar on every page: now, as at, compare with; finding; who one is. */
export function TimeBar({ onFind, onKeys }: TimeBarProps): ReactNode {
  const { asAt, since, inPast } = useMoment();
  const change = useChangeMoment();
  const meetings = useMeetingChoices();
  const outage = useOutage();
  return (
    <div className={styles.bar} data-past={inPast || undefined}>
      <section className={styles.slim} aria-label="Time and session">
        <div className={styles.time}>
          <MomentPicker
            label="As at"
            none="Now"
            value={asAt}
            meetings={meetings}
            onChange={(moment) => change({ asAt: moment })}
          />
          <MomentPicker
            label="Compare with"
            none="Nothing"
            value={since}
            last
            meetings={meetings}
            onChange={(moment) => change({ since: moment })}
          />
        </div>
        <div className={styles.tools}>
          <Button look="quiet" onClick={onFind} aria-keyshortcuts="Control+K" className={styles.find}>
            Find <kbd className={styles.hint}>Ctrl K</kbd>
          </Button>
          <Button look="quiet" onClick={onKeys} className={styles.keys}>
            Keys
          </Button>
          <Appearance />
          <SignInAs />
        </div>
      </section>
      {outage !== null && (
        <div className={styles.outage} role="alert">
          <p>
            <strong>{outage.problem.title}.</strong> {outage.problem.detail}
          </p>
          <button type="button" className={styles.back} onClick={outage.retry}>
            Try again
          </button>
        </div>
      )}
      {asAt !== null && (
        <div className={styles.past} role="status">
          <p>
            You are looking at the record as at <strong>{printMoment(asAt, meetings)}</strong>. Editing is off.
          </p>
          <button type="button" className={styles.back} onClick={() => change({ asAt: null })}>
            Return to now
          </button>
        </div>
      )}
      {since !== null && (
        <p className={styles.compared}>
          Marked values changed since <strong>{printMoment(since, meetings)}</strong>.
        </p>
      )}
    </div>
  );
}

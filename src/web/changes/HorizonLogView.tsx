import { useState, type ReactNode } from 'react';
import { printCivilDate } from '../../values/partial-date.ts';
import { useGet } from '../api/queries.ts';
import { useAddress, useChangeAddress } from '../app/navigate.ts';
import { useMoment } from '../app/moment.ts';
import { oneOf } from '../app/search.ts';
import { Button } from '../parts/Button.tsx';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import type { HorizonLog, RegisterItem } from './answers.ts';
import { HorizonBodySection } from './HorizonBody.tsx';
import { RecordReturn } from './RecordReturn.tsx';
import { periodWords } from './words.ts';
import styles from './Horizon.module.css';

/** What each code returned to the horizon log of a meeting, in the form of the log itself; who was silent is said. */
export function HorizonLogView({ items }: { readonly items: readonly RegisterItem[] }): ReactNode {
  const period = oneOf(useAddress()['log']);
  const log = useGet<HorizonLog>('/api/horizon', { period });
  return (
    <Loaded query={log} what="the horizon log">
      {(answer) => <Log log={answer} items={items} />}
    </Loaded>
  );
}

/** What may be done while looking at the past. */
const NOTHING = { edit: false, remove: false };

function Log({ log, items }: { readonly log: HorizonLog; readonly items: readonly RegisterItem[] }): ReactNode {
  const change = useChangeAddress();
  const { inPast } = useMoment();
  const [recording, setRecording] = useState<string | null>(null);
  const mayRecord = log.may.add && !inPast;
  const stale = log.bodies.filter((body) => body.stale && body.logDate !== null);
  const dialog = (
    <RecordReturn
      body={recording}
      bodies={log.bodies}
      period={log.period}
      periodDate={log.periodDate}
      onClose={() => setRecording(null)}
    />
  );
  if (log.period === null)
    return (
      <>
        <EmptyState
          title="No code has made a return yet"
          {...(mayRecord ? { action: { label: 'Record a return', run: () => setRecording('') } } : {})}
        >
          Each month every code returns its changes to the horizon log. Read in a meeting’s pack, or record a return by
          hand.
        </EmptyState>
        {dialog}
      </>
    );
  return (
    <>
      <div className={styles.bar}>
        <label className="screen-only">
          <span>Log of</span>{' '}
          <select
            value={log.period}
            onChange={(event) =>
              change({ log: event.target.value === log.periods[0]?.period ? undefined : event.target.value })
            }
          >
            {log.periods.map(({ period, periodDate }) => (
              <option key={period} value={period}>
                {periodWords(period)}, {printCivilDate(periodDate)}
              </option>
            ))}
          </select>
        </label>
        <p className={styles.sentence}>{log.sentence}</p>
        {mayRecord ? (
          <span className="screen-only">
            <Button onClick={() => setRecording('')}>Record a return</Button>
          </span>
        ) : null}
      </div>
      {stale.length === 0 ? null : (
        <p className={styles.stale} role="note">
          The log shown at {periodWords(log.period)} is headed{' '}
          {[...new Set(stale.map((body) => printCivilDate(body.logDate ?? '')))].join(' and ')}
          {log.periodDate === null ? '' : `, though the meeting was on ${printCivilDate(log.periodDate)}`}. It was an
          earlier month’s log.
        </p>
      )}
      {log.bodies.map((body) => (
        <HorizonBodySection
          key={body.body}
          body={body}
          period={log.period ?? ''}
          items={items}
          may={inPast ? NOTHING : log.may}
          onRecord={mayRecord ? () => setRecording(body.body) : null}
        />
      ))}
      {dialog}
    </>
  );
}

import { useState, type ReactNode } from 'react';
import { printCivilDate } from '../../values/partial-date.ts';
import { useGet } from '../api/queries.ts';
import { useAddress, useChangeAddress } from '../app/navigate.ts';
import { useMoment } from '../app/moment.ts';
import { oneOf } from '../app/search.ts';
import { labelOf, useVocabulary } from '../codes/vocabulary.ts';
import { Button } from '../parts/Button.tsx';
import { PartialDateText } from '../parts/dates.tsx';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Section } from '../parts/FieldList.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { ReferenceChip } from '../parts/ReferenceChip.tsx';
import { StageBadge } from '../parts/StageBadge.tsx';
import type { HorizonBody, HorizonEntry, HorizonLog, RegisterItem } from './answers.ts';
import { dateOf, isDeciding } from './dates.ts';
import { RecordReturn } from './RecordReturn.tsx';
import { capital } from '../parts/words.ts';
import { dateLabel, inSentence } from './words.ts';
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

/** `CCAG-12` → `CCAG 12`; months stay as they are. */
const periodWords = (period: string): string => (/^\d{4}-\d{2}$/.test(period) ? period : period.replace('-', ' '));

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
        <Body
          key={body.body}
          body={body}
          period={log.period ?? ''}
          items={items}
          onRecord={mayRecord ? () => setRecording(body.body) : null}
        />
      ))}
      {dialog}
    </>
  );
}

interface BodyProps {
  readonly body: HorizonBody;
  readonly period: string;
  readonly items: readonly RegisterItem[];
  readonly onRecord: (() => void) | null;
}

function Body({ body, period, items, onRecord }: BodyProps): ReactNode {
  const received = body.received === null ? null : `Received ${printCivilDate(body.received)}`;
  const about = [received, body.source, body.note].filter((words) => words !== null && words !== '').join('. ');
  return (
    <Section
      title={`${body.body}: ${body.name}`}
      {...(body.entries.length > 0 ? { count: body.entries.length } : {})}
      {...(onRecord !== null && body.silent ? { actions: <Button onClick={onRecord}>Record its return</Button> } : {})}
    >
      {about === '' ? null : <p className={styles.about}>{about}</p>}
      {body.silent ? (
        <p className={styles.silent}>
          <span aria-hidden="true">○</span> {body.body} has made no return for {periodWords(period)}. Nothing is known
          of its changes this month; it is not the same as having none.
        </p>
      ) : body.state === 'nil' ? (
        <p className={styles.nil}>{body.body} returned that it has no change to tell of.</p>
      ) : (
        body.entries.map((entry) => (
          <Entry key={entry.modificationId} entry={entry} item={items.find(({ id }) => id === entry.modificationId)} />
        ))
      )}
    </Section>
  );
}

/** One change in the form of the log: title, summary, then raised, status, decision date and impact on one line. */
function Entry({ entry, item }: { readonly entry: HorizonEntry; readonly item: RegisterItem | undefined }): ReactNode {
  const vocabulary = useVocabulary();
  const raised = item === undefined ? null : dateOf(item.dates, 'raised');
  const decisions =
    item === undefined ? [] : item.dates.filter((date) => isDeciding(date) || date.type === 'implementation');
  return (
    <article className={styles.entry} aria-label={`${entry.reference} ${entry.title}`}>
      <h3 className={styles.title}>
        <ReferenceChip reference={entry.reference} href={entry.href} /> {entry.title}
      </h3>
      {item === undefined || item.summary === '' ? null : <p className={styles.summary}>{item.summary}</p>}
      {entry.words === '' ? null : <p className={styles.words}>{entry.words}</p>}
      <dl className={styles.facts}>
        <div>
          <dt>Date raised</dt>
          <dd>{raised === null ? 'Not said' : <PartialDateText date={raised.date} />}</dd>
        </div>
        <div>
          <dt>Status</dt>
          <dd>
            <StageBadge
              raw={entry.stageRaw}
              shared={entry.stage === null ? null : labelOf(vocabulary.stages, entry.stage)}
              overlay={labelOf(vocabulary.overlays, entry.overlay)}
            />
          </dd>
        </div>
        <div>
          <dt>Decision date</dt>
          <dd>
            {decisions.length === 0
              ? 'Not said'
              : decisions.map((date, index) => (
                  <span key={index} className={styles.date}>
                    <PartialDateText date={date.date} />
                    {date.type === 'decision' ? null : <small> {inSentence(dateLabel(date))}</small>}
                  </span>
                ))}
          </dd>
        </div>
        <div>
          <dt>Programme impact</dt>
          <dd>
            {item === undefined ? 'Not said' : capital(item.impactRaw || labelOf(vocabulary.impacts, item.impact))}
          </dd>
        </div>
      </dl>
    </article>
  );
}

import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { FieldChange } from '../api/client.ts';
import { ChangedMark } from '../parts/ChangedMark.tsx';
import { printValue } from '../parts/printValue.ts';
import { ReferenceChip } from '../parts/ReferenceChip.tsx';
import type { Change, HorizonLog } from './answers.ts';
import { Block, firstOf, More, Nothing } from './Block.tsx';
import { listed } from './briefing.ts';
import styles from './Overview.module.css';

interface MovedProps {
  readonly moved: readonly { readonly body: string; readonly changes: readonly Change[] }[];
  /** `18 changes and 1 issue`. */
  readonly inFlight: string;
  readonly since: string | null;
  readonly sinceWords: string | null;
  readonly horizon: HorizonLog;
}

/** How many changes of one body the front page lists before it counts the rest. */
const MOST_OF_A_BODY = 6;

/** What moved since the last meeting, by code, and who was silent. */
export function MovedBlock({ moved, inFlight, since, sinceWords, horizon }: MovedProps): ReactNode {
  return (
    <Block
      title={sinceWords === null ? 'In flight' : `Moved since ${sinceWords}`}
      to="/register"
      {...(since === null ? {} : { search: { since } })}
      all={inFlight === '' ? 'The register' : `All ${inFlight} in flight`}
    >
      {since === null && <Nothing>Once a meeting has been held, what moved since then is shown here.</Nothing>}
      {since !== null && moved.length === 0 && <Nothing>Nothing moved.</Nothing>}
      {moved.map(({ body, changes }) => {
        const { shown, more } = firstOf(changes, MOST_OF_A_BODY);
        return (
          <div key={body} className={styles.body}>
            <h3 className={styles.sub}>
              <Link to={`/codes/${body}`}>{body}</Link> <span className={styles.count}>{changes.length}</span>
            </h3>
            <ul className={styles.rows}>
              {shown.map((change) => (
                <li key={change.id} className={styles.chipped}>
                  <ReferenceChip reference={change.reference} href={change.href} />
                  <div>
                    <p className={styles.title}>
                      {change.title} <ChangedMark changes={change.changes} label={change.reference} />
                    </p>
                    <p className={styles.story}>{storyOf(change)}</p>
                  </div>
                </li>
              ))}
            </ul>
            <More count={more} />
          </div>
        );
      })}
      {horizon.silent.length > 0 && (
        <p className={styles.silent}>
          <strong>No return</strong> from {listed(horizon.silent)}
          {horizon.period === null ? '' : ` for ${horizon.period}`}: silence is not “no change”.
        </p>
      )}
    </Block>
  );
}

/** The fields that people ask about first. */
const TELLING = ['added', 'stage_raw', 'stage', 'overlay', 'impact_value', 'modification_decision'];

/** What happened to a change, in a line: the most telling field, then the words of its latest update. */
function storyOf(change: Change): ReactNode {
  const told = TELLING.map((field) => change.changes.find((one) => one.field === field)).find(
    (one) => one !== undefined,
  );
  const others = new Set(change.changes.filter((one) => one !== told).map(labelOf));
  if (told?.field === 'added') return `New to the record: ${change.stageRaw || 'no stage given'}`;
  if (told !== undefined)
    return (
      <>
        {told.field.startsWith('stage') ? '' : `${labelOf(told)}: `}
        <del>{printValue(told.before)}</del> <ins>{printValue(told.after)}</ins>
      </>
    );
  return change.latestUpdate?.words ?? `Changed: ${listed([...others]).toLowerCase()}`;
}

const labelOf = (change: FieldChange): string => change.label ?? change.field;

import type { ReactNode } from 'react';
import { useGet } from '../api/queries.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { printValue } from '../parts/printValue.ts';
import { KIND_WORDS, type AcceptOutcome, type RecordOutcome, type Review, type Span } from './answers.ts';
import styles from './Outcome.module.css';

interface OutcomeProps {
  readonly pack: Review;
  readonly onShow: (span: Span, record: string | null) => void;
}

const HEADINGS: Readonly<Record<RecordOutcome['outcome'], { readonly staged: string; readonly done: string }>> = {
  created: { staged: 'Would be added', done: 'Added' },
  updated: { staged: 'Would change', done: 'Changed' },
  unchanged: { staged: 'Stay as they are', done: 'Stayed as they were' },
};

/** What accepting would do, record by record; found out by doing it and taking it back. */
export function Outcome({ pack, onShow }: OutcomeProps): ReactNode {
  const preview = useGet<AcceptOutcome>(`/api/intakes/${pack.id}/preview`, {}, { atMoment: false });
  return (
    <Loaded query={preview} what="what accepting would do">
      {(outcome) => (
        <>
          <p className={styles.sum}>
            {pack.state === 'accepted' ? 'Accepting added' : 'Accepting would add'} {outcome.created} to the programme’s
            record, change {outcome.updated} and leave {outcome.unchanged} as they are.
          </p>
          {(['updated', 'created', 'unchanged'] as const).map((kind) => (
            <Part
              key={kind}
              pack={pack}
              title={pack.state === 'accepted' ? HEADINGS[kind].done : HEADINGS[kind].staged}
              records={outcome.records.filter((record) => record.outcome === kind)}
              onShow={onShow}
            />
          ))}
        </>
      )}
    </Loaded>
  );
}

function Part({
  pack,
  title,
  records,
  onShow,
}: OutcomeProps & { readonly title: string; readonly records: readonly RecordOutcome[] }): ReactNode {
  if (records.length === 0) return null;
  const spanOf = (key: string): Span | null => pack.records.find((record) => record.key === key)?.span ?? null;
  return (
    <section className={styles.part}>
      <h2 className={styles.title}>
        {title} <span className={styles.count}>{records.length}</span>
      </h2>
      <ul className={styles.list}>
        {records.map((record) => {
          const span = spanOf(record.key);
          return (
            <li key={`${record.kind} ${record.id}`} className={styles.row}>
              <span className={styles.kind}>
                {KIND_WORDS[pack.records.find((one) => one.key === record.key)?.kind ?? ''] ?? record.kind}
              </span>{' '}
              {span === null ? (
                record.title
              ) : (
                <button type="button" className={styles.record} onClick={() => onShow(span, record.key)}>
                  {record.title}
                </button>
              )}
              {record.changes.length === 0 ? null : (
                <ul className={styles.changes}>
                  {record.changes.map((change, at) => (
                    <li key={`${change.label} ${at}`}>
                      {change.label}: {change.before === null ? null : <del>{printValue(change.before)}</del>}{' '}
                      {change.after === null ? null : <ins>{printValue(change.after)}</ins>}
                    </li>
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

import { useDeferredValue, useId, useState, type ReactNode } from 'react';
import { useGet } from '../api/queries.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { FieldInput } from '../parts/fields.tsx';
import type { NamedRecord } from './answers.ts';
import { capital } from './words.ts';
import styles from './FindRecord.module.css';

interface FindRecordProps {
  readonly open: boolean;
  readonly title: string;
  readonly onChoose: (record: NamedRecord) => void;
  readonly onClose: () => void;
}

/** Finds a record by its reference, as anybody would write it; where it may be several things, the reader says which. */
export function FindRecord({ open, title, onChoose, onClose }: FindRecordProps): ReactNode {
  return (
    <Dialog open={open} title={title} onClose={onClose}>
      <Finder onChoose={onChoose} />
    </Dialog>
  );
}

function Finder({ onChoose }: Pick<FindRecordProps, 'onChoose'>): ReactNode {
  const [words, setWords] = useState('');
  const id = useId();
  const asked = useDeferredValue(words.trim());
  const found = useGet<{ readonly items: readonly NamedRecord[] }>(
    '/api/resolve',
    { reference: asked },
    { enabled: asked.length >= 2 },
  );
  const items = asked.length >= 2 ? (found.data?.items ?? []) : [];
  return (
    <div className={styles.finder}>
      <label htmlFor={id}>Reference</label>
      <FieldInput kind="text" id={id} value={words} onChange={setWords} describedBy={`${id}-hint`} />
      <p id={`${id}-hint`} className={styles.hint}>
        As anybody would write it: R0044, CR12, M8, CCAG08-06, DAG-17
      </p>
      <ul className={styles.found} aria-live="polite">
        {items.map((record) => (
          <li key={`${record.kind}:${record.id}`}>
            <Button look="quiet" onClick={() => onChoose(record)}>
              <strong>{record.reference}</strong> {record.title}{' '}
              <span className={styles.kind}>{capital(record.kind.replaceAll('-', ' '))}</span>
            </Button>
          </li>
        ))}
        {asked.length >= 2 && items.length === 0 && !found.isFetching ? (
          <li className={styles.hint}>Nothing on record goes by that reference.</li>
        ) : null}
      </ul>
    </div>
  );
}

import { useDeferredValue, useId, useState, type ReactNode } from 'react';
import type { Problem } from '../api/problem.ts';
import { useGet } from '../api/queries.ts';
import type { Result } from '../../values/result.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { FieldInput } from './fields.tsx';
import { ProblemNotice } from './ProblemNotice.tsx';
import type { NamedRecord } from './records.ts';
import styles from './LinkRecord.module.css';

interface LinkRecordProps {
  /** Over the field: "Link a record with CCAG08-06". */
  readonly title: string;
  readonly look?: 'plain' | 'quiet';
  /** Links the record chosen; what goes wrong is said where it was chosen. */
  readonly onLink: (record: NamedRecord) => Promise<Result<unknown, Problem>>;
}

/** Links a record by its reference, as anybody would write it; where it may be several things, the reader says which. */
export function LinkRecord({ title, look = 'plain', onLink }: LinkRecordProps): ReactNode {
  const [open, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  return (
    <>
      <Button look={look} onClick={() => setOpen(true)}>
        Link a record
      </Button>
      <Dialog open={open} title={title} onClose={close}>
        <Finder onLink={onLink} onDone={close} />
      </Dialog>
    </>
  );
}

function Finder({ onLink, onDone }: Pick<LinkRecordProps, 'onLink'> & { readonly onDone: () => void }): ReactNode {
  const [words, setWords] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const id = useId();
  const asked = useDeferredValue(words.trim());
  const found = useGet<{ readonly items: readonly NamedRecord[] }>(
    '/api/resolve',
    { reference: asked },
    { enabled: asked.length >= 2 },
  );
  const items = asked.length >= 2 ? (found.data?.items ?? []) : [];
  const choose = async (record: NamedRecord): Promise<void> => {
    setBusy(true);
    const linked = await onLink(record);
    setBusy(false);
    if (linked.kind === 'failed') setProblem(linked.failure);
    else onDone();
  };
  return (
    <div className={styles.finder}>
      <label htmlFor={id}>Reference</label>
      <FieldInput kind="text" id={id} value={words} onChange={setWords} describedBy={`${id}-hint`} autoFocus />
      <p id={`${id}-hint`} className={styles.hint}>
        As anybody would write it: R0044, CR12, M8, CCAG08-06, DAG-17
      </p>
      {problem === null ? null : <ProblemNotice problem={problem} />}
      <ul className={styles.found} aria-live="polite">
        {items.map((record) => (
          <li key={`${record.kind}:${record.id}`}>
            <Button look="quiet" disabled={busy} onClick={() => void choose(record)}>
              <strong>{record.reference}</strong> {record.title}{' '}
              <span className={styles.kind}>{record.kind.replaceAll('-', ' ')}</span>
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

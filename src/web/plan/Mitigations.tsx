import { useState, type ReactNode } from 'react';
import { useSend } from '../api/queries.ts';
import { note } from '../parts/announce.ts';
import { Button } from '../parts/Button.tsx';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Section } from '../parts/FieldList.tsx';
import { FormDialog } from '../parts/FormDialog.tsx';
import type { Mitigation, Risk, RiskDetail } from './answers.ts';
import { PartField, RemovePart } from './PartField.tsx';
import styles from './Parts.module.css';

const WIDTH = 40;

/** How much of the mitigation is done: `1 of 3` beside a small bar. */
export function MitigationsDone({ risk }: { readonly risk: Pick<Risk, 'mitigations'> }): ReactNode {
  const of = risk.mitigations.length;
  const done = risk.mitigations.filter((one) => one.done).length;
  if (of === 0) return 'none';
  return (
    <span className={styles.fraction}>
      <svg width={WIDTH} height={8} aria-hidden="true">
        <rect width={WIDTH} height={8} className={styles.whole} />
        <rect width={(WIDTH * done) / of} height={8} className={styles.filled} />
      </svg>
      {done} of {of}
    </span>
  );
}

/** What is done against the risk; each ticked off where it stands. */
export function Mitigations({ risk }: { readonly risk: RiskDetail }): ReactNode {
  const send = useSend();
  const [adding, setAdding] = useState(false);
  const path = `/api/risks/${risk.id}/mitigations`;
  const mayEdit = risk.may.edit;
  return (
    <Section
      title="Mitigations"
      count={risk.mitigations.length}
      actions={mayEdit ? <Button onClick={() => setAdding(true)}>Add a mitigation</Button> : undefined}
    >
      {risk.mitigations.length === 0 ? (
        <EmptyState title="Nothing is done against it yet">
          Add what will be done to make it less likely or less bad.
        </EmptyState>
      ) : (
        <ul className={styles.parts}>
          {risk.mitigations.map((one) => (
            <li key={one.id} className={styles.part}>
              <span className={styles.tick}>
                <Tick path={`${path}/${one.id}`} mitigation={one} mayEdit={mayEdit} />
              </span>
              <div className={one.done ? styles.done : undefined}>
                <PartField
                  path={`${path}/${one.id}`}
                  field="text"
                  label="Mitigation"
                  kind="longText"
                  value={one.text}
                  mayEdit={mayEdit}
                />
              </div>
              {mayEdit && <RemovePart path={`${path}/${one.id}`} what="mitigation" text={one.text} />}
            </li>
          ))}
        </ul>
      )}
      <FormDialog
        open={adding}
        title="Add a mitigation"
        fields={[{ name: 'text', label: 'What will be done', kind: 'longText', required: true }]}
        submit="Add the mitigation"
        onSubmit={({ text }) => send('POST', path, { text }, undefined, 'The mitigation was added')}
        onClose={() => setAdding(false)}
      />
    </Section>
  );
}

interface TickProps {
  readonly path: string;
  readonly mitigation: Mitigation;
  readonly mayEdit: boolean;
}

function Tick({ path, mitigation, mayEdit }: TickProps): ReactNode {
  const send = useSend();
  const set = async (done: boolean): Promise<void> => {
    const saved = await send('PATCH', path, { done });
    if (saved.kind === 'failed') {
      note(saved.failure.detail, { tone: 'problem' });
      return;
    }
    note(done ? 'Ticked off as done.' : 'No longer done.', {
      action: { label: 'Undo', run: () => void send('PATCH', path, { done: !done }) },
    });
  };
  return (
    <input
      type="checkbox"
      aria-label={`Done: ${mitigation.text}`}
      checked={mitigation.done}
      disabled={!mayEdit}
      onChange={(event) => void set(event.target.checked)}
    />
  );
}

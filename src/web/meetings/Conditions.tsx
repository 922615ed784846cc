import { useState, type ReactNode } from 'react';
import { useRecordEditor } from '../api/queries.ts';
import { useMoment } from '../app/moment.ts';
import { note } from '../parts/announce.ts';
import { Button } from '../parts/Button.tsx';
import { ConfirmButton } from '../parts/ConfirmButton.tsx';
import { EditableField } from '../parts/EditableField.tsx';
import { FormDialog } from '../parts/FormDialog.tsx';
import type { Condition, Decision } from './answers.ts';
import styles from './Conditions.module.css';

/** What has to be so for the decision to stand, each ticked once it is. */
export function Conditions({
  decision,
  mayEdit,
}: {
  readonly decision: Decision;
  readonly mayEdit: boolean;
}): ReactNode {
  const { inPast } = useMoment();
  const editor = useRecordEditor(`/api/decisions/${decision.reference}`, decision.version);
  const [adding, setAdding] = useState(false);
  // What was just ticked shows at once; the server's answer takes its place.
  const [ticked, setTicked] = useState<{ readonly index: number; readonly met: boolean } | null>(null);
  const editable = mayEdit && !inPast;
  const put = (index: number, change: Partial<Condition>): readonly Condition[] =>
    decision.conditions.map((one, at) => (at === index ? { ...one, ...change } : one));
  const shown = ticked === null ? decision.conditions : put(ticked.index, { met: ticked.met });
  const tick = async (index: number, met: boolean): Promise<void> => {
    setTicked({ index, met });
    const saved = await editor.save({ conditions: put(index, { met }) });
    setTicked(null);
    if (saved.kind === 'failed') note(saved.failure.detail, { tone: 'problem' });
  };
  return (
    <>
      {decision.conditions.length === 0 ? (
        <p className={styles.none}>It stands without conditions.</p>
      ) : (
        <ul className={styles.list}>
          {shown.map((condition, index) => (
            <li key={`${String(index)} ${condition.text}`} className={styles.condition}>
              <label className={styles.met}>
                <input
                  type="checkbox"
                  checked={condition.met}
                  disabled={!editable}
                  aria-label={`Met: ${condition.text}`}
                  onChange={(event) => void tick(index, event.target.checked)}
                />{' '}
                {condition.met ? 'Met' : 'Not met yet'}
              </label>
              <EditableField
                label={`Condition ${String(index + 1)}`}
                kind="longText"
                value={condition.text}
                mayEdit={mayEdit}
                save={(text, manner) => editor.save({ conditions: put(index, { text }) }, manner)}
              />
              {editable ? (
                <span className="screen-only">
                  <ConfirmButton
                    label="Remove…"
                    look="quiet"
                    question="Remove this condition?"
                    consequence={`“${condition.text}” no longer holds the decision back. The history keeps it.`}
                    confirm="Remove it"
                    onConfirm={() => editor.save({ conditions: decision.conditions.filter((_, at) => at !== index) })}
                  />
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {editable ? (
        <p className={`${styles.add ?? ''} screen-only`}>
          <Button look="quiet" onClick={() => setAdding(true)}>
            Add a condition…
          </Button>
        </p>
      ) : null}
      <FormDialog
        open={adding}
        title="Add a condition"
        submit="Add it"
        fields={[{ name: 'text', label: 'What has to be so', kind: 'longText', required: true }]}
        onSubmit={(values) =>
          editor.save({ conditions: [...decision.conditions, { text: values['text'] ?? '', met: false }] })
        }
        onClose={() => setAdding(false)}
      />
    </>
  );
}

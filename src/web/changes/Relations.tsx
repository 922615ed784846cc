import { useState, type ReactNode } from 'react';
import { useMoment } from '../app/moment.ts';
import { Button } from '../parts/Button.tsx';
import { ChangedMark } from '../parts/ChangedMark.tsx';
import { ConfirmButton } from '../parts/ConfirmButton.tsx';
import { EditableField } from '../parts/EditableField.tsx';
import { FieldList, FieldRow, Section } from '../parts/FieldList.tsx';
import { FormDialog } from '../parts/FormDialog.tsx';
import { ReferenceChip } from '../parts/ReferenceChip.tsx';
import type { Change, Related } from './answers.ts';
import { usePart } from './usePart.ts';
import { choices, RELATION_FROM_WORDS, RELATION_WORDS } from './words.ts';
import styles from './Change.module.css';

/** Other changes this one has to do with, and what each is to it; references not on record are said to be so. */
export function Relations({ change }: { readonly change: Change }): ReactNode {
  const { inPast } = useMoment();
  const [adding, setAdding] = useState(false);
  const part = usePart(change, 'relations');
  const mayEdit = change.may.edit && !inPast;
  const marked = change.changes.filter(({ field }) => field === 'modification_relation');
  const count = change.relations.length + change.relatedFrom.length;
  return (
    <Section
      title="Related changes"
      {...(count > 0 ? { count } : {})}
      {...(mayEdit ? { actions: <Button onClick={() => setAdding(true)}>Relate a change</Button> } : {})}
    >
      {marked.length === 0 ? null : (
        <p className={styles.aside}>
          Relations changed <ChangedMark changes={marked} label="Related changes" />
        </p>
      )}
      {count === 0 ? (
        <p className={styles.none}>It is not related to another change.</p>
      ) : (
        <FieldList>
          {change.relations.map((related) => (
            <FieldRow key={related.id} label={RELATION_WORDS[related.relation]}>
              <div className={styles.line}>
                <EditableField
                  label={`Relation to ${related.targetRaw}`}
                  kind="select"
                  value={related.relation}
                  options={choices(RELATION_WORDS)}
                  mayEdit={mayEdit}
                  save={(relation, manner) =>
                    part.edit(related, { relation, targetRaw: related.targetRaw, note: related.note }, manner)
                  }
                >
                  <Other related={related} />
                </EditableField>
                {mayEdit ? (
                  <span className={styles.tools}>
                    <ConfirmButton
                      label="Remove"
                      look="quiet"
                      question={`Remove the relation to ${related.targetRaw}?`}
                      consequence="Both changes stay; only their relation goes. Its history stays."
                      confirm="Remove the relation"
                      onConfirm={() => part.remove(related, 'The relation was removed')}
                    />
                  </span>
                ) : null}
              </div>
              {related.note === '' ? null : <p className={styles.note}>{related.note}</p>}
            </FieldRow>
          ))}
          {change.relatedFrom.map((related) => (
            <FieldRow key={related.id} label={RELATION_FROM_WORDS[related.relation]}>
              <Other related={related} />
              {related.note === '' ? null : <p className={styles.note}>{related.note}</p>}
            </FieldRow>
          ))}
        </FieldList>
      )}
      <FormDialog
        open={adding}
        title="Relate a change"
        submit="Relate it"
        onClose={() => setAdding(false)}
        onSubmit={(values) => part.add(values, 'The relation is on record')}
        fields={[
          {
            name: 'targetRaw',
            label: 'Reference of the other change',
            kind: 'text',
            required: true,
            hint: 'REC R0032, CP1568, P432.',
          },
          {
            name: 'relation',
            label: `What it is to ${change.reference}`,
            kind: 'select',
            required: true,
            options: choices(RELATION_WORDS),
          },
          { name: 'note', label: 'Note', kind: 'longText' },
        ]}
      />
    </Section>
  );
}

function Other({ related }: { readonly related: Related }): ReactNode {
  const { target, targetRaw } = related;
  return target === null ? (
    <>
      <ReferenceChip reference={targetRaw} /> <span className={styles.aside}>not on the register</span>
    </>
  ) : (
    <>
      <ReferenceChip reference={target.reference} href={target.href} title={target.title} />{' '}
      <span className={styles.aside}>
        {target.body}: {target.title}
      </span>
    </>
  );
}

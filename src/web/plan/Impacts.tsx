import { useState, type ReactNode } from 'react';
import { useSend } from '../api/queries.ts';
import { Button } from '../parts/Button.tsx';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Section } from '../parts/FieldList.tsx';
import { FormDialog } from '../parts/FormDialog.tsx';
import { IMPACT_KINDS, type ChangeRequestDetail } from './answers.ts';
import { PartField, RemovePart } from './PartField.tsx';
import { optionsOf } from './reading.ts';
import styles from './Parts.module.css';

/** What the impact assessment found, in its order. */
export function Impacts({ request }: { readonly request: ChangeRequestDetail }): ReactNode {
  const send = useSend();
  const [adding, setAdding] = useState(false);
  const path = `/api/change-requests/${request.id}/impacts`;
  const mayEdit = request.may.edit;
  return (
    <Section
      title="Impacts"
      count={request.impacts.length}
      actions={mayEdit ? <Button onClick={() => setAdding(true)}>Add an impact</Button> : undefined}
    >
      {request.impacts.length === 0 ? (
        <EmptyState title="No impacts yet">Add what the impact assessment found.</EmptyState>
      ) : (
        <ol className={styles.parts}>
          {request.impacts.map((impact, index) => (
            <li key={impact.id} className={styles.part}>
              <span className={styles.number}>{index + 1}</span>
              <div>
                <PartField
                  path={`${path}/${impact.id}`}
                  field="text"
                  label={`Impact ${String(index + 1)}`}
                  kind="longText"
                  value={impact.text}
                  mayEdit={mayEdit}
                />
                <div className={styles.meta}>
                  <span>
                    On{' '}
                    <PartField
                      path={`${path}/${impact.id}`}
                      field="kind"
                      label={`What impact ${String(index + 1)} is on`}
                      kind="select"
                      options={optionsOf(IMPACT_KINDS)}
                      value={impact.kind}
                      mayEdit={mayEdit}
                    />
                  </span>
                </div>
              </div>
              {mayEdit && <RemovePart path={`${path}/${impact.id}`} what="impact" text={impact.text} />}
            </li>
          ))}
        </ol>
      )}
      <FormDialog
        open={adding}
        title="Add an impact"
        fields={[
          { name: 'text', label: 'What was found', kind: 'longText', required: true },
          {
            name: 'kind',
            label: 'What it is on',
            kind: 'select',
            options: [{ value: '', label: 'As its words say' }, ...optionsOf(IMPACT_KINDS)],
          },
        ]}
        submit="Add the impact"
        onSubmit={({ text, kind }) =>
          send('POST', path, { text, ...(kind === '' ? {} : { kind }) }, undefined, 'The impact was added')
        }
        onClose={() => setAdding(false)}
      />
    </Section>
  );
}

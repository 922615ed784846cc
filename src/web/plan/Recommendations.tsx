import { useState, type ReactNode } from 'react';
import { useSend } from '../api/queries.ts';
import { Button } from '../parts/Button.tsx';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Section } from '../parts/FieldList.tsx';
import { FormDialog } from '../parts/FormDialog.tsx';
import type { ChangeRequestDetail } from './answers.ts';
import { PartField, RemovePart } from './PartField.tsx';
import { orNull } from './reading.ts';
import styles from './Parts.module.css';

const META = [
  { field: 'condition', words: 'Condition', kind: 'longText' },
  { field: 'byGroup', words: 'By', kind: 'text' },
  { field: 'outcome', words: 'What became of it', kind: 'longText' },
] as const;

/** What was recommended about the request, on which condition, and what became of it. */
export function Recommendations({ request }: { readonly request: ChangeRequestDetail }): ReactNode {
  const send = useSend();
  const [adding, setAdding] = useState(false);
  const path = `/api/change-requests/${request.id}/recommendations`;
  const mayEdit = request.may.edit;
  return (
    <Section
      title="Recommendations"
      count={request.recommendations.length}
      actions={mayEdit ? <Button onClick={() => setAdding(true)}>Add a recommendation</Button> : undefined}
    >
      {request.recommendations.length === 0 ? (
        <EmptyState title="No recommendations yet">Add what a group recommends, and on which condition.</EmptyState>
      ) : (
        <ol className={styles.parts}>
          {request.recommendations.map((one, index) => (
            <li key={one.id} className={styles.part}>
              <span className={styles.number}>{index + 1}</span>
              <div>
                <PartField
                  path={`${path}/${one.id}`}
                  field="text"
                  label={`Recommendation ${String(index + 1)}`}
                  kind="longText"
                  value={one.text}
                  mayEdit={mayEdit}
                />
                <div className={styles.meta}>
                  {META.map(({ field, words, kind }) => (
                    <span key={field}>
                      {words}{' '}
                      <PartField
                        path={`${path}/${one.id}`}
                        field={field}
                        label={`${words}, recommendation ${String(index + 1)}`}
                        kind={kind}
                        value={one[field] ?? ''}
                        mayEdit={mayEdit}
                        read={orNull}
                      />
                    </span>
                  ))}
                </div>
              </div>
              {mayEdit && <RemovePart path={`${path}/${one.id}`} what="recommendation" text={one.text} />}
            </li>
          ))}
        </ol>
      )}
      <FormDialog
        open={adding}
        title="Add a recommendation"
        fields={[
          { name: 'text', label: 'What is recommended', kind: 'longText', required: true },
          { name: 'condition', label: 'Condition', kind: 'text', hint: 'What it depends on' },
          { name: 'byGroup', label: 'By', kind: 'text', hint: 'A group, such as CCAG' },
        ]}
        submit="Add the recommendation"
        onSubmit={({ text, condition = '', byGroup = '' }) =>
          send(
            'POST',
            path,
            { text, condition: orNull(condition), byGroup: orNull(byGroup) },
            undefined,
            'The recommendation was added',
          )
        }
        onClose={() => setAdding(false)}
      />
    </Section>
  );
}

import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useList, useSend } from '../api/queries.ts';
import { Button } from '../parts/Button.tsx';
import { ConfirmButton } from '../parts/ConfirmButton.tsx';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Section } from '../parts/FieldList.tsx';
import { FormDialog } from '../parts/FormDialog.tsx';
import type { Option } from '../parts/fields.tsx';
import type { Dependency, Milestone, MilestoneDetail } from './answers.ts';
import { readWhole } from './reading.ts';
import styles from './Parts.module.css';

const KINDS: readonly Option[] = [
  { value: 'after', label: 'is after it, on a later day' },
  { value: 'awaits', label: 'awaits it, and cannot be reached before it' },
  { value: 'aligned-with', label: 'is aligned with it, and moves as it moves' },
];

/** What the milestone follows and what follows it; dependencies added and removed. */
export function Dependencies({ milestone }: { readonly milestone: MilestoneDetail }): ReactNode {
  const [adding, setAdding] = useState(false);
  const { dependencies } = milestone;
  return (
    <Section
      title="Dependencies"
      count={dependencies.length}
      actions={milestone.may.edit ? <Button onClick={() => setAdding(true)}>Add a dependency</Button> : undefined}
    >
      {dependencies.length === 0 ? (
        <EmptyState title="It follows nothing, and nothing follows it">
          Add a dependency to see what moves when one of them moves.
        </EmptyState>
      ) : (
        <ul className={styles.parts}>
          {dependencies.map((dependency) => (
            <li key={dependency.id} className={styles.part}>
              <span aria-hidden="true" className={styles.number}>
                {dependency.direction === 'follows' ? '←' : '→'}
              </span>
              <div>
                {dependency.words}
                <div className={styles.meta}>
                  <span>
                    {dependency.direction === 'follows' ? 'It follows' : 'Followed by'}{' '}
                    <Link to={dependency.other.href}>{dependency.other.title}</Link>
                  </span>
                  {dependency.note !== '' && <span>{dependency.note}</span>}
                </div>
              </div>
              {milestone.may.edit && <RemoveDependency milestone={milestone} dependency={dependency} />}
            </li>
          ))}
        </ul>
      )}
      {adding && <AddDependency milestone={milestone} onClose={() => setAdding(false)} />}
    </Section>
  );
}

interface RemoveProps {
  readonly milestone: MilestoneDetail;
  readonly dependency: Dependency;
}

function RemoveDependency({ milestone, dependency }: RemoveProps): ReactNode {
  const send = useSend();
  return (
    <span className="screen-only">
      <ConfirmButton
        label="Remove"
        look="quiet"
        question="Remove this dependency?"
        consequence={`“${dependency.words}” will no longer be kept: moving one will not move the other.`}
        confirm="Remove the dependency"
        onConfirm={() =>
          send(
            'DELETE',
            `/api/milestones/${milestone.id}/dependencies/${dependency.id}`,
            undefined,
            undefined,
            'The dependency was removed',
          )
        }
      />
    </span>
  );
}

interface AddProps {
  readonly milestone: MilestoneDetail;
  readonly onClose: () => void;
}

function AddDependency({ milestone, onClose }: AddProps): ReactNode {
  const send = useSend();
  const milestones = useList<Milestone>('/api/milestones');
  if (milestones.data === undefined) return null;
  const others = milestones.data.items.filter((one) => one.id !== milestone.id);
  return (
    <FormDialog
      open
      title="Add a dependency"
      fields={[
        {
          name: 'to',
          label: 'The milestone it follows',
          kind: 'select',
          required: true,
          options: others.map((one) => ({
            value: one.id,
            label: one.reference === null ? one.title : `${one.reference} ${one.title}`,
          })),
        },
        {
          name: 'kind',
          label: `${milestone.reference ?? 'This milestone'}…`,
          kind: 'select',
          required: true,
          options: KINDS,
        },
        { name: 'lagDays', label: 'Days between the two', kind: 'text', hint: 'Calendar days, such as 14' },
        { name: 'note', label: 'Note', kind: 'text' },
      ]}
      submit="Add the dependency"
      onSubmit={async ({ to, kind, lagDays = '', note = '' }) => {
        const lag = readWhole('the days between', lagDays, '14');
        if (lag.kind === 'failed') return lag;
        return send(
          'POST',
          `/api/milestones/${milestone.id}/dependencies`,
          { to, kind, note, ...(lag.value === null ? {} : { lagDays: lag.value }) },
          undefined,
          'The dependency was added',
        );
      }}
      onClose={onClose}
    />
  );
}

import { useState, type ReactNode } from 'react';
import { useMoment } from '../app/moment.ts';
import { Button } from '../parts/Button.tsx';
import { ChangedMark } from '../parts/ChangedMark.tsx';
import { ConfirmButton } from '../parts/ConfirmButton.tsx';
import { EditableField } from '../parts/EditableField.tsx';
import { FieldList, FieldRow, Section } from '../parts/FieldList.tsx';
import { FormDialog } from '../parts/FormDialog.tsx';
import type { Change, Position, Stance } from './answers.ts';
import { usePart } from './usePart.ts';
import { choices, STANCE_WORDS } from './words.ts';
import styles from './Change.module.css';

const STANCE_MARKS: Readonly<Record<Stance, string>> = {
  supports: '+',
  opposes: '✕',
  concerned: '!',
  neutral: '=',
  unknown: '?',
};

/** What each stakeholder thinks of the change. */
export function Positions({ change }: { readonly change: Change }): ReactNode {
  const { inPast } = useMoment();
  const [adding, setAdding] = useState(false);
  const part = usePart(change, 'positions');
  const mayEdit = change.may.edit && !inPast;
  const marked = change.changes.filter(({ field }) => field === 'modification_position');
  return (
    <Section
      title="Positions"
      {...(change.positions.length > 0 ? { count: change.positions.length } : {})}
      {...(mayEdit ? { actions: <Button onClick={() => setAdding(true)}>Add a position</Button> } : {})}
    >
      {marked.length === 0 ? null : (
        <p className={styles.aside}>
          Positions changed <ChangedMark changes={marked} label="Positions" />
        </p>
      )}
      {change.positions.length === 0 ? (
        <p className={styles.none}>Nobody’s position is on record.</p>
      ) : (
        <FieldList>
          {change.positions.map((position) => (
            <One key={position.id} change={change} position={position} mayEdit={mayEdit} />
          ))}
        </FieldList>
      )}
      <FormDialog
        open={adding}
        title="Add a position"
        submit="Add the position"
        onClose={() => setAdding(false)}
        onSubmit={(values) => part.add(values, 'The position is on record')}
        fields={[
          {
            name: 'stakeholder',
            label: 'Stakeholder',
            kind: 'text',
            required: true,
            hint: 'A body or a kind of party, such as DNOs.',
          },
          { name: 'stance', label: 'Position', kind: 'select', required: true, options: choices(STANCE_WORDS) },
          { name: 'words', label: 'In their words', kind: 'longText' },
        ]}
      />
    </Section>
  );
}

interface OneProps {
  readonly change: Change;
  readonly position: Position;
  readonly mayEdit: boolean;
}

function One({ change, position, mayEdit }: OneProps): ReactNode {
  const part = usePart(change, 'positions');
  const { stakeholder, stance, words } = position;
  const whole = { stakeholder, stance, words };
  return (
    <FieldRow label={stakeholder}>
      <div className={styles.line}>
        <EditableField
          label={`Position of ${stakeholder}`}
          kind="select"
          value={stance}
          options={choices(STANCE_WORDS)}
          mayEdit={mayEdit}
          save={(chosen, manner) => part.edit(position, { ...whole, stance: chosen }, manner)}
        >
          <span aria-hidden="true" className={styles.stance}>
            {STANCE_MARKS[stance]}
          </span>{' '}
          {STANCE_WORDS[stance]}
        </EditableField>
        {mayEdit ? (
          <span className={styles.tools}>
            <ConfirmButton
              label="Remove"
              look="quiet"
              question={`Remove the position of ${stakeholder}?`}
              consequence="It goes from the record; its history stays."
              confirm="Remove the position"
              onConfirm={() => part.remove(position, 'The position was removed')}
            />
          </span>
        ) : null}
      </div>
      <EditableField
        label={`Words of ${stakeholder}`}
        kind="longText"
        value={words}
        mayEdit={mayEdit}
        save={(typed, manner) => part.edit(position, { ...whole, words: typed }, manner)}
      >
        {words === '' ? '' : <q className={styles.aside}>{words}</q>}
      </EditableField>
    </FieldRow>
  );
}

import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useMeetingChoices } from '../app/meetingChoices.ts';
import { useMoment } from '../app/moment.ts';
import { useSession } from '../app/session.ts';
import { printCivilDate } from '../../values/partial-date.ts';
import { Button } from '../parts/Button.tsx';
import { ChangedMark } from '../parts/ChangedMark.tsx';
import { ConfirmButton } from '../parts/ConfirmButton.tsx';
import { PartialDateText } from '../parts/dates.tsx';
import { EditableField } from '../parts/EditableField.tsx';
import { FieldList, Section } from '../parts/FieldList.tsx';
import { FormDialog } from '../parts/FormDialog.tsx';
import type { Change, Update } from './answers.ts';
import { usePart } from './usePart.ts';
import styles from './Change.module.css';

const KINDS = [
  { value: 'change', label: 'Something is new' },
  { value: 'no-change', label: 'Looked at; nothing is new' },
];

/** What was told of the change, newest first. Somebody who looked and found nothing new has told something too. */
export function Updates({ change }: { readonly change: Change }): ReactNode {
  const { inPast } = useMoment();
  const { today } = useSession();
  const meetings = useMeetingChoices();
  const [adding, setAdding] = useState(false);
  const part = usePart(change, 'updates');
  const mayEdit = change.may.edit && !inPast;
  const marked = change.changes.filter(({ field }) => field === 'modification_update');
  const updates = change.updates.toSorted((a, b) => (b.date.latest ?? '').localeCompare(a.date.latest ?? ''));
  return (
    <Section
      title="Updates"
      {...(updates.length > 0 ? { count: updates.length } : {})}
      {...(mayEdit ? { actions: <Button onClick={() => setAdding(true)}>Add an update</Button> } : {})}
    >
      {marked.length === 0 ? null : (
        <p className={styles.aside}>
          Updates since <ChangedMark changes={marked} label="Updates" />
        </p>
      )}
      {updates.length === 0 ? (
        <p className={styles.none}>No update is on record.</p>
      ) : (
        <FieldList>
          {updates.map((update) => (
            <One key={update.id} change={change} update={update} mayEdit={mayEdit} />
          ))}
        </FieldList>
      )}
      <FormDialog
        open={adding}
        title="Add an update"
        submit="Add the update"
        onClose={() => setAdding(false)}
        onSubmit={(values) =>
          part.add(
            { ...values, meetingKey: values['meetingKey'] === '' ? null : values['meetingKey'] },
            'The update is on record',
          )
        }
        fields={[
          { name: 'raw', label: 'Date', kind: 'partialDate', required: true, initial: printCivilDate(today) },
          { name: 'kind', label: 'Kind', kind: 'select', required: true, options: KINDS },
          { name: 'words', label: 'What is new', kind: 'longText', required: true },
          {
            name: 'meetingKey',
            label: 'Told at',
            kind: 'select',
            options: [
              { value: '', label: 'no meeting' },
              ...meetings.map(({ reference, date }) => ({
                value: reference,
                label: date === null ? reference : `${reference}, ${printCivilDate(date)}`,
              })),
            ],
          },
        ]}
      />
    </Section>
  );
}

interface OneProps {
  readonly change: Change;
  readonly update: Update;
  readonly mayEdit: boolean;
}

function One({ change, update, mayEdit }: OneProps): ReactNode {
  const part = usePart(change, 'updates');
  const { kind, meetingKey, words } = update;
  return (
    <div className={styles.update}>
      <dt>
        <PartialDateText date={update.date} />
        {meetingKey === null ? null : (
          <>
            <br />
            <Link to={`/meetings/${meetingKey}`}>{meetingKey.replace('-', ' ')}</Link>
          </>
        )}
      </dt>
      <dd className={styles.line}>
        {kind === 'no-change' ? <span className={styles.aside}>Nothing new: </span> : null}
        <EditableField
          label="Update"
          kind="longText"
          value={words}
          mayEdit={mayEdit}
          save={(typed, manner) => part.edit(update, { raw: update.date.raw, kind, meetingKey, words: typed }, manner)}
        >
          <span className={styles.prose}>{words}</span>
        </EditableField>
        {mayEdit ? (
          <span className={styles.tools}>
            <ConfirmButton
              label="Remove"
              look="quiet"
              question="Remove this update?"
              consequence={`“${words.slice(0, 120)}” goes from the record; its history stays.`}
              confirm="Remove the update"
              onConfirm={() => part.remove(update, 'The update was removed')}
            />
          </span>
        ) : null}
      </dd>
    </div>
  );
}

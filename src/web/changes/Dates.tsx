import { useState, type ReactNode } from 'react';
import { useMoment } from '../app/moment.ts';
import { Button } from '../parts/Button.tsx';
import { ChangedMark } from '../parts/ChangedMark.tsx';
import { ConfirmButton } from '../parts/ConfirmButton.tsx';
import { PartialDateText } from '../parts/dates.tsx';
import { EditableField } from '../parts/EditableField.tsx';
import { FieldList, FieldRow, Section } from '../parts/FieldList.tsx';
import { FormDialog } from '../parts/FormDialog.tsx';
import type { Change, ChangeDate } from './answers.ts';
import { inOrder } from './dates.ts';
import { usePart } from './usePart.ts';
import { choices, dateLabel, DATE_WORDS } from './words.ts';
import styles from './Change.module.css';

const PRECISION: Readonly<Partial<Record<ChangeDate['date']['precision'], string>>> = {
  unknown: 'no day is known',
  impossible: 'the calendar has no such day',
  milestone: 'when the milestone is reached',
};

/** The dates of a change: what each is the date of, how certain it is, and the source's own words. */
export function Dates({ change }: { readonly change: Change }): ReactNode {
  const { inPast } = useMoment();
  const [adding, setAdding] = useState(false);
  const part = usePart(change, 'dates');
  const mayEdit = change.may.edit && !inPast;
  const marked = change.changes.filter(({ field }) => field === 'modification_date');
  const dates = inOrder(change.dates);
  return (
    <Section
      title="Dates"
      {...(mayEdit ? { actions: <Button onClick={() => setAdding(true)}>Add a date</Button> } : {})}
    >
      {marked.length === 0 ? null : (
        <p className={styles.aside}>
          Dates changed <ChangedMark changes={marked} label="Dates" />
        </p>
      )}
      {dates.length === 0 ? (
        <p className={styles.none}>No date is on record.</p>
      ) : (
        <FieldList>
          {dates.map((date) => (
            <One key={date.id} change={change} date={date} mayEdit={mayEdit} />
          ))}
        </FieldList>
      )}
      <FormDialog
        open={adding}
        title="Add a date"
        submit="Add the date"
        onClose={() => setAdding(false)}
        onSubmit={(values) => part.add(values, 'The date is on record')}
        fields={[
          { name: 'type', label: 'What happens then', kind: 'select', required: true, options: choices(DATE_WORDS) },
          {
            name: 'qualifier',
            label: 'Who decides, or what it is for',
            kind: 'text',
            hint: 'Panel, Ofgem, existing sites: where a change has several dates of one kind.',
          },
          {
            name: 'raw',
            label: 'Date',
            kind: 'partialDate',
            required: true,
            hint: 'As certain as it is: 13/12/2022, end November 22?, M8, TBC.',
          },
          { name: 'note', label: 'Note', kind: 'longText' },
        ]}
      />
    </Section>
  );
}

interface OneProps {
  readonly change: Change;
  readonly date: ChangeDate;
  readonly mayEdit: boolean;
}

function One({ change, date, mayEdit }: OneProps): ReactNode {
  const part = usePart(change, 'dates');
  const [editing, setEditing] = useState(false);
  const { type, qualifier, note } = date;
  const { raw, precision, doubtful } = date.date;
  const certainty = PRECISION[precision] ?? (doubtful ? 'doubted by its source' : null);
  return (
    <FieldRow label={dateLabel(date)}>
      <div className={styles.line}>
        <EditableField
          label={dateLabel(date)}
          kind="partialDate"
          value={raw}
          mayEdit={mayEdit}
          save={(words, manner) => part.edit(date, { type, qualifier, note, raw: words }, manner)}
        >
          <PartialDateText date={date.date} />
        </EditableField>
        <span className={styles.aside}>
          {[raw === '' ? null : `written “${raw}”`, certainty].filter((words) => words !== null).join('; ')}
        </span>
        {mayEdit ? (
          <span className={styles.tools}>
            <Button look="quiet" aria-label={`Kind and note of ${dateLabel(date)}`} onClick={() => setEditing(true)}>
              More…
            </Button>
            <ConfirmButton
              label="Remove"
              look="quiet"
              question={`Remove the date “${dateLabel(date)}”?`}
              consequence={`“${raw}” goes from the record; its history stays.`}
              confirm="Remove the date"
              onConfirm={() => part.remove(date, 'The date was removed')}
            />
          </span>
        ) : null}
      </div>
      {note === '' ? null : <p className={styles.note}>{note}</p>}
      <FormDialog
        open={editing}
        title={dateLabel(date)}
        submit="Save the date"
        onClose={() => setEditing(false)}
        onSubmit={(values) => part.edit(date, values)}
        fields={[
          {
            name: 'type',
            label: 'What happens then',
            kind: 'select',
            required: true,
            options: choices(DATE_WORDS),
            initial: type,
          },
          { name: 'qualifier', label: 'Who decides, or what it is for', kind: 'text', initial: qualifier },
          { name: 'raw', label: 'Date', kind: 'partialDate', required: true, initial: raw },
          { name: 'note', label: 'Note', kind: 'longText', initial: note },
        ]}
      />
    </FieldRow>
  );
}

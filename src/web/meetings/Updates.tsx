import { useState, type ReactNode } from 'react';
import { useGet, useRecordEditor, useSend } from '../api/queries.ts';
import { useMoment } from '../app/moment.ts';
import { Button } from '../parts/Button.tsx';
import { ChangedMark } from '../parts/ChangedMark.tsx';
import { ConfirmButton } from '../parts/ConfirmButton.tsx';
import { PartialDateText } from '../parts/dates.tsx';
import { EditableField } from '../parts/EditableField.tsx';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Section } from '../parts/FieldList.tsx';
import type { Option } from '../parts/fields.tsx';
import { ReferenceChip } from '../parts/ReferenceChip.tsx';
import { readPartialDate } from '../../values/partial-date.ts';
import { AddNote, AddUpdate } from './AddTold.tsx';
import type { GroupUpdate, HeadedItem, MeetingDetail, MeetingNote } from './answers.ts';
import { printItems, readItems } from './headedItems.ts';
import { NOTE_KIND_OPTIONS, readLines } from './words.ts';
import styles from './Updates.module.css';

const NOTE_HEADINGS: readonly (readonly [MeetingNote['kind'], string])[] = [
  ['programme-update', 'Programme updates'],
  ['status', 'Status'],
  ['statement', 'Statements'],
  ['next-step', 'Next steps'],
  ['note', 'Notes'],
];

/** What other groups and the programme told the meeting, for reading, and for mending by those who may. */
export function Updates({ meeting }: { readonly meeting: MeetingDetail }): ReactNode {
  const { inPast } = useMoment();
  const editable = meeting.may.edit && !inPast;
  const { data } = useGet<{ readonly items: readonly { readonly shortName: string; readonly name: string }[] }>(
    '/api/groups',
    {},
    { enabled: editable },
  );
  const groups = (data?.items ?? []).map(({ shortName, name }): Option => ({
    value: shortName,
    label: name === shortName ? shortName : `${shortName}: ${name}`,
  }));
  const [adding, setAdding] = useState<'update' | 'note' | null>(null);
  const marked = meeting.changes.filter(({ field }) => field === 'group_update' || field === 'meeting_note');
  const nothing = meeting.groupUpdates.length === 0 && meeting.notes.length === 0;
  return (
    <>
      {editable ? (
        <p className={`${styles.tools ?? ''} screen-only`}>
          {groups.length === 0 ? null : (
            <Button onClick={() => setAdding('update')}>Add an update from a group…</Button>
          )}
          <Button onClick={() => setAdding('note')}>Add a note…</Button>
        </p>
      ) : null}
      {adding === 'update' ? <AddUpdate meeting={meeting} groups={groups} onClose={() => setAdding(null)} /> : null}
      {adding === 'note' ? <AddNote meeting={meeting} onClose={() => setAdding(null)} /> : null}
      {marked.length === 0 ? null : <ChangedMark changes={marked} label="What the meeting was told" />}
      {nothing ? (
        <EmptyState title="Nobody has told the meeting anything yet">
          Updates from other groups and from the programme come in with the meeting’s pack.
        </EmptyState>
      ) : null}
      {meeting.groupUpdates.length === 0 ? null : (
        <Section title="From other groups" count={meeting.groupUpdates.length}>
          <div className={styles.updates}>
            {meeting.groupUpdates.map((update) => (
              <Update key={update.id} update={update} groups={groups} editable={editable} />
            ))}
          </div>
        </Section>
      )}
      {NOTE_HEADINGS.map(([kind, heading]) => {
        const notes = meeting.notes.filter((note) => note.kind === kind);
        return notes.length === 0 ? null : (
          <Section key={kind} title={heading} count={notes.length}>
            <div className={styles.updates}>
              {notes.map((note) => (
                <Note key={note.id} note={note} editable={editable} />
              ))}
            </div>
          </Section>
        );
      })}
    </>
  );
}

interface UpdateProps {
  readonly update: GroupUpdate;
  readonly groups: readonly Option[];
  readonly editable: boolean;
}

function Update({ update, groups, editable }: UpdateProps): ReactNode {
  const path = `/api/group-updates/${update.id}`;
  const editor = useRecordEditor(path, update.version);
  const send = useSend();
  const of = `the update from ${update.group.shortName}`;
  return (
    <article id={update.id} className={styles.update}>
      <h3 className={styles.from}>
        <EditableField
          label={`Group of ${of}`}
          kind="select"
          value={update.group.shortName}
          options={groups}
          mayEdit={editable && groups.length > 0}
          save={editor.saveField('fromGroup')}
        >
          <ReferenceChip
            reference={update.group.shortName}
            href={`/groups/${update.group.shortName}`}
            title={update.group.name}
          />
        </EditableField>
        <EditableField
          label={`Day of ${of}`}
          kind="partialDate"
          value={update.occurred.raw}
          mayEdit={editable}
          save={editor.saveField('occurred', readPartialDate)}
        >
          <PartialDateText date={update.occurred} />
        </EditableField>
      </h3>
      <ItemsField label={`Points of ${of}`} items={update.items} editable={editable} editor={editor} />
      {update.requests.length === 0 && !editable ? null : (
        <>
          {update.requests.length === 0 ? null : <h4>Asked of this meeting</h4>}
          <EditableField
            label={`What ${of} asks`}
            kind="longText"
            value={update.requests.join('\n')}
            mayEdit={editable}
            save={editor.saveField('requests', readLines)}
          >
            {update.requests.length === 0 ? (
              <span className={styles.report}>Nothing asked of this meeting</span>
            ) : (
              <ul className={styles.requests}>
                {update.requests.map((request) => (
                  <li key={request}>{request}</li>
                ))}
              </ul>
            )}
          </EditableField>
        </>
      )}
      {update.report === '' && !editable ? null : (
        <div className={styles.report}>
          <EditableField
            label={`Report behind ${of}`}
            kind="longText"
            value={update.report}
            mayEdit={editable}
            save={editor.saveField('report')}
          >
            {update.report === '' ? 'No report named' : update.report}
          </EditableField>
        </div>
      )}
      {editable ? (
        <div className="screen-only">
          <ConfirmButton
            label="Remove…"
            look="quiet"
            question={`Remove ${of}?`}
            consequence="The meeting no longer has it. The history keeps its words."
            confirm="Remove it"
            onConfirm={() => send('DELETE', path, undefined, undefined, 'The update is removed')}
          />
        </div>
      ) : null}
    </article>
  );
}

function Note({ note, editable }: { readonly note: MeetingNote; readonly editable: boolean }): ReactNode {
  const path = `/api/meeting-notes/${note.id}`;
  const editor = useRecordEditor(path, note.version);
  const send = useSend();
  return (
    <article id={note.id} className={styles.update}>
      <h3>
        <EditableField
          label={`Title of “${note.title}”`}
          kind="text"
          value={note.title}
          mayEdit={editable}
          save={editor.saveField('title')}
        />
      </h3>
      <ItemsField label={`Points of “${note.title}”`} items={note.items} editable={editable} editor={editor} />
      {editable ? (
        <div className={`${styles.report ?? ''} screen-only`}>
          <EditableField
            label={`Kind of “${note.title}”`}
            kind="select"
            value={note.kind}
            options={NOTE_KIND_OPTIONS}
            mayEdit
            save={editor.saveField('kind')}
          />
          <ConfirmButton
            label="Remove…"
            look="quiet"
            question={`Remove “${note.title}”?`}
            consequence="The meeting no longer has it. The history keeps its words."
            confirm="Remove it"
            onConfirm={() => send('DELETE', path, undefined, undefined, 'The note is removed')}
          />
        </div>
      ) : null}
    </article>
  );
}

interface ItemsFieldProps {
  readonly label: string;
  readonly items: readonly HeadedItem[];
  readonly editable: boolean;
  readonly editor: ReturnType<typeof useRecordEditor>;
}

/** Points, edited as words: `# Heading` with its words underneath, or `- words`. */
function ItemsField({ label, items, editable, editor }: ItemsFieldProps): ReactNode {
  return (
    <EditableField
      label={label}
      kind="longText"
      value={printItems(items)}
      mayEdit={editable}
      save={editor.saveField('items', readItems)}
    >
      {items.length === 0 ? (
        <span className={styles.report}>No points yet</span>
      ) : (
        <ul className={styles.items}>
          {items.map((item, index) => (
            <li key={index}>
              {item.heading === '' ? null : <strong className={styles.heading}>{item.heading}</strong>} {item.text}
            </li>
          ))}
        </ul>
      )}
    </EditableField>
  );
}

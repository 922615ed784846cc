import type { ReactNode } from 'react';
import { useRecordEditor, useSend } from '../api/queries.ts';
import { note } from '../parts/announce.ts';
import { Button } from '../parts/Button.tsx';
import { ConfirmButton } from '../parts/ConfirmButton.tsx';
import { EditableField } from '../parts/EditableField.tsx';
import { FieldList, FieldRow } from '../parts/FieldList.tsx';
import { LinkRecord } from '../parts/LinkRecord.tsx';
import { RecordChips } from '../parts/RecordChips.tsx';
import type { Names, RecordKey } from '../parts/records.ts';
import { ReferenceChip } from '../parts/ReferenceChip.tsx';
import { capital } from '../parts/words.ts';
import type { AgendaItem, MeetingDetail } from './answers.ts';
import { NoteList } from './NoteList.tsx';
import { printNotes, readNotes } from './notes.ts';
import { PartiesField } from './PartiesField.tsx';
import { savingWholeNumber } from './wholeNumber.ts';
import { printTimes, PURPOSE_OPTIONS } from './words.ts';
import styles from './Agenda.module.css';

interface AgendaRowProps {
  readonly meeting: MeetingDetail;
  readonly item: AgendaItem;
  readonly named: Names;
  readonly mayEdit: boolean;
  /** May be changed, and the page shows the present. */
  readonly editable: boolean;
  readonly open: boolean;
  /** Its minutes as a share of the longest item's, 0–1. */
  readonly share: number;
  readonly onToggle: () => void;
  readonly order: {
    readonly first: boolean;
    readonly last: boolean;
    readonly move: (by: -1 | 1) => void;
    readonly onDragStart: () => void;
    readonly onDragEnd: () => void;
  };
}

/** One item: a row, and under it, when opened, its notes, minutes and what it is about. */
export function AgendaRow(props: AgendaRowProps): ReactNode {
  const { meeting, item, named, mayEdit, editable, open, order } = props;
  const path = `/api/meetings/${meeting.reference}/agenda/${item.id}`;
  const editor = useRecordEditor(path, item.version);
  const decided = meeting.decisions.filter((decision) => decision.agendaItemId === item.id);
  const name = `item ${String(item.position)}`;
  return (
    <>
      <tr role="row" className={styles.row}>
        <td role="cell" className={styles.time}>
          {printTimes(item.start, item.end) || `Item ${String(item.position)}`}
        </td>
        <td role="cell" className={styles.item}>
          <p className={styles.title}>
            <span className={styles.position}>{item.position}</span>
            <EditableField
              label={`Title of ${name}`}
              kind="text"
              value={item.title}
              mayEdit={mayEdit}
              save={editor.saveField('title')}
            />
          </p>
          {item.objective === '' && !editable ? null : (
            <div className={styles.objective} data-blank={item.objective === '' || undefined}>
              <EditableField
                label={`Objective of ${name}`}
                kind="longText"
                value={item.objective}
                mayEdit={mayEdit}
                save={editor.saveField('objective')}
              >
                {item.objective === '' ? 'No objective given' : item.objective}
              </EditableField>
            </div>
          )}
          {item.about.length === 0 && decided.length === 0 ? null : (
            <p className={styles.about}>
              <RecordChips keys={item.about} named={named} />
              {decided.map((decision) => (
                <ReferenceChip
                  key={decision.id}
                  reference={decision.reference}
                  href={`/decisions/${decision.reference}`}
                  title={decision.text}
                />
              ))}
            </p>
          )}
          <button
            type="button"
            className={`${styles.more ?? ''} screen-only`}
            aria-expanded={open}
            onClick={props.onToggle}
          >
            <span aria-hidden="true">{open ? '▾' : '▸'}</span> {contents(item)}
            <span className="visually-hidden"> of item {item.position}</span>
          </button>
        </td>
        <td role="cell" className={styles.purpose} data-purpose={item.purpose}>
          <EditableField
            label={`Purpose of ${name}`}
            kind="select"
            value={item.purpose}
            options={PURPOSE_OPTIONS}
            mayEdit={mayEdit}
            save={editor.saveField('purpose')}
          />
        </td>
        <td role="cell" className={styles.lead}>
          <PartiesField
            label={`Lead of ${name}`}
            parties={item.lead}
            mayEdit={mayEdit}
            save={(lead, manner) => editor.save({ lead }, manner)}
          />
        </td>
        <td role="cell" className={styles.minutes}>
          <EditableField
            label={`Minutes of ${name}`}
            kind="text"
            value={item.minutes === null ? '' : String(item.minutes)}
            mayEdit={mayEdit}
            save={savingWholeNumber(editor.save, 'minutes')}
          >
            {item.minutes === null ? '–' : item.minutes}
            <span className={styles.minutesWord}> min</span>
          </EditableField>
          <svg className={styles.share} viewBox="0 0 100 3" preserveAspectRatio="none" aria-hidden="true">
            <rect width={props.share * 100} height="3" />
          </svg>
        </td>
        {editable ? (
          <td role="cell" className={`${styles.tools ?? ''} screen-only`}>
            <span
              className={styles.handle}
              draggable
              title="Drag to move"
              aria-hidden="true"
              onDragStart={order.onDragStart}
              onDragEnd={order.onDragEnd}
            >
              ⠿
            </span>
            <Button
              look="quiet"
              aria-label={`Move ${name} up`}
              title="Move up (Alt-↑)"
              disabled={order.first}
              onClick={() => order.move(-1)}
            >
              ↑
            </Button>
            <Button
              look="quiet"
              aria-label={`Move ${name} down`}
              title="Move down (Alt-↓)"
              disabled={order.last}
              onClick={() => order.move(1)}
            >
              ↓
            </Button>
          </td>
        ) : null}
      </tr>
      {open ? (
        <tr role="row" className={styles.details}>
          <td role="cell" colSpan={editable ? 6 : 5}>
            <Details meeting={meeting} item={item} named={named} mayEdit={mayEdit} editable={editable} path={path} />
          </td>
        </tr>
      ) : null}
    </>
  );
}

/** What opening an item shows. */
function contents(item: AgendaItem): string {
  const parts = [
    ...(item.notes.length > 0 ? ['notes'] : []),
    ...(item.minuteText === '' ? [] : ['what was said']),
    ...(item.page === null ? [] : [`page ${String(item.page)}`]),
  ];
  return parts.length === 0 ? 'No notes yet' : capital(parts.join(', '));
}

function Details(
  props: Pick<AgendaRowProps, 'meeting' | 'item' | 'named' | 'mayEdit' | 'editable'> & { readonly path: string },
): ReactNode {
  const { meeting, item, named, mayEdit, editable, path } = props;
  const send = useSend();
  const editor = useRecordEditor(path, item.version);
  const name = `item ${String(item.position)}`;
  const setAbout = async (about: readonly RecordKey[]): Promise<void> => {
    const saved = await editor.save({ about });
    if (saved.kind === 'failed') note(saved.failure.detail, { tone: 'problem' });
  };
  const blank = item.notes.length === 0;
  return (
    <div className={styles.inside}>
      <FieldList>
        {blank && !editable ? null : (
          <FieldRow label="Notes">
            <EditableField
              label={`Notes of ${name}`}
              kind="longText"
              value={printNotes(item.notes)}
              mayEdit={mayEdit}
              save={editor.saveField('notes', readNotes)}
            >
              {blank ? undefined : <NoteList notes={item.notes} />}
            </EditableField>
          </FieldRow>
        )}
        {item.minuteText === '' && !editable ? null : (
          <FieldRow label="What was said">
            <EditableField
              label={`What was said under ${name}`}
              kind="longText"
              value={item.minuteText}
              mayEdit={mayEdit}
              save={editor.saveField('minuteText')}
            />
          </FieldRow>
        )}
        {item.about.length === 0 && !editable ? null : (
          <FieldRow label="About">
            <span className={styles.aboutEdit}>
              {item.about.map((key) => (
                <span key={`${key.kind}:${key.id}`} className={styles.aboutOne}>
                  <RecordChips keys={[key]} named={named} />
                  {editable ? (
                    <Button
                      look="quiet"
                      aria-label={`${name} is not about ${named.get(`${key.kind}:${key.id}`)?.reference ?? key.kind}`}
                      onClick={() => void setAbout(item.about.filter((one) => one !== key))}
                    >
                      ✕
                    </Button>
                  ) : null}
                </span>
              ))}
              {editable ? (
                <LinkRecord
                  look="quiet"
                  title={`What is ${name} about?`}
                  onLink={({ kind, id }) =>
                    editor.save({
                      about: [...item.about.filter((one) => one.kind !== kind || one.id !== id), { kind, id }],
                    })
                  }
                />
              ) : null}
            </span>
          </FieldRow>
        )}
        {item.page === null && !editable ? null : (
          <FieldRow label="Page of the pack">
            <EditableField
              label={`Page of ${name}`}
              kind="text"
              value={item.page === null ? '' : String(item.page)}
              mayEdit={mayEdit}
              save={savingWholeNumber(editor.save, 'page')}
            />
          </FieldRow>
        )}
      </FieldList>
      {editable ? (
        <div className="screen-only">
          <ConfirmButton
            label="Take it off the agenda…"
            look="quiet"
            question={`Take “${item.title}” off the agenda of ${meeting.reference}?`}
            consequence="Its notes and minutes go with it, and the items after it move up. The history keeps them."
            confirm="Take it off"
            onConfirm={() => send('DELETE', path, undefined, undefined, `${item.title} is off the agenda`)}
          />
        </div>
      ) : null}
    </div>
  );
}

import { useState, type DragEvent, type KeyboardEvent, type ReactNode } from 'react';
import { useSend } from '../api/queries.ts';
import { useMoment } from '../app/moment.ts';
import { announce, note } from '../parts/announce.ts';
import { Button } from '../parts/Button.tsx';
import { ChangedMark } from '../parts/ChangedMark.tsx';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Section } from '../parts/FieldList.tsx';
import { FormDialog } from '../parts/FormDialog.tsx';
import { usePrinting } from '../parts/printing.ts';
import type { MeetingDetail } from './answers.ts';
import { AgendaRow } from './AgendaRow.tsx';
import { moved } from './order.ts';
import { useNamedRecords } from '../parts/records.ts';
import { readWholeNumber } from './wholeNumber.ts';
import { counted, PURPOSE_OPTIONS, readParties } from './words.ts';
import styles from './Agenda.module.css';

/** The agenda as a table: times that follow from the start, what each item is for, who leads, and its notes. */
export function Agenda({ meeting }: { readonly meeting: MeetingDetail }): ReactNode {
  const { inPast } = useMoment();
  const send = useSend();
  const printing = usePrinting();
  const named = useNamedRecords(meeting.agenda.flatMap((item) => item.about));
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [adding, setAdding] = useState(false);
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const mayEdit = meeting.may.edit;
  // On paper nothing is edited, and blank fields say nothing.
  const editable = mayEdit && !inPast && !printing;
  const path = `/api/meetings/${meeting.reference}/agenda`;
  const ids = meeting.agenda.map((item) => item.id);
  const allOpen = meeting.agenda.every((item) => open.has(item.id));

  const put = async (order: readonly string[], id: string): Promise<void> => {
    if (order.join() === ids.join()) return;
    const item = meeting.agenda.find((one) => one.id === id);
    const saved = await send('PUT', `${path}/order`, { ids: order });
    if (saved.kind === 'failed') note(saved.failure.detail, { tone: 'problem' });
    else
      announce(`${item?.title ?? 'The item'} is now item ${String(order.indexOf(id) + 1)} of ${String(order.length)}`);
  };
  const move = (id: string, by: -1 | 1): void => void put(moved(ids, ids.indexOf(id), ids.indexOf(id) + by), id);
  const drop = (onto: string): void => {
    if (dragged !== null) void put(moved(ids, ids.indexOf(dragged), ids.indexOf(onto)), dragged);
    setDragged(null);
    setOver(null);
  };
  const toggle = (id: string): void => {
    const next = new Set(open);
    if (!next.delete(id)) next.add(id);
    setOpen(next);
  };
  const marks = meeting.changes.filter((change) => change.field === 'agenda_item');
  const longest = Math.max(1, ...meeting.agenda.map((item) => item.minutes ?? 0));
  return (
    <Section
      title="Agenda"
      count={meeting.agenda.length}
      actions={
        <>
          {meeting.agenda.length === 0 ? null : (
            <Button look="quiet" onClick={() => setOpen(allOpen ? new Set() : new Set(ids))}>
              {allOpen ? 'Close all notes' : 'Open all notes'}
            </Button>
          )}
          {editable ? <Button onClick={() => setAdding(true)}>Add an item…</Button> : null}
        </>
      }
    >
      {marks.length === 0 ? null : (
        <p className={styles.changed}>
          The agenda has changed <ChangedMark changes={marks} label="Agenda" />
        </p>
      )}
      {meeting.agenda.length === 0 ? (
        <EmptyState title="No agenda yet">
          {editable
            ? 'Add the first item; times follow from the start of the meeting and the minutes of each item.'
            : 'Its items will stand here with their times.'}
        </EmptyState>
      ) : (
        <table role="table" className={styles.agenda} data-editable={editable || undefined}>
          <caption className="visually-hidden">
            Agenda of {meeting.reference}: {counted(meeting.agenda.length, 'item')},{' '}
            {counted(meeting.plannedMinutes, 'minute')}
          </caption>
          <thead role="rowgroup">
            <tr role="row">
              {['Time', 'Item', 'For', 'Lead', 'Minutes'].map((heading) => (
                <th key={heading} role="columnheader" scope="col">
                  {heading}
                </th>
              ))}
              {editable ? (
                <th role="columnheader" scope="col" className="screen-only">
                  Order
                </th>
              ) : null}
            </tr>
          </thead>
          {meeting.agenda.map((item, index) => (
            <tbody
              key={item.id}
              id={item.id}
              role="rowgroup"
              data-over={(over === item.id && dragged !== item.id) || undefined}
              data-dragged={dragged === item.id || undefined}
              onKeyDown={(event: KeyboardEvent) => {
                if (!editable || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
                event.preventDefault();
                move(item.id, event.key === 'ArrowUp' ? -1 : 1);
              }}
              onDragOver={(event: DragEvent) => {
                if (dragged === null) return;
                event.preventDefault();
                setOver(item.id);
              }}
              onDrop={() => drop(item.id)}
            >
              <AgendaRow
                meeting={meeting}
                item={item}
                named={named}
                mayEdit={mayEdit}
                editable={editable}
                open={open.has(item.id) || (printing && (item.notes.length > 0 || item.minuteText !== ''))}
                share={(item.minutes ?? 0) / longest}
                onToggle={() => toggle(item.id)}
                order={{
                  first: index === 0,
                  last: index === meeting.agenda.length - 1,
                  move: (by) => move(item.id, by),
                  onDragStart: () => setDragged(item.id),
                  onDragEnd: () => {
                    setDragged(null);
                    setOver(null);
                  },
                }}
              />
            </tbody>
          ))}
        </table>
      )}
      {meeting.agenda.length === 0 ? null : (
        <p className={styles.sum}>
          {counted(meeting.plannedMinutes, 'minute')} planned
          {meeting.plannedEnd === null ? '' : `, to end at ${meeting.plannedEnd}`}
          {meeting.endTime !== null && meeting.plannedEnd !== null && meeting.plannedEnd > meeting.endTime
            ? `: later than the meeting’s own end, ${meeting.endTime}`
            : ''}
          .
        </p>
      )}
      <FormDialog
        open={adding}
        title="Add an item"
        submit="Add it"
        fields={[
          { name: 'title', label: 'Item', kind: 'text', required: true },
          { name: 'objective', label: 'Objective', kind: 'longText' },
          {
            name: 'purpose',
            label: 'For',
            kind: 'select',
            required: true,
            options: PURPOSE_OPTIONS,
            initial: 'information',
          },
          { name: 'lead', label: 'Lead', kind: 'text', hint: 'Programme (design lead), Chair' },
          { name: 'minutes', label: 'Minutes', kind: 'text', hint: 'How long it takes: 15' },
          {
            name: 'position',
            label: 'Where',
            kind: 'select',
            options: [
              { value: '', label: 'At the end' },
              ...meeting.agenda.map((item) => ({
                value: String(item.position),
                label: `Before ${String(item.position)}, ${item.title}`,
              })),
            ],
          },
        ]}
        onSubmit={async ({ lead = '', minutes = '', position = '', ...plain }) => {
          const length = readWholeNumber(minutes, 'minutes');
          if (length.kind === 'failed') return length;
          return send(
            'POST',
            path,
            {
              ...plain,
              lead: readParties(lead),
              minutes: length.value,
              ...(position === '' ? {} : { position: Number(position) }),
            },
            undefined,
            'The item is on the agenda',
          );
        }}
        onClose={() => setAdding(false)}
      />
    </Section>
  );
}

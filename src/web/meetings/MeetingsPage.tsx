import { Link } from '@tanstack/react-router';
import { useMemo, useState, type ReactNode } from 'react';
import { useGet, useSend } from '../api/queries.ts';
import { useSession } from '../app/session.ts';
import { Button } from '../parts/Button.tsx';
import { DataTable } from '../parts/DataTable.tsx';
import { CivilDate } from '../parts/dates.tsx';
import { EmptyState } from '../parts/EmptyState.tsx';
import { FormDialog } from '../parts/FormDialog.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { PageHeading } from '../parts/PageHeading.tsx';
import { ReferenceChip } from '../parts/ReferenceChip.tsx';
import { filterRows, type Column } from '../parts/tableRows.ts';
import { useTableState } from '../parts/tableState.ts';
import type { Group, Meeting, MeetingList } from './answers.ts';
import { Calendar } from './Calendar.tsx';
import { StateMark } from './StateMark.tsx';
import { useWholeList } from './wholeList.ts';
import { printTimes } from './words.ts';

const hrefOf = (meeting: Meeting): string => `/meetings/${meeting.reference}`;
const keyOf = (meeting: Meeting): string => meeting.id;
const changesOf = (meeting: Meeting) => meeting.changes;

const columns: readonly Column<Meeting>[] = [
  {
    id: 'date',
    header: 'Date',
    value: (meeting) => meeting.date,
    cell: (meeting) => <CivilDate date={meeting.date} />,
    width: '116px',
  },
  {
    id: 'reference',
    header: 'Meeting',
    field: 'number',
    value: (meeting) => meeting.reference,
    cell: (meeting) => <ReferenceChip reference={meeting.reference} href={hrefOf(meeting)} />,
    width: '168px',
  },
  {
    id: 'group',
    header: 'Group',
    value: (meeting) => meeting.group.shortName,
    filter: true,
    group: true,
    width: '96px',
  },
  { id: 'title', header: 'Title', value: (meeting) => meeting.title || meeting.group.name },
  {
    id: 'time',
    header: 'Time',
    field: 'start_time',
    value: (meeting) => printTimes(meeting.startTime, meeting.endTime),
    width: '112px',
  },
  {
    id: 'state',
    header: 'State',
    value: (meeting) => meeting.stateLabel,
    cell: (meeting) => <StateMark state={meeting.state} label={meeting.stateLabel} />,
    filter: true,
    group: true,
    width: '160px',
  },
  {
    id: 'items',
    header: 'Items',
    field: 'agenda_item',
    value: (meeting) => meeting.agendaItems,
    align: 'end',
    width: '80px',
  },
  { id: 'place', header: 'Place', value: (meeting) => meeting.place, hidden: true },
  { id: 'chair', header: 'Chair', value: (meeting) => meeting.chair, hidden: true },
];

const FILTERS = ['group', 'state'];

/** Meetings of all groups: a calendar that follows the filters of the list under it. */
export default function MeetingsPage(): ReactNode {
  const meetings = useWholeList<Meeting, MeetingList>('/api/meetings');
  return (
    <Loaded query={meetings} what="the meetings">
      {(list) => <Meetings list={list} />}
    </Loaded>
  );
}

function Meetings({ list }: { readonly list: MeetingList }): ReactNode {
  const [state] = useTableState(FILTERS);
  const shown = useMemo(() => filterRows(list.items, columns, state), [list.items, state]);
  return (
    <>
      <PageHeading
        title="Meetings"
        sentence={list.sentence}
        actions={
          <>
            <Link to="/groups">Groups</Link>
            <AddMeeting />
          </>
        }
      />
      {list.items.length === 0 ? null : <Calendar meetings={shown} today={list.today} />}
      <DataTable
        caption="Meetings"
        rows={list.items}
        columns={columns}
        rowKey={keyOf}
        rowHref={hrefOf}
        changesOf={changesOf}
        defaultSort="-date"
        empty={
          <EmptyState title="No meeting is in the calendar">
            Add a meeting above, or read a pack in: its meeting and the next ones come with it.
          </EmptyState>
        }
      />
    </>
  );
}

/** Puts a meeting into the calendar. */
export function AddMeeting({ group = null }: { readonly group?: string | null }): ReactNode {
  const session = useSession();
  const send = useSend();
  const [open, setOpen] = useState(false);
  const groups = useGet<{ readonly items: readonly Group[] }>(
    '/api/groups',
    {},
    { atMoment: false, enabled: open && group === null },
  );
  if (!session.may('add', 'meeting')) return null;
  const options = (groups.data?.items ?? []).map((one) => ({
    value: one.shortName,
    label: one.name === one.shortName ? one.name : `${one.shortName}: ${one.name}`,
  }));
  return (
    <>
      <Button onClick={() => setOpen(true)}>Add a meeting…</Button>
      <FormDialog
        key={options.length === 0 ? 'waiting' : 'ready'}
        open={open}
        title="Add a meeting"
        submit="Add it"
        fields={[
          group === null && options.length > 0
            ? { name: 'group', label: 'Group', kind: 'select', required: true, options }
            : { name: 'group', label: 'Group', kind: 'text', required: true, initial: group ?? '' },
          { name: 'date', label: 'Date', kind: 'date', required: true },
          {
            name: 'number',
            label: 'Number',
            kind: 'text',
            hint: 'For example 13. A meeting without one goes by its date.',
          },
          {
            name: 'extraordinary',
            label: 'Extraordinary meeting',
            kind: 'select',
            options: [
              { value: 'no', label: 'No' },
              { value: 'yes', label: 'Yes, outside the usual cadence' },
            ],
          },
          { name: 'startTime', label: 'Starts at', kind: 'text', hint: 'For example 10:00' },
          { name: 'place', label: 'Place', kind: 'text' },
          { name: 'title', label: 'Title', kind: 'text' },
        ]}
        onSubmit={({ number = '', startTime = '', extraordinary, ...plain }) =>
          send(
            'POST',
            '/api/meetings',
            {
              ...plain,
              number: number.trim() === '' ? null : number.trim(),
              startTime: startTime.trim() === '' ? null : startTime.trim(),
              extraordinary: extraordinary === 'yes',
            },
            undefined,
            'The meeting is in the calendar',
          )
        }
        onClose={() => setOpen(false)}
      />
    </>
  );
}

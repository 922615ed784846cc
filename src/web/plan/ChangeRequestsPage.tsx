import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useList, useSend } from '../api/queries.ts';
import { useSession } from '../app/session.ts';
import { Button } from '../parts/Button.tsx';
import { DataTable } from '../parts/DataTable.tsx';
import { CivilDate } from '../parts/dates.tsx';
import { EmptyState } from '../parts/EmptyState.tsx';
import { FormDialog, type FormFieldSpec } from '../parts/FormDialog.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { PageHeading } from '../parts/PageHeading.tsx';
import { ReferenceChip } from '../parts/ReferenceChip.tsx';
import type { Column } from '../parts/tableRows.ts';
import type { ChangeRequest } from './answers.ts';
import styles from './Parts.module.css';
import { keyInWords } from '../parts/words.ts';
import { listed, orNull } from './reading.ts';

const affected = (row: ChangeRequest): string => row.affectedMilestones.map(({ reference }) => reference).join(', ');

const columns: readonly Column<ChangeRequest>[] = [
  {
    id: 'reference',
    header: 'Reference',
    value: (row) => row.reference,
    cell: (row) => <ReferenceChip reference={row.reference} href={row.href} />,
    width: '96px',
  },
  {
    id: 'title',
    header: 'Title',
    value: (row) => row.title,
    cell: (row) => <Link to={row.href}>{row.title}</Link>,
  },
  {
    id: 'state',
    header: 'Stands at',
    value: (row) => row.stateWords,
    cell: (row) =>
      row.outcome === null ? row.stateWords : `${row.stateWords}: ${keyInWords(row.outcome).toLowerCase()}`,
    filter: true,
    group: true,
    width: '170px',
  },
  {
    id: 'outcome',
    header: 'Outcome',
    value: (row) => (row.outcome === null ? '' : keyInWords(row.outcome)),
    filter: true,
    group: true,
    hidden: true,
    width: '120px',
  },
  {
    id: 'assessment',
    header: 'Assessed',
    field: 'assessmentTo',
    value: (row) => row.assessmentTo ?? row.assessmentFrom,
    cell: (row) =>
      row.assessmentFrom === null && row.assessmentTo === null ? (
        ''
      ) : (
        <>
          <CivilDate date={row.assessmentFrom} none="…" /> to <CivilDate date={row.assessmentTo} none="…" />
        </>
      ),
    width: '210px',
  },
  {
    id: 'affected',
    header: 'Affects',
    field: 'affectedMilestones',
    value: affected,
    cell: (row) =>
      row.affectedMilestones.length === 0 ? (
        ''
      ) : (
        <span className={styles.chips}>
          {row.affectedMilestones.map((one) => (
            <ReferenceChip key={one.reference} reference={one.reference} href={one.href} title={one.title} />
          ))}
        </span>
      ),
    filter: { values: (row) => row.affectedMilestones.map(({ reference }) => reference) },
    width: '96px',
  },
  {
    id: 'cost',
    header: 'Cost',
    field: 'costAmount',
    value: (row) => row.costAmount,
    cell: (row) => row.costWords,
    align: 'end',
    width: '120px',
  },
  {
    id: 'schedule',
    header: 'Schedule',
    field: 'scheduleWeeksMax',
    value: (row) => row.scheduleWeeksMax,
    cell: (row) => row.scheduleWords,
    align: 'end',
    width: '104px',
  },
  { id: 'raisedBy', header: 'Raised by', value: (row) => row.raisedBy, filter: true, group: true, width: '110px' },
  {
    id: 'raisedOn',
    header: 'Raised',
    value: (row) => row.raisedOn,
    cell: (row) => <CivilDate date={row.raisedOn} none="" />,
    hidden: true,
    width: '110px',
  },
  {
    id: 'deciders',
    header: 'Decided by',
    field: 'decisionGroup',
    value: (row) => row.deciders.join(', then '),
    filter: true,
    hidden: true,
    width: '130px',
  },
];

const keyOf = (row: ChangeRequest): string => row.id;
const hrefOf = (row: ChangeRequest): string => row.href;
const changesOf = (row: ChangeRequest) => row.changes;

/** Requests to change the programme itself. */
export default function ChangeRequestsPage(): ReactNode {
  const requests = useList<ChangeRequest>('/api/change-requests');
  return (
    <Loaded query={requests} what="the change requests">
      {(list) => (
        <>
          <PageHeading title="Change requests" sentence={`${list.sentence ?? ''}.`} actions={<Raise />} />
          <DataTable
            caption="Change requests"
            rows={list.items}
            columns={columns}
            rowKey={keyOf}
            rowHref={hrefOf}
            changesOf={changesOf}
            defaultSort="-reference"
            empty={
              <EmptyState title="No change requests yet">
                A request to change the programme’s scope, plan or budget is raised here and followed to its decision.
              </EmptyState>
            }
          />
        </>
      )}
    </Loaded>
  );
}

const FIELDS: readonly FormFieldSpec[] = [
  { name: 'title', label: 'Title', kind: 'text', required: true },
  { name: 'reference', label: 'Reference', kind: 'text', hint: 'Such as CR0012; the next number when left empty' },
  { name: 'request', label: 'What it asks for', kind: 'longText' },
  { name: 'raisedBy', label: 'Raised by', kind: 'text' },
  { name: 'raisedOn', label: 'Raised', kind: 'date' },
  { name: 'affectedMilestones', label: 'Milestones it affects', kind: 'text', hint: 'References, such as M6, M8' },
];

function Raise(): ReactNode {
  const { may } = useSession();
  const send = useSend();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  if (!may('add', 'change-request')) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>Raise a change request</Button>
      <FormDialog
        open={open}
        title="Raise a change request"
        fields={FIELDS}
        submit="Raise it"
        onSubmit={async ({ title, reference = '', request = '', raisedBy = '', raisedOn = '', affectedMilestones }) => {
          const added = await send<{ id: string }>(
            'POST',
            '/api/change-requests',
            {
              title,
              ...(reference.trim() === '' ? {} : { reference }),
              request: orNull(request),
              raisedBy: orNull(raisedBy),
              raisedOn: orNull(raisedOn),
              affectedMilestones: listed(affectedMilestones ?? ''),
            },
            undefined,
            'The change request is raised',
          );
          if (added.kind === 'ok') void navigate({ to: `/change-requests/${added.value.id}` });
          return added;
        }}
        onClose={() => setOpen(false)}
      />
    </>
  );
}

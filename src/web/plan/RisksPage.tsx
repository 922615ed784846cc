import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { RAG_VALUES } from '../../values/rag.ts';
import { useList, useSend } from '../api/queries.ts';
import { useSession } from '../app/session.ts';
import { Button } from '../parts/Button.tsx';
import { DataTable } from '../parts/DataTable.tsx';
import { EmptyState } from '../parts/EmptyState.tsx';
import { FormDialog, type FormFieldSpec } from '../parts/FormDialog.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { PageHeading } from '../parts/PageHeading.tsx';
import { RagMark } from '../parts/RagMark.tsx';
import { ReferenceChip } from '../parts/ReferenceChip.tsx';
import type { Column } from '../parts/tableRows.ts';
import type { Risk } from './answers.ts';
import { MitigationsDone } from './Mitigations.tsx';
import { keyInWords } from '../parts/words.ts';
import { optionsOf, orNull, RAG_OPTIONS } from './reading.ts';
import { ReviewDate } from './ReviewDate.tsx';

const columns: readonly Column<Risk>[] = [
  {
    id: 'reference',
    header: 'Reference',
    value: (row) => row.reference,
    cell: (row) => <ReferenceChip reference={row.reference} href={row.href} />,
    width: '92px',
  },
  {
    id: 'rag',
    header: 'Rating',
    value: (row) => keyInWords(row.rag === 'none' ? 'not rated' : row.rag),
    sortValue: (row) => RAG_VALUES.indexOf(row.rag),
    cell: (row) => <RagMark rag={row.rag} words />,
    filter: true,
    group: true,
    width: '104px',
  },
  {
    id: 'description',
    header: 'Description',
    value: (row) => row.description,
    cell: (row) => <Link to={row.href}>{row.description}</Link>,
  },
  { id: 'type', header: 'Type', value: (row) => keyInWords(row.type), filter: true, group: true, width: '70px' },
  {
    id: 'owner',
    header: 'Owner',
    value: (row) => row.owner,
    cell: (row) => row.owner ?? 'Nobody',
    filter: true,
    group: true,
    width: '150px',
  },
  {
    id: 'reviewDate',
    header: 'Review',
    value: (row) => row.reviewDate,
    cell: (row) => <ReviewDate risk={row} />,
    width: '120px',
  },
  {
    id: 'overdue',
    header: 'Review overdue',
    value: (row) => row.reviewOverdue,
    filter: true,
    hidden: true,
    width: '120px',
  },
  {
    id: 'mitigations',
    header: 'Mitigations done',
    value: (row) => row.mitigations.filter((one) => one.done).length,
    sortValue: (row) =>
      row.mitigations.length === 0 ? null : row.mitigations.filter((one) => one.done).length / row.mitigations.length,
    cell: (row) => <MitigationsDone risk={row} />,
    width: '130px',
  },
  { id: 'state', header: 'State', value: (row) => keyInWords(row.state), filter: true, group: true, width: '80px' },
];

const keyOf = (row: Risk): string => row.id;
const hrefOf = (row: Risk): string => row.href;
const changesOf = (row: Risk) => row.changes;

/** What may go wrong, and what has. */
export default function RisksPage(): ReactNode {
  const risks = useList<Risk>('/api/risks');
  return (
    <Loaded query={risks} what="the risks">
      {(list) => (
        <>
          <PageHeading title="Risks" sentence={`${list.sentence ?? ''}.`} actions={<AddRisk />} />
          <DataTable
            caption="Risks and issues"
            rows={list.items}
            columns={columns}
            rowKey={keyOf}
            rowHref={hrefOf}
            changesOf={changesOf}
            defaultSort="rag,reference"
            empty={
              <EmptyState title="No risks yet">
                Add what may go wrong, who owns it and what is done against it; or read a meeting pack in.
              </EmptyState>
            }
          />
        </>
      )}
    </Loaded>
  );
}

const FIELDS: readonly FormFieldSpec[] = [
  { name: 'description', label: 'Description', kind: 'longText', required: true },
  { name: 'type', label: 'Type', kind: 'select', options: optionsOf(['risk', 'issue']), required: true },
  { name: 'cause', label: 'Cause', kind: 'longText' },
  { name: 'effect', label: 'Effect', kind: 'longText' },
  { name: 'rag', label: 'Rating', kind: 'select', options: RAG_OPTIONS, required: true },
  { name: 'owner', label: 'Owner', kind: 'text', hint: 'A role, such as Programme (design lead)' },
  { name: 'reviewDate', label: 'Review', kind: 'date' },
];

function AddRisk(): ReactNode {
  const { may } = useSession();
  const send = useSend();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  if (!may('add', 'risk')) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>Add a risk</Button>
      <FormDialog
        open={open}
        title="Add a risk or an issue"
        fields={FIELDS}
        submit="Add it"
        onSubmit={async ({ description, type, rag, cause = '', effect = '', owner = '', reviewDate = '' }) => {
          const body = {
            description,
            type,
            rag,
            cause: orNull(cause),
            effect: orNull(effect),
            owner: orNull(owner),
            reviewDate: orNull(reviewDate),
          };
          const added = await send<{ id: string }>('POST', '/api/risks', body, undefined, 'Added');
          if (added.kind === 'ok') void navigate({ to: `/risks/${added.value.id}` });
          return added;
        }}
        onClose={() => setOpen(false)}
      />
    </>
  );
}

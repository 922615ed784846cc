import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState, type ReactNode } from 'react';
import { useGet, useSend } from '../api/queries.ts';
import { useSession } from '../app/session.ts';
import { Button } from '../parts/Button.tsx';
import { DataTable } from '../parts/DataTable.tsx';
import { EmptyState } from '../parts/EmptyState.tsx';
import { FormDialog } from '../parts/FormDialog.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { PageHeading } from '../parts/PageHeading.tsx';
import { ReferenceChip } from '../parts/ReferenceChip.tsx';
import type { Column } from '../parts/tableRows.ts';
import type { CodeBody, CodeBodyDetail, CodeBodyList } from './answers.ts';
import { BODY_KIND_WORDS, choices, listFrom } from './words.ts';

interface Counts {
  readonly groups: readonly { readonly body: string; readonly count: number }[];
}

const keyOf = (body: CodeBody): string => body.id;
const hrefOf = (body: CodeBody): string => body.href;
const changesOf = (body: CodeBody): CodeBody['changes'] => body.changes;

const columnsWith = (counts: Counts | undefined): readonly Column<CodeBody>[] => [
  {
    id: 'short',
    header: 'Code',
    value: (body) => body.shortName,
    sortValue: (body) => body.position,
    cell: (body) => <ReferenceChip reference={body.shortName} href={body.href} title={body.name} />,
    width: '100px',
  },
  { id: 'name', header: 'Name', value: (body) => body.name },
  { id: 'administrator', header: 'Administrator', value: (body) => body.administrator, width: '240px' },
  { id: 'kind', header: 'Kind', value: (body) => BODY_KIND_WORDS[body.kind], filter: true, width: '120px' },
  {
    id: 'expected',
    header: 'Monthly return',
    value: (body) => (body.expectedInHorizon ? 'Expected' : 'Not expected'),
    filter: true,
    field: 'expected_in_horizon',
    width: '140px',
  },
  {
    id: 'inFlight',
    header: 'In flight',
    value: (body) => counts?.groups.find((group) => group.body === body.shortName)?.count ?? 0,
    align: 'end',
    width: '90px',
  },
];

/** The code bodies on record, the programme itself among them. */
export default function CodesPage(): ReactNode {
  const codes = useGet<CodeBodyList>('/api/codes');
  const counts = useGet<Counts>('/api/modifications', { limit: 1, inFlight: 'true' });
  const columns = useMemo(() => columnsWith(counts.data), [counts.data]);
  const session = useSession();
  const [adding, setAdding] = useState(false);
  const mayAdd = session.may('add', 'code-body');
  return (
    <Loaded query={codes} what="the code bodies">
      {(list) => (
        <>
          <PageHeading
            title="Codes"
            sentence={list.sentence}
            actions={mayAdd ? <Button onClick={() => setAdding(true)}>Add a code body</Button> : undefined}
          />
          <DataTable
            caption="Code bodies"
            rows={list.items}
            columns={columns}
            rowKey={keyOf}
            rowHref={hrefOf}
            changesOf={changesOf}
            defaultSort="short"
            empty={<Nothing mayAdd={mayAdd} />}
          />
          <AddBody open={adding} onClose={() => setAdding(false)} next={list.items.length + 1} />
        </>
      )}
    </Loaded>
  );
}

function Nothing({ mayAdd }: { readonly mayAdd: boolean }): ReactNode {
  const send = useSend();
  return (
    <EmptyState
      title="No code body is on record yet"
      {...(mayAdd
        ? {
            action: {
              label: 'Load the usual code bodies',
              run: () => void send('POST', '/api/codes/defaults', {}, undefined, 'The code bodies are on record'),
            },
          }
        : {})}
    >
      Changes belong to code bodies. Start with the eight of the energy industry, or add your own.
    </EmptyState>
  );
}

interface AddBodyProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly next: number;
}

function AddBody({ open, onClose, next }: AddBodyProps): ReactNode {
  const send = useSend();
  const navigate = useNavigate();
  return (
    <FormDialog
      open={open}
      title="Add a code body"
      submit="Add the code body"
      onClose={onClose}
      onSubmit={async (values) => {
        const added = await send<CodeBodyDetail>(
          'POST',
          '/api/codes',
          {
            shortName: values['shortName'],
            name: values['name'],
            administrator: values['administrator'],
            aliases: listFrom(values['aliases'] ?? ''),
            kind: values['kind'],
            expectedInHorizon: values['expectedInHorizon'] === 'yes',
            position: next,
          },
          undefined,
          'The code body is on record',
        );
        if (added.kind === 'ok') void navigate({ to: added.value.href });
        return added;
      }}
      fields={[
        {
          name: 'shortName',
          label: 'Short name',
          kind: 'text',
          required: true,
          hint: 'Printed in every reference and address, and never changed: STC.',
        },
        { name: 'name', label: 'Name', kind: 'text', required: true },
        { name: 'administrator', label: 'Administrator', kind: 'text' },
        { name: 'aliases', label: 'Other names', kind: 'text', hint: 'With commas between them.' },
        { name: 'kind', label: 'Kind', kind: 'select', required: true, options: choices(BODY_KIND_WORDS) },
        {
          name: 'expectedInHorizon',
          label: 'Makes a return to the horizon log each month',
          kind: 'select',
          required: true,
          options: [
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
          ],
        },
      ]}
    />
  );
}

import { useMemo, useState, type ReactNode } from 'react';
import { useSend } from '../api/queries.ts';
import { useMoment } from '../app/moment.ts';
import { useSession } from '../app/session.ts';
import { Button } from '../parts/Button.tsx';
import { DataTable } from '../parts/DataTable.tsx';
import { EmptyState } from '../parts/EmptyState.tsx';
import { FormDialog } from '../parts/FormDialog.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { PageHeading } from '../parts/PageHeading.tsx';
import { ReferenceChip } from '../parts/ReferenceChip.tsx';
import type { Column } from '../parts/tableRows.ts';
import { addDays, readPartialDate } from '../../values/partial-date.ts';
import { ActionState, Clamped, DueDate } from './ActionFacts.tsx';
import { ActionUpdateForm } from './ActionUpdateForm.tsx';
import type { Action, ActionList } from './answers.ts';
import { useMeetingOptions } from './Steps.tsx';
import { printParties, readParties } from './words.ts';
import { useWholeList } from './wholeList.ts';

const hrefOf = (action: Action): string => `/actions/${action.reference}`;
const keyOf = (action: Action): string => action.id;
const changesOf = (action: Action) => action.changes;

/** Open first, then those proposed for closing, then the rest. */
const ORDER: readonly string[] = ['open', 'proposed-closed', 'closed', 'cancelled'];

/** When an action falls due, seen from a day. */
function whenDue(action: Action, today: string): string {
  const due = action.due?.latest ?? null;
  if (action.overdue) return 'Overdue';
  if (action.steps.every((step) => step.name !== 'agree-closure')) return 'Settled';
  if (due === null) return 'No day given';
  if (due < today) return 'Passed, closing proposed';
  return due <= addDays(today, 7) ? 'Within 7 days' : due <= addDays(today, 30) ? 'Within 30 days' : 'Later';
}

const columnsFor = (today: string, update: ((action: Action) => void) | null): readonly Column<Action>[] => [
  {
    id: 'reference',
    header: 'Action',
    value: (action) => action.reference,
    cell: (action) => <ReferenceChip reference={action.reference} href={hrefOf(action)} />,
    width: '108px',
  },
  {
    id: 'text',
    header: 'What',
    value: (action) => action.text,
    cell: (action) => <Clamped words={action.text} />,
  },
  {
    id: 'owner',
    header: 'Owner',
    field: 'owners',
    value: (action) => printParties(action.owners),
    filter: { values: (action) => [...new Set(action.owners.map((owner) => owner.role))] },
    group: true,
    width: '136px',
  },
  {
    id: 'due',
    header: 'Due',
    value: (action) => action.due?.latest ?? action.due?.raw ?? null,
    cell: (action) => <DueDate action={action} />,
    width: '112px',
  },
  {
    id: 'state',
    header: 'State',
    value: (action) => action.stateLabel,
    sortValue: (action) => ORDER.indexOf(action.state),
    cell: (action) => <ActionState action={action} />,
    filter: true,
    group: true,
    width: '184px',
  },
  {
    id: 'latest',
    header: 'Latest update',
    field: 'action_update',
    value: (action) => action.latestUpdate?.words ?? '',
    cell: (action) => <Clamped words={action.latestUpdate?.words ?? ''} />,
    width: '23%',
  },
  {
    id: 'when',
    header: 'When due',
    value: (action) => whenDue(action, today),
    filter: true,
    group: true,
    hidden: true,
  },
  { id: 'group', header: 'Group', value: (action) => action.group, filter: true, group: true, hidden: true },
  { id: 'raised', header: 'Raised at', value: (action) => action.raisedAt, group: true, hidden: true },
  ...(update === null
    ? []
    : [
        {
          id: 'update',
          header: 'Add',
          value: () => '',
          cell: (action: Action) => (
            <Button look="quiet" aria-label={`Update ${action.reference}`} onClick={() => update(action)}>
              Update…
            </Button>
          ),
          width: '92px',
        },
      ]),
];

/** Who owes what by when, across all groups. */
export default function ActionsPage(): ReactNode {
  const actions = useWholeList<Action, ActionList>('/api/actions');
  return (
    <Loaded query={actions} what="the actions">
      {(list) => <Actions list={list} />}
    </Loaded>
  );
}

function Actions({ list }: { readonly list: ActionList }): ReactNode {
  const { inPast } = useMoment();
  const [updating, setUpdating] = useState<Action | null>(null);
  const mayEdit = list.may.edit && !inPast;
  const columns = useMemo(() => columnsFor(list.today, mayEdit ? setUpdating : null), [list.today, mayEdit]);
  return (
    <>
      <PageHeading title="Actions" sentence={list.sentence} actions={<RaiseAction />} />
      <DataTable
        caption="Actions"
        rows={list.items}
        columns={columns}
        rowKey={keyOf}
        rowHref={hrefOf}
        changesOf={changesOf}
        defaultSort="state,due"
        empty={
          <EmptyState title="Nobody owes anything yet">
            Actions are raised at meetings. They come in with a meeting’s pack, or you raise one here.
          </EmptyState>
        }
      />
      {updating === null ? null : <ActionUpdateForm action={updating} onClose={() => setUpdating(null)} />}
    </>
  );
}

/** Raises an action at a meeting; the server gives it its number. */
export function RaiseAction({ meeting = null }: { readonly meeting?: string | null }): ReactNode {
  const session = useSession();
  const send = useSend();
  const [open, setOpen] = useState(false);
  const meetings = useMeetingOptions(open && meeting === null);
  const options = meeting === null ? meetings : [{ value: meeting, label: meeting }];
  if (!session.may('add', 'action')) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>Raise an action…</Button>
      <FormDialog
        key={options.length === 0 ? 'waiting' : 'ready'}
        open={open}
        title="Raise an action"
        submit="Raise the action"
        fields={[
          { name: 'text', label: 'What is to be done', kind: 'longText', required: true },
          {
            name: 'owners',
            label: 'Owner',
            kind: 'text',
            required: true,
            hint: 'Roles or organisations, with commas between: Programme (design lead), Chair',
          },
          { name: 'due', label: 'Due', kind: 'partialDate' },
          { name: 'meeting', label: 'Raised at', kind: 'select', required: true, options },
        ]}
        onSubmit={(values) =>
          send(
            'POST',
            '/api/actions',
            {
              meeting: values['meeting'],
              text: values['text'],
              owners: readParties(values['owners'] ?? ''),
              due: (values['due'] ?? '').trim() === '' ? null : readPartialDate(values['due'] ?? ''),
            },
            undefined,
            'The action is raised',
          )
        }
        onClose={() => setOpen(false)}
      />
    </>
  );
}

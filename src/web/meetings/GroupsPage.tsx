import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
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
import type { Abilities, Group } from './answers.ts';
import { structureOf, type Branch } from './structure.ts';
import styles from './GroupsPage.module.css';

interface GroupList {
  readonly items: readonly Group[];
  readonly sentence: string;
  readonly may: Abilities;
}

const hrefOf = (group: Group): string => `/groups/${group.shortName}`;
const keyOf = (group: Group): string => group.id;
const changesOf = (group: Group) => group.changes;

const columns: readonly Column<Group>[] = [
  {
    id: 'group',
    header: 'Group',
    field: 'short_name',
    value: (group) => group.shortName,
    cell: (group) => <ReferenceChip reference={group.shortName} href={hrefOf(group)} />,
    width: '96px',
  },
  { id: 'name', header: 'Name', value: (group) => group.name },
  { id: 'level', header: 'Level', value: (group) => group.level, group: true, align: 'end', width: '80px' },
  {
    id: 'parent',
    header: 'Reports to',
    field: 'parent_id',
    value: (group) => group.parent ?? '',
    filter: true,
    group: true,
    width: '120px',
  },
  { id: 'cadence', header: 'Cadence', value: (group) => group.cadence, width: '196px' },
  { id: 'meetings', header: 'Meetings', value: (group) => group.meetings, align: 'end', width: '104px' },
  { id: 'actions', header: 'Open actions', value: (group) => group.outstandingActions, align: 'end', width: '120px' },
  { id: 'decisions', header: 'Decisions', value: (group) => group.decisions, align: 'end', width: '104px' },
  { id: 'chair', header: 'Chair', field: 'chair_role', value: (group) => group.chairRole, hidden: true },
];

/** How the programme is governed: groups, who reports to whom, how often they meet. */
export default function GroupsPage(): ReactNode {
  const groups = useGet<GroupList>('/api/groups');
  return (
    <Loaded query={groups} what="the groups">
      {(list) => (
        <>
          <PageHeading
            title="Groups"
            before={<Link to="/meetings">Meetings</Link>}
            sentence={list.sentence}
            actions={<AddGroup groups={list.items} />}
          />
          {list.items.some((group) => group.parent !== null) ? (
            <section aria-labelledby="structure" className={styles.structure}>
              <h2 id="structure">Who reports to whom</h2>
              <Branches branches={structureOf(list.items)} />
            </section>
          ) : null}
          <DataTable
            caption="Groups"
            rows={list.items}
            columns={columns}
            rowKey={keyOf}
            rowHref={hrefOf}
            changesOf={changesOf}
            toolbar={list.items.length > 8}
            empty={
              <EmptyState title="No group is on record">
                Groups come in with the packs that name them, or you add one above.
              </EmptyState>
            }
          />
        </>
      )}
    </Loaded>
  );
}

function Branches({ branches }: { readonly branches: readonly Branch<Group>[] }): ReactNode {
  return (
    <ul className={styles.branches}>
      {branches.map(({ group, children }) => (
        <li key={group.id}>
          <ReferenceChip reference={group.shortName} href={hrefOf(group)} />{' '}
          {group.name === group.shortName ? '' : group.name}
          {group.level === null ? null : <span className={styles.level}> level {group.level}</span>}
          {group.main ? <span className={styles.level}> · the programme counts time by it</span> : null}
          {children.length === 0 ? null : <Branches branches={children} />}
        </li>
      ))}
    </ul>
  );
}

function AddGroup({ groups }: { readonly groups: readonly Group[] }): ReactNode {
  const session = useSession();
  const send = useSend();
  const [open, setOpen] = useState(false);
  if (!session.may('add', 'group')) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>Add a group…</Button>
      <FormDialog
        open={open}
        title="Add a group"
        submit="Add it"
        fields={[
          {
            name: 'shortName',
            label: 'Short name',
            kind: 'text',
            required: true,
            hint: 'As it stands in references: CCAG',
          },
          { name: 'name', label: 'Name', kind: 'text', required: true },
          {
            name: 'parent',
            label: 'Reports to',
            kind: 'select',
            options: [
              { value: '', label: 'No other group' },
              ...groups.map((group) => ({ value: group.shortName, label: group.shortName })),
            ],
          },
          { name: 'cadence', label: 'Cadence', kind: 'text', hint: 'For example monthly' },
        ]}
        onSubmit={({ parent, ...plain }) =>
          send(
            'POST',
            '/api/groups',
            { ...plain, parent: parent === '' ? null : parent },
            undefined,
            'The group is added',
          )
        }
        onClose={() => setOpen(false)}
      />
    </>
  );
}

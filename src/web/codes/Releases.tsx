import { useMemo, useState, type ReactNode } from 'react';
import { useSend } from '../api/queries.ts';
import { Button } from '../parts/Button.tsx';
import { ConfirmButton } from '../parts/ConfirmButton.tsx';
import { DataTable } from '../parts/DataTable.tsx';
import { CivilDate } from '../parts/dates.tsx';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Section } from '../parts/FieldList.tsx';
import { FormDialog } from '../parts/FormDialog.tsx';
import type { Column } from '../parts/tableRows.ts';
import type { CodeBodyDetail, Release } from './answers.ts';
import { choices, RELEASE_KIND_WORDS } from './words.ts';
import styles from './Profile.module.css';

interface ReleasesProps {
  readonly body: CodeBodyDetail;
  readonly mayEdit: boolean;
  readonly today: string;
}

const keyOf = (release: Release): string => release.id ?? `${release.date} ${release.name}`;

/** A year back and two years on: releases on record, and days only worked out from the rules. */
export function Releases({ body, mayEdit, today }: ReleasesProps): ReactNode {
  const send = useSend();
  const [editing, setEditing] = useState<Release | 'new' | null>(null);
  const path = `/api/codes/${body.id}/releases`;
  const columns = useMemo(
    (): readonly Column<Release>[] => [
      {
        id: 'date',
        header: 'Day',
        value: (row) => row.date,
        cell: (row) => <CivilDate date={row.date} />,
        width: '120px',
      },
      { id: 'name', header: 'Release', value: (row) => row.name },
      { id: 'kind', header: 'Kind', value: (row) => RELEASE_KIND_WORDS[row.kind], filter: true, width: '130px' },
      {
        id: 'when',
        header: 'When',
        value: (row) => (row.date < today ? 'Past' : 'Ahead'),
        filter: true,
        group: true,
        width: '90px',
      },
      {
        id: 'standing',
        header: 'Standing',
        value: (row) => (row.computed ? 'Worked out from the rule' : 'On record'),
        cell: (row) => (row.computed ? <span className={styles.computed}>Worked out from the rule</span> : 'On record'),
        filter: true,
        width: '190px',
      },
      { id: 'note', header: 'Note', value: (row) => row.note },
      ...(mayEdit
        ? [
            {
              id: 'do',
              header: 'Change',
              value: () => '',
              cell: (row: Release) => (
                <span className={`${styles.rowTools ?? ''} screen-only`}>
                  <Button look="quiet" onClick={() => setEditing(row)}>
                    {row.computed ? 'Record it…' : 'Edit…'}
                  </Button>
                  {row.id === null ? null : (
                    <ConfirmButton
                      label="Remove"
                      look="quiet"
                      question={`Remove ${row.name}?`}
                      consequence="Changes planned for it keep their dates and lose the link to it."
                      confirm="Remove the release"
                      onConfirm={() =>
                        send('DELETE', `${path}/${row.id ?? ''}`, undefined, undefined, 'The release was removed')
                      }
                    />
                  )}
                </span>
              ),
              width: '150px',
            },
          ]
        : []),
    ],
    [mayEdit, today, path, send],
  );
  const given = editing === 'new' ? null : editing;
  return (
    <Section
      title="Releases"
      count={body.releases.length}
      {...(mayEdit ? { actions: <Button onClick={() => setEditing('new')}>Record a release</Button> } : {})}
    >
      <DataTable
        caption={`Releases of ${body.shortName}`}
        rows={body.releases}
        columns={columns}
        rowKey={keyOf}
        defaultSort="date"
        defaultGroup="when"
        prefix="releases."
        empty={
          <EmptyState title="No release is on record">
            {body.shortName} has no rule for its releases either. Record each as it is published.
          </EmptyState>
        }
      />
      <FormDialog
        open={editing !== null}
        title={given === null || given.computed ? 'Record a release' : `Edit ${given.name}`}
        submit={given === null || given.computed ? 'Record the release' : 'Save the release'}
        onClose={() => setEditing(null)}
        onSubmit={(values) =>
          given === null || given.id === null
            ? send('POST', path, values, undefined, 'The release is on record')
            : send('PATCH', `${path}/${given.id}`, values, given.version ?? undefined)
        }
        fields={[
          { name: 'name', label: 'Name', kind: 'text', required: true, initial: given?.name ?? '' },
          { name: 'date', label: 'Day', kind: 'date', required: true, initial: given?.date ?? '' },
          {
            name: 'kind',
            label: 'Kind',
            kind: 'select',
            required: true,
            options: choices(RELEASE_KIND_WORDS),
            initial: given?.kind ?? 'standard',
          },
          { name: 'note', label: 'Note', kind: 'longText', initial: given?.note ?? '' },
        ]}
      />
    </Section>
  );
}

import { useMemo, useState, type ReactNode } from 'react';
import type { Result } from '../../values/result.ts';
import type { Problem } from '../api/problem.ts';
import { useList, useSend } from '../api/queries.ts';
import { useSession } from '../app/session.ts';
import { Button } from '../parts/Button.tsx';
import { ConfirmButton } from '../parts/ConfirmButton.tsx';
import { DataTable } from '../parts/DataTable.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Section } from '../parts/FieldList.tsx';
import { FormDialog, type FormFieldSpec } from '../parts/FormDialog.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import type { Column } from '../parts/tableRows.ts';
import type { SmallRecord } from './answers.ts';
import type { Owner } from './Cells.tsx';
import { History } from './Past.tsx';
import styles from './SmallRecords.module.css';

/** One kind of the plan's smaller records: what its table shows and its form asks. Keep at module scope. */
export interface SmallKind<Row extends SmallRecord> {
  /** `deliverables`: the path under `/api`, and the name of the table in the address. */
  readonly path: string;
  readonly title: string;
  /** What a sentence calls one: `deliverable`. */
  readonly one: string;
  /** Names a row in questions. */
  readonly nameOf: (row: Row) => string;
  readonly columns: (owner: (row: Row) => Owner) => readonly Column<Row>[];
  readonly fields: readonly FormFieldSpec[];
  /** From the form's words to what is sent, or what is wrong with them. */
  readonly body: (values: Readonly<Record<string, string>>) => Result<Readonly<Record<string, unknown>>, Problem>;
  readonly defaultSort?: string;
  /** Why there are none, and what to do. */
  readonly empty: string;
}

const keyOf = (row: SmallRecord): string => row.id;
const changesOf = (row: SmallRecord) => row.changes;

/** A list of small records with its sentence: each field edited in place, rows added and removed. */
export function SmallRecords<Row extends SmallRecord>({ kind }: { readonly kind: SmallKind<Row> }): ReactNode {
  const list = useList<Row>(`/api/${kind.path}`);
  const { may } = useSession();
  const send = useSend();
  const [adding, setAdding] = useState(false);
  const mayEdit = may('edit', 'milestone');
  const mayRemove = may('remove', 'milestone');
  const columns = useMemo(() => {
    const own = kind.columns(({ id, version }) => ({
      path: `/api/${kind.path}/${id}`,
      version,
      mayEdit,
      compact: true,
    }));
    const record: Column<Row> = {
      id: 'record',
      header: 'Record',
      value: () => '',
      cell: (row) => (
        <span className={`${styles.record ?? ''} screen-only`}>
          <HistoryButton kind={kind} row={row} />
          {mayRemove && <RemoveButton kind={kind} row={row} />}
        </span>
      ),
      width: '152px',
    };
    return [...own, record];
  }, [kind, mayEdit, mayRemove]);
  return (
    <Section
      title={kind.title}
      actions={may('add', 'milestone') ? <Button onClick={() => setAdding(true)}>Add a {kind.one}</Button> : undefined}
    >
      <Loaded query={list} what={kind.title.toLowerCase()}>
        {(answer) => (
          <>
            {answer.total > 0 && <p className={styles.sentence}>{answer.sentence}.</p>}
            <DataTable
              caption={kind.title}
              rows={answer.items}
              columns={columns}
              rowKey={keyOf}
              changesOf={changesOf}
              prefix={`${kind.path}.`}
              toolbar={answer.items.length > 3}
              {...(kind.defaultSort === undefined ? {} : { defaultSort: kind.defaultSort })}
              empty={<EmptyState title={`No ${kind.title.toLowerCase()} yet`}>{kind.empty}</EmptyState>}
            />
          </>
        )}
      </Loaded>
      <FormDialog
        open={adding}
        title={`Add a ${kind.one}`}
        fields={kind.fields}
        submit="Add it"
        onSubmit={async (values) => {
          const body = kind.body(values);
          return body.kind === 'failed' ? body : send('POST', `/api/${kind.path}`, body.value, undefined, 'Added');
        }}
        onClose={() => setAdding(false)}
      />
    </Section>
  );
}

interface RowButtonProps<Row extends SmallRecord> {
  readonly kind: SmallKind<Row>;
  readonly row: Row;
}

function RemoveButton<Row extends SmallRecord>({ kind, row }: RowButtonProps<Row>): ReactNode {
  const send = useSend();
  return (
    <ConfirmButton
      label="Remove"
      look="quiet"
      question={`Remove this ${kind.one}?`}
      consequence={`“${kind.nameOf(row)}” leaves the plan. Its history stays in the record.`}
      confirm="Remove it"
      onConfirm={() => send('DELETE', `/api/${kind.path}/${row.id}`, undefined, row.version, 'Removed')}
    />
  );
}

/** What happened to one small record, over the page: it has no page of its own. */
function HistoryButton<Row extends SmallRecord>({ kind, row }: RowButtonProps<Row>): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="quiet" onClick={() => setOpen(true)}>
        History
      </Button>
      <Dialog open={open} title={`History of this ${kind.one}`} onClose={() => setOpen(false)} size="wide">
        <p className={styles.sentence}>{kind.nameOf(row)}</p>
        <History path={`/api/${kind.path}/${row.id}`} />
      </Dialog>
    </>
  );
}

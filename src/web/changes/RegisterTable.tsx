import type { ReactNode } from 'react';
import { DataTable } from '../parts/DataTable.tsx';
import { EmptyState } from '../parts/EmptyState.tsx';
import type { Column } from '../parts/tableRows.ts';
import type { RegisterItem } from './answers.ts';
import { changesOf, hrefOf, keyOf, REGISTER_DEFAULTS } from './columns.tsx';

interface TableProps {
  readonly items: readonly RegisterItem[];
  readonly columns: readonly Column<RegisterItem>[];
}

/** The register as a table: by code, filtered and sorted by the address. */
export function RegisterTable({ items, columns }: TableProps): ReactNode {
  return (
    <DataTable
      caption="Changes to the codes"
      rows={items}
      columns={columns}
      rowKey={keyOf}
      rowHref={hrefOf}
      changesOf={changesOf}
      defaultSort={REGISTER_DEFAULTS.sort}
      defaultGroup={REGISTER_DEFAULTS.group}
      empty={
        <EmptyState title="No change is on record">
          Read in a meeting’s pack under Intake, or add a change by hand with “Add a change”.
        </EmptyState>
      }
    />
  );
}

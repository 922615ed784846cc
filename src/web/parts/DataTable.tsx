import {
  createSortedRowModel,
  rowSortingFeature,
  columnVisibilityFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
} from '@tanstack/react-table';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useRef, type ReactNode } from 'react';
import type { FieldChange } from '../api/client.ts';
import { EmptyState } from './EmptyState.tsx';
import { TableBody } from './TableBody.tsx';
import { TableToolbar } from './TableToolbar.tsx';
import { compareValues, filterRows, filterValues, groupRows, type CellValue, type Column } from './tableRows.ts';
import { useTableState } from './tableState.ts';
import { useRowKeys } from './rowKeys.ts';
import styles from './DataTable.module.css';

const features = tableFeatures({
  rowSortingFeature,
  columnVisibilityFeature,
  sortedRowModel: createSortedRowModel(),
});

interface DataTableProps<Row extends object> {
  /** What the table is, for screen readers and the names of files made from it. */
  readonly caption: string;
  readonly rows: readonly Row[];
  /** Keep at module scope, or in `useMemo`. */
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  /** Where Enter (or a press on the row beside its links) leads. */
  readonly rowHref?: (row: Row) => string;
  /** What changed in a row since the moment compared with; marks go to the columns by `field`. */
  readonly changesOf?: (row: Row) => readonly FieldChange[];
  /** `-raised,reference`: by raised downwards, then reference. */
  readonly defaultSort?: string;
  /** The id of the column grouped by at first. */
  readonly defaultGroup?: string;
  /** What a second table on the same page puts before its names in the address: `actions.` */
  readonly prefix?: string;
  /** Shown instead of the table when there are no rows at all. */
  readonly empty?: ReactNode;
  /** False for a short table that needs no filters. */
  readonly toolbar?: boolean;
}

/**
 * The table every list is shown in: sorted, filtered, grouped and trimmed by the address, so that a link shares
 * exactly what one sees. `j`, `k` and Enter move and open; `/` filters; below 640 px each row stands on its own.
 */
export function DataTable<Row extends object>(props: DataTableProps<Row>): ReactNode {
  const { caption, rows, columns, rowKey, rowHref, changesOf, prefix = '' } = props;
  const filterable = useMemo(
    () => columns.filter((column) => column.filter !== undefined).map(({ id }) => id),
    [columns],
  );
  const [state, change] = useTableState(
    filterable,
    {
      ...(props.defaultSort === undefined ? {} : { sort: props.defaultSort }),
      ...(props.defaultGroup === undefined ? {} : { group: props.defaultGroup }),
    },
    prefix,
  );
  const shown = useMemo(
    () =>
      columns.filter(
        (column) =>
          column.id !== state.group &&
          (state.columns === null ? column.hidden !== true : state.columns.includes(column.id)),
      ),
    [columns, state.columns, state.group],
  );
  const kept = useMemo(() => [...filterRows(rows, columns, state)], [rows, columns, state]);
  const definitions = useMemo(
    (): ColumnDef<typeof features, Row>[] =>
      columns.map((column) => ({
        id: column.id,
        header: column.header,
        accessorFn: (row: Row) => (column.sortValue ?? column.value)(row) ?? undefined,
        sortUndefined: 'last' as const,
        sortFn: (a, b, id) => compareValues(a.getValue<CellValue>(id), b.getValue<CellValue>(id)),
      })),
    [columns],
  );
  const visibility = useMemo(
    () => Object.fromEntries(columns.map((column) => [column.id, shown.includes(column)])),
    [columns, shown],
  );
  const sorting = useMemo(() => [...state.sort], [state.sort]);
  const table = useTable({
    features,
    columns: definitions,
    data: kept,
    getRowId: rowKey,
    enableMultiSort: true,
    state: { sorting, columnVisibility: visibility },
    onSortingChange: (update) => change({ sort: typeof update === 'function' ? update(sorting) : update }),
  });
  const sorted = table.getRowModel().rows.map((row) => row.original);
  const grouping = columns.find((column) => column.id === state.group);
  const groups =
    grouping === undefined
      ? [{ name: null, rows: sorted }]
      : groupRows(sorted, (row) => filterValues(grouping, row)[0] ?? '');

  const container = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const open = rowHref === undefined ? null : (row: Row) => void navigate({ to: rowHref(row) });
  useRowKeys(container);

  if (rows.length === 0 && props.empty !== undefined) return props.empty;
  return (
    <div ref={container} className={styles.container}>
      {props.toolbar !== false && (
        <TableToolbar
          caption={caption}
          rows={rows}
          kept={sorted}
          columns={columns}
          shown={shown}
          state={state}
          onChange={change}
        />
      )}
      {kept.length === 0 ? (
        <EmptyState
          title="Nothing fits these filters"
          action={{ label: 'Clear the filters', run: () => change({ clear: true }) }}
        >
          {rows.length} {rows.length === 1 ? 'row is' : 'rows are'} hidden by them.
        </EmptyState>
      ) : (
        <div className={styles.wide}>
          <table className={styles.table} role="table" aria-rowcount={kept.length + 1}>
            <caption className="visually-hidden">{caption}</caption>
            <thead role="rowgroup">
              <tr role="row" aria-rowindex={1}>
                {shown.map((column) => (
                  <Heading
                    key={column.id}
                    column={column}
                    sorted={state.sort.find((sort) => sort.id === column.id)?.desc}
                    onSort={(several) => table.getColumn(column.id)?.toggleSorting(undefined, several)}
                  />
                ))}
              </tr>
            </thead>
            <TableBody groups={groups} columns={shown} rowKey={rowKey} onOpen={open} changesOf={changesOf ?? null} />
          </table>
        </div>
      )}
    </div>
  );
}

interface HeadingProps<Row> {
  readonly column: Column<Row>;
  /** True when sorted downwards, false upwards, undefined when not sorted by. */
  readonly sorted: boolean | undefined;
  /** Shift-press keeps the columns already sorted by. */
  readonly onSort: (several: boolean) => void;
}

function Heading<Row>({ column, sorted, onSort }: HeadingProps<Row>): ReactNode {
  return (
    <th
      role="columnheader"
      scope="col"
      style={column.width === undefined ? undefined : { width: column.width }}
      data-align={column.align}
      aria-sort={sorted === undefined ? undefined : sorted ? 'descending' : 'ascending'}
    >
      <button type="button" className={styles.sort} onClick={(event) => onSort(event.shiftKey)}>
        {column.header}
        <span aria-hidden="true" className={styles.arrow}>
          {sorted === undefined ? '' : sorted ? '↓' : '↑'}
        </span>
      </button>
    </th>
  );
}

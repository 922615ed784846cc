import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import type { FieldChange } from '../api/client.ts';
import { ChangedMark } from './ChangedMark.tsx';
import { usePrinting } from './printing.ts';
import { printCell, type Column } from './tableRows.ts';
import styles from './DataTable.module.css';

/** From this many rows on, only those near the window are drawn. */
const MANY = 200;
/** The height of a row of one line, `--row`. */
const ROW_PX = 33;

interface Group<Row> {
  /** Null when nothing is grouped. */
  readonly name: string | null;
  readonly rows: readonly Row[];
}

interface TableBodyProps<Row extends object> {
  readonly groups: readonly Group<Row>[];
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly onOpen: ((row: Row) => void) | null;
  readonly changesOf: ((row: Row) => readonly FieldChange[]) | null;
}

type Line<Row> =
  | { readonly kind: 'group'; readonly key: string; readonly name: string; readonly count: number }
  | { readonly kind: 'row'; readonly key: string; readonly row: Row; readonly index: number };

/** The rows of a table under their groups; long ones drawn as they are scrolled to, and in full on paper. */
export function TableBody<Row extends object>({
  groups,
  columns,
  rowKey,
  onOpen,
  changesOf,
}: TableBodyProps<Row>): ReactNode {
  const lines = useMemo(() => {
    const made: Line<Row>[] = [];
    let index = 2;
    for (const group of groups) {
      if (group.name !== null)
        made.push({ kind: 'group', key: `group ${group.name}`, name: group.name, count: group.rows.length });
      for (const row of group.rows) {
        made.push({ kind: 'row', key: rowKey(row), row, index });
        index += 1;
      }
    }
    return made;
  }, [groups, rowKey]);
  const printing = usePrinting();
  const body = useRef<HTMLTableSectionElement>(null);
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => {
    if (body.current !== null) setOffset(body.current.getBoundingClientRect().top + window.scrollY);
  }, [lines.length]);
  const many = lines.length > MANY && !printing;
  const virtualizer = useWindowVirtualizer({
    count: lines.length,
    enabled: many,
    estimateSize: () => ROW_PX,
    getItemKey: (index) => lines[index]?.key ?? index,
    overscan: 20,
    scrollMargin: offset,
  });
  const items = virtualizer.getVirtualItems();
  const drawn = many ? items.map((item) => item.index) : lines.map((_, index) => index);
  const before = many ? (items[0]?.start ?? offset) - offset : 0;
  const after = many ? virtualizer.getTotalSize() - ((items.at(-1)?.end ?? offset) - offset) : 0;
  return (
    <tbody ref={body} role="rowgroup" data-rows>
      {before > 0 && <Space height={before} />}
      {drawn.map((index) => {
        const line = lines[index];
        if (line === undefined) return null;
        return line.kind === 'group' ? (
          <tr
            key={line.key}
            role="row"
            className={styles.group}
            data-index={index}
            ref={many ? virtualizer.measureElement : undefined}
          >
            <th role="rowheader" scope="rowgroup" colSpan={columns.length}>
              {line.name === '' ? 'Not said' : line.name} <span className={styles.count}>{line.count}</span>
            </th>
          </tr>
        ) : (
          <tr
            key={line.key}
            role="row"
            className={styles.row}
            data-row
            data-opens={onOpen !== null || undefined}
            data-index={index}
            aria-rowindex={line.index}
            tabIndex={-1}
            ref={many ? virtualizer.measureElement : undefined}
            onKeyDown={(event: KeyboardEvent) => {
              if (event.key === 'Enter' && event.target === event.currentTarget) onOpen?.(line.row);
            }}
            onClick={(event: MouseEvent) => {
              if (onOpen !== null && isPlainPress(event)) onOpen(line.row);
            }}
          >
            <Cells row={line.row} columns={columns} changes={changesOf?.(line.row) ?? []} />
          </tr>
        );
      })}
      {after > 0 && <Space height={after} />}
    </tbody>
  );
}

/** Room for rows that are not drawn. */
const Space = ({ height }: { readonly height: number }): ReactNode => (
  <tr aria-hidden="true" className={styles.space} style={{ height }} />
);

/** A press on the row itself: not on a link or field in it, not the end of selecting text. */
function isPlainPress(event: MouseEvent): boolean {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return false;
  if (
    event.target instanceof Element &&
    event.target.closest('a, button, input, select, textarea, label, [data-editable]') !== null
  )
    return false;
  return window.getSelection()?.isCollapsed ?? true;
}

interface CellsProps<Row> {
  readonly row: Row;
  readonly columns: readonly Column<Row>[];
  readonly changes: readonly FieldChange[];
}

function Cells<Row>({ row, columns, changes }: CellsProps<Row>): ReactNode {
  return columns.map((column) => {
    const marked = changes.filter((change) => change.field === (column.field ?? column.id));
    const shown = column.cell?.(row) ?? printCell(column.value(row));
    return (
      <td
        key={column.id}
        role="cell"
        data-label={column.header}
        data-align={column.align}
        data-bare={shown === '' || undefined}
      >
        <span className={styles.value}>{shown}</span>
        {marked.length > 0 && <ChangedMark changes={marked} label={column.header} />}
      </td>
    );
  });
}

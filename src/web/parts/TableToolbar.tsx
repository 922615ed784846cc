import { Menu, Popover } from '@mantine/core';
import { useRef, useState, type ReactNode } from 'react';
import { Button } from './Button.tsx';
import { copyText, download, fileName } from './files.ts';
import { countValues, printCsv, type Column } from './tableRows.ts';
import type { TableState, TableStateChanges } from './tableState.ts';
import styles from './TableToolbar.module.css';

interface TableToolbarProps<Row extends object> {
  readonly caption: string;
  readonly rows: readonly Row[];
  /** Rows that pass the filters, in their order. */
  readonly kept: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly shown: readonly Column<Row>[];
  readonly state: TableState;
  readonly onChange: (changes: TableStateChanges) => void;
  /** True above a picture, which has no columns to choose and its own order. */
  readonly picture?: boolean;
}

/** The line above a table: words to filter by, values to filter by, grouping, columns, and taking it away as CSV. */
export function TableToolbar<Row extends object>(props: TableToolbarProps<Row>): ReactNode {
  const { caption, rows, kept, columns, shown, state, onChange, picture = false } = props;
  const groupable = columns.filter((column) => column.group === true && !picture);
  const narrowed = state.words !== '' || Object.keys(state.filters).length > 0;
  return (
    <div className={`${styles.toolbar ?? ''} screen-only`} role="group" aria-label={`${caption}: filters and columns`}>
      <WordsFilter label={`Filter: ${caption}`} words={state.words} onChange={(words) => onChange({ words })} />
      {columns
        .filter((column) => column.filter !== undefined)
        .map((column) => (
          <ValueFilter
            key={column.id}
            header={column.header}
            counts={countValues(rows, column)}
            chosen={state.filters[column.id] ?? []}
            onChange={(values) => onChange({ filter: { id: column.id, values } })}
          />
        ))}
      {groupable.length > 0 && (
        <label className={styles.group}>
          <span>Group by</span>
          <select value={state.group ?? ''} onChange={(event) => onChange({ group: event.target.value || null })}>
            <option value="">nothing</option>
            {groupable.map((column) => (
              <option key={column.id} value={column.id}>
                {column.header.toLowerCase()}
              </option>
            ))}
          </select>
        </label>
      )}
      {narrowed && (
        <Button look="quiet" onClick={() => onChange({ clear: true })}>
          Clear
        </Button>
      )}
      <p className={styles.count} role="status">
        {narrowed
          ? `${String(kept.length)} of ${String(rows.length)}`
          : rows.length === 1
            ? '1 row'
            : `${String(rows.length)} rows`}
      </p>
      {!picture && (
        <Menu position="bottom-end" closeOnItemClick={false}>
          <Menu.Target>
            <Button look="quiet">Columns</Button>
          </Menu.Target>
          <Menu.Dropdown>
            {columns
              .filter((column) => column.id !== state.group)
              .map((column) => {
                const on = shown.includes(column);
                return (
                  <Menu.CheckboxItem
                    key={column.id}
                    checked={on}
                    disabled={on && shown.length === 1}
                    onChange={() =>
                      onChange({
                        columns: columns
                          .filter((one) => (one.id === column.id ? !on : shown.includes(one)))
                          .map((one) => one.id),
                      })
                    }
                  >
                    {column.header}
                  </Menu.CheckboxItem>
                );
              })}
            <Menu.Divider role="separator" />
            <Menu.Item onClick={() => onChange({ columns: null })}>Reset</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <Button look="quiet">CSV</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            onClick={() =>
              download(`${fileName(caption)}.csv`, new Blob(['\ufeff', printCsv(kept, shown)], { type: 'text/csv' }))
            }
          >
            Download as CSV
          </Menu.Item>
          <Menu.Item onClick={() => void copyText(printCsv(kept, shown), `${String(kept.length)} rows copied as CSV.`)}>
            Copy as CSV
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

/** How long after the last key the address, and with it the table, follows what is typed. */
const TYPING_MS = 120;

interface WordsFilterProps {
  readonly label: string;
  readonly words: string;
  readonly onChange: (words: string) => void;
}

/** The field of words: what is typed is kept here, so that no key is lost while the address catches up. */
function WordsFilter({ label, words, onChange }: WordsFilterProps): ReactNode {
  const [typed, setTyped] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  return (
    <input
      type="search"
      data-page-filter
      className={styles.words}
      aria-label={label}
      placeholder="Filter"
      aria-keyshortcuts="/"
      value={typed ?? words}
      onChange={(event) => {
        const { value } = event.target;
        setTyped(value);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => onChange(value), TYPING_MS);
      }}
      onBlur={() => {
        if (typed === null) return;
        clearTimeout(timer.current);
        if (typed !== words) onChange(typed);
        setTyped(null);
      }}
    />
  );
}

interface ValueFilterProps {
  readonly header: string;
  readonly counts: readonly (readonly [value: string, rows: number])[];
  readonly chosen: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}

function ValueFilter({ header, counts, chosen, onChange }: ValueFilterProps): ReactNode {
  const [open, setOpen] = useState(false);
  // A value in a shared link that no row has any more is still listed, so that it can be taken out.
  const gone = chosen.filter((value) => !counts.some(([one]) => one === value)).map((value) => [value, 0] as const);
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <Button className={styles.filter} data-set={chosen.length > 0 || undefined} onClick={() => setOpen(!open)}>
          {header}
          {chosen.length > 0 && <span className={styles.chosen}>{chosen.map(nameOf).join(', ')}</span>}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={`Filter by ${header.toLowerCase()}`}>
        <ul className={styles.values}>
          {[...counts, ...gone].map(([value, count]) => (
            <li key={value}>
              <label className={styles.value}>
                <input
                  type="checkbox"
                  checked={chosen.includes(value)}
                  onChange={(event) =>
                    onChange(event.target.checked ? [...chosen, value] : chosen.filter((one) => one !== value))
                  }
                />
                <span className={styles.name}>{nameOf(value)}</span>
                <span className={styles.rows}>{count}</span>
              </label>
            </li>
          ))}
        </ul>
        {chosen.length > 0 && (
          <Button look="quiet" onClick={() => onChange([])}>
            Clear
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

const nameOf = (value: string): string => (value === '' ? 'Not said' : value);

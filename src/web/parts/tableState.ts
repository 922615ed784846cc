import { useMemo } from 'react';
import { useAddress, useChangeAddress } from '../app/navigate.ts';
import type { Search } from '../app/search.ts';

/** One column's place in the order of sorting. */
export interface SortBy {
  readonly id: string;
  readonly desc: boolean;
}

/** How a table is shown; all of it lives in the address, so a link shares it. */
export interface TableState {
  /** The words in the filter field. */
  readonly words: string;
  /** For each filtered column the values let through; a column without any lets everything through. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly sort: readonly SortBy[];
  /** Columns shown, by id; null is the table's own choice. */
  readonly columns: readonly string[] | null;
  /** The column grouped by; null for none. */
  readonly group: string | null;
}

export interface TableDefaults {
  readonly sort?: string;
  readonly group?: string;
}

const listOf = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined || value === '' ? [] : typeof value === 'string' ? [value] : value;

/** `-raised,reference` → by `raised` downwards, then by `reference`. */
export const readSort = (words: string): readonly SortBy[] =>
  words
    .split(',')
    .filter((part) => part !== '' && part !== '-')
    .map((part) => (part.startsWith('-') ? { id: part.slice(1), desc: true } : { id: part, desc: false }));

/** The reverse of `readSort`. */
export const printSort = (sort: readonly SortBy[]): string =>
  sort.map(({ id, desc }) => (desc ? `-${id}` : id)).join(',');

/** Reads a table's state out of the address; `filterable` names the columns whose own names are filters. */
export function readTableState(
  address: Search,
  filterable: readonly string[],
  defaults: TableDefaults = {},
  prefix = '',
): TableState {
  const one = (name: string): string | undefined => listOf(address[prefix + name])[0];
  const shown = one('columns');
  const group = one('group') ?? defaults.group ?? null;
  return {
    words: one('q') ?? '',
    filters: Object.fromEntries(
      filterable.map((id) => [id, listOf(address[prefix + id])] as const).filter(([, values]) => values.length > 0),
    ),
    sort: readSort(one('sort') ?? defaults.sort ?? ''),
    columns: shown === undefined ? null : shown.split(','),
    group: group === 'none' ? null : group,
  };
}

/** What a table may change about itself. */
export interface TableStateChanges {
  readonly words?: string;
  readonly filter?: { readonly id: string; readonly values: readonly string[] };
  readonly sort?: readonly SortBy[];
  readonly columns?: readonly string[] | null;
  readonly group?: string | null;
  /** Empties the words and every filter. */
  readonly clear?: boolean;
}

/**
 * A table's state in the address. Two tables on one page take different prefixes (`actions.`).
 * Returns the state and a function that changes it, without a step for the back button.
 */
export function useTableState(
  filterable: readonly string[],
  defaults: TableDefaults = {},
  prefix = '',
): readonly [TableState, (changes: TableStateChanges) => void] {
  const address = useAddress();
  const changeAddress = useChangeAddress();
  const key = filterable.join(',');
  const { sort: defaultSort, group: defaultGroup } = defaults;
  const state = useMemo(
    () =>
      readTableState(
        address,
        key === '' ? [] : key.split(','),
        {
          ...(defaultSort === undefined ? {} : { sort: defaultSort }),
          ...(defaultGroup === undefined ? {} : { group: defaultGroup }),
        },
        prefix,
      ),
    [address, key, defaultSort, defaultGroup, prefix],
  );
  const change = (changes: TableStateChanges): void => {
    const next: Record<string, string | readonly string[] | undefined> = {};
    if (changes.clear === true) for (const name of ['q', ...filterable]) next[prefix + name] = undefined;
    if (changes.words !== undefined) next[`${prefix}q`] = changes.words === '' ? undefined : changes.words;
    if (changes.filter !== undefined) next[prefix + changes.filter.id] = changes.filter.values;
    if (changes.sort !== undefined) next[`${prefix}sort`] = printSort(changes.sort);
    if (changes.columns !== undefined) next[`${prefix}columns`] = changes.columns?.join(',');
    if (changes.group !== undefined)
      next[`${prefix}group`] = changes.group ?? (defaultGroup === undefined ? undefined : 'none');
    changeAddress(next);
  };
  return [state, change];
}

/** What changed between two instants, for any table with history, through one mechanism. */
import { sql } from 'kysely';
import type { Database, Instant } from '../database/tables.ts';

/** The ledger entry behind a change: who, what command, when, and why. */
export interface EntryInfo {
  readonly entry: number;
  readonly at: Instant;
  readonly actor: string;
  readonly command: string;
  readonly reason: string | null;
}

/** Column values of a row, by column name, without the columns that history keeps. */
export type RowValues = Readonly<Record<string, unknown>>;

/** One row gone from one state to another by one entry. `before` is null when it was added, `after` when removed. */
export interface RowStep {
  readonly table: string;
  readonly id: string;
  readonly before: RowValues | null;
  readonly after: RowValues | null;
  readonly by: EntryInfo;
}

/** A column of a row that reads differently at the end of a period than at its start, and the last entry that did it. */
export interface FieldChange {
  readonly table: string;
  readonly id: string;
  readonly column: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly by: EntryInfo;
}

interface VersionRow {
  id: string;
  from: Instant;
  until: Instant | null;
  entry: number;
  deleted: boolean;
  ended_by: number | null;
  row: Record<string, unknown>;
  /** Whether the version began, and ended, within the period asked for. Instants are compared by the database. */
  began_within: boolean;
  ended_within: boolean;
}

const KEPT = new Set(['entry', 'recorded_at', 'version', 'valid', 'ended_by', 'deleted']);

const valuesOf = (row: Record<string, unknown>): RowValues =>
  Object.fromEntries(Object.entries(row).filter(([column]) => !KEPT.has(column)));

export interface Period {
  /** Exclusive; null for the beginning of the record. */
  readonly after: Instant | null;
  /** Inclusive; null for now. */
  readonly until: Instant | null;
}

/** Narrows to rows of these ids, or rows whose `column` (a parent's id) is one of `values`. */
export interface RowFilter {
  readonly column: string;
  readonly values: readonly string[];
  /** Where ids are told apart by a kind beside them: the column of the kind, and the one that is asked for. */
  readonly ofKind?: { readonly column: string; readonly kind: string } | undefined;
}

/** The condition of a filter on a table named `t`; every row without one. */
function condition(filter: RowFilter | undefined) {
  if (filter === undefined) return sql`true`;
  const { column, values, ofKind } = filter;
  const own = sql`${sql.ref(`t.${column}`)} = any(${[...values]})`;
  return ofKind === undefined ? own : sql`${sql.ref(`t.${ofKind.column}`)} = ${ofKind.kind} and ${own}`;
}

/**
 * Every step of every row of a table in a period, oldest first. Cost grows with the rows that changed in the period
 * (and all their versions within it), not with the table.
 */
export async function stepsIn(
  database: Database,
  table: string,
  period: Period,
  filter?: RowFilter,
): Promise<RowStep[]> {
  const after = period.after ?? '-infinity';
  const until = period.until ?? 'infinity';
  const where = condition(filter);
  // A version counts when it began or ended in the period; its neighbours in time are then both among them.
  const { rows } = await sql<VersionRow>`
    select t.id, t.recorded_at as "from", null::timestamptz as until, t.entry, false as deleted, null::bigint as ended_by,
      to_jsonb(t) as row, true as began_within, false as ended_within
    from ${sql.table(`public.${table}`)} t
    where t.recorded_at > ${after} and t.recorded_at <= ${until} and ${where}
    union all
    select t.id, lower(t.valid), upper(t.valid), t.entry, t.deleted, t.ended_by, to_jsonb(t),
      lower(t.valid) > ${after}, upper(t.valid) <= ${until}
    from ${sql.table(`history.${table}`)} t
    where upper(t.valid) > ${after} and lower(t.valid) <= ${until} and ${where}
    order by 2, 1`.execute(database);
  const entries = await entriesById(
    database,
    rows.flatMap((row) => (row.ended_by === null ? [row.entry] : [row.entry, row.ended_by])),
  );
  return stepsBetweenVersions(table, rows, entries);
}

function stepsBetweenVersions(
  table: string,
  rows: readonly VersionRow[],
  entries: ReadonlyMap<number, EntryInfo>,
): RowStep[] {
  const info = (entry: number): EntryInfo => {
    const found = entries.get(entry);
    if (found === undefined) throw new Error(`The ledger has no entry ${entry}`);
    return found;
  };
  const endingAt = new Map(
    rows.flatMap((row) => (row.until === null ? [] : [[`${row.id} ${row.until}`, row] as const])),
  );
  const steps: RowStep[] = [];
  for (const row of rows) {
    if (row.began_within) {
      const previous = endingAt.get(`${row.id} ${row.from}`);
      const before = previous === undefined || previous.deleted ? null : valuesOf(previous.row);
      steps.push({ table, id: row.id, before, after: valuesOf(row.row), by: info(row.entry) });
    }
    if (row.deleted && row.ended_by !== null && row.ended_within) {
      steps.push({ table, id: row.id, before: valuesOf(row.row), after: null, by: info(row.ended_by) });
    }
  }
  return steps.sort((a, b) => a.by.entry - b.by.entry);
}

async function entriesById(database: Database, ids: readonly number[]): Promise<Map<number, EntryInfo>> {
  if (ids.length === 0) return new Map();
  const rows = await database
    .selectFrom('entry')
    .select(['id', 'at', 'actor_name', 'command', 'reason'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      { entry: row.id, at: row.at, actor: row.actor_name, command: row.command, reason: row.reason },
    ]),
  );
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/**
 * What reads differently at the end of the period than at its start, field by field; fields that came back to where
 * they were are left out. A row added in the period has changes with `before` null for each field it has.
 */
export async function changesBetween(
  database: Database,
  table: string,
  period: Period,
  filter?: RowFilter,
): Promise<FieldChange[]> {
  const steps = await stepsIn(database, table, period, filter);
  const byRow = new Map<string, RowStep[]>();
  for (const step of steps) byRow.set(step.id, [...(byRow.get(step.id) ?? []), step]);
  return [...byRow.values()].flatMap((rowSteps) => netChanges(table, rowSteps));
}

function netChanges(table: string, steps: readonly RowStep[]): FieldChange[] {
  const first = steps[0];
  const last = steps.at(-1);
  if (first === undefined || last === undefined) return [];
  const columns = new Set(
    steps.flatMap((step) => [...Object.keys(step.before ?? {}), ...Object.keys(step.after ?? {})]),
  );
  columns.delete('id');
  return [...columns].flatMap((column) => {
    const before = first.before?.[column] ?? null;
    const after = last.after?.[column] ?? null;
    if (same(before, after)) return [];
    const by = steps.findLast((step) => !same(step.before?.[column], step.after?.[column])) ?? last;
    return [{ table, id: first.id, column, before, after, by: by.by }];
  });
}

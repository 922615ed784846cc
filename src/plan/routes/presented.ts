/** What all answers of the plan share: pages of lists, marks of changes, histories. */
import { z } from 'zod';
import { failed, ok, type Result } from '../../values/result.ts';
import type { Instant } from '../../platform/database/tables.ts';
import { problem, type Problem } from '../../platform/errors/problem.ts';
import { readCursor, writeCursor } from '../../platform/http/cursor.ts';
import type { RequestContext } from '../../platform/http/route.ts';
import { abilities, type Resource } from '../../platform/policy/policy.ts';
import { changesOf, historyOf, type RecordChange, type RecordDescription } from '../../platform/record/description.ts';
import { fieldOf } from '../commands/recorded.ts';

export const IdParams = z.object({ id: z.string().min(1).max(100) });
export const PartParams = z.object({ id: z.string().min(1).max(100), part: z.string().min(1).max(100) });
export const CreatedAnswer = z.object({ id: z.string() });
export const Words = z.string().trim().min(1).max(10_000);
/** A date in a person's words; null or empty takes it away. */
export const DateWords = z
  .string()
  .max(60)
  .nullable()
  .meta({ description: 'A date as people write it: 30 Jun 2024, 2024-06-30, June 2024, M10, TBC; null for none.' });

const presentChange = (change: RecordChange): RecordChange => ({ ...change, field: fieldOf(change.field) });

const until = (context: RequestContext): Instant | null => (context.moment.kind === 'as-at' ? context.moment.at : null);

/** The marks "changed since" of records, by id; nothing where the caller compares with no earlier moment. */
export async function marksOf(
  context: RequestContext,
  description: RecordDescription,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RecordChange[]>> {
  if (context.since === null || ids.length === 0) return new Map();
  const changes = await changesOf(context.database, description, { after: context.since, until: until(context) }, ids);
  return new Map([...changes].map(([id, own]) => [id, own.map(presentChange)]));
}

/** The whole history of a record, newest first; seen from a past moment, only what had happened by then. */
export async function historySeen(context: RequestContext, description: RecordDescription, id: string) {
  const limit = until(context);
  const entries = await historyOf(context.database, description, id);
  return entries
    .filter((entry) => limit === null || entry.at <= limit)
    .map((entry) => ({ ...entry, changes: entry.changes.map(presentChange) }));
}

/** What the caller may do next; nothing but reading while they look at the past. */
export function mayDo(context: RequestContext, resource: Resource) {
  const may = abilities(context.actor, resource);
  return context.moment.kind === 'now'
    ? may
    : { read: may.read, add: false, edit: false, remove: false, decide: false, accept: false };
}

/**
 * One page of a list that was read whole (a plan has tens of records of each kind, at most hundreds). The cursor is
 * the id of the last item given out.
 */
export function pageOfItems<Item extends { readonly id: string }>(
  items: readonly Item[],
  query: { readonly cursor?: string | undefined; readonly limit: number },
): Result<{ readonly items: readonly Item[]; readonly nextCursor: string | null; readonly total: number }, Problem> {
  const cursor = readCursor(query.cursor, 1);
  if (cursor.kind === 'failed') return cursor;
  const after = cursor.value?.[0] ?? null;
  const start = after === null ? 0 : items.findIndex((item) => item.id === after) + 1;
  if (after !== null && start === 0)
    return failed(
      problem('invalid-request', 'The list changed and this page is no longer in it. Start again from the first page.'),
    );
  const page = items.slice(start, start + query.limit);
  const last = page.at(-1);
  const more = start + page.length < items.length;
  return ok({
    items: page,
    nextCursor: more && last !== undefined ? writeCursor([last.id]) : null,
    total: items.length,
  });
}

/** Sorts by a key, `-` in front for descending; items without a key come last either way. Stable. */
export function sortedBy<Item>(
  items: readonly Item[],
  keys: Readonly<Record<string, (item: Item) => string | number | null>>,
  sort: string,
): readonly Item[] {
  const descending = sort.startsWith('-');
  const key = keys[descending ? sort.slice(1) : sort];
  if (key === undefined) return items;
  return [...items].sort((one, other) => {
    const a = key(one);
    const b = key(other);
    if (a === b) return 0;
    if (a === null || b === null) return a === null ? 1 : -1;
    return (a < b ? -1 : 1) * (descending ? -1 : 1);
  });
}

/** Whether any of the texts contains the words, blind to case. */
export const contains = (words: string, texts: readonly (string | null)[]): boolean =>
  texts.some((text) => text?.toLowerCase().includes(words.trim().toLowerCase()) === true);

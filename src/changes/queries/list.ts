/** The register's page and its sentence. */
import type { Database, Instant } from '../../platform/database/tables.ts';
import type { CivilDate } from '../../values/partial-date.ts';
import { registerSentence } from '../model/sentence.ts';
import { latestSilence } from '../store/horizon.ts';
import {
  countModifications,
  listModifications,
  type ListedModification,
  type ModificationFilter,
  type PageStart,
  type Sort,
} from '../store/list.ts';

export interface RegisterPage {
  readonly items: readonly ListedModification[];
  /** Where the next page starts; null on the last. */
  readonly next: PageStart | null;
  readonly total: number;
  readonly sentence: string;
  readonly groups: readonly { readonly body: string; readonly count: number }[];
}

/**
 * One page of the register. `since` is what "moved" in the sentence is counted from. Three statements: the page, the
 * counts, and who was silent.
 */
export async function registerPage(
  database: Database,
  filter: ModificationFilter,
  order: { readonly sort: Sort; readonly descending: boolean },
  page: { readonly limit: number; readonly after: PageStart | null },
  since: Instant | null,
): Promise<RegisterPage> {
  const rows = await listModifications(database, filter, order, { ...page, limit: page.limit + 1 });
  const counts = await countModifications(database, filter, since);
  const silence = await latestSilence(database);
  const items = rows.slice(0, page.limit);
  const last = items.at(-1);
  const sum = (of: (count: (typeof counts)[number]) => number): number =>
    counts.reduce((total, count) => total + of(count), 0);
  const total = sum((count) => count.total);
  const issues = sum((count) => count.issues);
  return {
    items,
    next:
      rows.length > page.limit && last !== undefined ? { key: last.sortKey, referenceKey: last.referenceKey } : null,
    total,
    groups: counts.map((count) => ({ body: count.body, count: count.total })),
    sentence: registerSentence({
      changes: total - issues,
      issues,
      codes: counts.filter((count) => count.total > count.issues).length,
      moved: since === null ? null : sum((count) => count.moved),
      since: since === null ? null : (since.slice(0, 10) satisfies CivilDate),
      silent:
        filter.bodies.length === 0 ? silence.silent : silence.silent.filter((body) => filter.bodies.includes(body)),
      period: silence.period,
      inFlight: filter.inFlight === true,
    }),
  };
}

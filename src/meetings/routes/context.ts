/** What every handler of this capability does first. */
import { todayAt } from '../../platform/people/today.ts';
import type { Database } from '../../platform/database/tables.ts';
import type { RequestContext } from '../../platform/http/route.ts';
import { historyOf, type RecordDescription } from '../../platform/record/description.ts';
import type { DocumentBlock } from '../model/document.ts';
import type { View } from '../queries/view.ts';

/** Reads at the moment asked for, with the view (moment, comparison, today) that queries want. */
export const ask = <Value>(
  context: RequestContext,
  question: (database: Database, view: View) => Promise<Value>,
): Promise<Value> =>
  context.read(async (database) =>
    question(database, {
      moment: context.moment,
      since: context.since,
      today: await todayAt(database, context.moment),
    }),
  );

/** The answer of a history route. */
export const historyAnswer = async (database: Database, description: RecordDescription, id: string) => ({
  items: (await historyOf(database, description, id)).map((entry) => ({ ...entry, changes: [...entry.changes] })),
});

/** Structured content with arrays of its own, as answers are typed. */
export const contentAnswer = (content: readonly DocumentBlock[]) =>
  content.map((block) => {
    switch (block.kind) {
      case 'list':
        return { ...block, items: [...block.items] };
      case 'table':
        return { ...block, heading: [...block.heading], rows: block.rows.map((row) => [...row]) };
      default:
        return block;
    }
  });

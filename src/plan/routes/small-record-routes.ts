/** The doors that all small records of the plan have alike. */
import type { Recorded } from '../../platform/record/upsert.ts';
import { z } from 'zod';
import { failed, ok, type Result } from '../../values/result.ts';
import type { Database } from '../../platform/database/tables.ts';
import { problem, type Problem } from '../../platform/errors/problem.ts';
import { route, type AnyRoute } from '../../platform/http/route.ts';
import { ChangeSchema, HistoryEntrySchema, pageOf, PageQuery } from '../../platform/http/schemas.ts';
import { may } from '../../platform/policy/policy.ts';
import type { CommandContext } from '../../platform/record/command.ts';
import type { RecordDescription } from '../../platform/record/description.ts';
import type { ColumnPatch } from '../../platform/record/edit.ts';
import { editSmallRecord, removeSmallRecord, type SmallTable } from '../commands/small-records.ts';
import { contains, CreatedAnswer, historySeen, IdParams, marksOf, mayDo, pageOfItems } from './presented.ts';

/** A kind of small record, as its doors need to know it. */
export interface SmallKind<Item extends { readonly id: string }, Fields extends object> {
  readonly path: string;
  /** Singular and plural for operation ids: `Deliverable`, `Deliverables`. */
  readonly one: string;
  readonly many: string;
  /** What a sentence calls one: `deliverable`. */
  readonly words: string;
  readonly table: SmallTable;
  readonly description: RecordDescription;
  readonly item: z.ZodType<Item, Item>;
  readonly edit: z.ZodType<Partial<Fields>>;
  readonly add: z.ZodType<Fields>;
  readonly all: (database: Database) => Promise<readonly Item[]>;
  readonly sentence: (items: readonly Item[]) => string;
  readonly texts: (item: Item) => readonly (string | null)[];
  readonly record: (context: CommandContext, fields: Fields) => Promise<Result<Recorded, Problem>>;
  readonly columns: (fields: Partial<Fields>) => Result<ColumnPatch, Problem>;
}

/** The doors of one kind: list, add, edit, remove, history. */
export function smallRoutesOf<Item extends { readonly id: string }, Fields extends object>(
  kind: SmallKind<Item, Fields>,
): readonly AnyRoute[] {
  const marked = z.intersection(kind.item, z.object({ changes: z.array(ChangeSchema) }));
  const absent = problem('not-found', `There is no such ${kind.words}; it may have been removed. Go back to the list.`);
  return [
    route({
      method: 'GET',
      path: `/api/${kind.path}`,
      operation: `list${kind.many}`,
      summary: `Lists every ${kind.words}.`,
      policy: may('read', 'milestone'),
      query: PageQuery.extend({ search: z.string().max(200).optional() }),
      answer: pageOf(marked),
      async handle({ query }, context) {
        const all = await context.read(kind.all);
        const { search } = query;
        const page = pageOfItems(
          search === undefined ? all : all.filter((one) => contains(search, kind.texts(one))),
          query,
        );
        if (page.kind === 'failed') return page;
        const marks = await marksOf(
          context,
          kind.description,
          page.value.items.map((one) => one.id),
        );
        return ok({
          ...page.value,
          items: page.value.items.map((one) => ({ ...one, changes: marks.get(one.id) ?? [] })),
          sentence: kind.sentence(all),
          may: mayDo(context, 'milestone'),
        });
      },
    }),
    route({
      method: 'POST',
      path: `/api/${kind.path}`,
      operation: `add${kind.one}`,
      summary: `Adds a ${kind.words}.`,
      policy: may('add', 'milestone'),
      body: kind.add,
      answer: CreatedAnswer,
      status: 201,
      async handle({ body }, context) {
        const added = await context.command(`${kind.description.kind}.add`, async (command) => {
          const made = await kind.record(command, body);
          if (made.kind === 'failed' || made.value.outcome === 'created') return made;
          return failed(problem('already-there', `That ${kind.words} is already in the record. Change it there.`));
        });
        return added.kind === 'failed' ? added : ok({ id: added.value.id });
      },
    }),
    route({
      method: 'PATCH',
      path: `/api/${kind.path}/:id`,
      operation: `edit${kind.one}`,
      summary: `Changes fields of a ${kind.words} in place.`,
      policy: may('edit', 'milestone'),
      params: IdParams,
      body: kind.edit,
      answer: marked,
      async handle({ params, body }, context) {
        const columns = kind.columns(body);
        if (columns.kind === 'failed') return columns;
        const edited = await context.command(`${kind.description.kind}.edit`, (command) =>
          editSmallRecord(command, kind.table, params.id, context.ifMatch, columns.value),
        );
        if (edited.kind === 'failed') return edited;
        const found = (await context.read(kind.all)).find((one) => one.id === params.id);
        return found === undefined ? failed(absent) : ok({ ...found, changes: [] });
      },
    }),
    route({
      method: 'DELETE',
      path: `/api/${kind.path}/:id`,
      operation: `remove${kind.one}`,
      summary: `Removes a ${kind.words}; its history stays.`,
      policy: may('remove', 'milestone'),
      params: IdParams,
      answer: z.null(),
      status: 204,
      handle: ({ params }, context) =>
        context.command(`${kind.description.kind}.remove`, (command) =>
          removeSmallRecord(command, kind.table, params.id),
        ),
    }),
    route({
      method: 'GET',
      path: `/api/${kind.path}/:id/history`,
      operation: `read${kind.one}History`,
      summary: `Reads the history of a ${kind.words}, newest entry first.`,
      policy: may('read', 'history'),
      params: IdParams,
      answer: z.object({ items: z.array(HistoryEntrySchema) }),
      async handle({ params }, context) {
        const items = await historySeen(context, kind.description, params.id);
        return items.length === 0 ? failed(absent) : ok({ items });
      },
    }),
  ];
}

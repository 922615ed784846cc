/** Shapes that many routes share. */
import { z } from 'zod';
import { isCivilDate } from '../../values/partial-date.ts';
import { RAG_VALUES } from '../../values/rag.ts';

export const CivilDateSchema = z
  .string()
  .refine(isCivilDate, 'Give a date of the calendar as YYYY-MM-DD')
  .meta({ id: 'CivilDate', format: 'date' });

export const InstantSchema = z.iso.datetime({ offset: true }).meta({ id: 'Instant' });

export const RagSchema = z.enum(RAG_VALUES).meta({ id: 'Rag' });

export const PartialDateSchema = z
  .object({
    precision: z.enum([
      'day',
      'month',
      'month-end',
      'month-start',
      'month-middle',
      'quarter',
      'year',
      'milestone',
      'unknown',
      'impossible',
    ]),
    earliest: z.string().nullable(),
    latest: z.string().nullable(),
    doubtful: z.boolean(),
    milestone: z.string().nullable(),
    raw: z.string(),
  })
  .meta({ id: 'PartialDate' });

/** Any record, by its kind and opaque id. */
export const RecordKeySchema = z
  .object({ kind: z.string().trim().min(1).max(300), id: z.string().trim().min(1).max(300) })
  .meta({ id: 'RecordKey' });

/** A link as seen from one of its records: the other end is named with `/api/records`. */
export const LinkedRecordSchema = z
  .object({
    direction: z
      .enum(['from', 'to'])
      .meta({ description: '`from` when the link starts at the record that was asked for.' }),
    relation: z.string(),
    kind: z.string(),
    id: z.string(),
    note: z.string(),
    removable: z.boolean().meta({ description: 'Whether it can be taken away from this record.' }),
  })
  .meta({ id: 'LinkedRecord' });

/** A value that reads differently than at the instant the caller compares with. */
export const ChangeSchema = z
  .object({
    /** The column or field, e.g. `stage`; for a part of the record, `positions`. */
    field: z.string(),
    label: z.string(),
    before: z.unknown(),
    after: z.unknown(),
    at: InstantSchema,
    actor: z.string(),
    command: z.string(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'Change' });

export const AbilitiesSchema = z
  .object({
    read: z.boolean(),
    add: z.boolean(),
    edit: z.boolean(),
    remove: z.boolean(),
    decide: z.boolean(),
    accept: z.boolean(),
  })
  .meta({ id: 'Abilities' });

/** Query of a list in pages. */
export const PageQuery = z.object({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});

/** A page of a list: the cursor of the next (null on the last), how many there are in all, and the page's true sentence. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item),
    nextCursor: z.string().nullable(),
    total: z.number().int(),
    sentence: z.string(),
    may: AbilitiesSchema,
  });

/** Query parameters that every GET understands. */
export const MomentQuery = z.object({
  asAt: z
    .string()
    .max(60)
    .optional()
    .meta({ description: 'Show the record as at this instant (ISO 8601), or as at a meeting (`CCAG-12`).' }),
  since: z
    .string()
    .max(60)
    .optional()
    .meta({ description: 'Mark what changed since this instant or meeting; `last` for the last meeting.' }),
});

/** One entry of a record's history. */
export const HistoryEntrySchema = z
  .object({
    entry: z.number().int(),
    at: InstantSchema,
    actor: z.string(),
    command: z.string(),
    reason: z.string().nullable(),
    changes: z.array(ChangeSchema),
  })
  .meta({ id: 'HistoryEntry' });

/** Shapes of the horizon log as they go over HTTP. */
import { z } from 'zod';
import { SharedStageSchema, StageOverlaySchema } from '../../codes/schemas.ts';
import { AbilitiesSchema, CivilDateSchema } from '../../platform/http/schemas.ts';
import { RETURN_STATES } from '../model/horizon.ts';
import { ReferenceSchema, WordsSchema } from '../schemas.ts';

const EntrySchema = z.object({
  id: z.string(),
  version: z.number().int(),
  modificationId: z.string(),
  key: z.string(),
  href: z.string(),
  reference: z.string(),
  title: z.string(),
  stageRaw: z.string(),
  stage: SharedStageSchema.nullable(),
  overlay: StageOverlaySchema.nullable(),
  words: z.string(),
});

export const HorizonLogSchema = z
  .object({
    period: z.string().nullable(),
    periodDate: CivilDateSchema.nullable(),
    periods: z.array(z.object({ period: z.string(), periodDate: CivilDateSchema })),
    silent: z.array(z.string()),
    bodies: z.array(
      z.object({
        /** Null, as is the version, while nothing at all is on record of its return. */
        id: z.string().nullable(),
        version: z.number().int().nullable(),
        body: z.string(),
        name: z.string(),
        href: z.string(),
        silent: z.boolean(),
        stale: z.boolean(),
        state: z.enum(RETURN_STATES),
        received: CivilDateSchema.nullable(),
        logDate: CivilDateSchema.nullable(),
        source: z.string(),
        note: z.string(),
        entries: z.array(EntrySchema),
      }),
    ),
    sentence: z.string(),
    may: AbilitiesSchema,
  })
  .meta({ id: 'HorizonLog' });

export const HorizonReturnInputSchema = z.object({
  body: z.string().min(1).max(60),
  period: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,40}$/, 'Give a meeting (CCAG-12) or a month (2022-11)'),
  periodDate: CivilDateSchema.optional(),
  state: z.enum(RETURN_STATES),
  received: CivilDateSchema.nullable().optional(),
  logDate: CivilDateSchema.nullable().optional(),
  source: z.string().max(1000).optional(),
  note: WordsSchema.optional(),
  entries: z
    .array(
      z.object({
        reference: ReferenceSchema,
        stageRaw: z.string().max(200).optional(),
        words: WordsSchema.optional(),
      }),
    )
    .max(500)
    .optional(),
});

/** What is known of a return, each of it only when it is to change. */
export const HorizonReturnFieldsSchema = HorizonReturnInputSchema.pick({
  received: true,
  logDate: true,
  source: true,
  note: true,
}).extend({ state: z.enum(RETURN_STATES).optional() });

/** What a return said of one change, each of it only when it is to change. */
export const HorizonEntryFieldsSchema = z.object({
  stageRaw: z.string().max(200).optional(),
  words: WordsSchema.optional(),
});

export const HorizonEntryInputSchema = HorizonEntryFieldsSchema.extend({
  reference: z.string().trim().min(1).max(60).meta({ description: 'As anybody would write it: R0044, CP 1568.' }),
});

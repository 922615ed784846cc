/** Shapes of milestones as they go over HTTP. */
import { z } from 'zod';
import {
  AbilitiesSchema,
  ChangeSchema,
  CivilDateSchema,
  LinkedRecordSchema,
  PartialDateSchema,
  RagSchema,
} from '../../platform/http/schemas.ts';
import { DEPENDENCY_KINDS } from '../model/propagation.ts';
import { STANDINGS } from '../model/standing.ts';
import { DateWords, Words } from './presented.ts';

export const MilestoneNameSchema = z
  .object({ id: z.string(), reference: z.string().nullable(), title: z.string(), href: z.string() })
  .meta({ id: 'MilestoneName' });

export const DependencySchema = z
  .object({
    id: z.string(),
    direction: z.enum(['follows', 'followed-by']),
    kind: z.enum(DEPENDENCY_KINDS),
    lagDays: z.number().int(),
    note: z.string(),
    words: z.string(),
    other: MilestoneNameSchema,
  })
  .meta({ id: 'MilestoneDependency' });

export const Days = z.number().int().nullable();

export const MilestoneSchema = z
  .object({
    id: z.string(),
    version: z.number().int(),
    reference: z.string().nullable(),
    title: z.string(),
    href: z.string(),
    tier: z.number().int().nullable(),
    topicArea: z.string().nullable(),
    owner: z.string().nullable(),
    baseline: PartialDateSchema.nullable(),
    target: PartialDateSchema.nullable(),
    forecast: PartialDateSchema.nullable(),
    previousForecast: PartialDateSchema.nullable(),
    actual: PartialDateSchema.nullable(),
    plannedDate: CivilDateSchema.nullable(),
    rag: RagSchema,
    ragRaw: z.string().nullable(),
    ragReason: z.string(),
    examinedAt: z.string().nullable(),
    examinedBy: z.string().nullable(),
    source: z.string().nullable(),
    position: z.number().int(),
    standing: z.object({ kind: z.enum(STANDINGS), reason: z.string(), unexamined: z.boolean() }),
    slip: z.object({ againstBaseline: Days, againstTarget: Days, againstPreviousForecast: Days }),
    dependencies: z.array(DependencySchema),
    changes: z.array(ChangeSchema),
  })
  .meta({ id: 'Milestone' });

export const MilestoneDetail = MilestoneSchema.extend({
  may: AbilitiesSchema,
  links: z.array(LinkedRecordSchema),
  changeRequests: z.array(
    z.object({ id: z.string(), reference: z.string(), title: z.string(), state: z.string(), href: z.string() }),
  ),
}).meta({ id: 'MilestoneDetail' });

export const MilestoneEditSchema = z
  .object({
    reference: z.string().max(10).nullable(),
    title: Words,
    tier: z.number().int().min(1).max(9).nullable(),
    topicArea: z.string().max(200).nullable(),
    owner: z.string().max(200).nullable(),
    baseline: DateWords,
    target: DateWords,
    forecast: DateWords,
    actual: DateWords,
    rag: RagSchema,
    ragReason: z.string().max(2_000),
    position: z.number().int().min(1).max(100_000),
  })
  .partial();

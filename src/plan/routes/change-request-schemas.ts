/** Shapes of change requests as they go over HTTP. */
import { z } from 'zod';
import { AbilitiesSchema, ChangeSchema, CivilDateSchema, LinkedRecordSchema } from '../../platform/http/schemas.ts';
import { CHANGE_REQUEST_STATES, IMPACT_KINDS, OUTCOMES, STEPS } from '../model/change-request.ts';
import { Words } from './presented.ts';

const Weeks = z.number().int().min(0).max(1_000).nullable();
export const ShortWords = z.string().max(200).nullable();

export const ChangeRequestSchema = z
  .object({
    id: z.string(),
    version: z.number().int(),
    reference: z.string(),
    number: z.number().int(),
    title: z.string(),
    href: z.string(),
    request: z.string().nullable(),
    raisedBy: z.string().nullable(),
    raisedOn: CivilDateSchema.nullable(),
    state: z.enum(CHANGE_REQUEST_STATES),
    stateWords: z.string(),
    assessmentFrom: CivilDateSchema.nullable(),
    assessmentTo: CivilDateSchema.nullable(),
    affectedMilestones: z.array(
      z.object({
        reference: z.string(),
        id: z.string().nullable(),
        title: z.string().nullable(),
        href: z.string().nullable(),
      }),
    ),
    costAmount: z.number().int().nullable(),
    costKind: z.string().nullable(),
    costWords: z.string(),
    scheduleWeeksMin: Weeks,
    scheduleWeeksMax: Weeks,
    scheduleWords: z.string(),
    benefit: z.string().nullable(),
    decisionGroup: z.string().nullable(),
    deciders: z.array(z.string()),
    outcome: z.enum(OUTCOMES).nullable(),
    outcomeNote: z.string(),
    decidedBy: z.string().nullable(),
    decidedOn: CivilDateSchema.nullable(),
    changes: z.array(ChangeSchema),
  })
  .meta({ id: 'ChangeRequest' });

export const ChangeRequestDetail = ChangeRequestSchema.extend({
  impacts: z.array(z.object({ id: z.string(), kind: z.enum(IMPACT_KINDS), text: z.string() })),
  recommendations: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      condition: z.string().nullable(),
      byGroup: z.string().nullable(),
      outcome: z.string().nullable(),
    }),
  ),
  /** The steps possible now that the caller's role may take. */
  steps: z.array(z.object({ step: z.enum(STEPS), words: z.string(), to: z.enum(CHANGE_REQUEST_STATES) })),
  /** The whole workflow in order, for showing where the request stands. */
  workflow: z.array(z.object({ state: z.enum(CHANGE_REQUEST_STATES), reached: z.boolean() })),
  may: AbilitiesSchema,
  links: z.array(LinkedRecordSchema),
}).meta({ id: 'ChangeRequestDetail' });

export const ChangeRequestFieldsSchema = z
  .object({
    title: Words,
    request: z.string().max(10_000).nullable(),
    raisedBy: ShortWords,
    raisedOn: CivilDateSchema.nullable(),
    assessmentFrom: CivilDateSchema.nullable(),
    assessmentTo: CivilDateSchema.nullable(),
    affectedMilestones: z.array(z.string().max(20)).max(100),
    costAmount: z.number().int().min(0).max(2_000_000_000).nullable(),
    costKind: ShortWords,
    scheduleWeeksMin: Weeks,
    scheduleWeeksMax: Weeks,
    benefit: z.string().max(10_000).nullable(),
    decisionGroup: ShortWords,
    outcomeNote: z.string().max(10_000),
  })
  .partial();

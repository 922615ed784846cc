/** Shapes of intake over HTTP. */
import { z } from 'zod';
import { AbilitiesSchema } from '../platform/http/schemas.ts';
import { FINDING_STATES, INTAKE_STATES } from './model.ts';

export const SpanSchema = z.object({ start: z.number().int(), end: z.number().int() }).meta({ id: 'Span' });

export const CountsSchema = z
  .object({
    agendaItems: z.number().int(),
    actions: z.number().int(),
    updates: z.number().int(),
    workingGroupUpdates: z.number().int(),
    modifications: z.number().int(),
    issues: z.number().int(),
    changeRequests: z.number().int(),
    recommendations: z.number().int(),
    freezeOptions: z.number().int(),
    deliverables: z.number().int(),
    risks: z.number().int(),
    milestones: z.number().int(),
    nextMeetings: z.number().int(),
  })
  .meta({ id: 'RecordCounts' });

export const OutcomeSchema = z
  .object({
    created: z.number().int(),
    updated: z.number().int(),
    unchanged: z.number().int(),
    records: z.array(
      z.object({
        key: z.string(),
        kind: z.string(),
        id: z.string(),
        title: z.string(),
        outcome: z.enum(['created', 'updated', 'unchanged']),
        changes: z.array(z.object({ label: z.string(), before: z.unknown(), after: z.unknown() })),
      }),
    ),
  })
  .meta({ id: 'AcceptOutcome' });

export const IntakeSchema = z
  .object({
    id: z.string(),
    version: z.number().int(),
    fileId: z.string(),
    fileName: z.string(),
    format: z.string(),
    group: z.string().nullable(),
    meetingNumber: z.string().nullable(),
    meetingDate: z.string().nullable(),
    state: z.enum(INTAKE_STATES),
    coverage: z.number(),
    structureCoverage: z.number(),
    counts: CountsSchema,
    outcome: OutcomeSchema.nullable(),
  })
  .meta({ id: 'Intake' });

export const FindingSchema = z
  .object({
    id: z.string(),
    version: z.number().int(),
    code: z.string(),
    severity: z.enum(['error', 'warning', 'notice']),
    /** What this sort of finding is called, means, and what to do about it. */
    title: z.string(),
    means: z.string(),
    whatToDo: z.string(),
    message: z.string(),
    span: SpanSchema,
    source: z.string(),
    about: z.string().nullable(),
    suggestion: z.object({ words: z.string(), path: z.string().optional(), value: z.string().optional() }).nullable(),
    state: z.enum(FINDING_STATES),
    note: z.string(),
  })
  .meta({ id: 'IntakeFinding' });

export const ReviewSchema = z
  .object({
    ...IntakeSchema.shape,
    text: z.string(),
    pages: z.array(z.object({ number: z.number().int(), span: SpanSchema })),
    notes: z.array(z.object({ message: z.string() })),
    records: z.array(
      z.object({
        key: z.string(),
        kind: z.string(),
        title: z.string(),
        span: SpanSchema,
        spans: z.array(SpanSchema),
        fields: z.array(
          z.object({
            path: z.string(),
            label: z.string(),
            value: z.string(),
            raw: z.string(),
            span: SpanSchema,
            corrected: z.boolean(),
          }),
        ),
      }),
    ),
    findings: z.array(FindingSchema),
    structure: z.array(z.object({ span: SpanSchema, what: z.string() })),
    unread: z.array(SpanSchema),
    olderThan: z.string().nullable(),
    sentence: z.string(),
    may: AbilitiesSchema,
  })
  .meta({ id: 'IntakeReview' });

/** Shapes of changes in flight as they go over HTTP. */
import { z } from 'zod';
import {
  CapacitySchema,
  ImpactValueSchema,
  ReleaseSchema,
  SharedStageSchema,
  StageOverlaySchema,
} from '../codes/schemas.ts';
import { RELEASE_KINDS } from '../codes/model/profile.ts';
import {
  AbilitiesSchema,
  ChangeSchema,
  CivilDateSchema,
  LinkedRecordSchema,
  InstantSchema,
  PartialDateSchema,
} from '../platform/http/schemas.ts';
import { DECISION_STATES } from './model/decisions.ts';
import { DATE_TYPES, MODIFICATION_KINDS, OUTCOMES, RELATIONS, STANCES, UPDATE_KINDS } from './model/modification.ts';

/** Running words, as long as anybody writes them. */
export const WordsSchema = z.string().max(20_000);
const line = z.string().trim().min(1).max(1000);

export const ReferenceSchema = z
  .object({
    body: z.string().min(1).max(12),
    scheme: z.string().max(12),
    number: z.number().int().min(0).max(99_999_999),
    suffix: z.string().max(6).default(''),
  })
  .meta({ id: 'Reference' });

export const KindSchema = z.enum(MODIFICATION_KINDS).meta({ id: 'ModificationKind' });
export const DateTypeSchema = z.enum(DATE_TYPES).meta({ id: 'ModificationDateType' });

export const DateInputSchema = z.object({
  type: DateTypeSchema,
  qualifier: z.string().max(200).default(''),
  /** As people write it: `23/11/2022`, `end November 22?`, `M8`. */
  raw: z.string().max(200),
  note: WordsSchema.default(''),
});

export const PositionInputSchema = z.object({
  stakeholder: line,
  stance: z.enum(STANCES),
  words: WordsSchema.default(''),
});

export const UpdateInputSchema = z.object({
  raw: z.string().max(200),
  words: line,
  kind: z.enum(UPDATE_KINDS).default('change'),
  meetingKey: z.string().max(60).nullable().default(null),
});

export const RelationInputSchema = z.object({
  relation: z.enum(RELATIONS),
  targetRaw: line,
  note: WordsSchema.default(''),
});

export const DecisionInputSchema = z.object({
  who: line,
  capacity: CapacitySchema,
  outcome: z.enum(OUTCOMES),
  date: CivilDateSchema,
  textHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'Give the SHA-256 of the text as 64 hexadecimal digits')
    .nullable()
    .optional(),
  conditions: WordsSchema.optional(),
  grounds: WordsSchema.optional(),
  appealUntil: CivilDateSchema.nullable().optional(),
});

export const FieldsSchema = z
  .object({
    title: line,
    summary: WordsSchema,
    stageRaw: z.string().trim().max(200),
    mapped: z.object({ stage: SharedStageSchema.nullable(), overlay: StageOverlaySchema.nullable() }),
    route: z.string().max(60).nullable(),
    impact: ImpactValueSchema,
    impactRaw: z.string().max(1000),
    impactReasons: z.array(z.string().max(1000)).max(20),
    lead: z.string().max(200),
    releaseId: z.string().max(60).nullable(),
  })
  .partial();

export const NewModificationSchema = FieldsSchema.extend({
  reference: ReferenceSchema,
  kind: KindSchema.optional(),
  title: line,
});

const ListedDateSchema = z.object({
  type: DateTypeSchema,
  qualifier: z.string(),
  date: PartialDateSchema,
  note: z.string(),
});

export const ModificationItemSchema = z
  .object({
    id: z.string(),
    /** Key for addresses and for `:id`: `REC-R0044`. */
    key: z.string(),
    href: z.string(),
    /** The code it is grouped under. */
    groupKey: z.string(),
    body: z.string(),
    reference: z.string(),
    kind: KindSchema,
    title: z.string(),
    summary: z.string(),
    stageRaw: z.string(),
    stage: SharedStageSchema.nullable(),
    overlay: StageOverlaySchema.nullable(),
    inFlight: z.boolean(),
    impact: ImpactValueSchema,
    impactRaw: z.string(),
    lead: z.string(),
    releaseName: z.string().nullable(),
    releaseDate: CivilDateSchema.nullable(),
    movedAt: InstantSchema,
    dates: z.array(ListedDateSchema),
    latestUpdate: z.object({ date: PartialDateSchema, words: z.string(), kind: z.string() }).nullable(),
    version: z.number().int(),
    changes: z.array(ChangeSchema),
  })
  .meta({ id: 'ModificationItem' });

const DecisionSchema = z
  .object({
    id: z.string(),
    position: z.number().int(),
    who: z.string(),
    capacity: CapacitySchema,
    outcome: z.enum(OUTCOMES),
    date: CivilDateSchema,
    textHash: z.string().nullable(),
    conditions: z.string(),
    grounds: z.string(),
    appealUntil: CivilDateSchema.nullable(),
    struckBecause: z.string().nullable(),
  })
  .meta({ id: 'ModificationDecision' });

const RelatedSchema = z.object({
  id: z.string(),
  relation: z.enum(RELATIONS),
  targetRaw: z.string(),
  note: z.string(),
  version: z.number().int(),
  target: z
    .object({ id: z.string(), body: z.string(), reference: z.string(), title: z.string(), href: z.string() })
    .nullable(),
});

export const ModificationSchema = z
  .object({
    id: z.string(),
    key: z.string(),
    href: z.string(),
    body: z.string(),
    bodyId: z.string(),
    scheme: z.string(),
    number: z.number().int(),
    suffix: z.string(),
    reference: z.string(),
    kind: KindSchema,
    title: z.string(),
    titleRaw: z.string(),
    summary: z.string(),
    stageRaw: z.string(),
    stage: SharedStageSchema.nullable(),
    overlay: StageOverlaySchema.nullable(),
    inFlight: z.boolean(),
    route: z.string().nullable(),
    routes: z.array(z.object({ key: z.string(), name: z.string() })),
    impact: ImpactValueSchema,
    impactRaw: z.string(),
    impactReasons: z.array(z.string()),
    lead: z.string(),
    release: z
      .object({ id: z.string(), name: z.string(), date: CivilDateSchema, kind: z.enum(RELEASE_KINDS) })
      .nullable(),
    /** The horizon logs that named it, latest first, each with what its body said of it then. */
    horizon: z.array(
      z.object({
        period: z.string(),
        periodDate: CivilDateSchema,
        stageRaw: z.string(),
        stage: SharedStageSchema.nullable(),
        overlay: StageOverlaySchema.nullable(),
        words: z.string(),
      }),
    ),
    movedAt: InstantSchema,
    recordedAt: InstantSchema,
    formerReferences: z.array(z.object({ id: z.string(), reference: z.string(), note: z.string() })),
    dates: z.array(ListedDateSchema.extend({ id: z.string(), version: z.number().int() })),
    decisions: z.array(DecisionSchema),
    decisionState: z.enum(DECISION_STATES),
    positions: z.array(
      z.object({
        id: z.string(),
        stakeholder: z.string(),
        stance: z.enum(STANCES),
        words: z.string(),
        version: z.number().int(),
      }),
    ),
    updates: z.array(
      z.object({
        id: z.string(),
        date: PartialDateSchema,
        words: z.string(),
        kind: z.enum(UPDATE_KINDS),
        meetingKey: z.string().nullable(),
        version: z.number().int(),
      }),
    ),
    relations: z.array(RelatedSchema),
    relatedFrom: z.array(RelatedSchema),
    links: z.array(LinkedRecordSchema),
    next: z.object({
      stages: z.array(
        z.object({ name: z.string(), stage: SharedStageSchema.nullable(), overlay: StageOverlaySchema.nullable() }),
      ),
      decisions: z.array(z.object({ outcome: z.enum(OUTCOMES), capacities: z.array(CapacitySchema) })),
    }),
    version: z.number().int(),
    changes: z.array(ChangeSchema),
    may: AbilitiesSchema,
  })
  .meta({ id: 'Modification' });

export const TimelineSchema = z
  .object({
    from: CivilDateSchema,
    to: CivilDateSchema,
    today: CivilDateSchema,
    lanes: z.array(
      z.object({
        body: z.string(),
        releases: z.array(ReleaseSchema),
        bars: z.array(
          z.object({
            id: z.string(),
            key: z.string(),
            href: z.string(),
            reference: z.string(),
            title: z.string(),
            kind: KindSchema,
            stage: SharedStageSchema.nullable(),
            stageRaw: z.string(),
            overlay: StageOverlaySchema.nullable(),
            impact: ImpactValueSchema,
            releaseName: z.string().nullable(),
            releaseDate: CivilDateSchema.nullable(),
            start: CivilDateSchema,
            end: CivilDateSchema.nullable(),
            segments: z.array(
              z.object({
                stage: SharedStageSchema.nullable(),
                overlay: StageOverlaySchema.nullable(),
                stageRaw: z.string(),
                from: CivilDateSchema,
                to: CivilDateSchema.nullable(),
              }),
            ),
            dates: z.array(ListedDateSchema),
            decisions: z.array(
              z.object({
                date: CivilDateSchema,
                who: z.string(),
                outcome: z.enum(OUTCOMES),
                capacity: CapacitySchema,
              }),
            ),
          }),
        ),
      }),
    ),
    cut: z.boolean(),
    sentence: z.string(),
  })
  .meta({ id: 'InFlightTimeline' });

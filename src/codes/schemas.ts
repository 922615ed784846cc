/** Shapes of code bodies, profiles and releases as they go over HTTP. */
import { z } from 'zod';
import { AbilitiesSchema, ChangeSchema, CivilDateSchema } from '../platform/http/schemas.ts';
import { BODY_KINDS, CAPACITIES, RELEASE_KINDS } from './model/profile.ts';
import { IMPACT_VALUES, SHARED_STAGES, STAGE_OVERLAYS } from './model/shared-stage.ts';

export const SharedStageSchema = z.enum(SHARED_STAGES).meta({ id: 'SharedStage' });
export const StageOverlaySchema = z.enum(STAGE_OVERLAYS).meta({ id: 'StageOverlay' });
export const ImpactValueSchema = z.enum(IMPACT_VALUES).meta({ id: 'ImpactValue' });
export const CapacitySchema = z.enum(CAPACITIES).meta({ id: 'Capacity' });

const shortWords = z.string().trim().min(1).max(200);
const key = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'Use small letters, digits and hyphens');

const SchemeSchema = z.object({
  scheme: z.string().max(12),
  names: shortWords,
  digits: z.number().int().min(1).max(8),
  suffixes: z.array(z.string().min(1).max(6)).max(30),
  separator: z.string().max(2),
  stands: z.enum(['modification', 'issue', 'change-request', 'other']),
  becomes: z.string().max(12).optional(),
});

export const StageSchema = z
  .object({
    key,
    name: shortWords,
    stage: SharedStageSchema.nullable(),
    overlay: StageOverlaySchema.nullable(),
    aliases: z.array(shortWords).max(40),
    next: z.array(key).max(40),
  })
  .meta({ id: 'ProfileStage' });

const month = z.number().int().min(1).max(12);
const ruleBase = { name: shortWords, releaseKind: z.enum(RELEASE_KINDS), month, basis: z.string().max(200) };

const ReleaseRuleSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('weekday-of-month'),
    ...ruleBase,
    weekday: z.number().int().min(1).max(7),
    which: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal('last')]),
  }),
  z.object({ kind: z.literal('day-of-month'), ...ruleBase, day: z.number().int().min(1).max(31) }),
]);

/** The content of a profile, as it is typed in. */
export const ProfileContentSchema = z.object({
  schemes: z.array(SchemeSchema).max(40),
  stages: z.array(StageSchema).max(60),
  impactWords: z.array(z.object({ words: shortWords, value: ImpactValueSchema })).max(100),
  routes: z
    .array(
      z.object({
        key,
        name: shortWords,
        decider: key,
        appealWorkingDays: z.number().int().min(0).max(250).nullable(),
        note: z.string().max(2000),
      }),
    )
    .max(30),
  deciders: z.array(z.object({ key, name: shortWords, capacities: z.array(CapacitySchema).min(1) })).max(30),
  appealWorkingDays: z.number().int().min(0).max(250).nullable(),
  releaseRules: z.array(ReleaseRuleSchema).max(40),
  defaultEffect: z.object({
    daysAfterNotice: z.number().int().min(0).max(366).nullable(),
    time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Give the time as HH:MM'),
    words: z.string().max(2000),
  }),
  note: z.string().max(4000),
});

export const ProfileSchema = ProfileContentSchema.extend({
  id: z.string(),
  bodyId: z.string(),
  body: z.string(),
  effectiveFrom: CivilDateSchema,
  effectiveTo: CivilDateSchema.nullable(),
  version: z.number().int(),
}).meta({ id: 'CodeBodyProfile' });

export const BodyFieldsSchema = z.object({
  shortName: z.string().min(1).max(12),
  name: shortWords,
  administrator: z.string().max(200),
  aliases: z.array(shortWords).max(20),
  kind: z.enum(BODY_KINDS),
  expectedInHorizon: z.boolean(),
  position: z.number().int().min(0).max(10_000),
});

export const ReleaseSchema = z
  .object({
    id: z.string().nullable(),
    body: z.string(),
    name: z.string(),
    date: CivilDateSchema,
    kind: z.enum(RELEASE_KINDS),
    /** Computed from the body's rules, not (yet) on record. */
    computed: z.boolean(),
    note: z.string(),
    version: z.number().int().nullable(),
  })
  .meta({ id: 'CodeRelease' });

export const NewReleaseSchema = z.object({
  name: shortWords,
  date: CivilDateSchema,
  kind: z.enum(RELEASE_KINDS).default('standard'),
  note: z.string().max(2000).default(''),
});

export const CodeBodySchema = BodyFieldsSchema.extend({
  id: z.string(),
  /** Address of its page. */
  href: z.string(),
  version: z.number().int(),
  changes: z.array(ChangeSchema),
}).meta({ id: 'CodeBody' });

const MeaningSchema = z.object({ value: z.string(), label: z.string(), meaning: z.string(), expect: z.string() });

export const VocabularySchema = z
  .object({ stages: z.array(MeaningSchema), overlays: z.array(MeaningSchema), impacts: z.array(MeaningSchema) })
  .meta({ id: 'SharedVocabulary' });

export const CodeBodyDetailSchema = CodeBodySchema.extend({
  /** The profile in force on the day looked at; null when none is. */
  profile: ProfileSchema.nullable(),
  /** All its profiles, latest first. */
  profiles: z.array(ProfileSchema),
  /** A year back and two years on. */
  releases: z.array(ReleaseSchema),
  may: AbilitiesSchema,
}).meta({ id: 'CodeBodyDetail' });

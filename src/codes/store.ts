/** The SQL of code bodies, their profiles and releases. */
import type { CivilDate } from '../values/partial-date.ts';
import type { Database } from '../platform/database/tables.ts';
import type {
  BodyKind,
  CodeBody,
  Decider,
  DefaultEffect,
  ImpactWords,
  KnownScheme,
  Profile,
  ProfileContent,
  ProfileRoute,
  ProfileStage,
  ReleaseKind,
  ReleaseRule,
} from './model/profile.ts';

declare module '../platform/database/tables.ts' {
  interface Tables {
    code_body: RecordColumns & {
      short_name: string;
      name: string;
      administrator: string;
      aliases: Json<readonly string[]>;
      kind: BodyKind;
      expected_in_horizon: boolean;
      position: number;
    };
    code_body_profile: RecordColumns & {
      body_id: string;
      effective_from: CivilDate;
      effective_to: CivilDate | null;
      schemes: Json<readonly KnownScheme[]>;
      stages: Json<readonly ProfileStage[]>;
      impact_words: Json<readonly ImpactWords[]>;
      routes: Json<readonly ProfileRoute[]>;
      deciders: Json<readonly Decider[]>;
      appeal_working_days: number | null;
      release_rules: Json<readonly ReleaseRule[]>;
      default_effect: Json<DefaultEffect>;
      note: string;
    };
    code_release: RecordColumns & {
      body_id: string;
      name: string;
      date: CivilDate;
      kind: ReleaseKind;
      note: string;
    };
  }
}

export type StoredBody = CodeBody & { readonly version: number };

export interface CodeRelease {
  readonly id: string;
  readonly bodyId: string;
  readonly body: string;
  readonly name: string;
  readonly date: CivilDate;
  readonly kind: ReleaseKind;
  readonly note: string;
  readonly version: number;
}

/** All code bodies, in their order. */
export async function allBodies(database: Database): Promise<StoredBody[]> {
  const rows = await database.selectFrom('code_body').selectAll().orderBy('position').orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    shortName: row.short_name,
    name: row.name,
    administrator: row.administrator,
    aliases: row.aliases,
    kind: row.kind,
    expectedInHorizon: row.expected_in_horizon,
    position: row.position,
    version: row.version,
  }));
}

/** All profiles of one body, or of all; by body, latest first. */
export async function profilesOf(database: Database, bodyId?: string): Promise<Profile[]> {
  let query = database
    .selectFrom('code_body_profile as p')
    .innerJoin('code_body as b', 'b.id', 'p.body_id')
    .selectAll('p')
    .select(['b.short_name', 'b.position']);
  if (bodyId !== undefined) query = query.where('p.body_id', '=', bodyId);
  const rows = await query.orderBy('b.position').orderBy('p.effective_from', 'desc').execute();
  return rows.map((row) => ({
    id: row.id,
    bodyId: row.body_id,
    body: row.short_name,
    effectiveFrom: row.effective_from,
    effectiveTo: row.effective_to,
    schemes: row.schemes,
    stages: row.stages,
    impactWords: row.impact_words,
    routes: row.routes,
    deciders: row.deciders,
    appealWorkingDays: row.appeal_working_days,
    releaseRules: row.release_rules,
    defaultEffect: row.default_effect,
    note: row.note,
    version: row.version,
  }));
}

/** The columns of a profile's content. */
export const profileColumns = (content: ProfileContent) => ({
  schemes: content.schemes,
  stages: content.stages,
  impact_words: content.impactWords,
  routes: content.routes,
  deciders: content.deciders,
  appeal_working_days: content.appealWorkingDays,
  release_rules: content.releaseRules,
  default_effect: content.defaultEffect,
  note: content.note,
});

/** Releases on record, of one body or all, by date. */
export async function releasesOf(database: Database, bodyId?: string): Promise<CodeRelease[]> {
  let query = database
    .selectFrom('code_release as r')
    .innerJoin('code_body as b', 'b.id', 'r.body_id')
    .selectAll('r')
    .select('b.short_name');
  if (bodyId !== undefined) query = query.where('r.body_id', '=', bodyId);
  const rows = await query.orderBy('r.date').orderBy('r.id').execute();
  return rows.map((row) => ({
    id: row.id,
    bodyId: row.body_id,
    body: row.short_name,
    name: row.name,
    date: row.date,
    kind: row.kind,
    note: row.note,
    version: row.version,
  }));
}

/**
 * The register's list: one statement for a page with everything its rows show, one for the counts. Written for ten
 * thousand modifications and more: every sort has an index (migration 0003), and a page is found by its keys, not
 * by an offset.
 */
import { sql, type RawBuilder } from 'kysely';
import type { ImpactValue, SharedStage, StageOverlay } from '../../codes/model/shared-stage.ts';
import type { Database, Instant } from '../../platform/database/tables.ts';
import type { CivilDate, PartialDate } from '../../values/partial-date.ts';
import type { DateType, Decision, ModificationKind } from '../model/modification.ts';
import './tables.ts';

export interface ModificationFilter {
  /** Short names; empty for all. */
  readonly bodies: readonly string[];
  readonly stages: readonly string[];
  readonly overlays: readonly string[];
  readonly impacts: readonly string[];
  readonly kinds: readonly string[];
  /** True for changes in flight only, false for those that are not, null for all. */
  readonly inFlight: boolean | null;
  /** Words to find in reference, title or summary; a reference may be spelled any way. */
  readonly text: string | null;
  /** Only those to which something came after this instant. */
  readonly movedSince: Instant | null;
  /** Only those with a decision date that may fall on or after, and on or before, these days. */
  readonly decisionFrom: CivilDate | null;
  readonly decisionTo: CivilDate | null;
  readonly releaseId: string | null;
}

export const NO_FILTER: ModificationFilter = {
  bodies: [],
  stages: [],
  overlays: [],
  impacts: [],
  kinds: [],
  inFlight: null,
  text: null,
  movedSince: null,
  decisionFrom: null,
  decisionTo: null,
  releaseId: null,
};

export const SORTS = ['reference', 'title', 'stage', 'decision', 'implementation', 'moved'] as const;
export type Sort = (typeof SORTS)[number];

export interface ListedDate {
  readonly type: DateType;
  readonly qualifier: string;
  readonly date: PartialDate;
  readonly note: string;
}

export interface ListedModification {
  readonly id: string;
  readonly body: string;
  readonly reference: string;
  readonly referenceKey: string;
  readonly kind: ModificationKind;
  readonly title: string;
  readonly summary: string;
  readonly stageRaw: string;
  readonly stage: SharedStage | null;
  readonly overlay: StageOverlay | null;
  readonly inFlight: boolean;
  readonly impact: ImpactValue;
  readonly impactRaw: string;
  readonly lead: string;
  readonly releaseName: string | null;
  readonly releaseDate: CivilDate | null;
  readonly movedAt: Instant;
  readonly version: number;
  readonly dates: readonly ListedDate[];
  readonly latestUpdate: { readonly date: PartialDate; readonly words: string; readonly kind: string } | null;
  /** The key of the sort, for the cursor. */
  readonly sortKey: string;
}

type Condition = RawBuilder<unknown>;

const likePattern = (words: string): string => `%${words.replace(/[\\%_]/g, '\\$&')}%`;

function textCondition(words: string): Condition {
  const pattern = likePattern(words.trim());
  const reference = /^([A-Za-z]*)[\s-]*0*(\d{1,8})([A-Za-z]*)$/.exec(words.trim());
  const spelled =
    reference === null
      ? sql`false`
      : sql`(m.number = ${Number(reference[2])} and lower(m.scheme) = ${(reference[1] ?? '').toLowerCase()}
          and lower(m.suffix) = ${(reference[3] ?? '').toLowerCase()})`;
  return sql`(m.title ilike ${pattern} or m.reference ilike ${pattern} or m.summary ilike ${pattern} or ${spelled})`;
}

function conditions(filter: ModificationFilter): Condition {
  const all: Condition[] = [];
  const oneOf = (column: string, values: readonly string[]): void => {
    if (values.length > 0) all.push(sql`${sql.ref(column)} = any(${[...values]}::text[])`);
  };
  if (filter.bodies.length > 0)
    all.push(sql`m.body_id in (select id from code_body where short_name = any(${[...filter.bodies]}::text[]))`);
  oneOf('m.stage', filter.stages);
  oneOf('m.overlay', filter.overlays);
  oneOf('m.impact_value', filter.impacts);
  oneOf('m.kind', filter.kinds);
  if (filter.inFlight !== null) all.push(sql`m.in_flight = ${filter.inFlight}`);
  if (filter.text !== null && filter.text.trim() !== '') all.push(textCondition(filter.text));
  if (filter.movedSince !== null) all.push(sql`m.moved_at > ${filter.movedSince}`);
  if (filter.decisionFrom !== null) all.push(sql`m.decision_latest >= ${filter.decisionFrom}::date`);
  if (filter.decisionTo !== null) all.push(sql`m.decision_earliest <= ${filter.decisionTo}::date`);
  if (filter.releaseId !== null) all.push(sql`m.release_id = ${filter.releaseId}`);
  return all.length === 0 ? sql`true` : sql.join(all, sql` and `);
}

/** A sort: the expression it orders by, never null, and how a cursor's text becomes a value of it again. */
const SORT_KEYS: Readonly<Record<Sort, { readonly by: Condition; readonly type: Condition }>> = {
  reference: { by: sql`m.reference_key collate "C"`, type: sql`text` },
  title: { by: sql`lower(m.title) collate "C"`, type: sql`text` },
  stage: { by: sql`coalesce(m.stage_order, 99::smallint)`, type: sql`smallint` },
  decision: { by: sql`coalesce(m.decision_earliest, 'infinity'::date)`, type: sql`date` },
  implementation: { by: sql`coalesce(m.implementation_earliest, 'infinity'::date)`, type: sql`date` },
  moved: { by: sql`m.moved_at`, type: sql`timestamptz` },
};

/** What a cursor holds: the sort key and the reference key of the last row given out. */
export interface PageStart {
  readonly key: string;
  readonly referenceKey: string;
}

/** One page of the list, in order, with everything its rows show. One statement. */
export async function listModifications(
  database: Database,
  filter: ModificationFilter,
  order: { readonly sort: Sort; readonly descending: boolean },
  page: { readonly limit: number; readonly after: PageStart | null },
): Promise<ListedModification[]> {
  const { by, type } = SORT_KEYS[order.sort];
  const direction = order.descending ? sql`desc` : sql`asc`;
  const start =
    page.after === null
      ? sql`true`
      : sql`(${by}, m.reference_key collate "C") ${order.descending ? sql`<` : sql`>`} (${page.after.key}::${type}, ${page.after.referenceKey})`;
  const { rows } = await sql<ListedModification>`
    with page as (
      select m.*, (${by})::text as sort_key from modification m
      where ${conditions(filter)} and ${start}
      order by ${by} ${direction}, m.reference_key collate "C" ${direction}
      limit ${page.limit}
    )
    select m.id, b.short_name as body, m.reference, m.reference_key as "referenceKey", m.kind, m.title, m.summary,
      m.stage_raw as "stageRaw", m.stage, m.overlay, m.in_flight as "inFlight", m.impact_value as impact,
      m.impact_raw as "impactRaw", m.lead, r.name as "releaseName", r.date as "releaseDate", m.moved_at as "movedAt",
      m.version, m.sort_key as "sortKey",
      (select coalesce(json_agg(json_build_object('type', d.type, 'qualifier', d.qualifier, 'date', d.date, 'note', d.note)
          order by d.type, d.position, d.id), '[]'::json)
        from modification_date d where d.modification_id = m.id) as dates,
      (select json_build_object('date', u.date, 'words', u.words, 'kind', u.kind) from modification_update u
        where u.modification_id = m.id order by u.earliest desc nulls last, u.id desc limit 1) as "latestUpdate"
    from page m join code_body b on b.id = m.body_id left join code_release r on r.id = m.release_id
    order by ${sql.ref(`m.sort_key`)}::${type} ${order.sort === 'reference' || order.sort === 'title' ? sql`collate "C"` : sql``} ${direction},
      m.reference_key collate "C" ${direction}`.execute(database);
  return rows;
}

export interface ListCounts {
  readonly body: string;
  readonly total: number;
  readonly issues: number;
  /** How many something came to after the instant given; 0 without one. */
  readonly moved: number;
}

/** How many the filter finds, body by body, in the bodies' order; bodies with none are left out. One statement. */
export async function countModifications(
  database: Database,
  filter: ModificationFilter,
  since: Instant | null,
): Promise<ListCounts[]> {
  const { rows } = await sql<ListCounts>`
    select b.short_name as body, c.total, c.issues, c.moved from (
      select m.body_id, count(*)::int as total, (count(*) filter (where m.kind = 'issue'))::int as issues,
        (count(*) filter (where m.moved_at > ${since ?? 'infinity'}::timestamptz))::int as moved
      from modification m where ${conditions(filter)} group by m.body_id) c
    join code_body b on b.id = c.body_id order by b.position, b.id`.execute(database);
  return rows;
}

/** The decision events that stand, of several modifications, in order. */
export async function decisionsOfAll(
  database: Database,
  ids: readonly string[],
): Promise<Map<string, Pick<Decision, 'date' | 'who' | 'outcome' | 'capacity'>[]>> {
  const found = new Map<string, Pick<Decision, 'date' | 'who' | 'outcome' | 'capacity'>[]>();
  if (ids.length === 0) return found;
  const rows = await database
    .selectFrom('modification_decision')
    .select(['modification_id', 'date', 'who', 'outcome', 'capacity'])
    .where('modification_id', 'in', [...ids])
    .where('struck_because', 'is', null)
    .orderBy('position')
    .execute();
  for (const { modification_id: id, ...decision } of rows) found.set(id, [...(found.get(id) ?? []), decision]);
  return found;
}

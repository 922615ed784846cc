import type { Selectable } from 'kysely';
import type { Database, Tables } from '../../platform/database/tables.ts';
import { milestoneKey, milestoneReference, readMilestoneTitle, type Milestone } from '../model/milestone.ts';
import type { Dependency } from '../model/propagation.ts';
import './tables.ts';

const fromRow = (row: Selectable<Tables['milestone']>): Milestone => ({
  kind: 'milestone',
  id: row.id,
  version: row.version,
  reference: row.reference,
  title: row.title,
  tier: row.tier,
  topicArea: row.topic_area,
  owner: row.owner,
  baseline: row.baseline,
  target: row.target,
  forecast: row.forecast,
  previousForecast: row.previous_forecast,
  actual: row.actual,
  rag: row.rag,
  ragRaw: row.rag_raw,
  ragReason: row.rag_reason,
  examinedAt: row.examined_at,
  examinedBy: row.examined_by,
  source: row.source,
  position: row.position,
});

/** All milestones in the order of the plan. A programme has tens of them, so lists filter what this answers. */
export async function allMilestones(database: Database): Promise<Milestone[]> {
  const rows = await database.selectFrom('milestone').selectAll().orderBy('position').orderBy('id').execute();
  return rows.map(fromRow);
}

/** By opaque id or printed reference (`M8`, `m 8`); null when there is none. */
export async function findMilestone(database: Database, idOrReference: string): Promise<Milestone | null> {
  const reference = milestoneReference(idOrReference);
  const row = await database
    .selectFrom('milestone')
    .selectAll()
    .where((where) =>
      where.or([where('id', '=', idOrReference), ...(reference === null ? [] : [where('reference', '=', reference)])]),
    )
    .executeTakeFirst();
  return row === undefined ? null : fromRow(row);
}

/**
 * By natural key: the reference, given or in the title's brackets; else the title, among milestones whose reference
 * does not say otherwise. Null when there is none.
 */
export async function findMilestoneByKey(
  database: Database,
  given: { readonly reference: string | null; readonly title: string },
): Promise<Milestone | null> {
  const said = given.reference ?? readMilestoneTitle(given.title).reference;
  const reference = said === null ? null : milestoneReference(said);
  if (reference !== null) {
    const found = await findMilestone(database, reference);
    if (found !== null) return found;
  }
  const rows = await database
    .selectFrom('milestone')
    .selectAll()
    .where('title_key', '=', milestoneKey(given.title))
    .orderBy('position')
    .execute();
  const row = rows.find((one) => reference === null || one.reference === null);
  return row === undefined ? null : fromRow(row);
}

export interface StoredDependency extends Dependency {
  readonly id: string;
  readonly version: number;
  readonly note: string;
}

/** All dependencies between milestones, in the order they were made. */
export async function allDependencies(database: Database): Promise<StoredDependency[]> {
  const rows = await database.selectFrom('milestone_dependency').selectAll().orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    from: row.from_id,
    to: row.to_id,
    kind: row.kind,
    lagDays: row.lag_days,
    note: row.note,
  }));
}

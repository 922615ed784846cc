/** Reading one modification with its parts. */
import { sql } from 'kysely';
import type { Database } from '../../platform/database/tables.ts';
import type {
  Decision,
  FormerReference,
  Modification,
  ModificationDate,
  RelationTo,
  StakeholderPosition,
  Update,
} from '../model/modification.ts';
import './tables.ts';

const modificationColumns = (database: Database) =>
  database
    .selectFrom('modification as m')
    .innerJoin('code_body as b', 'b.id', 'm.body_id')
    .select([
      'm.id',
      'm.body_id as bodyId',
      'b.short_name as body',
      'm.scheme',
      'm.number',
      'm.suffix',
      'm.reference',
      'm.reference_key as referenceKey',
      'm.kind',
      'm.title',
      'm.title_raw as titleRaw',
      'm.summary',
      'm.stage_raw as stageRaw',
      'm.stage',
      'm.overlay',
      'm.in_flight as inFlight',
      'm.route',
      'm.impact_value as impact',
      'm.impact_raw as impactRaw',
      'm.impact_reasons as impactReasons',
      'm.lead',
      'm.release_id as releaseId',
      'm.moved_at as movedAt',
      'm.recorded_at as recordedAt',
      'm.version',
    ]);

/** The modification of this id; null when there is none. */
export async function modificationById(database: Database, id: string): Promise<Modification | null> {
  return (await modificationColumns(database).where('m.id', '=', id).executeTakeFirst()) ?? null;
}

/** The modifications that carry any of these keys now, or carried one before; present bearers first. */
export async function modificationsByKey(database: Database, keys: readonly string[]): Promise<Modification[]> {
  if (keys.length === 0) return [];
  return modificationColumns(database)
    .where((where) =>
      where.or([
        where('m.reference_key', 'in', [...keys]),
        where(
          'm.id',
          'in',
          database
            .selectFrom('modification_former_reference')
            .select('modification_id')
            .where('reference_key', 'in', [...keys]),
        ),
      ]),
    )
    .orderBy((order) => order('m.reference_key', 'in', [...keys]), 'desc')
    .orderBy(sql`m.reference_key collate "C"`)
    .execute();
}

/** All modifications of the body whose stage words are not empty: for mapping them anew. */
export async function modificationsOfBody(database: Database, bodyId: string): Promise<Modification[]> {
  return modificationColumns(database).where('m.body_id', '=', bodyId).where('m.stage_raw', '<>', '').execute();
}

/** Dates of the modification, by type and place. */
export async function datesOf(database: Database, id: string): Promise<ModificationDate[]> {
  return database
    .selectFrom('modification_date')
    .select(['id', 'type', 'qualifier', 'date', 'note', 'version'])
    .where('modification_id', '=', id)
    .orderBy('type')
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** Decision events in the order they were recorded, struck ones among them. */
export async function decisionsOf(database: Database, id: string): Promise<Decision[]> {
  return database
    .selectFrom('modification_decision')
    .select([
      'id',
      'position',
      'who',
      'capacity',
      'outcome',
      'date',
      'text_hash as textHash',
      'conditions',
      'grounds',
      'appeal_until as appealUntil',
      'struck_because as struckBecause',
    ])
    .where('modification_id', '=', id)
    .orderBy('position')
    .execute();
}

export async function positionsOf(database: Database, id: string): Promise<StakeholderPosition[]> {
  return database
    .selectFrom('modification_position')
    .select(['id', 'stakeholder', 'stance', 'words', 'version'])
    .where('modification_id', '=', id)
    .orderBy(sql`stakeholder collate "C"`)
    .execute();
}

/** Updates, newest first. */
export async function updatesOf(database: Database, id: string): Promise<Update[]> {
  return database
    .selectFrom('modification_update')
    .select(['id', 'date', 'words', 'kind', 'meeting_key as meetingKey', 'version'])
    .where('modification_id', '=', id)
    .orderBy(sql`earliest desc nulls last`)
    .orderBy('id', 'desc')
    .execute();
}

export async function formerReferencesOf(database: Database, id: string): Promise<FormerReference[]> {
  return database
    .selectFrom('modification_former_reference')
    .select(['id', 'reference', 'note'])
    .where('modification_id', '=', id)
    .orderBy('id')
    .execute();
}

interface RelationRow extends Omit<RelationTo, 'target'> {
  targetId: string | null;
  targetBody: string | null;
  targetReference: string | null;
  targetTitle: string | null;
}

const withTarget = ({ targetId, targetBody, targetReference, targetTitle, ...relation }: RelationRow): RelationTo => ({
  ...relation,
  target:
    targetId === null || targetBody === null || targetReference === null || targetTitle === null
      ? null
      : { id: targetId, body: targetBody, reference: targetReference, title: targetTitle },
});

/** What the modification says of others. A target is found by its reference, present or former, whenever it comes. */
export async function relationsOf(database: Database, id: string): Promise<RelationTo[]> {
  const { rows } = await sql<RelationRow>`
    select r.id, r.relation, r.target_raw as "targetRaw", r.target_key as "targetKey", r.note, r.version, t.id as "targetId",
      b.short_name as "targetBody", t.reference as "targetReference", t.title as "targetTitle"
    from modification_relation r
    left join modification_former_reference f on f.reference_key = r.target_key
    left join modification t on t.reference_key = r.target_key or t.id = f.modification_id
    left join code_body b on b.id = t.body_id
    where r.modification_id = ${id} order by r.id`.execute(database);
  return rows.map(withTarget);
}

/** What others say of the modification; `target` is then the other one. */
export async function relationsTo(database: Database, id: string): Promise<RelationTo[]> {
  const { rows } = await sql<RelationRow>`
    select r.id, r.relation, r.target_raw as "targetRaw", r.target_key as "targetKey", r.note, r.version, o.id as "targetId",
      b.short_name as "targetBody", o.reference as "targetReference", o.title as "targetTitle"
    from modification_relation r
    join modification o on o.id = r.modification_id
    join code_body b on b.id = o.body_id
    where r.modification_id <> ${id} and r.target_key in (
      select reference_key from modification where id = ${id}
      union select reference_key from modification_former_reference where modification_id = ${id})
    order by r.id`.execute(database);
  return rows.map(withTarget);
}

/** Which record a part belongs to; null when there is no such part. The table is one of this capability's parts. */
export async function parentOf(
  database: Database,
  table:
    | 'modification_date'
    | 'modification_decision'
    | 'modification_position'
    | 'modification_update'
    | 'modification_relation',
  partId: string,
): Promise<string | null> {
  const row = await database.selectFrom(table).select('modification_id').where('id', '=', partId).executeTakeFirst();
  return row?.modification_id ?? null;
}

/** What every code's releases are called, by id. */
export async function releaseNames(database: Database): Promise<ReadonlyMap<string, string>> {
  const rows = await database.selectFrom('code_release').select(['id', 'name']).execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

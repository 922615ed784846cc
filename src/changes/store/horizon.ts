/** Reading horizon returns. */
import { sql } from 'kysely';
import type { Database } from '../../platform/database/tables.ts';
import type { CivilDate } from '../../values/partial-date.ts';
import type { HorizonEntry, HorizonMention, HorizonReturn } from '../model/horizon.ts';
import './tables.ts';

/** The periods for which anything was returned, latest first. */
export async function horizonPeriods(database: Database): Promise<{ period: string; periodDate: CivilDate }[]> {
  const { rows } = await sql<{ period: string; periodDate: CivilDate }>`
    select period, max(period_date) as "periodDate" from horizon_return
    group by period order by 2 desc, period collate "C" desc`.execute(database);
  return rows;
}

/** The returns of a period, in the bodies' order, each with its entries. */
export async function returnsOf(database: Database, period: string): Promise<HorizonReturn[]> {
  const { rows } = await sql<HorizonReturn>`
    select h.id, h.body_id as "bodyId", b.short_name as body, h.period, h.period_date as "periodDate", h.state,
      h.received, h.log_date as "logDate", h.source, h.note, h.version,
      (select coalesce(json_agg(json_build_object('id', e.id, 'version', e.version, 'modificationId', m.id, 'body', b.short_name, 'reference', m.reference,
          'title', m.title, 'stageRaw', e.stage_raw, 'stage', e.stage, 'overlay', e.overlay, 'words', e.words)
          order by e.position, e.id), '[]'::json)
        from horizon_entry e join modification m on m.id = e.modification_id where e.return_id = h.id) as entries
    from horizon_return h join code_body b on b.id = h.body_id
    where h.period = ${period} order by b.position, b.id`.execute(database);
  return rows;
}

/** The logs that named a modification, latest first, each with what its body said of it then. */
export async function logsNaming(database: Database, modificationId: string): Promise<HorizonMention[]> {
  const { rows } = await sql<HorizonMention>`
    select h.period, h.period_date as "periodDate", e.stage_raw as "stageRaw", e.stage, e.overlay, e.words
    from horizon_entry e join horizon_return h on h.id = e.return_id
    where e.modification_id = ${modificationId} order by h.period_date desc, h.period collate "C" desc`.execute(
    database,
  );
  return rows;
}

/** The bodies expected to make a return, and which of them made none in the latest period. One statement. */
export async function latestSilence(database: Database): Promise<{ period: string | null; silent: string[] }> {
  const { rows } = await sql<{ period: string; silent: string[] }>`
    with latest as (select period from horizon_return order by period_date desc, period collate "C" desc limit 1)
    select l.period, coalesce((select json_agg(b.short_name order by b.position, b.id) from code_body b
      where b.expected_in_horizon and not exists (select 1 from horizon_return h
        where h.body_id = b.id and h.period = l.period and h.state <> 'silent')), '[]'::json) as silent
    from latest l`.execute(database);
  return rows[0] ?? { period: null, silent: [] };
}

export type ReturnRow = Pick<HorizonReturn, 'id' | 'bodyId' | 'body' | 'period' | 'state' | 'version'>;

/** One return by its id, without what it named; null when there is none. */
export async function returnById(database: Database, id: string): Promise<ReturnRow | null> {
  const { rows } = await sql<ReturnRow>`
    select h.id, h.body_id as "bodyId", b.short_name as body, h.period, h.state, h.version
    from horizon_return h join code_body b on b.id = h.body_id where h.id = ${id}`.execute(database);
  return rows[0] ?? null;
}

export interface EntryRow extends Omit<HorizonEntry, 'body' | 'reference' | 'title'> {
  readonly position: number;
}

/** The entries of one return as they are stored, in order. */
export async function entriesOf(database: Database, returnId: string): Promise<EntryRow[]> {
  return database
    .selectFrom('horizon_entry')
    .select([
      'id',
      'modification_id as modificationId',
      'position',
      'stage_raw as stageRaw',
      'stage',
      'overlay',
      'words',
      'version',
    ])
    .where('return_id', '=', returnId)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

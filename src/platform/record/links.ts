/** Links between any two records: `(kind, id) —relation→ (kind, id)`, resolved by whoever shows them. */
import { sql } from 'kysely';
import type { Database, DatabaseTransaction } from '../database/tables.ts';
import { newId } from './identity.ts';

declare module '../database/tables.ts' {
  interface Tables {
    record_link: RecordColumns & {
      from_kind: string;
      from_id: string;
      relation: string;
      to_kind: string;
      to_id: string;
      note: string;
    };
  }
}

export interface RecordKey {
  readonly kind: string;
  readonly id: string;
}

/** Whether two keys name one record. */
export const isSameRecord = (one: RecordKey, other: RecordKey): boolean =>
  one.kind === other.kind && one.id === other.id;

export interface RecordLink {
  readonly from: RecordKey;
  /** In words from the first to the second: `about`, `concerns`, `awaits`, `delivers`. */
  readonly relation: string;
  readonly to: RecordKey;
  readonly note: string;
}

/** Adds a link unless it is there. */
export async function addLink(transaction: DatabaseTransaction, link: RecordLink): Promise<void> {
  await sql`insert into record_link (id, from_kind, from_id, relation, to_kind, to_id, note)
    values (${newId('link')}, ${link.from.kind}, ${link.from.id}, ${link.relation}, ${link.to.kind}, ${link.to.id}, ${link.note})
    on conflict do nothing`.execute(transaction);
}

/** Removes a link; nothing happens when it is not there. */
export async function removeLink(transaction: DatabaseTransaction, link: Omit<RecordLink, 'note'>): Promise<void> {
  await transaction
    .deleteFrom('record_link')
    .where('from_kind', '=', link.from.kind)
    .where('from_id', '=', link.from.id)
    .where('relation', '=', link.relation)
    .where('to_kind', '=', link.to.kind)
    .where('to_id', '=', link.to.id)
    .execute();
}

/** All links from or to any of the records, in the order they were made. */
export async function linksOf(database: Database, kind: string, ids: readonly string[]): Promise<RecordLink[]> {
  if (ids.length === 0) return [];
  const rows = await database
    .selectFrom('record_link')
    .select(['from_kind', 'from_id', 'relation', 'to_kind', 'to_id', 'note'])
    .where((where) =>
      where.or([
        where.and([where('from_kind', '=', kind), where('from_id', 'in', [...ids])]),
        where.and([where('to_kind', '=', kind), where('to_id', 'in', [...ids])]),
      ]),
    )
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    from: { kind: row.from_kind, id: row.from_id },
    relation: row.relation,
    to: { kind: row.to_kind, id: row.to_id },
    note: row.note,
  }));
}

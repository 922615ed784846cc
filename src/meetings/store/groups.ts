/** Groups in the database. */
import { sql } from 'kysely';
import type { Database, DatabaseTransaction } from '../../platform/database/tables.ts';
import './tables.ts';

/** Every group, from the top level down, then by short name. */
export const allGroups = (database: Database) =>
  database
    .selectFrom('governance_group')
    .selectAll()
    .orderBy(sql`level nulls last`)
    .orderBy(sql`lower(short_name) collate "C"`)
    .execute();

export type GroupRow = Awaited<ReturnType<typeof allGroups>>[number];

/** A group by its id or its short name in any case; null when there is none. */
export async function findGroup(database: Database, idOrShortName: string): Promise<GroupRow | null> {
  const row = await database
    .selectFrom('governance_group')
    .selectAll()
    .where((where) =>
      where.or([where('id', '=', idOrShortName), where(sql`lower(short_name)`, '=', idOrShortName.toLowerCase())]),
    )
    .executeTakeFirst();
  return row ?? null;
}

/** The programme's main group: the one said to be, else null. */
export async function mainGroup(database: Database): Promise<GroupRow | null> {
  const row = await database
    .selectFrom('governance_group')
    .selectAll()
    .where('main', '=', true)
    .orderBy('id')
    .executeTakeFirst();
  return row ?? null;
}

/** Takes the mark of the main group from every other group. */
export async function unmarkOtherMainGroups(transaction: DatabaseTransaction, id: string): Promise<void> {
  await transaction
    .updateTable('governance_group')
    .set({ main: false })
    .where('main', '=', true)
    .where('id', '<>', id)
    .execute();
}

/** How many meetings, outstanding actions and decisions each group has, by group id. */
export async function groupCounts(
  database: Database,
): Promise<Map<string, { meetings: number; actions: number; decisions: number }>> {
  const { rows } = await sql<{ id: string; meetings: number; actions: number; decisions: number }>`
    select g.id,
      (select count(*) from meeting m where m.group_id = g.id) as meetings,
      (select count(*) from action a where a.group_id = g.id and a.state in ('open', 'proposed-closed')) as actions,
      (select count(*) from decision d where d.group_id = g.id) as decisions
    from governance_group g`.execute(database);
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}

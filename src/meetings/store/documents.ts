/** Documents and their versions in the database. */
import { sql } from 'kysely';
import type { Database } from '../../platform/database/tables.ts';
import type { DocumentKind } from '../model/document.ts';
import './tables.ts';

const documents = (database: Database) => database.selectFrom('document').selectAll();
const versions = (database: Database) => database.selectFrom('document_version').selectAll();

export type DocumentRow = Awaited<ReturnType<ReturnType<typeof documents>['executeTakeFirstOrThrow']>>;
export type DocumentVersionRow = Awaited<ReturnType<ReturnType<typeof versions>['executeTakeFirstOrThrow']>>;

/** A document by its id; null when there is none. */
export const documentById = async (database: Database, id: string): Promise<DocumentRow | null> =>
  (await documents(database).where('id', '=', id).executeTakeFirst()) ?? null;

/** The document of a meeting by kind and title in any case; null when there is none. */
export async function documentByTitle(
  database: Database,
  meetingId: string | null,
  kind: DocumentKind,
  title: string,
): Promise<DocumentRow | null> {
  const row = await documents(database)
    .where(sql<boolean>`meeting_id is not distinct from ${meetingId}`)
    .where('kind', '=', kind)
    .where(sql`lower(title)`, '=', title.toLowerCase())
    .executeTakeFirst();
  return row ?? null;
}

/** The documents of a meeting: minutes first, then by kind and label. */
export const documentsOf = (database: Database, meetingId: string): Promise<DocumentRow[]> =>
  documents(database)
    .where('meeting_id', '=', meetingId)
    .orderBy(sql`case kind when 'minutes' then 1 when 'headline-report' then 2 when 'paper' then 3 else 4 end`)
    .orderBy(sql`label collate "C"`)
    .orderBy('id')
    .execute();

/** The versions of documents, oldest first. */
export const versionsOf = async (database: Database, documentIds: readonly string[]): Promise<DocumentVersionRow[]> =>
  documentIds.length === 0
    ? []
    : versions(database)
        .where('document_id', 'in', [...new Set(documentIds)])
        .orderBy('position')
        .execute();

/** One version of a document; null when there is none. */
export const documentVersionById = async (database: Database, id: string): Promise<DocumentVersionRow | null> =>
  (await versions(database).where('id', '=', id).executeTakeFirst()) ?? null;

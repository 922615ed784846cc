/** Files as they came in: kept whole, named by the hash of their content, never changed. */
import crypto from 'node:crypto';
import type { Database, DatabaseTransaction } from '../database/tables.ts';
import { newId } from '../record/identity.ts';

declare module '../database/tables.ts' {
  interface Tables {
    file: {
      id: string;
      sha256: string;
      name: string;
      media_type: string;
      size: number;
      content: Buffer;
      stored_at: import('kysely').ColumnType<Instant, never, never>;
    };
  }
}

export interface StoredFile {
  readonly id: string;
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
}

/** Keeps a file; the same content is kept once, under the name it first came with. */
export async function storeFile(
  transaction: DatabaseTransaction,
  file: { readonly name: string; readonly mediaType: string; readonly content: Uint8Array },
): Promise<StoredFile> {
  const sha256 = crypto.createHash('sha256').update(file.content).digest('hex');
  const there = await fileByHash(transaction, sha256);
  if (there !== null) return there;
  const stored = { id: newId('file'), sha256, name: file.name, mediaType: file.mediaType, size: file.content.length };
  await transaction
    .insertInto('file')
    .values({
      id: stored.id,
      sha256,
      name: stored.name,
      media_type: stored.mediaType,
      size: stored.size,
      content: Buffer.from(file.content),
    })
    .execute();
  return stored;
}

/** The file with this content; null when it never came in. */
export async function fileByHash(database: Database, sha256: string): Promise<StoredFile | null> {
  const row = await database
    .selectFrom('file')
    .select(['id', 'sha256', 'name', 'media_type as mediaType', 'size'])
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return row ?? null;
}

/** A kept file with its bytes; null when there is none of that id. */
export async function fileContent(
  database: Database,
  id: string,
): Promise<(StoredFile & { content: Uint8Array }) | null> {
  const row = await database
    .selectFrom('file')
    .select(['id', 'sha256', 'name', 'media_type as mediaType', 'size', 'content'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

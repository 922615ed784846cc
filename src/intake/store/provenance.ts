/** Where each value of the record came from. */
import type { Database, DatabaseTransaction } from '../../platform/database/tables.ts';
import { newId } from '../../platform/record/identity.ts';
import './tables.ts';

export interface NewProvenance {
  readonly recordKind: string;
  readonly recordId: string;
  /** Path of the field in the pack's record; empty for the record as a whole. */
  readonly field: string;
  readonly start: number;
  readonly end: number;
  readonly raw: string;
}

/** How many rows of provenance go into one statement: well below PostgreSQL's 65,535 parameters. */
const BATCH = 1000;

/** Notes where values of records came from; noting the same again changes nothing. */
export async function insertProvenance(
  transaction: DatabaseTransaction,
  intakeId: string,
  rows: readonly NewProvenance[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += BATCH) {
    await transaction
      .insertInto('provenance')
      .values(
        rows.slice(start, start + BATCH).map((row) => ({
          id: newId('provenance'),
          record_kind: row.recordKind,
          record_id: row.recordId,
          field: row.field,
          intake_id: intakeId,
          span_start: row.start,
          span_end: row.end,
          raw: row.raw,
        })),
      )
      .onConflict((conflict) => conflict.columns(['record_kind', 'record_id', 'field', 'intake_id']).doNothing())
      .execute();
  }
}

export interface Provenance {
  readonly field: string;
  readonly raw: string;
  readonly start: number;
  readonly end: number;
  readonly intakeId: string;
  readonly fileName: string;
  readonly meetingDate: string | null;
}

/** Where the values of one record came from, the newest pack first. */
export async function provenanceOf(database: Database, kind: string, id: string): Promise<Provenance[]> {
  return database
    .selectFrom('provenance')
    .innerJoin('intake', 'intake.id', 'provenance.intake_id')
    .select([
      'field',
      'raw',
      'span_start as start',
      'span_end as end',
      'intake.id as intakeId',
      'file_name as fileName',
      'meeting_date as meetingDate',
    ])
    .where('record_kind', '=', kind)
    .where('record_id', '=', id)
    .orderBy('intake.id', 'desc')
    .orderBy('span_start')
    .execute();
}

/** The instant of the entry before one, so that a period can be cut to that one entry; null for the first. */
export async function entryBefore(database: Database, entry: number): Promise<string | null> {
  const row = await database
    .selectFrom('entry')
    .select('at')
    .where('id', '<', entry)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.at ?? null;
}

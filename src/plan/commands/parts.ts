import type { DatabaseTransaction } from '../../platform/database/tables.ts';
import { addRow, type ColumnPatch } from '../../platform/record/edit.ts';
import { newId } from '../../platform/record/identity.ts';
import { pairParts } from '../model/likeness.ts';
import { upsertRow, type Recorded } from '../../platform/record/upsert.ts';
import { nextNumber } from '../store/next-number.ts';

export interface PartTable {
  readonly table: 'change_request_impact' | 'change_request_recommendation' | 'risk_mitigation';
  readonly parentColumn: 'change_request_id' | 'risk_id';
  readonly idKind: string;
}

export const IMPACTS: PartTable = {
  table: 'change_request_impact',
  parentColumn: 'change_request_id',
  idKind: 'impact',
};
export const RECOMMENDATIONS: PartTable = {
  table: 'change_request_recommendation',
  parentColumn: 'change_request_id',
  idKind: 'recommendation',
};
export const MITIGATIONS: PartTable = { table: 'risk_mitigation', parentColumn: 'risk_id', idKind: 'mitigation' };

/**
 * Brings the parts of a record up to date with those read: the same words are the same part, a reworded one in the
 * same place is changed, the others are added. A part that is no longer told is kept: silence removes nothing.
 */
export async function recordParts<Read extends { readonly text: string }>(
  transaction: DatabaseTransaction,
  { table, parentColumn, idKind }: PartTable,
  parentId: string,
  known: readonly { readonly id: string; readonly text: string }[],
  read: readonly Read[],
  columns: (part: Read) => ColumnPatch,
): Promise<readonly Recorded[]> {
  const rows: Recorded[] = [];
  for (const pair of pairParts(known, read)) {
    const position =
      pair.known === null
        ? await nextNumber(transaction, table, 'position', { column: parentColumn, id: parentId })
        : 0;
    rows.push(
      await upsertRow(transaction, table, idKind, pair.known?.id ?? null, columns(pair.read), {
        [parentColumn]: parentId,
        position,
      }),
    );
  }
  return rows;
}

/** Adds one part at the end. Answers its id. */
export async function addPart(
  transaction: DatabaseTransaction,
  { table, parentColumn, idKind }: PartTable,
  parentId: string,
  columns: ColumnPatch,
): Promise<string> {
  const id = newId(idKind);
  const position = await nextNumber(transaction, table, 'position', { column: parentColumn, id: parentId });
  await addRow(transaction, table, { id, [parentColumn]: parentId, position, ...columns });
  return id;
}

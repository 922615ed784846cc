/** Findings of a pack, and the values people put right. */
import type { FindingCode } from '../../formats/pack/findings/registry.ts';
import type { Database, DatabaseTransaction } from '../../platform/database/tables.ts';
import { newId } from '../../platform/record/identity.ts';
import type { Correction, FindingState, IntakeFinding } from '../model.ts';
import './tables.ts';

/** The findings of an intake, in the order in which they stand in the source. */
export async function findingsOf(database: Database, intakeId: string): Promise<IntakeFinding[]> {
  const rows = await database
    .selectFrom('intake_finding')
    .select([
      'id',
      'version',
      'code',
      'severity',
      'message',
      'span_start',
      'span_end',
      'about',
      'suggestion',
      'state',
      'note',
    ])
    .where('intake_id', '=', intakeId)
    .orderBy('position')
    .execute();
  return rows.map(({ span_start, span_end, code, ...row }) => ({
    ...row,
    code: code as FindingCode,
    span: { start: span_start, end: span_end },
  }));
}

export async function setFindingState(
  transaction: DatabaseTransaction,
  id: string,
  state: FindingState,
  note: string,
): Promise<void> {
  await transaction.updateTable('intake_finding').set({ state, note }).where('id', '=', id).execute();
}

export async function correctionsOf(
  database: Database,
  intakeId: string,
): Promise<(Correction & { readonly findingId: string | null })[]> {
  return database
    .selectFrom('intake_correction')
    .select(['record_key as recordKey', 'path', 'words', 'finding_id as findingId'])
    .where('intake_id', '=', intakeId)
    .orderBy('id')
    .execute();
}

/** Sets the correction of a field, in place of an earlier one of the same field. */
export async function putCorrection(
  transaction: DatabaseTransaction,
  intakeId: string,
  correction: Correction,
  findingId: string | null,
): Promise<void> {
  await transaction
    .insertInto('intake_correction')
    .values({
      id: newId('correction'),
      intake_id: intakeId,
      finding_id: findingId,
      record_key: correction.recordKey,
      path: correction.path,
      words: correction.words,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['intake_id', 'record_key', 'path'])
        .doUpdateSet({ words: correction.words, finding_id: findingId }),
    )
    .execute();
}

/** Takes back the correction that settled a finding. */
export async function removeCorrectionOfFinding(transaction: DatabaseTransaction, findingId: string): Promise<void> {
  await transaction.deleteFrom('intake_correction').where('finding_id', '=', findingId).execute();
}

/** Corrections of accepted packs of a group, the newest first, with the words they replaced. */
export async function earlierCorrections(
  database: Database,
  group: string,
): Promise<(Correction & { intakeId: string; fileName: string })[]> {
  return database
    .selectFrom('intake_correction')
    .innerJoin('intake', 'intake.id', 'intake_correction.intake_id')
    .select(['record_key as recordKey', 'path', 'words', 'intake.id as intakeId', 'intake.file_name as fileName'])
    .where('intake.group_name', '=', group)
    .where('intake.state', '=', 'accepted')
    .orderBy('intake_correction.id', 'desc')
    .execute();
}

import type { Database } from '../platform/database/tables.ts';
import { prepareBlankRecord } from './prepare-record.ts';

/** Loads the sample programme into a new record. */
export async function loadSampleProgramme(database: Database): Promise<void> {
  await prepareBlankRecord(database);
}

/** Opens the record that the configuration names, and readies a new one: people to sign in as, code bodies, the sample. */
import { ok, type Result } from '../values/result.ts';
import type { Configuration } from '../platform/configuration.ts';
import {
  openEmbeddedDatabase,
  openServerDatabase,
  type OpenDatabase,
  type OpenFailure,
} from '../platform/database/open-database.ts';
import { programme } from '../platform/people/store.ts';
import { prepareBlankRecord } from './prepare-record.ts';
import { loadSampleProgramme } from './sample.ts';

export interface OpenOptions {
  /** Leave a new record blank instead of loading the sample programme. */
  readonly empty: boolean;
  /** Told what is going on, in words for the person who waits. */
  readonly progress: (words: string) => void;
}

/** Opens it; a record that is already somebody's stays as it is, whatever the options. */
export async function openRecord(
  configuration: Configuration,
  options: OpenOptions,
): Promise<Result<OpenDatabase, OpenFailure>> {
  const opened =
    configuration.databaseUrl === null
      ? await openEmbeddedDatabase(configuration.dataDirectory)
      : await openServerDatabase(configuration.databaseUrl);
  if (opened.kind === 'failed') return opened;
  const { database } = opened.value;
  try {
    if ((await programme(database)) === null) {
      if (options.empty) await prepareBlankRecord(database);
      else {
        options.progress('Loading the sample programme…');
        await loadSampleProgramme(database);
      }
    }
    return ok(opened.value);
  } catch (error) {
    await opened.value.close();
    throw error;
  }
}

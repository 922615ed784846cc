/** Forward-only migrations, in the order of their names. A released one is never edited: add another. */
import type { Migration } from 'kysely';
import * as record from './0001-record.ts';
import * as meetings from './0004-meetings.ts';

export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-record': record,
  '0004-meetings': meetings,
};

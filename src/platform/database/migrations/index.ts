/** Forward-only migrations, in the order of their names. A released one is never edited: add another. */
import type { Migration } from 'kysely';
import * as record from './0001-record.ts';
import * as codes from './0002-codes.ts';
import * as changes from './0003-changes.ts';
import * as meetings from './0004-meetings.ts';
import * as plan from './0005-plan.ts';
import * as intake from './0006-intake.ts';

export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-record': record,
  '0002-codes': codes,
  '0003-changes': changes,
  '0004-meetings': meetings,
  '0005-plan': plan,
  '0006-intake': intake,
};

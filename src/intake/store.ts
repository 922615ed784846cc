import type { SourceNote, SourcePage } from '../formats/document/model.ts';
import type { Finding } from '../formats/pack/findings/model.ts';
import type { FindingCode } from '../formats/pack/findings/registry.ts';
import type { PackContents } from '../formats/pack/model.ts';
import type { Database, DatabaseTransaction } from '../platform/database/tables.ts';
import { newId } from '../platform/record/identity.ts';
import type {
  AcceptOutcome,
  Correction,
  FindingState,
  Intake,
  IntakeFinding,
  IntakeState,
  Reading,
  RecordCounts,
} from './model.ts';

declare module '../platform/database/tables.ts' {
  interface Tables {
    intake: RecordColumns & {
      file_id: string;
      file_name: string;
      format: string;
      group_name: string | null;
      meeting_number: string | null;
      meeting_date: string | null;
      state: import('./model.ts').IntakeState;
      coverage: number;
      structure_coverage: number;
      counts: Json<import('./model.ts').RecordCounts>;
      outcome: import('kysely').ColumnType<import('./model.ts').AcceptOutcome | null, string | null, string | null>;
    };
    intake_reading: {
      intake_id: string;
      text: string;
      pages: Json<readonly import('../formats/document/model.ts').SourcePage[]>;
      contents: Json<import('../formats/pack/model.ts').PackContents>;
      notes: Json<readonly import('../formats/document/model.ts').SourceNote[]>;
    };
    intake_finding: RecordColumns & {
      intake_id: string;
      position: number;
      code: string;
      severity: 'error' | 'warning' | 'notice';
      message: string;
      span_start: number;
      span_end: number;
      about: string | null;
      suggestion: import('kysely').ColumnType<
        import('../formats/pack/findings/model.ts').Suggestion | null,
        string | null,
        string | null
      >;
      state: import('./model.ts').FindingState;
      note: string;
    };
    intake_correction: RecordColumns & {
      intake_id: string;
      finding_id: string | null;
      record_key: string;
      path: string;
      words: string;
    };
    provenance: RecordColumns & {
      record_kind: string;
      record_id: string;
      field: string;
      intake_id: string;
      span_start: number;
      span_end: number;
      raw: string;
    };
  }
}

const INTAKE_COLUMNS = [
  'id', 'version', 'file_id as fileId', 'file_name as fileName', 'format', 'group_name as group',
  'meeting_number as meetingNumber', 'meeting_date as meetingDate', 'state', 'coverage',
  'structure_coverage as structureCoverage', 'counts', 'outcome',
] as const; // prettier-ignore

/** All intakes, the newest first. */
export async function intakes(database: Database): Promise<Intake[]> {
  return database.selectFrom('intake').select(INTAKE_COLUMNS).orderBy('id', 'desc').execute();
}

export async function intakeById(database: Database, id: string): Promise<Intake | null> {
  return (await database.selectFrom('intake').select(INTAKE_COLUMNS).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** The newest intake of a file that was not discarded; null when there is none. */
export async function intakeOfFile(database: Database, fileId: string): Promise<Intake | null> {
  const row = await database
    .selectFrom('intake')
    .select(INTAKE_COLUMNS)
    .where('file_id', '=', fileId)
    .where('state', '!=', 'discarded')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** The latest civil date of a meeting of the group whose pack was accepted; null when none was. */
export async function latestAcceptedMeeting(database: Database, group: string): Promise<string | null> {
  const row = await database
    .selectFrom('intake')
    .select((select) => select.fn.max('meeting_date').as('latest'))
    .where('group_name', '=', group)
    .where('state', '=', 'accepted')
    .executeTakeFirst();
  return row?.latest ?? null;
}

export async function readingOf(database: Database, intakeId: string): Promise<Reading | null> {
  const row = await database
    .selectFrom('intake_reading')
    .select(['text', 'pages', 'contents', 'notes'])
    .where('intake_id', '=', intakeId)
    .executeTakeFirst();
  return row ?? null;
}

export interface NewIntake {
  readonly fileId: string;
  readonly fileName: string;
  readonly format: string;
  readonly text: string;
  readonly pages: readonly SourcePage[];
  readonly contents: PackContents;
  readonly notes: readonly SourceNote[];
  readonly counts: RecordCounts;
  readonly findings: readonly Finding[];
}

/** Writes a staged intake: its row, its reading and its findings. Returns its id. */
export async function insertIntake(transaction: DatabaseTransaction, intake: NewIntake): Promise<string> {
  const id = newId('intake');
  const { meeting } = intake.contents;
  await transaction
    .insertInto('intake')
    .values({
      id,
      file_id: intake.fileId,
      file_name: intake.fileName,
      format: intake.format,
      group_name: meeting?.group.value ?? null,
      meeting_number: meeting?.number?.value ?? null,
      meeting_date: meeting?.date?.value ?? null,
      state: 'staged',
      coverage: intake.contents.coverage,
      structure_coverage: intake.contents.structureCoverage,
      counts: JSON.stringify(intake.counts),
      outcome: null,
    })
    .execute();
  await transaction
    .insertInto('intake_reading')
    .values({
      intake_id: id,
      text: intake.text,
      pages: JSON.stringify(intake.pages),
      contents: JSON.stringify(intake.contents),
      notes: JSON.stringify(intake.notes),
    })
    .execute();
  if (intake.findings.length > 0) {
    await transaction
      .insertInto('intake_finding')
      .values(
        intake.findings.map((finding, position) => ({
          id: newId('finding'),
          intake_id: id,
          position,
          code: finding.code,
          severity: finding.severity,
          message: finding.message,
          span_start: finding.span.start,
          span_end: finding.span.end,
          about: finding.about,
          suggestion: finding.suggestion === null ? null : JSON.stringify(finding.suggestion),
          state: 'open' as const,
          note: '',
        })),
      )
      .execute();
  }
  return id;
}

export async function setIntakeState(
  transaction: DatabaseTransaction,
  id: string,
  state: IntakeState,
  outcome: AcceptOutcome | null,
): Promise<void> {
  await transaction
    .updateTable('intake')
    .set({ state, outcome: outcome === null ? null : JSON.stringify(outcome) })
    .where('id', '=', id)
    .execute();
}

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

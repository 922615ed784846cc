/** Packs as they came in, and what was read in them. */
import type { SourceNote, SourcePage } from '../../formats/document/model.ts';
import type { Finding } from '../../formats/pack/findings/model.ts';
import type { PackContents } from '../../formats/pack/model.ts';
import type { Database, DatabaseTransaction, Instant } from '../../platform/database/tables.ts';
import { newId } from '../../platform/record/identity.ts';
import type { AcceptOutcome, Intake, IntakeState, Reading, RecordCounts } from '../model.ts';
import './tables.ts';

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

/** When the latest pack of a meeting was accepted; null when none was, or the meeting has no number. */
export async function packAcceptedAt(
  database: Database,
  group: string,
  number: string | null,
): Promise<Instant | null> {
  if (number === null) return null;
  const row = await database
    .selectFrom('intake')
    .innerJoin('entry', 'entry.id', 'intake.entry')
    .select('entry.at')
    .where('intake.state', '=', 'accepted')
    .where('intake.group_name', '=', group)
    .where('intake.meeting_number', '=', number)
    .orderBy('entry.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.at ?? null;
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

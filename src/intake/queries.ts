/** What a person asks of intake: which packs came in, what one says, what accepting it would do. */
import { packRecords, type PackRecord } from '../formats/pack/model.ts';
import type { Span } from '../formats/document/model.ts';
import type { Database } from '../platform/database/tables.ts';
import { problem, type Problem } from '../platform/errors/problem.ts';
import type { Actor } from '../platform/policy/policy.ts';
import { runCommand } from '../platform/record/command.ts';
import { failed, type Result } from '../values/result.ts';
import { acceptStaged } from './commands.ts';
import { applyCorrections } from './correction.ts';
import type { AcceptOutcome, Correction, Intake, IntakeFinding, Reading } from './model.ts';
import { fieldsOf, titleOf, type RecordField } from './record-fields.ts';
import { intakeById, latestAcceptedMeeting, readingOf } from './store/intakes.ts';
import { correctionsOf, findingsOf } from './store/findings.ts';

export interface ReviewRecord {
  readonly key: string;
  readonly kind: PackRecord['kind'];
  readonly title: string;
  readonly span: Span;
  readonly spans: readonly Span[];
  readonly fields: readonly (RecordField & { readonly corrected: boolean })[];
}

/** A staged (or accepted) pack with everything that its review page shows. */
export interface Review {
  readonly intake: Intake;
  readonly reading: Reading;
  readonly records: readonly ReviewRecord[];
  readonly findings: readonly IntakeFinding[];
  readonly corrections: readonly Correction[];
  /** A sentence when a later meeting's pack of the group is already in the record; null otherwise. */
  readonly olderThan: string | null;
}

/** Everything about one intake; null when there is none of that id. */
export async function reviewOf(database: Database, id: string): Promise<Review | null> {
  const intake = await intakeById(database, id);
  const reading = intake === null ? null : await readingOf(database, id);
  if (intake === null || reading === null) return null;
  const corrections = await correctionsOf(database, id);
  const corrected = applyCorrections(reading.contents, corrections);
  const touched = new Set(corrections.map((correction) => `${correction.recordKey} ${correction.path}`));
  const isTouched = (key: string, path: string): boolean =>
    [...touched].some((name) => name === `${key} ${path}` || name.startsWith(`${key} ${path}.`));
  const records = packRecords(corrected).map((record) => ({
    key: record.key,
    kind: record.kind,
    title: titleOf(record),
    span: record.span,
    spans: record.spans,
    fields: fieldsOf(record).map((field) => ({ ...field, corrected: isTouched(record.key, field.path) })),
  }));
  return {
    intake,
    reading,
    records,
    findings: await findingsOf(database, id),
    corrections,
    olderThan: await olderThan(database, intake),
  };
}

async function olderThan(database: Database, intake: Intake): Promise<string | null> {
  if (intake.state !== 'staged' || intake.group === null || intake.meetingDate === null) return null;
  const latest = await latestAcceptedMeeting(database, intake.group);
  return latest !== null && latest > intake.meetingDate ? latest : null;
}

/**
 * What accepting a pack would do, exactly: it is accepted in a transaction that is then rolled back. Takes as long as
 * accepting, and like it waits for other commands.
 */
export async function previewAccept(
  database: Database,
  actor: Actor,
  intakeId: string,
): Promise<Result<AcceptOutcome, Problem>> {
  const seen: { outcome: Result<AcceptOutcome, Problem> | null } = { outcome: null };
  const undo = problem('step-not-allowed', 'A preview is never kept.');
  const result = await runCommand<never>(database, { actor, command: 'intake.preview' }, async (context) => {
    seen.outcome = await acceptStaged(context, intakeId);
    return failed(undo);
  });
  return seen.outcome ?? result;
}

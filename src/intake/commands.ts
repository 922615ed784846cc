/** What a person does with a pack: stage it, settle its findings, put values right, accept or discard it. */
import { mediaTypeOf } from './media-types.ts';
import { storeFile } from '../platform/files/store.ts';
import { problem, type Problem } from '../platform/errors/problem.ts';
import type { CommandContext } from '../platform/record/command.ts';
import { failed, ok, type Result } from '../values/result.ts';
import { acceptPack } from './apply/accept-pack.ts';
import { applyCorrection, applyCorrections } from './correction.ts';
import { carriedCorrections } from './carried-corrections.ts';
import { countRecords, type AcceptOutcome, type Correction, type Intake } from './model.ts';
import type { ReadPack } from './read-pack.ts';
import { insertIntake, intakeById, intakeOfFile, readingOf, setIntakeState } from './store/intakes.ts';
import {
  correctionsOf,
  findingsOf,
  putCorrection,
  removeCorrectionOfFinding,
  setFindingState,
} from './store/findings.ts';

const noSuchIntake = problem(
  'not-found',
  'There is no such pack here. Go back to Intake and choose one from the list.',
);

/**
 * Stages a pack that was read. The same file again gives back the intake there is, staged or accepted, and writes
 * nothing. Corrections that people made to the same words in an earlier pack of the group are made again.
 */
export async function stageIntake(
  context: CommandContext,
  file: { readonly name: string; readonly content: Uint8Array },
  pack: ReadPack,
): Promise<Result<Intake, Problem>> {
  const { database } = context;
  const stored = await storeFile(database, {
    name: file.name,
    mediaType: mediaTypeOf(pack.document.format),
    content: file.content,
  });
  const there = await intakeOfFile(database, stored.id);
  if (there !== null) return ok(there);
  const id = await insertIntake(database, {
    fileId: stored.id,
    fileName: file.name,
    format: pack.document.format,
    text: pack.document.text,
    pages: pack.document.pages,
    contents: pack.contents,
    notes: pack.document.notes,
    counts: countRecords(pack.contents),
    findings: pack.findings,
  });
  const findings = await findingsOf(database, id);
  for (const carried of await carriedCorrections(database, pack.contents)) {
    const settles = findings.find(
      (finding) => finding.about === carried.recordKey && finding.suggestion?.path === carried.path,
    );
    await putCorrection(database, id, carried, settles?.id ?? null);
    if (settles !== undefined) {
      await setFindingState(database, settles.id, 'corrected', `As put right in ${carried.fileName}.`);
    }
  }
  const intake = await intakeById(database, id);
  if (intake === null) throw new Error(`Intake ${id} vanished while it was staged`);
  return ok(intake);
}

export type FindingDecision =
  | { readonly kind: 'accept'; readonly note: string }
  | { readonly kind: 'correct'; readonly words: string; readonly path?: string; readonly note: string }
  | { readonly kind: 'dismiss'; readonly note: string }
  | { readonly kind: 'reopen' };

/**
 * Settles a finding. Accepting takes its suggestion (where that names a value, the field is corrected to it);
 * correcting puts other words in the field; dismissing keeps what was read; reopening takes the decision back.
 */
export async function decideFinding(
  context: CommandContext,
  intakeId: string,
  findingId: string,
  decision: FindingDecision,
): Promise<Result<null, Problem>> {
  const { database } = context;
  const staged = await stagedIntake(context, intakeId);
  if (staged.kind === 'failed') return staged;
  const finding = (await findingsOf(database, intakeId)).find((candidate) => candidate.id === findingId);
  if (finding === undefined) return failed(problem('not-found', 'This pack has no such finding. Load the page again.'));
  await removeCorrectionOfFinding(database, findingId);
  if (decision.kind === 'reopen') {
    await setFindingState(database, findingId, 'open', '');
    return ok(null);
  }
  const words =
    decision.kind === 'correct' ? decision.words : decision.kind === 'accept' ? finding.suggestion?.value : undefined;
  if (words !== undefined) {
    const path = (decision.kind === 'correct' ? decision.path : undefined) ?? finding.suggestion?.path;
    if (finding.about === null || path === undefined) {
      return failed(
        problem(
          'invalid-value',
          'This finding is about no single field. Open the record beside it and correct the field there.',
        ),
      );
    }
    const corrected = await correctField(context, intakeId, { recordKey: finding.about, path, words }, findingId);
    if (corrected.kind === 'failed') return corrected;
  }
  const state = decision.kind === 'accept' ? 'accepted' : decision.kind === 'correct' ? 'corrected' : 'dismissed';
  await setFindingState(database, findingId, state, decision.note);
  return ok(null);
}

/** Puts a value of a staged pack right; words that cannot be read as that sort of value are refused. */
export async function correctField(
  context: CommandContext,
  intakeId: string,
  correction: Correction,
  findingId: string | null = null,
): Promise<Result<null, Problem>> {
  const staged = await stagedIntake(context, intakeId);
  if (staged.kind === 'failed') return staged;
  const reading = await readingOf(context.database, intakeId);
  if (reading === null) throw new Error(`Intake ${intakeId} has no reading`);
  const corrected = applyCorrection(reading.contents, correction);
  if (corrected.kind === 'failed') return failed(problem('invalid-value', corrected.failure));
  await putCorrection(context.database, intakeId, correction, findingId);
  return ok(null);
}

/** Writes a staged pack into the record. Accepting one that was accepted before changes nothing and says what it did then. */
export async function acceptIntake(context: CommandContext, intakeId: string): Promise<Result<AcceptOutcome, Problem>> {
  const intake = await intakeById(context.database, intakeId);
  if (intake === null) return failed(noSuchIntake);
  if (intake.state === 'accepted' && intake.outcome !== null) {
    return ok({
      created: 0,
      updated: 0,
      unchanged: intake.outcome.records.length,
      records: intake.outcome.records.map((record) => ({ ...record, outcome: 'unchanged' as const, changes: [] })),
    });
  }
  const staged = await stagedIntake(context, intakeId);
  if (staged.kind === 'failed') return staged;
  const outcome = await acceptStaged(context, intakeId);
  if (outcome.kind === 'failed') return outcome;
  await setIntakeState(context.database, intakeId, 'accepted', outcome.value);
  return outcome;
}

/** The writing part of accepting, for accepting itself and for finding out what it would do. */
export async function acceptStaged(context: CommandContext, intakeId: string): Promise<Result<AcceptOutcome, Problem>> {
  const reading = await readingOf(context.database, intakeId);
  if (reading === null) throw new Error(`Intake ${intakeId} has no reading`);
  const contents = applyCorrections(reading.contents, await correctionsOf(context.database, intakeId));
  return acceptPack(context, intakeId, contents);
}

/** Sets a staged pack aside. Its file and reading are kept; the record is untouched. */
export async function discardIntake(context: CommandContext, intakeId: string): Promise<Result<null, Problem>> {
  const staged = await stagedIntake(context, intakeId);
  if (staged.kind === 'failed') return staged;
  await setIntakeState(context.database, intakeId, 'discarded', null);
  return ok(null);
}

async function stagedIntake(context: CommandContext, intakeId: string): Promise<Result<Intake, Problem>> {
  const intake = await intakeById(context.database, intakeId);
  if (intake === null) return failed(noSuchIntake);
  if (intake.state === 'staged') return ok(intake);
  return failed(
    problem(
      'step-not-allowed',
      intake.state === 'accepted'
        ? 'This pack is already in the record. Change the records themselves, on their own pages.'
        : 'This pack was discarded. Read the file in again to work on it.',
    ),
  );
}

import path from 'node:path';
import { operationInWords } from '../../formats/legal-text/operation-in-words.ts';
import { writeInstrumentsJson } from '../../formats/provisions-json/provisions-json.ts';
import { Draft } from '../../legaltext/draft.ts';
import type { Instrument } from '../../legaltext/instrument.ts';
import type { Operation } from '../../legaltext/operation.ts';
import { rebase as rebaseInstrument, type Rebase } from '../../legaltext/rebase/rebase.ts';
import type { OperationReport } from '../../legaltext/rebase/report.ts';
import type { Version } from '../../legaltext/version.ts';
import { CommandFailure, type ExitCode } from '../outcome.ts';
import { changesIn, identityOf, madeFrom, type Changes } from './changes.ts';
import { idsBetween, renamed, withOwnIds } from './own-ids.ts';
import { refuseToOverwrite, writeOutput } from './output.ts';
import { remark } from './say.ts';
import { asVersion, readTexts, type TextFile, type VersionFile } from './texts.ts';

const OUTCOMES: Readonly<Record<OperationReport['outcome'], string>> = {
  carried: 'carried over',
  adapted: 'adapted',
  colliding: 'COLLIDES',
  vanished: 'done already',
};

/** What became of each operation, in the words of the older text. */
function report({ instrument, report: rows }: Rebase, older: Version): string {
  const draft = new Draft(older);
  const lines = rows.map(({ before, outcome, message }, position) => {
    const sentence = operationInWords(draft, before);
    draft.apply(before);
    return `  ${position + 1}. ${sentence}\n     ${OUTCOMES[outcome]}. ${message}`;
  });
  return [`${instrument.name}:`, ...lines].join('\n');
}

/** The changes in the ids of `older`, which is the text of the file `old` made from another. */
function inIdsOf(older: Version, old: VersionFile, file: TextFile): Changes {
  const ids = idsBetween(old.version, older);
  const idOf = (id: string): string => ids.get(id) ?? id;
  const restated = (operations: readonly Operation[]): readonly Operation[] =>
    renamed(
      // A draft's have their own already.
      file.version === null ? withOwnIds(operations, old.version, path.basename(file.input.name)) : operations,
      idOf,
    );
  const { instruments, untold } = changesIn(file, old);
  const inOlder = instruments.map((instrument) => ({
    ...instrument,
    parts: instrument.parts.map((part) =>
      typeof part.operations === 'function' ? part : { ...part, operations: restated(part.operations) },
    ),
  }));
  return { instruments: inOlder, untold };
}

function rebased(instrument: Instrument, older: Version, newer: Version, oldName: string): Rebase {
  const done = rebaseInstrument(instrument, older, newer);
  if (done.kind === 'ok') return done.value;
  const [first] = done.failure;
  throw new CommandFailure(
    `${instrument.name}: This change does not work on the text it was drafted on (${oldName}), so there is nothing to restate. Operation ${(first?.operation ?? 0) + 1}: ${first?.message ?? ''} Give the text it was drafted on as <old>.`,
  );
}

/**
 * Restates changes that were drafted on an older text on a newer one. The restated changes are written as JSON, for the
 * newer text as its file has it; what became of each operation is said on standard error. Exit code 1 where one collides
 * with what has happened to the text since, or could not be read.
 */
export async function rebase(
  names: readonly [string, string, string],
  options: { readonly output?: string; readonly style?: string },
): Promise<ExitCode> {
  const [changes, oldName, newName] = names;
  // The texts are read first: a plain text tells the style in which a draft is read.
  const [oldFile, newFile, file] = await readTexts([oldName, newName, changes], options.style);
  if (oldFile === undefined || newFile === undefined || file === undefined)
    throw new Error('Three files were read, and there are not three.');
  const inputs = [oldFile.input, newFile.input, file.input];
  refuseToOverwrite(options.output, inputs);
  const old = asVersion(oldFile);
  const { version: newer } = asVersion(newFile);
  const older = madeFrom({ ...newFile, version: newer }, old);
  const { instruments, untold } =
    identityOf(oldFile, newFile) === 'judged' ? changesIn(file, old) : inIdsOf(older, old, file);
  const results = instruments.map((instrument) => rebased(instrument, older, newer, oldFile.input.name));
  const written = writeInstrumentsJson(results.map(({ instrument }) => instrument));
  if (written.kind === 'failed') throw new Error(written.failure.message);
  for (const sentence of untold) remark(`Not restated: ${sentence}`);
  for (const result of results) if (result.report.length > 0) remark(report(result, older));
  writeOutput(options.output, written.value, inputs);
  return untold.length > 0 || results.some(({ collisions }) => collisions.length > 0) ? 1 : 0;
}

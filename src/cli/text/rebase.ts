import { operationInWords } from '../../formats/legal-text/operation-in-words.ts';
import { writeInstrumentsJson } from '../../formats/provisions-json/provisions-json.ts';
import { Draft } from '../../legaltext/draft.ts';
import type { Instrument } from '../../legaltext/instrument.ts';
import { rebase as rebaseInstrument, type Rebase } from '../../legaltext/rebase/rebase.ts';
import type { OperationReport } from '../../legaltext/rebase/report.ts';
import { CommandFailure, type ExitCode } from '../outcome.ts';
import { asInstruments, madeFrom } from './changes.ts';
import { refuseToOverwrite, writeOutput } from './output.ts';
import { remark } from './say.ts';
import { asVersion, readTexts, type VersionFile } from './texts.ts';

const OUTCOMES: Readonly<Record<OperationReport['outcome'], string>> = {
  carried: 'carried over',
  adapted: 'adapted',
  colliding: 'COLLIDES',
  vanished: 'done already',
};

/** What became of each operation, in the words of the older text. */
function report({ instrument, report: rows }: Rebase, older: VersionFile): string {
  const draft = new Draft(older.version);
  const lines = rows.map(({ before, outcome, message }, position) => {
    const sentence = operationInWords(draft, before);
    draft.apply(before);
    return `  ${position + 1}. ${sentence}\n     ${OUTCOMES[outcome]}. ${message}`;
  });
  return [`${instrument.name}:`, ...lines].join('\n');
}

function rebased(instrument: Instrument, older: VersionFile, newer: ReturnType<typeof madeFrom>): Rebase {
  const done = rebaseInstrument(instrument, older.version, newer);
  if (done.kind === 'ok') return done.value;
  const [first] = done.failure;
  throw new CommandFailure(
    `${instrument.name}: This change does not work on the text it was drafted on (${older.input.name}), so there is nothing to restate. Operation ${(first?.operation ?? 0) + 1}: ${first?.message ?? ''} Give the text it was drafted on as OLD.`,
  );
}

/**
 * Restates changes that were drafted on an older text on a newer one. The restated changes are written as JSON; what became
 * of each operation is said on standard error. Exit code 1 where one
 * collides with what has happened to the text since.
 */
export async function rebase(
  names: readonly [string, string, string],
  options: { readonly output?: string; readonly style?: string },
): Promise<ExitCode> {
  const [changes, older, newer] = names;
  // The texts are read first: a plain text tells the style in which a draft is read.
  const [oldFile, newFile, file] = await readTexts([older, newer, changes], options.style);
  if (oldFile === undefined || newFile === undefined || file === undefined)
    throw new Error('Three files were read, and there are not three.');
  const inputs = [oldFile.input, newFile.input, file.input];
  refuseToOverwrite(options.output, inputs);
  const old = asVersion(oldFile);
  const version = madeFrom(old, asVersion(newFile));
  const results = asInstruments(file, old).map((instrument) => rebased(instrument, old, version));
  const written = writeInstrumentsJson(results.map(({ instrument }) => instrument));
  if (written.kind === 'failed') throw new Error(written.failure.message);
  for (const result of results) remark(report(result, old));
  writeOutput(options.output, written.value, inputs);
  return results.some(({ collisions }) => collisions.length > 0) ? 1 : 0;
}

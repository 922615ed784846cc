import { placeInWords } from '../../legaltext/place-in-words.ts';
import { Draft } from '../../legaltext/draft.ts';
import type { Instrument } from '../../legaltext/instrument.ts';
import type { OperationFailure } from '../../legaltext/operation-failure.ts';
import type { ExitCode } from '../outcome.ts';
import { changesIn } from './changes.ts';
import { refuseToOverwrite } from './output.ts';
import { counted, remark } from './say.ts';
import { asVersion, readTexts } from './texts.ts';
import { formFor, writeVersion } from './written-form.ts';

/** Carries out every part of an instrument that is to commence at all, in order; says which operations could not be. */
function carryOut(draft: Draft, instrument: Instrument): readonly string[] {
  const failures: string[] = [];
  let position = 0;
  for (const part of instrument.parts) {
    if (part.commencement.kind === 'never') continue;
    const operations = typeof part.operations === 'function' ? part.operations(draft) : part.operations;
    for (const operation of operations) {
      position += 1;
      const failure = draft.apply(operation);
      if (failure !== null)
        failures.push(`${instrument.name}, operation ${position}: ${failureInWords(draft, failure)}`);
    }
  }
  return failures;
}

/** The sentence, with the place as people write it. */
const failureInWords = (draft: Draft, failure: OperationFailure): string =>
  failure.message.replaceAll(failure.place, placeInWords(draft, failure.place));

/**
 * Writes the text as it stands when the changes are made, one after the other in the order given. Where a change cannot
 * be made as drafted, nothing is written, each one is named, and the exit code is 1.
 */
export async function apply(
  base: string,
  changes: readonly string[],
  options: { readonly to?: string; readonly output?: string; readonly style?: string },
): Promise<ExitCode> {
  const form = formFor(options.to, options.output, 'text');
  const [first, ...rest] = await readTexts([base, ...changes], options.style);
  if (first === undefined) throw new Error('A text was read, and there is none.');
  const inputs = [first, ...rest].map((file) => file.input);
  refuseToOverwrite(options.output, inputs);
  const text = asVersion(first);
  const draft = new Draft(text.version);
  const failures = rest.flatMap((file) => {
    const { instruments, untold } = changesIn(file, text);
    return [...untold, ...instruments.flatMap((instrument) => carryOut(draft, instrument))];
  });
  if (failures.length > 0) {
    remark(`${counted(failures.length, 'change')} could not be made; nothing was written.`);
    for (const failure of failures) remark(`  ${failure}`);
    return 1;
  }
  writeVersion(draft.version(), form, first, options.output, inputs);
  return 0;
}

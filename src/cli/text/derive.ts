import { operationInWords } from '../../formats/legal-text/operation-in-words.ts';
import { writeOperationsJson } from '../../formats/provisions-json/provisions-json.ts';
import { Draft } from '../../legaltext/draft.ts';
import type { Operation } from '../../legaltext/operation.ts';
import type { Version } from '../../legaltext/version.ts';
import type { ExitCode } from '../outcome.ts';
import { operationsFrom } from './changes.ts';
import { refuseToOverwrite, writeOutput } from './output.ts';
import { counted } from './say.ts';
import { readVersions } from './texts.ts';

/** The operations as a drafter would instruct them, each on the text that those before it have left. */
export function inWords(before: Version, operations: readonly Operation[]): string {
  const draft = new Draft(before);
  return operations
    .map((operation, position) => {
      const sentence = operationInWords(draft, operation);
      draft.apply(operation);
      return `${position + 1}. ${sentence}`;
    })
    .join('\n');
}

/** Says what turns one text into another: in sentences, or as operations that `apply` carries out. */
export async function derive(
  names: readonly [string, string],
  options: { readonly json?: boolean; readonly output?: string; readonly style?: string },
): Promise<ExitCode> {
  const [before, after] = await readVersions(names, options.style);
  if (before === undefined || after === undefined) throw new Error('Two texts were read, and there are not two.');
  const inputs = [before.input, after.input];
  refuseToOverwrite(options.output, inputs);
  const operations = operationsFrom(before, after);
  const words =
    operations.length === 0
      ? 'The two texts are equal: nothing turns the one into the other.'
      : `${counted(operations.length, 'operation turns', 'operations turn')} ${before.input.name} into ${after.input.name}:\n${inWords(before.version, operations)}`;
  writeOutput(options.output, options.json === true ? writeOperationsJson(operations) : words, inputs);
  return 0;
}

/** `./pandect text derive`: what turns one text into another. */
import path from 'node:path';
import { mainMetadata } from '../../formats/akn/document.ts';
import { frbrValue } from '../../formats/akn/metadata/model.ts';
import { amendingDocument } from '../../formats/akn/modifications/amending-document.ts';
import { madeWork } from '../../formats/akn/own-block.ts';
import { writeAkn } from '../../formats/akn/write-akn.ts';
import { operationInWords } from '../../formats/legal-text/operation-in-words.ts';
import { writeOperationsJson } from '../../formats/provisions-json/provisions-json.ts';
import { Draft } from '../../legaltext/draft.ts';
import type { Operation } from '../../legaltext/operation.ts';
import type { Version } from '../../legaltext/version.ts';
import { CommandFailure, type ExitCode } from '../outcome.ts';
import { operationsFrom } from './changes.ts';
import { refuseToOverwrite, writeOutput } from './output.ts';
import { counted, remark } from './say.ts';
import { readVersions, type VersionFile } from './texts.ts';

/** The operations as a drafter would instruct them, in their order, with places as they are called in the text before. */
export function inWords(before: Version, operations: readonly Operation[]): string {
  const draft = new Draft(before);
  return operations
    .map((operation, position) => {
      const sentence = operationInWords(draft, operation, before);
      draft.apply(operation);
      return `${position + 1}. ${sentence}`;
    })
    .join('\n');
}

/** As sentences, as operations in JSON, or as an amending act in Akoma Ntoso. */
const FORMS = ['json', 'akn'] as const;
type Form = 'sentences' | (typeof FORMS)[number];

/** What the ending of a file's name promises; sentences, where it promises nothing. */
const ENDINGS: Readonly<Record<string, Form>> = { '.json': 'json', '.xml': 'akn', '.akn': 'akn' };

interface DeriveOptions {
  readonly to?: string;
  /** The same as `--to json`, which it was before there was another form. */
  readonly json?: boolean;
  readonly output?: string;
  readonly style?: string;
}

function formOf({ to, json, output }: DeriveOptions): Form {
  if (to === undefined)
    return json === true ? 'json' : (ENDINGS[path.extname(output ?? '').toLowerCase()] ?? 'sentences');
  const form = FORMS.find((each) => each === to);
  if (form === undefined)
    throw new CommandFailure(
      `There is no form called “${to}”. Give --to ${FORMS.join(', --to ')}; sentences need none.`,
    );
  if (json === true && form !== 'json')
    throw new CommandFailure('Give --json or --to akn, not both: the changes are written in one form.');
  return form;
}

/**
 * An amending act that makes these operations on a text, by the text's own address or the one that it would be written
 * with. The act is called as the draft is.
 */
function amendingAct({ akn, version }: VersionFile, draft: VersionFile, operations: readonly Operation[]): string {
  const own = akn === null ? undefined : frbrValue(mainMetadata(akn), 'work', 'FRBRuri');
  const act = amendingDocument(version, operations, {
    work: own ?? madeWork('act', version.hash),
    name: path.basename(draft.input.name),
  });
  if (act.kind === 'ok') return writeAkn(act.value);
  throw new Error(`What was derived cannot be carried out: ${act.failure[0]?.message ?? ''}`);
}

/** Says what turns one text into another: in sentences, or as changes that `apply` carries out. */
export async function derive(names: readonly [string, string], options: DeriveOptions): Promise<ExitCode> {
  const form = formOf(options);
  const [before, after] = await readVersions(names, options.style);
  if (before === undefined || after === undefined) throw new Error('Two texts were read, and there are not two.');
  const inputs = [before.input, after.input];
  refuseToOverwrite(options.output, inputs);
  const operations = operationsFrom(before, after);
  if (form === 'akn' && operations.length === 0) {
    // An act that amends nothing would be read as a text of its own.
    remark('The two texts are equal: there is nothing to amend, and nothing was written.');
    return 1;
  }
  writeOutput(options.output, written(form, [before, after], operations), inputs);
  return 0;
}

function written(
  form: Form,
  [before, after]: readonly [VersionFile, VersionFile],
  operations: readonly Operation[],
): string {
  switch (form) {
    case 'json':
      return writeOperationsJson(operations);
    case 'akn':
      return amendingAct(before, after, operations);
    case 'sentences':
      return operations.length === 0
        ? 'The two texts are equal: nothing turns the one into the other.'
        : `${counted(operations.length, 'operation turns', 'operations turn')} ${before.input.name} into ${after.input.name}. Rows and numbers are those of ${before.input.name}:\n${inWords(before.version, operations)}`;
  }
}

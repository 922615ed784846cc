/** The form in which a command writes a text, and the writing. */
import path from 'node:path';
import {
  writeLegalText,
  WRITTEN_FORMS,
  type Origin,
  type WrittenForm,
} from '../../formats/legal-text/write-legal-text.ts';
import type { Version } from '../../legaltext/version.ts';
import { CommandFailure } from '../outcome.ts';
import type { InputFile } from './input.ts';
import { writeOutput } from './output.ts';
import { remark } from './say.ts';

/** What the ending of a file's name promises. */
const ENDINGS: Readonly<Record<string, WrittenForm>> = {
  '.json': 'json',
  '.xml': 'akn',
  '.akn': 'akn',
  '.txt': 'text',
  '.text': 'text',
};

const isForm = (words: string): words is WrittenForm => (WRITTEN_FORMS as readonly string[]).includes(words);

/**
 * The form to write: the one asked for, else the one that the output's ending promises, else `otherwise`. A
 * `CommandFailure` where none of them says.
 */
export function formFor(asked: string | undefined, output: string | undefined, otherwise?: WrittenForm): WrittenForm {
  if (asked !== undefined) {
    if (isForm(asked)) return asked;
    throw new CommandFailure(`There is no form called “${asked}”. Give --to ${WRITTEN_FORMS.join(', --to ')}.`);
  }
  const promised = output === undefined ? undefined : ENDINGS[path.extname(output).toLowerCase()];
  if (promised !== undefined) return promised;
  if (otherwise !== undefined) return otherwise;
  throw new CommandFailure(`Say which form to write: --to ${WRITTEN_FORMS.join(', --to ')}.`);
}

/** Writes a text to a file or to standard output; what the form has no place for is said on standard error. */
export function writeVersion(
  version: Version,
  form: WrittenForm,
  origin: Origin,
  output: string | undefined,
  inputs: readonly InputFile[],
): void {
  const { content, losses } = writeLegalText(version, form, origin);
  writeOutput(output, content, inputs);
  for (const loss of losses) remark(`Note: ${loss}`);
}

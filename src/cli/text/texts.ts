/** Files as the text commands need them: as texts, or as changes to one. */
import { readLegalText } from '../../formats/legal-text/read-legal-text.ts';
import type { LegalText } from '../../formats/legal-text/model.ts';
import type { Version } from '../../legaltext/version.ts';
import { CommandFailure } from '../outcome.ts';
import { readInputs, type InputFile } from './input.ts';
import { remark } from './say.ts';

export interface TextFile extends LegalText {
  readonly input: InputFile;
}

export interface VersionFile extends TextFile {
  readonly version: Version;
}

/** The most remarks about one file that are printed: after these, one knows what is wrong with it. */
const MOST_NOTES = 20;

function remarkNotes(name: string, notes: LegalText['notes']): void {
  for (const { line, message } of notes.slice(0, MOST_NOTES))
    remark(`${name}${line === null ? '' : `, line ${line}`}: ${message}`);
  if (notes.length > MOST_NOTES) remark(`${name}: and ${notes.length - MOST_NOTES} more of these.`);
}

async function readText(input: InputFile, style: string | undefined): Promise<TextFile> {
  const read = await readLegalText(input.bytes, input.name, style ?? null);
  if (read.kind === 'failed') {
    const { place, message } = read.failure;
    throw new CommandFailure(`${input.name}${place === null ? '' : `, ${place}`}: ${message}`);
  }
  remarkNotes(input.name, read.value.notes);
  return { ...read.value, input };
}

/** Reads each file; what was doubtful in it is said on standard error. A file that cannot be read is a `CommandFailure`. */
export async function readTexts(names: readonly string[], style: string | undefined): Promise<readonly TextFile[]> {
  const texts: TextFile[] = [];
  let asked = style;
  for (const input of await readInputs(names)) {
    const text = await readText(input, asked);
    texts.push(text);
    // Texts that are compared are of one code: what the first was found to be, the others are read as.
    asked ??= text.style?.id;
  }
  return texts;
}

/** The same for files that must hold a text, not only changes to one. */
export async function readVersions(
  names: readonly string[],
  style: string | undefined,
): Promise<readonly VersionFile[]> {
  return (await readTexts(names, style)).map((file) => asVersion(file));
}

/** The file's text; a `CommandFailure` where it holds changes only. */
export function asVersion(file: TextFile): VersionFile {
  if (file.version === null)
    throw new CommandFailure(
      `${file.input.name}: This file holds changes to a text, not a text. To see what they make of one, use ./pandect text apply TEXT CHANGES.`,
    );
  return { ...file, version: file.version };
}

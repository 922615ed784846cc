/** Files as the text commands need them: as texts, or as changes to one. */
import { styleNamed } from '../../formats/legal-text/house-style.ts';
import { readLegalText } from '../../formats/legal-text/read-legal-text.ts';
import type { LegalText } from '../../formats/legal-text/model.ts';
import type { HouseStyle } from '../../legaltext/house-styles/model.ts';
import type { Version } from '../../legaltext/version.ts';
import { CommandFailure } from '../outcome.ts';
import { readInputs, type InputFile } from './input.ts';
import { counted, remark } from './say.ts';

export interface TextFile extends LegalText {
  readonly input: InputFile;
}

export interface VersionFile extends TextFile {
  readonly version: Version;
}

/** Whether what was doubtful in a file is said line by line, or only how much there was and where to see it. */
type Doubts = 'listed' | 'counted';

export interface Reading {
  readonly doubts?: Doubts;
  /** Whether the files are of one code, so that the style which the first plain text is found to be in is that of all. */
  readonly ofOneCode?: boolean;
}

/** The most doubts about one file that are listed: after these, one knows what is wrong with it. */
const MOST_NOTES = 20;

function remarkNotes({ name, path }: InputFile, notes: LegalText['notes'], doubts: Doubts): void {
  if (notes.length === 0) return;
  if (doubts === 'counted') {
    const where = path === null ? './pandect text check -' : `./pandect text check ${name}`;
    remark(
      `${counted(notes.length, 'doubt')} in reading ${name}: “${where}” lists ${notes.length === 1 ? 'it' : 'them'}.`,
    );
    return;
  }
  for (const { line, message } of notes.slice(0, MOST_NOTES))
    remark(`${name}${line === null ? '' : `, line ${line}`}: ${message}`);
  if (notes.length > MOST_NOTES) remark(`${name}: and ${notes.length - MOST_NOTES} more of these.`);
}

/** The style asked for; a `CommandFailure` where there is none of that name, whatever the files turn out to be. */
function askedFor(style: string | undefined): HouseStyle | null {
  if (style === undefined) return null;
  const named = styleNamed(style);
  if (named.kind === 'ok') return named.value;
  throw new CommandFailure(named.failure.message);
}

async function readText(input: InputFile, style: string | null, doubts: Doubts): Promise<TextFile> {
  const read = await readLegalText(input.bytes, input.name, style);
  if (read.kind === 'failed') {
    const { place, message } = read.failure;
    throw new CommandFailure(`${input.name}${place === null ? '' : `, ${place}`}: ${message}`);
  }
  remarkNotes(input, read.value.notes, doubts);
  return { ...read.value, input };
}

/**
 * Reads each file in the style that is asked for by its id, or, without one, in the style it is found to be in. What was
 * doubtful in a file is said on standard error. A file that cannot be read is a `CommandFailure`.
 */
export async function readTexts(
  names: readonly string[],
  style: string | undefined,
  { doubts = 'counted', ofOneCode = true }: Reading = {},
): Promise<readonly TextFile[]> {
  const asked = askedFor(style);
  const texts: TextFile[] = [];
  let found = asked?.id ?? null;
  for (const input of await readInputs(names)) {
    const text = await readText(input, found, doubts);
    // Forms that know of no styles are taken as they were asked to be.
    texts.push({ ...text, style: text.style ?? asked });
    if (ofOneCode) found ??= text.style?.id ?? null;
  }
  return texts;
}

/** The same for files that must hold a text, not only changes to one. */
export async function readVersions(
  names: readonly string[],
  style: string | undefined,
  reading: Reading = {},
): Promise<readonly VersionFile[]> {
  return (await readTexts(names, style, reading)).map((file) => asVersion(file));
}

/** The file's text; a `CommandFailure` where it holds changes only. */
export function asVersion(file: TextFile): VersionFile {
  if (file.version === null)
    throw new CommandFailure(
      `${file.input.name}: This file holds changes to a text, not a text. To see what they make of one, use ./pandect text apply TEXT CHANGES.`,
    );
  return { ...file, version: file.version };
}

import { failed, ok, type Result } from '../../values/result.ts';
import { isBlank } from '../document/blank.ts';
import { ReadStopped, stop, type ReadFailure } from '../document/failure.ts';
import { DEFAULT_LIMITS, sizeInWords, startDeadline, type Deadline, type ReadLimits } from '../document/limits.ts';
import type { SourceDocument, SourceFormat, SourceNote } from '../document/model.ts';
import { readDocx } from '../docx/read-docx.ts';
import { hasTabbedRows, looksLikeMarkdown, readMarkdown } from '../markdown/read-markdown.ts';
import { openPackage } from '../office/package.ts';
import { readPdf } from '../pdf/read-pdf.ts';
import { readPptx } from '../pptx/read-pptx.ts';
import { decodeText } from '../text/decode.ts';
import { readText } from '../text/read-text.ts';
import { openZip } from '../zip/open-zip.ts';
import { recogniseContainer, recogniseOffice } from './recognise-format.ts';

/** Endings of file names, and the format each promises. */
const ENDINGS: Readonly<Record<string, SourceFormat>> = {
  txt: 'text',
  text: 'text',
  tsv: 'text',
  md: 'markdown',
  markdown: 'markdown',
  pdf: 'pdf',
  pptx: 'pptx',
  pptm: 'pptx',
  ppsx: 'pptx',
  potx: 'pptx',
  docx: 'docx',
  docm: 'docx',
  dotx: 'docx',
};

const FORMAT_IN_WORDS: Readonly<Record<SourceFormat, string>> = {
  text: 'plain text',
  markdown: 'Markdown text',
  pdf: 'a PDF',
  pptx: 'a PowerPoint presentation',
  docx: 'a Word document',
};

function endingOf(name: string): string {
  const at = name.lastIndexOf('.');
  return at <= 0 ? '' : name.slice(at + 1).toLowerCase();
}

/**
 * The failure for a file of `bytes` bytes, before any of it is read; undefined where it may be read. For doors that learn
 * the size first.
 */
export function refuseSize(bytes: number, limits: ReadLimits = DEFAULT_LIMITS): ReadFailure | undefined {
  if (bytes <= limits.fileBytes) return undefined;
  return {
    kind: 'too-large',
    message: `This file is ${sizeInWords(bytes)}; ${sizeInWords(limits.fileBytes)} is the most that is read. Make its pictures smaller (in PowerPoint: Compress Pictures), or split it.`,
  };
}

/** Text is Markdown by what is in it; a name ending in .md is believed unless the tables are plain text's. */
function readWords(bytes: Uint8Array, ending: string, limits: ReadLimits): SourceDocument {
  const decoded = decodeText(bytes);
  if (decoded.kind === 'failed') throw new ReadStopped(decoded.failure);
  const { text, notes } = decoded.value;
  if (text.length > limits.characters)
    stop('too-large', `This text has more than ${String(limits.characters)} characters. Split it into smaller files.`);
  if (isBlank(text))
    stop('empty', 'This file holds nothing but blanks. Check that it is the right file and was saved.');
  const marked = looksLikeMarkdown(text);
  const named = ENDINGS[ending] === 'markdown';
  return marked || (named && !hasTabbedRows(text)) ? readMarkdown(text, notes) : readText(text, notes);
}

async function readBytes(
  bytes: Uint8Array,
  ending: string,
  limits: ReadLimits,
  deadline: Deadline,
): Promise<SourceDocument> {
  switch (recogniseContainer(bytes)) {
    case 'pdf':
      return readPdf(bytes, limits, deadline);
    case 'zip': {
      const archive = openZip(bytes, limits, deadline);
      const { format, main } = recogniseOffice(archive, openPackage(archive, limits, deadline));
      return format === 'pptx' ? readPptx(archive, main, limits, deadline) : readDocx(archive, main, limits, deadline);
    }
    case 'text':
      return readWords(bytes, ending, limits);
  }
}

/** A note where the name promises something else than the content is. Plain text and Markdown pass for each other. */
function endingNote(format: SourceFormat, ending: string): readonly SourceNote[] {
  const promised = ENDINGS[ending];
  const isText = (one: SourceFormat): boolean => one === 'text' || one === 'markdown';
  if (promised === format || (promised !== undefined && isText(promised) && isText(format))) return [];
  const named = ending === '' ? 'The file name has no ending' : `The file name ends in .${ending}`;
  return [
    { kind: 'extension', message: `${named}, but its content is ${FORMAT_IN_WORDS[format]}, and it was read as that.` },
  ];
}

/** A text failure of a file that is named as a document is about the document. */
function inView(failure: ReadFailure, ending: string): ReadFailure {
  const promised = ENDINGS[ending];
  if (failure.kind !== 'not-text' || promised === undefined || promised === 'text' || promised === 'markdown')
    return failure;
  return {
    kind: 'unknown-format',
    message: `The file name ends in .${ending}, but its content is not ${FORMAT_IN_WORDS[promised]} nor anything else that can be read. Save it again from the program that made it.`,
  };
}

/**
 * Reads any file Pandect can take in: plain text, Markdown, PDF, PowerPoint, Word. What the file is, its content says; its
 * `name` only decides between plain text and Markdown, and a name that promises something else is noted.
 *
 * Nothing in a file makes this throw, take more than the limits' memory, or run much longer than their time: every file
 * that cannot be read is a `ReadFailure` whose message says what happened, where, and what to do.
 */
export async function readDocument(
  bytes: Uint8Array,
  name: string,
  limits: ReadLimits = DEFAULT_LIMITS,
): Promise<Result<SourceDocument, ReadFailure>> {
  const ending = endingOf(name);
  const tooLarge = refuseSize(bytes.length, limits);
  if (tooLarge !== undefined) return failed(tooLarge);
  if (bytes.length === 0)
    return failed({
      kind: 'empty',
      message: 'This file is empty. Check that it was saved, or copy or download it again.',
    });
  try {
    const document = await readBytes(bytes, ending, limits, startDeadline(limits));
    return ok({ ...document, notes: [...endingNote(document.format, ending), ...document.notes] });
  } catch (error) {
    if (error instanceof ReadStopped) return failed(inView(error.failure, ending));
    throw error;
  }
}

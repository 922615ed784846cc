import { getDocumentProxy } from 'unpdf';
import { isBlank } from '../document/blank.ts';
import { ReadStopped, stop } from '../document/failure.ts';
import type { Deadline, ReadLimits } from '../document/limits.ts';
import type { SourceDocument } from '../document/model.ts';
import { createDocumentWriter, type DocumentWriter } from '../document/writer.ts';
import { alignColumns, joinAcrossPages, type PlacedBlock } from './across-pages.ts';
import { furnitureOf } from './furniture.ts';
import { linesOfRuns, type PdfLine } from './lines.ts';
import { readPage, type PageContent, type PdfDocument } from './page.ts';
import { blocksByPlace } from './positional.ts';
import { refuseBombs } from './refuse-bombs.ts';
import { blocksUnder, contentUnder, hasWords, runsByContent, type TaggedBlock } from './tagged.ts';

/** What a PDF ends with (ISO 32000-1, 7.5.5); a few programs append some bytes after it. */
const END_MARK = /startxref\s+\d+\s+%%EOF/u;
const LOOK_BACK = 4096;

/** Below this share of a page's letters in the structure, the tags are not to be trusted (Word leaves some text boxes out). */
const TRUSTED_SHARE = 0.8;

function refuseTruncated(bytes: Uint8Array): void {
  const tail = Buffer.from(bytes.subarray(Math.max(0, bytes.length - LOOK_BACK))).toString('latin1');
  if (!END_MARK.test(tail))
    stop('truncated', 'The end of this PDF is missing, so pages may be lost. Copy or download it again.');
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');

async function openPdf(bytes: Uint8Array): Promise<PdfDocument> {
  try {
    // pdf.js takes the buffer over and refuses a Node Buffer, so it is given a copy. It fetches nothing: fonts and character maps are not needed for words.
    return await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      useSystemFonts: false,
      disableFontFace: true,
      enableXfa: false,
    });
  } catch (error) {
    if (nameOf(error) === 'PasswordException')
      return stop(
        'password',
        'This PDF is locked with a password. Open it with the password, save or print it to a new PDF without one, and use that.',
      );
    return stop(
      'damaged',
      'This PDF is damaged and cannot be opened. Save or print it again to a new PDF from the program that made it.',
    );
  }
}

/** Waits for `work`, but no longer than `milliseconds`. */
async function within<Value>(work: Promise<Value>, milliseconds: number, where: string): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(
        new ReadStopped({
          kind: 'too-slow',
          message: `Reading this PDF took too long and was stopped (${where}). Print it to a new PDF, or split it into smaller ones.`,
        }),
      );
    }, milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function readPages(pdf: PdfDocument, limits: ReadLimits, deadline: Deadline): Promise<readonly PageContent[]> {
  const mark: unknown = await pdf.getMarkInfo();
  const tagged = typeof mark === 'object' && mark !== null && 'Marked' in mark && mark.Marked === true;
  const pages: PageContent[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    deadline.check(`at page ${String(number)} of ${String(pdf.numPages)}`);
    const page = await pdf.getPage(number);
    pages.push(await within(readPage(page, number, tagged), limits.milliseconds, `at page ${String(number)}`));
    page.cleanup();
  }
  return pages;
}

const lettersIn = (runs: readonly { readonly text: string }[]): number =>
  runs.reduce((count, run) => count + run.text.replace(/\s/gu, '').length, 0);

/** True where the structure speaks of nearly all the words: then it is followed, else words are read by their places. */
function isWellTagged(pages: readonly PageContent[]): boolean {
  let tagged = 0;
  let all = 0;
  for (const page of pages) {
    const known = new Set(page.structure === undefined ? [] : contentUnder(page.structure));
    const words = page.runs.filter((run) => !run.artifact);
    all += lettersIn(words);
    tagged += lettersIn(words.filter((run) => run.content !== undefined && known.has(run.content)));
  }
  return all > 0 && tagged / all >= TRUSTED_SHARE;
}

function writeBlock(writer: DocumentWriter, block: TaggedBlock): void {
  switch (block.kind) {
    case 'heading':
      writer.heading(block.words, block.level);
      break;
    case 'paragraph':
      writer.paragraph(block.words, block.contents ? 'contents' : undefined);
      break;
    case 'footnote':
      writer.paragraph(block.words, 'footnote');
      break;
    case 'list':
      for (const { words, marker, level } of block.items)
        writer.item(words, { marker, ordered: /[\p{L}\p{N}]/u.test(marker), level });
      break;
    case 'table':
      writer.table(
        alignColumns(block).map((row) => row.map((cell) => cell.paragraphs)),
        block.pageOfRow,
      );
  }
}

/** The blocks of a tagged file. Words the structure does not speak of follow those of their page. */
function blocksByTags(pages: readonly PageContent[]): readonly PlacedBlock[] {
  const blocks = pages.map((page): readonly PlacedBlock[] => {
    const runs = runsByContent(page);
    const known = new Set(page.structure === undefined ? [] : contentUnder(page.structure));
    const tagged = page.structure === undefined ? [] : blocksUnder(page.structure, runs, page.number);
    const untagged = page.runs.filter((run) => !run.artifact && (run.content === undefined || !known.has(run.content)));
    const rest = linesOfRuns(untagged, page.number).map((line): TaggedBlock => ({
      kind: 'paragraph',
      words: line.segments.flatMap((segment) => [...segment.words, { text: ' ' }]),
      contents: false,
    }));
    return [...tagged, ...rest].filter(hasWords).map((block) => ({ page: page.number, block }));
  });
  return joinAcrossPages(blocks);
}

/** Writes `blocks`, which are in the order of their pages, with the pages they stand on. */
function writeBlocks(writer: DocumentWriter, blocks: readonly PlacedBlock[], pages: number): void {
  let open = 0;
  let index = 0;
  for (let number = 1; number <= pages; number += 1) {
    // A table that ran over from an earlier page has opened this one already.
    if (number > open) {
      writer.endPage();
      writer.startPage(number);
      open = number;
    }
    for (let placed = blocks[index]; placed?.page === number; placed = blocks[index]) {
      writeBlock(writer, placed.block);
      if (placed.block.kind === 'table') open = Math.max(open, placed.block.pageOfRow.at(-1) ?? open);
      index += 1;
    }
  }
  writer.endPage();
}

const squash = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Page furniture follows the text, each different line once; a table's repeated head is in the text already. */
function writeFurniture(writer: DocumentWriter, lines: readonly PdfLine[], text: string): void {
  const known = squash(text);
  const different = [...new Set(lines.map((line) => squash(line.text)))].filter((line) => line !== '');
  const fresh = different.filter((line) => line.length < 8 || !known.includes(line));
  for (const line of fresh) writer.paragraph([{ text: line }], 'page-furniture');
  if (fresh.length > 0)
    writer.note({
      kind: 'page-furniture',
      message: 'Headers, footers and page numbers stand at the end of the text, each different line once.',
    });
}

/**
 * Reads a PDF. A tagged one is read by its structure: headings, lists, tables whole across pages. In one without tags, words
 * are read by where they stand, and a note says so. Headers, footers and page numbers follow the text. Stops the reading
 * (`ReadStopped`) for a password, a missing end, damage, a limit passed, or pages that are only pictures.
 */
export async function readPdf(bytes: Uint8Array, limits: ReadLimits, deadline: Deadline): Promise<SourceDocument> {
  refuseTruncated(bytes);
  refuseBombs(bytes, limits, deadline);
  const pdf = await within(openPdf(bytes), limits.milliseconds, 'opening it');
  return writeDocument(await readAndClose(pdf, limits, deadline), limits);
}

async function readAndClose(pdf: PdfDocument, limits: ReadLimits, deadline: Deadline): Promise<readonly PageContent[]> {
  try {
    if (pdf.numPages > limits.pages)
      stop(
        'too-large',
        `This PDF has ${String(pdf.numPages)} pages; ${String(limits.pages)} is the most that is read. Split it into smaller ones.`,
      );
    return await readPages(pdf, limits, deadline);
  } catch (error) {
    if (error instanceof ReadStopped) throw error;
    // What pdf.js throws here is about the file: nothing else runs inside.
    return stop(
      'damaged',
      'A page of this PDF is damaged and cannot be read. Save or print it again to a new PDF from the program that made it.',
    );
  } finally {
    await pdf.destroy();
  }
}

/** Writes a tagged file, and gives back the lines that the file itself marks as page furniture. */
function writeByTags(writer: DocumentWriter, pages: readonly PageContent[]): readonly PdfLine[] {
  writeBlocks(writer, blocksByTags(pages), pages.length);
  return pages.flatMap((page) =>
    linesOfRuns(
      page.runs.filter((run) => run.artifact),
      page.number,
    ),
  );
}

/** Writes a file without tags, and gives back the lines that repeat from page to page. */
function writeByPlace(writer: DocumentWriter, pages: readonly PageContent[]): readonly PdfLine[] {
  const lines = pages.map((page) => linesOfRuns(page.runs, page.number));
  const repeated = furnitureOf(lines);
  const running = lines.map((page) => page.filter((line) => !repeated.has(line)));
  writeBlocks(writer, blocksByPlace(running), pages.length);
  writer.note({
    kind: 'layout',
    message:
      'This PDF has no tags, so headings, lists and tables were worked out from where the words stand. Check the tables against the file.',
  });
  return lines.flat().filter((line) => repeated.has(line));
}

function writeDocument(pages: readonly PageContent[], limits: ReadLimits): SourceDocument {
  const writer = createDocumentWriter(limits);
  if (pages.every((page) => lettersIn(page.runs) === 0))
    stop(
      'no-words',
      'This PDF holds only pictures of pages (a scan), no words. Ask for the original document, or have it recognised (OCR) and saved as a searchable PDF.',
    );
  for (const page of pages)
    if (lettersIn(page.runs) === 0)
      writer.note({
        kind: 'picture',
        page: page.number,
        message: `Page ${String(page.number)} has no words; anything in its pictures is not read.`,
      });
  const furniture = isWellTagged(pages) ? writeByTags(writer, pages) : writeByPlace(writer, pages);
  writeFurniture(writer, furniture, writer.finish('pdf').text);
  const document = writer.finish('pdf');
  return isBlank(document.text)
    ? stop('no-words', 'This PDF has no words that can be read. Print it to a new PDF from the program that made it.')
    : document;
}

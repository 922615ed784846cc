import { isBlank } from '../document/blank.ts';
import { stop } from '../document/failure.ts';
import type { Deadline, ReadLimits } from '../document/limits.ts';
import type { SourceDocument, SourceNote } from '../document/model.ts';
import { createDocumentWriter, type DocumentWriter } from '../document/writer.ts';
import { openPackage, type OfficePackage } from '../office/package.ts';
import { attribute, childAt, childrenOf } from '../xml/element.ts';
import type { XmlElement } from '../xml/parse-xml.ts';
import type { ZipArchive } from '../zip/open-zip.ts';
import { linesOfParts, partsOf, writeParts, type BodyContext } from './body.ts';
import { readNumbering } from './numbering.ts';
import { createRunReader, noFindings, type Findings } from './runs.ts';
import { readStyles } from './styles.ts';

const times = (count: number, one: string, many: string): string =>
  count === 1 ? `One ${one}` : `${String(count)} ${many}`;

function notesOf(findings: Findings): readonly SourceNote[] {
  const notes: readonly [number, SourceNote['kind'], (count: number) => string][] = [
    [
      findings.deletions,
      'deleted-text',
      (count) => `${times(count, 'tracked deletion is', 'tracked deletions are')} left out of the text.`,
    ],
    [
      findings.insertions,
      'inserted-text',
      (count) => `${times(count, 'tracked insertion is', 'tracked insertions are')} read as if accepted.`,
    ],
    [
      findings.hidden,
      'hidden',
      (count) => `${times(count, 'piece of hidden text was', 'pieces of hidden text were')} read with the rest.`,
    ],
    [
      findings.pictures,
      'picture',
      (count) => `${times(count, 'picture has', 'pictures have')} no words; anything written in a picture is not read.`,
    ],
    [
      findings.objects,
      'picture',
      (count) =>
        `${times(count, 'object', 'objects')} from another program (a chart, a spreadsheet) could not be read.`,
    ],
    [
      findings.nestedTables,
      'layout',
      (count) => `${times(count, 'table inside a cell was', 'tables inside cells were')} read as lines of that cell.`,
    ],
    [
      findings.otherDocuments,
      'left-out',
      (count) =>
        `${times(count, 'other document placed in this one was', 'other documents placed in this one were')} not read. Open the file in Word and save it again to take it in.`,
    ],
  ];
  return notes.flatMap(([count, kind, message]) => (count > 0 ? [{ kind, message: message(count) }] : []));
}

interface Reading {
  readonly office: OfficePackage;
  readonly writer: DocumentWriter;
  readonly main: string;
  readonly context: (part: string) => BodyContext;
}

/** Footnotes and endnotes, each with the number its reference shows; Word's own separators are not notes. */
function writeFootnotes({ office, writer, main, context }: Reading, type: 'footnote' | 'endnote'): void {
  const part = office.related(main, `${type}s`);
  const root = part === undefined ? undefined : office.part(part);
  if (part === undefined) return;
  for (const note of childrenOf(root, type)) {
    if (!['normal', undefined].includes(attribute(note, 'type'))) continue;
    const mark = `[${type === 'endnote' ? 'e' : ''}${attribute(note, 'id') ?? ''}] `;
    for (const [index, line] of linesOfParts(partsOf(note, context(part))).entries())
      writer.paragraph([{ text: index === 0 ? `${mark}${line}` : line }], 'footnote');
  }
}

function writeComments({ office, writer, main, context }: Reading): void {
  const part = office.related(main, 'comments');
  const root = part === undefined ? undefined : office.part(part);
  if (part === undefined) return;
  for (const comment of childrenOf(root, 'comment')) writeParts(writer, partsOf(comment, context(part)), 'comment');
}

function writeFurniture({ office, writer, main, context }: Reading): void {
  const parts = office.relationships(main).filter(({ type }) => type === 'header' || type === 'footer');
  const lines = new Set<string>();
  for (const { target } of parts)
    for (const line of linesOfParts(partsOf(office.part(target), context(target)))) lines.add(line);
  for (const line of lines) writer.paragraph([{ text: line }], 'page-furniture');
  if (lines.size > 0)
    writer.note({
      kind: 'page-furniture',
      message: 'Headers and footers stand at the end of the text, each different line once.',
    });
}

function styleRoot(office: OfficePackage, main: string, type: string): XmlElement | undefined {
  const part = office.related(main, type);
  return part === undefined ? undefined : office.part(part);
}

/**
 * Reads a Word document whose body is in the part `main`. Tracked insertions are read as accepted and deletions are left
 * out (both noted); text boxes follow the paragraph they hang on; footnotes, comments, headers and footers follow the
 * text. Word decides pages only when it prints, so `pages` is empty. Stops the reading (`ReadStopped`) where a limit is
 * passed, a part is damaged, or there are no words.
 */
export function readDocx(archive: ZipArchive, main: string, limits: ReadLimits, deadline: Deadline): SourceDocument {
  const office = openPackage(archive, limits, deadline);
  const writer = createDocumentWriter(limits);
  const findings = noFindings();
  const styles = readStyles(styleRoot(office, main, 'styles'));
  const numbering = readNumbering(styleRoot(office, main, 'numbering'));
  const context = (part: string): BodyContext => ({
    styles,
    numbering,
    findings,
    runs: createRunReader(office.relationships(part), findings),
  });
  const reading: Reading = { office, writer, main, context };

  writeParts(writer, partsOf(childAt(office.requiredPart(main), 'body'), context(main)));
  deadline.check('after the body of the document');
  writeFootnotes(reading, 'footnote');
  writeFootnotes(reading, 'endnote');
  writeComments(reading);
  writeFurniture(reading);
  for (const note of notesOf(findings)) writer.note(note);
  const document = writer.finish('docx');
  if (isBlank(document.text))
    stop(
      'no-words',
      'This document has no words, only pictures or nothing at all. Check that it is the right file, or type the text into a .txt file.',
    );
  return document;
}

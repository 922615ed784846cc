import { stop } from '../document/failure.ts';
import type { Deadline, ReadLimits } from '../document/limits.ts';
import { isBlank } from '../document/blank.ts';
import type { SourceDocument } from '../document/model.ts';
import { createDocumentWriter, type DocumentWriter } from '../document/writer.ts';
import { openPackage, type OfficePackage } from '../office/package.ts';
import { attribute, childAt, childrenOf, walk } from '../xml/element.ts';
import type { XmlElement } from '../xml/parse-xml.ts';
import type { ZipArchive } from '../zip/open-zip.ts';
import { placeholderOf, placeholderType, readLayout } from './layout.ts';
import { writeShapes } from './slide.ts';
import { writeBody } from './words.ts';

/** Slide parts in the order the presentation shows them. */
function slideParts(office: OfficePackage, presentation: string): readonly string[] {
  const targets = new Map(office.relationships(presentation).map(({ id, target }) => [id, target]));
  return childrenOf(childAt(office.requiredPart(presentation), 'sldIdLst'), 'sldId').flatMap((slide) => {
    const target = targets.get(attribute(slide, 'r:id') ?? '');
    return target === undefined ? [] : [target];
  });
}

function writeNotes(writer: DocumentWriter, office: OfficePackage, slide: string, number: number): void {
  const part = office.related(slide, 'notesSlide');
  const root = part === undefined ? undefined : office.part(part);
  if (part === undefined || root === undefined) return;
  const bodies = childrenOf(childAt(root, 'cSld', 'spTree'), 'sp').filter((shape) => {
    const placeholder = placeholderOf(shape);
    return placeholder !== undefined && placeholderType(placeholder) === 'body';
  });
  const spoken = bodies.some((shape) =>
    [...walk(shape)].some((element) => element.name === 't' && element.children.length > 0),
  );
  if (!spoken) return;
  for (const shape of bodies)
    writeBody(writer, childAt(shape, 'txBody'), [], office.relationships(part), 'speaker-notes');
  writer.note({
    kind: 'speaker-notes',
    page: number,
    message: `Slide ${String(number)} has speaker notes; they stand after the slide and are marked as notes.`,
  });
}

const isCommentText = (element: XmlElement): boolean => element.name === 'text' || element.name === 't';

/** Review comments, in the older form (`p:text`) and the newer (a text body). */
function commentsOf(office: OfficePackage, slide: string): readonly string[] {
  return office
    .relationships(slide)
    .filter(({ type }) => type === 'comments')
    .flatMap(({ target }) => {
      const root = office.part(target);
      if (root === undefined) return [];
      return [...walk(root)]
        .filter(isCommentText)
        .map((element) => element.children.filter((node) => typeof node === 'string').join(''));
    });
}

/**
 * Reads a PowerPoint presentation: slides in their order, shapes by place. Speaker notes follow their slide; comments, and
 * each different line of header, footer, date and slide number, follow the last slide. Stops the reading (`ReadStopped`)
 * where a limit is passed, a part is damaged, or there are no words at all.
 */
export function readPptx(
  archive: ZipArchive,
  presentation: string,
  limits: ReadLimits,
  deadline: Deadline,
): SourceDocument {
  const office = openPackage(archive, limits, deadline);
  const writer = createDocumentWriter(limits);
  const roots = new Map<string, XmlElement | undefined>();
  const furniture = new Set<string>();
  const comments: string[] = [];
  const slides = slideParts(office, presentation);
  if (slides.length > limits.pages)
    stop(
      'too-large',
      `This presentation has ${String(slides.length)} slides; ${String(limits.pages)} is the most that is read. Split it.`,
    );

  for (const [index, part] of slides.entries()) {
    const number = index + 1;
    deadline.check(`at slide ${String(number)}`);
    const slide = office.requiredPart(part);
    writer.startPage(number);
    if (attribute(slide, 'show') === '0' || attribute(slide, 'show') === 'false')
      writer.note({
        kind: 'hidden',
        page: number,
        message: `Slide ${String(number)} is hidden in the presentation; its words were read.`,
      });
    writeShapes(
      {
        writer,
        office,
        layout: readLayout(office, part, roots),
        relationships: office.relationships(part),
        number,
        furniture: (line) => furniture.add(line.trim()),
      },
      childAt(slide, 'cSld', 'spTree'),
    );
    writeNotes(writer, office, part, number);
    writer.endPage();
    for (const comment of commentsOf(office, part)) comments.push(comment);
  }
  for (const line of comments) writer.paragraph([{ text: line }], 'comment');
  for (const line of furniture) writer.paragraph([{ text: line }], 'page-furniture');
  if (furniture.size > 0)
    writer.note({
      kind: 'page-furniture',
      message: 'Footers, dates and slide numbers stand after the last slide, each different line once.',
    });
  const document = writer.finish('pptx');
  if (isBlank(document.text))
    stop(
      'no-words',
      'This presentation has no words, only pictures. Export it from a version with text, or type the text into a .txt file.',
    );
  return document;
}

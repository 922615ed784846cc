import type { DocumentWriter } from '../document/writer.ts';
import { areBlank } from '../document/writer.ts';
import type { OfficePackage, Relationship } from '../office/package.ts';
import { attribute, childAt, childrenOf } from '../xml/element.ts';
import type { XmlElement } from '../xml/parse-xml.ts';
import { writeGraphic } from './graphic.ts';
import { ownPlace, placeholderOf, placeholderType, type Place, type SlideLayout } from './layout.ts';
import { paragraphsOf, wordsOf, writeBody } from './words.ts';

/** Shapes whose tops are within this of one another stand side by side: a fifth of an inch, in EMU. */
const SAME_BAND = 182_880;

const FURNITURE = new Set(['dt', 'ftr', 'hdr', 'sldNum']);
const TITLES = new Set(['title', 'ctrTitle']);

/** Layouts whose slides open a part of the pack, so that their title is one level above the others'. */
const OPENING_LAYOUTS = new Set(['title', 'secHead']);

interface Placed {
  readonly shape: XmlElement;
  readonly placeholder: XmlElement | undefined;
  readonly place: Place | undefined;
}

/** Shapes of a slide or a group; where a shape comes in several forms, the first with content. */
function shapesIn(tree: XmlElement | undefined): readonly XmlElement[] {
  return childrenOf(tree).flatMap((child) => {
    if (child.name !== 'AlternateContent') return [child];
    const forms = [childAt(child, 'Choice'), childAt(child, 'Fallback')].map((form) => childrenOf(form));
    return forms.find((shapes) => shapes.length > 0) ?? [];
  });
}

/**
 * The order people read a slide in: the title, then bands from the top, each from the left. Shapes without a place keep
 * theirs in the file, before the others.
 */
function inReadingOrder(shapes: readonly Placed[]): readonly Placed[] {
  const isTitle = ({ placeholder }: Placed) => placeholder !== undefined && TITLES.has(placeholderType(placeholder));
  const titles = shapes.filter(isTitle);
  const rest = shapes.filter((shape) => !isTitle(shape));
  const byTop = rest
    .map((shape) => ({ shape, top: shape.place?.top ?? -1, left: shape.place?.left ?? -1, band: 0 }))
    .sort((one, other) => one.top - other.top);
  let bandTop = Number.NEGATIVE_INFINITY;
  let band = 0;
  for (const shape of byTop) {
    if (shape.top - bandTop > SAME_BAND) {
      band += 1;
      bandTop = shape.top;
    }
    shape.band = band;
  }
  const ordered = byTop.sort((one, other) => one.band - other.band || one.left - other.left);
  return [...titles, ...ordered.map(({ shape }) => shape)];
}

/** What the reading of one slide needs. */
export interface SlideContext {
  readonly writer: DocumentWriter;
  readonly office: OfficePackage;
  readonly layout: SlideLayout;
  readonly relationships: readonly Relationship[];
  /** From 1, hidden slides counted. */
  readonly number: number;
  /** Takes a line of header, footer, date or slide number; they are written after the last slide. */
  furniture(line: string): void;
}

function writeShape(context: SlideContext, shape: XmlElement, placeholder: XmlElement | undefined): void {
  const { writer, layout, relationships } = context;
  const body = childAt(shape, 'txBody');
  const type = placeholder === undefined ? undefined : placeholderType(placeholder);
  if (type !== undefined && FURNITURE.has(type)) {
    for (const paragraph of paragraphsOf(body))
      context.furniture(
        wordsOf(paragraph, relationships)
          .map((piece) => piece.text)
          .join(''),
      );
  } else if (type !== undefined && TITLES.has(type)) {
    const words = paragraphsOf(body).map((paragraph) => wordsOf(paragraph, relationships));
    const title = words
      .filter((line) => !areBlank(line))
      .flatMap((line, index) => (index === 0 ? line : [{ text: ' ' }, ...line]));
    writer.heading(title, type === 'ctrTitle' || OPENING_LAYOUTS.has(layout.type) ? 1 : 2);
  } else writeBody(writer, body, placeholder === undefined ? [] : layout.listStylesOf(placeholder), relationships);
}

/** Writes the shapes of `tree` (a slide's or a group's) in reading order. */
export function writeShapes(context: SlideContext, tree: XmlElement | undefined): void {
  const shapes = shapesIn(tree).map((shape): Placed => {
    const placeholder = placeholderOf(shape);
    const place = ownPlace(shape) ?? (placeholder === undefined ? undefined : context.layout.placeOf(placeholder));
    return { shape, placeholder, place };
  });
  for (const { shape, placeholder } of inReadingOrder(shapes)) {
    if (shape.name === 'grpSp') writeShapes(context, shape);
    else if (shape.name === 'sp' || shape.name === 'cxnSp') writeShape(context, shape, placeholder);
    else if (shape.name === 'graphicFrame')
      writeGraphic(context.writer, context.office, shape, context.relationships, context.number);
    else if (shape.name === 'pic') notePicture(context, shape);
  }
}

function notePicture({ writer, number }: SlideContext, picture: XmlElement): void {
  const described = attribute(childAt(picture, 'nvPicPr', 'cNvPr'), 'descr')?.trim() ?? '';
  const description = described === '' ? '' : ` (described as "${described}")`;
  writer.note({
    kind: 'picture',
    page: number,
    message: `A picture on slide ${String(number)}${description} has no words; anything written in it is not read.`,
  });
}

import { areBlank, type DocumentWriter, type Piece, type Words } from '../document/writer.ts';
import type { Aside } from '../document/model.ts';
import type { Relationship } from '../office/package.ts';
import { attribute, childAt, childrenOf } from '../xml/element.ts';
import type { XmlElement } from '../xml/parse-xml.ts';
import { createBullets, type ListStyles } from './bullets.ts';

const textOf = (element: XmlElement | undefined): string =>
  element?.children.filter((node) => typeof node === 'string').join('') ?? '';

function linkOf(run: XmlElement, relationships: readonly Relationship[]): string | undefined {
  const id = attribute(childAt(run, 'rPr', 'hlinkClick'), 'r:id');
  if (id === undefined || id === '') return undefined;
  const found = relationships.find((relationship) => relationship.id === id);
  if (found === undefined) return undefined;
  return found.external ? found.target : `#${found.target.split('/').at(-1) ?? ''}`;
}

/** The words of a DrawingML paragraph (`a:p`): runs, fields, line breaks. */
export function wordsOf(paragraph: XmlElement, relationships: readonly Relationship[]): Words {
  return childrenOf(paragraph).flatMap((child): readonly Piece[] => {
    if (child.name === 'br') return [{ text: '\n' }];
    if (child.name !== 'r' && child.name !== 'fld') return [];
    const text = textOf(childAt(child, 't'));
    const link = linkOf(child, relationships);
    return [link === undefined ? { text } : { text, link }];
  });
}

/** The paragraphs of a text body, each with its words. */
export const paragraphsOf = (body: XmlElement | undefined): readonly XmlElement[] => childrenOf(body, 'p');

/** Writes a text body: bulleted paragraphs as items, the others line by line. */
export function writeBody(
  writer: DocumentWriter,
  body: XmlElement | undefined,
  styles: ListStyles,
  relationships: readonly Relationship[],
  aside?: Aside,
): void {
  const bullets = createBullets();
  for (const paragraph of paragraphsOf(body)) {
    const words = wordsOf(paragraph, relationships);
    // An empty paragraph prints no bullet and takes no number.
    if (areBlank(words)) continue;
    const mark = bullets.markOf(childAt(paragraph, 'pPr'), [childAt(body, 'lstStyle'), ...styles]);
    if (mark === undefined || aside !== undefined) writer.paragraph(words, aside);
    else writer.item(words, mark);
  }
}

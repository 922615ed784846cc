import { KEPT, keptOn } from './kept.ts';
import { isElement, isWords, type XmlElement } from './xml-tree.ts';

/*
 * Texts that have no element of their own where they stand: Pandect writes them as paragraphs, alone or in a container,
 * and says on them which text they are. What somebody has put in there since makes them elements like any other.
 */

/** A text of the provision that a paragraph stands in, or a paragraph that only fills a place. */
export type Carried =
  { readonly is: 'nothing' } | { readonly is: 'heading' | 'text' | 'tail'; readonly paragraph: XmlElement };

/** The text that `element` stands for; undefined when it stands for itself. */
export function carriedBy(element: XmlElement): Carried | undefined {
  if (element.attributes[KEPT] === undefined) return undefined;
  const { is, kind } = keptOn(element);
  if (is === undefined || kind !== undefined) return undefined;
  if (is === 'nothing') {
    const isBare = element.children.every((node) => typeof node === 'string' && !isWords(node));
    return isBare && isOurs(element) ? { is } : undefined;
  }
  const paragraph = element.name === 'hcontainer' ? innermost(element, ['content', 'p']) : element;
  return paragraph?.name === 'p' ? { is, paragraph } : undefined;
}

/** The title in a preface that was made to hold it, since a document has no heading of its own in Akoma Ntoso. */
export function titleIn(preface: XmlElement): XmlElement | undefined {
  if (preface.attributes[KEPT] === undefined || keptOn(preface).is !== 'heading') return undefined;
  return innermost(preface, ['longTitle', 'p', 'docTitle']);
}

/** Whether nobody has given an element attributes that Pandect did not. */
export const isOurs = ({ name, attributes }: XmlElement): boolean =>
  Object.keys(attributes).every((each) => each === KEPT || (each === 'name' && name === 'hcontainer'));

/**
 * Down through elements of these names, each of which holds the next and nothing else and has attributes of ours alone;
 * undefined where it is not so.
 */
function innermost(element: XmlElement, names: readonly string[]): XmlElement | undefined {
  let at = element;
  for (const name of names) {
    const [only, second] = at.children.filter((node) => typeof node !== 'string' || isWords(node));
    if (only === undefined || second !== undefined || typeof only === 'string' || !isElement(only)) return undefined;
    if (only.name !== name || !isOurs(at)) return undefined;
    at = only;
  }
  return at;
}

import { HEADING_FIRST } from './names.ts';
import { keptOn } from './kept.ts';
import { HEAD, type Model } from './vocabulary.ts';
import { isElement, isWords, type XmlElement } from './xml-tree.ts';

/** What an element begins with: its number and its heading, in either order. */
export interface Head {
  readonly number: XmlElement | undefined;
  readonly heading: XmlElement | undefined;
  /** How reading says that the heading stands before the number; undefined where it does not. */
  readonly order: typeof HEADING_FIRST | undefined;
}

/**
 * The head of an element built by `model`. Only what stands before everything else is of it, and only the first number and
 * the first heading: others are provisions where they stand, so that words stay in order.
 */
export function headOf(element: XmlElement, model: Model): Head {
  let number: XmlElement | undefined;
  let heading: XmlElement | undefined;
  let order: typeof HEADING_FIRST | undefined;
  for (const node of element.children) {
    if (typeof node === 'string' ? !isWords(node) : !isElement(node)) continue;
    if (typeof node === 'string' || !isElement(node)) break;
    if (number === undefined && node.name === 'num' && model.hasHead && isPart(node)) {
      number = node;
      if (heading !== undefined) order = HEADING_FIRST;
    } else if (heading === undefined && node.name === headingOf(element, model) && isPart(node)) heading = node;
    else break;
  }
  return { number, heading, order };
}

/** The element that the heading of such an element is; undefined where it can have none. */
const headingOf = (element: XmlElement, model: Model): string | undefined =>
  model.hasHead ? 'heading' : element.name === 'table' ? 'caption' : undefined;

/** Whether an element is a part of the one it stands in, and does not say that it is a provision of its own. */
export const isPart = (element: XmlElement): boolean => keptOn(element).kind === undefined;

/** Whether elements of this name stand in heads. */
export const isOfHead = (name: string): boolean => HEAD.holds.has(name);

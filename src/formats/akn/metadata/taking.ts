import { NO_ATTRIBUTES, type Attributes } from '../../../legaltext/text.ts';
import { isRunning } from '../vocabulary.ts';
import { isElement, isWords, type XmlElement, type XmlNode } from '../xml-tree.ts';

/** The attributes of an element by name, handing out each once; what is left has no field. */
export class Taking {
  private readonly left: Map<string, string>;

  constructor(element: XmlElement) {
    this.left = new Map(Object.entries(element.attributes));
  }

  optional(name: string): string | null {
    const value = this.left.get(name) ?? null;
    this.left.delete(name);
    return value;
  }

  flag(name: string): boolean | null {
    const value = this.left.get(name);
    if (value !== 'true' && value !== 'false') return null;
    this.left.delete(name);
    return value === 'true';
  }

  rest(): Attributes {
    return this.left.size === 0 ? NO_ATTRIBUTES : Object.fromEntries(this.left);
  }

  get isEmpty(): boolean {
    return this.left.size === 0;
  }
}

/** The child elements, or undefined when words or remarks stand between them. */
export function onlyElements(element: XmlElement): readonly XmlElement[] | undefined {
  const elements: XmlElement[] = [];
  for (const node of element.children)
    if (typeof node !== 'string' && isElement(node)) elements.push(node);
    else if (typeof node !== 'string' || isWords(node)) return undefined;
  return elements;
}

/** The elements in it, tidied; undefined where there are words beside them. */
export const keptIn = (element: XmlElement): readonly XmlElement[] | undefined => onlyElements(element)?.map(tidy);

/** An element without the white space that only lays it out. */
export function tidy(element: XmlElement): XmlElement {
  const holdsWords = isRunning(element);
  const children: XmlNode[] = [];
  for (const node of element.children)
    if (typeof node === 'string') {
      if (holdsWords) children.push(node);
    } else children.push(isElement(node) ? tidy(node) : node);
  return { kind: 'element', name: element.name, attributes: element.attributes, children };
}

/** Every one of `elements` read by `read`; undefined when one cannot be. */
export function all<Value>(
  elements: readonly XmlElement[] | undefined,
  read: (element: XmlElement) => Value | undefined,
): readonly Value[] | undefined {
  if (elements === undefined) return undefined;
  const values: Value[] = [];
  for (const element of elements) {
    const value = read(element);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return values;
}

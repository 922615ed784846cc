import { trimmed } from '../white-space.ts';
import type { XmlElement } from './xml-element.ts';

/** The child elements of `element`, of one name where `name` is given. */
export function elementsOf(element: XmlElement, name?: string): XmlElement[] {
  const found: XmlElement[] = [];
  for (const child of element.children)
    if (typeof child !== 'string' && (name === undefined || child.name === name)) found.push(child);
  return found;
}

/** The first child element of this name. */
export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  for (const child of element.children) if (typeof child !== 'string' && child.name === name) return child;
  return undefined;
}

/** All the words in an element, one after the other, as written. */
export function wordsIn(element: XmlElement): string {
  const only = element.children.length === 1 ? element.children[0] : undefined;
  if (typeof only === 'string') return only;
  let words = '';
  for (const child of element.children)
    words += typeof child === 'string' ? child : child.name === 'br' ? ' ' : wordsIn(child);
  return words;
}

/** The words of the first child element of this name, evened out; empty where there is none. */
export function wordsOfChild(element: XmlElement, name: string): string {
  const child = childOf(element, name);
  return child === undefined ? '' : trimmed(child.attributes['codify:value'] ?? wordsIn(child));
}

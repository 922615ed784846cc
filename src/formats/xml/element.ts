import type { XmlElement, XmlNode } from './parse-xml.ts';

const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string';

/** The child elements of `element`, of one name where `name` is given. */
export function childrenOf(element: XmlElement | undefined, name?: string): readonly XmlElement[] {
  if (element === undefined) return [];
  return element.children.filter(
    (node): node is XmlElement => isElement(node) && (name === undefined || node.name === name),
  );
}

/** The first child called `names[0]`, then its first child called `names[1]`, and so on. */
export function childAt(element: XmlElement | undefined, ...names: readonly string[]): XmlElement | undefined {
  let at = element;
  for (const name of names) at = at?.children.find((node): node is XmlElement => isElement(node) && node.name === name);
  return at;
}

export const attribute = (element: XmlElement | undefined, name: string): string | undefined =>
  element?.attributes.get(name);

/** A whole number in an attribute; undefined where it is missing or no number. */
export function numberAttribute(element: XmlElement | undefined, name: string): number | undefined {
  const value = Number.parseInt(attribute(element, name) ?? '', 10);
  return Number.isFinite(value) ? value : undefined;
}

/** Every element under `element`, itself included, in document order. The tree's depth is bounded by the parser. */
export function* walk(element: XmlElement): Generator<XmlElement> {
  const waiting: XmlElement[] = [element];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    yield at;
    for (let index = at.children.length - 1; index >= 0; index -= 1) {
      const child = at.children[index];
      if (child !== undefined && isElement(child)) waiting.push(child);
    }
  }
}

/** The elements called `name` under `element` that stand in no other of that name. */
export function topmost(element: XmlElement, name: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const waiting: XmlElement[] = [element];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at.name === name) found.push(at);
    else for (const child of [...childrenOf(at)].reverse()) waiting.push(child);
  }
  return found;
}

/** An on/off property such as `<w:b/>`: on when present, unless its `val` says otherwise. */
export function isOn(element: XmlElement | undefined): boolean {
  if (element === undefined) return false;
  const value = attribute(element, 'val');
  return value !== '0' && value !== 'false' && value !== 'off' && value !== 'none';
}

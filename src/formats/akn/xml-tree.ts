import { SaxesParser } from 'saxes';
import { AknStopped } from './failure.ts';
import { MAX_CHARACTERS, MAX_ELEMENT_DEPTH, MAX_ELEMENTS } from './limits.ts';
import { isAknNamespace, XML, XMLNS, XSI } from './namespaces.ts';

/**
 * An element as it was written. Names of Akoma Ntoso are local (`section`), whatever edition of the namespace they came
 * in; all others carry their namespace in braces (`{http://…}note`). Attributes without a namespace are local, those of
 * XML itself begin with `xml:`, all others carry their namespace in braces.
 */
export interface XmlElement {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}

/** A comment (`<!-- words -->`), or a processing instruction (`<?target words?>`): for whoever edits or prints the file. */
export interface XmlRemark {
  readonly kind: 'remark';
  /** The program that an instruction is meant for; null for a comment. */
  readonly target: string | null;
  readonly words: string;
}

export type XmlNode = XmlElement | XmlRemark | string;

/** A document: its root, the prefixes it declares at its root, and the remarks around the root. */
export interface XmlTree {
  readonly root: XmlElement;
  readonly prefixes: Readonly<Record<string, string>>;
  readonly remarksBefore: readonly XmlRemark[];
  readonly remarksAfter: readonly XmlRemark[];
}

interface GrowingElement extends XmlElement {
  readonly children: XmlNode[];
}

const SLICE = 64 * 1024;
const NO_ATTRIBUTES: Readonly<Record<string, string>> = Object.freeze({});

export const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string' && node.kind === 'element';

export const isForeign = (element: XmlElement): boolean => element.name.startsWith('{');

/** White space as XML has it: no other spaces count as layout. */
export const isBlank = (words: string): boolean => /^[ \t\r\n]*$/u.test(words);

/** Words that are not only layout. */
export const isWords = (node: XmlNode): node is string => typeof node === 'string' && !isBlank(node);

/** An element with only some of what stands in it; words that come to stand side by side are one. */
export function withOnly(element: XmlElement, children: readonly XmlNode[]): XmlElement {
  const joined: XmlNode[] = [];
  for (const node of children) {
    const before = joined.at(-1);
    if (typeof node === 'string' && typeof before === 'string') joined[joined.length - 1] = before + node;
    else joined.push(node);
  }
  return { ...element, children: joined };
}

/** The child elements, of one name where `name` is given. */
export function elementsOf(element: XmlElement, name?: string): readonly XmlElement[] {
  return element.children.filter(
    (node): node is XmlElement => isElement(node) && (name === undefined || node.name === name),
  );
}

/** The text of a file: UTF-8, or UTF-16 with its mark. Stops where it is neither. */
export function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new AknStopped('broken', 'It holds bytes that are not Unicode text. Save it again as UTF-8.');
  }
}

/**
 * The tree of a document, without recursion, so that depth costs no stack. Stops at what is not well-formed, at document
 * types and entities, and at what is larger or deeper than any text.
 */
export function parseXmlTree(source: string): XmlTree {
  if (source.length > MAX_CHARACTERS)
    throw new AknStopped('too-large', 'It is larger than any text that is read. Split it by title or part.');
  const parser = new SaxesParser({ xmlns: true, position: true });
  const here = (): readonly [number, number] => [parser.line, Math.max(1, parser.column)];
  const unsafe = (): never => {
    throw new AknStopped(
      'unsafe',
      'It has a document type or entities of its own, which can be used to do harm. Take the DOCTYPE out, write the words in place of the entities, and read it again.',
      ...here(),
    );
  };
  const open: GrowingElement[] = [];
  const remarksBefore: XmlRemark[] = [];
  const remarksAfter: XmlRemark[] = [];
  const prefixes: Record<string, string> = {};
  let root: XmlElement | undefined;
  let elements = 0;

  parser.on('doctype', unsafe);
  parser.on('error', (error) => {
    if (/entity/u.test(error.message)) unsafe();
    throw new AknStopped(
      'broken',
      `Its XML is broken: ${error.message.replace(/^\d+:\d+: /u, '').replace(/\.$/u, '')}. Mend it there, or export it again.`,
      ...here(),
    );
  });
  parser.on('opentag', (tag) => {
    elements += 1;
    if (elements > MAX_ELEMENTS)
      throw new AknStopped(
        'too-large',
        `It has more than ${MAX_ELEMENTS} elements. Split it by title or part.`,
        ...here(),
      );
    if (open.length >= MAX_ELEMENT_DEPTH)
      throw new AknStopped(
        'too-deep',
        `It is nested more than ${MAX_ELEMENT_DEPTH} elements deep, which no text is.`,
        ...here(),
      );
    if (open.length === 0)
      for (const [prefix, uri] of Object.entries(tag.ns)) if (prefix !== '') prefixes[prefix] = uri;
    const element: GrowingElement = {
      kind: 'element',
      name: isAknNamespace(tag.uri) ? tag.local : `{${tag.uri}}${tag.local}`,
      attributes: attributesOf(tag.attributes),
      children: [],
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    root = open.pop();
  });
  const words = (text: string): void => {
    const children = open.at(-1)?.children;
    if (children === undefined) return;
    const last = children.length - 1;
    const before = children[last];
    if (typeof before === 'string') children[last] = before + text;
    else children.push(text);
  };
  parser.on('text', words);
  parser.on('cdata', words);
  const remark = (target: string | null, text: string): void => {
    const around = root === undefined ? remarksBefore : remarksAfter;
    (open.at(-1)?.children ?? around).push({ kind: 'remark', target, words: text });
  };
  parser.on('comment', (text) => {
    remark(null, text);
  });
  parser.on('processinginstruction', ({ target, body }) => {
    remark(target, body);
  });

  // A document type may stand only before the root element; looking there first keeps the parser from gathering it.
  if (/<!DOCTYPE/iu.test(source.slice(0, 4096))) unsafe();
  for (let at = 0; at < source.length; at += SLICE) parser.write(source.slice(at, at + SLICE));
  parser.close();
  if (root === undefined) throw new AknStopped('broken', 'It is empty.');
  return { root, prefixes, remarksBefore, remarksAfter };
}

function attributesOf(
  written: Readonly<Record<string, { readonly local: string; readonly uri: string; readonly value: string }>>,
): Readonly<Record<string, string>> {
  let attributes: Record<string, string> | undefined;
  for (const { uri, local, value } of Object.values(written)) {
    // Where the schema is to be found is for whoever checks the file.
    if (uri === XMLNS || (uri === XSI && /schemaLocation$/iu.test(local))) continue;
    const name = uri === '' ? local : uri === XML ? `xml:${local}` : `{${uri}}${local}`;
    (attributes ??= {})[name] = value;
  }
  return attributes ?? NO_ATTRIBUTES;
}

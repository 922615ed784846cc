import { SaxesParser } from 'saxes';
import { ReadStopped, stop } from '../document/failure.ts';
import type { Deadline, ReadLimits } from '../document/limits.ts';

/**
 * An element of an office document. Names are local (`w:p` is `p`): the transitional and the strict form of OOXML differ in
 * their namespaces only. Attributes are local as well, but those that point to a relationship keep `r:` (`r:id`), since
 * `id` often stands beside it.
 */
export interface XmlElement {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
}

export type XmlNode = XmlElement | string;

interface GrowingElement extends XmlElement {
  readonly children: XmlNode[];
}

/** How many elements to read between two looks at the clock. */
const ELEMENTS_BETWEEN_CHECKS = 20_000;

/** Characters handed to the parser at a time. */
const SLICE = 64 * 1024;

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

/** Parses the XML parts of one document, against one budget of elements. */
export interface XmlParser {
  /** The root element of a part; `part` names it in messages. Stops the reading for XML that is broken or unsafe. */
  parse(bytes: Uint8Array, part: string): XmlElement;
}

function decodeXml(bytes: Uint8Array, part: string): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return stop(
      'damaged',
      `The part "${part}" holds characters that are not Unicode text. Save the file again from the program that made it.`,
    );
  }
}

function attributesOf(tag: {
  attributes: Record<string, { local: string; uri: string; value: string; prefix: string }>;
}) {
  const attributes = new Map<string, string>();
  for (const attribute of Object.values(tag.attributes)) {
    if (attribute.prefix === 'xmlns' || attribute.local === 'xmlns') continue;
    const name = attribute.uri.endsWith('/relationships') ? `r:${attribute.local}` : attribute.local;
    attributes.set(name, attribute.value);
  }
  return attributes.size === 0 ? NO_ATTRIBUTES : attributes;
}

/**
 * A parser that makes a tree without recursion, so that depth costs no stack, and that refuses what no office program
 * writes: a document type, entities of its own, elements nested beyond the limit.
 */
export function createXmlParser(limits: ReadLimits, deadline: Deadline): XmlParser {
  let elements = 0;

  const parse = (bytes: Uint8Array, part: string): XmlElement => {
    const parser = new SaxesParser({ xmlns: true, position: false });
    const open: GrowingElement[] = [];
    let root: XmlElement | undefined;

    // Thrown from the event, so that a document type of megabytes is not gathered to its end first: see the scan below.
    parser.on('doctype', () => stop('unsafe-xml', unsafe(part)));
    parser.on('error', (error) => {
      const entity = /entity/u.test(error.message);
      stop(
        entity ? 'unsafe-xml' : 'damaged',
        entity
          ? unsafe(part)
          : `The part "${part}" is damaged: its XML is broken. Open the file in the program that made it, let it repair the file, and save it again.`,
      );
    });
    parser.on('opentag', (tag) => {
      elements += 1;
      if (elements > limits.elements)
        stop(
          'too-large',
          `This document has more than ${String(limits.elements)} pieces (in "${part}"). Split it into smaller documents.`,
        );
      if (open.length >= limits.depth)
        stop(
          'too-deep',
          `The part "${part}" is nested more than ${String(limits.depth)} levels deep, which no office program writes. It was not read.`,
        );
      if (elements % ELEMENTS_BETWEEN_CHECKS === 0) deadline.check(`in "${part}"`);
      const element: GrowingElement = { kind: 'element', name: tag.local, attributes: attributesOf(tag), children: [] };
      open.at(-1)?.children.push(element);
      open.push(element);
    });
    parser.on('closetag', () => {
      root = open.pop();
    });
    const words = (text: string): void => {
      open.at(-1)?.children.push(text);
    };
    parser.on('text', words);
    parser.on('cdata', words);

    const source = decodeXml(bytes, part);
    // A document type may stand only before the root element; looking there first keeps the parser from gathering it.
    if (/<!DOCTYPE/iu.test(source.slice(0, 4096))) stop('unsafe-xml', unsafe(part));
    try {
      for (let at = 0; at < source.length; at += SLICE) parser.write(source.slice(at, at + SLICE));
      parser.close();
    } catch (error) {
      if (error instanceof ReadStopped) throw error;
      stop(
        'damaged',
        `The part "${part}" is damaged: its XML is broken. Save the file again from the program that made it.`,
      );
    }
    if (root === undefined)
      stop('damaged', `The part "${part}" is empty. Save the file again from the program that made it.`);
    return root;
  };
  return { parse };
}

const unsafe = (part: string): string =>
  `The part "${part}" defines names of its own (a document type or entities), which no office program writes and which can be used to do harm. It was not read. Save the file again from Word or PowerPoint.`;

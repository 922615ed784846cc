import { failed, ok, type Result } from '../../values/result.ts';
import { evenSpaces, trimmed } from './white-space.ts';

/**
 * A lean reader of the publisher's XML. The general reader (`formats/xml`, on saxes) is right for a document that a person
 * brings; a code comes in tens of thousands of files, and reading them is most of the work of a replay. This one walks a
 * string once, finds the next `<` with the string's own search, keeps names resolved per document, and makes one small
 * object per element. It works on bytes, one character each, so that text stays in one byte per character where it can (most
 * does) and only what is beyond ASCII is decoded; white space is evened out on the way, which every reader of this format
 * would have to do; and elements that nobody asks for are checked but not made. Measured on 4.9 MB of sections: 45 ms, and
 * cold 143 ms, against 54 and 181 ms for a bare tree by saxes, which leaves decoding and evening out to others; held in
 * memory, what it makes takes half. It is strict all the same: what is not well-formed is refused with its file and line, entities other
 * than XML's five and character references are refused, a document type is refused, and depth is bounded.
 */

/** Shared by all elements without content; never pushed to. */
const NO_NODES: XmlNode[] = [];

/** An element. Names are `local` for the library's own namespace, and `codify:…`, `codified:…`, `xi:…` for those. */
export class XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Words (entities resolved, every run of white space as one space) and elements, in order. */
  children: XmlNode[] = NO_NODES;
  parent: XmlElement | undefined;
  /** Whether an instruction or a mark (`codify:…`) is somewhere in it: walks that look for those pass over the rest. */
  holdsInstructions = false;
  /** Its position among the elements of its document, in the order of their start tags, from 0. */
  readonly ordinal: number;

  constructor(
    name: string,
    attributes: Readonly<Record<string, string>>,
    parent: XmlElement | undefined,
    ordinal: number,
  ) {
    this.name = name;
    this.attributes = attributes;
    this.parent = parent;
    this.ordinal = ordinal;
  }
}

export type XmlNode = XmlElement | string;

/** Why a file is not read: a sentence for whoever brought it, and where. */
export interface XmlRefusal {
  readonly kind: 'xml-refusal';
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** Deeper than any law is nested; keeps every walk down a tree within the stack. */
export const MAX_XML_DEPTH = 400;

const LIBRARY = 'https://code.dccouncil.us/schemas/dc-library';
const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';

/** The prefixes that names are given here, whatever a file writes. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['', ''],
  [LIBRARY, ''],
  ['https://code.dccouncil.us/schemas/codify', 'codify:'],
  ['https://code.dccouncil.us/schemas/codified', 'codified:'],
  ['http://www.w3.org/2001/XInclude', 'xi:'],
  [XML_NAMESPACE, 'xml:'],
]);

/** Elements that hold elements only: white space between those is layout. */
const STRUCTURE: ReadonlySet<string> = new Set(
  (
    'library collection document container section para include table tbody thead tfoot tr meta citations history ' +
    'annotations toc subsection codify:insert codify:replace codify:find-replace codify:organic'
  ).split(' '),
);

/** A list that is grown has room for this many; what is shorter is cut to fit. */
const ROOMY = 16;

const NO_ATTRIBUTES: Readonly<Record<string, string>> = Object.freeze({});
const NAMED_ENTITIES: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

const NAME = /^[A-Za-z_\u00C0-\uFFFD][\w.\-\u00B7-\uFFFD]*(?::[A-Za-z_\u00C0-\uFFFD][\w.\-\u00B7-\uFFFD]*)?$/u;
/** XML 1.0, section 2.2: characters that may not stand in a document at all. */
const FORBIDDEN = /\p{Cc}(?<![\t\n\r\u007F-\u009F])|\u00EF\u00BF[\u00BE\u00BF]/u;
/** Words with anything in them that does not stand for itself: entities, bytes beyond ASCII, uneven space. */
const UNPLAIN = /[^\u0020-\u0025\u0027-\u007E]| {2}/;
const BLANK = /^[ \t\r\n]*$/u;

class Refused extends Error {}

/** Names of elements that are checked but not made: notes about a text, in every file, and never asked for. */
const NOTES: ReadonlySet<string> = new Set([
  'annotations',
  'history',
  'citations',
  'codify:annotation',
  'codify:emergency',
  'codify:temporary',
  'codify:not-funded-anno',
  'codify:marginalia',
]);

/** Elements whose words are quoted exactly: line breaks at their ends are the file's layout, a space there is not. */
const QUOTED: ReadonlySet<string> = new Set(['find', 'replace']);

/** One walk over one file. */
class Scanner {
  private readonly source: string;
  private at = 0;
  /** Resolved names by the name as written, while no element declares namespaces of its own. */
  private names = new Map<string, string>();
  private attributeNames = new Map<string, string>();
  private prefixes = new Map<string, string>([
    ['', ''],
    ['xml', 'xml:'],
  ]);
  /** What was in force before an element below the root declared namespaces, to be put back at its end. */
  private readonly scopes: { element: XmlElement; prefixes: Map<string, string> }[] = [];

  /** The outermost element around that is checked but not made. */
  private note: XmlElement | undefined;

  constructor(source: string) {
    this.source = source;
  }

  read(): XmlElement {
    const { source } = this;
    const forbidden = FORBIDDEN.exec(source);
    if (forbidden !== null)
      this.refuse('This file holds a control character that XML does not allow.', forbidden.index);
    if (source.startsWith('\u00EF\u00BB\u00BF')) this.at = 3;
    let root: XmlElement | undefined;
    let open: XmlElement | undefined;
    let depth = 0;
    let ordinal = 0;
    for (;;) {
      const tag = source.indexOf('<', this.at);
      const end = tag === -1 ? source.length : tag;
      if (end > this.at) this.takeWords(open, this.at, end);
      if (tag === -1) break;
      const next = source.charCodeAt(tag + 1);
      if (next === 0x2f /* / */) {
        if (open === undefined) this.refuse('An end tag stands where nothing is open.', tag);
        const close = source.indexOf('>', tag);
        const written = source.slice(tag + 2, close === -1 ? source.length : close);
        const name = this.elementName(written, tag);
        if (close === -1 || name !== open.name)
          this.refuse(`The end tag "${written}" does not close the open element "${open.name}".`, tag);
        this.leave(open);
        if (open.children.length > 1 && open.children.length < ROOMY) open.children = open.children.slice();
        if (open === this.note) this.note = undefined;
        else if (QUOTED.has(name)) trimLayout(open);
        open = open.parent;
        depth -= 1;
        this.at = close + 1;
      } else if (next === 0x21 /* ! */) {
        this.takeDeclaration(open, tag);
      } else if (next === 0x3f /* ? */) {
        const close = source.indexOf('?>', tag);
        if (close === -1) this.refuse('A processing instruction is not closed.', tag);
        this.at = close + 2;
      } else {
        if (open === undefined && root !== undefined) this.refuse('A second element stands after the first.', tag);
        const element: XmlElement = this.takeStart(open, tag, ordinal);
        ordinal += 1;
        if (open === undefined) root = element;
        else if (this.note === undefined && !NOTES.has(element.name)) {
          this.give(open, element);
          if (element.name.startsWith('codify:')) noteInstructions(open);
        }
        if (source.charCodeAt(this.at - 2) === 0x2f /* / */) this.leave(element);
        else {
          if (this.note === undefined && NOTES.has(element.name)) this.note = element;
          open = element;
          depth += 1;
          if (depth > MAX_XML_DEPTH)
            this.refuse(`Elements are nested more than ${String(MAX_XML_DEPTH)} levels deep.`, tag);
        }
      }
    }
    if (open !== undefined) this.refuse(`The file ends while "${open.name}" is open.`, source.length);
    if (root === undefined) this.refuse('There is no element in this file.', source.length);
    return root;
  }

  /** Adds to what an element holds. Most hold one thing: lists are made no longer than they need to be. */
  private give(to: XmlElement, node: XmlNode): void {
    if (to.children.length === 0) to.children = [node];
    else to.children.push(node);
  }

  private takeWords(open: XmlElement | undefined, start: number, end: number): void {
    this.at = end;
    if (open !== undefined && this.note !== undefined) {
      const reference = this.source.indexOf('&', start);
      if (reference !== -1 && reference < end) this.resolve(this.source.slice(start, end), start);
      return;
    }
    const words = this.source.slice(start, end);
    if (open === undefined) {
      if (!BLANK.test(words)) this.refuse('Words stand outside the first element.', start);
      return;
    }
    if (!UNPLAIN.test(words)) {
      this.give(open, words);
      return;
    }
    const code = words.charCodeAt(0);
    if (isSpace(code) && STRUCTURE.has(open.name) && BLANK.test(words)) return;
    const decoded = decode(words.includes('&') ? this.resolve(words, start) : words);
    this.give(open, QUOTED.has(open.name) ? decoded : evenSpaces(decoded));
  }

  /** A comment, character data, or what is refused. */
  private takeDeclaration(open: XmlElement | undefined, tag: number): void {
    const { source } = this;
    if (source.startsWith('<!--', tag)) {
      const close = source.indexOf('-->', tag + 4);
      if (close === -1) this.refuse('A comment is not closed.', tag);
      this.at = close + 3;
    } else if (source.startsWith('<![CDATA[', tag)) {
      const close = source.indexOf(']]>', tag);
      if (close === -1 || open === undefined) this.refuse('Character data is not closed, or stands outside.', tag);
      if (this.note === undefined) this.give(open, evenSpaces(decode(source.slice(tag + 9, close))));
      this.at = close + 3;
    } else this.refuse('A document type is not read: it could change what the file says. Take it out.', tag);
  }

  /** A start tag, its attributes and namespaces. Leaves `at` behind its `>`. */
  private takeStart(open: XmlElement | undefined, tag: number, ordinal: number): XmlElement {
    const { source } = this;
    let at = tag + 1;
    while (isNameCode(source.charCodeAt(at))) at += 1;
    const written = source.slice(tag + 1, at);
    let attributes: [string, string][] | undefined;
    for (;;) {
      let code = source.charCodeAt(at);
      const spaced = isSpace(code);
      while (isSpace(code)) code = source.charCodeAt((at += 1));
      if (code === 0x3e /* > */) {
        this.at = at + 1;
        break;
      }
      if (code === 0x2f && source.charCodeAt(at + 1) === 0x3e) {
        this.at = at + 2;
        break;
      }
      const from = at;
      while (isNameCode(source.charCodeAt(at))) at += 1;
      const name = source.slice(from, at);
      while (isSpace(source.charCodeAt(at))) at += 1;
      const isAssigned = source.charCodeAt(at) === 0x3d; /* = */
      at += 1;
      while (isSpace(source.charCodeAt(at))) at += 1;
      const quote = source.charCodeAt(at);
      const close = quote === 0x22 ? source.indexOf('"', at + 1) : quote === 0x27 ? source.indexOf("'", at + 1) : -1;
      if (!spaced || !isAssigned || close === -1 || name === '')
        this.refuse(`The start tag of "${written}" is not well-formed.`, tag);
      const value = source.slice(at + 1, close);
      if (value.includes('<')) this.refuse(`The attribute "${name}" holds a "<".`, from);
      // Of elements that are not made, only the namespaces matter.
      if (this.note === undefined || name.startsWith('xmlns'))
        (attributes ??= []).push([
          name,
          UNPLAIN.test(value) ? decode(value.includes('&') ? this.resolve(value, from) : value) : value,
        ]);
      else if (value.includes('&')) this.resolve(value, from);
      at = close + 1;
    }
    const declares = attributes?.some(([name]) => name.startsWith('xmlns')) ?? false;
    const outer = this.prefixes;
    if (declares) this.declare(attributes ?? [], tag);
    const element = new XmlElement(
      this.elementName(written, tag),
      attributes === undefined ? NO_ATTRIBUTES : this.resolveAttributes(attributes, tag),
      open,
      ordinal,
    );
    if (declares && open !== undefined) this.scopes.push({ element, prefixes: outer });
    return element;
  }

  private declare(attributes: readonly (readonly [string, string])[], tag: number): void {
    this.prefixes = new Map(this.prefixes);
    this.names = new Map();
    this.attributeNames = new Map();
    for (const [name, value] of attributes) {
      if (name === 'xmlns') this.prefixes.set('', PREFIXES.get(value) ?? `{${value}}`);
      else if (name.startsWith('xmlns:')) {
        if (value === '') this.refuse(`The prefix "${name.slice(6)}" is given no namespace.`, tag);
        this.prefixes.set(name.slice(6), PREFIXES.get(value) ?? `{${value}}`);
      }
    }
  }

  /** Puts back the namespaces that were in force before `element`, if it declared any. */
  private leave(element: XmlElement): void {
    const scope = this.scopes.at(-1);
    if (scope?.element !== element) return;
    this.scopes.pop();
    this.prefixes = scope.prefixes;
    this.names = new Map();
    this.attributeNames = new Map();
  }

  private resolveAttributes(attributes: readonly (readonly [string, string])[], tag: number): Record<string, string> {
    const resolved: Record<string, string> = {};
    for (const [written, value] of attributes) {
      if (written.startsWith('xmlns') && (written.length === 5 || written[5] === ':')) continue;
      let name = this.attributeNames.get(written);
      if (name === undefined) {
        // An attribute without a prefix is in no namespace, whatever the default is.
        name = written.includes(':') ? this.resolveName(written, tag) : this.checkName(written, tag);
        this.attributeNames.set(written, name);
      }
      if (Object.hasOwn(resolved, name)) this.refuse(`The attribute "${written}" stands twice in one tag.`, tag);
      resolved[name] = value;
    }
    return resolved;
  }

  private elementName(written: string, tag: number): string {
    const known = this.names.get(written);
    if (known !== undefined) return known;
    const trimmed = written.trimEnd();
    const name = this.resolveName(trimmed, tag);
    this.names.set(written, name);
    return name;
  }

  private resolveName(written: string, tag: number): string {
    this.checkName(written, tag);
    const colon = written.indexOf(':');
    const prefix = this.prefixes.get(colon === -1 ? '' : written.slice(0, colon));
    if (prefix === undefined) this.refuse(`No namespace is declared for "${written}".`, tag);
    return prefix + written.slice(colon + 1);
  }

  private checkName(written: string, tag: number): string {
    if (!NAME.test(written)) this.refuse(`"${written.slice(0, 40)}" cannot be a name.`, tag);
    return written;
  }

  /** `words` with its entities and character references resolved. */
  private resolve(words: string, start: number): string {
    return words.replace(/&([^;&\s]{0,32});?/gu, (whole, name: string, offset: number) => {
      if (!whole.endsWith(';')) this.refuse('An "&" stands alone; it is written "&amp;".', start + offset);
      const named = NAMED_ENTITIES.get(name);
      if (named !== undefined) return named;
      const digits = /^#(?:x([0-9A-Fa-f]{1,6})|([0-9]{1,7}))$/u.exec(name);
      const point =
        digits === null ? 0 : Number.parseInt(digits[1] ?? digits[2] ?? '', digits[1] === undefined ? 10 : 16);
      const isCharacter = point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point < 0xe000);
      const character = isCharacter ? String.fromCodePoint(point) : '';
      if (!isCharacter || FORBIDDEN.test(character)) this.refuse(`"${whole}" is no character.`, start + offset);
      return point < 0x80 ? character : Buffer.from(character, 'utf8').toString('latin1');
    });
  }

  private refuse(message: string, offset: number): never {
    const error = new Refused(message);
    this.at = offset;
    throw error;
  }

  get line(): number {
    let line = 1;
    for (
      let index = this.source.indexOf('\n');
      index !== -1 && index < this.at;
      index = this.source.indexOf('\n', index + 1)
    )
      line += 1;
    return line;
  }
}

/** Notes that an instruction has come into an element. */
export function noteInstructions(element: XmlElement): void {
  for (let at: XmlElement | undefined = element; at?.holdsInstructions === false; at = at.parent)
    at.holdsInstructions = true;
}

/** Bytes, one a character, as the text they stand for. */
const decode = (bytes: string): string =>
  BEYOND_ASCII.test(bytes) ? Buffer.from(bytes, 'latin1').toString('utf8') : bytes;
const BEYOND_ASCII = /[\u0080-\u00FF]/;

function trimLayout(element: XmlElement): void {
  const { children } = element;
  const first = children[0];
  if (typeof first === 'string') children[0] = first.replace(/^\s*\n\s*/u, '');
  const last = children.at(-1);
  if (typeof last === 'string') children[children.length - 1] = last.replace(/\s*\n\s*$/u, '');
  element.children = children
    .map((child) => (typeof child === 'string' ? evenSpaces(child) : child))
    .filter((child) => child !== '');
}

const isSpace = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

/** Anything but white space and what ends a name in a tag; whether it is a name is looked at once per name. */
const isNameCode = (code: number): boolean =>
  code > 0x20 && code !== 0x3e && code !== 0x2f && code !== 0x3d && code !== 0x3c && code !== 0x22 && code !== 0x27;

/**
 * The element of an XML file in UTF-8, or why it is not read. `bytes` is the file, one character for each byte (`latin1`);
 * `file` is only for the message. Linear in their number.
 */
export function scanXmlBytes(bytes: string, file: string): Result<XmlElement, XmlRefusal> {
  const scanner = new Scanner(bytes);
  try {
    return ok(scanner.read());
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { line } = scanner;
    return failed({
      kind: 'xml-refusal',
      file,
      line,
      message: `${file}, line ${String(line)}: this is not well-formed XML. ${error.message}`,
    });
  }
}

/** The same for text that has been decoded already. */
export const scanXml = (text: string, file: string): Result<XmlElement, XmlRefusal> =>
  scanXmlBytes(Buffer.from(text, 'utf8').toString('latin1'), file);

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

import { evenSpaces } from '../white-space.ts';
import { decode, forbiddenIn, isSpace, resolveReferences } from './characters.ts';
import type { ElementName } from './element-name.ts';
import { isDeclaration, Names } from './names.ts';
import { Refused } from './refused.ts';
import { noteInstructions, XmlElement, type XmlNode } from './xml-element.ts';

/** Deeper than any law is nested; keeps every walk down a tree within the stack. */
export const MAX_XML_DEPTH = 400;

const NO_ATTRIBUTES: Readonly<Record<string, string>> = Object.freeze({});

/** Words with anything in them that does not stand for itself: entities, bytes beyond ASCII, uneven space. */
const UNPLAIN = /[^\u0020-\u0025\u0027-\u007E]| {2}/;

/** An element whose end tag is still to come. */
interface OpenElement {
  readonly element: XmlElement;
  readonly name: ElementName;
  /** Its name as the file writes it. */
  readonly written: string;
  /** Where its children begin among all that wait for the end tags of theirs. */
  readonly from: number;
  /** The names around it, which are those of the file again after its end. */
  readonly outer: Names;
}

/**
 * From so many characters on, words cut from a string would be a view of it and hold all of it, tags, layout and notes:
 * longer ones are made of the bytes anew, which halves what a pack takes.
 */
const LONG = 13;

/** One walk over one file, from one `<` to the next. */
export class Scanner {
  private readonly bytes: Buffer;
  /** The file, one character for each byte: a string is searched faster than bytes are. */
  private readonly source: string;
  private at = 0;
  /** Where the tag begins that is being read. */
  private tag = 0;
  private names = Names.BARE;
  private readonly open: OpenElement[] = [];
  /** The innermost open element. */
  private inner: OpenElement | undefined;
  /** The outermost element around that is checked but not made. */
  private note: OpenElement | undefined;
  /**
   * The children of all open elements, one after the other, up to `waitingEnd`: an element gets a list of its own only
   * when it is known how long that is.
   */
  private readonly waiting: XmlNode[] = [];
  private waitingEnd = 0;
  private root: XmlElement | undefined;
  /** How many elements have begun. */
  private begun = 0;
  /** The next `&` from `at` on; the end of the file where there is none. */
  private reference = -1;
  /** The attributes of the tag that is being read: name and value in turn. */
  private readonly attributes: string[] = [];

  constructor(bytes: Buffer) {
    this.bytes = bytes;
    this.source = bytes.toString('latin1', 0, bytes.length);
  }

  /** The root of the file, or throws `Refused`. Linear in the length of the file. */
  read(): XmlElement {
    const { source } = this;
    const forbidden = forbiddenIn(source);
    if (forbidden !== -1) throw new Refused('This file holds a control character that XML does not allow.', forbidden);
    if (source.startsWith('\u00EF\u00BB\u00BF')) this.at = 3;
    for (;;) {
      const tag = source.indexOf('<', this.at);
      const end = tag === -1 ? source.length : tag;
      if (end > this.at) this.takeWords(this.at, end);
      if (tag === -1) break;
      this.tag = tag;
      const next = source.charCodeAt(tag + 1);
      if (next === 0x2f /* / */) this.takeEnd(tag);
      else if (next === 0x21 /* ! */) this.takeDeclaration(tag);
      else if (next === 0x3f /* ? */) this.at = this.behind('?>', tag, 'A processing instruction is not closed.');
      else this.takeStart(tag);
    }
    if (this.inner !== undefined)
      throw new Refused(`The file ends while "${this.inner.name.name}" is open.`, source.length);
    if (this.root === undefined) throw new Refused('There is no element in this file.', source.length);
    return this.root;
  }

  /** The line in which a file was refused, from 1. */
  lineOf({ offset = this.tag }: Refused): number {
    let line = 1;
    for (let at = this.source.indexOf('\n'); at !== -1 && at < offset; at = this.source.indexOf('\n', at + 1))
      line += 1;
    return line;
  }

  private behind(mark: string, from: number, otherwise: string): number {
    const at = this.source.indexOf(mark, from);
    if (at === -1) throw new Refused(otherwise, from);
    return at + mark.length;
  }

  private give(node: XmlNode): void {
    this.waiting[this.waitingEnd] = node;
    this.waitingEnd += 1;
  }

  private takeWords(start: number, end: number): void {
    const { source, inner } = this;
    this.at = end;
    if (inner === undefined || inner.name.isStructure) {
      let at = start;
      while (at < end && isSpace(source.charCodeAt(at))) at += 1;
      if (at === end) return;
      if (inner === undefined) throw new Refused('Words stand outside the first element.', start);
    }
    const refers = this.refersBetween(start, end);
    if (this.note !== undefined) {
      if (refers) resolveReferences(source.slice(start, end), start);
      return;
    }
    const words = source.slice(start, end);
    if (!UNPLAIN.test(words)) {
      this.give(words.length < LONG ? words : this.bytes.toString('latin1', start, end));
      return;
    }
    const decoded = refers ? decode(resolveReferences(words, start)) : this.bytes.toString('utf8', start, end);
    this.give(inner.name.isQuoted ? decoded : evenSpaces(decoded));
  }

  /** Whether there is an `&` between two places; those asked for come one after the other. */
  private refersBetween(start: number, end: number): boolean {
    if (this.reference < start) {
      const next = this.source.indexOf('&', start);
      this.reference = next === -1 ? this.source.length : next;
    }
    return this.reference < end;
  }

  /** A comment, character data, or what is refused. */
  private takeDeclaration(tag: number): void {
    const { source } = this;
    if (source.startsWith('<!--', tag)) this.at = this.behind('-->', tag + 4, 'A comment is not closed.');
    else if (source.startsWith('<![CDATA[', tag)) {
      const unclosed = 'Character data is not closed, or stands outside.';
      if (this.inner === undefined) throw new Refused(unclosed);
      this.at = this.behind(']]>', tag, unclosed);
      if (this.note === undefined) this.give(evenSpaces(this.bytes.toString('utf8', tag + 9, this.at - 3)));
    } else throw new Refused('A document type is not read: it could change what the file says. Take it out.');
  }

  private takeEnd(tag: number): void {
    const { source, inner } = this;
    if (inner === undefined) throw new Refused('An end tag stands where nothing is open.');
    const { element, name, written } = inner;
    let at = tag + 2 + written.length;
    let isClosed = source.startsWith(written, tag + 2);
    while (isClosed && isSpace(source.charCodeAt(at))) at += 1;
    isClosed &&= source.charCodeAt(at) === 0x3e; /* > */
    if (!isClosed) {
      const close = source.indexOf('>', tag);
      const other = source.slice(tag + 2, close === -1 ? source.length : close);
      throw new Refused(`The end tag "${other}" does not close the open element "${name.name}".`);
    }
    this.at = at + 1;
    this.takeChildren(inner);
    this.names = inner.outer;
    if (inner === this.note) this.note = undefined;
    else if (name.isQuoted) trimLayout(element);
    this.open.pop();
    this.inner = this.open.at(-1);
  }

  private takeChildren({ element, from }: OpenElement): void {
    const count = this.waitingEnd - from;
    if (count === 0) return;
    const first = this.waiting[from];
    element.children = count === 1 && first !== undefined ? [first] : this.waiting.slice(from, this.waitingEnd);
    this.waitingEnd = from;
  }

  /** A start tag, its attributes and namespaces. */
  private takeStart(tag: number): void {
    const { source, inner, names: outer } = this;
    if (inner === undefined && this.root !== undefined) throw new Refused('A second element stands after the first.');
    let at = tag + 1;
    while (isNameCode(source.charCodeAt(at))) at += 1;
    const written = source.slice(tag + 1, at);
    const declares = this.takeAttributes(at, written);
    if (declares) this.names = inner === undefined ? Names.atRoot(this.attributes) : outer.with(this.attributes);
    const name = this.names.element(written);
    // What is in a note is checked only: the note stands for all of it.
    const attributes = this.resolvedAttributes();
    const element = this.note?.element ?? new XmlElement(name.name, attributes, inner?.element, this.begun);
    this.begun += 1;
    if (inner === undefined) this.root = element;
    else if (this.note === undefined && !name.isNote) {
      this.give(element);
      if (name.isInstruction) noteInstructions(inner.element);
    }
    if (source.charCodeAt(this.at - 2) === 0x2f /* / */) {
      this.names = outer;
      return;
    }
    this.inner = { element, name, written, from: this.waitingEnd, outer };
    if (name.isNote) this.note ??= this.inner;
    this.open.push(this.inner);
    if (this.open.length > MAX_XML_DEPTH)
      throw new Refused(`Elements are nested more than ${String(MAX_XML_DEPTH)} levels deep.`);
  }

  /**
   * Reads the attributes of a tag into `attributes`, and leaves `at` behind its `>`. Of elements that are not made, only
   * the namespaces matter. Returns whether there are any.
   */
  private takeAttributes(start: number, element: string): boolean {
    const { source, attributes } = this;
    let at = start;
    let declares = false;
    if (attributes.length > 0) attributes.length = 0;
    for (;;) {
      let code = source.charCodeAt(at);
      const spaced = isSpace(code);
      while (isSpace(code)) code = source.charCodeAt((at += 1));
      const isEmpty = code === 0x2f; /* / */
      if (code === 0x3e /* > */ || (isEmpty && source.charCodeAt(at + 1) === 0x3e)) {
        this.at = at + (isEmpty ? 2 : 1);
        return declares;
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
        throw new Refused(`The start tag of "${element}" is not well-formed.`);
      const value = this.valueBetween(at + 1, close, name, from);
      const declaring = isDeclaration(name);
      declares ||= declaring;
      if (this.note === undefined || declaring) attributes.push(name, value);
      at = close + 1;
    }
  }

  private valueBetween(start: number, end: number, name: string, from: number): string {
    const value = this.source.slice(start, end);
    if (value.includes('<')) throw new Refused(`The attribute "${name}" holds a "<".`, from);
    if (!UNPLAIN.test(value)) return value.length < LONG ? value : this.bytes.toString('latin1', start, end);
    return value.includes('&') ? decode(resolveReferences(value, from)) : this.bytes.toString('utf8', start, end);
  }

  private resolvedAttributes(): Readonly<Record<string, string>> {
    const { attributes, names } = this;
    if (attributes.length === 0) return NO_ATTRIBUTES;
    const resolved: Record<string, string> = {};
    for (let index = 0; index < attributes.length; index += 2) {
      const written = attributes[index] ?? '';
      if (isDeclaration(written)) continue;
      const name = names.attribute(written);
      if (Object.hasOwn(resolved, name)) throw new Refused(`The attribute "${written}" stands twice in one tag.`);
      resolved[name] = attributes[index + 1] ?? '';
    }
    return resolved;
  }
}

/** The words at the ends of a quotation without the line breaks there. */
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

/** Anything but white space and what ends a name in a tag; whether it is a name is looked at once per name. */
const isNameCode = (code: number): boolean =>
  code > 0x20 && code !== 0x3e && code !== 0x2f && code !== 0x3d && code !== 0x3c && code !== 0x22 && code !== 0x27;

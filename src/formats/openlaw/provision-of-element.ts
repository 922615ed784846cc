import { Provision } from '../../legaltext/provision.ts';
import { NO_ATTRIBUTES, Text, type Attributes } from '../../legaltext/text.ts';
import { wordsIn } from './scan-xml/look-into.ts';
import type { XmlElement, XmlNode } from './scan-xml/xml-element.ts';
import { isBlock, isSilent, textOfNodes, trimmedText, type Rendering } from './text-of-element.ts';
import { trimmed } from './white-space.ts';

/** How one file is read: what the provisions are called, and which words do not read as written. */
export interface Reading {
  /** The permanent id of what is made of `element`, which bears `number` and stands in the provision `within`. */
  id(element: XmlElement, within: string, number: string): string;
  /** The words of an element that carries words put in place of those written, such as a number of the Code. */
  readonly value?: (element: XmlElement) => string | undefined;
  readonly render?: Rendering;
  /** In place of reading `element`: what stands for it (a placeholder), or `null` where nothing does. */
  readonly instead?: (element: XmlElement, within: string) => Provision | null | undefined;
}

const KINDS: ReadonlyMap<string, string> = new Map([
  ['section', 'section'],
  ['para', 'paragraph'],
  ['subsection', 'paragraph'],
  ['table', 'table'],
  ['tr', 'row'],
  ['td', 'cell'],
  ['th', 'cell'],
  ['include', 'quotation'],
  ['reason', 'note'],
]);

/** Groups that a table is read without: their rows are the table's. */
const DISSOLVED: ReadonlySet<string> = new Set(['thead', 'tbody', 'tfoot']);

export const kindOfElement = (element: XmlElement): string => KINDS.get(element.name) ?? 'passage';

/** The words of a container's prefix, as a kind of provision: `title`, `chapter`, `unit`… */
export const kindOfContainer = (prefix: string): string => trimmed(prefix).toLowerCase() || 'container';

/**
 * A section, paragraph, container, table… with everything under it, as a provision. What has a place of its own in a
 * provision (number, heading, the words before the children, those after them) goes there; every other element becomes
 * a child: `passage` for words, with the name of their element, `note` for a reason, which is no law text but is searched
 * by instructions, `quotation` for included matter. What stands before the number or the heading says so in `place`.
 */
export function provisionOfElement(element: XmlElement, within: string, reading: Reading): Provision {
  const growing = new GrowingProvision(element, within, reading);
  for (const child of element.children) growing.take(child);
  return growing.finish();
}

/** The provisions that running words with tables or other blocks in them come to. */
function provisionsOfMixed(element: XmlElement, within: string, reading: Reading): Provision[] {
  const found: Provision[] = [];
  let run: XmlNode[] = [];
  const flush = (): void => {
    const text = trimmedText(textOfNodes(run, reading.render));
    run = [];
    if (text.isEmpty) return;
    const id = reading.id(element, within, '');
    found.push(new Provision({ id, kind: 'passage', text, attributes: elementAttribute(element.name) }));
  };
  const walk = (nodes: readonly XmlNode[]): void => {
    for (const node of nodes) {
      if (typeof node === 'string' || !(isBlock(node) || holdsBlock(node))) run.push(node);
      else if (!isBlock(node)) walk(node.children);
      else {
        flush();
        found.push(...provisionsOfBlock(node, within, reading));
      }
    }
  };
  walk(element.children);
  flush();
  return found;
}

/** What one element that stands on lines of its own comes to, as children of the provision `within`. */
export function provisionsOfBlock(element: XmlElement, within: string, reading: Reading): Provision[] {
  const instead = reading.instead?.(element, within);
  if (instead !== undefined) return instead === null ? [] : [instead];
  if (isSilent(element)) return [];
  if (DISSOLVED.has(element.name))
    return element.children.flatMap((child) =>
      typeof child === 'string' ? [] : provisionsOfBlock(child, within, reading),
    );
  if (KINDS.has(element.name) || element.name === 'container') return [provisionOfElement(element, within, reading)];
  const value = reading.value?.(element);
  if (
    value === undefined &&
    element.children.some((child) => typeof child !== 'string' && (isBlock(child) || holdsBlock(child)))
  )
    return provisionsOfMixed(element, within, reading);
  const text = leafText(element, reading);
  if (text.isEmpty) return [];
  return [
    new Provision({
      id: reading.id(element, within, ''),
      kind: 'passage',
      text,
      attributes: elementAttribute(element.name),
    }),
  ];
}

function holdsBlock(element: XmlElement): boolean {
  return element.children.some((child) => typeof child !== 'string' && (isBlock(child) || holdsBlock(child)));
}

/** The running text of an element without blocks. */
export function leafText(element: XmlElement, reading: Reading): Text {
  const value = reading.value?.(element);
  return trimmedText(value === undefined ? textOfNodes(element.children, reading.render) : Text.of(value));
}

const elementAttribute = (name: string): Attributes => (name === 'text' ? NO_ATTRIBUTES : { element: name });

/** The attributes of an element that say something about its provision. */
const KEPT = ['colspan', 'rowspan', 'placeholder', 'enacted'] as const;

/** A child that stands among the words, and is law. */
const isOrdinary = (child: Provision): boolean => child.kind !== 'note' && child.attributes['place'] === undefined;

/** A provision while its element's children are taken in, one after the other. */
class GrowingProvision {
  private readonly element: XmlElement;
  private readonly reading: Reading;
  private readonly within: string;
  private kind: string;
  private id: string | undefined;
  private number = '';
  private heading = Text.EMPTY;
  private text = Text.EMPTY;
  private tail = Text.EMPTY;
  private children: Provision[] = [];
  private attributes: Record<string, string> | undefined;

  constructor(element: XmlElement, within: string, reading: Reading) {
    this.element = element;
    this.within = within;
    this.reading = reading;
    this.kind = element.name === 'container' ? 'container' : kindOfElement(element);
    for (const name of KEPT) {
      const value = element.attributes[name];
      if (value !== undefined) this.note(name, value);
    }
    if (element.name === 'th') this.note('element', 'th');
    else if (element.name === 'td') this.note('element', 'td');
    else if (element.name === 'subsection') this.note('element', 'subsection');
    // The number is part of the id, and ids of children rest on it: it is looked for first.
    const number = element.children.find((child) => typeof child !== 'string' && child.name === 'num');
    if (number !== undefined && typeof number !== 'string') this.setNumber(number);
  }

  private setNumber(element: XmlElement): void {
    this.number = trimmed(this.reading.value?.(element) ?? wordsIn(element));
    if (element.attributes['undesignated'] === 'true') this.note('undesignated', 'true');
  }

  private note(name: string, value: string): void {
    (this.attributes ??= {})[name] = value;
  }

  private get ownId(): string {
    return (this.id ??= this.reading.id(this.element, this.within, this.number));
  }

  private hasNumberNow = false;

  take(node: XmlNode): void {
    if (typeof node === 'string') {
      if (node.trim() !== '' || this.kind === 'cell' || this.kind === 'note') this.takeInline(node);
      return;
    }
    if (isSilent(node)) return;
    switch (node.name) {
      case 'num':
        if (!this.hasNumberNow) {
          this.hasNumberNow = true;
          this.placeChildren('before-number');
        } else this.takeBlock(node);
        return;
      case 'prefix':
        if (this.element.name === 'para') this.takeBlock(node);
        else this.note('prefix', trimmed(wordsIn(node)));
        if (this.element.name === 'container') this.kind = kindOfContainer(wordsIn(node));
        return;
      case 'heading':
        this.takeHeading(node);
        return;
      case 'text':
        if (this.text.isEmpty && this.tail.isEmpty && !this.hasOrdinaryChildren && !holdsBlock(node))
          this.text = leafText(node, this.reading);
        else this.takeBlock(node);
        return;
      case 'aftertext':
        this.endTail();
        if (holdsBlock(node)) this.takeBlock(node);
        else this.tail = leafText(node, this.reading);
        return;
      default:
        if (isBlock(node) || holdsBlock(node)) this.takeBlock(node);
        else this.takeInline(node);
    }
  }

  /** A heading comes before the words, but for notices put above it, which may be several. */
  private takeHeading(node: XmlElement): void {
    const ordinary = this.children.filter(isOrdinary);
    if (!this.heading.isEmpty || !this.tail.isEmpty || ordinary.some((child) => child.kind !== 'passage')) {
      this.takeBlock(node);
      return;
    }
    if (!this.text.isEmpty) {
      const [first] = ordinary;
      const at = first === undefined ? this.children.length : this.children.indexOf(first);
      this.children.splice(at, 0, this.passage('text', this.text));
      this.text = Text.EMPTY;
    }
    this.placeChildren('before-heading');
    this.heading = leafText(node, this.reading);
  }

  private takeBlock(node: XmlElement): void {
    this.endTail();
    this.children.push(...provisionsOfBlock(node, this.ownId, this.reading));
  }

  private inline: XmlNode[] = [];

  /** Words directly in an element: those of a cell or a reason are its text; elsewhere they are a passage. */
  private takeInline(node: XmlNode): void {
    this.inline.push(node);
  }

  private endInline(): void {
    if (this.inline.length === 0) return;
    const text = trimmedText(textOfNodes(this.inline, this.reading.render));
    this.inline = [];
    if (this.text.isEmpty && this.children.length === 0) this.text = text;
    else if (!text.isEmpty) this.addPassage(this.element.name, text);
  }

  /** Closing words that turn out not to be the last: a passage. */
  private endTail(): void {
    this.endInline();
    if (this.tail.isEmpty) return;
    this.addPassage('aftertext', this.tail);
    this.tail = Text.EMPTY;
  }

  private addPassage(element: string, text: Text): void {
    this.children.push(this.passage(element, text));
  }

  private passage(element: string, text: Text): Provision {
    const id = this.reading.id(this.element, this.ownId, '');
    return new Provision({ id, kind: 'passage', text, attributes: elementAttribute(element) });
  }

  private get hasOrdinaryChildren(): boolean {
    return this.children.some(isOrdinary);
  }

  private placeChildren(place: string): void {
    this.children = this.children.map((child) =>
      isOrdinary(child) ? child.with({ attributes: { ...child.attributes, place } }) : child,
    );
  }

  finish(): Provision {
    this.endInline();
    const { number, heading, text, tail, children, kind } = this;
    const attributes = this.attributes ?? NO_ATTRIBUTES;
    const id = this.ownId;
    if (children.length === 0) return new Provision({ id, kind, number, heading, text, tail, attributes });
    return new Provision({ id, kind, number, heading, text, tail, children: children.slice(), attributes });
  }
}

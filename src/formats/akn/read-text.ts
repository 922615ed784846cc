import type { Provision } from '../../legaltext/provision.ts';
import { NO_ATTRIBUTES, Text, type Attributes, type Mark } from '../../legaltext/text.ts';
import { isOurs } from './carried.ts';
import { ELEMENT, endsLine, markKindOf, PLAIN } from './inline-marks.ts';
import { KEPT, keptOn, type Kept } from './kept.ts';
import { escapedName } from './names.ts';
import { SUBFLOWS } from './vocabulary.ts';
import { evened } from './white-space.ts';
import { isElement, type XmlElement, type XmlNode, type XmlRemark } from './xml-tree.ts';

interface GrowingMark {
  kind: Mark['kind'];
  start: number;
  end: number;
  attributes: Attributes;
}

/** What becomes of the things in running words that are none: notes and quoted provisions, and remarks. */
export interface Aside {
  /** Reads an element that holds text of its own; it becomes a child of the provision whose text it stands in. */
  subflow(element: XmlElement, preserved: boolean): Provision;
  remark(remark: XmlRemark): void;
}

/** A text, and the provisions anchored in it: for each a mark over no words that names their element. */
export interface ReadText {
  readonly text: Text;
  readonly anchored: readonly Provision[];
}

/**
 * The running words of some nodes, with a mark for each inline element. A line break (`br`, `eol`) is `\n`. `preserved` says that
 * white space counts (see white-space.ts); `kept` is what is kept on the element that holds the words.
 */
export function readText(nodes: readonly XmlNode[], preserved: boolean, kept: Kept, aside: Aside): ReadText {
  const only = nodes.length === 1 ? nodes[0] : undefined;
  if (nodes.length === 0 && kept.marks === undefined) return { text: Text.EMPTY, anchored: [] };
  if (typeof only === 'string' && kept.marks === undefined) {
    const words = preserved ? only : layoutFree(only);
    return { text: Text.of(preserved ? words : (evened(words)?.words ?? words)), anchored: [] };
  }
  const reader = new RunningReader(preserved, aside);
  reader.nodes(nodes);
  return { text: reader.finish(kept), anchored: reader.anchored };
}

const layoutFree = (words: string): string =>
  /[\t\r\n]| {2}/u.test(words) ? words.replace(/[ \t\r\n]+/gu, ' ') : words;

class RunningReader {
  readonly anchored: Provision[] = [];
  private words = '';
  private readonly marks: GrowingMark[] = [];
  private readonly parts = new Map<number, GrowingMark>();
  private readonly preserved: boolean;
  private readonly aside: Aside;

  constructor(preserved: boolean, aside: Aside) {
    this.preserved = preserved;
    this.aside = aside;
  }

  nodes(nodes: readonly XmlNode[]): void {
    for (const node of nodes)
      if (typeof node === 'string') this.words += this.preserved ? node : layoutFree(node);
      else if (isElement(node)) this.element(node);
      else this.aside.remark(node);
  }

  private element(element: XmlElement): void {
    const { name } = element;
    const kept = keptOn(element);
    if (name === 'marker' && kept.character !== undefined && element.children.length === 0) {
      this.words += String.fromCharCode(Number.parseInt(kept.character, 16));
      return;
    }
    if (SUBFLOWS.has(name) && kept.mark === undefined) {
      const place = this.words.length;
      this.anchored.push(this.aside.subflow(element, this.preserved));
      this.marks.push({ kind: 'inline', start: place, end: place, attributes: { [ELEMENT]: name } });
      return;
    }
    // A modification that was made to hold quoted provisions stands for nothing itself.
    if (kept.is === 'nothing' && isOurs(element)) {
      this.nodes(element.children);
      return;
    }
    const attributes = attributesOfMark(element, kept);
    if (name === 'br' && element.children.length === 0) {
      this.words += '\n';
      if (attributes !== NO_ATTRIBUTES) this.add(element, kept, attributes, this.words.length - 1);
      return;
    }
    const start = this.words.length;
    const mark = this.add(element, kept, attributes, start);
    if (name === 'eol' && element.children.length === 0 && endsLine(attributes)) this.words += '\n';
    this.nodes(element.children);
    mark.end = this.words.length;
  }

  /** A mark from here on, or another piece of one that was begun before. */
  private add(element: XmlElement, kept: Kept, attributes: Attributes, start: number): GrowingMark {
    const begun = kept.part === undefined ? undefined : this.parts.get(kept.part);
    if (begun !== undefined) {
      begun.end = this.words.length;
      return begun;
    }
    const kind = kept.mark ?? markKindOf(element.name);
    const isPlain = kept.mark !== undefined || PLAIN[kind] === element.name;
    const mark: GrowingMark = {
      kind,
      start,
      end: this.words.length,
      attributes: isPlain ? attributes : { [ELEMENT]: element.name, ...attributes },
    };
    this.marks.push(mark);
    if (kept.part !== undefined) this.parts.set(kept.part, mark);
    return mark;
  }

  finish(kept: Kept): Text {
    const even = this.preserved ? undefined : evened(this.words);
    const words = even?.words ?? this.words;
    const at = (place: number): number => (even === undefined ? place : (even.places[place] ?? words.length));
    const marks: Mark[] = this.marks.map((mark) => ({ ...mark, start: at(mark.start), end: at(mark.end) }));
    for (const [kind, start, end, attributes] of kept.marks ?? [])
      if (start <= end && end <= words.length)
        marks.push({
          kind,
          start,
          end,
          attributes: attributes.length === 0 ? NO_ATTRIBUTES : Object.fromEntries(attributes),
        });
    return Text.of(words, marks);
  }
}

/** The attributes of an inline element as those of a mark: what was kept of them is put back, our own go. */
function attributesOfMark(element: XmlElement, kept: Kept): Attributes {
  const isOwn = (name: string): boolean =>
    name === KEPT || name === 'xml:space' || (name === 'name' && kept.mark !== undefined);
  const entries = Object.entries(element.attributes)
    .filter(([name]) => !isOwn(name))
    .map(([name, value]): [string, string] => [escapedName(name), value]);
  for (const [name, value] of kept.attributes ?? []) entries.push([name, value]);
  return entries.length === 0 ? NO_ATTRIBUTES : Object.fromEntries(entries);
}

import type { Provision } from '../../legaltext/provision.ts';
import type { XmlElement } from './scan-xml/xml-element.ts';
import { isBlock, isSilent } from './text-of-element.ts';
import { trimmed } from './white-space.ts';

/**
 * The canonical text of a section: what two texts of it are compared by. One line for each leaf, with the name of its
 * element (`num`, `heading`, `text`, `aftertext`, `td`…), and a line `P` with its depth at each paragraph, in the order of
 * the document. Notes, reasons, the section's prefix, instructions and their results are no law text and are passed over;
 * markup within a line counts for its words only; white space is evened out and empty lines dropped.
 *
 * There are two ways to it, one from the publisher's XML and one from provisions, which share nothing but this rule, so
 * that what reading provisions would lose shows as a difference.
 */
/** The canonical lines of a section as the publisher wrote it. Linear in its length. */
export function canonicalLinesOfElement(section: XmlElement): string[] {
  const gatherer = new LineGatherer(section);
  gatherer.walk(section, 0);
  return gatherer.lines;
}

/** Gathers the lines of one section: words of inline elements run together until a block ends the line. */
class LineGatherer {
  readonly lines: string[] = [];
  private readonly section: XmlElement;
  private words = '';
  /** Words of one node are even as they were read; where several run together their spaces may meet. */
  private isJoined = false;

  constructor(section: XmlElement) {
    this.section = section;
  }

  walk(element: XmlElement, depth: number): void {
    this.gather(element, element.name, depth);
    this.end(element.name);
  }

  private end(name: string): void {
    if (this.words === '') return;
    const line = this.isJoined ? trimmed(this.words) : this.words.trim();
    if (line !== '') this.lines.push(`${name} ${line}`);
    this.words = '';
    this.isJoined = false;
  }

  private add(words: string): void {
    this.isJoined ||= this.words !== '';
    this.words = this.isJoined ? this.words + words : words;
  }

  /** `name` is that of the element that the words of `inline` are in. */
  private gather(inline: XmlElement, name: string, depth: number): void {
    for (const child of inline.children) {
      if (typeof child === 'string') this.add(child);
      else if (isSilent(child)) continue;
      else if (child.name === 'br') this.add(' ');
      else if (!isBlock(child)) this.gather(child, name, depth);
      else {
        this.end(name);
        if (child.name === 'reason' || (child.name === 'prefix' && inline === this.section)) continue;
        if (child.name === 'para') this.lines.push(`P${String(depth + 1)}`);
        this.walk(child, child.name === 'para' ? depth + 1 : depth);
      }
    }
  }
}

/** The canonical lines of a section as a provision; the same as those of the element it says the same as. */
export function canonicalLines(section: Provision): string[] {
  const lines: string[] = [];
  addLines(lines, section, section, 0);
  return lines;
}

function addLines(lines: string[], provision: Provision, section: Provision, depth: number): void {
  if (provision.kind === 'note') return;
  const { number, heading, text, children, tail, attributes } = provision;
  const isLeaf = provision.kind === 'passage' || provision.kind === 'cell';
  const isAllMatter = !children.some((child) => placeOf(child) !== undefined);
  if (!isAllMatter)
    for (const child of children) if (placeOf(child) === 'before-number') addLines(lines, child, section, depth);
  if (provision !== section) addLine(lines, 'prefix', attributes['prefix'] ?? '');
  addLine(lines, 'num', number);
  if (!isAllMatter)
    for (const child of children) if (placeOf(child) === 'before-heading') addLines(lines, child, section, depth);
  addLine(lines, 'heading', heading.words);
  addLine(lines, isLeaf ? (attributes['element'] ?? 'text') : 'text', text.words);
  for (const child of children) {
    if (placeOf(child) !== undefined) continue;
    const isParagraph = child.kind === 'paragraph';
    if (isParagraph) lines.push(`P${String(depth + 1)}`);
    addLines(lines, child, section, isParagraph ? depth + 1 : depth);
  }
  addLine(lines, 'aftertext', tail.words);
}

/** Where a child stands that does not stand among the words: before the number, or between number and heading. */
export const placeOf = (provision: Provision): string | undefined => provision.attributes['place'];

function addLine(lines: string[], name: string, words: string): void {
  if (words === '') return;
  const line = trimmed(words);
  if (line !== '') lines.push(`${name} ${line}`);
}

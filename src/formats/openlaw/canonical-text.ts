import type { Provision } from '../../legaltext/provision.ts';
import type { XmlElement } from './scan-xml.ts';
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
  const lines: string[] = [];
  const walk = (element: XmlElement, depth: number): void => {
    let words = '';
    let hasWords = false;
    const flush = (): void => {
      if (hasWords) addLine(lines, element.name, words);
      words = '';
      hasWords = false;
    };
    const gather = (inline: XmlElement): void => {
      for (const child of inline.children) {
        if (typeof child === 'string') {
          words = hasWords ? words + child : child;
          hasWords = true;
        } else if (isSilent(child)) continue;
        else if (child.name === 'br') {
          words += ' ';
          hasWords = true;
        } else if (isBlock(child)) {
          flush();
          if (child.name === 'reason') continue;
          if (child.name === 'prefix' && element === section) continue;
          if (child.name === 'para') lines.push(`P${String(depth + 1)}`);
          walk(child, child.name === 'para' ? depth + 1 : depth);
        } else gather(child);
      }
    };
    gather(element);
    flush();
  };
  walk(section, 0);
  return lines;
}

/** The canonical lines of a section as a provision; the same as those of the element it says the same as. */
export function canonicalLines(section: Provision): string[] {
  const lines: string[] = [];
  const walk = (provision: Provision, depth: number): void => {
    if (provision.kind === 'note') return;
    const { number, heading, text, children, tail, attributes } = provision;
    const isLeaf = provision.kind === 'passage' || provision.kind === 'cell';
    for (const child of children) if (placeOf(child) === 'before-number') walk(child, depth);
    if (provision !== section) addLine(lines, 'prefix', attributes['prefix'] ?? '');
    addLine(lines, 'num', number);
    for (const child of children) if (placeOf(child) === 'before-heading') walk(child, depth);
    addLine(lines, 'heading', heading.words);
    addLine(lines, isLeaf ? (attributes['element'] ?? 'text') : 'text', text.words);
    for (const child of children) {
      if (placeOf(child) !== undefined) continue;
      if (child.kind === 'paragraph') lines.push(`P${String(depth + 1)}`);
      walk(child, child.kind === 'paragraph' ? depth + 1 : depth);
    }
    addLine(lines, 'aftertext', tail.words);
  };
  walk(section, 0);
  return lines;
}

/** Where a child stands that does not stand among the words: before the number, or between number and heading. */
export const placeOf = (provision: Provision): string | undefined => provision.attributes['place'];

function addLine(lines: string[], name: string, words: string): void {
  const line = trimmed(words);
  if (line !== '') lines.push(`${name} ${line}`);
}

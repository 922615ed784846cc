import type { LawLibrary } from './law-library.ts';
import { isLevel, numberOf, type LawDocument } from './law-document.ts';
import {
  codeWriting,
  contentOf,
  isDoubled,
  isWriting,
  listInstructions,
  neighbourOf,
  type FoundInstruction,
  type InstructionKind,
  writingsOf,
  type IsTitle,
} from './list-instructions.ts';
import { childOf, elementsOf, wordsIn } from './scan-xml/look-into.ts';
import { noteInstructions, XmlElement, type XmlNode } from './scan-xml/xml-element.ts';
import { evenSpaces, trimmed } from './white-space.ts';

/** When a law's instruction takes effect, and whether it does: asked each time, since amendments change the answer. */
export type InForce = (law: LawDocument, instruction: FoundInstruction) => { date: string; inForce: boolean };

/** What amending laws has settled. */
export interface Amendments {
  /** The instructions that were carried out on laws, and have nothing more to do. */
  readonly done: ReadonlySet<XmlElement>;
  /** The repeals of what is in the code, too: which sections of laws each repeals. */
  readonly repeals: ReadonlyMap<XmlElement, readonly XmlElement[]>;
}

/**
 * Laws amend laws. A repeal, replacement, insertion or change of words aimed at the text of a law is carried out on that law's own tree
 * before anything is codified, in order of date, whatever the text contains: an applicability mark that is repealed is
 * gone, and an instruction in replacing text belongs to the amended law from then on. A section of a law that is a section
 * of the code (by its stub, or by the instruction in it that writes it there) stays, without its marks: it is put into
 * the code at its own date, and repealed there at that of the repeal.
 */
export function amendLaws(
  laws: readonly LawDocument[],
  library: LawLibrary,
  isTitle: IsTitle,
  inForce: InForce,
  until: string,
): Amendments {
  const amendments: { law: LawDocument; instruction: FoundInstruction; date: string }[] = [];
  for (const law of laws)
    for (const instruction of listInstructions(law.root, law.name, isTitle))
      if (
        instruction.address.document !== library.codeName &&
        !writesNumberOfCode(instruction.element, library.codeName)
      )
        amendments.push({ law, instruction, date: inForce(law, instruction).date });
  amendments.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const done = new Set<XmlElement>();
  const repeals = new Map<XmlElement, readonly XmlElement[]>();
  for (const { law, instruction } of amendments) {
    if (!isAttached(instruction.element, law)) continue;
    const { date, inForce: isInForce } = inForce(law, instruction);
    if (!isInForce || date > until) continue;
    const { kind, element, address } = instruction;
    if (isWriting(element) && isOfLawOnly(element)) {
      const content = isDoubled(element)
        ? stubsFor(element.parent, library)
        : contentOf(element).map((node) => takeOut(node, element));
      const at = library.lawElement(address);
      if (at !== undefined) write(kind, at, element, content);
      done.add(element);
      continue;
    }
    const target = library.resolve(address, true);
    if (target.kind !== 'law') continue;
    if (kind === 'find-replace') {
      if (replaceInLaw(target.element, element)) done.add(element);
      continue;
    }
    if (kind !== 'repeal' && kind !== 'replace' && kind !== 'insert' && kind !== 'remove') continue;
    if (kind === 'insert' || kind === 'replace') {
      const content = contentOf(element).map((node) => takeOut(node, element));
      if (write(kind, target.element, element, content)) done.add(element);
      continue;
    }
    const codified = repealInLaw(target.element, library);
    if (codified.length === 0) done.add(element);
    else repeals.set(element, codified);
  }
  return { done, repeals };
}

/** Words for words in the text of a law, the instructions in it included: whether they were there. */
function replaceInLaw(target: XmlElement, instruction: XmlElement): boolean {
  const find = childOf(instruction, 'find');
  const replace = childOf(instruction, 'replace');
  if (find === undefined || replace === undefined || elementsOf(find).length > 0) return false;
  const words = straightened(trimmed(wordsIn(find)));
  let isFound = false;
  const walk = (element: XmlElement): void => {
    if (element === instruction || words === '') return;
    element.children = element.children.flatMap((child): XmlNode[] => {
      if (typeof child !== 'string') {
        walk(child);
        return [child];
      }
      const text = evenSpaces(child);
      const folded = straightened(text);
      const pieces: XmlNode[] = [];
      let from = 0;
      for (let at = folded.indexOf(words); at !== -1; at = folded.indexOf(words, from)) {
        pieces.push(text.slice(from, at), ...copies(replace, element));
        from = at + words.length;
        isFound = true;
      }
      return from === 0 ? [child] : [...pieces, text.slice(from)];
    });
  };
  walk(target);
  return isFound;
}

/** What a replacement holds, for each place anew. */
function copies(from: XmlElement, holder: XmlElement): XmlNode[] {
  return from.children.map((child) => {
    if (typeof child === 'string') return child;
    const copy = new XmlElement(child.name, child.attributes, holder, child.ordinal);
    copy.children = copies(child, copy);
    return copy;
  });
}

/** Curly quotation marks as straight ones; as long as it was. */
const straightened = (words: string): string =>
  words.replace(/[\u2018-\u201b]/gu, "'").replace(/[\u201c-\u201f]/gu, '"');

/** A number without a document is one of the code: what bears it is written there, not into the law. */
const writesNumberOfCode = (element: XmlElement, codeName: string): boolean =>
  element.attributes['num-value'] !== undefined &&
  element.attributes['doc'] === undefined &&
  (!isDoubled(element) || element.parent === undefined || codeWriting(element.parent, codeName) === element);

/**
 * Repeals an element of a law, but for the sections in it that are in the code, which are returned. A paragraph leaves its
 * number and heading and says that it is repealed, as one in the code does: the law may yet be written there.
 */
function repealInLaw(element: XmlElement, library: LawLibrary): XmlElement[] {
  const codified: XmlElement[] = [];
  const strip = (at: XmlElement): boolean => {
    const isCodified = at.name === 'section' && isInCode(at, library);
    if (isCodified) codified.push(at);
    let holds = isCodified;
    at.children = at.children.filter((child) => {
      if (typeof child === 'string') return true;
      if (child.name.startsWith('codify:')) return child.name !== 'codify:applicability';
      const keeps = strip(child);
      holds ||= keeps;
      return isCodified || keeps || !isLevel(child);
    });
    return holds;
  };
  if (element.name === 'para') leavePlaceholder(element);
  else if (!strip(element)) {
    if (element.parent === undefined) element.children = [];
    else detach(element);
  }
  return codified;
}

function leavePlaceholder(paragraph: XmlElement): void {
  const text = new XmlElement('text', {}, paragraph, paragraph.ordinal);
  text.children = ['Repealed.'];
  const kept = elementsOf(paragraph).filter(({ name }) => name === 'num' || name === 'heading');
  const writing = writingsOf(paragraph);
  paragraph.children = [...writing, ...kept, text];
}

function isInCode(section: XmlElement, library: LawLibrary): boolean {
  return (
    library.stubPlace(section) !== undefined ||
    elementsOf(section).some(
      (child) =>
        isWriting(child) &&
        child.children.length === 0 &&
        (child.attributes['num-value'] !== undefined || child.attributes['doc'] === library.codeName),
    )
  );
}

function isAttached(element: XmlElement, law: LawDocument): boolean {
  let at: XmlElement = element;
  while (at.parent !== undefined) {
    if (!at.parent.children.includes(at)) return false;
    at = at.parent;
  }
  return at === law.root;
}

/**
 * Whether an instruction makes nothing but the law's own structure: the element is also written into the code by another
 * instruction; or what is put in says itself where in the code it is, or is instructions.
 */
function isOfLawOnly(instruction: XmlElement): boolean {
  if (isDoubled(instruction)) return true;
  const carried = elementsOf(instruction);
  return (
    carried.length > 0 &&
    carried.every(
      (child) => child.name.startsWith('codify:') || elementsOf(child).some(({ name }) => name.startsWith('codified:')),
    )
  );
}

/** Puts content into an element of a law, or in its place. */
function write(kind: InstructionKind, at: XmlElement, element: XmlElement, content: readonly XmlNode[]): boolean {
  if (kind !== 'replace') {
    insertInto(at, element, content);
    return true;
  }
  const holder = at.parent;
  const position = holder?.children.indexOf(at) ?? -1;
  if (holder === undefined || position === -1) return false;
  holder.children = holder.children.toSpliced(position, 1, ...adopt(content, holder));
  return true;
}

function insertInto(holder: XmlElement, element: XmlElement, content: readonly XmlNode[]): void {
  const neighbour = neighbourOf(element);
  const anchor = neighbour === undefined ? undefined : anchorIn(holder, neighbour.number);
  const into = anchor?.parent ?? holder;
  const { children } = into;
  const at = anchor === undefined ? children.length : children.indexOf(anchor) + (neighbour?.at === 'after' ? 1 : 0);
  into.children = children.toSpliced(at, 0, ...adopt(content, into));
}

function anchorIn(holder: XmlElement, number: string): XmlElement | undefined {
  for (const child of elementsOf(holder)) {
    if (isLevel(child) && numberOf(child) === number) return child;
    if (child.name === 'container') {
      const found = anchorIn(child, number);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

const adopt = (content: readonly XmlNode[], holder: XmlElement): XmlNode[] =>
  content.map((node) => {
    if (typeof node === 'string') return node;
    node.parent = holder;
    if (node.holdsInstructions || node.name.startsWith('codify:')) noteInstructions(holder);
    return node;
  });

function detach(element: XmlElement): void {
  const { parent } = element;
  if (parent !== undefined) parent.children = parent.children.filter((child) => child !== element);
}

/** Takes what an instruction carries out of the law that gives it, without the instruction itself. */
function takeOut(node: XmlNode, instruction: XmlElement): XmlNode {
  if (typeof node === 'string') return node;
  detach(node);
  if (instruction.parent === node) detach(instruction);
  return node;
}

/** A section of a law in name only: its number, and where it is in the code. */
function stubsFor(element: XmlElement | undefined, library: LawLibrary): XmlElement[] {
  if (element === undefined) return [];
  const number = codeWriting(element, library.codeName)?.attributes['num-value'];
  if (element.name !== 'section' || number === undefined) return [];
  const section = new XmlElement('section', {}, undefined, element.ordinal);
  const num = new XmlElement('num', {}, section, element.ordinal);
  num.children = [trimmed(numberOf(element))];
  const stub = new XmlElement('codified:stub', { doc: library.codeName, path: `§${number}` }, section, element.ordinal);
  section.children = [num, stub];
  return [section];
}

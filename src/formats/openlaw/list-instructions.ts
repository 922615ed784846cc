import { segmentsOf } from './law-document.ts';
import { elementsOf, type XmlElement, type XmlNode } from './scan-xml.ts';

/** The instructions that change text; every other `codify:` element makes notes only. */
export const INSTRUCTION_KINDS = [
  'insert',
  'organic',
  'replace',
  'repeal',
  'find-replace',
  'redesignate-para',
  'recodify-section',
  'create-sub-container',
  'remove',
] as const;
export type InstructionKind = (typeof INSTRUCTION_KINDS)[number];

const KIND_OF: ReadonlyMap<string, InstructionKind> = new Map(
  INSTRUCTION_KINDS.map((kind) => [`codify:${kind}`, kind]),
);

export const instructionKind = (element: XmlElement): InstructionKind | undefined => KIND_OF.get(element.name);

/** Where an instruction points: a document, and the segments of a path in it. */
export interface Address {
  readonly document: string;
  readonly segments: readonly string[];
}

/** An instruction as it stands in a law, with what it points to worked out from what stands around it. */
export interface FoundInstruction {
  readonly kind: InstructionKind;
  readonly element: XmlElement;
  readonly address: Address;
}

/** Joins a path to the one around it: a segment that begins with `§` starts anew. */
export function joinPath(around: readonly string[], path: string): string[] {
  let joined = [...around];
  for (const segment of segmentsOf(path)) {
    if (segment.startsWith('§')) joined = [];
    joined.push(segment);
  }
  return joined;
}

/**
 * The instructions of a law in the order of the document, with their addresses.
 *
 * A document and path are inherited: `codify:doc` and `codify:path` on the elements around are joined from the outermost
 * in; a `codify:doc` that names another document starts a new path; an instruction with a document of its own inherits no
 * path; without any, the document is the law itself. Where an element holds directly an instruction with a path of its
 * own that makes a new container, that path goes before relative ones further down.
 */
export function listInstructions(root: XmlElement, law: string): FoundInstruction[] {
  const found: FoundInstruction[] = [];
  const walk = (element: XmlElement, around: Address): void => {
    const here = contextOf(element, around, law);
    let below = here;
    for (const child of element.children) {
      if (typeof child === 'string') continue;
      const kind = instructionKind(child);
      if (kind === undefined) continue;
      const address = addressOf(child, here, law);
      if (makesContainer(child, kind, element) && child.attributes['path'] !== undefined) below = address;
    }
    for (const child of element.children) {
      if (typeof child === 'string') continue;
      const kind = instructionKind(child);
      if (kind !== undefined) found.push({ kind, element: child, address: addressOf(child, here, law) });
      if (!child.name.startsWith('codify:') || child.children.length > 0)
        walk(child, kind === undefined ? below : here);
    }
  };
  walk(root, { document: law, segments: [] });
  return found;
}

function makesContainer(instruction: XmlElement, kind: InstructionKind, parent: XmlElement): boolean {
  if (kind !== 'insert' && kind !== 'organic' && kind !== 'replace') return false;
  return (
    parent.name === 'container' || parent.name === 'document' || instruction.attributes['prefix-value'] !== undefined
  );
}

function contextOf(element: XmlElement, around: Address, law: string): Address {
  let { document, segments } = around;
  const { 'codify:doc': ownDocument, 'codify:path': path } = element.attributes;
  if (ownDocument !== undefined && ownDocument !== document) {
    document = ownDocument;
    segments = [];
  }
  void law;
  if (path !== undefined) segments = joinPath(segments, path);
  return document === around.document && segments === around.segments ? around : { document, segments };
}

function addressOf(instruction: XmlElement, around: Address, law: string): Address {
  const { doc, path = '' } = instruction.attributes;
  const inherited = contextOf(instruction, around, law);
  if (doc !== undefined) return { document: doc, segments: joinPath([], path) };
  return { document: inherited.document, segments: joinPath(inherited.segments, path) };
}

const WRITES: ReadonlySet<string> = new Set(['codify:insert', 'codify:replace', 'codify:organic']);

/** Whether an element holds two instructions that write it: one for the law's own structure, and one for the code. */
export const isDoubled = (instruction: XmlElement): boolean =>
  WRITES.has(instruction.name) &&
  instruction.children.length === 0 &&
  instruction.parent !== undefined &&
  elementsOf(instruction.parent).filter((child) => WRITES.has(child.name) && child.children.length === 0).length > 1;

/** What an instruction writes: its children, or where it has none, the element it stands in. */
export function contentOf(instruction: XmlElement): readonly XmlNode[] {
  const elements = instruction.children.filter((child) => typeof child !== 'string');
  if (elements.length > 0) return elements;
  return instruction.parent === undefined ? [] : [instruction.parent];
}

import { segmentsOf } from './law-document.ts';
import { elementsOf } from './scan-xml/look-into.ts';
import type { XmlElement, XmlNode } from './scan-xml/xml-element.ts';

/** The instructions that change text. */
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
/** Of `unknown` ones nothing can be said but that they are there: they fail. */
export type InstructionKind = (typeof INSTRUCTION_KINDS)[number] | 'unknown';

/** Marks, and what makes notes only; also every name that ends in `-anno` or `-new-sec`. */
const NOTE_KINDS: ReadonlySet<string> = new Set(
  ['applicability', 'annotation', 'emergency', 'temporary', 'marginalia', 'ignore'].map((kind) => `codify:${kind}`),
);
const NOTE_ENDING = /-(?:anno|new-sec)$/u;
const isNote = (name: string): boolean => NOTE_KINDS.has(name) || NOTE_ENDING.test(name);

const KIND_OF: ReadonlyMap<string, InstructionKind> = new Map(
  INSTRUCTION_KINDS.map((kind) => [`codify:${kind}`, kind]),
);

/** The kind of instruction that an element is; undefined of what is none. */
export const instructionKind = ({ name }: XmlElement): InstructionKind | undefined =>
  KIND_OF.get(name) ?? (name.startsWith('codify:') && !isNote(name) ? 'unknown' : undefined);

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
  /** The document that is inherited where it stands, even where it names another one itself. */
  readonly around: string;
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

/** What is inherited at an element: a document and path, and the path of what is put in around it. */
interface Context extends Address {
  /** Goes before relative paths where no path is inherited. */
  readonly made: readonly string[];
}

/** Whether a segment is the number of a title of the code: a path that begins with one starts at the root. */
export type IsTitle = (segment: string) => boolean;

/**
 * The instructions of a law in the order of the document, with their addresses.
 *
 * A document and path are inherited: `codify:doc` and `codify:path` on the elements around are joined from the outermost
 * in; a `codify:doc` that names another document starts a new path; an instruction with a document of its own inherits no
 * path; without any, the document is the law itself. Where an element holds directly an instruction with a path of its
 * own that makes a new container, that path goes before relative ones further down: those that begin with neither a
 * section nor a title. Where the element itself is what such an instruction puts in, its path goes before those of the
 * other instructions in the element, too: they are about what stands beside it.
 */
export function listInstructions(root: XmlElement, law: string, isTitle: IsTitle): FoundInstruction[] {
  const found: FoundInstruction[] = [];
  const walk = (element: XmlElement, around: Context): void => {
    if (!element.holdsInstructions) return;
    const here = contextOf(element, around, isTitle);
    let below = here;
    let beside = here;
    for (const child of element.children) {
      if (typeof child === 'string' || !isWriting(child) || child.attributes['path'] === undefined) continue;
      const { document, segments } = addressOf(child, here, isTitle);
      if (makesContainer(child, element)) below = { ...here, made: segments };
      else if (child.children.length === 0 && document === here.document) beside = { ...here, made: segments };
    }
    for (const child of element.children) {
      if (typeof child === 'string') continue;
      const kind = instructionKind(child);
      if (kind !== undefined) {
        const address = addressOf(child, isWriting(child) ? here : beside, isTitle);
        found.push({ kind, element: child, address, around: here.document });
      } else walk(child, below);
    }
  };
  walk(root, { document: law, segments: [], made: [] });
  return found;
}

function makesContainer(instruction: XmlElement, parent: XmlElement): boolean {
  if (instruction.attributes['prefix-value'] !== undefined) return true;
  const carried = elementsOf(instruction);
  return carried.length > 0
    ? carried.some((child) => child.name === 'container')
    : parent.name === 'container' || parent.name === 'document';
}

function contextOf(element: XmlElement, around: Context, isTitle: IsTitle): Context {
  const { 'codify:doc': document, 'codify:path': path } = element.attributes;
  if (document === undefined && path === undefined) return around;
  const isOther = document !== undefined && document !== around.document;
  const inherited: Context = isOther ? { document, segments: [], made: [] } : around;
  return path === undefined ? inherited : { ...inherited, segments: join(inherited, path, isTitle) };
}

function addressOf(instruction: XmlElement, around: Context, isTitle: IsTitle): Address {
  const { doc, path } = instruction.attributes;
  if (doc !== undefined) return { document: doc, segments: joinPath([], path ?? '') };
  const { document, segments } = contextOf(instruction, around, isTitle);
  const inherited: Context = { document, segments, made: around.made };
  return { document, segments: path === undefined ? segments : join(inherited, path, isTitle) };
}

function join({ segments, made }: Context, path: string, isTitle: IsTitle): string[] {
  const [first] = segmentsOf(path);
  if (segments.length > 0 || first === undefined) return joinPath(segments, path);
  return joinPath(isTitle(first) ? [] : made, path);
}

const WRITES: ReadonlySet<string> = new Set(['codify:insert', 'codify:replace', 'codify:organic']);

/** Whether an instruction puts something in, or in the place of something. */
export const isWriting = ({ name }: XmlElement): boolean => WRITES.has(name);

/** The instructions in an element that write the element itself. */
export const writingsOf = (element: XmlElement): XmlElement[] =>
  elementsOf(element).filter((child) => isWriting(child) && child.children.length === 0);

/** Whether an element holds two instructions that write it: one for the law's own structure, and one for the code. */
export const isDoubled = (instruction: XmlElement): boolean =>
  isWriting(instruction) &&
  instruction.children.length === 0 &&
  instruction.parent !== undefined &&
  writingsOf(instruction.parent).length > 1;

/**
 * Of the instructions that write one element, the one that writes it into the code: the one that names the code, else the
 * one that gives a number. A number beside one that names the code is the law's own.
 */
export function codeWriting(element: XmlElement, codeName: string): XmlElement | undefined {
  const writings = writingsOf(element);
  return (
    writings.find(({ attributes }) => attributes['doc'] === codeName) ??
    writings.find(({ attributes }) => attributes['num-value'] !== undefined)
  );
}

/** What an instruction puts its content beside: the number of that, without the way to it and without its sign. */
export interface Neighbour {
  readonly at: 'after' | 'before';
  readonly number: string;
}

/** The neighbour that an instruction names: `(c)`, `§7-761.05b`, `heading`, or a whole path that ends in one. */
export function neighbourOf({ attributes }: XmlElement): Neighbour | undefined {
  const { after, before } = attributes;
  const path = after ?? before;
  const last = path === undefined ? undefined : segmentsOf(path).at(-1);
  if (last === undefined) return undefined;
  return { at: after === undefined ? 'before' : 'after', number: last.replace(/^§/u, '') };
}

/** What an instruction writes: its children, or where it has none, the element it stands in. */
export function contentOf(instruction: XmlElement): readonly XmlNode[] {
  const elements = instruction.children.filter((child) => typeof child !== 'string');
  if (elements.length > 0) return elements;
  return instruction.parent === undefined ? [] : [instruction.parent];
}

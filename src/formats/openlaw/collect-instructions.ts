import { amendLaws } from './amend-laws.ts';
import { Applicability } from './applicability.ts';
import type { Instruction, InstructionFailure } from './instruction.ts';
import { pathInLaw, type LawDocument } from './law-document.ts';
import { codeNumber, LawLibrary } from './law-library.ts';
import {
  codeWriting,
  contentOf,
  isDoubled,
  listInstructions,
  neighbourOf,
  writingsOf,
  type FoundInstruction,
  type IsTitle,
} from './list-instructions.ts';
import { elementsOf, wordsOfChild } from './scan-xml/look-into.ts';
import type { XmlElement } from './scan-xml/xml-element.ts';

/** An instruction, or one that points nowhere: why. */
export type Collected =
  | { readonly kind: 'instruction'; readonly instruction: Instruction }
  | { readonly kind: 'unresolved'; readonly instruction: Instruction; readonly failure: InstructionFailure };

export interface Collection {
  readonly library: LawLibrary;
  readonly applicability: Applicability;
  /** In the order in which they are carried out. */
  readonly collected: readonly Collected[];
}

export interface CollectOptions {
  /** The civil date up to which instructions count. */
  readonly until: string;
  /** Laws that are taken not to have passed. */
  readonly without?: ReadonlySet<string>;
}

/**
 * The instructions of all laws that change the code, in order of their dates and, within a day, of the laws' own dates,
 * of the index and of the document. Laws are amended by laws first; a law that takes effect after `until` is not known
 * yet and amends nothing. Changes the laws' trees: a pack is collected from once.
 */
export function collectInstructions(
  laws: readonly LawDocument[],
  codeName: string,
  isTitle: IsTitle,
  { until, without }: CollectOptions,
): Collection {
  const known = laws.filter((law) => law.effective <= until && without?.has(law.name) !== true);
  const inOrder = [...known].sort((a, b) => (a.effective < b.effective ? -1 : a.effective > b.effective ? 1 : 0));
  const library = new LawLibrary(inOrder, codeName);
  const before = new Applicability(inOrder);
  const effective = (marks: Applicability, law: LawDocument, found: FoundInstruction) => {
    const applies = marks.of(law, found);
    return applies.kind === 'from' ? { date: applies.date, inForce: true } : { date: law.effective, inForce: false };
  };
  const { done, repeals } = amendLaws(inOrder, library, isTitle, (law, found) => effective(before, law, found), until);

  const applicability = new Applicability(inOrder);
  const isInForce = (section: XmlElement): boolean => applicability.around(section)?.kind !== 'not';
  const collected: Collected[] = [];
  for (const law of inOrder) {
    for (const found of listInstructions(law.root, law.name, isTitle)) {
      if (done.has(found.element) || (isDoubled(found.element) && !writesCode(found, codeName))) continue;
      const when = effective(applicability, law, found);
      if (when.date > until) continue;
      const repealed = repeals.get(found.element);
      if (repealed === undefined) collected.push(resolveInstruction(law, found, library, when));
      else for (const section of repealed) collected.push(...repealOf(section, law, found, library, when, isInForce));
    }
  }
  collected.sort((a, b) => compare(a.instruction.date, b.instruction.date));
  return { library, applicability, collected };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Of two instructions that write one element, whether this one makes text of the code. */
function writesCode({ element, address }: FoundInstruction, codeName: string): boolean {
  const inCode = element.parent === undefined ? undefined : codeWriting(element.parent, codeName);
  if (inCode === undefined) return address.document === codeName;
  return inCode === element || element.attributes['doc'] === codeName;
}

/** The law that an instruction amends, if only by way of the code: the one it names, or the one that is named around it. */
function amendedLaw({ element, address, around }: FoundInstruction, law: LawDocument, codeName: string): string {
  const beside = isDoubled(element) && element.parent !== undefined ? writingsOf(element.parent) : [];
  const named = [address.document, ...beside.map(({ attributes }) => attributes['doc']), around];
  return named.find((document) => document !== undefined && document !== codeName && document !== law.name) ?? law.name;
}

function instructionOf(
  law: LawDocument,
  found: FoundInstruction,
  library: LawLibrary,
  when: { date: string; inForce: boolean },
  suffix = '',
): Instruction {
  const { kind, element } = found;
  return {
    key: `${law.name}#${String(element.ordinal)}${suffix}`,
    law: law.name,
    lawPath: pathInLaw(element.parent ?? law.root),
    kind,
    ...when,
    element,
    content: contentOf(element),
    segments: [],
    amends: amendedLaw(found, law, library.codeName),
  };
}

function resolveInstruction(
  law: LawDocument,
  found: FoundInstruction,
  library: LawLibrary,
  when: { date: string; inForce: boolean },
): Collected {
  const { kind, element, address } = found;
  const parent = element.parent ?? law.root;
  const instruction = instructionOf(law, found, library, when);
  // Whatever it points to: it is translated to the failure that says what it is.
  if (kind === 'unknown') return { kind: 'instruction', instruction };
  const place =
    (kind === 'organic' || kind === 'insert') && address.segments.length === 0
      ? (placeAround(parent, library) ?? besideNeighbour(element))
      : undefined;
  const resolution = place === undefined ? library.resolve(address) : ({ kind: 'code', segments: place } as const);
  if (resolution.kind === 'law') {
    const path = address.segments.join('|');
    return { kind: 'unresolved', instruction, failure: { kind: 'law-not-changed', document: address.document, path } };
  }
  if (resolution.kind === 'missing')
    return {
      kind: 'unresolved',
      instruction,
      failure:
        resolution.what === 'document'
          ? { kind: 'document-missing', document: address.document }
          : { kind: 'path-missing', document: address.document, path: address.segments.join('|') },
    };
  const { segments } = resolution;
  noteCodified(found, parent, segments, library);
  return { kind: 'instruction', instruction: { ...instruction, segments } };
}

/** The repeal in the code of a section of a law that is in the code. */
function repealOf(
  section: XmlElement,
  law: LawDocument,
  found: FoundInstruction,
  library: LawLibrary,
  when: { date: string; inForce: boolean },
  isInForce: (section: XmlElement) => boolean,
): Collected[] {
  const segments = library.codePlace(section);
  // What is not in force is not there to be repealed: its placeholder stays.
  if (segments === undefined || (library.stubPlace(section) === undefined && !isInForce(section))) return [];
  const instruction = instructionOf(law, found, library, when, `/${segments.join('|')}`);
  return [{ kind: 'instruction', instruction: { ...instruction, segments } }];
}

/** Where the nearest element around is in the code: what a law's own section without an address goes into. */
function placeAround(element: XmlElement, library: LawLibrary): readonly string[] | undefined {
  for (let at = element.parent; at !== undefined; at = at.parent) {
    const place = library.codePlace(at);
    if (place !== undefined) return place;
  }
  return undefined;
}

/** A section that is given a number of the code and a neighbour, but no container, goes where the neighbour is. */
function besideNeighbour(element: XmlElement): readonly string[] | undefined {
  const neighbour = neighbourOf(element);
  return element.attributes['num-value'] === undefined || neighbour === undefined
    ? undefined
    : [`§${neighbour.number}`];
}

/** Remembers what an instruction makes in the code: its own element there, sections and containers. */
function noteCodified(
  { kind, element }: FoundInstruction,
  parent: XmlElement,
  segments: readonly string[],
  library: LawLibrary,
): void {
  const { 'num-value': newNumber, 'prefix-value': newPrefix } = element.attributes;
  if (kind === 'recodify-section' && newNumber !== undefined) library.noteMade(newNumber);
  if (kind === 'create-sub-container') library.noteContainer([...segments, newNumber ?? ''], newPrefix ?? '');
  const isApart = element.children.some((child) => typeof child !== 'string');
  if (kind === 'insert' || kind === 'organic') {
    for (const written of contentOf(element)) {
      if (typeof written === 'string') continue;
      const number = codeNumber(written, isApart ? undefined : element);
      if (written.name === 'container' || newPrefix !== undefined)
        library.noteContainer([...segments, number], newPrefix ?? wordsOfChild(written, 'prefix'));
      if (written.name === 'section') library.noteCodified(written, [`§${number}`]);
      else if (written.name !== 'text') library.noteCodified(written, [...segments, number]);
      if (written.name === 'container') noteSectionsIn(written, library);
    }
  } else if (kind === 'replace' && !isApart) {
    const isSection = segments.length === 1 && segments[0]?.startsWith('§') === true;
    library.noteCodified(parent, isSection && newNumber !== undefined ? [`§${newNumber}`] : segments);
  }
}

/** The sections that come into the code with the container that holds them, not by instructions of their own. */
function noteSectionsIn(container: XmlElement, library: LawLibrary): void {
  for (const child of elementsOf(container))
    if (child.name === 'container') noteSectionsIn(child, library);
    else if (child.name === 'section' && writingsOf(child).length === 0)
      library.noteCodified(child, [`§${codeNumber(child)}`]);
}

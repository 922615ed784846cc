import type { TextView } from '../../../legaltext/instrument.ts';
import { Provision } from '../../../legaltext/provision.ts';
import { Text } from '../../../legaltext/text.ts';
import type { Applicability } from '../applicability.ts';
import { inText, renderCitation, type KnownPlaces, type Standing } from '../citations.ts';
import { findPlace, titleOfSection } from '../code-place.ts';
import type { Instruction } from '../instruction.ts';
import { isLevel, writtenSteps } from '../law-document.ts';
import { codeNumber, type LawLibrary } from '../law-library.ts';
import { isWriting, joinPath } from '../list-instructions.ts';
import type { Reading } from '../provision-of-element.ts';
import { textOfNodes, trimmedText } from '../text-of-element.ts';
import { childOf } from '../scan-xml/look-into.ts';
import type { XmlElement } from '../scan-xml/xml-element.ts';

/** What translating instructions rests on, besides the text they meet. */
export interface Library {
  readonly laws: LawLibrary;
  readonly applicability: Applicability;
  /** The titles whose sections are in the pack. */
  readonly titles: ReadonlySet<string>;
}

/** The text an instruction meets, and everything else its translation rests on. */
export interface Site {
  readonly view: TextView;
  readonly library: Library;
}

export const NOT_FUNDED = 'Not Funded';

/** One line in the place of a text, and what kind of line it is. */
export const placeholderAttributes = (placeholder: string): { placeholder: string } => ({ placeholder });

/**
 * Sections and containers that hold an instruction of their own are written by that, not by what is around them.
 * Paragraphs are written by both.
 */
function isWrittenApart(element: XmlElement): boolean {
  if (!element.holdsInstructions) return false;
  for (const child of element.children)
    if (typeof child !== 'string' && isWriting(child) && child.children.length === 0) return true;
  return false;
}

/**
 * How the content of an instruction is read into provisions that will stand in `standing`. Ids come from the law and the
 * position in it; `number` is what the outermost element is called in the code.
 */
export function contentReading(
  instruction: Instruction,
  { view, library }: Site,
  standing: Standing,
  root?: { readonly element: XmlElement; readonly number: string },
): Reading {
  const taken = new Set<string>();
  const known = knownPlaces(library);
  const cite = (element: XmlElement, before: string): string | undefined => {
    const segments = citedPlace(element, instruction, library);
    return segments === undefined
      ? undefined
      : renderCitation(view, segments, standingOf(element, standing), known, before.trim() === '');
  };
  const fill = (value: string, element: XmlElement, before: string): string =>
    fillTemplate(value, {
      target: citedPlace(element, instruction, library) ?? [],
      prefixOf: (segments) =>
        findPlace(view, segments)?.provision.attributes['prefix'] ?? known.containerPrefix(segments) ?? '',
      citation: () => cite(element, before) ?? '',
    });
  const render = (element: XmlElement, before: string): string | undefined => {
    const value = element.attributes['codify:value'];
    if (value !== undefined) return fill(value, element, before);
    return element.name === 'code-cite' ? cite(element, before) : undefined;
  };
  return {
    id: (element) => {
      const wanted = `${instruction.key}/${String(element.ordinal)}`;
      let id = wanted;
      for (let count = 2; taken.has(id); count += 1) id = `${wanted}.${String(count)}`;
      taken.add(id);
      return id;
    },
    render,
    value: (element) => {
      if (element.name === 'num' && root !== undefined && element.parent === root.element) return root.number;
      const value = element.attributes['codify:value'];
      return value === undefined ? undefined : fill(value, element, '');
    },
    instead: (element) => {
      if (!isLevel(element) || element === root?.element) return undefined;
      if (element.name !== 'para' && isWrittenApart(element)) return null;
      const isApplicable = library.applicability.on(element)?.kind !== 'not';
      if (isApplicable && (instruction.inForce || element.name !== 'section')) return undefined;
      return notFunded(element, `${instruction.key}/${String(element.ordinal)}`, codeNumber(element));
    },
  };
}

/** What citations can lead to although the text does not have it. */
export const knownPlaces = ({ laws, titles }: Library): KnownPlaces => ({
  hasSection: (section) => laws.makes(section) || !titles.has(titleOfSection(section)),
  writtenSteps: (section, steps) => {
    const made = laws.madeSection(section);
    return made === undefined ? steps : writtenSteps(made, steps);
  },
  containerPrefix: (segments) => laws.containerPrefix(segments),
});

/** A citation in a section that is put in with its container stands in that section. */
function standingOf(element: XmlElement, standing: Standing): Standing {
  if (standing.section !== undefined) return standing;
  for (let at = element.parent; at !== undefined; at = at.parent)
    if (at.name === 'section') return { ...standing, section: codeNumber(at) };
  return standing;
}

/** The path in the code that a citation leads to; undefined where it leads to no place of the code. */
function citedPlace(element: XmlElement, instruction: Instruction, { laws }: Library): readonly string[] | undefined {
  const { doc, path = '' } = element.attributes;
  const segments = joinPath([], path);
  const documents = doc === undefined ? [instruction.amends, instruction.law] : [doc];
  for (const document of documents) {
    const resolution = laws.resolve({ document, segments });
    if (resolution.kind === 'code') return resolution.segments;
  }
  // What neither law has may be cited by its number in the code, which names the title.
  return doc === undefined && IN_CODE.test(segments[0] ?? '') ? segments : undefined;
}

/** A section by its number in the code: `§47-1801.04`, `§28:1-101`. */
const IN_CODE = /^§\[?\d+[A-Z]?[-–:]/u;

/** What a value can be filled in with. */
interface Filling {
  /** The path of what the element cites; empty where that is no place of the code. */
  readonly target: readonly string[];
  readonly prefixOf: (segments: readonly string[]) => string;
  /** The citation as it would be worked out. */
  readonly citation: () => string;
}

const PLACEHOLDER = /\{\{\s*([^{}]*?)\s*\}\}/gu;

/**
 * A value with its placeholders filled in: `target.num`, the number of what the element cites, `target.display_prefix`,
 * what comes before that number in running text, and `node.cite_string`, the citation, from a word on where it is split.
 * Any other stays as it is.
 */
function fillTemplate(value: string, { target, prefixOf, citation }: Filling): string {
  if (!value.includes('{{')) return value;
  return value.replaceAll(PLACEHOLDER, (whole: string, name: string) => {
    if (name === 'target.num') return (target.at(-1) ?? '').replace(/^§/u, '');
    if (name === 'target.display_prefix') return inText(prefixOf(target));
    if (name === 'node.cite_string') return citation();
    if (name === "node.cite_string.split(' ', 1)[1]") return citation().replace(/^\S* /u, '');
    return whole;
  });
}

/** What stands for a section or paragraph that is not in force: its number and heading, and one line. */
export function notFunded(element: XmlElement, id: string, number: string): Provision {
  const isSection = element.name === 'section';
  const heading = childOf(element, 'heading');
  return new Provision({
    id,
    kind: isSection ? 'section' : 'paragraph',
    number,
    heading: heading === undefined ? Text.EMPTY : trimmedText(textOfNodes(heading.children, valueOf)),
    text: Text.of(`${NOT_FUNDED}.`),
    children: isSection ? [reasonNote(`${id}/reason`, NOT_FUNDED)] : [],
    attributes: placeholderAttributes(NOT_FUNDED),
  });
}

const valueOf = (element: XmlElement): string | undefined => element.attributes['codify:value'];

/** A reason as the publisher puts it first in a section: no law text, but searched by instructions. */
export const reasonNote = (id: string, words: string): Provision =>
  new Provision({ id, kind: 'note', text: Text.of(words), attributes: { element: 'reason' } });

import { childOf, elementsOf, wordsIn } from './scan-xml/look-into.ts';
import type { XmlElement } from './scan-xml/xml-element.ts';
import { trimmed } from './white-space.ts';

/** The parts of a path, outermost first; a leading `|` means nothing, and `§§` the same as `§`. */
export const segmentsOf = (path: string): string[] =>
  path
    .split('|')
    .map((segment) => segment.trim().replace(/^§+\s*/u, '§'))
    .filter((segment) => segment !== '');

/** A law or act as published, with the instructions in it. Its tree is its own: laws that amend it change it. */
export class LawDocument {
  /** How laws and paths call it: `D.C. Law 22-168`. */
  readonly name: string;
  /** The civil date on which it takes effect; empty where the document gives none. */
  readonly effective: string;
  readonly introduced: string;
  readonly root: XmlElement;
  readonly file: string;

  private constructor(name: string, effective: string, introduced: string, root: XmlElement, file: string) {
    this.name = name;
    this.effective = effective;
    this.introduced = introduced;
    this.root = root;
    this.file = file;
  }

  static of(root: XmlElement, file: string): LawDocument {
    const meta = childOf(root, 'meta');
    const dated = (name: string): string => {
      const element = meta === undefined ? undefined : childOf(meta, name);
      return element === undefined ? '' : trimmed(wordsIn(element));
    };
    return new LawDocument(root.attributes['id'] ?? file, dated('effective'), dated('introduced'), root, file);
  }
}

/** The number of a law's element, as written. */
export function numberOf(element: XmlElement): string {
  const number = childOf(element, 'num');
  return number === undefined ? '' : trimmed(wordsIn(number));
}

const NUMBERED: ReadonlySet<string> = new Set(['section', 'para', 'container', 'subsection']);

/** Whether an element is a level of a law: a section, paragraph or container. */
export const isLevel = (element: XmlElement): boolean => NUMBERED.has(element.name);

/** What is written directly in `element`, seen through levels that have a number which is not written. */
function levelsIn(element: XmlElement): XmlElement[] {
  const found: XmlElement[] = [];
  for (const child of elementsOf(element)) {
    if (!isLevel(child)) continue;
    found.push(child);
    if (isUnwritten(child)) found.push(...levelsIn(child));
  }
  return found;
}

/** The steps of a path in a section of a law that are written: not the levels whose number is not. */
export function writtenSteps(section: XmlElement, steps: readonly string[]): string[] {
  let at: XmlElement | undefined = section;
  return steps.filter((step) => {
    at = at === undefined ? undefined : levelsIn(at).find((level) => numberOf(level) === step);
    return at === undefined || !isUnwritten(at);
  });
}

const isUnwritten = (level: XmlElement): boolean => childOf(level, 'num')?.attributes['undesignated'] === 'true';

/** The section of a law with this number, anywhere outside quoted matter. */
function sectionIn(element: XmlElement, number: string): XmlElement | undefined {
  for (const child of elementsOf(element)) {
    if (child.name === 'section' && numberOf(child) === number) return child;
    if (child.name === 'container' || child.name === 'section') {
      const found = sectionIn(child, number);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** The elements that the segments of a path lead through in a law, as far as they lead; the law's root comes first. */
export function walkPath(root: XmlElement, segments: readonly string[]): { way: XmlElement[]; rest: string[] } {
  const way = [root];
  let at: XmlElement[] = [root];
  for (let index = 0; index < segments.length; index += 1) {
    const segment = segments[index] ?? '';
    let next: XmlElement[];
    if (segment.startsWith('§')) {
      const section = sectionIn(at[0] ?? root, segment.slice(1)) ?? sectionIn(root, segment.slice(1));
      next = section === undefined ? [] : [section];
    } else if (segment === 'includes') next = at.flatMap((element) => elementsOf(element, 'include'));
    else if (segment === 'heading' || segment === 'text' || segment === 'num' || segment === 'aftertext')
      next = at.flatMap((element) => elementsOf(element, segment));
    else next = at.flatMap(levelsIn).filter((element) => numberOf(element) === segment);
    const [first] = next;
    if (first === undefined) return { way, rest: segments.slice(index) };
    way.push(first);
    at = segment === 'includes' ? next : [first];
  }
  return { way, rest: [] };
}

/** The path of the paragraph or section of its law that holds an element: `§203|(b)|(3)`. Quoted matter counts as written. */
export function pathInLaw(element: XmlElement): string {
  const segments: string[] = [];
  for (let at: XmlElement | undefined = element; at !== undefined; at = at.parent) {
    if (at.name === 'section') {
      segments.push(`§${numberOf(at)}`);
      const isQuoted = hasAncestor(at, 'include');
      if (!isQuoted) break;
    } else if (at.name === 'para' || at.name === 'subsection') segments.push(numberOf(at));
  }
  return segments
    .reverse()
    .filter((segment) => segment !== '')
    .join('|');
}

function hasAncestor(element: XmlElement, name: string): boolean {
  for (let at = element.parent; at !== undefined; at = at.parent) if (at.name === name) return true;
  return false;
}

/** Every section of a law with this number, those in quoted matter too. */
export function sectionsNumbered(element: XmlElement, number: string): XmlElement[] {
  const found: XmlElement[] = [];
  for (const child of elementsOf(element)) {
    if (child.name === 'section' && numberOf(child) === number) found.push(child);
    found.push(...sectionsNumbered(child, number));
  }
  return found;
}

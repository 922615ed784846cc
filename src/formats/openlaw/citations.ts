import type { TextView } from '../../legaltext/instrument.ts';
import type { Provision } from '../../legaltext/provision.ts';
import { findPlace, findSection, stepsBelow } from './code-place.ts';

/** What can be cited although the text does not have it. */
export interface KnownPlaces {
  hasSection(number: string): boolean;
  /** The steps of a path in a section that are written: not the levels whose number is not. */
  writtenSteps(number: string, steps: readonly string[]): readonly string[];
  /** The prefix of the container at a path. */
  containerPrefix(segments: readonly string[]): string | undefined;
}

/** Where a citation stands: the containers around it, outermost first, and the section it is in. */
export interface Standing {
  readonly containers: readonly Provision[];
  /** The number of the section; undefined where the citation stands in none. */
  readonly section: string | undefined;
  /** The path of a container around it that is only being put in. */
  readonly coming?: readonly string[];
}

const isContainer = (provision: Provision): boolean => provision.attributes['prefix'] !== undefined;

/** The standing of what is in, or goes into, a provision; `section` where that is a section that is not there yet. */
export function standingIn(view: TextView, provision: Provision, section?: string): Standing {
  const path = view.pathTo(provision.id);
  const own = path.find((each) => each.kind === 'section');
  return {
    containers: path.filter((each) => isContainer(each) && each.kind !== 'code'),
    section: section ?? own?.number,
  };
}

/** Containers whose prefix stands in lower case in running text; every other keeps its capital. */
const SMALL: ReadonlySet<string> = new Set(['subchapter', 'part', 'subpart', 'article']);

/** The prefix of a container as it stands in running text: `subchapter`, `Title`. */
export const inText = (prefix: string): string => {
  const small = prefix.toLowerCase();
  return SMALL.has(small) ? small : prefix;
};

/**
 * How the publisher writes a citation of a place of the code: a section by its number and the paragraphs in it, the
 * section it stands in as "this section", a container around it as "this chapter", any other container from the innermost
 * out to the first that holds the citation too ("part A of subchapter II of this chapter"). In an enacted title, whose
 * words are the legislature's own, what is put in place of them stands in square brackets. Undefined where the place is
 * not there: then the words stay as they are. `known` answers for what is not in the text: what some instruction has yet
 * to put in, and titles that were not brought.
 */
export function renderCitation(
  view: TextView,
  segments: readonly string[],
  standing: Standing,
  known: KnownPlaces,
  atStart: boolean,
): string | undefined {
  const words = citationWords(view, segments, standing, known);
  if (words === undefined) return undefined;
  const begun = atStart ? words.charAt(0).toUpperCase() + words.slice(1) : words;
  const isEnacted = standing.containers[0]?.attributes['enacted'] === 'true';
  return isEnacted ? `[${begun}]` : begun;
}

function citationWords(
  view: TextView,
  segments: readonly string[],
  standing: Standing,
  known: KnownPlaces,
): string | undefined {
  const [first, ...rest] = segments;
  if (first === undefined) return undefined;
  if (!first.startsWith('§')) return containerWords(view, segments, standing, known);
  const number = first.slice(1);
  const section = findSection(view, number);
  const isCited = number === standing.section;
  if (section === undefined && !isCited && !known.hasSection(number)) return undefined;
  const steps = section === undefined ? known.writtenSteps(number, rest) : writtenSteps(section, rest);
  if (isCited && steps.length === 0) return 'this section';
  return `§ ${number}${steps.join('')}`;
}

/** The steps of a path that are written: not the levels whose number is not. */
function writtenSteps(section: Provision, steps: readonly string[]): string[] {
  const written: string[] = [];
  let at: Provision | undefined = section;
  for (const step of steps) {
    let next: Provision | undefined;
    if (at !== undefined)
      for (const child of stepsBelow(at))
        if (child.number === step) {
          next = child;
          break;
        }
    if (next?.attributes['undesignated'] !== 'true') written.push(step);
    at = next;
  }
  return written;
}

function containerWords(
  view: TextView,
  segments: readonly string[],
  standing: Standing,
  known: KnownPlaces,
): string | undefined {
  const path = containersAlong(view, segments, known);
  if (path === undefined) return undefined;
  const around = new Set(standing.containers.map((container) => container.id));
  const coming = standing.coming?.join('|');
  let words = '';
  for (let index = path.length - 1; index >= 0; index -= 1) {
    const container = path[index];
    if (container === undefined) continue;
    const joint = words === '' ? '' : ' of ';
    const isComing = container.id === undefined && coming === segments.slice(0, index + 1).join('|');
    if (isComing || (container.id !== undefined && around.has(container.id)))
      return `${words}${joint}this ${container.prefix.toLowerCase()}`;
    if (!container.isWritten) continue;
    words += `${joint}${inText(container.prefix)} ${container.number}`;
  }
  return words === '' ? undefined : words;
}

interface CitedContainer {
  /** Undefined where it is yet to come. */
  readonly id: string | undefined;
  readonly prefix: string;
  readonly number: string;
  readonly isWritten: boolean;
}

/** The containers that a path leads through; undefined where it leads to none. */
function containersAlong(
  view: TextView,
  segments: readonly string[],
  known: KnownPlaces,
): CitedContainer[] | undefined {
  const along: CitedContainer[] = [];
  for (let length = 1; length <= segments.length; length += 1) {
    const steps = segments.slice(0, length);
    const place = findPlace(view, steps);
    const number = steps.at(-1) ?? '';
    if (place !== undefined && place.part === undefined && isContainer(place.provision)) {
      const { id, attributes } = place.provision;
      const isWritten = attributes['undesignated'] !== 'true';
      along.push({ id, prefix: attributes['prefix'] ?? '', number: place.provision.number, isWritten });
      continue;
    }
    const prefix = known.containerPrefix(steps);
    if (prefix === undefined) return undefined;
    along.push({ id: undefined, prefix, number, isWritten: true });
  }
  return along;
}

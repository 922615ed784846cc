import type { TextView } from '../../legaltext/instrument.ts';
import type { Provision } from '../../legaltext/provision.ts';
import { findPlace, findSection, stepsBelow } from './code-place.ts';

/** Where a citation stands: the containers around it, outermost first, and the section it is in. */
export interface Standing {
  readonly containers: readonly Provision[];
  /** The number of the section; undefined where the citation stands in none. */
  readonly section: string | undefined;
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

const inText = (container: Provision): string => {
  const prefix = container.attributes['prefix'] ?? '';
  const small = prefix.toLowerCase();
  return SMALL.has(small) ? small : prefix;
};

/**
 * How the publisher writes a citation of a place of the code: a section by its number and the paragraphs in it, the
 * section it stands in as "this section", a container around it as "this chapter", any other container from the innermost
 * out to the first that holds the citation too ("part A of subchapter II of this chapter"). In an enacted title, whose
 * words are the legislature's own, what is put in place of them stands in square brackets. Undefined where the place is
 * not there: then the words stay as they are. `isKnown` answers for sections that are not in the text: those that some
 * instruction has yet to put in, and those of titles that were not brought.
 */
export function renderCitation(
  view: TextView,
  segments: readonly string[],
  standing: Standing,
  isKnown: (section: string) => boolean,
  atStart: boolean,
): string | undefined {
  const words = citationWords(view, segments, standing, isKnown);
  if (words === undefined) return undefined;
  const begun = atStart ? words.charAt(0).toUpperCase() + words.slice(1) : words;
  const isEnacted = standing.containers[0]?.attributes['enacted'] === 'true';
  return isEnacted ? `[${begun}]` : begun;
}

function citationWords(
  view: TextView,
  segments: readonly string[],
  standing: Standing,
  isKnown: (section: string) => boolean,
): string | undefined {
  const [first, ...rest] = segments;
  if (first === undefined) return undefined;
  if (!first.startsWith('§')) return containerWords(view, segments, standing);
  const number = first.slice(1);
  const section = findSection(view, number);
  const isCited = number === standing.section;
  if (section === undefined && !isCited && !isKnown(number)) return undefined;
  const steps = section === undefined ? rest : writtenSteps(section, rest);
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

function containerWords(view: TextView, segments: readonly string[], standing: Standing): string | undefined {
  const place = findPlace(view, segments);
  if (place === undefined || place.part !== undefined) return undefined;
  const path = view.pathTo(place.provision.id).filter(isContainer);
  const around = new Set(standing.containers.map((container) => container.id));
  let words = '';
  for (let index = path.length - 1; index >= 0; index -= 1) {
    const container = path[index];
    if (container === undefined) continue;
    const joint = words === '' ? '' : ' of ';
    if (around.has(container.id)) return `${words}${joint}this ${(container.attributes['prefix'] ?? '').toLowerCase()}`;
    if (container.attributes['undesignated'] === 'true') continue;
    words += `${joint}${inText(container)} ${container.number}`;
  }
  return words === '' ? undefined : words;
}

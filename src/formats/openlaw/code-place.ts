import type { TextView } from '../../legaltext/instrument.ts';
import type { Provision } from '../../legaltext/provision.ts';

/** The parts of a provision that a path can name as its last step. */
export type Part = 'heading' | 'text' | 'num' | 'aftertext';
const PARTS: ReadonlySet<string> = new Set<Part>(['heading', 'text', 'num', 'aftertext']);
/** Whether a step of a path names a part of a provision. */
export const isPart = (segment: string): segment is Part => PARTS.has(segment);

/** A place in the code: a provision, or one part of it. */
export interface CodePlace {
  readonly provision: Provision;
  readonly part?: Part;
}

/** The title that the section of this number belongs to: `47` for `47-1801.04`, `28` for `28:1-101`. A dash counts as a hyphen. */
export const titleOfSection = (number: string): string => /^\[?([^-–—‑:]*)/u.exec(number)?.[1] ?? '';

/** The title that a path leads into; undefined for the empty path. */
export function titleOfPath(segments: readonly string[]): string | undefined {
  const [first] = segments;
  if (first === undefined) return undefined;
  return first.startsWith('§') ? titleOfSection(first.slice(1)) : first;
}

/** The section of the code with this number. */
export function findSection(view: TextView, number: string): Provision | undefined {
  let found: Provision | undefined;
  for (const id of view.numbered(number)) {
    const provision = view.find(id);
    if (provision?.kind === 'section') found ??= provision;
  }
  return found;
}

/** The children of a provision as paths see them: through levels whose number is not written, and quoted matter. */
export function* stepsBelow(provision: Provision): Generator<Provision> {
  for (const child of provision.children) {
    yield child;
    if (child.attributes['undesignated'] === 'true' || child.kind === 'quotation') yield* stepsBelow(child);
  }
}

/** The child that a step of a path leads to; a section named without its sign comes after any other child. */
function stepTo(from: Provision, segment: string): Provision | undefined {
  let section: Provision | undefined;
  for (const child of stepsBelow(from))
    if (child.number === segment) {
      if (child.kind !== 'section') return child;
      section ??= child;
    }
  return section;
}

/** What stands at the end of a path, or undefined when nothing does. */
export function findPlace(view: TextView, segments: readonly string[]): CodePlace | undefined {
  let at: Provision = view.top;
  for (const [index, segment] of segments.entries()) {
    if (segment === 'includes') continue;
    if (segment.startsWith('§')) {
      const section = findSection(view, segment.slice(1));
      if (section === undefined) return undefined;
      at = section;
      continue;
    }
    const next = stepTo(at, segment);
    if (next !== undefined) at = next;
    else if (index === segments.length - 1 && isPart(segment)) return { provision: at, part: segment };
    else return undefined;
  }
  return { provision: at };
}

/** The section that holds a provision, or is it. */
export function sectionOf(view: TextView, provision: Provision): Provision | undefined {
  for (let at: Provision | undefined = provision; at !== undefined; at = view.parentOf(at.id))
    if (at.kind === 'section') return at;
  return undefined;
}

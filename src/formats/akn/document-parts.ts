import type { Provision } from '../../legaltext/provision.ts';
import { BESIDE } from './names.ts';

/** The parts of a document before, in and after its body, and beside it. */
export interface DocumentParts {
  readonly front: readonly Provision[];
  readonly body: readonly Provision[];
  readonly conclusions: Provision | undefined;
  readonly attachments: readonly Provision[];
  readonly components: readonly Provision[];
  readonly beside: readonly Provision[];
}

const FRONT_OF: Readonly<Record<string, readonly string[]>> = {
  portion: [],
  debate: ['coverPage', 'preface'],
  judgment: ['coverPage', 'header'],
  amendment: ['coverPage', 'preface'],
};

/**
 * Takes the children of a document apart, by kind and place: what does not stand where it must is of the body. `fits` says
 * whether a provision can be written as an element. Only the main document has components beside it.
 */
export function documentParts(
  provision: Provision,
  element: string,
  isMain: boolean,
  fits: (provision: Provision, element: string) => boolean,
): DocumentParts {
  let children = provision.children;
  const front: Provision[] = [];
  for (const name of FRONT_OF[element] ?? ['coverPage', 'preface', 'preamble']) {
    const [first] = children;
    if (first?.kind === name) {
      front.push(first);
      children = children.slice(1);
    }
  }
  const takeLast = (matches: (child: Provision) => boolean): readonly Provision[] => {
    let from = children.length;
    for (let child = children[from - 1]; child !== undefined && matches(child); child = children[from - 1]) from -= 1;
    const taken = children.slice(from);
    children = children.slice(0, from);
    return taken;
  };
  const isOf =
    (kind: string, of: string | undefined) =>
    (child: Provision): boolean =>
      child.kind === kind && child.attributes['of'] === of && fits(child, kind);
  const hasBack = element !== 'portion';
  const beside = isMain ? takeLast(isOf('component', BESIDE)) : [];
  const components = hasBack ? takeLast(isOf('component', 'components')) : [];
  const attachments = hasBack ? takeLast((child) => child.kind === 'attachment' && fits(child, 'attachment')) : [];
  const last = children.at(-1);
  const conclusions = hasBack && last?.kind === 'conclusions' ? last : undefined;
  if (conclusions !== undefined) children = children.slice(0, -1);
  return { front, body: children, conclusions, attachments, components, beside };
}

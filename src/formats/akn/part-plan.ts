import type { Provision } from '../../legaltext/provision.ts';
import { nativeIn, type Family } from './fitting.ts';
import { numberOf } from './number-text.ts';
import { BLOCK_HOLDER, type Model } from './vocabulary.ts';

/** The parts of a provision that will have an element of their own, so that attributes of theirs can go there. */
export const PARTS = ['num', 'heading', 'text', 'tail', 'intro', 'content', 'wrapUp'] as const;
export type Part = (typeof PARTS)[number];

/** The blocks before the first provision of the hierarchy, what stands between, and the blocks after the last. */
export interface Runs {
  readonly lead: readonly Provision[];
  readonly middle: readonly Provision[];
  readonly trail: readonly Provision[];
}

/** Takes children apart for an element of the hierarchy, which holds blocks only in its introduction and closing words. */
export function runsOf(children: readonly Provision[]): Runs {
  const isBlock = (child: Provision): boolean => nativeIn(child, BLOCK_HOLDER) !== undefined;
  const after = children.findIndex((child) => !isBlock(child));
  const from = after < 0 ? children.length : after;
  const to = Math.max(from, children.findLastIndex((child) => !isBlock(child)) + 1);
  return { lead: children.slice(0, from), middle: children.slice(from, to), trail: children.slice(to) };
}

/** The parts that a provision has as an element built by `model`. */
export function partsOf(provision: Provision, model: Model, { others }: Family): ReadonlySet<Part> {
  const { heading, text, tail, attributes } = provision;
  const parts = new Set<Part>();
  const hasAttributesOf = (part: Part): boolean => Object.keys(attributes).some((name) => name.startsWith(`${part}@`));
  if (model.hasHead && (!numberOf(provision).isEmpty || hasAttributesOf('num'))) parts.add('num');
  if (!heading.isEmpty) parts.add('heading');
  // The words of a paragraph or list item stand in its own element: what is of an element of their own is kept beside them.
  const isItsWords = model.shape === 'running' || model.shape === 'item';
  if (!isItsWords && (!text.isEmpty || (model.takesText && model.shape !== 'rows' && hasAttributesOf('text'))))
    parts.add('text');
  if (!tail.isEmpty) parts.add('tail');
  if (model.shape !== 'hierarchy') return parts;
  const { lead, middle, trail } = runsOf(others);
  const needsIntro = middle.length > 0 || !tail.isEmpty || (hasAttributesOf('intro') && !hasAttributesOf('content'));
  const opening = needsIntro ? 'intro' : 'content';
  if (parts.has('text') || lead.length > 0 || hasAttributesOf(opening)) parts.add(opening);
  if (trail.length > 0 || !tail.isEmpty) parts.add('wrapUp');
  return parts;
}

import type { Attributes, MarkKind } from '../../legaltext/text.ts';

/**
 * What an inline element is to the engine. The three that are the plain form of their kind (`ref`, `def`, `term`) need not
 * be named in the mark; for all others the mark says in `element` which it was.
 */
const KINDS: Readonly<Record<string, MarkKind>> = {
  ref: 'reference',
  mref: 'reference',
  rref: 'reference',
  a: 'reference',
  def: 'definition',
  term: 'term',
  b: 'emphasis',
  i: 'emphasis',
  u: 'emphasis',
  sub: 'emphasis',
  sup: 'emphasis',
};

/** The element a mark of this kind is when it names none. */
export const PLAIN: Readonly<Partial<Record<MarkKind, string>>> = {
  reference: 'ref',
  definition: 'def',
  term: 'term',
};

export const ELEMENT = 'element';

export const markKindOf = (element: string): MarkKind =>
  Object.hasOwn(KINDS, element) ? (KINDS[element] ?? 'inline') : 'inline';

/**
 * Whether an `eol` is a line break between words, and not the place in a word that print has divided, which it says by how
 * it was divided.
 */
export const endsLine = (attributes: Attributes): boolean =>
  attributes['breakWith'] === undefined && attributes['breakAt'] === undefined;

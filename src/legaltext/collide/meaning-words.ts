import { hashOf, type Hash } from '../hash.ts';
import type { ProvisionId } from '../provision.ts';
import { citationOf } from './citation.ts';
import type { CollisionClass } from './collision.ts';
import { contentAt } from './content.ts';
import type { DefinitionChange } from './definition-changes.ts';
import type { Displaced, Displacement } from './displaced.ts';
import type { Ground, Watched } from './ground.ts';

/** What a change does to a definition, in words that the term follows. */
export const DEFINES: Readonly<Record<DefinitionChange, string>> = {
  adds: 'brings in a definition of',
  changes: 'changes the definition of',
  removes: 'removes the definition of',
};

const DISPLACES: Readonly<Record<Displacement, string>> = {
  removed: 'takes away',
  moved: 'moves',
  renumbered: 'renumbers',
};

/** Whose number changes is renumbered; what else happens to a provision takes it away from those who refer to it. */
export const classOfDisplacement = (how: Displacement): CollisionClass =>
  how === 'renumbered' ? 'renumber' : 'reference';

/** `takes away 2.1(a), which …`, or `takes away 2.1(a) and gives its number to 2.1(b), so that … `. */
export function displaces(
  ground: Ground,
  watched: Watched,
  [id, { how, instead }]: readonly [ProvisionId, Displaced],
  [leads, astray]: readonly [string, string],
): string {
  const what = `${DISPLACES[how]} ${citeIn(ground, [watched], id)}`;
  if (instead === null) return `${what}, ${leads}`;
  const other = ground.base.find(instead) === undefined ? 'a new provision' : citeIn(ground, [watched], instead);
  return `${what} and gives its number to ${other}, so that another provision would be meant ${astray}`;
}

/** A provision cited as the base has it, or else as the first of these changes that has it. */
export const citeIn = ({ base, cite }: Ground, watched: readonly Watched[], id: ProvisionId): string =>
  citationOf(id, [base.index, ...watched.map(({ footprint }) => footprint.after)], cite);

/** What a change does at a place, as a hash: of all its strands that come near. */
export function contentOf({ footprint }: Watched, place: ProvisionId): Hash {
  return hashOf(footprint.strands.filter(({ at }) => at.has(place)).map((strand) => contentAt(strand, place)));
}

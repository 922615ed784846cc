import type { Footprint, FreshText } from '../footprint/footprint.ts';
import type { Range } from '../footprint/provenance.ts';
import { Role } from '../footprint/roles.ts';
import { provisionsUnder, type Provision, type ProvisionId } from '../provision.ts';
import type { Version } from '../version.ts';
import { displacements, type Displaced } from './displaced.ts';
import { addTo, type ExistingPlace, type TextKnowledge } from './knowledge.ts';

export type DefinitionChange = 'adds' | 'changes' | 'removes';

/** What a change does to the ground that other words stand on: definitions, and provisions that are referred to. */
export interface Meaning {
  readonly definitions: ReadonlyMap<string, { readonly how: DefinitionChange; readonly place: ProvisionId }>;
  readonly displaced: ReadonlyMap<ProvisionId, Displaced>;
  /** Terms that its new words use, with where. */
  readonly terms: ReadonlyMap<string, ProvisionId>;
  /** Texts with new words, by what a term in them could begin with: they may use one that another change defines. */
  readonly wordings: ReadonlyMap<string, readonly Wording[]>;
  /** What the terms begin with of which it brings in a definition. */
  readonly openings: ReadonlySet<string>;
  /** Provisions that its new words refer to, with where. */
  readonly references: ReadonlyMap<ProvisionId, ProvisionId>;
}

/** A text with new words, and the provision of the base in which it is read. */
export interface Wording extends FreshText {
  readonly at: ProvisionId;
}

/** Works out what a change means for others. Costs what it touches, and the provisions it takes away or moves. */
export function meaningOf(footprint: Footprint, base: Version, knowledge: TextKnowledge): Meaning {
  const terms = new Map<string, ProvisionId>();
  const wordings = new Map<string, Wording[]>();
  const references = new Map<ProvisionId, ProvisionId>();
  const { newTerms } = knowledge;
  for (const { fresh } of footprint.strands)
    for (const each of fresh) {
      const { provision, text, fresh: ranges } = each;
      // New provisions are read as if they stood in the nearest provision around them that the base has.
      const at =
        footprint.after.pathTo(provision).findLast(({ id }) => base.find(id) !== undefined)?.id ?? base.root.id;
      for (const { what, start, end } of knowledge.termsIn(text, at))
        if (isFresh(start, end, ranges)) terms.set(what, provision);
      for (const { what, start, end } of knowledge.referencesIn(text, at))
        if (isFresh(start, end, ranges)) references.set(what, provision);
      const wording: Wording = { ...each, at };
      for (const opening of newTerms?.openingsIn(text) ?? []) addTo(wordings, opening, wording);
    }
  const definitions = definitionChanges(footprint, base, knowledge);
  const added = [...definitions].filter(([, { how }]) => how === 'adds');
  return {
    definitions,
    wordings,
    openings: new Set(newTerms === null ? [] : added.map(([term]) => newTerms.openingOf(term))),
    displaced: displacements(footprint, base),
    terms,
    references,
  };
}

/** Where the new words of a change use a term that the base does not define; undefined where they do not. */
export function useOfNewTerm(
  term: string,
  { wordings }: Meaning,
  { newTerms }: TextKnowledge,
): ProvisionId | undefined {
  if (newTerms === null) return undefined;
  return wordings
    .get(newTerms.openingOf(term))
    ?.find(({ text, at, fresh }) =>
      newTerms.usesIn(term, text, at).some(({ start, end }) => isFresh(start, end, fresh)),
    )?.provision;
}

const isFresh = (start: number, end: number, ranges: readonly Range[]): boolean =>
  ranges.some((range) => start < range.end && range.start < end);

function definitionChanges(
  { strands, after }: Footprint,
  base: Version,
  knowledge: TextKnowledge,
): Meaning['definitions'] {
  const before = new Map<string, ProvisionId>();
  const now = new Map<string, ProvisionId>();
  const reworded = new Map<string, ProvisionId>();
  for (const { at } of strands)
    for (const [id, role] of at) {
      if ((role & (Role.GONE | Role.MADE)) !== 0) {
        noteDefinitions(before, base.find(id), knowledge);
        noteDefinitions(now, after.find(id), knowledge);
      }
      if ((role & Role.WORDS) !== 0) noteReworded(id, { before, now, reworded }, { base, after, knowledge });
      // A definition reads on to the items under it: who changes one of those changes the definition.
      if ((role & (Role.WORDS | Role.GONE | Role.HOLDS)) !== 0)
        for (const above of base.pathTo(id))
          if (
            above.kind === 'definition' &&
            (above.id !== id || (role & Role.HOLDS) !== 0) &&
            after.find(above.id) !== undefined
          )
            for (const term of knowledge.definitionsIn(above)) reworded.set(term, above.id);
    }
  const changes = new Map<string, { readonly how: DefinitionChange; readonly place: ProvisionId }>();
  for (const [term, place] of reworded) changes.set(term, { how: 'changes', place });
  for (const [term, place] of now) changes.set(term, { how: before.has(term) ? 'changes' : 'adds', place });
  for (const [term, place] of before) if (!now.has(term)) changes.set(term, { how: 'removes', place });
  return changes;
}

function noteDefinitions(
  found: Map<string, ProvisionId>,
  provision: Provision | undefined,
  knowledge: TextKnowledge,
): void {
  if (provision === undefined) return;
  for (const each of provisionsUnder(provision))
    for (const term of knowledge.definitionsIn(each)) found.set(term, each.id);
}

function noteReworded(
  id: ProvisionId,
  { before, now, reworded }: Readonly<Record<'before' | 'now' | 'reworded', Map<string, ProvisionId>>>,
  {
    base,
    after,
    knowledge,
  }: { readonly base: Version; readonly after: Footprint['after']; readonly knowledge: TextKnowledge },
): void {
  const old = base.find(id);
  const current = after.find(id);
  const terms = old === undefined ? [] : knowledge.definitionsIn(old);
  const still = current === undefined ? [] : knowledge.definitionsIn(current);
  for (const term of terms) {
    if (still.includes(term)) {
      if (old?.text.words !== current?.text.words || old?.tail.words !== current?.tail.words) reworded.set(term, id);
    } else before.set(term, id);
  }
  for (const term of still) if (!terms.includes(term)) now.set(term, id);
}

/** Existing places that are not gone or reworded themselves by the change in question. */
export function stillStanding(places: readonly ExistingPlace[], footprint: Footprint): readonly ExistingPlace[] {
  return places.filter(({ provision, part, start, end, elsewhere }) => {
    if (elsewhere !== undefined) return true;
    if (footprint.after.find(provision) === undefined) return false;
    for (const { at, words } of footprint.strands) {
      const role = at.get(provision) ?? 0;
      if ((role & (Role.GONE | Role.MADE)) !== 0) return false;
      const edits = words.get(provision)?.find((write) => write.part === part)?.edits ?? [];
      if (edits.some((edit) => edit.start < end && start < edit.end)) return false;
    }
    return true;
  });
}

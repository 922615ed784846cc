import type { Footprint, FreshText } from '../footprint/footprint.ts';
import type { Range } from '../footprint/provenance.ts';
import { Role } from '../footprint/roles.ts';
import type { ProvisionId } from '../provision.ts';
import type { Version } from '../version.ts';
import { definitionChanges, type ChangedDefinition } from './definition-changes.ts';
import { displacements, type Displaced } from './displaced.ts';
import { addTo, type ExistingPlace, type Mention, type OpenCitation, type TextKnowledge } from './knowledge.ts';

/** A provision that new words are in, and the nearest one around it that the base has, or itself. */
export interface FreshPlace {
  readonly provision: ProvisionId;
  readonly at: ProvisionId;
}

/** A text with new words, and the provision of the base in which it is read. */
export interface Wording extends FreshText, FreshPlace {}

/** The use of a term in new words, with the scope of the definition of the base that holds there; null for none. */
export interface FreshUse extends FreshPlace {
  readonly scope: ProvisionId | null;
}

/** A citation in new words that leads nowhere in the base. */
export interface FreshCitation extends FreshPlace, OpenCitation {}

/**
 * What a change does to the ground that other words stand on (definitions, and provisions that are referred to), and what
 * its own new words stand on.
 */
export interface Meaning {
  /** By term. */
  readonly definitions: ReadonlyMap<string, readonly ChangedDefinition[]>;
  readonly displaced: ReadonlyMap<ProvisionId, Displaced>;
  /** Terms that its new words use, with where. */
  readonly terms: ReadonlyMap<string, readonly FreshUse[]>;
  /** Texts with new words, by what a term in them could begin with: they may use one that another change defines. */
  readonly wordings: ReadonlyMap<string, readonly Wording[]>;
  /** What the terms begin with of which it brings in a definition. */
  readonly openings: ReadonlySet<string>;
  /** Provisions that its new words refer to, with where. */
  readonly references: ReadonlyMap<ProvisionId, ProvisionId>;
  /** Citations in its new words of what the base does not have, by the keys they wait for (see `CitationReading`). */
  readonly citing: ReadonlyMap<string, readonly FreshCitation[]>;
  /** Provisions that it brings, or gives other numbers, by the keys that a citation can wait for. */
  readonly bringing: ReadonlyMap<string, readonly ProvisionId[]>;
}

/** Works out what a change means for others. Costs what it touches, and the provisions it takes away or moves. */
export function meaningOf(footprint: Footprint, base: Version, knowledge: TextKnowledge): Meaning {
  const definitions = definitionChanges(footprint, base, knowledge);
  return {
    definitions,
    openings: openingsOf(definitions, knowledge),
    displaced: displacements(footprint, base),
    bringing: bringing(footprint, base, knowledge),
    ...readFresh(footprint, base, knowledge),
  };
}

type FreshReading = Pick<Meaning, 'terms' | 'wordings' | 'references' | 'citing'>;

/** What the new words of a change use, refer to and cite. */
function readFresh({ strands, after }: Footprint, base: Version, knowledge: TextKnowledge): FreshReading {
  const terms = new Map<string, FreshUse[]>();
  const wordings = new Map<string, Wording[]>();
  const references = new Map<ProvisionId, ProvisionId>();
  const citing = new Map<string, FreshCitation[]>();
  for (const { fresh } of strands)
    for (const each of fresh) {
      const { provision, text, fresh: ranges } = each;
      // New provisions are read as if they stood in the nearest provision around them that the base has.
      const at = after.pathTo(provision).findLast(({ id }) => base.find(id) !== undefined)?.id ?? base.root.id;
      for (const use of knowledge.termsIn(text, at))
        if (isFresh(use, ranges)) addTo(terms, use.term, { provision, at, scope: use.scope });
      for (const citation of knowledge.citationsIn(text, at)) {
        if (!isFresh(citation, ranges)) continue;
        if (citation.target !== null) references.set(citation.target, provision);
        const open = { provision, at, text, citation };
        for (const key of new Set(citation.keys)) addTo(citing, key, open);
      }
      for (const opening of knowledge.newTerms?.openingsIn(text) ?? []) addTo(wordings, opening, { ...each, at });
    }
  return { terms, wordings, references, citing };
}

function openingsOf(definitions: Meaning['definitions'], { newTerms }: TextKnowledge): ReadonlySet<string> {
  const openings = new Set<string>();
  if (newTerms === null) return openings;
  for (const [term, changes] of definitions)
    if (changes.some(({ how }) => how === 'adds')) openings.add(newTerms.openingOf(term));
  return openings;
}

/** What a change brings into being, moves or renumbers, by the keys under which it can be cited then. */
function bringing(
  { strands, after }: Footprint,
  base: Version,
  { newCitations }: TextKnowledge,
): ReadonlyMap<string, readonly ProvisionId[]> {
  const found = new Map<string, ProvisionId[]>();
  for (const { at } of strands)
    for (const [id, role] of at) {
      const provision = (role & (Role.MADE | Role.NUMBER | Role.MOVED)) === 0 ? undefined : after.find(id);
      const old = base.find(id);
      if (provision === undefined) continue;
      const stays = old?.number === provision.number && base.parentOf(id)?.id === after.parentOf(id)?.id;
      if (!stays) for (const key of newCitations.keysOf(provision, after)) addTo(found, key, id);
    }
  return found;
}

/** Where the new words of a change use a term that the base does not define there. */
export function usesOfNewTerm(term: string, { wordings }: Meaning, { newTerms }: TextKnowledge): readonly FreshPlace[] {
  if (newTerms === null) return [];
  return (wordings.get(newTerms.openingOf(term)) ?? []).filter(({ text, at, fresh }) =>
    newTerms.usesIn(term, text, at).some((use) => isFresh(use, fresh)),
  );
}

const isFresh = ({ start, end }: Mention, ranges: readonly Range[]): boolean =>
  ranges.some((range) => start < range.end && range.start < end);

/** Existing places that are not gone or reworded themselves by the change in question. */
export function stillStanding<Place extends ExistingPlace>(
  places: readonly Place[],
  footprint: Footprint,
): readonly Place[] {
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

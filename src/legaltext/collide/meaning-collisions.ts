import { hashOf } from '../hash.ts';
import { provisionsUnder, type ProvisionId } from '../provision.ts';
import { citationOf } from './citation.ts';
import type { Collision, CollisionClass, ConcernedPlace } from './collision.ts';
import type { Ground, Watched } from './ground.ts';
import { contentAt } from './content.ts';
import { quote } from './in-words.ts';
import type { ExistingPlace } from './knowledge.ts';
import { makeCollision, sideOf } from './make-collision.ts';
import type { Displaced, Displacement } from './displaced.ts';
import { stillStanding, useOfNewTerm, type DefinitionChange } from './meaning.ts';

const DEFINES: Readonly<Record<DefinitionChange, string>> = {
  adds: 'brings in a definition of',
  changes: 'changes the definition of',
  removes: 'removes the definition of',
};
const DISPLACES: Readonly<Record<Displacement, string>> = {
  removed: 'takes away',
  moved: 'moves',
  renumbered: 'renumbers',
};
const classOf = (how: Displacement): CollisionClass => (how === 'renumbered' ? 'renumber' : 'reference');

/** `takes away 2.1(a), which …`, or `takes away 2.1(a) and gives its number to 2.1(b), so that … `. */
function displaces(
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

const citeIn = ({ base, cite }: Ground, watched: readonly Watched[], id: ProvisionId): string =>
  citationOf(id, [base.index, ...watched.map(({ footprint }) => footprint.after)], cite);

/** What a change does at a place, as a hash: of all its strands that come near. */
function contentOf({ footprint }: Watched, place: ProvisionId): string {
  return hashOf(footprint.strands.filter(({ at }) => at.has(place)).map((strand) => contentAt(strand, place)));
}

/** What a change does to existing text by what its words mean: terms used there, and references to what it displaces. */
export function ownMeaningCollisions(watched: Watched, ground: Ground): readonly Collision[] {
  const { base, knowledge } = ground;
  const { footprint, meaning, instrument } = watched;
  const found: Collision[] = [];
  const report = (
    kind: CollisionClass,
    place: ProvisionId,
    places: readonly ExistingPlace[],
    what: string,
    about?: string,
  ): void => {
    const standing = stillStanding(places, footprint);
    if (standing.length === 0) return;
    const concerns = distinct(standing.map((each) => concernedPlace(ground, each)));
    found.push(
      makeCollision({
        class: kind,
        severity: 'meaning',
        one: sideOf(instrument, contentOf(watched, place)),
        other: null,
        place,
        citation: citeIn(ground, [watched], place),
        concerns,
        about,
        sentence: `${instrument.name} ${what} ${listed(concerns)}.`,
      }),
    );
  };
  for (const [term, { how, place }] of meaning.definitions)
    if (how !== 'adds') {
      const uses = knowledge
        .usesOf(term)
        .filter(({ provision, elsewhere }) => elsewhere !== undefined || provision !== place);
      report('term', place, uses, `${DEFINES[how]} ${quote(term)}, which existing text uses in`, term);
    }
  for (const [id, displaced] of meaning.displaced) {
    const provision = base.find(id);
    if (provision === undefined) continue;
    const within = new Set([...provisionsUnder(provision)].map((each) => each.id));
    const references = [...within]
      .flatMap((each) => knowledge.referencesTo(each))
      .filter((each) => each.elsewhere !== undefined || !within.has(each.provision));
    const words = ['which existing text refers to in', 'by existing text that refers to it in'] as const;
    report(classOf(displaced.how), id, references, displaces(ground, watched, [id, displaced], words));
  }
  return found;
}

function concernedPlace(ground: Ground, { provision, elsewhere }: ExistingPlace): ConcernedPlace {
  if (elsewhere !== undefined) return { provision, ...elsewhere };
  return { provision, citation: citationOf(provision, [ground.base.index], ground.cite) };
}

function distinct(places: readonly ConcernedPlace[]): readonly ConcernedPlace[] {
  return [...new Map(places.map((place) => [`${place.document ?? ''} ${place.provision}`, place])).values()];
}

/** How many places a sentence names before it counts the rest. */
const NAMED = 3;

function listed(places: readonly ConcernedPlace[]): string {
  const names = places
    .slice(0, NAMED)
    .map(({ citation, document }) => (document === undefined ? citation : `${document} ${citation}`));
  const rest = places.length - names.length;
  return rest === 0 ? names.join(', ') : `${names.join(', ')} and ${String(rest)} more places`;
}

/** What two changes do to each other by what their words mean. `one` is the instrument whose id comes first. */
export function meaningCollisions(ground: Ground, one: Watched, other: Watched): readonly Collision[] {
  const found: Collision[] = [];
  const report = (
    kind: CollisionClass,
    place: ProvisionId,
    theirs: ProvisionId,
    active: Watched,
    tell: string,
    about?: string,
  ): void => {
    const passive = active === one ? other : one;
    const [onePlace, otherPlace] = active === one ? [place, theirs] : [theirs, place];
    found.push(
      makeCollision({
        class: kind,
        severity: 'meaning',
        one: sideOf(one.instrument, contentOf(one, onePlace)),
        other: sideOf(other.instrument, contentOf(other, otherPlace)),
        place,
        citation: citeIn(ground, [one, other], place),
        about,
        sentence: `${active.instrument.name} ${tell} that ${passive.instrument.name} puts in ${citeIn(ground, [passive, active], theirs)}.`,
      }),
    );
  };
  for (const [active, passive] of [
    [one, other],
    [other, one],
  ] as const) {
    for (const [term, { how, place }] of active.meaning.definitions) {
      const use = passive.meaning.terms.get(term);
      const wanting = how === 'adds' ? wantsDefinition(ground, passive, term) : undefined;
      if (wanting !== undefined) found.push(definedBy(ground, [one, other], active, [term, place], wanting));
      else if (use !== undefined)
        report('term', place, use, active, `${DEFINES[how]} ${quote(term)}, a term used by the words`, term);
      const theirs = passive.meaning.definitions.get(term);
      if (active === one && how === 'adds' && theirs?.how === 'adds')
        found.push(definedTwice(ground, one, other, term, place, theirs.place));
    }
    for (const [target, from] of passive.meaning.references)
      for (const holder of pathOrSelf(ground, target)) {
        const displaced = active.meaning.displaced.get(holder);
        if (displaced === undefined) continue;
        const words = ['which is referred to by the words', 'by the words'] as const;
        report(classOf(displaced.how), holder, from, active, displaces(ground, active, [holder, displaced], words));
      }
  }
  return found;
}

/** Where a change uses a term that holds nowhere there, since neither the base nor the change itself defines it. */
function wantsDefinition({ knowledge }: Ground, { meaning }: Watched, term: string): ProvisionId | undefined {
  if (meaning.definitions.has(term)) return undefined;
  const use = meaning.terms.get(term);
  if (use !== undefined) return knowledge.isDefined(term) ? undefined : use;
  return useOfNewTerm(term, meaning, knowledge);
}

function definedBy(
  ground: Ground,
  pair: readonly [Watched, Watched],
  provider: Watched,
  [term, place]: readonly [string, ProvisionId],
  use: ProvisionId,
): Collision {
  const [one, other] = pair;
  const user = provider === one ? other : one;
  const sideAt = (watched: Watched) =>
    sideOf(watched.instrument, contentOf(watched, watched === provider ? place : use));
  const where = citeIn(ground, [user, provider], use);
  const { name } = provider.instrument;
  return makeCollision({
    class: 'term',
    severity: 'meaning',
    one: sideAt(one),
    other: sideAt(other),
    about: term,
    place,
    citation: citeIn(ground, [provider], place),
    sentence: `${user.instrument.name} uses the term ${quote(term)} in ${where}, which ${name} would define and the current text does not; without ${name}, it has no meaning there.`,
  });
}

const pathOrSelf = ({ base }: Ground, id: ProvisionId): readonly ProvisionId[] => {
  const path = base.pathTo(id);
  return path.length === 0 ? [id] : path.map((each) => each.id);
};

function definedTwice(
  ground: Ground,
  one: Watched,
  other: Watched,
  term: string,
  place: ProvisionId,
  theirs: ProvisionId,
): Collision {
  const where = citeIn(ground, [one], place);
  const there = citeIn(ground, [other], theirs);
  return makeCollision({
    class: 'term',
    severity: 'meaning',
    one: sideOf(one.instrument, contentOf(one, place)),
    other: sideOf(other.instrument, contentOf(other, theirs)),
    place,
    citation: where,
    about: term,
    sentence: `${one.instrument.name} and ${other.instrument.name} both bring in a definition of ${quote(term)} (${where}; ${there}); the term would be defined twice.`,
  });
}

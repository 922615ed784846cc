import { provisionsUnder, type ProvisionId } from '../provision.ts';
import { citationOf } from './citation.ts';
import type { Collision, CollisionClass, ConcernedPlace } from './collision.ts';
import type { Ground, Watched } from './ground.ts';
import { quote } from './in-words.ts';
import type { ExistingPlace } from './knowledge.ts';
import { makeCollision, sideOf } from './make-collision.ts';
import { citeIn, classOfDisplacement, contentOf, DEFINES, displaces } from './meaning-words.ts';
import { stillStanding } from './meaning.ts';
import { isConcerned } from './scope.ts';

/** What a change does to existing text by what its words mean: terms used there, and references to what it displaces. */
export function ownMeaningCollisions(watched: Watched, ground: Ground): readonly Collision[] {
  return [...termsChanged(watched, ground), ...referencesLost(watched, ground)];
}

interface Report {
  readonly class: CollisionClass;
  readonly place: ProvisionId;
  readonly places: readonly ExistingPlace[];
  readonly tell: string;
  readonly about?: string;
}

function report({ place, places, tell, about, ...rest }: Report, watched: Watched, ground: Ground): Collision[] {
  const standing = stillStanding(places, watched.footprint);
  if (standing.length === 0) return [];
  const concerns = distinct(standing.map((each) => concernedPlace(ground, each)));
  return [
    makeCollision({
      class: rest.class,
      severity: 'meaning',
      one: sideOf(watched.instrument, contentOf(watched, place)),
      other: null,
      place,
      citation: citeIn(ground, [watched], place),
      concerns,
      about,
      sentence: `${watched.instrument.name} ${tell} ${listed(concerns)}.`,
    }),
  ];
}

function termsChanged(watched: Watched, ground: Ground): readonly Collision[] {
  return [...watched.meaning.definitions].flatMap(([term, changes]) =>
    changes.flatMap((changed) => {
      const { how, place } = changed;
      const places = ground.knowledge.usesOf(term).filter(({ provision, elsewhere, scope }) => {
        if (elsewhere === undefined && provision === place) return false;
        return isConcerned(changed, { provision, at: provision, scope }, ground, []);
      });
      const tell = `${DEFINES[how]} ${quote(term)}, which existing text uses in`;
      return report({ class: 'term', place, places, tell, about: term }, watched, ground);
    }),
  );
}

function referencesLost(watched: Watched, ground: Ground): readonly Collision[] {
  const { base, knowledge } = ground;
  const found: Collision[] = [];
  for (const [id, displaced] of watched.meaning.displaced) {
    const provision = base.find(id);
    if (provision === undefined) continue;
    const within = new Set([...provisionsUnder(provision)].map((each) => each.id));
    const places = [...within]
      .flatMap((each) => knowledge.referencesTo(each))
      .filter((each) => each.elsewhere !== undefined || !within.has(each.provision));
    const words = ['which existing text refers to in', 'by existing text that refers to it in'] as const;
    const tell = displaces(ground, watched, [id, displaced], words);
    found.push(...report({ class: classOfDisplacement(displaced.how), place: id, places, tell }, watched, ground));
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

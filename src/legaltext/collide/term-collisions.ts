import type { Collision } from './collision.ts';
import type { ChangedDefinition } from './definition-changes.ts';
import type { Ground, Watched } from './ground.ts';
import { quote } from './in-words.ts';
import { makeCollision, sideOf } from './make-collision.ts';
import { citeIn, contentOf, DEFINES } from './meaning-words.ts';
import { usesOfNewTerm, type FreshPlace } from './meaning.ts';
import { isConcerned, isWithin } from './scope.ts';

/** Two changes, in the order of their ids. */
type Pair = readonly [Watched, Watched];

/** A term, and what a change does to one of its definitions. */
interface Defining {
  readonly term: string;
  readonly changed: ChangedDefinition;
}

/**
 * What two changes do to each other by the terms they define and use: one changes a definition under new words of the
 * other, or alone defines what those words use, or both define one term for the same reach of the text.
 */
export function termCollisions(ground: Ground, pair: Pair): readonly Collision[] {
  const found: Collision[] = [];
  for (const [defining, using] of [pair, [pair[1], pair[0]] as const])
    for (const [term, changes] of defining.meaning.definitions)
      for (const changed of changes) {
        const wanting = placeWanting({ term, changed }, defining, using, ground);
        if (wanting !== undefined) {
          found.push(definedBy(ground, pair, defining, { term, changed }, wanting));
          continue;
        }
        const views = [using.footprint.after];
        const use = using.meaning.terms.get(term)?.find((each) => isConcerned(changed, each, ground, views));
        if (use !== undefined) found.push(redefined(ground, pair, defining, { term, changed }, use));
      }
  return [...found, ...definedTwice(ground, pair)];
}

/** Where new words use a term that holds nowhere there, but for the definition that another change adds. */
function placeWanting(
  { term, changed }: Defining,
  defining: Watched,
  using: Watched,
  ground: Ground,
): FreshPlace | undefined {
  if (changed.how !== 'adds') return undefined;
  const views = [using.footprint.after, defining.footprint.after];
  const own = (using.meaning.definitions.get(term) ?? []).filter(({ how }) => how !== 'removes');
  const marked = using.meaning.terms.get(term)?.filter(({ scope }) => scope === null) ?? [];
  const undefinedUses = [...marked, ...usesOfNewTerm(term, using.meaning, ground.knowledge)];
  return undefinedUses.find(
    (use) =>
      isWithin(changed.scope, use, ground, views) && !own.some(({ scope }) => isWithin(scope, use, ground, views)),
  );
}

function definedBy(
  ground: Ground,
  [one, other]: Pair,
  defining: Watched,
  { term, changed: { place } }: Defining,
  use: FreshPlace,
): Collision {
  const using = defining === one ? other : one;
  const sideAt = (watched: Watched) =>
    sideOf(watched.instrument, contentOf(watched, watched === defining ? place : use.provision));
  const where = citeIn(ground, [using, defining], use.provision);
  const { name } = defining.instrument;
  return makeCollision({
    class: 'term',
    severity: 'meaning',
    one: sideAt(one),
    other: sideAt(other),
    about: term,
    place,
    citation: citeIn(ground, [defining], place),
    sentence: `${using.instrument.name} uses the term ${quote(term)} in ${where}, which ${name} would define and the current text does not; without ${name}, it has no meaning there.`,
  });
}

function redefined(
  ground: Ground,
  [one, other]: Pair,
  defining: Watched,
  { term, changed: { how, place } }: Defining,
  use: FreshPlace,
): Collision {
  const using = defining === one ? other : one;
  const sideAt = (watched: Watched) =>
    sideOf(watched.instrument, contentOf(watched, watched === defining ? place : use.provision));
  const where = citeIn(ground, [using, defining], use.provision);
  return makeCollision({
    class: 'term',
    severity: 'meaning',
    one: sideAt(one),
    other: sideAt(other),
    about: term,
    place,
    citation: citeIn(ground, [one, other], place),
    sentence: `${defining.instrument.name} ${DEFINES[how]} ${quote(term)}, a term used by the words that ${using.instrument.name} puts in ${where}.`,
  });
}

/** Terms that both bring in a definition of, for the same reach of the text. */
function definedTwice(ground: Ground, [one, other]: Pair): readonly Collision[] {
  const found: Collision[] = [];
  for (const [term, changes] of one.meaning.definitions)
    for (const mine of changes)
      for (const theirs of other.meaning.definitions.get(term) ?? []) {
        if (mine.how !== 'adds' || theirs.how !== 'adds' || mine.scope !== theirs.scope) continue;
        const where = citeIn(ground, [one], mine.place);
        const there = citeIn(ground, [other], theirs.place);
        found.push(
          makeCollision({
            class: 'term',
            severity: 'meaning',
            one: sideOf(one.instrument, contentOf(one, mine.place)),
            other: sideOf(other.instrument, contentOf(other, theirs.place)),
            place: mine.place,
            citation: where,
            about: term,
            sentence: `${one.instrument.name} and ${other.instrument.name} both bring in a definition of ${quote(term)} (${where}; ${there}); the term would be defined twice.`,
          }),
        );
      }
  return found;
}

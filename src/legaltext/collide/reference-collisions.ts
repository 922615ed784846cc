import type { ProvisionId } from '../provision.ts';
import type { Collision } from './collision.ts';
import type { Ground, Watched } from './ground.ts';
import { quote } from './in-words.ts';
import { makeCollision, sideOf } from './make-collision.ts';
import { citeIn, classOfDisplacement, contentOf, displaces } from './meaning-words.ts';
import type { FreshCitation } from './meaning.ts';

/** Two changes, in the order of their ids. */
type Pair = readonly [Watched, Watched];

/**
 * What two changes do to each other by what their new words refer to: one takes away, moves or renumbers what the other
 * refers to, or alone brings what the other cites.
 */
export function referenceCollisions(ground: Ground, pair: Pair): readonly Collision[] {
  return [pair, [pair[1], pair[0]] as const].flatMap(([active, citing]) => [
    ...displacedUnder(ground, pair, active, citing),
    ...broughtFor(ground, pair, active, citing),
  ]);
}

/** What the new words of one change refer to, and the other displaces, with what holds it or by itself. */
function displacedUnder(ground: Ground, [one, other]: Pair, active: Watched, citing: Watched): readonly Collision[] {
  const found: Collision[] = [];
  for (const [target, from] of citing.meaning.references)
    for (const holder of pathOrSelf(ground, target)) {
      const displaced = active.meaning.displaced.get(holder);
      if (displaced === undefined) continue;
      const sideAt = (watched: Watched) =>
        sideOf(watched.instrument, contentOf(watched, watched === active ? holder : from));
      const words = ['which is referred to by the words', 'by the words'] as const;
      const tell = displaces(ground, active, [holder, displaced], words);
      found.push(
        makeCollision({
          class: classOfDisplacement(displaced.how),
          severity: 'meaning',
          one: sideAt(one),
          other: sideAt(other),
          place: holder,
          citation: citeIn(ground, [one, other], holder),
          sentence: `${active.instrument.name} ${tell} that ${citing.instrument.name} puts in ${citeIn(ground, [citing, active], from)}.`,
        }),
      );
    }
  return found;
}

const pathOrSelf = ({ base }: Ground, id: ProvisionId): readonly ProvisionId[] => {
  const path = base.pathTo(id);
  return path.length === 0 ? [id] : path.map((each) => each.id);
};

/**
 * What the new words of one change cite, and the text in force does not have, but the other change would bring it or give
 * it the number. Not what the citing change brings itself.
 */
function broughtFor(ground: Ground, [one, other]: Pair, bringing: Watched, citing: Watched): readonly Collision[] {
  const found = new Map<ProvisionId, Collision>();
  for (const [open, brought] of citationsMet(citing, bringing)) {
    const target = leadsTo(ground, open, bringing, brought);
    if (target === undefined || found.has(target) || bringsItself(ground, open, citing)) continue;
    const sideAt = (watched: Watched) =>
      sideOf(watched.instrument, contentOf(watched, watched === bringing ? target : open.provision));
    const words = quote(open.text.words.slice(open.citation.start, open.citation.end));
    const { name } = bringing.instrument;
    const only = ground.base.find(target) === undefined ? 'which only' : 'a number which only';
    const does = ground.base.find(target) === undefined ? 'would bring' : 'would give';
    found.set(
      target,
      makeCollision({
        class: 'reference',
        severity: 'meaning',
        one: sideAt(one),
        other: sideAt(other),
        about: words,
        place: target,
        citation: citeIn(ground, [bringing], target),
        sentence: `${citing.instrument.name} cites ${words} in ${citeIn(ground, [citing, bringing], open.provision)}, ${only} ${name} ${does}; without ${name}, the citation leads nowhere.`,
      }),
    );
  }
  return [...found.values()];
}

/** The citations of one change that wait for something the other brings under one of their keys, with what that is. */
function citationsMet(citing: Watched, bringing: Watched): ReadonlyMap<FreshCitation, ReadonlySet<ProvisionId>> {
  const met = new Map<FreshCitation, Set<ProvisionId>>();
  for (const [key, citations] of citing.meaning.citing)
    for (const id of bringing.meaning.bringing.get(key) ?? [])
      for (const open of citations) {
        const brought = met.get(open);
        if (brought === undefined) met.set(open, new Set([id]));
        else brought.add(id);
      }
  return met;
}

const leadsTo = (
  { knowledge }: Ground,
  open: FreshCitation,
  { footprint }: Watched,
  brought: ReadonlySet<ProvisionId>,
): ProvisionId | undefined => knowledge.newCitations.leadsTo(open, footprint.after, brought);

function bringsItself(ground: Ground, open: FreshCitation, citing: Watched): boolean {
  const brought = new Set(open.citation.keys.flatMap((key) => citing.meaning.bringing.get(key) ?? []));
  return brought.size > 0 && leadsTo(ground, open, citing, brought) !== undefined;
}

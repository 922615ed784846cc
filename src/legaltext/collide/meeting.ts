import type { Strand } from '../footprint/footprint.ts';
import { mattersBelow, mattersBeside, Role, WRITES } from '../footprint/roles.ts';
import type { ProvisionId } from '../provision.ts';
import type { Version } from '../version.ts';
import { wordsInCommon, type WordsInCommon } from './words-in-common.ts';

/**
 * What two strands have to do with each other at one place, as far as their footprints tell. Whether it disturbs anybody
 * is for the trial to say: `others` are the provisions whose breaking or differing there counts against this meeting.
 */
export interface Meeting {
  readonly kind: 'words' | 'parent' | 'gap' | 'number' | 'renumber' | 'touch';
  readonly place: ProvisionId;
  readonly others: readonly ProvisionId[];
  /** Of `parent`: the strand that takes away or moves, and what; what the other does is at `place`. */
  readonly taker?: Strand;
  readonly taken?: ProvisionId;
  /** Of `words`. */
  readonly words?: readonly WordsInCommon[];
  /** It cannot be resolved by any order, whatever a trial says. */
  readonly certain: boolean;
  /** Of `parent`: what the other would write in what is taken does not fit the text as it is, either. */
  readonly wanted?: boolean;
}

export interface Meetings {
  readonly found: readonly Meeting[];
  /** Provisions where one might disturb the other in ways that only a trial shows: by quotation, address or anchor. */
  readonly latent: readonly ProvisionId[];
}

/** Where two strands of different changes meet. Costs what the smaller of them touches. */
export function meetingsOf(one: Strand, other: Strand, base: Version): Meetings {
  const found: Meeting[] = [];
  const latent: ProvisionId[] = [];
  inBoth(one.at, other.at, (place, mine, theirs) => {
    if ((mattersBeside(mine) & theirs) !== 0) meetBeside({ base, one, other, place, mine, theirs }, found, latent);
  });
  meetBelow(one, other, found, latent);
  meetBelow(other, one, found, latent);
  inBoth(one.slots, other.slots, (_, parent) => {
    const known = found.some((meeting) => meeting.kind === 'gap' && meeting.place === parent);
    if (!known) found.push({ kind: 'gap', place: parent, others: [], certain: false });
  });
  inBoth(one.claims, other.claims, (_, mine, theirs) => {
    found.push({
      kind: 'number',
      place: mine.parent,
      others: [mine.provision, theirs.provision],
      // One provision given one number twice is one number.
      certain: mine.provision !== theirs.provision,
    });
  });
  for (const [follower, changer] of [
    [one, other],
    [other, one],
  ] as const)
    inBoth(follower.followed, changer.readdressed, (_, followed, changed) => {
      latent.push(followed);
      const renumbers = ((changer.at.get(changed) ?? 0) & Role.NUMBER) !== 0;
      if (renumbers)
        found.push({ kind: 'renumber', place: changed, others: [followed], taker: changer, certain: false });
    });
  return { found, latent };
}

/** Every key that two maps share, from the smaller one. */
function inBoth<Key, One, Other>(
  one: ReadonlyMap<Key, One>,
  other: ReadonlyMap<Key, Other>,
  each: (key: Key, one: One, other: Other) => void,
): void {
  if (one.size <= other.size)
    for (const [key, value] of one) {
      const twin = other.get(key);
      if (twin !== undefined) each(key, value, twin);
    }
  else inBoth(other, one, (key, theirs, mine) => each(key, mine, theirs));
}

interface Beside {
  readonly base: Version;
  readonly one: Strand;
  readonly other: Strand;
  readonly place: ProvisionId;
  readonly mine: number;
  readonly theirs: number;
}

function meetBeside(beside: Beside, found: Meeting[], latent: ProvisionId[]): void {
  const { base, one, other, place, mine, theirs } = beside;
  const both = (role: number): boolean => (mine & role) !== 0 && (theirs & role) !== 0;
  const either = mine | theirs;
  // Two replacements of what is there may both keep an identity; two provisions that are new may not share one.
  if (both(Role.MADE) && base.find(place) === undefined)
    found.push({ kind: 'number', place, others: [], certain: true });
  meetTaker({ taker: one, other, taken: place, place }, found);
  meetTaker({ taker: other, other: one, taken: place, place }, found);
  if (both(Role.NUMBER)) found.push({ kind: 'renumber', place, others: [], certain: false });
  if (both(Role.WORDS)) {
    const words = wordsInCommon(one, other, { base, place });
    if (words.length > 0) found.push({ kind: 'words', place, others: [], words, certain: false });
  }
  const writesOf = (roles: number): number => roles & (WRITES & ~Role.MADE);
  if (writesOf(mine) !== 0 && writesOf(theirs) !== 0 && !(writesOf(either) === Role.HOLDS))
    found.push({ kind: 'touch', place, others: [], certain: false });
  latent.push(place);
}

/** Where `upper` does something to a provision that holds what `lower` comes near. */
function meetBelow(upper: Strand, lower: Strand, found: Meeting[], latent: ProvisionId[]): void {
  inBoth(upper.at, lower.under, (holder, roles, held) => {
    const matters = mattersBelow(roles);
    if (matters === 0) return;
    for (const place of held) {
      const theirs = lower.at.get(place) ?? 0;
      if ((theirs & matters) === 0) continue;
      latent.push(place, holder);
      meetTaker({ taker: upper, other: lower, taken: holder, place }, found);
    }
  });
}

interface Taking {
  readonly taker: Strand;
  readonly other: Strand;
  readonly taken: ProvisionId;
  /** Where the other writes: what is taken, or something under it. */
  readonly place: ProvisionId;
}

/**
 * One takes away or moves what the other writes in. When it repeals or replaces words that the other rewords, it is
 * certain that one of the two rewordings is lost, even where both orders happen to give one text.
 */
function meetTaker({ taker, other, taken, place }: Taking, found: Meeting[]): void {
  const its = taker.at.get(taken) ?? 0;
  const rest = other.at.get(place) ?? 0;
  if ((its & (Role.GONE | Role.MOVED)) === 0) return;
  const wanted = (its & Role.GONE) !== 0 && (rest & Role.WANTS) !== 0;
  if ((rest & (WRITES | Role.BESIDE)) === 0 && !wanted) return;
  if (found.some((meeting) => meeting.kind === 'parent' && meeting.place === place && meeting.taken === taken)) return;
  const rewords = (rest & (Role.WORDS | Role.GONE)) === Role.WORDS && other.words.has(place);
  const certain = (its & Role.GONE) !== 0 && rewords;
  found.push({
    kind: 'parent',
    place,
    others: taken === place ? [] : [taken],
    taker,
    taken,
    certain: certain || wanted,
    ...(wanted && !certain ? { wanted } : {}),
  });
}

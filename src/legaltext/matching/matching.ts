import { provisionsUnder, type Provision, type ProvisionId } from '../provision.ts';
import type { Version } from '../version.ts';
import { contradicts } from './contradiction.ts';
import { candidates, EMPTY_SKETCH, likeness, Sketches } from './likeness.ts';
import { contentKey, pairByLikeness } from './pair-by-likeness.ts';
import type { ListStep, Matching } from './model.ts';
import { noPairs, pairById, readsSame, type Pairing } from './pairing.ts';
import { staying } from './staying.ts';

/**
 * Which provision of a later version is which of an earlier one. Redline and derive rest on it.
 *
 * Both trees are gone down side by side, only where their hashes differ. The children of two provisions that belong
 * together are paired; most pairs stand in the same order on both sides and stay, as many as can (the heaviest increasing
 * run); the others have moved. What is left in one list only is looked for among all that is left anywhere: it may have
 * moved to another parent. What then is left was inserted or deleted.
 *
 * How provisions are paired depends on their ids. Versions made from one another have permanent ids, and nothing else
 * counts. Two files that were read separately have ids that say nothing, or that were made from printed numbers, which
 * move on when something is put in before; there provisions are paired by what they read.
 */

/**
 * - `permanent`: ids are permanent in both versions; nothing else counts
 * - `unrelated`: the ids of the one say nothing about the other
 * - `judged`: permanent if the versions share provisions, since then the one was made from the other; otherwise as far as
 *   what the provisions read does not contradict it
 */
export type Identity = 'permanent' | 'unrelated' | 'judged';

/**
 * Which provision of `after` is which of `before`. The two roots always belong together. Costs what differs, with the
 * lists of children on the way to it; hashes that are not known yet are made first.
 */
export function match(before: Version, after: Version, identity: Identity = 'judged'): Matching {
  if (identity === 'unrelated') return new Matcher(false, true).match(before, after);
  const byIds = new Matcher(true, false);
  const matching = byIds.match(before, after);
  if (identity === 'permanent' || byIds.sharing) return matching;
  if (contradicts(matching)) return new Matcher(false, true).match(before, after);
  return byIds.leavesOver ? new Matcher(true, true).match(before, after) : matching;
}

/** Alike enough to be the same provision in another place, of which there are very many. */
const ALIKE_ELSEWHERE = 0.6;
/** So many numbers in a sketch are some four words: what says less could be anything anywhere. */
const SUBSTANCE = 7;

class Matcher {
  private readonly byIds: boolean;
  private readonly byWords: boolean;
  private readonly lists = new Map<Provision, readonly ListStep[]>();
  private readonly movedFrom = new Map<Provision, Provision>();
  private readonly movedTo = new Map<Provision, Provision>();
  private readonly sketches = new Sketches();
  /** The tops of what is left over in one list, not yet looked for in others. */
  private readonly gone = new Set<Provision>();
  private readonly come = new Set<Provision>();
  /** Paired elsewhere already, or under something that reads the same and was paired whole. */
  private readonly settled = new Set<Provision>();
  /** Whether the search has left the lists of children that belong together: from then on things may be settled already. */
  private elsewhere = false;
  /** Whether the versions have provisions in common, as those made from one another have. */
  sharing = false;

  constructor(byIds: boolean, byWords: boolean) {
    this.byIds = byIds;
    this.byWords = byWords;
  }

  /** Whether provisions were left on both sides. */
  get leavesOver(): boolean {
    const left = (tops: ReadonlySet<Provision>): boolean => [...tops].some((top) => !this.settled.has(top));
    return left(this.gone) && left(this.come);
  }

  match(before: Version, after: Version): Matching {
    if (!readsSame(before.root, after.root)) {
      this.pairChildren(before.root, after.root);
      if (this.gone.size > 0 && this.come.size > 0) {
        this.elsewhere = true;
        if (this.byIds) this.lookElsewhereById();
        if (this.byWords) this.lookElsewhereByWords();
      }
    }
    return { lists: this.lists, movedFrom: this.movedFrom, movedTo: this.movedTo };
  }

  /** Compares the children of two provisions that belong together and read differently, and all below them. */
  private pairChildren(was: Provision, is: Provision): void {
    if (was.children === is.children && !this.elsewhere) {
      this.sharing ||= is.children.length > 0;
      this.lists.set(is, is.children.length === 0 ? [] : [{ kind: 'same', before: was.children, after: is.children }]);
      return;
    }
    const steps = this.inPlace(was.children, is.children) ?? this.byPairing(was, is);
    this.lists.set(is, steps);
    for (const step of steps) {
      if (step.kind === 'pair') {
        if (this.elsewhere) this.settled.add(step.before).add(step.after);
        this.pairChildren(step.before, step.after);
      } else if (step.kind === 'same' && this.elsewhere) this.settleAll([...step.before, ...step.after]);
    }
  }

  /** Most lists have the same provisions in the same places, of which a few changed; that takes no pairing to see. */
  private inPlace(before: readonly Provision[], after: readonly Provision[]): readonly ListStep[] | null {
    if (!this.byIds || this.elsewhere || before.length !== after.length) return null;
    const steps: ListStep[] = [];
    let start = 0;
    const sameUpTo = (end: number): void => {
      if (start < end) steps.push({ kind: 'same', before: before.slice(start, end), after: after.slice(start, end) });
    };
    for (let index = 0; index < before.length; index += 1) {
      const was = before[index];
      const is = after[index];
      if (was === undefined || is?.id !== was.id) return null;
      if (this.same(was, is)) continue;
      sameUpTo(index);
      steps.push({ kind: 'pair', before: was, after: is });
      start = index + 1;
    }
    sameUpTo(before.length);
    return steps;
  }

  private byPairing(was: Provision, is: Provision): readonly ListStep[] {
    const pairing = noPairs(was.children, is.children);
    // What was paired elsewhere already is out of the question here.
    if (this.settled.size > 0) {
      for (const [index, each] of was.children.entries())
        if (this.settled.has(each)) pairing.toAfter[index] = ELSEWHERE;
      for (const [index, each] of is.children.entries())
        if (this.settled.has(each)) pairing.toBefore[index] = ELSEWHERE;
    }
    if (this.byIds) pairById(pairing);
    if (this.byWords) pairByLikeness(pairing, this.sketches);
    return this.stepsOf(pairing);
  }

  private stepsOf(pairing: Pairing): readonly ListStep[] {
    const { before, after, toAfter, toBefore } = pairing;
    const stays = staying(pairing);
    const steps: ListStep[] = [];
    let inBefore = 0;
    let inAfter = 0;
    const leaveUpTo = (endBefore: number, endAfter: number): void => {
      for (; inBefore < endBefore; inBefore += 1) {
        const provision = before[inBefore];
        if (provision === undefined) continue;
        steps.push({ kind: 'gone', before: provision });
        if (toAfter[inBefore] === -1) this.gone.add(provision);
      }
      for (; inAfter < endAfter; inAfter += 1) {
        const provision = after[inAfter];
        if (provision === undefined) continue;
        steps.push({ kind: 'come', after: provision });
        const origin = before[toBefore[inAfter] ?? -1];
        if (origin !== undefined) this.noteMove(origin, provision);
        else if (toBefore[inAfter] === -1) this.come.add(provision);
      }
    };
    for (let index = 0; index < stays.length;) {
      const place = stays[index] ?? 0;
      const twin = toAfter[place] ?? 0;
      leaveUpTo(place, twin);
      let run = 0;
      while (stays[index + run] === place + run && toAfter[place + run] === twin + run) {
        const was = before[place + run];
        const is = after[twin + run];
        if (was === undefined || is === undefined || !this.same(was, is)) break;
        run += 1;
      }
      const was = before[place];
      const is = after[twin];
      if (run > 0)
        steps.push({ kind: 'same', before: before.slice(place, place + run), after: after.slice(twin, twin + run) });
      else if (was !== undefined && is !== undefined) steps.push({ kind: 'pair', before: was, after: is });
      inBefore = place + Math.max(run, 1);
      inAfter = twin + Math.max(run, 1);
      index += Math.max(run, 1);
    }
    leaveUpTo(before.length, after.length);
    return steps;
  }

  /** Whether a pair reads the same and can be taken whole: nothing under it was paired elsewhere already. */
  private same(was: Provision, is: Provision): boolean {
    if (!readsSame(was, is)) return false;
    if (was === is) this.sharing = true;
    return !this.elsewhere || !(this.holdsSettled(was) || this.holdsSettled(is));
  }

  private holdsSettled(provision: Provision): boolean {
    for (const each of provisionsUnder(provision)) if (each !== provision && this.settled.has(each)) return true;
    return false;
  }

  private settleAll(tops: readonly Provision[]): void {
    for (const top of tops) for (const each of provisionsUnder(top)) this.settled.add(each);
  }

  /** Notes that `is` was `was` in another place, and compares them if they read differently. */
  private noteMove(was: Provision, is: Provision): void {
    this.movedFrom.set(is, was);
    this.movedTo.set(was, is);
    if (this.same(was, is)) this.settleAll([was, is]);
    else {
      this.settled.add(was).add(is);
      this.pairChildren(was, is);
    }
  }

  /** Everything that is still left, tops first; what a pair below a top settled is passed over. */
  private *left(tops: ReadonlySet<Provision>): Generator<Provision> {
    for (const top of tops) for (const each of provisionsUnder(top)) if (!this.settled.has(each)) yield each;
  }

  private lookElsewhereById(): void {
    const places = new Map<ProvisionId, Provision>();
    for (const each of this.left(this.gone)) places.set(each.id, each);
    for (const each of this.left(this.come)) {
      const origin = places.get(each.id);
      if (origin !== undefined && !this.settled.has(origin)) this.noteMove(origin, each);
    }
  }

  private lookElsewhereByWords(): void {
    this.lookElsewhereFor((each) => each.hash);
    this.lookElsewhereFor(contentKey);
    const gone = [...this.left(this.gone)].filter((each) => this.says(each));
    const come = [...this.left(this.come)].filter((each) => this.says(each));
    const own = gone.map((each) => this.sketches.of(each));
    const other = come.map((each) => this.sketches.of(each));
    const scored: { readonly was: Provision; readonly is: Provision; readonly score: number }[] = [];
    for (const [a, b] of candidates(own, other)) {
      const was = gone[a];
      const is = come[b];
      if (was === undefined || is === undefined || was.kind !== is.kind) continue;
      const score = likeness(own[a] ?? EMPTY_SKETCH, other[b] ?? EMPTY_SKETCH);
      if (score >= ALIKE_ELSEWHERE) scored.push({ was, is, score });
    }
    scored.sort((a, b) => b.score - a.score);
    for (const { was, is } of scored) if (!this.settled.has(was) && !this.settled.has(is)) this.noteMove(was, is);
  }

  /** Pairs what is left and has one key, the larger before the smaller, in reading order. */
  private lookElsewhereFor(keyOf: (provision: Provision) => string | null): void {
    const places = new Map<string, Provision[]>();
    for (const each of this.left(this.gone)) {
      const key = this.says(each) ? keyOf(each) : null;
      if (key === null) continue;
      const those = places.get(key);
      if (those === undefined) places.set(key, [each]);
      else those.push(each);
    }
    for (const those of places.values()) those.reverse();
    for (const each of this.left(this.come)) {
      const key = this.says(each) ? keyOf(each) : null;
      if (key === null) continue;
      const those = places.get(key) ?? [];
      let origin = those.pop();
      while (origin !== undefined && this.settled.has(origin)) origin = those.pop();
      if (origin !== undefined) this.noteMove(origin, each);
    }
  }

  /** Whether a provision says enough to be known again in another place. */
  private says(provision: Provision): boolean {
    return this.sketches.of(provision).length >= SUBSTANCE;
  }
}

/** In a pairing: paired, but not within these lists. */
const ELSEWHERE = -2;

import type { Step, Strand } from '../footprint/footprint.ts';
import { footprintOf } from '../footprint/footprint-of.ts';
import type { Instrument } from '../instrument.ts';
import type { Version } from '../version.ts';
import { wayInWords } from '../place-in-words.ts';
import type { Cite } from './citation.ts';
import { GRAVITY, type Collision } from './collision.ts';
import type { Ground, Watched } from './ground.ts';
import { InvertedIndex } from './inverted-index.ts';
import type { TextKnowledge } from './knowledge.ts';
import { markedKnowledge } from './marked-knowledge.ts';
import { meaningCollisions } from './meaning-collisions.ts';
import { ownMeaningCollisions } from './own-meaning-collisions.ts';
import { MeaningIndex } from './meaning-index.ts';
import { meaningOf } from './meaning.ts';
import { staleCollisions } from './stale.ts';
import { collisionsOfStrands } from './strand-collisions.ts';

export interface CollideOptions {
  /** What defines terms, uses them and refers to provisions; by default what the marks of the base say. */
  readonly knowledge?: TextKnowledge;
  /** How a place is cited; by default from the printed numbers. */
  readonly cite?: Cite;
  /**
   * The instruments are given in the order in which they are decided: then it is a collision of order when two of which
   * the order matters take effect the other way round.
   */
  readonly inOrderOfDecision?: boolean;
}

interface Entry extends Watched {
  /** When it was first put in, counted from 0. */
  readonly position: number;
  readonly own: readonly Collision[];
  readonly pairs: Map<string, Pair>;
  /** Worked out when asked for, and again after its pairs have changed. */
  stale: readonly Collision[] | undefined;
}

interface Pair {
  readonly collisions: readonly Collision[];
  /** Steps of either that work only once the other is made. */
  readonly enabled: ReadonlySet<Step>;
}

/**
 * The collisions of a set of changes on one text, kept up to date as drafts are edited. Each change is entered under what
 * it comes near; putting one in works out its footprint, looks up the changes near it, and tries it against those. So one
 * edit of one draft costs what that draft touches and the changes it meets, whatever the size of the code and the number
 * of other changes.
 *
 * ```ts
 * const index = createCollisionIndex(base);
 * index.put(draft);       // a new draft, or a new wording of it
 * index.collisions();     // of all changes with each other
 * ```
 */
export class CollisionIndex {
  private readonly ground: Ground;
  private readonly entries = new Map<string, Entry>();
  private readonly strands = new InvertedIndex();
  private readonly meanings: MeaningIndex;
  private found: readonly Collision[] | undefined;
  private taken = 0;

  constructor(base: Version, { knowledge, cite = wayInWords, inOrderOfDecision = false }: CollideOptions = {}) {
    this.ground = { base, knowledge: knowledge ?? markedKnowledge(base), cite, inOrderOfDecision };
    this.meanings = new MeaningIndex(base);
  }

  /** Takes in a change, or what has become of it; it keeps its place in the order of decision. */
  put(instrument: Instrument): void {
    const before = this.entries.get(instrument.id);
    if (before !== undefined) this.forget(before);
    const footprint = footprintOf(instrument, this.ground.base);
    const meaning = meaningOf(footprint, this.ground.base, this.ground.knowledge);
    const watched = { instrument, footprint, meaning };
    const entry: Entry = {
      ...watched,
      position: before?.position ?? this.taken++,
      own: ownMeaningCollisions(watched, this.ground),
      pairs: new Map<string, Pair>(),
      stale: undefined,
    };
    this.entries.set(instrument.id, entry);
    this.meet(entry);
    for (const strand of footprint.strands) this.strands.add(strand);
    this.meanings.add(instrument.id, meaning);
    this.found = undefined;
  }

  /** Forgets a change that is made, withdrawn or rejected. Nothing happens when it was not there. */
  remove(id: string): void {
    const entry = this.entries.get(id);
    if (entry === undefined) return;
    this.forget(entry);
    this.entries.delete(id);
    this.found = undefined;
  }

  /** All collisions: change by change in the order they were first put in, each with those put in after it. */
  collisions(): readonly Collision[] {
    return (this.found ??= this.gather());
  }

  /** The collisions of one change, with each other one and with the text in force. */
  collisionsOf(id: string): readonly Collision[] {
    const entry = this.entries.get(id);
    if (entry === undefined) return [];
    return [...entry.own, ...this.stale(entry), ...this.pairsOf(entry).flatMap(([, pair]) => pair.collisions)];
  }

  private forget(entry: Entry): void {
    for (const strand of entry.footprint.strands) this.strands.remove(strand);
    this.meanings.remove(entry.instrument.id, entry.meaning);
    for (const id of entry.pairs.keys()) {
      const other = this.entries.get(id);
      if (other === undefined) continue;
      other.pairs.delete(entry.instrument.id);
      other.stale = undefined;
    }
  }

  private meet(entry: Entry): void {
    const near = new Map<string, (readonly [Strand, Strand])[]>();
    for (const strand of entry.footprint.strands)
      for (const other of this.strands.near(strand)) {
        const meetings = near.get(other.instrument.id);
        if (meetings === undefined) near.set(other.instrument.id, [[strand, other]]);
        else meetings.push([strand, other]);
      }
    for (const id of this.meanings.near(entry.instrument.id, entry.meaning)) if (!near.has(id)) near.set(id, []);
    for (const [id, meetings] of near) {
      const other = this.entries.get(id);
      if (other === undefined) continue;
      const pair = this.pairOf(entry, other, meetings);
      if (pair.collisions.length === 0 && pair.enabled.size === 0) continue;
      entry.pairs.set(id, pair);
      other.pairs.set(entry.instrument.id, pair);
      other.stale = undefined;
    }
  }

  private pairOf(entry: Entry, other: Entry, meetings: readonly (readonly [Strand, Strand])[]): Pair {
    const collisions = new Map<string, Collision>();
    const enabled = new Set<Step>();
    const decidedFirst = (entry.position < other.position ? entry : other).instrument.id;
    for (const [mine, theirs] of meetings) {
      const [one, two] = mine.instrument.id < theirs.instrument.id ? [mine, theirs] : [theirs, mine];
      const met = collisionsOfStrands(this.ground, one, two, decidedFirst);
      for (const collision of met.collisions) collisions.set(collision.id, collision);
      for (const step of met.enabled) enabled.add(step);
    }
    const [one, two] = entry.instrument.id < other.instrument.id ? [entry, other] : [other, entry];
    for (const collision of meaningCollisions(this.ground, one, two)) collisions.set(collision.id, collision);
    return { collisions: [...collisions.values()].sort(gravestFirst), enabled };
  }

  private stale(entry: Entry): readonly Collision[] {
    return (entry.stale ??= this.findStale(entry));
  }

  private findStale(entry: Entry): readonly Collision[] {
    const enabled = new Set<Step>();
    for (const pair of entry.pairs.values()) for (const step of pair.enabled) enabled.add(step);
    const near = [...entry.pairs.keys()].flatMap((id) => this.entries.get(id) ?? []);
    return staleCollisions(this.ground, entry, enabled, near);
  }

  /** Its pairs with changes that were put in after a position, in that order. */
  private pairsOf(entry: Entry, after = -1): readonly (readonly [number, Pair])[] {
    const found: (readonly [number, Pair])[] = [];
    for (const [id, pair] of entry.pairs) {
      const position = this.entries.get(id)?.position ?? -1;
      if (position > after) found.push([position, pair]);
    }
    return found.sort(([one], [other]) => one - other);
  }

  private gather(): readonly Collision[] {
    const all: Collision[] = [];
    for (const entry of this.entries.values()) {
      for (const collision of entry.own) all.push(collision);
      for (const collision of this.stale(entry)) all.push(collision);
      for (const [, pair] of this.pairsOf(entry, entry.position))
        for (const collision of pair.collisions) all.push(collision);
    }
    return all;
  }
}

const gravestFirst = (one: Collision, other: Collision): number =>
  GRAVITY[one.severity] - GRAVITY[other.severity] || (one.id < other.id ? -1 : 1);

/** An index of the collisions on this text, with no changes yet. Constant time: the text is indexed when first needed. */
export const createCollisionIndex = (base: Version, options: CollideOptions = {}): CollisionIndex =>
  new CollisionIndex(base, options);

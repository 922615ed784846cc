import { failed, ok, type Result } from '../values/result.ts';
import type { TextView } from './instrument.ts';
import type { Insert, Move, Operation, Repeal, Replace, Slot, Substitute } from './operation.ts';
import { failureInWords, type FailureReason, type OperationFailure } from './operation-failure.ts';
import type { Provision, ProvisionId, TextPart } from './provision.ts';
import type { ProvisionIndex } from './provision-index.ts';
import { provisionsUnder } from './provision.ts';
import { findQuotation, type Place } from './quotation.ts';
import { resolveTarget, targetInWords } from './resolve-target.ts';
import { Text, type Range } from './text.ts';
import { MAX_HEIGHT, Version } from './version.ts';
import { inWholeWords } from './whole-words.ts';

type Outcome = Result<null, FailureReason>;

const done: Outcome = ok(null);

/** Where a slot is: the provision that will hold what is put in, and how many of its children come before. */
interface Gap {
  readonly parent: Provision;
  readonly position: number;
}

/** Characters that one text may have: about half of what a string of JavaScript holds. */
const MAX_WORDS = 2 ** 28;
/**
 * Characters that the operations on one draft may make by putting a replacement in many places, ten times the words of the
 * largest codes: a few small operations must not make a text that fills the memory.
 */
const MAX_REPETITION = 2 ** 27;

type RangesByProvision = ReadonlyMap<ProvisionId, ReadonlyMap<TextPart, readonly Range[]>>;

function rangesByProvision(places: readonly Place[]): RangesByProvision {
  const changed = new Map<ProvisionId, Map<TextPart, Place[]>>();
  for (const place of places) {
    let parts = changed.get(place.id);
    if (parts === undefined) changed.set(place.id, (parts = new Map<TextPart, Place[]>()));
    const ranges = parts.get(place.part);
    if (ranges === undefined) parts.set(place.part, [place]);
    else ranges.push(place);
  }
  return changed;
}

/**
 * A working copy of a version, on which operations are carried out one after another. Each either works whole or changes
 * nothing and says why; the draft goes on either way. The provisions themselves are immutable: an operation makes new
 * ones of those it changes and of those above them, and everything else is shared with the version it started from.
 */
export class Draft implements TextView {
  private index: ProvisionIndex;
  private carriedOut = 0;
  /** Characters that operations may still make by putting one replacement in several places. */
  private repetitions = MAX_REPETITION;

  constructor(version: Version) {
    this.index = version.index.fork();
  }

  get top(): Provision {
    return this.index.top;
  }

  find(id: ProvisionId): Provision | undefined {
    return this.index.find(id);
  }

  parentOf(id: ProvisionId): Provision | undefined {
    return this.index.parentOf(id);
  }

  pathTo(id: ProvisionId): readonly Provision[] {
    return this.index.pathTo(id);
  }

  numbered(number: string): ReadonlySet<ProvisionId> {
    return this.index.numbered(number);
  }

  /** The text as it stands now, with its index. Costs about what was done since the last call; later operations do not change what was given out. */
  version(): Version {
    const { index } = this;
    // The version takes the index over, and this draft goes on with a layer above it.
    this.index = index.fork();
    return Version.trusted(index.top, index);
  }

  /**
   * Carries out one operation, or says why it cannot be; then nothing has changed. Costs the provisions on the way from
   * the root to what changes, with the numbers of their children, and what the operation takes out or puts in.
   */
  apply(operation: Operation): OperationFailure | null {
    const position = this.carriedOut;
    this.carriedOut += 1;
    const outcome = this.carryOut(operation);
    if (outcome.kind === 'ok') return null;
    const place = targetInWords(operation.kind === 'insert' ? operation.slot.target : operation.target);
    const reason = outcome.failure;
    return {
      kind: 'operation-failure',
      operation: position,
      place,
      reason,
      message: failureInWords(place, reason),
    };
  }

  private carryOut(operation: Operation): Outcome {
    if (operation.kind === 'insert') return this.insert(operation);
    const target = resolveTarget(this, operation.target);
    if (target.kind === 'failed') return target;
    switch (operation.kind) {
      case 'substitute':
        return this.substitute(target.value, operation);
      case 'replace':
        return this.replace(target.value, operation);
      case 'repeal':
        return this.repeal(target.value, operation);
      case 'move':
        return this.move(target.value, operation);
      case 'renumber':
        this.put(target.value.with({ number: operation.number }));
        return done;
      case 'set-heading':
        this.put(target.value.with({ heading: operation.heading }));
        return done;
    }
  }

  private substitute(target: Provision, { selection, replacement }: Substitute): Outcome {
    if (selection.by === 'quotation') {
      const places = findQuotation(target, selection);
      return places.kind === 'failed' ? places : this.substituteAt(target, places.value, replacement);
    }
    const { part, start, end, words } = selection;
    const text = target[part].words;
    const whole = Number.isInteger(start) && Number.isInteger(end);
    const inside = whole && start >= 0 && start <= end && end <= text.length;
    if (inside && (words === undefined || text.slice(start, end) === words))
      return this.substituteAt(target, [{ id: target.id, part, start, end }], replacement);
    const found = inside ? inWholeWords(text, start, end) : text;
    return failed({ kind: 'span-mismatch', part, expected: words ?? '', found });
  }

  /** Puts the replacement in every one of these places, which are in the target or under it, in reading order. */
  private substituteAt(target: Provision, places: readonly Place[], replacement: Text): Outcome {
    const added = places.length * (replacement.words.length + replacement.marks.length);
    // Words that the operation brings itself are its author's; what repeating them makes is bounded.
    if (places.length > 1) {
      if (added > this.repetitions) return failed({ kind: 'too-long', length: added });
      this.repetitions -= added;
    }
    const changed = rangesByProvision(places);
    for (const [id, parts] of changed)
      for (const [part, ranges] of parts) {
        const length = (this.index.find(id)?.[part].words.length ?? 0) + ranges.length * replacement.words.length;
        if (length > MAX_WORDS) return failed({ kind: 'too-long', length });
      }
    this.put(this.rewritten(target, changed, replacement, changed.size > 1 || !changed.has(target.id)));
    return done;
  }

  /** A provision with the replacement in all places in it and, if `deep`, under it; those under it are put already. */
  private rewritten(provision: Provision, changed: RangesByProvision, replacement: Text, deep: boolean): Provision {
    let { children } = provision;
    if (deep) {
      const rewritten = children.map((child) => this.rewritten(child, changed, replacement, deep));
      if (rewritten.some((child, index) => child !== children[index])) {
        for (const [index, child] of rewritten.entries()) if (child !== children[index]) this.index.put(child);
        children = rewritten;
      }
    }
    const own = changed.get(provision.id);
    if (own === undefined) return children === provision.children ? provision : provision.with({ children });
    const texts: { [part in TextPart]?: Text } = {};
    for (const [part, ranges] of own) texts[part] = provision[part].replaceEach(ranges, replacement);
    return provision.with({ ...texts, children });
  }

  private insert({ slot, provisions }: Insert): Outcome {
    const gap = this.gapOf(slot);
    if (gap.kind === 'failed') return gap;
    const room = this.roomFor(provisions, gap.value.parent, null);
    if (room.kind === 'failed') return room;
    this.putIn(gap.value, provisions);
    return done;
  }

  private replace(target: Provision, { provisions, children }: Replace): Outcome {
    const [only] = provisions;
    if (only === undefined) return failed({ kind: 'malformed', what: 'it puts nothing in place of what it replaces' });
    const keeps = children === 'kept';
    if (keeps && (provisions.length > 1 || only.children.length > 0))
      return failed({ kind: 'malformed', what: 'what takes over the children must be one provision without children' });
    const successors = keeps ? [only.with({ children: target.children })] : provisions;
    const parent = this.parentOf(target.id);
    if (parent === undefined && provisions.length > 1) return failed({ kind: 'root' });
    const room = this.roomFor(successors, parent, target);
    if (room.kind === 'failed') return room;
    const [successor] = successors;
    if (keeps && successor?.id === target.id) {
      this.put(successor);
      return done;
    }
    this.swap(target, parent, successors);
    return done;
  }

  private repeal(target: Provision, { stub }: Repeal): Outcome {
    if (stub !== null) {
      for (const child of target.children) this.index.remove(child);
      const { text, heading = target.heading, attributes = target.attributes } = stub;
      this.put(target.with({ text, heading, attributes, children: [], tail: Text.EMPTY }));
      return done;
    }
    const parent = this.parentOf(target.id);
    if (parent === undefined) return failed({ kind: 'root' });
    this.takeOut(target, parent);
    return done;
  }

  private move(target: Provision, { slot }: Move): Outcome {
    const parent = this.parentOf(target.id);
    if (parent === undefined) return failed({ kind: 'root' });
    const gap = this.gapOf(slot);
    if (gap.kind === 'failed') return gap;
    const holder = gap.value.parent;
    const way = this.pathTo(holder.id);
    if (way.some((provision) => provision.id === target.id)) return failed({ kind: 'into-itself' });
    const height = way.length + target.height;
    if (height > MAX_HEIGHT) return failed({ kind: 'too-deep', height });
    const from = parent.children.indexOf(target);
    // Within one parent, what stands after the old place moves up by one when the provision is taken out.
    const position = holder.id === parent.id && gap.value.position > from ? gap.value.position - 1 : gap.value.position;
    this.takeOut(target, parent);
    const heldNow = this.index.find(holder.id);
    if (heldNow === undefined) throw new Error(`The provision "${holder.id}" was there a moment ago.`);
    this.putIn({ parent: heldNow, position }, [target]);
    return done;
  }

  private gapOf(slot: Slot): Result<Gap, FailureReason> {
    const target = resolveTarget(this, slot.target);
    if (target.kind === 'failed') return target;
    if (slot.at === 'first') return ok({ parent: target.value, position: 0 });
    if (slot.at === 'last') return ok({ parent: target.value, position: target.value.children.length });
    const parent = this.parentOf(target.value.id);
    if (parent === undefined) return failed({ kind: 'root' });
    const position = parent.children.indexOf(target.value);
    return ok({ parent, position: slot.at === 'before' ? position : position + 1 });
  }

  /** Whether provisions can be put under `parent`, `leaving` being taken out for them: ids of their own, and not too deep. */
  private roomFor(provisions: readonly Provision[], parent: Provision | undefined, leaving: Provision | null): Outcome {
    const above = parent === undefined ? 0 : this.pathTo(parent.id).length;
    const freed = new Set<ProvisionId>();
    if (leaving !== null) for (const each of provisionsUnder(leaving)) freed.add(each.id);
    const seen = new Set<ProvisionId>();
    for (const provision of provisions) {
      const height = above + provision.height;
      if (height > MAX_HEIGHT) return failed({ kind: 'too-deep', height });
      for (const { id } of provisionsUnder(provision)) {
        if (seen.has(id) || (!freed.has(id) && this.index.find(id) !== undefined))
          return failed({ kind: 'id-taken', id });
        seen.add(id);
      }
    }
    return done;
  }

  private swap(old: Provision, parent: Provision | undefined, successors: readonly Provision[]): void {
    this.index.remove(old);
    for (const successor of successors) this.index.add(successor, parent?.id ?? null);
    const [successor] = successors;
    if (parent !== undefined)
      this.put(parent.with({ children: parent.children.flatMap((child) => (child === old ? successors : [child])) }));
    else if (successor !== undefined) this.index.put(successor);
  }

  private takeOut(provision: Provision, parent: Provision): void {
    this.index.remove(provision);
    this.put(parent.with({ children: parent.children.filter((child) => child !== provision) }));
  }

  private putIn({ parent, position }: Gap, provisions: readonly Provision[]): void {
    for (const provision of provisions) this.index.add(provision, parent.id);
    this.put(
      parent.with({
        children: [...parent.children.slice(0, position), ...provisions, ...parent.children.slice(position)],
      }),
    );
  }

  /** Puts a changed provision in its place, and new ones in place of all above it. */
  private put(changed: Provision): void {
    let before = this.index.find(changed.id);
    let after = changed;
    this.index.put(after);
    for (let parent = this.index.parentOf(after.id); parent !== undefined; parent = this.index.parentOf(after.id)) {
      const position = before === undefined ? -1 : parent.children.indexOf(before);
      if (position === -1) throw new Error(`The provision "${after.id}" is not where the index says.`);
      before = parent;
      after = parent.with({ children: parent.children.with(position, after) });
      this.index.put(after);
    }
  }
}

import { failed, ok, type Result } from '../values/result.ts';
import type { TextView } from './instrument.ts';
import type { Insert, Move, Operation, Repeal, Replace, Slot, Substitute } from './operation.ts';
import { failureInWords, type FailureReason, type OperationFailure } from './operation-failure.ts';
import type { Provision, ProvisionId } from './provision.ts';
import type { ProvisionIndex } from './provision-index.ts';
import { provisionsUnder } from './provision.ts';
import { findQuotation, type Place } from './quotation.ts';
import { resolveTarget, targetInWords } from './resolve-target.ts';
import { Text } from './text.ts';
import { MAX_HEIGHT, Version } from './version.ts';

type Outcome = Result<null, FailureReason>;

const done: Outcome = ok(null);

/** Where a slot is: the provision that will hold what is put in, and how many of its children come before. */
interface Gap {
  readonly parent: Provision;
  readonly position: number;
}

/**
 * A working copy of a version, on which operations are carried out one after another. Each either works whole or changes
 * nothing and says why; the draft goes on either way. The provisions themselves are immutable: an operation makes new
 * ones of those it changes and of those above them, and everything else is shared with the version it started from.
 */
export class Draft implements TextView {
  private index: ProvisionIndex;
  private carriedOut = 0;

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
      if (places.kind === 'failed') return places;
      // From the last to the first, so that no replacement shifts the places still to come.
      for (const place of [...places.value].reverse()) this.substituteAt(place, replacement);
      return done;
    }
    const { part, start, end, words } = selection;
    const text = target[part].words;
    const found = text.slice(start, end);
    const whole = Number.isInteger(start) && Number.isInteger(end);
    const inside = whole && start >= 0 && start <= end && end <= text.length;
    if (!inside || (words !== undefined && found !== words))
      return failed({ kind: 'span-mismatch', part, expected: words ?? '', found: inside ? found : text });
    this.substituteAt({ id: target.id, part, start, end }, replacement);
    return done;
  }

  private substituteAt({ id, part, start, end }: Place, replacement: Text): void {
    const provision = this.index.find(id);
    if (provision === undefined) throw new Error(`The provision "${id}" was there a moment ago.`);
    this.put(provision.with({ [part]: provision[part].replace(start, end, replacement) }));
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
    this.put(parent.with({ children: parent.children.toSpliced(position, 0, ...provisions) }));
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

import type { TextView } from '../instrument.ts';
import type { Target } from '../operation.ts';
import type { Provision, ProvisionId } from '../provision.ts';
import { resolveTarget } from '../resolve-target.ts';
import type { Version } from '../version.ts';

/**
 * Changes that name their target by numbers can be disturbed from afar: a new `(a)` makes an address ambiguous, a
 * renumbered `2.3` leads it elsewhere. Whether an address leads to a provision depends on its first number, and on each
 * number standing under the one before. So an address is kept as keys of those steps; a change that puts in, takes away,
 * moves or renumbers a provision changes the keys of the steps to it and from it to what stands next under it; and the
 * two can only disturb each other when they share a key. A step also passes through provisions that bear no number, and
 * a change that numbers one of those ends it there; what the step leads to need not be known to that change, so each is
 * a key of its own.
 */
/** The key of a number that may stand anywhere. */
export const keyOfNumber = (number: string): string => `#${number}`;
const step = (number: string, next: string): string => `#${number}›${next}`;
const within = (id: string, number: string): string => `#${id}»${number}`;
const through = (id: string): string => `#${id}›`;

/**
 * The keys of the steps that finding this target follows in a text that a change has got to; none for a target by id.
 * Numbers that the change itself has given, and `base` does not have, mean nothing to other changes: what is named under
 * one of those is followed by the identity of the provision that bears it too.
 */
export function keysFollowed(target: Target, view: TextView, base: Version): readonly string[] {
  if (target.by === 'id') return [];
  const keys: string[] = [];
  for (const [index, { number }] of target.steps.entries()) {
    const before = target.steps[index - 1];
    if (before === undefined) {
      keys.push(target.within === undefined ? keyOfNumber(number) : within(target.within, number));
      continue;
    }
    keys.push(step(before.number, number));
    const holder = firstSteps(target, index, view);
    if (holder !== undefined && base.find(holder.id)?.number !== before.number) keys.push(within(holder.id, number));
  }
  for (const id of passedThrough(target, view)) keys.push(through(id));
  return keys;
}

/**
 * The unnumbered provisions between the numbers of an address, on the way to all that it leads to. What stands above the
 * first number, or above the provision it starts from, is no part of the way.
 */
function passedThrough(target: NumberedTarget, view: TextView): ReadonlySet<ProvisionId> {
  const passed = new Set<ProvisionId>();
  for (const found of allNamed(target, view)) {
    let numbersLeft = target.within === undefined ? target.steps.length - 1 : Infinity;
    for (let at = view.parentOf(found); at !== undefined && at.id !== target.within; at = view.parentOf(at.id)) {
      if (numbersLeft === 0) break;
      if (at.number === '') passed.add(at.id);
      else numbersLeft -= 1;
    }
  }
  return passed;
}

/**
 * The keys that an address would follow too, if numbers on the way were taken away: a provision that the change itself
 * has `given` a number of the address or a new place, and that only numbered provisions shut off from the way, would make
 * the address lead to two. Costs the provisions given, times the depth of the text.
 */
export function keysShuttingOff(target: Target, view: TextView, given: ReadonlySet<ProvisionId>): readonly string[] {
  if (target.by === 'id') return [];
  const keys: string[] = [];
  for (const id of given) {
    const number = view.find(id)?.number;
    for (const [index, each] of target.steps.entries())
      if (each.number === number)
        for (const holder of shuttingOff(target, index, view, id)) keys.push(through(holder), within(holder, number));
  }
  return keys;
}

/** The numbered provisions between one that bears the number of a step of an address and where that step starts from. */
function shuttingOff(target: NumberedTarget, index: number, view: TextView, id: ProvisionId): readonly ProvisionId[] {
  const before = target.steps[index - 1];
  const between: ProvisionId[] = [];
  for (let at = view.parentOf(id); at !== undefined; at = view.parentOf(at.id)) {
    if (before === undefined ? at.id === target.within : at.number === before.number) return between;
    if (at.number !== '') between.push(at.id);
  }
  return [];
}

/** A provision that bears a number itself, or else the first that do under it. */
export function nextNumbered(provision: Provision): readonly ProvisionId[] {
  return provision.number === '' ? provision.children.flatMap(nextNumbered) : [provision.id];
}

/** All that an address leads to: one provision, or several where it does not tell them apart. */
function allNamed(target: NumberedTarget, view: TextView): readonly ProvisionId[] {
  const found = resolveTarget(view, target);
  if (found.kind === 'ok') return [found.value.id];
  return found.failure.kind === 'target-ambiguous' ? found.failure.found : [];
}

/** The provision as far as an address leads, where it leads nowhere whole; undefined where it leads nowhere at all. */
export function nearestNamed(target: NumberedTarget, view: TextView): ProvisionId | undefined {
  for (let count = target.steps.length - 1; count > 0; count -= 1) {
    const found = firstSteps(target, count, view);
    if (found !== undefined) return found.id;
  }
  return target.within !== undefined && view.find(target.within) !== undefined ? target.within : undefined;
}

type NumberedTarget = Extract<Target, { by: 'numbers' }>;

/** What the first steps of an address lead to by themselves. */
function firstSteps({ steps, within: holder }: NumberedTarget, count: number, view: TextView): Provision | undefined {
  const way = { by: 'numbers', steps: steps.slice(0, count) } as const;
  const found = resolveTarget(view, holder === undefined ? way : { ...way, within: holder });
  return found.kind === 'ok' ? found.value : undefined;
}

/**
 * The keys of the steps to a provision as it stands in `view`, of those through it while it bears no number, and of those
 * from it to the next numbers under it; with `deep`, of everything under it too (for provisions that are new as a whole).
 */
export function keysOf(view: TextView, provision: Provision, deep: boolean): readonly string[] {
  const keys: string[] = provision.number === '' ? [through(provision.id)] : [];
  const above: Provision[] = [];
  for (let at = view.parentOf(provision.id); at !== undefined; at = view.parentOf(at.id)) {
    above.push(at);
    if (at.number !== '') break;
  }
  addKeys(keys, provision, above, deep, true);
  return keys;
}

/** `above` are the provisions from the parent up to the first that bears a number, which is the last of them. */
function addKeys(keys: string[], at: Provision, above: readonly Provision[], deep: boolean, top: boolean): void {
  if (at.number !== '') {
    keys.push(keyOfNumber(at.number));
    for (const holder of above) {
      keys.push(within(holder.id, at.number));
      if (holder.number !== '') keys.push(step(holder.number, at.number));
    }
  }
  // The next numbers below are one step away: through unnumbered provisions, and no further than the first number.
  if (!deep && !top && at.number !== '') return;
  const aboveNext = at.number === '' ? [at, ...above] : [at];
  for (const child of at.children) addKeys(keys, child, aboveNext, deep, false);
}

import type { TextView } from '../instrument.ts';
import { byId, type AddressStep, type Operation, type Slot, type Target } from '../operation.ts';
import type { Provision } from '../provision.ts';
import { resolveTarget, targetInWords } from '../resolve-target.ts';
import type { Adaptation } from './report.ts';

/** Something said for a newer text, and what had to be said anew for that. */
export interface Restated<Value> {
  readonly value: Value;
  readonly adaptations: readonly Adaptation[];
}

/** Provisions by place in an older and in a newer text. */
export interface Views {
  readonly older: TextView;
  readonly newer: TextView;
}

/**
 * A target of the older text, said so that it means the same provision in the newer one. Numbers stay where they still lead
 * there; where they do not, the provision's numbers of now take their place, as many as there were if these lead to it
 * alone, else more, else its id. Null when the newer text does not have the provision.
 */
export function restateTarget({ older, newer }: Views, target: Target): Restated<Target> | null {
  const meant = resolveTarget(older, target);
  if (meant.kind === 'failed') return null;
  const now = newer.find(meant.value.id);
  if (now === undefined) return null;
  const adaptations: Adaptation[] = [];
  let restated: Target = target;
  if (target.by === 'numbers' && !leadsTo(newer, target, now)) {
    restated = addressOf(newer, now, target);
    const [was, is] = [targetInWords(target), restated.by === 'id' ? nameOf(now) : targetInWords(restated)];
    adaptations.push({ kind: 'target', was, is });
  }
  if (target.expects !== undefined && target.expects !== now.hash) {
    restated = { ...restated, expects: now.hash };
    adaptations.push({ kind: 'expectation' });
  }
  return { value: restated, adaptations };
}

const nameOf = (provision: Provision): string =>
  provision.number === '' ? `the ${provision.kind}` : `${provision.kind} ${provision.number}`;

function leadsTo(view: TextView, { expects: _, ...target }: Target, provision: Provision): boolean {
  const found = resolveTarget(view, target);
  return found.kind === 'ok' && found.value.id === provision.id;
}

function addressOf(view: TextView, provision: Provision, target: Extract<Target, { by: 'numbers' }>): Target {
  const way = view.pathTo(provision.id).filter((each) => each.number !== '');
  const expected = target.expects === undefined ? {} : { expects: target.expects };
  if (provision.number !== '')
    for (let count = Math.min(target.steps.length, way.length); count <= way.length; count += 1) {
      const steps = way.slice(way.length - count).map(({ number }): AddressStep => ({ number }));
      for (const address of [steps, withKinds(steps, way)]) {
        const restated: Target = { by: 'numbers', steps: address, ...expected };
        if (leadsTo(view, restated, provision)) return restated;
      }
    }
  return byId(provision.id, target.expects);
}

const withKinds = (steps: readonly AddressStep[], way: readonly Provision[]): readonly AddressStep[] =>
  steps.map(({ number }, at) => ({ number, kind: way[way.length - steps.length + at]?.kind ?? '' }));

function restateSlot(views: Views, slot: Slot): Restated<Slot> | null {
  const target = restateTarget(views, slot.target);
  return target === null ? null : { value: { ...slot, target: target.value }, adaptations: target.adaptations };
}

/** An operation with its targets restated, everything else as it was; null when the newer text lacks one of them. */
export function restateTargets(views: Views, operation: Operation): Restated<Operation> | null {
  if (operation.kind === 'insert') {
    const slot = restateSlot(views, operation.slot);
    return slot === null ? null : { value: { ...operation, slot: slot.value }, adaptations: slot.adaptations };
  }
  const target = restateTarget(views, operation.target);
  if (target === null) return null;
  if (operation.kind !== 'move')
    return { value: { ...operation, target: target.value }, adaptations: target.adaptations };
  const slot = restateSlot(views, operation.slot);
  if (slot === null) return null;
  return {
    value: { ...operation, target: target.value, slot: slot.value },
    adaptations: [...target.adaptations, ...slot.adaptations],
  };
}

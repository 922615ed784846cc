import { failed, ok, type Result } from '../values/result.ts';
import type { TextView } from './instrument.ts';
import type { AddressStep, Target } from './operation.ts';
import type { FailureReason } from './operation-failure.ts';
import type { Provision } from './provision.ts';

/**
 * The one provision a target means in this text. An address is followed number by number: its first step may stand
 * anywhere (or under `within`), each next one is a child of the one before. Provisions that bear no number are passed
 * through, since nobody writes them in a citation. Fails when there is none, when there are several, and when the target
 * no longer reads as expected.
 */
export function resolveTarget(view: TextView, target: Target): Result<Provision, FailureReason> {
  const found = target.by === 'id' ? [view.find(target.id)].filter((each) => each !== undefined) : follow(view, target);
  const [provision] = found;
  if (provision === undefined) return failed({ kind: 'target-missing', target: targetInWords(target) });
  if (found.length > 1)
    return failed({ kind: 'target-ambiguous', target: targetInWords(target), found: found.map((each) => each.id) });
  if (target.expects !== undefined && provision.hash !== target.expects)
    return failed({ kind: 'target-changed', expected: target.expects, found: provision.hash });
  return ok(provision);
}

/** A target as people would say it: its id, or the numbers on the way. */
export function targetInWords(target: Target): string {
  return target.by === 'id' ? target.id : target.steps.map((step) => step.number).join(' › ');
}

function follow(view: TextView, target: Extract<Target, { by: 'numbers' }>): Provision[] {
  const [first, ...rest] = target.steps;
  if (first === undefined) return [];
  let found = target.within === undefined ? anywhere(view, first) : under(view.find(target.within), first);
  for (const step of rest) found = found.flatMap((provision) => under(provision, step));
  return found;
}

function anywhere(view: TextView, step: AddressStep): Provision[] {
  const found: Provision[] = [];
  for (const id of view.numbered(step.number)) {
    const provision = view.find(id);
    if (provision !== undefined && isStep(provision, step)) found.push(provision);
  }
  return found;
}

function under(provision: Provision | undefined, step: AddressStep): Provision[] {
  if (provision === undefined) return [];
  return provision.children.flatMap((child) =>
    isStep(child, step) ? [child] : child.number === '' ? under(child, step) : [],
  );
}

const isStep = (provision: Provision, step: AddressStep): boolean =>
  provision.number === step.number && (step.kind === undefined || provision.kind === step.kind);

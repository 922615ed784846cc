import { Draft } from '../draft.ts';
import type { Step, Strand } from '../footprint/footprint.ts';
import type { ProvisionId } from '../provision.ts';
import type { Version } from '../version.ts';
import { Restater, unbound } from './restate.ts';
import { differences } from './same-text.ts';

/** What comes of making two changes one after the other, in both orders. */
export interface Trial {
  /** Steps that work alone, and no longer once the other change is made. */
  readonly broken: readonly BrokenStep[];
  /** Steps that do not work alone, and do once the other change is made. */
  readonly enabled: readonly BrokenStep[];
  /** Provisions that read differently in the two orders, when nothing is broken. */
  readonly differs: readonly ProvisionId[];
}

export interface BrokenStep {
  readonly strand: Strand;
  readonly step: Step;
}

/**
 * Makes two strands in both orders on drafts of the base, and compares: the proof of whether two changes collide, rather
 * than a guess from what they look like. The second is restated for what the first did before it (see `Restater`). Steps
 * that do not work on the base alone are tried too: what they lack may be what the other brings.
 */
export function tryBothOrders(base: Version, one: Strand, other: Strand): Trial {
  const oneFirst = inOrder(base, one, other);
  const otherFirst = inOrder(base, other, one);
  const broken = [...oneFirst.broken, ...otherFirst.broken];
  const enabled = [...oneFirst.enabled, ...otherFirst.enabled];
  const differs = broken.length > 0 ? [] : differences(oneFirst.draft.top, otherFirst.draft.top);
  return { broken, enabled, differs };
}

function inOrder(
  base: Version,
  first: Strand,
  second: Strand,
): { readonly draft: Draft; readonly broken: readonly BrokenStep[]; readonly enabled: readonly BrokenStep[] } {
  const draft = new Draft(base);
  for (const each of first.program) {
    if (each.kind === 'as-drafted')
      draft.apply(each.step.failure === null ? unbound(each.step.operation) : each.step.operation);
    else for (const operation of each.operations(draft)) draft.apply(operation);
  }
  const restater = new Restater(first);
  const broken: BrokenStep[] = [];
  const enabled: BrokenStep[] = [];
  for (const each of second.program) {
    if (each.kind === 'as-drafted') {
      const { step } = each;
      const fails = draft.apply(restater.restate(step)) !== null;
      if (fails && step.failure === null) broken.push({ strand: second, step });
      if (!fails && step.failure !== null) enabled.push({ strand: second, step });
      continue;
    }
    const worked = second.steps.filter(({ failure }) => failure === null).length;
    const failures = each.operations(draft).filter((operation) => draft.apply(operation) !== null).length;
    const [sample] = second.steps;
    if (sample === undefined) continue;
    if (failures > second.steps.length - worked) broken.push({ strand: second, step: sample });
    else if (failures < second.steps.length - worked) enabled.push({ strand: second, step: sample });
  }
  return { draft, broken, enabled };
}

import { Draft } from '../draft.ts';
import type { Step, Strand } from '../footprint/footprint.ts';
import { WRITES } from '../footprint/roles.ts';
import type { TextView } from '../instrument.ts';
import type { Provision } from '../provision.ts';
import type { Version } from '../version.ts';
import { Restater, unbound } from './restate.ts';
import { differencesBetween, type Differences } from './same-text.ts';

/** What comes of making two changes one after the other, in both orders. */
export interface Trial {
  /** Steps that work alone, and no longer once the other change is made. */
  readonly broken: readonly BrokenStep[];
  /** Steps that do not work alone, and do once the other change is made. */
  readonly enabled: readonly BrokenStep[];
  /** Where the two orders read differently, when every step works in both. */
  readonly differs: Differences;
  /** The text with both, the first of the two made first. */
  readonly both: TextView;
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
  // Where a step works in one order only, the texts differ by that step; what is left to compare says nothing more.
  const differs =
    broken.length + enabled.length > 0
      ? NONE
      : differencesBetween(oneFirst.draft.top, otherFirst.draft.top, (provision) =>
          [one, other].some((strand) => isChangedBeside(strand, provision, base)),
        );
  return { broken, enabled, differs, both: oneFirst.draft };
}

/** Whether other strands of the same change make a provision, or what is under it, read otherwise than it did. */
function isChangedBeside({ at, under, after }: Strand, { id }: Provision, base: Version): boolean {
  const isOwn = [id, ...(under.get(id) ?? [])].some((each) => ((at.get(each) ?? 0) & WRITES) !== 0);
  return !isOwn && after.find(id)?.hash !== base.find(id)?.hash;
}

const NONE: Differences = { content: [], sequence: [] };

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
    const failedAlone = each.steps.filter(({ failure }) => failure !== null).length;
    const fails = each.operations(draft).filter((operation) => draft.apply(operation) !== null).length;
    const [step] = each.steps;
    if (step !== undefined && fails > failedAlone) broken.push({ strand: second, step });
    if (step !== undefined && fails < failedAlone) enabled.push({ strand: second, step });
  }
  return { draft, broken, enabled };
}

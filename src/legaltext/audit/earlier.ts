import { match, type Identity } from '../matching/matching.ts';
import type { Matching } from '../matching/model.ts';
import type { Provision } from '../provision.ts';
import type { Version } from '../version.ts';

/**
 * Which provision of a text was which of an earlier one. The matching of the two says so for the lists that differ; under
 * provisions that read the same, each is what stands in the same place. Made in the time of the matching; each answer
 * costs the way up to a provision that was asked about before.
 */
export class Earlier {
  private readonly matching: Matching;
  private readonly later: Version;
  private gone: ReadonlySet<Provision> | undefined;
  private readonly known = new Map<Provision, Provision | undefined>();

  constructor(before: Version, later: Version, identity?: Identity) {
    this.matching = match(before, later, identity);
    this.later = later;
    this.known.set(later.root, before.root);
  }

  /** What this provision was; undefined when it is new. */
  was(provision: Provision): Provision | undefined {
    if (this.known.has(provision)) return this.known.get(provision);
    const found = this.matching.movedFrom.get(provision) ?? this.inPlace(provision);
    this.known.set(provision, found);
    return found;
  }

  /** Whether it stood somewhere else. */
  movedHere(provision: Provision): boolean {
    return this.matching.movedFrom.has(provision);
  }

  /** Whether a provision of the earlier text, given by the way down to it, is still there. */
  keeps(way: readonly Provision[]): boolean {
    this.gone ??= new Set(
      [...this.matching.lists.values()].flatMap((steps) =>
        steps.flatMap((step) => (step.kind === 'gone' && !this.matching.movedTo.has(step.before) ? [step.before] : [])),
      ),
    );
    for (const provision of way.toReversed()) {
      if (this.gone.has(provision)) return false;
      if (this.matching.movedTo.has(provision)) return true;
    }
    return true;
  }

  private inPlace(provision: Provision): Provision | undefined {
    const parent = this.later.parentOf(provision.id);
    const parentWas = parent === undefined ? undefined : this.was(parent);
    if (parent === undefined || parentWas === undefined) return undefined;
    const steps = this.matching.lists.get(parent);
    if (steps === undefined) return parentWas.children[parent.children.indexOf(provision)];
    for (const step of steps) {
      if (step.kind === 'pair') this.known.set(step.after, step.before);
      else if (step.kind === 'same')
        for (const [index, after] of step.after.entries()) this.known.set(after, step.before[index]);
    }
    return this.known.get(provision);
  }
}

import { insert, move, repeal, replace } from './drafting/structure.ts';
import { done, type Outcome } from './drafting/outcome.ts';
import { Substitution } from './drafting/substitution.ts';
import { WorkingTree } from './drafting/working-tree.ts';
import type { TextView } from './instrument.ts';
import type { Operation } from './operation.ts';
import { failureInWords, type OperationFailure } from './operation-failure.ts';
import type { Provision, ProvisionId } from './provision.ts';
import { resolveTarget, targetInWords } from './resolve-target.ts';
import type { Version } from './version.ts';

/**
 * A working copy of a version, on which operations are carried out one after another. Each either works whole or changes
 * nothing and says why; the draft goes on either way. The provisions themselves are immutable: an operation makes new
 * ones of those it changes and of those above them, and everything else is shared with the version it started from.
 */
export class Draft implements TextView {
  private readonly tree: WorkingTree;
  private readonly substitution: Substitution;
  private carriedOut = 0;

  constructor(version: Version) {
    this.tree = new WorkingTree(version);
    this.substitution = new Substitution(this.tree);
  }

  get top(): Provision {
    return this.tree.top;
  }

  find(id: ProvisionId): Provision | undefined {
    return this.tree.find(id);
  }

  parentOf(id: ProvisionId): Provision | undefined {
    return this.tree.parentOf(id);
  }

  pathTo(id: ProvisionId): readonly Provision[] {
    return this.tree.pathTo(id);
  }

  numbered(number: string): ReadonlySet<ProvisionId> {
    return this.tree.numbered(number);
  }

  /** The text as it stands now, with its index. Costs about what was done since the last call; later operations do not change what was given out. */
  version(): Version {
    return this.tree.version();
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
    const { tree } = this;
    if (operation.kind === 'insert') return insert(tree, operation);
    const found = resolveTarget(tree, operation.target);
    if (found.kind === 'failed') return found;
    const target = found.value;
    switch (operation.kind) {
      case 'substitute':
        return this.substitution.carryOut(target, operation);
      case 'replace':
        return replace(tree, target, operation);
      case 'repeal':
        return repeal(tree, target, operation);
      case 'move':
        return move(tree, target, operation);
      case 'renumber':
        tree.put(target.with({ number: operation.number }));
        return done;
      case 'set-heading':
        tree.put(target.with({ heading: operation.heading }));
        return done;
    }
  }
}

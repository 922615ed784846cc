import { failed, ok, type Result } from '../values/result.ts';
import { Draft } from './draft.ts';
import type { Operation } from './operation.ts';
import type { OperationFailure } from './operation-failure.ts';
import type { Version } from './version.ts';

/**
 * The text after these operations, carried out one after another; or every one that fails, and then nothing is done. An
 * operation that fails is passed over while looking for further failures, so that a drafter sees all of them at once.
 * Costs what the operations change, and on the first use of a version the making of its index.
 *
 * ```ts
 * const after = apply(version, [{ kind: 'renumber', target: byNumbers('2.3'), number: '2.3A' }]);
 * ```
 */
export function apply(
  version: Version,
  operations: readonly Operation[],
): Result<Version, readonly OperationFailure[]> {
  const draft = new Draft(version);
  const failures: OperationFailure[] = [];
  for (const operation of operations) {
    const failure = draft.apply(operation);
    if (failure !== null) failures.push(failure);
  }
  return failures.length === 0 ? ok(draft.version()) : failed(failures);
}

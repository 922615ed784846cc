import { failed, ok, type Result } from '../../values/result.ts';
import { apply } from '../apply.ts';
import { derive } from '../derive/derive.ts';
import { Draft } from '../draft.ts';
import type { Instrument, InstrumentPart } from '../instrument.ts';
import type { MergeCollision } from '../merge/collision.ts';
import { merge } from '../merge/merge.ts';
import { identical } from '../merge/side-changes.ts';
import type { Operation } from '../operation.ts';
import type { OperationFailure } from '../operation-failure.ts';
import type { Version } from '../version.ts';
import { outcomeInWords, type OperationReport, type Outcome } from './report.ts';
import { waysToSay, type Step } from './ways.ts';

/** A change restated on a newer text. */
export interface Rebase {
  readonly kind: 'rebase';
  /** The same change for the newer text: without what collides, and without what the newer text already says. */
  readonly instrument: Instrument;
  /** What became of each operation, in order. */
  readonly report: readonly OperationReport[];
  /** Everything that collides; none when the change carries over whole. */
  readonly collisions: readonly MergeCollision[];
}

/**
 * The same change restated on a newer text, operation by operation. What each of them did to the older text is merged into
 * the newer one as the operations before have left it; then it is said as near to how it was drafted as brings that about:
 * unchanged, with its target's number of today, with another occurrence of the words it quotes, at another place.
 *
 * Where nothing collides, carrying out the rebased instrument on the newer text gives what merging the change with the newer
 * text gives. Operations that a part makes from the text it meets are made from the older text, and become a plain list.
 * Fails, with every failing operation, when the instrument does not even work on the older text; all its parts are taken as
 * if they had commenced. Costs, for each operation, the size of the text.
 */
export function rebase(
  instrument: Instrument,
  oldBase: Version,
  newBase: Version,
): Result<Rebase, readonly OperationFailure[]> {
  const older = readOn(instrument, oldBase);
  if (older.kind === 'failed') return older;
  const report: OperationReport[] = [];
  const parts: InstrumentPart[] = [];
  let before = oldBase;
  let newer = newBase;
  for (const [part, operations] of older.value.entries()) {
    const restated: Operation[] = [];
    for (const [at, operation] of operations.entries()) {
      const after = applied(before, [operation]);
      const { outcome, operations: said, version } = carryOver(operation, before, after, newer);
      restated.push(...said);
      report.push({
        kind: 'operation-report',
        part,
        operation: at,
        before: operation,
        message: outcomeInWords(outcome),
        ...outcome,
      });
      before = after;
      newer = version;
    }
    const commencement = instrument.parts[part]?.commencement ?? { kind: 'unknown' };
    parts.push({ commencement, operations: restated });
  }
  const collisions = report.flatMap((each) => (each.outcome === 'colliding' ? each.collisions : []));
  return ok(
    checkedAsWhole(
      { kind: 'rebase', instrument: { ...instrument, parts, draftedOn: newBase.hash }, report, collisions },
      merge(oldBase, before, newBase),
      newer,
    ),
  );
}

/** The operations of each part, as they are on the text they were drafted for. */
function readOn(
  { parts }: Instrument,
  version: Version,
): Result<readonly (readonly Operation[])[], readonly OperationFailure[]> {
  const draft = new Draft(version);
  const failures: OperationFailure[] = [];
  const read = parts.map(({ operations }) => {
    const list = typeof operations === 'function' ? operations(draft) : operations;
    for (const operation of list) {
      const failure = draft.apply(operation);
      if (failure !== null) failures.push(failure);
    }
    return list;
  });
  return failures.length === 0 ? ok(read) : failed(failures);
}

function applied(version: Version, operations: readonly Operation[]): Version {
  const made = apply(version, operations);
  if (made.kind === 'failed') throw new Error(made.failure.map(({ message }) => message).join(' '));
  return made.value;
}

interface CarriedOver {
  readonly outcome: Outcome;
  /** What is done to the newer text, and what comes of it. */
  readonly operations: readonly Operation[];
  readonly version: Version;
}

function carryOver(operation: Operation, before: Version, after: Version, newer: Version): CarriedOver {
  const { version: desired, collisions, sameInsertions } = merge(before, after, newer);
  if (collisions.length > 0) return { outcome: { outcome: 'colliding', collisions }, operations: [], version: newer };
  const isThere = identical(desired.root, newer.root) || (sameInsertions.length > 0 && desired.hash === newer.hash);
  if (isThere && !identical(before.root, after.root))
    return { outcome: { outcome: 'vanished' }, operations: [], version: newer };
  const step: Step = { operation, before, after, newer, desired };
  for (const { value: operations, adaptations } of waysToSay(step)) {
    const made = apply(newer, operations);
    if (made.kind === 'failed' || !identical(made.value.root, desired.root)) continue;
    const outcome: Outcome =
      operations.length === 1 && operations[0] === operation
        ? { outcome: 'carried' }
        : operations.length === 0
          ? { outcome: 'vanished' }
          : { outcome: 'adapted', after: operations, adaptations };
    return { outcome, operations, version: made.value };
  }
  throw new Error('Replacing the whole text always works.');
}

/**
 * Held against the merge of the change as a whole. Step by step can be finer: two operations on one sentence can each leave
 * room for what happened between their words, while the change as a whole does not. What collides then is said; and what the
 * whole puts in another order is put in that order.
 */
function checkedAsWhole(rebased: Rebase, whole: ReturnType<typeof merge>, made: Version): Rebase {
  if (rebased.collisions.length > 0 || made.hash === whole.version.hash) return rebased;
  if (whole.collisions.length > 0) return { ...rebased, collisions: whole.collisions };
  const last = rebased.report.at(-1);
  if (last === undefined || last.outcome === 'colliding') return rebased;
  const extra = derive(made, whole.version, 'permanent');
  const said = last.outcome === 'adapted' ? last.after : last.outcome === 'carried' ? [last.before] : [];
  const outcome: Outcome = { outcome: 'adapted', after: [...said, ...extra], adaptations: [{ kind: 'otherwise' }] };
  const { kind, part, operation, before } = last;
  const restated: OperationReport = { kind, part, operation, before, message: outcomeInWords(outcome), ...outcome };
  const { instrument } = rebased;
  const parts = instrument.parts.map((each, at) =>
    at !== part || typeof each.operations === 'function'
      ? each
      : { ...each, operations: [...each.operations, ...extra] },
  );
  return { ...rebased, instrument: { ...instrument, parts }, report: [...rebased.report.slice(0, -1), restated] };
}

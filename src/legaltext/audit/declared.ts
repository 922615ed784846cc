import { Draft } from '../draft.ts';
import type { Operation } from '../operation.ts';
import type { OperationFailure } from '../operation-failure.ts';
import type { Provision, ProvisionId } from '../provision.ts';
import { resolveTarget } from '../resolve-target.ts';
import type { ScheduledPart } from '../timeline/schedule.ts';
import type { Version } from '../version.ts';
import type { DeclaredOperation } from './finding.ts';

/** An operation that aims at a provision; `deep` when it is about everything under that provision too. */
interface Aim {
  readonly declared: DeclaredOperation;
  readonly deep: boolean;
  /** It puts the provision there, with everything under it. */
  readonly brings: boolean;
  readonly moves: boolean;
}

/** The text that the declared operations make of the one before, and what each of them aims at. */
export interface Declared {
  readonly expected: Version;
  readonly failures: readonly { readonly declared: DeclaredOperation; readonly failure: OperationFailure }[];
  /** What aims at the last provision of a way down, or deeply at one above it. */
  aimsAt(way: readonly Provision[]): readonly Aim[];
}

/** Carries out all operations of these parts, one after another, noting what each aims at when its turn comes. */
export function carryOutDeclared(before: Version, parts: readonly ScheduledPart[]): Declared {
  const draft = new Draft(before);
  const failures: { declared: DeclaredOperation; failure: OperationFailure }[] = [];
  const aims = new Map<ProvisionId, Aim[]>();
  for (const { instrument, position, part } of parts) {
    const operations = typeof part.operations === 'function' ? part.operations(draft) : part.operations;
    for (const [index, operation] of operations.entries()) {
      const declared = { instrument: instrument.id, part: position, operation: index };
      const target = targetOf(draft, operation);
      const brought = operation.kind === 'insert' || operation.kind === 'replace' ? operation.provisions : [];
      const failure = draft.apply(operation);
      if (failure !== null) failures.push({ declared, failure: { ...failure, operation: index } });
      const deep = isDeep(operation);
      const moves = operation.kind === 'move';
      if (target !== undefined) note(aims, target, { declared, deep, brings: false, moves });
      if (failure === null) for (const { id } of brought) note(aims, id, { declared, deep, brings: true, moves });
    }
  }
  return {
    expected: draft.version(),
    failures,
    aimsAt: (way) =>
      way.flatMap((provision, index) =>
        (aims.get(provision.id) ?? []).filter((aim) => aim.deep || index === way.length - 1),
      ),
  };
}

function note(aims: Map<ProvisionId, Aim[]>, id: ProvisionId, aim: Aim): void {
  const known = aims.get(id);
  if (known === undefined) aims.set(id, [aim]);
  else known.push(aim);
}

/** What an operation is about, as the text stands now; undefined for one that puts in, and one whose target is not found. */
function targetOf(draft: Draft, operation: Operation): ProvisionId | undefined {
  if (operation.kind === 'insert') return undefined;
  const target = resolveTarget(draft, operation.target);
  return target.kind === 'ok' ? target.value.id : undefined;
}

/** Whether what an operation does to its target it does to what is under it too. */
const isDeep = (operation: Operation): boolean =>
  operation.kind === 'insert' ||
  operation.kind === 'repeal' ||
  (operation.kind === 'replace' && operation.children === 'replaced') ||
  (operation.kind === 'substitute' &&
    operation.selection.by === 'quotation' &&
    operation.selection.reach === 'subtree');

import type { Operation } from '../../legaltext/operation.ts';
import type { OperationFailure } from '../../legaltext/operation-failure.ts';
import type { InstructionFailure } from './instruction.ts';
import type { InstructionKind } from './list-instructions.ts';

/** One instruction as it was carried out. */
export interface ReplayedInstruction {
  /** Unique and permanent: the law, and the position of the instruction in it. */
  readonly key: string;
  readonly law: string;
  /** The paragraph of the law that holds it: `§2|(a)|(1)`. */
  readonly lawPath: string;
  /** The civil date on which it takes effect; of one that is not in force, that of its law. */
  readonly date: string;
  readonly kind: InstructionKind;
  readonly inForce: boolean;
  /** The path in the code that it points to; empty where it points to none, or to all of it. */
  readonly target: string;
  /** What it came to on the text it met; those that failed included. */
  readonly operations: readonly Operation[];
  readonly failure: InstructionFailure | OperationFailure | null;
}

/** Why an instruction failed, in one word: the kind of its failure, or of what an operation of it met. */
export const reasonOf = (failure: InstructionFailure | OperationFailure): string =>
  failure.kind === 'operation-failure' ? failure.reason.kind : failure.kind;

/** The failure of an instruction in a sentence, with its place in the law. */
export function failureSentence({ law, lawPath, kind, failure }: ReplayedInstruction): string {
  if (failure === null) return '';
  return `${law}${lawPath === '' ? '' : `, ${lawPath}`} (${kind}): ${whatFailed(failure)}`;
}

function whatFailed(failure: InstructionFailure | OperationFailure): string {
  switch (failure.kind) {
    case 'operation-failure':
      return failure.message;
    case 'document-missing':
      return `the pack has no document "${failure.document}".`;
    case 'path-missing':
      return `"${failure.document}" has nothing at "${failure.path}".`;
    case 'law-not-changed':
      return `the text of "${failure.document}"${failure.path === '' ? '' : ` at "${failure.path}"`} could not be changed so.`;
    case 'target-missing':
      return `the code has nothing at "${failure.path}" at that time.`;
    case 'neighbour-missing':
      return `"${failure.path}" has no "${failure.neighbour}" to put it beside.`;
    case 'words-missing':
      return `"${failure.path}" does not hold the words "${failure.words}".`;
    case 'match-missing':
      return `"${failure.path}" holds the words "${failure.words}" ${failure.found === 1 ? 'once' : `${String(failure.found)} times`}, and position ${String(failure.position)} of them is asked for.`;
    case 'not-understood':
    case 'nothing-to-write':
      return `${failure.what}.`;
    case 'not-for-target':
      return `"${failure.path}": ${failure.what}.`;
  }
}

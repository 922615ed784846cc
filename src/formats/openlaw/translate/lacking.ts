import type { TextView } from '../../../legaltext/instrument.ts';
import type { Operation, Target } from '../../../legaltext/operation.ts';
import { TEXT_PARTS } from '../../../legaltext/provision.ts';
import { findQuotation } from '../../../legaltext/quotation.ts';
import { resolveTarget } from '../../../legaltext/resolve-target.ts';
import { Text } from '../../../legaltext/text.ts';
import { findPlace, isPart } from '../code-place.ts';
import type { Instruction, InstructionFailure } from '../instruction.ts';

/** Stands for a provision that is not there: no provision is numbered so. */
const NOWHERE = '?';

/**
 * What stands for an instruction that comes to no operation on this text: an operation that fails there for the same
 * reason. Without it nobody who only carries out operations would know that something was to be done, and what it
 * lacked; with it, the words or the place that it looks for are known, and another law that would bring them is found.
 *
 * It never changes the text it is made for: where the engine would find what the translation did not (it looks in other
 * ways), the operation aims at a provision that nothing is. Costs what finding the words costs.
 */
export function lackingOperation(
  { segments }: Pick<Instruction, 'segments'>,
  failure: InstructionFailure,
  view: TextView,
): Operation {
  if (failure.kind === 'words-missing') {
    const target = targetOf(view, segments);
    const selection = {
      by: 'quotation',
      words: failure.words,
      occurrence: 'all',
      likeness: 'typographic',
      reach: 'subtree',
      parts: TEXT_PARTS,
    } as const;
    const found = resolveTarget(view, target);
    if (found.kind === 'failed' || findQuotation(found.value, selection).kind === 'failed')
      return { kind: 'substitute', target, selection, replacement: Text.EMPTY };
  }
  const target = targetOf(view, failure.kind === 'neighbour-missing' ? [...segments, failure.neighbour] : segments);
  const found = resolveTarget(view, target);
  const nowhere: Target =
    found.kind === 'ok' ? { by: 'numbers', within: found.value.id, steps: [{ number: NOWHERE }] } : target;
  return { kind: 'renumber', target: nowhere, number: NOWHERE };
}

/** What a path means; where it leads nowhere, the numbers that are missing, from as far as it leads. */
function targetOf(view: TextView, segments: readonly string[]): Target {
  const way = segments.filter((segment) => !isPart(segment) && segment !== 'includes');
  const steps = way.map((segment) => ({ number: segment.replace('§', '') }));
  for (let length = way.length; length > 0; length -= 1) {
    const place = findPlace(view, way.slice(0, length));
    if (place === undefined) continue;
    const { id } = place.provision;
    return length === way.length ? { by: 'id', id } : { by: 'numbers', within: id, steps: steps.slice(length) };
  }
  return steps.length === 0 ? { by: 'id', id: view.top.id } : { by: 'numbers', steps };
}

import type { Strand, Step } from '../footprint/footprint.ts';
import type { WordsEdit } from '../footprint/provenance.ts';
import type { Operation, Slot, Target } from '../operation.ts';
import type { ProvisionId, TextPart } from '../provision.ts';

/**
 * A change drafted by positions in a text must be restated when another change has been made first: positions shift by
 * what the other put in or took out before them. Positions of a later step count in the text as the change's own earlier
 * steps left it, so the other's edits are kept in those terms too, and shift with each step.
 */
class Shift {
  private edits: { start: number; end: number; readonly grown: number }[];

  constructor(edits: readonly WordsEdit[]) {
    this.edits = edits.map(({ start, end, replacement }) => ({
      start,
      end,
      grown: replacement.length - (end - start),
    }));
  }

  /** Where `[start, end)` stands once the other change is made. Words put in at its edges stay outside it. */
  restated(start: number, end: number): { readonly start: number; readonly end: number } {
    let from = start;
    let to = end;
    for (const edit of this.edits) {
      if (edit.end <= start) from += edit.grown;
      if (edit.end <= start || edit.start < end) to += edit.grown;
    }
    return { start: from, end: Math.max(from, to) };
  }

  /** Takes note of a step of the change itself: `[start, end)` now has `length` characters. */
  note(start: number, end: number, length: number): void {
    const grown = length - (end - start);
    for (const edit of this.edits)
      if (edit.start >= end) {
        edit.start += grown;
        edit.end += grown;
      }
  }
}

/** Restates the steps of a change, one after another, for a text on which `first` was made before. */
export class Restater {
  private readonly shifts = new Map<string, Shift>();

  constructor(private readonly first: Strand) {}

  /**
   * The operation as it should read now. A step that failed on the base is left as drafted: it may rest on the other
   * change. The others no longer insist on the hash of their target, which the other change may well have changed.
   */
  restate(step: Step): Operation {
    if (step.failure !== null) return step.operation;
    const operation = this.shifted(step.operation, step);
    if (step.operation.kind === 'substitute')
      for (const place of [...step.places].reverse())
        this.shiftOf(place.id, place.part).note(place.start, place.end, step.operation.replacement.words.length);
    return unbound(operation);
  }

  private shifted(operation: Operation, step: Step): Operation {
    const [place] = step.places;
    if (operation.kind !== 'substitute' || operation.selection.by !== 'span' || place === undefined) return operation;
    const span = this.shiftOf(place.id, place.part).restated(place.start, place.end);
    // Where it is now is known, whatever the other change did to the words around it.
    const { context: _, ...selection } = operation.selection;
    return { ...operation, selection: { ...selection, ...span } };
  }

  private shiftOf(id: ProvisionId, part: TextPart): Shift {
    const key = `${part} ${id}`;
    let shift = this.shifts.get(key);
    if (shift === undefined) {
      shift = new Shift(this.first.words.get(id)?.find((write) => write.part === part)?.edits ?? []);
      this.shifts.set(key, shift);
    }
    return shift;
  }
}

/**
 * The operation without the hashes it expects: they were seen to hold when the footprint was worked out, and steps of
 * other strands, which are not made again here, may have been part of what they say.
 */
export function unbound(operation: Operation): Operation {
  if (operation.kind === 'insert') {
    const slot = unboundSlot(operation.slot);
    return slot === operation.slot ? operation : { ...operation, slot };
  }
  const target = unboundTarget(operation.target);
  if (operation.kind === 'move') return { ...operation, target, slot: unboundSlot(operation.slot) };
  return target === operation.target ? operation : { ...operation, target };
}

const unboundSlot = (slot: Slot): Slot =>
  slot.target.expects === undefined ? slot : { ...slot, target: unboundTarget(slot.target) };

function unboundTarget(target: Target): Target {
  if (target.expects === undefined) return target;
  const { expects: _, ...rest } = target;
  return rest;
}

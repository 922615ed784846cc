import type { Step, Strand } from '../footprint/footprint.ts';
import { hashOf, type Hash } from '../hash.ts';
import type { Operation, Slot, Target } from '../operation.ts';
import type { ProvisionId } from '../provision.ts';
import { markKey, type Text } from '../text.ts';

const byStep = new WeakMap<Step, Hash>();
const byStrand = new WeakMap<Strand, Map<ProvisionId, Hash>>();
const stepsByPlace = new WeakMap<Strand, ReadonlyMap<ProvisionId, readonly Step[]>>();

/**
 * What a strand does at a place, as a hash: of the steps that come near that provision, or of all where none does. It is
 * made of what the operations say, not of where in the text the words happen to stand, so that it survives changes
 * elsewhere; and when a draft does something else there, it is another one.
 */
export function contentAt(strand: Strand, place: ProvisionId): Hash {
  let known = byStrand.get(strand);
  if (known === undefined) byStrand.set(strand, (known = new Map<ProvisionId, Hash>()));
  const before = known.get(place);
  if (before !== undefined) return before;
  const made = hashOf((stepsOf(strand).get(place) ?? strand.steps).map(hashOfStep));
  known.set(place, made);
  return made;
}

/** The steps of a strand by the provisions they come near, in order. */
function stepsOf(strand: Strand): ReadonlyMap<ProvisionId, readonly Step[]> {
  const known = stepsByPlace.get(strand);
  if (known !== undefined) return known;
  const steps = new Map<ProvisionId, Step[]>();
  for (const step of strand.steps)
    for (const place of step.touches) {
      const near = steps.get(place);
      if (near === undefined) steps.set(place, [step]);
      else if (near.at(-1) !== step) near.push(step);
    }
  stepsByPlace.set(strand, steps);
  return steps;
}

function hashOfStep(step: Step): Hash {
  const known = byStep.get(step);
  if (known !== undefined) return known;
  const made = hashOf(operationParts(step.operation));
  byStep.set(step, made);
  return made;
}

function operationParts(operation: Operation): readonly string[] {
  const { kind } = operation;
  switch (kind) {
    case 'substitute': {
      const { selection, target, replacement } = operation;
      const selected =
        selection.by === 'quotation'
          ? [
              selection.words,
              JSON.stringify([selection.occurrence, selection.likeness, selection.reach, selection.parts]),
            ]
          : [selection.part, selection.words ?? String(selection.end - selection.start)];
      return [kind, ...targetParts(target), ...selected, ...textParts(replacement)];
    }
    case 'insert':
      return [kind, ...slotParts(operation.slot), ...operation.provisions.map(({ hash }) => hash)];
    case 'replace':
      return [
        kind,
        ...targetParts(operation.target),
        operation.children,
        ...operation.provisions.map(({ hash }) => hash),
      ];
    case 'repeal':
      return [
        kind,
        ...targetParts(operation.target),
        ...(operation.stub === null ? [] : textParts(operation.stub.text)),
      ];
    case 'renumber':
      return [kind, ...targetParts(operation.target), operation.number];
    case 'move':
      return [kind, ...targetParts(operation.target), ...slotParts(operation.slot)];
    case 'set-heading':
      return [kind, ...targetParts(operation.target), ...textParts(operation.heading)];
  }
}

const textParts = (text: Text): readonly string[] => [text.words, ...text.marks.map(markKey)];

const slotParts = (slot: Slot): readonly string[] => [slot.at, ...targetParts(slot.target)];

/** What a target names; not the hash it expects, which says when it was drafted and not what it does. */
const targetParts = (target: Target): readonly string[] =>
  target.by === 'id'
    ? [target.id]
    : [JSON.stringify(target.steps.map(({ number, kind }) => [number, kind ?? ''])), target.within ?? ''];

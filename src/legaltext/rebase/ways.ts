import { derive } from '../derive/derive.ts';
import { carryMark, stretchesOf } from '../merge/thread-map.ts';
import { weave } from '../merge/weave.ts';
import { byId, type Operation, type Slot, type Substitute } from '../operation.ts';
import type { Provision, ProvisionId } from '../provision.ts';
import { NO_ATTRIBUTES } from '../text.ts';
import { resolveTarget } from '../resolve-target.ts';
import { contextOf } from '../span.ts';
import type { Version } from '../version.ts';
import type { Adaptation } from './report.ts';
import { restateTarget, restateTargets, type Restated } from './restate-target.ts';

/** An operation between two texts, the newer text it is to be carried out on, and what that is to become. */
export interface Step {
  readonly operation: Operation;
  readonly before: Version;
  readonly after: Version;
  readonly newer: Version;
  readonly desired: Version;
}

/** Operations that may make the newer text what it is to become, and how they differ from what was drafted. */
export type Way = Restated<readonly Operation[]>;

/**
 * The ways an operation may be said for a newer text, from the one nearest to what was drafted to the one that always works.
 * Whoever asks tries one after another and takes the first that makes the text what it is to become.
 */
export function* waysToSay(step: Step): Generator<Way> {
  const { operation, before, newer, desired } = step;
  yield { value: [operation], adaptations: [] };
  const restated = restateTargets({ older: before.index, newer: newer.index }, operation);
  if (restated !== null) {
    yield { value: [restated.value], adaptations: restated.adaptations };
    for (const variant of variantsOf(step, restated.value))
      yield { value: [variant.value], adaptations: [...restated.adaptations, ...variant.adaptations] };
  }
  if (operation.kind === 'insert') yield* inSlot(step, operation.provisions, [], operation);
  if (operation.kind === 'move') {
    const target = restateTarget({ older: before.index, newer: newer.index }, operation.target);
    const moved = resolveTarget(before.index, operation.target);
    if (target !== null && moved.kind === 'ok')
      yield* inSlot(step, [moved.value], target.adaptations, { ...operation, target: target.value });
  }
  yield { value: derive(newer, desired, 'permanent'), adaptations: [OTHERWISE] };
  yield {
    value: [{ kind: 'replace', target: byId(newer.root.id), provisions: [desired.root], children: 'replaced' }],
    adaptations: [OTHERWISE],
  };
}

const OTHERWISE: Adaptation = { kind: 'otherwise' };

/** The same operation with a slot beside whatever stands before its provisions in the text that is to come out. */
function* inSlot(
  { desired }: Step,
  provisions: readonly Provision[],
  adaptations: readonly Adaptation[],
  operation: Extract<Operation, { readonly slot: Slot }>,
): Generator<Way> {
  const [first] = provisions;
  const holder = first === undefined ? undefined : desired.parentOf(first.id);
  if (first === undefined || holder === undefined) return;
  const previous = holder.children[holder.children.findIndex(({ id }) => id === first.id) - 1];
  const slot: Slot =
    previous === undefined ? { at: 'first', target: byId(holder.id) } : { at: 'after', target: byId(previous.id) };
  yield { value: [{ ...operation, slot }], adaptations: [...adaptations, { kind: 'slot' }] };
}

/** How often quoted words are counted through to find those that are meant. */
const MOST_OCCURRENCES = 20;

function* variantsOf(step: Step, operation: Operation): Generator<Restated<Operation>> {
  if (operation.kind === 'set-heading') {
    const target = resolveTarget(step.newer.index, operation.target);
    const heading = target.kind === 'ok' ? step.desired.find(target.value.id)?.heading : undefined;
    if (heading !== undefined) yield { value: { ...operation, heading }, adaptations: [OTHERWISE] };
  }
  if (operation.kind !== 'substitute') return;
  const { selection } = operation;
  if (selection.by === 'span') {
    const shifted = shiftSpan(step, operation);
    if (shifted !== null) yield { value: shifted, adaptations: [{ kind: 'span' }] };
    return;
  }
  const saying = (occurrence: typeof selection.occurrence): Restated<Operation> => ({
    value: { ...operation, selection: { ...selection, occurrence } },
    adaptations: [{ kind: 'occurrence' }],
  });
  if (typeof selection.occurrence === 'object' && 'exactly' in selection.occurrence)
    for (let count = 1; count <= MOST_OCCURRENCES; count += 1) yield saying({ exactly: count });
  for (let nth = 1; nth <= MOST_OCCURRENCES; nth += 1) yield saying({ nth });
}

/** A substitution by span over the same words, where they stand in the newer text; null where they are not there whole. */
function shiftSpan({ operation: drafted, before, after, newer }: Step, operation: Substitute): Substitute | null {
  const { selection } = operation;
  if (selection.by !== 'span' || drafted.kind !== 'substitute') return null;
  const found = resolveTarget(before.index, drafted.target);
  if (found.kind === 'failed') return null;
  const { part } = selection;
  const id: ProvisionId = found.value.id;
  const [ours, theirs] = [after.find(id)?.[part], newer.find(id)?.[part]];
  if (ours === undefined || theirs === undefined) return null;
  const base = found.value[part].words;
  const threads = stretchesOf(weave({ base, ours: ours.words, theirs: theirs.words }));
  const { start, end } = selection;
  const carried = carryMark(threads, { kind: 'inline', start, end, attributes: NO_ATTRIBUTES }, 'base', 'theirs');
  if (carried === undefined) return null;
  const words = theirs.words.slice(carried.start, carried.end);
  return {
    ...operation,
    selection: {
      by: 'span',
      part,
      start: carried.start,
      end: carried.end,
      ...(selection.words === undefined ? {} : { words }),
      ...(selection.context === undefined ? {} : { context: contextOf(theirs.words, carried.start, carried.end) }),
    },
  };
}

import { Draft } from '../draft.ts';
import type { OperationFailure } from '../operation-failure.ts';
import type { Version } from '../version.ts';
import type { InstrumentPart } from '../instrument.ts';
import type { NumberedPart } from './schedule.ts';

/** The text after a sequence of parts; what the last of them could not do; and where parts lead from here. */
interface Step {
  readonly version: Version;
  readonly failures: readonly OperationFailure[];
  readonly next: Map<InstrumentPart, Step>;
}

/**
 * Texts by the sequence of parts that led to them, as a trie (parts are told apart as objects): two sequences share everything up to where they part. What
 * is assumed about changes becomes nothing but another sequence, so that leaving out one of a thousand parts costs those
 * after it, and going back on it nothing. Each text shares with the one before whatever a part did not touch.
 *
 * At most `capacity` texts are kept besides those on the way last walked. When there are more, they are let go.
 */
export class TextSequences {
  private root: Step;
  private kept = 0;
  private readonly capacity: number;

  constructor(base: Version, capacity: number) {
    this.root = { version: base, failures: [], next: new Map() };
    this.capacity = capacity;
  }

  /**
   * Makes `steps`, the texts after 0, 1, 2… of `parts`, go on to the text after `count` of them. Costs what the parts
   * change that were not walked before in this order, and a look-up for each that was. Says whether texts were let go.
   */
  walk(parts: readonly NumberedPart[], count: number, steps: Step[]): { readonly letGo: boolean } {
    if (steps.length === 0) steps.push(this.root);
    let draft: Draft | undefined;
    while (steps.length <= count) {
      const from = steps.at(-1);
      const part = parts[steps.length - 1];
      if (from === undefined || part === undefined) throw new RangeError(`There are no ${String(count)} parts.`);
      let step = draft === undefined ? from.next.get(part.part) : undefined;
      if (step === undefined) {
        draft ??= new Draft(from.version);
        step = carryOut(draft, part);
        from.next.set(part.part, step);
        this.kept += 1;
      }
      steps.push(step);
    }
    const letGo = this.kept > this.capacity;
    if (letGo) this.letGo(parts, steps);
    return { letGo };
  }

  private letGo(parts: readonly NumberedPart[], steps: Step[]): void {
    const way = steps.map((step) => ({ ...step, next: new Map<InstrumentPart, Step>() }));
    for (const [index, step] of way.entries()) {
      const part = parts[index];
      const next = way[index + 1];
      if (part !== undefined && next !== undefined) step.next.set(part.part, next);
    }
    this.root = way[0] ?? this.root;
    this.kept = 0;
    steps.splice(0, steps.length, ...way);
  }
}

export type { Step };

/** Carries out what can be carried out of a part; operations that fail are passed over and told. */
function carryOut(draft: Draft, { part }: NumberedPart): Step {
  const operations = typeof part.operations === 'function' ? part.operations(draft) : part.operations;
  const failures: OperationFailure[] = [];
  for (const [position, operation] of operations.entries()) {
    const failure = draft.apply(operation);
    if (failure !== null) failures.push({ ...failure, operation: position });
  }
  return { version: draft.version(), failures, next: new Map() };
}

import { Draft } from '../draft.ts';
import type { OperationFailure } from '../operation-failure.ts';
import type { Version } from '../version.ts';
import type { ScheduledRun } from './schedule.ts';

/** What one part of a run could not do. */
export interface RunFailure {
  /** The part's place among the parts of its instrument, from 0. */
  readonly part: number;
  readonly failure: OperationFailure;
}

/** The text after a sequence of runs; what the last of them could not do; and where runs lead from here. */
export interface Step {
  readonly version: Version;
  readonly run: ScheduledRun | null;
  readonly failures: readonly RunFailure[];
  readonly next: Step[];
}

/**
 * Texts by the sequence of runs that led to them, as a trie (parts are told apart as objects): two sequences share
 * everything up to where they part. What is assumed about changes becomes nothing but another sequence, so that leaving
 * out one of a thousand changes costs those after it, and going back on it nothing. Each text shares with the one before
 * whatever a change did not touch.
 *
 * At most `capacity` texts are kept besides those on the way last walked. When there are more, they are let go.
 */
export class TextSequences {
  private root: Step;
  private kept = 0;
  private readonly capacity: number;

  constructor(base: Version, capacity: number) {
    this.root = { version: base, run: null, failures: [], next: [] };
    this.capacity = capacity;
  }

  /**
   * Makes `steps`, the texts after 0, 1, 2… of `runs`, go on to the text after `count` of them. Costs what the runs change
   * that were not walked before in this order, and a look-up for each that was. Says whether texts were let go.
   */
  walk(runs: readonly ScheduledRun[], count: number, steps: Step[]): { readonly letGo: boolean } {
    if (steps.length === 0) steps.push(this.root);
    let draft: Draft | undefined;
    while (steps.length <= count) {
      const from = steps.at(-1);
      const run = runs[steps.length - 1];
      if (from === undefined || run === undefined) throw new RangeError(`There are no ${String(count)} runs.`);
      let step =
        draft === undefined ? from.next.find((each) => each.run !== null && areSame(each.run, run)) : undefined;
      if (step === undefined) {
        draft ??= new Draft(from.version);
        step = carryOut(draft, run);
        from.next.push(step);
        this.kept += 1;
      }
      steps.push(step);
    }
    const letGo = this.kept > this.capacity;
    if (letGo) this.letGo(steps);
    return { letGo };
  }

  private letGo(steps: Step[]): void {
    const way = steps.map((step) => ({ ...step, next: [] as Step[] }));
    for (const [index, step] of way.entries()) {
      const next = way[index + 1];
      if (next !== undefined) step.next.push(next);
    }
    this.root = way[0] ?? this.root;
    this.kept = 0;
    steps.splice(0, steps.length, ...way);
  }
}

/** Whether two runs are made of the same parts: then they do the same, whenever they take effect. */
const areSame = ({ parts }: ScheduledRun, { parts: others }: ScheduledRun): boolean =>
  parts.length === others.length && parts.every((each, index) => each.part === others[index]?.part);

/** Carries out what can be carried out of a run; operations that fail are passed over and told. */
function carryOut(draft: Draft, run: ScheduledRun): Step {
  const failures: RunFailure[] = [];
  for (const { part, position } of run.parts) {
    const operations = typeof part.operations === 'function' ? part.operations(draft) : part.operations;
    for (const [index, operation] of operations.entries()) {
      const failure = draft.apply(operation);
      if (failure !== null) failures.push({ part: position, failure: { ...failure, operation: index } });
    }
  }
  return { version: draft.version(), run, failures, next: [] };
}

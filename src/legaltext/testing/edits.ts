import * as fc from 'fast-check';
import { Draft } from '../draft.ts';
import type { Operation } from '../operation.ts';
import type { Version } from '../version.ts';
import { draftedOn, type EditSeed, type What } from './drafter.ts';
import { oneOf, texts } from './texts.ts';
import { printed } from './printed.ts';
import { provisionSeeds, versions } from './trees.ts';

const seeds = (whats: readonly [What, ...What[]]): fc.Arbitrary<EditSeed> =>
  fc.record({
    what: oneOf(whats),
    where: fc.nat(200),
    beside: fc.nat(200),
    from: fc.nat(60),
    length: fc.nat(12),
    how: fc.nat(719),
    text: texts({ max: 4 }),
    provisions: fc.array(provisionSeeds, { minLength: 1, maxLength: 3 }),
  });

const WORKING: readonly [What, ...What[]] = [
  'substitute',
  'substitute',
  'substitute',
  'insert',
  'insert',
  'heading',
  'renumber',
  'renumber-run',
  'replace',
  'repeal',
  'move',
  'move',
];

interface EditOptions {
  /** The most edits; an edit is one operation, or the renumbering of a run of siblings. */
  readonly max?: number;
  /** Whether operations that fail are among them. */
  readonly failing?: boolean;
  /** What the ids of new provisions begin with; two lists of edits that meet need two. */
  readonly prefix?: string;
}

const editSeeds = ({ max = 6, failing = false }: EditOptions): fc.Arbitrary<readonly EditSeed[]> =>
  fc.array(seeds(failing ? [...WORKING, 'wrong', 'wrong'] : WORKING), { maxLength: max, size: 'max' });

/**
 * Operations drafted one after another on this text: all seven kinds, by id, by id with the expected hash and by numbers,
 * by span and by quotation with every occurrence and likeness; whole runs renumbered; table rows and cells put in, moved
 * and reworded. All of them work, one after another, unless `failing` mixes in some that do not.
 */
export const operationsOn = (version: Version, options: EditOptions = {}): fc.Arbitrary<readonly Operation[]> =>
  editSeeds(options).map((edits) => draftedOn(version, edits, options.prefix ?? 'n'));

export interface Edited {
  readonly before: Version;
  readonly operations: readonly Operation[];
  /** `before` with those of the operations that work, one after another. */
  readonly after: Version;
}

/** `before` with those of these operations that work; each that does not is passed over. */
export function edit(before: Version, operations: readonly Operation[]): Version {
  const draft = new Draft(before);
  for (const operation of operations) draft.apply(operation);
  return draft.version();
}

/** A text, operations on it, and the text they make. */
export const edited = ({
  maxProvisions,
  ...options
}: EditOptions & { maxProvisions?: number } = {}): fc.Arbitrary<Edited> =>
  fc
    .tuple(versions(maxProvisions === undefined ? {} : { maxProvisions }), editSeeds(options))
    .map(([before, edits]) => {
      const operations = draftedOn(before, edits, options.prefix ?? 'n');
      return printed({ before, operations, after: edit(before, operations) });
    });

export interface Concurrent {
  readonly base: Version;
  readonly ours: readonly Operation[];
  readonly theirs: readonly Operation[];
}

/** Two lists of operations drafted on one small text without knowing of each other, so that they often meet. */
export const concurrent = ({
  maxProvisions = 6,
  ...options
}: EditOptions & { maxProvisions?: number } = {}): fc.Arbitrary<Concurrent> => {
  const some = { max: 3, ...options };
  return fc.tuple(versions({ maxProvisions }), editSeeds(some), editSeeds(some)).map(([base, ours, theirs]) =>
    printed({
      base,
      ours: draftedOn(base, ours, 'ours-'),
      theirs: draftedOn(base, theirs, 'theirs-'),
    }),
  );
};

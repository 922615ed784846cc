import * as fc from 'fast-check';
import { Provision } from '../provision.ts';
import { NO_ATTRIBUTES, Text } from '../text.ts';
import { Version } from '../version.ts';
import { printed } from './printed.ts';
import { texts } from './texts.ts';

/**
 * Trees are made from a flat list of small records, in reading order, each saying how deep it would like to stand: a
 * record that is taken away or simplified leaves the others a tree, so that a failing case shrinks to a few provisions.
 */
export interface ProvisionSeed {
  /** At most one level deeper than the one before. */
  readonly depth: number;
  /** What it is: see `shapeOf`. */
  readonly shape: number;
  readonly heading: Text;
  readonly text: Text;
  readonly tail: Text;
}

const DEPTH = 5;
/** Out of how many a shape is chosen; the plain ones come first, for shrinking. */
const SHAPES = 24;

export const provisionSeeds = fc.record<ProvisionSeed>({
  depth: fc.nat(DEPTH),
  shape: fc.nat(SHAPES - 1),
  heading: fc.oneof({ weight: 2, arbitrary: fc.constant(Text.EMPTY) }, texts({ max: 3 })),
  text: texts(),
  tail: fc.oneof({ weight: 5, arbitrary: fc.constant(Text.EMPTY) }, texts({ max: 4 })),
});

type Shape = 'numbered' | 'irregular' | 'definition' | 'schedule' | 'attributed' | 'passage' | 'table';

const shapeOf = (shape: number): Shape =>
  shape < 12
    ? 'numbered'
    : shape < 14
      ? 'irregular'
      : shape < 16
        ? 'definition'
        : shape < 17
          ? 'schedule'
          : shape < 19
            ? 'attributed'
            : shape < 22
              ? 'passage'
              : 'table';

const LEVELS = ['part', 'section', 'clause', 'paragraph', 'item', 'item'] as const;

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'] as const;

/** The number that the `ordinal`th (from 0) numbered provision under a parent bears, by the style of its level. */
export function numberAt(depth: number, parent: string, ordinal: number): string {
  if (depth <= 1) return String(ordinal + 1);
  if (depth === 2) return `${parent}.${String(ordinal + 1)}`;
  if (depth === 3) return `(${String.fromCharCode(97 + (ordinal % 26))})`;
  return `(${ROMAN[ordinal % ROMAN.length] ?? 'i'})`;
}

interface Growing {
  readonly seed: ProvisionSeed;
  readonly depth: number;
  readonly children: Growing[];
}

/** Provisions of these seeds under a root of depth 0. Ids are made by `idOf` from a counter in reading order. */
export function grow(seeds: readonly ProvisionSeed[], idOf: (count: number) => string): readonly Provision[] {
  const top: Growing[] = [];
  const open: Growing[] = [];
  for (const seed of seeds) {
    const depth = Math.min(seed.depth, open.length);
    open.length = depth;
    const growing: Growing = { seed, depth: depth + 1, children: [] };
    (open.at(-1)?.children ?? top).push(growing);
    if (canHold(seed)) open.push(growing);
  }
  let count = 0;
  const fresh = (): string => idOf(count++);
  const harden = (siblings: readonly Growing[], parentNumber: string): Provision[] => {
    let ordinal = 0;
    return siblings.map((growing) => {
      const shape = shapeOf(growing.seed.shape);
      if (shape === 'passage') return passage(growing.seed, fresh());
      if (shape === 'table') return table(growing.seed, fresh);
      const regular = numberAt(growing.depth, parentNumber, ordinal);
      // Irregular: the number of the sibling before it with a letter, or its very number, as happens in real codes.
      const previous = numberAt(growing.depth, parentNumber, Math.max(0, ordinal - 1));
      const number = shape === 'irregular' ? (growing.seed.shape % 2 === 0 ? `${previous}A` : previous) : regular;
      if (shape !== 'irregular') ordinal += 1;
      const id = fresh();
      const { heading, text, tail } = growing.seed;
      return new Provision({
        id,
        kind: shape === 'definition' || shape === 'schedule' ? shape : (LEVELS[growing.depth - 1] ?? 'item'),
        number: shape === 'definition' ? '' : number,
        heading,
        text,
        tail,
        children: harden(growing.children, number),
        attributes: shape === 'attributed' ? { eId: `e_${id}`, status: 'édité "&"' } : NO_ATTRIBUTES,
      });
    });
  };
  return harden(top, '');
}

const canHold = (seed: ProvisionSeed): boolean => {
  const shape = shapeOf(seed.shape);
  return shape !== 'passage' && shape !== 'table';
};

const passage = (seed: ProvisionSeed, id: string): Provision => new Provision({ id, kind: 'passage', text: seed.text });

/** One to three rows of one to three cells; the words of the seed are spread over them. */
function table(seed: ProvisionSeed, fresh: () => string): Provision {
  const id = fresh();
  const rows = 1 + (seed.depth % 3);
  const columns = 1 + (seed.text.words.length % 3);
  const contents = [seed.text, seed.tail, seed.heading];
  const cell = (row: number, column: number): Provision =>
    new Provision({ id: fresh(), kind: 'cell', text: contents[(row + column) % 3] ?? Text.EMPTY });
  const row = (at: number): Provision => {
    const rowId = fresh();
    return new Provision({
      id: rowId,
      kind: 'row',
      children: Array.from({ length: columns }, (_, to) => cell(at, to)),
    });
  };
  return new Provision({ id, kind: 'table', children: Array.from({ length: rows }, (_, at) => row(at)) });
}

/** A version of a tree that is sound by the way it was made. */
export function sound(root: Provision): Version {
  const made = Version.of(root);
  if (made.kind === 'failed') throw new Error(made.failure.message);
  return made.value;
}

/**
 * Whole texts: up to `maxProvisions` parts, sections, clauses, definitions, passages, schedules and tables (which count as
 * one with all their rows and cells), with unique ids, regular and irregular numbers, marks, tails and attributes.
 */
export const versions = ({ maxProvisions = 12 }: { maxProvisions?: number } = {}): fc.Arbitrary<Version> =>
  fc
    .array(provisionSeeds, { maxLength: maxProvisions, size: 'max' })
    .map((seeds) =>
      printed(
        sound(new Provision({ id: 'root', kind: 'code', children: grow(seeds, (count) => `p${String(count)}`) })),
      ),
    );

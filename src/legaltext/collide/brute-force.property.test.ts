import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { Draft } from '../draft.ts';
import type { Instrument } from '../instrument.ts';
import type { Operation, Slot } from '../operation.ts';
import { provisionsUnder, type Provision, type ProvisionId } from '../provision.ts';
import { findQuotation, type Place } from '../quotation.ts';
import { resolveTarget } from '../resolve-target.ts';
import { concurrent } from '../testing/arbitraries.ts';
import { PROPERTY_RUNS } from '../testing/runs.ts';
import type { Version } from '../version.ts';
import { collide } from './collide.ts';
import type { CollisionClass } from './collision.ts';

/**
 * The classes `words`, `parent` and `slot` again, from nothing but the definitions in the design: every operation of one
 * change against every one of the other, each looked at on the whole text. It shares no code with footprints and indexes.
 */
interface Looked {
  readonly struck: readonly Place[];
  readonly taken: ProvisionId | null;
  /** What it changes, puts something under, or names as a neighbour. */
  readonly written: ReadonlySet<ProvisionId>;
  readonly gap: string | null;
  readonly claims: readonly string[];
}

function lookAt(base: Version, operation: Operation): Looked {
  const view = new Draft(base);
  const at = resolveTarget(view, operation.kind === 'insert' ? operation.slot.target : operation.target);
  if (at.kind === 'failed') throw new Error('The operations of this test work on the base.');
  const target = at.value;
  const none = { struck: [], taken: null, gap: null, claims: [] };
  const itself = { ...none, written: new Set([target.id]) };
  switch (operation.kind) {
    case 'substitute': {
      const places = struckBy(operation, target);
      const struck = places.filter((place) => writes(place, operation.replacement.words));
      return { ...none, struck, written: new Set(places.map(({ id }) => id)) };
    }
    case 'set-heading': {
      const heading: Place = { id: target.id, part: 'heading', start: 0, end: target.heading.words.length };
      return { ...itself, struck: writes(heading, operation.heading.words) ? [heading] : [] };
    }
    case 'repeal':
      return { ...itself, taken: target.id };
    case 'replace':
      return {
        ...itself,
        taken: target.id,
        claims: claimsOf(
          view.parentOf(target.id)?.id,
          operation.provisions.filter(({ number }) => number !== target.number),
        ),
      };
    case 'insert': {
      const { parent, index, beside } = slotIn(view, operation.slot);
      const claims = claimsOf(parent, operation.provisions);
      return { ...none, written: new Set([parent, ...beside]), gap: `${parent}|${String(index)}`, claims };
    }
    case 'renumber':
    case 'move':
      return itself;
  }
}

const claimsOf = (parent: ProvisionId | undefined, provisions: readonly Provision[]): readonly string[] =>
  provisions.flatMap(({ number }) => (number === '' || parent === undefined ? [] : [`${parent}|${number}`]));

/** Nothing for nothing writes nothing. */
const writes = ({ start, end }: Place, replacement: string): boolean => end > start || replacement !== '';

function struckBy({ selection }: Extract<Operation, { kind: 'substitute' }>, target: Provision): readonly Place[] {
  if (selection.by === 'span') return [{ id: target.id, ...selection }];
  const found = findQuotation(target, selection);
  return found.kind === 'ok' ? found.value : [];
}

function slotIn(view: Draft, slot: Slot): { parent: ProvisionId; index: number; beside: readonly ProvisionId[] } {
  const at = resolveTarget(view, slot.target);
  if (at.kind === 'failed') throw new Error('The slots of this test are there.');
  const { id, children } = at.value;
  if (slot.at === 'first' || slot.at === 'last')
    return { parent: id, index: slot.at === 'first' ? 0 : children.length, beside: [] };
  const parent = view.parentOf(id);
  const index = parent?.children.findIndex((child) => child.id === id) ?? -1;
  return { parent: parent?.id ?? '', index: slot.at === 'before' ? index : index + 1, beside: [id] };
}

const sameWords = (one: Place, other: Place): boolean => {
  if (one.id !== other.id || one.part !== other.part) return false;
  // Character by character; words that are put in stand between two characters, at a half.
  const written = ({ start, end }: Place): number[] => {
    if (start === end) return [start - 0.5];
    return Array.from({ length: (end - start) * 2 - 1 }, (_, index) => start + index / 2);
  };
  const mine = new Set(written(one));
  return written(other).some((position) => mine.has(position));
};

const under = (base: Version, id: ProvisionId): ReadonlySet<ProvisionId> => {
  const provision = base.find(id);
  return new Set(provision === undefined ? [] : [...provisionsUnder(provision)].map((each) => each.id));
};

function bruteForce(base: Version, one: Operation, other: Operation): ReadonlySet<CollisionClass> {
  const [mine, theirs] = [lookAt(base, one), lookAt(base, other)];
  const found = new Set<CollisionClass>();
  if (mine.struck.some((place) => theirs.struck.some((their) => sameWords(place, their)))) found.add('words');
  for (const [taker, writer] of [
    [mine, theirs],
    [theirs, mine],
  ] as const)
    if (taker.taken !== null) {
      const gone = under(base, taker.taken);
      if ([...writer.written].some((id) => gone.has(id))) found.add('parent');
    }
  if (mine.gap !== null && mine.gap === theirs.gap) found.add('slot');
  if (mine.claims.some((claim) => theirs.claims.includes(claim))) found.add('slot');
  return found;
}

const change = (id: string, operations: readonly Operation[]): Instrument => ({
  kind: 'instrument',
  id,
  name: id,
  parts: [{ commencement: { kind: 'unknown' }, operations }],
});

const COVERED: ReadonlySet<CollisionClass> = new Set<CollisionClass>(['words', 'parent', 'slot']);

it('words, parents and slots are found exactly where comparing every two operations finds them', () => {
  fc.assert(
    fc.property(concurrent({ max: 1 }), ({ base, ours, theirs }) => {
      const [one] = ours;
      const [other] = theirs;
      fc.pre(one !== undefined && other !== undefined);
      // A run of renumberings is several operations, and moves are of class `parent` too: they are not compared here.
      fc.pre(ours.length === 1 && theirs.length === 1 && one.kind !== 'move' && other.kind !== 'move');
      fc.pre(one.kind !== 'renumber' && other.kind !== 'renumber');
      fc.pre(![one, other].some((each) => each.kind === 'replace' && each.children === 'kept'));
      const found = collide([change('ours', ours), change('theirs', theirs)], base)
        .filter((each) => each.changes[1] !== null && COVERED.has(each.class))
        .map((each) => each.class);
      expect(new Set(found)).toEqual(bruteForce(base, one, other));
    }),
    { numRuns: PROPERTY_RUNS },
  );
});

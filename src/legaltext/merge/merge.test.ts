import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { provisionsUnder, type Provision, type ProvisionId } from '../provision.ts';
import { concurrent, edit, versions } from '../testing/arbitraries.ts';
import { PROPERTY_RUNS } from '../testing/runs.ts';
import { Version } from '../version.ts';
import type { MergeCollision, Wanted } from './collision.ts';
import { merge, type Merge } from './merge.ts';
import { identical } from './side-changes.ts';

/** The same text with nothing shared: as if it had been read again from a file. */
const readAgain = (version: Version): Version => {
  const again = (provision: Provision): Provision => provision.with({ children: provision.children.map(again) });
  return Version.trusted(again(version.root));
};

const three = concurrent().map(({ base, ours, theirs }) => ({
  base,
  ours: edit(base, ours),
  theirs: edit(base, theirs),
}));

const idsOf = (version: Version): readonly ProvisionId[] => [...provisionsUnder(version.root)].map(({ id }) => id);

const wantedKey = (wanted: Wanted): string =>
  JSON.stringify(wanted.kind === 'insert' ? { ...wanted, provision: wanted.provision.id } : wanted);

const collisionKey = (one: readonly Wanted[], other: readonly Wanted[], collision: MergeCollision): string =>
  JSON.stringify([
    collision.class,
    collision.place,
    collision.base,
    one.map(wantedKey).sort(),
    other.map(wantedKey).sort(),
  ]);

/** All ids that the collisions of a merge name as put in by a side and left out. */
const leftOut = ({ collisions, sameInsertions }: Merge): ReadonlySet<ProvisionId> =>
  new Set([
    ...collisions
      .flatMap(({ ours, theirs }) => [...ours, ...theirs])
      .flatMap((wanted) =>
        wanted.kind === 'insert' ? [...provisionsUnder(wanted.provision)].map(({ id }) => id) : [],
      ),
    ...sameInsertions.map(({ dropped }) => dropped),
  ]);

describe('the three-way merge of any versions', () => {
  const holds = (property: fc.IProperty<[{ base: Version; ours: Version; theirs: Version }]>): void => {
    fc.assert(property, { numRuns: PROPERTY_RUNS });
  };

  it('gives a version back when the other side did nothing, to the hash and the ids', () => {
    holds(
      fc.property(three, ({ base, ours }) => {
        for (const made of [
          merge(base, ours, base),
          merge(base, base, ours),
          merge(base, ours, ours),
          merge(base, ours, readAgain(base)),
          merge(base, readAgain(base), readAgain(ours)),
          merge(base, readAgain(ours), ours),
        ]) {
          expect(made.collisions).toEqual([]);
          expect(identical(made.version.root, ours.root)).toBe(true);
        }
      }),
    );
  });

  it('is the same whichever side is which', () => {
    holds(
      fc.property(three, ({ base, ours, theirs }) => {
        const one = merge(base, ours, theirs);
        const other = merge(base, theirs, ours);
        expect(identical(one.version.root, other.version.root)).toBe(true);
        expect(one.collisions.map((each) => collisionKey(each.ours, each.theirs, each))).toEqual(
          other.collisions.map((each) => collisionKey(each.theirs, each.ours, each)),
        );
      }),
    );
  });

  it('neither doubles nor loses a provision', () => {
    holds(
      fc.property(three, ({ base, ours, theirs }) => {
        if (base.root.id !== ours.root.id || base.root.id !== theirs.root.id) return;
        const made = merge(base, ours, theirs);
        const ids = idsOf(made.version);
        const present = new Set(ids);
        expect(present.size).toBe(ids.length);
        const known = new Set(idsOf(base));
        for (const id of known)
          if (ours.find(id) !== undefined && theirs.find(id) !== undefined) expect(present.has(id)).toBe(true);
        const named = leftOut(made);
        for (const side of [ours, theirs])
          for (const id of idsOf(side)) if (!known.has(id)) expect(present.has(id) || named.has(id)).toBe(true);
        for (const id of present)
          expect(known.has(id) || ours.find(id) !== undefined || theirs.find(id) !== undefined).toBe(true);
      }),
    );
  });

  it('has every provision that one side alone changed as that side has it, where nothing collides', () => {
    holds(
      fc.property(three, ({ base, ours, theirs }) => {
        const { version, collisions } = merge(base, ours, theirs);
        if (collisions.length > 0) return;
        for (const provision of provisionsUnder(version.root)) {
          const [was, own, other] = [base, ours, theirs].map((each) => each.find(provision.id));
          if (was === undefined || own === undefined || other === undefined) continue;
          const one = JSON.stringify([own.number, own.heading, own.text, own.tail]);
          const next = JSON.stringify([other.number, other.heading, other.text, other.tail]);
          const before = JSON.stringify([was.number, was.heading, was.text, was.tail]);
          const after = JSON.stringify([provision.number, provision.heading, provision.text, provision.tail]);
          if (before === next) expect(after).toBe(one);
          if (before === one) expect(after).toBe(next);
        }
      }),
    );
  });

  it('shares with the base what neither side touched', () => {
    fc.assert(
      fc.property(versions(), (base) => {
        expect(merge(base, readAgain(base), readAgain(base)).version.root).toBe(base.root);
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });
});

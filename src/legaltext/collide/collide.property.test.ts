import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Draft } from '../draft.ts';
import type { Instrument } from '../instrument.ts';
import type { Operation, Target } from '../operation.ts';
import type { Provision } from '../provision.ts';
import { concurrent, operationsOn, versions } from '../testing/arbitraries.ts';
import { PROPERTY_RUNS } from '../testing/runs.ts';
import type { Version } from '../version.ts';
import { collide } from './collide.ts';
import type { Collision } from './collision.ts';
import { createCollisionIndex } from './collision-index.ts';

const change = (id: string, operations: readonly Operation[]): Instrument => ({
  kind: 'instrument',
  id,
  name: id,
  parts: [{ commencement: { kind: 'unknown' }, operations }],
});

/** Drafted for the base, the hashes an operation expects hold there; what another change does before it is the question here. */
function unbound(operation: Operation): Operation {
  const bare = (target: Target): Target => {
    const { expects: _, ...rest } = target;
    return rest;
  };
  if (operation.kind === 'insert')
    return { ...operation, slot: { ...operation.slot, target: bare(operation.slot.target) } };
  if (operation.kind === 'move')
    return {
      ...operation,
      target: bare(operation.target),
      slot: { ...operation.slot, target: bare(operation.slot.target) },
    };
  return { ...operation, target: bare(operation.target) };
}

interface Made {
  readonly version: Version;
  readonly failures: number;
}

function made(base: Version, first: readonly Operation[], second: readonly Operation[]): Made {
  const draft = new Draft(base);
  const failures = [...first, ...second.map(unbound)].filter((operation) => draft.apply(operation) !== null).length;
  return { version: draft.version(), failures };
}

/** The same with the children of every provision in one order: for texts that may differ in that alone. */
const sorted = (provision: Provision): Provision =>
  provision.with({
    children: [...provision.children].map(sorted).sort((one, other) => (one.id < other.id ? -1 : 1)),
  });

const isGrave = ({ severity }: Collision): boolean => severity === 'clash' || severity === 'order';
const bySpan = (operation: Operation): boolean => operation.kind === 'substitute' && operation.selection.by === 'span';
/** An address may be led astray to where the operation happens to do nothing. */
const byNumber = (operation: Operation): boolean => operation.kind !== 'insert' && operation.target.by === 'numbers';
/** A number that both claim is a clash by what it means, though both changes can be made. */
const claimsNumber = ({ sentence }: Collision): boolean => sentence.includes('both give the number');

describe('two changes of one text', () => {
  it('that do not collide give one text in either order', () => {
    fc.assert(
      fc.property(concurrent(), ({ base, ours, theirs }) => {
        fc.pre(![...ours, ...theirs].some(bySpan));
        const found = collide([change('ours', ours), change('theirs', theirs)], base);
        const oneFirst = made(base, ours, theirs);
        const otherFirst = made(base, theirs, ours);
        if (!found.some(isGrave)) {
          expect(oneFirst.failures + otherFirst.failures).toBe(0);
          // Where both put numbered provisions in one gap, the numbers say their order, not which was made first.
          const inOneGap = found.some((each) => each.class === 'slot');
          const read = ({ version }: Made) => (inOneGap ? sorted(version.root) : version.root).hash;
          expect(read(oneFirst)).toBe(read(otherFirst));
        } else if (!found.some(claimsNumber) && ![...ours, ...theirs].some(byNumber)) {
          const isOne = oneFirst.version.hash === otherFirst.version.hash;
          const isLost = found.some((each) => each.class === 'words' || each.class === 'parent');
          expect(oneFirst.failures + otherFirst.failures > 0 || !isOne || isLost).toBe(true);
        }
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('collide in the same way whichever is named first', () => {
    fc.assert(
      fc.property(concurrent(), ({ base, ours, theirs }) => {
        const [one, other] = [change('ours', ours), change('theirs', theirs)];
        const ids = (instruments: readonly Instrument[]) =>
          collide(instruments, base)
            .map(({ id }) => id)
            .sort();
        expect(ids([one, other])).toEqual(ids([other, one]));
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('that are one and the same are told of, unless it can be made twice without harm', () => {
    fc.assert(
      fc.property(concurrent(), ({ base, ours }) => {
        const found = collide([change('ours', ours), change('again', ours)], base);
        const twice = made(base, ours, ours);
        const once = made(base, ours, []);
        const harmless = twice.failures === 0 && twice.version.hash === once.version.hash;
        if (!harmless && !ours.some(bySpan)) expect(found).not.toEqual([]);
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });
});

type Edit = readonly ['put' | 'remove', number, number];

/** A text with drafts for four changes, and a history of putting in, rewording and taking out these changes. */
const histories = versions({ maxProvisions: 6 }).chain((base) =>
  fc.record({
    base: fc.constant(base),
    drafts: fc.tuple(
      ...['a', 'b', 'c', 'd', 'e', 'f'].map((prefix) => operationsOn(base, { max: 2, prefix: `${prefix}-` })),
    ),
    history: fc.array<Edit>(fc.tuple(fc.constantFrom('put', 'put', 'put', 'remove'), fc.nat(3), fc.nat(5)), {
      maxLength: 8,
    }),
  }),
);

describe('an index of collisions', () => {
  it('knows after any edits what it would know of the changes as they now are', () => {
    fc.assert(
      fc.property(histories, ({ base, drafts, history }) => {
        const index = createCollisionIndex(base);
        const current = new Map<string, Instrument>();
        for (const [what, which, draft] of history) {
          const id = `change-${String(which)}`;
          if (what === 'remove') {
            index.remove(id);
            current.delete(id);
          } else {
            const instrument = change(id, drafts[draft] ?? []);
            index.put(instrument);
            current.set(id, instrument);
          }
          // Asked after each step too, since what was answered before must not stay.
          index.collisions();
        }
        expect(index.collisions()).toEqual(collide([...current.values()], base));
        for (const id of current.keys()) {
          const own = index.collisionsOf(id).map((each) => each.id);
          const all = collide([...current.values()], base);
          const concerning = all.filter(({ changes }) => changes.some((side) => side?.instrument === id));
          expect(new Set(own)).toEqual(new Set(concerning.map((each) => each.id)));
        }
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });
});

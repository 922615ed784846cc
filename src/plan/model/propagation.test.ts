import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../../values/partial-date.ts';
import {
  circleThrough,
  dependencyWords,
  DEPENDENCY_KINDS,
  holds,
  propagate,
  type Dependency,
  type DependencyKind,
  type Placed,
} from './propagation.ts';

const START = '2023-01-01';
const follows = (from: string, kind: DependencyKind, to: string, lagDays = 0): Dependency => ({
  from,
  to,
  kind,
  lagDays,
});
const at = (id: string, date: string | null, fixed = false): Placed => ({ id, date, fixed });
const moved = (moves: readonly { id: string; to: string }[]) => moves.map((move) => `${move.id} ${move.to}`);

it('A dependency is told between two names, with its lag where that says more', () => {
  const told = (kind: DependencyKind, lag: number) => `M6 ${dependencyWords(kind, lag)} M5`;
  expect(told('aligned-with', 0)).toBe('M6 aligned with M5');
  expect(told('aligned-with', -7)).toBe('M6 always 7 days before M5');
  expect(told('after', 7)).toBe('M6 at least 7 days after M5');
  expect(told('after', -7)).toBe('M6 after M5');
  expect(told('awaits', 1)).toBe('M6 no sooner than 1 day after M5');
});

describe('If a milestone moves', () => {
  it('one aligned with it moves with it, both ways', () => {
    const plan = [at('M10', '2024-06-30'), at('M8', '2024-06-30')];
    const aligned = [follows('M8', 'aligned-with', 'M10')];
    expect(moved(propagate(plan, aligned, 'M10', '2024-09-30').moves)).toEqual(['M8 2024-09-30']);
    expect(moved(propagate(plan, aligned, 'M10', '2024-05-31').moves)).toEqual(['M8 2024-05-31']);
  });

  it('one that comes after it is only pushed, to the day after or by the lag', () => {
    const plan = [at('a', '2024-01-01'), at('b', '2024-01-10')];
    expect(propagate(plan, [follows('b', 'after', 'a')], 'a', '2024-01-05').moves).toEqual([]);
    expect(moved(propagate(plan, [follows('b', 'after', 'a')], 'a', '2024-01-10').moves)).toEqual(['b 2024-01-11']);
    expect(moved(propagate(plan, [follows('b', 'after', 'a', 7)], 'a', '2024-01-10').moves)).toEqual(['b 2024-01-17']);
    expect(propagate(plan, [follows('b', 'awaits', 'a')], 'a', '2024-01-10').moves).toEqual([]);
  });

  it('what is reached stays, and stops what would follow it', () => {
    const plan = [at('a', '2024-01-01'), at('b', '2024-01-02', true), at('c', '2024-01-03')];
    const chain = [follows('b', 'after', 'a'), follows('c', 'after', 'b')];
    const { moves, broken } = propagate(plan, chain, 'a', '2024-02-01');
    expect(moves).toEqual([]);
    expect(broken).toEqual([chain[0]]);
  });

  it('its own alignment is told as broken, and nothing upstream moves', () => {
    const aligned = [follows('M8', 'aligned-with', 'M10')];
    const { moves, broken } = propagate([at('M8', START), at('M10', START)], aligned, 'M8', '2024-01-01');
    expect([moves, broken]).toEqual([[], aligned]);
  });
});

/** A plan without circles: each milestone may follow those with smaller numbers only. */
const planArbitrary = fc.integer({ min: 2, max: 9 }).chain((size) =>
  fc.record({
    milestones: fc.tuple(
      ...Array.from({ length: size }, (_, index) =>
        fc.record({
          id: fc.constant(`m${index}`),
          date: fc.option(
            fc.integer({ min: 0, max: 700 }).map((day) => addDays(START, day)),
            { freq: 8 },
          ),
          fixed: fc.boolean().map((yes) => yes && index % 4 === 3),
        }),
      ),
    ),
    dependencies: fc
      .array(
        fc.record({
          one: fc.nat(size - 1),
          other: fc.nat(size - 1),
          kind: fc.constantFrom(...DEPENDENCY_KINDS),
          lagDays: fc.integer({ min: -20, max: 60 }),
        }),
        { maxLength: 14 },
      )
      .map((list) =>
        list.flatMap(({ one, other, kind, lagDays }) =>
          one === other ? [] : [follows(`m${Math.max(one, other)}`, kind, `m${Math.min(one, other)}`, lagDays)],
        ),
      ),
    moved: fc.nat(size - 1).map((index) => `m${index}`),
    day: fc.integer({ min: 0, max: 900 }),
    further: fc.integer({ min: 0, max: 300 }),
  }),
);

describe('Propagation', () => {
  it('is monotone: moving a milestone later never makes another one earlier', () => {
    fc.assert(
      fc.property(planArbitrary, ({ milestones, dependencies, moved: id, day, further }) => {
        const after = (to: string) =>
          new Map(propagate(milestones, dependencies, id, to).moves.map((move) => [move.id, move.to]));
        const sooner = after(addDays(START, day));
        const later = after(addDays(START, day + further));
        for (const one of milestones) {
          if (one.id === id) continue;
          const a = sooner.get(one.id) ?? one.date;
          const b = later.get(one.id) ?? one.date;
          if (a !== null) expect(b !== null && b >= a).toBe(true);
        }
      }),
    );
  });

  it('looks at each milestone once, moves none already reached, and counts its days rightly', () => {
    fc.assert(
      fc.property(planArbitrary, ({ milestones, dependencies, moved: id, day }) => {
        const { moves } = propagate(milestones, dependencies, id, addDays(START, day));
        expect(new Set(moves.map((move) => move.id)).size).toBe(moves.length);
        for (const move of moves) {
          const was = milestones.find((one) => one.id === move.id);
          expect([was?.fixed, was?.date ?? null, move.because.length > 0]).toEqual([false, move.from, true]);
          expect(move.days).toBe(move.from === null ? null : daysBetween(move.from, move.to));
        }
      }),
    );
  });

  it('leaves every pushing dependency downstream true, but for what is reached or undated', () => {
    fc.assert(
      fc.property(planArbitrary, ({ milestones, dependencies, moved: id, day }) => {
        const to = addDays(START, day);
        const { moves, broken } = propagate(milestones, dependencies, id, to);
        const dates = new Map<string, string | null>(milestones.map((one) => [one.id, one.date]));
        dates.set(id, to);
        for (const move of moves) dates.set(move.id, move.to);
        const fixed = new Set<string>(milestones.filter((one) => one.fixed || one.id === id).map((one) => one.id));
        const changed = new Set([id, ...moves.map((move) => move.id)]);
        for (const dependency of dependencies) {
          const concerned = changed.has(dependency.to) && dependency.kind !== 'aligned-with';
          if (concerned && !fixed.has(dependency.from)) expect(holds(dependency, dates)).toBe(true);
        }
        for (const dependency of broken) expect(holds(dependency, dates)).toBe(false);
      }),
    );
  });
});

describe('A circle', () => {
  it('is found when the dependency would close one, and only then', () => {
    fc.assert(
      fc.property(planArbitrary, fc.nat(8), fc.nat(8), ({ dependencies }, one, other) => {
        const added = { from: `m${one}`, to: `m${other}` };
        const circle = circleThrough(dependencies, added);
        const reaches = (id: string): boolean =>
          id === added.from || dependencies.some((dependency) => dependency.from === id && reaches(dependency.to));
        expect(circle !== null).toBe(reaches(added.to));
        if (circle === null) return;
        expect([circle[0], circle.at(-1)]).toEqual([added.from, added.from]);
        const steps = circle.slice(1).map((to, index) => ({ from: circle[index], to }));
        for (const step of steps.slice(1))
          expect(dependencies.some((each) => each.from === step.from && each.to === step.to)).toBe(true);
      }),
    );
  });

  it('in the data is a bug and is thrown, not followed for ever', () => {
    const circle = [follows('a', 'after', 'b'), follows('b', 'after', 'a')];
    expect(() => propagate([at('a', START), at('b', START)], circle, 'a', START)).toThrow('follows itself');
  });
});

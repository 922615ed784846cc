import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply } from '../apply.ts';
import type { Operation } from '../operation.ts';
import type { Hash } from '../hash.ts';
import { Provision, provisionsUnder, type ProvisionId } from '../provision.ts';
import { edited, versions } from '../testing/arbitraries.ts';
import { provision, version } from '../testing/builders.ts';
import { PROPERTY_RUNS } from '../testing/runs.ts';
import { Text } from '../text.ts';
import { Version } from '../version.ts';
import { derive } from './derive.ts';

function applied(before: Version, operations: readonly Operation[]): Version {
  const made = apply(before, operations);
  if (made.kind === 'failed') throw new Error(made.failure.map(({ message }) => message).join('\n'));
  return made.value;
}

/** The same text with other ids, as if read from another file. */
function withOtherIds(from: Version, idOf: (index: number) => string): Version {
  let count = 0;
  const renamed = (at: Provision): Provision => {
    const id = idOf((count += 1));
    return at.with({ id, children: at.children.map(renamed) });
  };
  const made = Version.of(renamed(from.root));
  if (made.kind === 'failed') throw new Error(made.failure.message);
  return made.value;
}

/** What each operation does to what, in one line. */
const inShort = (operations: readonly Operation[]): readonly string[] =>
  operations.map((operation) => {
    const id = (target: { readonly by: string; readonly id?: string }): string => target.id ?? target.by;
    switch (operation.kind) {
      case 'insert':
        return `insert ${operation.provisions.map((each) => each.id).join()} ${operation.slot.at} ${id(operation.slot.target)}`;
      case 'move':
        return `move ${id(operation.target)} ${operation.slot.at} ${id(operation.slot.target)}`;
      case 'renumber':
        return `renumber ${id(operation.target)} ${operation.number}`;
      case 'substitute':
        return `${id(operation.target)}: ${operation.selection.words ?? ''} → ${operation.replacement.words}`;
      default:
        return `${operation.kind} ${id(operation.target)}`;
    }
  });

describe('deriving operations', () => {
  it('turns a text into what it became, to the hash', () => {
    fc.assert(
      fc.property(edited(), ({ before, after }) => {
        expect(applied(before, derive(before, after)).hash).toBe(after.hash);
        expect(applied(after, derive(after, before)).hash).toBe(before.hash);
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('keeps the ids of what was there, where ids are permanent', () => {
    fc.assert(
      fc.property(edited(), ({ before, after }) => {
        const made = applied(before, derive(before, after, 'permanent'));
        // Two that read the same may have taken each other's place: nobody can see that.
        const bearers = new Map<Hash, Set<ProvisionId>>();
        for (const { id, hash } of [...provisionsUnder(before.root), ...provisionsUnder(after.root)])
          bearers.set(hash, (bearers.get(hash) ?? new Set()).add(id));
        const isAlone = (each: Provision): boolean => bearers.get(each.hash)?.size === 1;
        for (const was of provisionsUnder(before.root)) {
          const is = after.find(was.id);
          if (is !== undefined && isAlone(was) && isAlone(is)) expect(made.find(was.id)?.hash).toBe(is.hash);
        }
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('turns a text into what it became where the ids have nothing in common', () => {
    fc.assert(
      fc.property(edited(), ({ before, after }) => {
        const other = withOtherIds(after, (index) => `other-${index}`);
        expect(applied(before, derive(before, other)).hash).toBe(after.hash);
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('turns a text into what it became where one id means different provisions', () => {
    fc.assert(
      fc.property(edited(), ({ before, after }) => {
        const own = withOtherIds(before, (index) => `n${index}`);
        const other = withOtherIds(after, (index) => `n${index}`);
        for (const identity of ['judged', 'permanent', 'unrelated'] as const)
          expect(applied(own, derive(own, other, identity)).hash).toBe(after.hash);
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('turns any text into any other', () => {
    fc.assert(
      fc.property(versions(), versions(), (before, after) => {
        for (const identity of ['judged', 'permanent', 'unrelated'] as const)
          expect(applied(before, derive(before, after, identity)).hash).toBe(after.hash);
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('says nothing about a text that stayed', () => {
    const text = version(provision('1', 'One.'));
    expect(derive(text, withOtherIds(text, String))).toEqual([]);
  });

  it('knows that a clause was put in, and the others only renumbered', () => {
    const before = version(
      provision('1', 'The supplier shall read the meter every month.'),
      provision('2', 'The network operator shall keep the meter in repair.'),
      provision('3', 'The customer may ask for a test of the meter.'),
    );
    const after = version(
      provision('1', 'A person is bound by this code from the day of accession.'),
      provision('2', 'The supplier shall read the meter every month.'),
      provision('3', 'The network operator shall keep the meter in good repair.'),
      provision('4', 'The customer may ask for a test of the meter.'),
    );
    expect(inShort(derive(before, after))).toEqual([
      'insert 1~2 first root',
      'renumber 1 2',
      'renumber 2 3',
      '2:  → good ',
      'renumber 3 4',
    ]);
  });
});

describe('deriving moves', () => {
  const own = (id: string, ...children: readonly Provision[]): Provision =>
    new Provision({ id, kind: 'clause', text: Text.of(`The words of ${id}.`), children });
  const code = (...children: readonly Provision[]): Version => {
    const made = Version.of(new Provision({ id: 'root', kind: 'code', children }));
    if (made.kind === 'failed') throw new Error(made.failure.message);
    return made.value;
  };
  const moves: Readonly<Record<string, readonly [Version, Version, readonly string[]]>> = {
    'to another parent': [code(own('a', own('x')), own('b')), code(own('a'), own('b', own('x'))), ['move x first b']],
    'among siblings': [code(own('a'), own('b'), own('c')), code(own('c'), own('a'), own('b')), ['move c first root']],
    'into something new': [
      code(own('a'), own('b')),
      code(own('new', own('b')), own('a')),
      ['insert new first root', 'move b first new'],
    ],
    'out of something repealed': [
      code(own('a', own('x'), own('y'))),
      code(own('x')),
      ['move x first root', 'repeal a'],
    ],
    'inside out': [
      code(own('a', own('b', own('c')))),
      code(own('c', own('b', own('a')))),
      ['move c first root', 'move b first c', 'move a first b'],
    ],
  };
  it.each(Object.entries(moves))('%s', (_, [before, after, expected]) => {
    const operations = derive(before, after, 'permanent');
    expect(inShort(operations)).toEqual(expected);
    expect(applied(before, operations).hash).toBe(after.hash);
  });

  it('swaps two numbers with two operations', () => {
    const numbered = (a: string, b: string): Version =>
      code(own('a').with({ number: a }), own('b').with({ number: b }));
    expect(inShort(derive(numbered('1', '2'), numbered('2', '1'), 'permanent'))).toEqual([
      'renumber a 2',
      'renumber b 1',
    ]);
  });

  it('says that a provision was repealed where a stub is left', () => {
    const stub = own('a').with({ text: Text.of('Not used.') });
    const operations = derive(code(own('a', own('x', own('y')), own('z'))), code(stub), 'permanent');
    expect(inShort(operations)).toEqual(['repeal a']);
  });
});

describe('deriving changes of marks', () => {
  const emphasis = (start: number, end: number) => ({ kind: 'emphasis' as const, start, end, attributes: {} });
  const marked = (words: string, ...marks: readonly (readonly [number, number])[]): Version =>
    version(
      new Provision({
        id: 'a',
        kind: 'p',
        text: Text.of(
          words,
          marks.map(([start, end]) => emphasis(start, end)),
        ),
      }),
    );
  it.each([
    ['a mark put on', marked('one two three'), marked('one two three', [4, 7]), 'two → two'],
    ['a mark taken off', marked('one two three', [4, 7]), marked('one two three'), 'two → two'],
    ['words within a mark', marked('one two three', [0, 13]), marked('one 2 three', [0, 11]), 'two → 2'],
    ['words beside a mark', marked('one two three', [8, 13]), marked('one twenty three', [11, 16]), 'two → twenty'],
  ])('%s', (_, before, after, expected) => {
    const operations = derive(before, after);
    expect(inShort(operations)).toEqual([`a: ${expected}`]);
    expect(applied(before, operations).hash).toBe(after.hash);
  });

  it('replaces the provision where a point at the edge is to go', () => {
    const before = marked('words', [0, 0]);
    const operations = derive(before, marked('words'));
    expect(inShort(operations)).toEqual(['replace a']);
    expect(applied(before, operations).hash).toBe(marked('words').hash);
  });
});

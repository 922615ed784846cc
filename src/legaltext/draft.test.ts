import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Draft } from './draft.ts';
import { byId, byNumbers, type Operation } from './operation.ts';
import type { FailureReason } from './operation-failure.ts';
import { type Provision, provisionsUnder, type ProvisionId } from './provision.ts';
import { edited, versions } from './testing/arbitraries.ts';
import { PROPERTY_RUNS } from './testing/runs.ts';
import { Version } from './version.ts';
import { CODE, UNCHANGED, after, line } from './drafting/testing/small-code.ts';

describe('a target', () => {
  const renumber = (target: Operation & { kind: 'renumber' }): string | FailureReason => after(target);

  it('by numbers is the one that stands there, and neither of two', () => {
    expect(renumber({ kind: 'renumber', target: byNumbers('2', '(a)'), number: '(z)' })).toContain('[(z) Party');
    expect(renumber({ kind: 'renumber', target: byNumbers('(a)'), number: '(z)' })).toMatchObject({
      kind: 'target-ambiguous',
      found: ['1/(a)', '2/(a)'],
    });
    expect(renumber({ kind: 'renumber', target: byNumbers('3', '(a)'), number: '(z)' })).toMatchObject({
      kind: 'target-missing',
    });
    expect(renumber({ kind: 'renumber', target: { by: 'numbers', steps: [] }, number: '(z)' })).toMatchObject({
      kind: 'target-missing',
    });
    const within = { by: 'numbers', steps: [{ number: '(a)', kind: 'paragraph' }], within: '1' } as const;
    expect(renumber({ kind: 'renumber', target: within, number: '(z)' })).toContain('[(z) on time;');
  });

  it('with the hash of what it was drafted on fails when the text has moved on', () => {
    const expects = CODE.find('1')?.hash ?? '';
    const target = byId('1', expects);
    const inside: Operation = { kind: 'renumber', target: byId('1/(a)'), number: '(z)' };
    expect(typeof after({ kind: 'renumber', target, number: '9' })).toBe('string');
    expect(after(inside, { kind: 'renumber', target, number: '9' })).toMatchObject({
      kind: 'target-changed',
      expected: expects,
    });
  });
});

describe('a draft', () => {
  it('leaves the version it started from as it was, and shares with it all that it did not touch', () => {
    const draft = new Draft(CODE);
    draft.apply({ kind: 'renumber', target: byId('1/(a)'), number: '(z)' });
    expect(line(CODE.root)).toBe(UNCHANGED);
    expect(draft.find('2')).toBe(CODE.find('2'));
    expect(draft.find('1/(b)')).toBe(CODE.find('1/(b)'));
    expect(draft.find('1')).not.toBe(CODE.find('1'));
  });

  it('is not changed by an operation that fails, and goes on', () => {
    fc.assert(
      fc.property(edited({ failing: true }), ({ before, operations }) => {
        const draft = new Draft(before);
        for (const [position, operation] of operations.entries()) {
          const { top } = draft;
          const failure = draft.apply(operation);
          if (failure === null) continue;
          expect(draft.top).toBe(top);
          expect(failure.operation).toBe(position);
          expect(failure.message).not.toBe('');
        }
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('always holds a sound text, and an index of that text', () => {
    fc.assert(
      fc.property(edited({ failing: true }), ({ before, operations }) => {
        const draft = new Draft(before);
        for (const operation of operations) {
          draft.numbered('1');
          draft.apply(operation);
          const sound = Version.of(draft.top);
          expect(sound.kind).toBe('ok');
          if (sound.kind === 'failed') continue;
          for (const each of provisionsUnder(draft.top)) {
            expect(draft.find(each.id)).toBe(each);
            expect(draft.pathTo(each.id)).toEqual(sound.value.pathTo(each.id));
            expect(new Set(draft.numbered(each.number))).toEqual(new Set(sound.value.index.numbered(each.number)));
          }
          for (const each of provisionsUnder(before.root))
            if (sound.value.find(each.id) === undefined) expect(draft.find(each.id)).toBeUndefined();
        }
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('loses no id and makes none, but for those that an operation takes out or brings', () => {
    const ids = (text: Provision): Set<ProvisionId> => new Set([...provisionsUnder(text)].map(({ id }) => id));
    fc.assert(
      fc.property(edited({ failing: true }), ({ before, operations }) => {
        const draft = new Draft(before);
        for (const operation of operations) {
          const had = ids(draft.top);
          draft.apply(operation);
          const has = ids(draft.top);
          const brings = operation.kind === 'insert' || operation.kind === 'replace' ? operation.provisions : [];
          const brought = new Set(brings.flatMap((each) => [...ids(each)]));
          for (const id of has) expect(had.has(id) || brought.has(id), id).toBe(true);
          if (operation.kind === 'repeal' || operation.kind === 'replace') continue;
          for (const id of had) expect(has.has(id), id).toBe(true);
        }
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('gives out texts that later operations do not change', () => {
    fc.assert(
      fc.property(edited(), ({ before, operations }) => {
        const draft = new Draft(before);
        const given = operations.map((operation) => {
          draft.apply(operation);
          const text = draft.version();
          return { text, reads: line(text.root), hash: text.hash };
        });
        for (const { text, reads, hash } of given) {
          expect(line(text.root)).toBe(reads);
          expect(Version.of(text.root.with({})).kind === 'ok' && text.root.with({}).hash).toBe(hash);
        }
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('that does nothing is the version it started from', () => {
    fc.assert(
      fc.property(versions(), (text) => {
        expect(new Draft(text).version().root).toBe(text.root);
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });
});

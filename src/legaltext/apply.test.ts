import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply } from './apply.ts';
import { Draft } from './draft.ts';
import { byId } from './operation.ts';
import { edit, edited } from './testing/arbitraries.ts';
import { provision, version } from './testing/builders.ts';
import { PROPERTY_RUNS } from './testing/runs.ts';

describe('operations applied to a version', () => {
  it('are all carried out, or none, and each that fails is named', () => {
    fc.assert(
      fc.property(edited({ failing: true }), ({ before, operations, after }) => {
        const { hash } = before;
        const draft = new Draft(before);
        const failing = operations.flatMap((operation, position) =>
          draft.apply(operation) === null ? [] : [position],
        );
        const outcome = apply(before, operations);
        if (outcome.kind === 'ok') expect([outcome.value.hash, failing]).toEqual([after.hash, []]);
        else expect(outcome.failure.map(({ operation }) => operation)).toEqual(failing);
        expect(before.hash).toBe(hash);
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('give the same text each time', () => {
    fc.assert(
      fc.property(edited(), ({ before, operations, after }) => {
        expect(edit(before, operations).hash).toBe(after.hash);
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('may be carried out in two goes', () => {
    fc.assert(
      fc.property(edited(), fc.nat(10), ({ before, operations, after }, cut) => {
        const first = apply(before, operations.slice(0, cut));
        const second = first.kind === 'ok' ? apply(first.value, operations.slice(cut)) : first;
        expect(second.kind === 'ok' && second.value.hash).toBe(after.hash);
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('say in words which failed, where and why', () => {
    const code = version(provision('1', 'One.'));
    const outcome = apply(code, [
      { kind: 'renumber', target: byId('1'), number: '2' },
      { kind: 'renumber', target: byId('7'), number: '8' },
    ]);
    expect(outcome).toMatchObject({ kind: 'failed', failure: [{ operation: 1, place: '7' }] });
    if (outcome.kind === 'failed') expect(outcome.failure[0]?.message).toContain('7');
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply } from '../apply.ts';
import type { Instrument } from '../instrument.ts';
import { merge } from '../merge/merge.ts';
import type { Operation } from '../operation.ts';
import { concurrent, edit } from '../testing/arbitraries.ts';
import { PROPERTY_RUNS } from '../testing/runs.ts';
import type { Version } from '../version.ts';
import { rebase, type Rebase } from './rebase.ts';

const instrumentOf = (...parts: readonly (readonly Operation[])[]): Instrument => ({
  kind: 'instrument',
  id: 'R0044',
  name: 'R0044',
  parts: parts.map((operations) => ({ commencement: { kind: 'unknown' }, operations })),
});

const operationsOf = ({ parts }: Instrument): readonly Operation[] =>
  parts.flatMap(({ operations }) => (typeof operations === 'function' ? [] : operations));

const after = (base: Version, operations: readonly Operation[]): Version => {
  const made = apply(base, operations);
  if (made.kind === 'failed') throw new Error(made.failure.map((each) => each.message).join('\n'));
  return made.value;
};

const rebased = (instrument: Instrument, older: Version, newer: Version): Rebase => {
  const made = rebase(instrument, older, newer);
  if (made.kind === 'failed') throw new Error(made.failure.map((each) => each.message).join('\n'));
  return made.value;
};

describe('rebasing any change', () => {
  it('gives what merging gives, where nothing collides', () => {
    fc.assert(
      fc.property(concurrent(), ({ base, ours, theirs }) => {
        const newer = edit(base, theirs);
        const made = rebased(instrumentOf(ours), base, newer);
        expect(made.report).toHaveLength(ours.length);
        const version = after(newer, operationsOf(made.instrument));
        if (made.collisions.length === 0) expect(version.hash).toBe(merge(base, after(base, ours), newer).version.hash);
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('carries everything over unchanged when the text has not changed', () => {
    fc.assert(
      fc.property(concurrent(), ({ base, ours }) => {
        const made = rebased(instrumentOf(ours), base, base);
        expect(made.collisions).toEqual([]);
        expect(operationsOf(made.instrument).every((each) => ours.includes(each))).toBe(true);
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('leaves nothing to do where the newer text is what the change makes', () => {
    fc.assert(
      fc.property(concurrent(), ({ base, ours }) => {
        const newer = edit(base, ours);
        const made = rebased(instrumentOf(ours), base, newer);
        if (made.collisions.length === 0) expect(after(newer, operationsOf(made.instrument)).hash).toBe(newer.hash);
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Draft } from '../draft.ts';
import type { Strand } from '../footprint/footprint.ts';
import { footprintOf } from '../footprint/footprint-of.ts';
import type { WordsEdit } from '../footprint/provenance.ts';
import type { Instrument } from '../instrument.ts';
import { byId, type Operation } from '../operation.ts';
import { provision, version } from '../testing/builders.ts';
import { words } from '../testing/arbitraries.ts';
import { PROPERTY_RUNS } from '../testing/runs.ts';
import { Text } from '../text.ts';
import type { Version } from '../version.ts';
import { collide } from './collide.ts';
import { Restater } from './restate.ts';

type SpanSeed = readonly [number, number, string];

const seeds: fc.Arbitrary<readonly SpanSeed[]> = fc.array(fc.tuple(fc.nat(60), fc.nat(6), words({ max: 1 })), {
  minLength: 1,
  maxLength: 3,
});

/** Substitutions by span, each drafted on the words as those before it have left them. */
function drafted(text: string, spans: readonly SpanSeed[]): readonly Operation[] {
  let now = text;
  return spans.map(([at, length, replacement]) => {
    const start = at % (now.length + 1);
    const end = Math.min(now.length, start + length);
    const struck = now.slice(start, end);
    now = now.slice(0, start) + replacement + now.slice(end);
    return {
      kind: 'substitute',
      target: byId('2'),
      selection: { by: 'span', part: 'text', start, end, words: struck },
      replacement: Text.of(replacement),
    };
  });
}

const change = (id: string, operations: readonly Operation[]): Instrument => ({
  kind: 'instrument',
  id,
  name: id,
  parts: [{ commencement: { kind: 'unknown' }, operations }],
});

const strandsOf = (base: Version, instrument: Instrument): readonly Strand[] => footprintOf(instrument, base).strands;

const editsOf = (strands: readonly Strand[]): readonly WordsEdit[] =>
  strands.flatMap(({ words: written }) => written.get('2')?.flatMap(({ edits }) => edits) ?? []);

/** The text with the edits of both, all in its own positions; where two begin at one point, what is put in there comes first. */
function withBoth(text: string, edits: readonly WordsEdit[]): string {
  const inOrder = [...edits].sort((one, other) => one.start - other.start || one.end - other.end);
  return inOrder.reduceRight(
    (now, { start, end, replacement }) => now.slice(0, start) + replacement + now.slice(end),
    text,
  );
}

describe('changes drafted by positions', () => {
  it('that do not collide give, restated for one another, the text with the edits of both', () => {
    fc.assert(
      fc.property(words({ max: 8 }), seeds, seeds, (text, ours, theirs) => {
        const base = version(provision('2', text));
        const [one, other] = [change('one', drafted(text, ours)), change('other', drafted(text, theirs))];
        fc.pre(collide([one, other], base).every(({ severity }) => severity === 'notice'));
        const [mine, others] = [strandsOf(base, one), strandsOf(base, other)];
        const found = [
          [mine, others],
          [others, mine],
        ].map(([first = [], second = []]) => {
          const draft = new Draft(base);
          for (const { steps } of first) for (const { operation } of steps) draft.apply(operation);
          for (const strand of second) {
            const [before] = first;
            if (before === undefined) continue;
            const restater = new Restater(before);
            for (const step of strand.steps) expect(draft.apply(restater.restate(step))).toBeNull();
          }
          return draft.find('2')?.text.words;
        });
        // What both do alike is done once.
        const edits = new Map([...editsOf(mine), ...editsOf(others)].map((edit) => [JSON.stringify(edit), edit]));
        const expected = withBoth(text, [...edits.values()]);
        expect(found).toEqual([expected, expected]);
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });
});

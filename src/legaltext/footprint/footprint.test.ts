import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Draft } from '../draft.ts';
import type { Instrument } from '../instrument.ts';
import { byId, byNumbers, type Operation } from '../operation.ts';
import { TEXT_PARTS } from '../provision.ts';
import { edited, words } from '../testing/arbitraries.ts';
import { provision, version } from '../testing/builders.ts';
import { PROPERTY_RUNS } from '../testing/runs.ts';
import { Text } from '../text.ts';
import type { Strand } from './footprint.ts';
import { footprintOf } from './footprint-of.ts';
import { Provenance, type WordsEdit } from './provenance.ts';
import { Role } from './roles.ts';

const base = version(
  provision('2', 'Meters', provision('2.3', 'Readings are half-hourly.'), provision('2.4', 'Each is kept.')),
  provision('3', 'Keys', provision('3.1', 'Keys are kept.')),
);

const change = (...operations: readonly Operation[]): Instrument => ({
  kind: 'instrument',
  id: 'R0044',
  name: 'R0044',
  parts: [{ commencement: { kind: 'unknown' }, operations }],
});

const strike = (target: string, struck: string, replacement = ''): Operation => ({
  kind: 'substitute',
  target: byId(target),
  selection: {
    by: 'quotation',
    words: struck,
    occurrence: 'first',
    likeness: 'exact',
    reach: 'provision',
    parts: ['text'],
  },
  replacement: Text.of(replacement),
});

const strandsOf = (...operations: readonly Operation[]): readonly Strand[] =>
  footprintOf(change(...operations), base).strands;

const editsOf = (strand: Strand | undefined, id: string): readonly WordsEdit[] =>
  strand?.words.get(id)?.flatMap(({ edits }) => edits) ?? [];

/** A text after edits given in its own positions. */
const edit = (text: string, edits: readonly WordsEdit[]): string =>
  [...edits]
    .reverse()
    .reduce((now, { start, end, replacement }) => now.slice(0, start) + replacement + now.slice(end), text);

describe('a footprint', () => {
  it('gives words in positions of the base, however many steps they went through', () => {
    const [strand] = strandsOf(
      strike('2/2.3', 'Readings', 'All readings of a meter'),
      strike('2/2.3', 'half-hourly', 'daily'),
      strike('2/2.3', 'of a meter', ''),
    );
    expect(editsOf(strand, '2/2.3')).toEqual([
      { start: 0, end: 8, replacement: 'All readings ' },
      { start: 13, end: 24, replacement: 'daily' },
    ]);
  });

  it('falls into strands that have nothing to do with each other', () => {
    const strands = strandsOf(strike('2/2.3', 'are'), strike('3/3.1', 'kept'), strike('2/2.3', 'half'));
    expect(strands.map(({ steps }) => steps.map(({ position }) => position))).toEqual([[0, 2], [1]]);
  });

  it('keeps steps together that stand in one another', () => {
    const repeal: Operation = { kind: 'repeal', target: byId('2'), stub: null };
    expect(strandsOf(strike('2/2.3', 'are'), strike('3/3.1', 'kept'), repeal)).toHaveLength(2);
  });

  it('keeps what fails, with its reason and what it looked for', () => {
    const [strand] = strandsOf(strike('2/2.3', 'weekly'), {
      kind: 'renumber',
      target: byNumbers('2', '2.9'),
      number: '2.8',
    });
    const failures = footprintOf(change(strike('2/2.3', 'weekly')), base).strands[0]?.steps.map(
      ({ failure }) => failure?.kind,
    );
    expect(failures).toEqual(['quotation-missing']);
    expect((strand?.at.get('2/2.3') ?? 0) & Role.SEARCHES).not.toBe(0);
    expect((strand?.at.get('2/2.3') ?? 0) & Role.WORDS).toBe(0);
  });

  it('tells where its new words stand in the text it makes', () => {
    const [strand] = strandsOf(strike('2/2.3', 'half-hourly', 'daily'));
    const [fresh] = strand?.fresh ?? [];
    expect(fresh?.fresh.map(({ start, end }) => fresh.text.words.slice(start, end))).toEqual(['daily']);
  });

  it('works out, from the base and the edits it gives, the very words that the change leaves', () => {
    fc.assert(
      fc.property(edited({ maxProvisions: 6, failing: true }), ({ before, operations }) => {
        const { strands, after } = footprintOf(change(...operations), before);
        for (const { words: written, at } of strands)
          for (const [id, writes] of written) {
            const old = before.find(id);
            const now = after.find(id);
            const isReplaced = ((at.get(id) ?? 0) & (Role.GONE | Role.MADE)) !== 0;
            if (old === undefined || now === undefined || isReplaced) continue;
            for (const part of TEXT_PARTS) {
              const edits = writes.find((each) => each.part === part)?.edits ?? [];
              expect(edit(old[part].words, edits)).toBe(now[part].words);
            }
          }
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('leaves the text that its instrument leaves, and looks at no provision that nothing came near', () => {
    fc.assert(
      fc.property(edited({ maxProvisions: 6 }), ({ before, operations, after }) => {
        const footprint = footprintOf(change(...operations), before);
        expect(footprint.after.top.hash).toBe(after.hash);
        const touched = new Set(footprint.strands.flatMap(({ at, under }) => [...at.keys(), ...under.keys()]));
        const draft = new Draft(before);
        for (const operation of operations) draft.apply(operation);
        for (const id of touched) expect(before.find(id) ?? draft.find(id) ?? footprint.strands).toBeDefined();
        // What reads differently afterwards was touched.
        for (const id of allIds(before)) {
          const now = draft.find(id);
          const old = before.find(id);
          const same = now !== undefined && old !== undefined && now.number === old.number && now.text.equals(old.text);
          if (!same) expect(isNear(id, footprint.strands, before)).toBe(true);
        }
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });
});

const allIds = ({ root }: typeof base): readonly string[] => {
  const ids: string[] = [];
  const walk = (at: typeof root): void => {
    ids.push(at.id);
    at.children.forEach(walk);
  };
  walk(root);
  return ids;
};

/** Whether a strand touches a provision, or takes away something that holds it. */
const isNear = (id: string, strands: readonly Strand[], text: typeof base): boolean =>
  text.pathTo(id).some((holder) => strands.some(({ at }) => at.has(holder.id)));

describe('where words come from', () => {
  const edits = fc.array(fc.tuple(fc.nat(40), fc.nat(12), words({ max: 2 })), { maxLength: 6 });

  it('is known through any edits', () => {
    fc.assert(
      fc.property(words({ max: 6 }), edits, (before, changes) => {
        const provenance = new Provenance(before.length);
        let now = before;
        for (const [at, length, replacement] of changes) {
          const start = at % (now.length + 1);
          const end = Math.min(now.length, start + length);
          provenance.edit(start, end, replacement);
          now = now.slice(0, start) + replacement + now.slice(end);
        }
        expect(edit(before, provenance.edits())).toBe(now);
        const kept = provenance
          .fresh()
          .reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), now);
        expect(before.length - provenance.edits().reduce((sum, { start, end }) => sum + end - start, 0)).toBe(
          kept.length,
        );
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });
});

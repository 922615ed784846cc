import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply } from '../apply.ts';
import { derive } from '../derive/derive.ts';
import type { Instrument } from '../instrument.ts';
import { merge } from '../merge/merge.ts';
import type { Operation } from '../operation.ts';
import { rebase } from '../rebase/rebase.ts';
import { provision, version } from '../testing/builders.ts';
import { PROPERTY_RUNS } from '../testing/runs.ts';
import type { Version } from '../version.ts';
import { collide } from './collide.ts';

/** The words of a text, each there once: what stands around one does not stand anywhere else. */
const BASE =
  'Each Supplier shall read a Widget daily, and (b) send “the reading” to every Party that asks for it: 28 days'.split(
    ' ',
  );
const baseWords = fc.shuffledSubarray(BASE, { minLength: 8 });
const word = fc.constantFrom('not', 'or', 'new', '(weekly)', 'meter,', '“Code”');
/** What a draft does at some of them: words put before, struck, or put in their place. */
type Edit = readonly ['put' | 'strike' | 'reword', number, string];
const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.tuple(fc.constantFrom('put', 'put', 'strike', 'reword'), fc.nat(20), word),
  { minLength: 1, maxLength: 2 },
);

function drafted(words: readonly string[], done: readonly Edit[]): string {
  const made = words.map((each) => [each]);
  for (const [what, at, put] of done) {
    const place = made[at % made.length];
    if (what === 'put') place?.unshift(put);
    else if (what === 'strike') place?.pop();
    else place?.splice(0, place.length, put);
  }
  return made.flat().join(' ');
}

const instrument = (id: string, operations: readonly Operation[], base: Version): Instrument => ({
  kind: 'instrument',
  id,
  name: id,
  parts: [{ commencement: { kind: 'unknown' }, operations }],
  draftedOn: base.hash,
});

const made = (base: Version, operations: readonly Operation[]): Version | null => {
  const done = apply(base, operations);
  return done.kind === 'ok' ? done.value : null;
};

describe('two drafts of one text', () => {
  it('that do not collide give the text that merging gives, in either order, or say where they fail', () => {
    fc.assert(
      fc.property(baseWords, edits, edits, (words, ours, theirs) => {
        const textOf = (text: string): Version => version(provision('2', text));
        const base = textOf(words.join(' '));
        const [mine, others] = [ours, theirs].map((done) => textOf(drafted(words, done)));
        if (mine === undefined || others === undefined) return;
        const [one, other] = [derive(base, mine), derive(base, others)];
        const changes = [instrument('one', one, base), instrument('other', other, base)] as const;
        const found = collide(changes, base).filter(({ severity }) => severity !== 'notice');
        const merged = merge(base, mine, others);
        // Merging lets two changes meet in the space between words that one of them strikes, too.
        const putsOnly = [...ours, ...theirs].every(([what]) => what === 'put');
        expect(found.length === 0 && putsOnly ? merged.collisions : []).toEqual([]);
        if (found.length > 0 || merged.collisions.length > 0) return;
        for (const [first, second, later] of [
          [one, other, changes[1]],
          [other, one, changes[0]],
        ] as const) {
          const before = made(base, first);
          if (before === null) throw new Error('What was derived works on its text.');
          const both = made(before, second);
          // A change of the very words beside is no collision, but those are not found then: that is said.
          if (both !== null) expect(both.hash).toBe(merged.version.hash);
          const restated = rebase(later, base, before);
          if (restated.kind === 'failed') throw new Error('What was derived works on its text.');
          const operations = restated.value.instrument.parts.flatMap((part) => part.operations as readonly Operation[]);
          expect(made(before, operations)?.hash).toBe(merged.version.hash);
        }
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('collide where they put words in at one point, on whichever side of a space', () => {
    const textOf = (text: string): Version => version(provision('2', text));
    const base = textOf('Each Supplier shall read each Widget daily and shall send the reading.');
    const changes = ['daily (or weekly) and', 'daily, at noon, and'].map((put) => {
      const draft = textOf(`Each Supplier shall read each Widget ${put} shall send the reading.`);
      return instrument(put, derive(base, draft), base);
    });
    expect(collide(changes, base)).toMatchObject([{ class: 'words', severity: 'clash' }]);
  });
});

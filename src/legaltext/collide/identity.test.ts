import { describe, expect, it } from 'vitest';
import { apply } from '../apply.ts';
import type { Instrument } from '../instrument.ts';
import { collide } from './collide.ts';
import { change, renumber, strike } from './testing/changes.ts';
import { base } from './testing/small-text.ts';

describe('a collision', () => {
  const one = change('R0044', [strike('2/2.3', 'half-hourly')]);
  const other = change('R0051', [strike('2/2.3', 'half-hourly', 'daily')]);
  const idOf = (instruments: readonly Instrument[], text = base) => collide(instruments, text).map(({ id }) => id);

  it('keeps its id when it is found again, whatever changes elsewhere', () => {
    const before = apply(base, [
      strike('2/2.3', 'Readings', 'All readings of the day'),
      renumber('Annex A', 'Annex B'),
    ]);
    if (before.kind === 'failed') throw new Error('It does not apply.');
    const wider = change('R0051', [strike('Annex A/1', 'blue'), ...[strike('2/2.3', 'half-hourly', 'daily')]]);
    expect(idOf([one, other])).toHaveLength(1);
    expect(idOf([other, one])).toEqual(idOf([one, other]));
    expect(idOf([one, other], before.value)).toEqual(idOf([one, other]));
    expect(idOf([one, wider])).toEqual(idOf([one, other]));
  });

  it('lapses when either side says something else there', () => {
    const reworded = change('R0051', [strike('2/2.3', 'half-hourly', 'weekly')]);
    expect(idOf([one, reworded])).not.toEqual(idOf([one, other]));
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, readPartialDate } from '../../values/partial-date.ts';
import { slipBetween, slipOf, standing, type Dated } from './standing.ts';

const TODAY = '2022-11-23';

const milestone = (
  said: Partial<Record<'baseline' | 'target' | 'forecast' | 'actual', string>> &
    Partial<Pick<Dated, 'rag' | 'ragReason' | 'examinedAt' | 'examinedBy'>>,
): Dated => {
  const date = (words: string | undefined) => (words === undefined ? null : readPartialDate(words));
  return {
    rag: 'green',
    ragReason: '',
    examinedAt: null,
    examinedBy: null,
    ...said,
    previousForecast: null,
    baseline: date(said.baseline),
    target: date(said.target),
    forecast: date(said.forecast),
    actual: date(said.actual),
  };
};

const looked = { examinedAt: '2022-11-20T10:00:00.000Z', examinedBy: 'Secretariat' };

describe('A milestone stands', () => {
  it.each([
    [
      'unexamined',
      'a forecast that repeats the target, whatever green it reports',
      { target: '30/6/24', forecast: '30/6/24' },
    ],
    ['unexamined', 'a month that ends on the target', { target: '30/6/24', forecast: 'June 2024' }],
    ['unexamined', 'no forecast', { target: '30/6/24' }],
    ['unexamined', 'a forecast that names no day', { target: '30/6/24', forecast: 'TBC' }],
    ['green', 'the same, once somebody stood by it', { target: '30/6/24', forecast: '30/6/24', ...looked }],
    ['green', 'a forecast before its target', { target: '30/6/24', forecast: '23/6/24' }],
    [
      'amber',
      'a forecast after its target, though reported green',
      { target: '30/6/24', forecast: '1/7/24', ...looked },
    ],
    [
      'amber',
      'reported amber, though the forecast repeats the target',
      { target: '30/6/24', forecast: '30/6/24', rag: 'amber' },
    ],
    ['red', 'reported red', { target: '30/6/24', forecast: '30/6/24', rag: 'red' }],
    [
      'late',
      'a target that has passed, though forecast later',
      { target: '22/11/22', forecast: '30/6/24', rag: 'red' },
    ],
    ['late', 'a forecast that has passed', { forecast: '22/11/22' }],
    ['unexamined', 'a target on the very day', { target: '23/11/22', forecast: '23/11/22' }],
    ['done', 'reached, even after its target', { target: '1/11/22', forecast: '1/11/22', actual: '10/11/22' }],
    [
      'unexamined',
      'an actual date that is still to come',
      { target: '30/6/24', forecast: '30/6/24', actual: '1/6/24' },
    ],
  ] as const)('%s with %s', (kind, _, said) => {
    expect(standing(milestone(said), TODAY).kind).toBe(kind);
  });

  it('for a reason that a person can read', () => {
    expect(standing(milestone({ target: '30/6/24', forecast: '14/7/24' }), TODAY).reason).toBe(
      'Forecast 14 days after its target, though reported green',
    );
    expect(standing(milestone({ target: '1/11/22', actual: '2/11/22' }), TODAY).reason).toBe(
      'Reached 2 Nov 2022, 1 day after its target',
    );
    expect(
      standing(milestone({ target: '1/6/24', forecast: '1/6/24', rag: 'red', ragReason: 'no drafters' }), TODAY).reason,
    ).toBe('Reported red: no drafters');
  });

  it('never green where nobody has looked and the forecast says nothing new', () => {
    fc.assert(
      fc.property(fc.integer({ min: -900, max: 900 }), fc.constantFrom('green', 'none'), (offset, rag) => {
        const day = addDays(TODAY, offset);
        expect(standing(milestone({ target: day, forecast: day, rag }), TODAY).kind).not.toBe('green');
      }),
    );
  });
});

describe('A slip', () => {
  it('is the days from what was agreed to what is expected, both ways, and adds up', () => {
    fc.assert(
      fc.property(fc.tuple(fc.nat(2_000), fc.nat(2_000), fc.nat(2_000)), (offsets) => {
        const [a, b, c] = offsets.map((offset) => readPartialDate(addDays(TODAY, offset)));
        if (a === undefined || b === undefined || c === undefined) throw new Error('Three days went in');
        expect(slipBetween(a, b)).toBe(offsets[1] - offsets[0]);
        expect((slipBetween(a, b) ?? 0) + (slipBetween(b, a) ?? 0)).toBe(0);
        expect((slipBetween(a, b) ?? 0) + (slipBetween(b, c) ?? 0)).toBe(slipBetween(a, c));
      }),
    );
  });

  it('is measured for what was reached once it is, and is nothing where no day is named', () => {
    const dated = milestone({ baseline: '1/1/24', target: '30/6/24', forecast: '30/6/24', actual: '22/9/25' });
    expect(slipOf(dated)).toEqual({ againstBaseline: 630, againstTarget: 449, againstPreviousForecast: null });
    expect(slipOf(milestone({ target: 'M10', forecast: '30/6/24' })).againstTarget).toBeNull();
  });
});

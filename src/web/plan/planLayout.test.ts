import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, readPartialDate } from '../../values/partial-date.ts';
import { widthOf } from '../parts/picture/labels.ts';
import type { PictureDependency, PictureRow } from './answers.ts';
import { cut, dayOf, drawDependencies, layoutPlan, placeOf } from './planLayout.ts';

const day = fc.integer({ min: 0, max: 2_000 }).map((days) => addDays('2022-01-01', days));

test('every day drawn, and today, stands inside the picture at any width', () => {
  fc.assert(
    fc.property(
      fc.array(day, { minLength: 1, maxLength: 20 }),
      day,
      fc.integer({ min: 320, max: 2_000 }),
      (days, today, width) => {
        const layout = layoutPlan(days, today, width);
        if (layout === null) throw new Error('A plan with a day has a layout.');
        for (const one of [...days, today]) {
          const x = layout.left + layout.scale.x(one);
          expect(x).toBeGreaterThanOrEqual(layout.left);
          expect(x).toBeLessThanOrEqual(width);
        }
      },
    ),
  );
});

test('a plan without a day has no layout', () => {
  expect(layoutPlan([null, null], '2022-11-23', 900)).toBeNull();
  expect(layoutPlan([], '2022-11-23', 900)).toBeNull();
});

test('words are cut to their room and whole where they fit', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 60 }), fc.integer({ min: 24, max: 400 }), (words, width) => {
      const shown = cut(words, width);
      if (widthOf(words, 13) <= width) expect(shown).toBe(words);
      else {
        expect(shown.endsWith('…')).toBe(true);
        expect(widthOf(shown, 13)).toBeLessThanOrEqual(width);
        expect(words.startsWith(shown.slice(0, -1))).toBe(true);
      }
    }),
  );
});

const row = (id: string, forecast: string | null, actual: string | null = null): PictureRow => ({
  id,
  reference: null,
  title: id,
  href: `/plan/${id}`,
  tier: null,
  standing: { kind: 'unexamined', reason: '', unexamined: true },
  baseline: null,
  target: readPartialDate('30 Jun 2024'),
  forecast: forecast === null ? null : readPartialDate(forecast),
  actual: actual === null ? null : readPartialDate(actual),
  slip: { againstBaseline: null, againstTarget: null, againstPreviousForecast: null },
  forecastThen: null,
  slipSince: null,
});

test('a row counts on the day it was reached, else expected, else agreed', () => {
  expect(dayOf(row('a', '1 Aug 2024', '2 Jul 2024'))).toBe('2024-07-02');
  expect(dayOf(row('a', '1 Aug 2024'))).toBe('2024-08-01');
  expect(dayOf(row('a', null))).toBe('2024-06-30');
  expect(dayOf(row('a', 'TBC'))).toBeNull();
});

test('an uncertain date reaches from its first day to its last', () => {
  const layout = layoutPlan(['2024-01-01', '2024-12-31'], '2024-06-01', 1_000);
  if (layout === null) throw new Error('There are days.');
  const place = placeOf(readPartialDate('June 2024'), layout.scale);
  expect(place).not.toBeNull();
  expect(place?.from).toBe(layout.scale.x('2024-06-01'));
  expect(place?.x).toBe(layout.scale.x('2024-06-30'));
  expect(placeOf(readPartialDate('TBC'), layout.scale)).toBeNull();
});

test('a dependency is drawn where both its ends have a day, and knows its ends', () => {
  const rows = [row('a', '1 Feb 2024'), row('b', '1 Mar 2024'), row('c', 'TBC')];
  const layout = layoutPlan(['2024-01-01', '2024-12-31'], '2024-06-01', 1_000);
  if (layout === null) throw new Error('There are days.');
  const depends = (id: string, from: string, to: string): PictureDependency => ({
    id,
    from,
    to,
    kind: 'after',
    lagDays: 0,
    words: `${from} after ${to}`,
  });
  const drawn = drawDependencies([depends('1', 'b', 'a'), depends('2', 'c', 'a')], rows, layout);
  expect(drawn.map(({ id, ends }) => ({ id, ends }))).toEqual([{ id: '1', ends: ['b', 'a'] }]);
  const start = layout.left + layout.scale.x('2024-02-01');
  expect(drawn[0]?.path).toMatch(new RegExp(`^M${String(Math.round(start * 10) / 10).replace('.', '\\.')} `));
});

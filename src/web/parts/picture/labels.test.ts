import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeLabels, widthOf } from './labels.ts';
import { periodOf, ticksOf, timeScale } from './timeScale.ts';

const wanted = fc.array(
  fc.record({ x: fc.integer({ min: 0, max: 900 }), words: fc.string({ minLength: 1, maxLength: 24 }) }),
  { maxLength: 40 },
);

test('no two labels of a row touch, and none leaves the picture', () => {
  fc.assert(
    fc.property(wanted, (labels) => {
      const placed = placeLabels(labels, 900, { gap: 8 });
      expect(placed).toHaveLength(labels.length);
      for (const label of placed) {
        expect(label.left).toBeGreaterThanOrEqual(0);
        expect(label.left + widthOf(label.words)).toBeLessThanOrEqual(900);
        for (const other of placed)
          if (other !== label && other.row === label.row)
            expect(
              other.left >= label.left + widthOf(label.words) + 8 ||
                label.left >= other.left + widthOf(other.words) + 8,
            ).toBe(true);
      }
    }),
  );
});

test('labels far apart share the row nearest the axis', () => {
  expect(
    placeLabels(
      [
        { x: 0, words: 'a' },
        { x: 500, words: 'b' },
      ],
      900,
    ).map((label) => label.row),
  ).toEqual([0, 0]);
});

test('a scale maps its ends to its edges and back', () => {
  const scale = timeScale('2022-01-01', '2023-01-01', 730);
  expect(scale.x('2022-01-01')).toBe(0);
  expect(scale.x('2023-01-01')).toBe(730);
  expect(scale.dayAt(scale.x('2022-07-15'))).toBe('2022-07-15');
});

test('the axis names months where they fit, else quarters, else years; a January names its year', () => {
  const labels = (width: number): readonly string[] =>
    ticksOf(timeScale('2022-11-01', '2024-02-28', width)).map((tick) => tick.label);
  expect(labels(1000).slice(0, 4)).toEqual(['Nov', 'Dec', '2023', 'Feb']);
  expect(labels(300).slice(0, 3)).toEqual(['2023', 'Q2', 'Q3']);
  expect(labels(60)).toEqual(['2023', '2024']);
});

test('a period takes in all known days with its margin', () => {
  expect(periodOf(['2022-03-01', null, '2022-01-15'], 5)).toEqual({ first: '2022-01-10', last: '2022-03-06' });
  expect(periodOf([null])).toBeNull();
});

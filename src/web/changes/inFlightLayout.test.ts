import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, readPartialDate } from '../../values/partial-date.ts';
import type { TimelineBar, TimelineLane } from './answers.ts';
import { layInFlight, periodDrawn } from './inFlightLayout.ts';

const TODAY = '2022-11-23';

const bar = (id: number, more: Partial<TimelineBar> & Pick<TimelineBar, 'start'>): TimelineBar => ({
  id: String(id),
  key: `REC-R${String(id)}`,
  href: `/register/REC-R${String(id)}`,
  reference: `R${String(id)}`,
  title: 'A change',
  stage: 'assessment',
  stageRaw: 'Assessment',
  overlay: null,
  releaseName: null,
  releaseDate: null,
  end: null,
  segments: [{ stage: 'assessment', overlay: null, stageRaw: 'Assessment', from: more.start, to: null }],
  dates: [],
  decisions: [],
  ...more,
});
const lane = (bars: readonly TimelineBar[]): TimelineLane => ({ body: 'REC', releases: [], bars });
const lay = (bars: readonly TimelineBar[], width = 1200, whole = false) =>
  layInFlight({ lanes: [lane(bars)], today: TODAY }, width, () => 3, whole);

const days = fc.integer({ min: -2000, max: 0 });
const bars = fc.array(fc.record({ start: days, end: fc.option(fc.integer({ min: -300, max: 900 })) }), {
  minLength: 1,
  maxLength: 30,
});

test('nothing leaves the picture, rows never overlap, and what is whole is drawn whole', () => {
  fc.assert(
    fc.property(bars, fc.integer({ min: 640, max: 2000 }), fc.boolean(), (given, width, whole) => {
      const drawn = lay(
        given.map(({ start, end }, index) =>
          bar(index, { start: addDays(TODAY, start), end: end === null ? null : addDays(TODAY, end) }),
        ),
        width,
        whole,
      );
      const placed = drawn.lanes.flatMap((one) => one.bars);
      expect(placed).toHaveLength(given.length);
      expect(new Set(placed.map(({ y }) => y)).size).toBe(given.length);
      for (const place of placed) {
        expect(place.y).toBeLessThan(drawn.height);
        if (whole) expect(place.before).toBe(false);
        for (const { x, width: wide } of [...place.stretches, place.ahead, place.fade].filter((one) => one !== null)) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x + wide).toBeLessThanOrEqual(drawn.scale.width + 3);
        }
      }
    }),
  );
});

test('a change of long ago does not press many others into a corner', () => {
  const starts = ['2015-01-01', ...Array.from({ length: 9 }, () => '2022-06-01')];
  const given = starts.map((start, index) => bar(index, { start }));
  expect(periodDrawn(given, TODAY, false).first).toBe('2022-05-02');
  expect(periodDrawn(given, TODAY, true).first).toBe('2014-12-02');
  expect(lay(given).lanes[0]?.bars[0]?.before).toBe(true);
});

test('a bar whose end is known reaches it; one whose end nobody knows fades out', () => {
  const placed = lay([bar(1, { start: '2022-01-01', end: '2023-06-30' }), bar(2, { start: '2022-01-01' })]).lanes[0]
    ?.bars;
  expect(placed?.[0]).toMatchObject({ fade: null });
  expect(placed?.[0]?.ahead?.width).toBeGreaterThan(0);
  expect(placed?.[1]?.ahead).toBeNull();
  expect(placed?.[1]?.fade?.width).toBeGreaterThan(0);
});

test('a date that names no day has no mark, an uncertain one a band, a certain one none', () => {
  const date = (raw: string) => ({ type: 'decision' as const, qualifier: '', date: readPartialDate(raw), note: '' });
  const marksOf = (raw: string) => lay([bar(1, { start: '2022-01-01', dates: [date(raw)] })]).lanes[0]?.bars[0]?.marks;
  expect(marksOf('TBC')).toEqual([]);
  expect(marksOf('13/12/22')).toMatchObject([{ band: null }]);
  expect(marksOf('End November 22?')?.[0]?.band?.width).toBeGreaterThanOrEqual(12);
});

test('an approval revoked and given again shows as three marks beside one another', () => {
  const decided = (date: string, outcome: 'approved' | 'revoked' | 're-approved') => ({
    date,
    outcome,
    who: 'Change Panel',
    capacity: 'decide' as const,
  });
  const [first, second, third] =
    lay([
      bar(1, {
        start: '2022-01-01',
        decisions: [
          decided('2022-06-17', 'approved'),
          decided('2022-06-20', 'revoked'),
          decided('2022-06-20', 're-approved'),
        ],
      }),
    ]).lanes[0]?.bars[0]?.decisions ?? [];
  expect([first?.outcome, second?.outcome, third?.outcome]).toEqual(['approved', 'revoked', 're-approved']);
  expect((second?.x ?? 0) - (first?.x ?? 0)).toBeGreaterThanOrEqual(15);
  expect((third?.x ?? 0) - (second?.x ?? 0)).toBeGreaterThanOrEqual(15);
});

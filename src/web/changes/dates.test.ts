import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, readPartialDate } from '../../values/partial-date.ts';
import type { DateType, ListedDate } from './answers.ts';
import { awaitedDecision, isDeciding, nextDecision } from './dates.ts';

const listed = (type: DateType, raw: string): ListedDate => ({
  type,
  qualifier: '',
  date: readPartialDate(raw),
  note: '',
});
const TODAY = '2022-11-23';

test('the soonest decision ahead is the next, even when another has no date', () => {
  const dates = [listed('authority', 'TBC'), listed('panel', '13/12/22'), listed('raised', '29/4/22')];
  expect(nextDecision(dates, TODAY)?.type).toBe('panel');
});

test('once the panel’s day is past, the Authority’s unknown day is what one waits for', () => {
  const dates = [listed('panel', '15/11/22'), listed('authority', 'TBC')];
  expect(nextDecision(dates, TODAY)?.type).toBe('authority');
});

test('with nothing ahead and nothing unknown, the latest decision past is shown, and raising is never one', () => {
  expect(nextDecision([listed('panel', '1/10/22'), listed('decision', '15/11/22')], TODAY)?.type).toBe('decision');
  expect(nextDecision([listed('raised', '1/12/22'), listed('implementation', '1/2/23')], TODAY)).toBeNull();
});

test('a change that is decided waits for no day unknown, and one that is over for none at all', () => {
  const awaited = (stage: string, overlay: string | null, ...dates: ListedDate[]) =>
    awaitedDecision({ stage, overlay, dates }, TODAY)?.date.raw ?? null;
  expect(awaited('consultation', null, listed('decision', 'TBC'))).toBe('TBC');
  expect(awaited('consultation', null, listed('decision', '15/11/22'))).toBeNull();
  expect(awaited('approved', null, listed('decision', 'TBC'))).toBeNull();
  expect(awaited('approved', null, listed('authority', '13/12/22'))).toBe('13/12/22');
  expect(awaited('approved', 'revoked', listed('decision', 'TBC'))).toBe('TBC');
  expect(awaited('report', 'rejected', listed('decision', '13/12/22'))).toBeNull();
});

test('no decision ahead is sooner than the one given', () => {
  const days = fc.array(fc.integer({ min: -400, max: 400 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(days, (offsets) => {
      const dates = offsets.map((offset) => listed('decision', addDays(TODAY, offset)));
      const next = nextDecision(dates, TODAY)?.date.latest ?? '';
      const ahead = dates.flatMap(({ date }) => (date.latest !== null && date.latest >= TODAY ? [date.latest] : []));
      expect(dates.filter(isDeciding)).toHaveLength(offsets.length);
      if (ahead.length > 0) expect(next).toBe(ahead.toSorted()[0]);
      else expect(next < TODAY).toBe(true);
    }),
  );
});

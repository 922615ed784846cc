import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, daysOf, isMonth, monthToOpen, printMonth } from './months.ts';

const months = fc
  .tuple(fc.integer({ min: 1900, max: 2200 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${String(year)}-${String(month).padStart(2, '0')}`);

describe('the calendar', () => {
  it('lays a month out in whole weeks from Monday, with every day of it once', () => {
    fc.assert(
      fc.property(months, (month) => {
        const days = daysOf(month);
        expect(days.length % 7).toBe(0);
        expect(new Set(days).size).toBe(days.length);
        expect(new Date(`${days[0] ?? ''}T00:00:00Z`).getUTCDay()).toBe(1);
        const own = days.filter((day) => day.startsWith(month));
        expect(own[0]).toBe(`${month}-01`);
        const [year = 0, ordinal = 0] = month.split('-').map(Number);
        expect(own.length).toBe(new Date(Date.UTC(year, ordinal, 0)).getUTCDate());
        expect(days.length - own.length).toBeLessThan(13);
      }),
    );
  });

  it('goes forward and back to the same month', () => {
    fc.assert(
      fc.property(months, fc.integer({ min: -500, max: 500 }), (month, by) => {
        const there = addMonths(month, by);
        expect(isMonth(there)).toBe(true);
        expect(addMonths(there, -by)).toBe(month);
      }),
    );
  });

  it('names months', () => {
    expect(printMonth('2022-11')).toBe('November 2022');
    expect(addMonths('2022-12', 1)).toBe('2023-01');
    expect(isMonth('2022-13')).toBe(false);
  });

  it('opens where there is something to see', () => {
    expect(monthToOpen('2022-11-23', ['2022-11-01', '2022-12-02'])).toBe('2022-11');
    expect(monthToOpen('2022-11-23', ['2022-10-01', '2023-01-02', '2023-03-02'])).toBe('2023-01');
    expect(monthToOpen('2026-11-23', ['2022-10-01', '2022-12-21'])).toBe('2022-12');
    expect(monthToOpen('2026-11-23', [])).toBe('2026-11');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDate } from '../../values/partial-date.ts';
import { agendaTimes, londonDate, londonInstant, meetingInstant } from './meeting.ts';

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

describe('Agenda times', () => {
  it('sum up: each item starts when the one before ends, and the last ends after all the minutes', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 40 })), { minLength: 1, maxLength: 20 }), (lengths) => {
        const items = lengths.map((minutes) => ({ minutes }));
        const times = agendaTimes('09:30', items);
        times.slice(1).forEach((time, index) => {
          expect(time.start).toBe(times[index]?.end);
        });
        const total = lengths.reduce<number>((sum, minutes) => sum + (minutes ?? 0), 0);
        expect((minutesOf(times.at(-1)?.end ?? '') - minutesOf('09:30') + 1440) % 1440).toBe(total % 1440);
      }),
    );
  });

  it('run 10:00–11:35 for the twelfth meeting’s lengths', () => {
    const times = agendaTimes(
      '10:00',
      [5, 15, 5, 20, 10, 10, 10, 10, 5, 5].map((minutes) => ({ minutes })),
    );
    expect(times[3]).toEqual({ start: '10:25', end: '10:45' });
    expect(times.at(-1)).toEqual({ start: '11:30', end: '11:35' });
  });

  it('are unknown without a start', () => {
    expect(agendaTimes(null, [{ minutes: 5 }])).toEqual([{ start: null, end: null }]);
  });
});

describe('The instant of a meeting', () => {
  it('is its end by London clocks, in winter and in summer', () => {
    expect(meetingInstant({ date: '2022-11-23', endTime: '11:35' })).toBe('2022-11-23T11:35:00.000Z');
    expect(meetingInstant({ date: '2022-07-27', endTime: '11:35' })).toBe('2022-07-27T10:35:00.000Z');
  });

  it('is the end of its day where nobody gave an end', () => {
    expect(meetingInstant({ date: '2022-11-23', endTime: null })).toBe('2022-11-23T23:59:59.999Z');
    expect(meetingInstant({ date: '2022-07-27', endTime: null })).toBe('2022-07-27T22:59:59.999Z');
  });

  it('lies on the meeting’s own day by London clocks, on every day, with or without an end', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2015, max: 2040 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        fc.option(fc.constantFrom('00:00', '00:30', '03:00', '12:00', '23:59')),
        (year, month, day, endTime) => {
          const date = civilDate(year, month, day) ?? '';
          expect(londonDate(meetingInstant({ date, endTime }))).toBe(date);
        },
      ),
    );
  });

  it('follows the clocks through the nights on which they change', () => {
    expect(londonInstant('2022-03-27', '00:30')).toBe('2022-03-27T00:30:00.000Z');
    expect(londonInstant('2022-03-27', '02:30')).toBe('2022-03-27T01:30:00.000Z');
    expect(londonInstant('2022-10-30', '00:30')).toBe('2022-10-29T23:30:00.000Z');
    expect(londonInstant('2022-10-30', '03:00')).toBe('2022-10-30T03:00:00.000Z');
  });
});

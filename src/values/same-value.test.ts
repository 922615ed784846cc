import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPartialDate } from './partial-date.ts';
import { sameValue } from './same-value.ts';

const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, part]) => [key, shuffled(part)] as const)
      .reverse(),
  );
};

describe('two values', () => {
  it('say the same whatever the order of their keys, and not when one of them has something else', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
        expect(sameValue(value, shuffled(value))).toBe(true);
        expect(sameValue({ value, more: null }, { value })).toBe(true);
        expect(sameValue({ value, more: 0 }, { value })).toBe(false);
        expect(sameValue([value, 1], [value])).toBe(false);
      }),
    );
  });

  it.each([
    ['30/6/24', '30 June 2024', true],
    ['June 2024', 'Jun 2024', true],
    ['30/6/24', '30/6/24?', false],
    ['30/6/24', '30/6/25', false],
    ['TBC', 'to be confirmed', false],
  ])('as dates, %s and %s: %s', (one, other, same) => {
    expect(sameValue({ due: readPartialDate(one) }, { due: readPartialDate(other) })).toBe(same);
  });
});

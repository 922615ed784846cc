import fc from 'fast-check';
import { expect, it } from 'vitest';
import { moved } from './order.ts';

it('moves one element and keeps the order of the others', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.nat(11), fc.integer({ min: -3, max: 14 }), (size, at, to) => {
      const list = Array.from({ length: size }, (_, index) => index);
      const from = at % size;
      const after = moved(list, from, to);
      expect(after.filter((one) => one !== from)).toEqual(list.filter((one) => one !== from));
      expect(after.indexOf(from)).toBe(Math.max(0, Math.min(size - 1, to)));
    }),
  );
});

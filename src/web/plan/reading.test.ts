import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyInWords } from '../parts/words.ts';
import { listed, orNull, readWhole, slipWords } from './reading.ts';

test('a whole number is read however people write it, and anything else is refused with an example', () => {
  fc.assert(
    fc.property(fc.nat({ max: 9_999_999 }), (number) => {
      for (const words of [String(number), `£${number.toLocaleString('en-GB')}`, ` ${String(number)} `])
        expect(readWhole('the cost', words, '60000')).toEqual({ kind: 'ok', value: number });
    }),
  );
  expect(readWhole('the cost', '  ', '60000')).toEqual({ kind: 'ok', value: null });
  for (const words of ['about 60k', '-4', '8.5', '8-12']) {
    const read = readWhole('the cost', words, '60000');
    expect(read.kind).toBe('failed');
    if (read.kind === 'failed') {
      expect(read.failure.detail).toContain(words);
      expect(read.failure.detail).toContain('60000');
    }
  }
});

test('references are listed by commas or semicolons, blanks left out', () => {
  expect(listed(' M6, M8;M10 ,, ')).toEqual(['M6', 'M8', 'M10']);
  expect(listed('')).toEqual([]);
});

test('empty words take a value away', () => {
  expect(orNull('   ')).toBeNull();
  expect(orNull(' PSG ')).toBe('PSG');
});

test('a slip names its direction, and nothing where no day is known', () => {
  expect([null, 0, 1, 28, -1, -14].map(slipWords)).toEqual(['', 'on time', '+1 day', '+28 days', '−1 day', '−14 days']);
});

test('keys read as words', () => {
  expect(keyInWords('approved-with-conditions')).toBe('Approved with conditions');
});

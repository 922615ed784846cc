import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readReference } from './reference.ts';

const scheme = (letters: string, separator = '') => ({
  scheme: letters,
  names: 'change',
  digits: 4,
  suffixes: [],
  separator,
  stands: 'modification' as const,
});
const REC = { shortName: 'REC', profile: { schemes: [scheme('R'), scheme('I'), scheme('RI', '-')] } };
const UNC = { shortName: 'UNC', profile: { schemes: [scheme('')] } };

test('one reference however it is spelled', () => {
  const spelled = fc.record({
    number: fc.integer({ min: 1, max: 99_999 }),
    width: fc.integer({ min: 1, max: 6 }),
    between: fc.constantFrom('', ' ', '-', ' - '),
    letters: fc.constantFrom('R', 'r', 'I', 'RI', 'ri'),
  });
  fc.assert(
    fc.property(spelled, ({ number, width, between, letters }) => {
      const words = ` ${letters}${between}${String(number).padStart(width, '0')} `;
      expect(readReference(words, REC)).toEqual({
        kind: 'ok',
        value: { body: 'REC', scheme: letters.toUpperCase(), number, suffix: '' },
      });
    }),
  );
});

test('a body without letters, and a suffix', () => {
  expect(readReference('0621a', UNC)).toEqual({
    kind: 'ok',
    value: { body: 'UNC', scheme: '', number: 621, suffix: 'A' },
  });
});

test('letters of another body are refused with those this one knows', () => {
  expect(readReference('P432', REC)).toEqual({
    kind: 'failed',
    failure: 'REC writes references like R0001 or I0001 or RI-0001. Check the letters and the number.',
  });
  expect(readReference('R', REC).kind).toBe('failed');
  expect(readReference('R0001', { shortName: 'STC', profile: null })).toMatchObject({ kind: 'failed' });
});

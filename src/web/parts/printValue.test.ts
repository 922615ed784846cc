import { expect, test } from 'vitest';
import { readPartialDate } from '../../values/partial-date.ts';
import { printValue } from './printValue.ts';

test('values of the record read as people write them', () => {
  expect(printValue(null)).toBe('blank');
  expect(printValue('')).toBe('blank');
  expect(printValue(true)).toBe('yes');
  expect(printValue(12)).toBe('12');
  expect(printValue('Draft')).toBe('Draft');
  expect(printValue('2022-11-23')).toBe('23 Nov 2022');
  expect(printValue(readPartialDate('End November 22?'))).toBe('end Nov 2022?');
  expect(printValue(['Suppliers', 'Agents'])).toBe('Suppliers, Agents');
  expect(printValue({ low: 8, high: 12, note: null })).toBe('low 8, high 12');
});

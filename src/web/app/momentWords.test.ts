import { expect, test } from 'vitest';
import { printInstant, printMoment } from './momentWords.ts';

const meetings = [{ reference: 'CCAG-11', date: '2022-10-26' }];

test('a meeting is named with its day', () => {
  expect(printMoment('CCAG-11', meetings)).toBe('CCAG-11, 26 Oct 2022');
});

test('a meeting not listed keeps its reference', () => {
  expect(printMoment('CCAG-99', meetings)).toBe('CCAG-99');
});

test('a day, an instant and the last meeting read as people say them', () => {
  expect(printMoment('2022-10-26', meetings)).toBe('26 Oct 2022');
  expect(printMoment('2022-10-26T12:30:00.000Z', meetings)).toMatch(/^2[67] Oct 2022, \d\d:\d\d$/);
  expect(printMoment('last', meetings)).toBe('the last meeting');
});

test('words that are no instant come back unchanged', () => {
  expect(printInstant('soon')).toBe('soon');
});

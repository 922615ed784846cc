import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROPERTY_RUNS } from '../testing/runs.ts';
import { BSC, HOUSE_STYLES, REC, SEC, UK_ACT, US_CODE } from './index.ts';
import type { HouseStyle, Level } from './model.ts';
import { bareLabel, compareNumbers, printNumber, readNumber } from './number.ts';
import { proposeNumber, type NumberWanted } from './propose-number.ts';

const proposed = (style: HouseStyle, wanted: NumberWanted): string => {
  const result = proposeNumber(style, wanted);
  return result.kind === 'ok' ? result.value : `refused: ${result.failure.kind}`;
};

const between = (style: HouseStyle, before: string | undefined, after: string | undefined): string =>
  proposed(style, { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) });

describe('the label of a printed number', () => {
  it.each([
    ['(a)', 'a'],
    ['§ 47-101.', '47-101'],
    ['Schedule 5', '5'],
    ['SECTION 1.', '1'],
    ['SEC. 2.', '2'],
    ['SEC. 4 .', '4'],
    ['A1.2', 'A1.2'],
    ['–', '–'],
  ])('of “%s” is “%s”', (printed, label) => {
    expect(bareLabel(printed)).toBe(label);
  });
});

describe('proposing a number', () => {
  it.each([
    ['2.3', '2.4', '2.3A'],
    ['2.3A', '2.4', '2.3B'],
    ['2.3', '2.3A', '2.3ZA'],
    ['2.3', '2.3ZA', '2.3ZZA'],
    ['2.3ZA', '2.3A', '2.3ZB'],
    ['2.3A', '2.3B', '2.3AA'],
    ['2.3A', '2.3AA', '2.3AZA'],
    ['2.3Z', '2.4', '2.3Z1'],
    ['2.3', undefined, '2.4'],
    ['2.9', undefined, '2.10'],
    ['(a)', '(b)', '(aa)'],
    ['(a)', '(aa)', '(aza)'],
    ['(aa)', '(b)', '(ab)'],
    [undefined, '(a)', '(za)'],
    ['(y)', undefined, '(z)'],
    ['(z)', undefined, '(aa)'],
    ['(h)', '(i)', '(ha)'],
    ['(ii)', '(iii)', '(iia)'],
    ['(iia)', '(iii)', '(iib)'],
    ['(iiu)', '(iii)', '(iiv)'],
    ['(iii)', undefined, '(iv)'],
    [undefined, '1', 'A1'],
    ['A1', '1', 'B1'],
    [undefined, 'A1', 'ZA1'],
    [undefined, '(za)', '(zza)'],
    [undefined, '(i)', '(ai)'],
  ])('in the BSC, between %s and %s it is %s', (before, after, expected) => {
    expect(between(BSC, before, after)).toBe(expected);
  });

  it.each([
    ['§ 47-1801.04', '§ 47-1801.05', '§ 47-1801.04a'],
    ['§ 47-101', undefined, '§ 47-102'],
    ['(a)', '(b)', '(a-1)'],
    ['(a-1)', '(b)', '(a-2)'],
    ['(a-1)', '(a-2)', '(a-1A)'],
    ['(1)', '(2)', '(1A)'],
    ['(z)', undefined, '(aa)'],
  ])('in an American code, between %s and %s it is %s', (before, after, expected) => {
    expect(between(US_CODE, before, after)).toBe(expected);
  });

  it.each([
    [undefined, '1', 'A1'],
    ['A1', '1', 'B1'],
    ['A1', 'B1', 'AA1'],
    ['1', '1A', '1ZA'],
    [undefined, '(1)', '(A1)'],
    [undefined, '(a)', '(za)'],
    [undefined, '(A)', '(ZA)'],
    [undefined, '(i)', '(ai)'],
    [undefined, 'Schedule 1', 'Schedule A1'],
    ['(z)', '(aa)', '(z1)'],
  ])('in an Act of the United Kingdom, between %s and %s it is %s', (before, after, expected) => {
    expect(between(UK_ACT, before, after)).toBe(expected);
  });

  it.each([
    [US_CODE, undefined, '(a)', 'nothing is numbered before “(a)”. Renumber it first.'],
    [US_CODE, undefined, '(1)', 'nothing is numbered before “(1)”. Renumber it first.'],
    [US_CODE, undefined, '§ 47-101', 'nothing is numbered before “§ 47-101”. Renumber it first.'],
    [SEC, undefined, 'H1', 'nothing is numbered before “H1”. Renumber it first.'],
    [BSC, '(z)', '(z1)', 'nothing is numbered between “(z)” and “(z1)”. Renumber one of them first.'],
    [BSC, '2.3Z', '2.3Z1', 'nothing is numbered between “2.3Z” and “2.3Z1”. Renumber one of them first.'],
  ])('refuses where drafters have no convention: %s', (style, before, after, sentence) => {
    const result = proposeNumber(style, { ...(before === undefined ? {} : { before }), after });
    expect(result.kind === 'failed' ? result.failure : result.value).toMatchObject({
      kind: 'no-number-between',
      message: expect.stringContaining(sentence) as unknown,
    });
  });

  it('keeps the letter of a section', () => {
    expect(between(SEC, 'H14.31', 'H14.32')).toBe('H14.31A');
    expect(between(SEC, 'H14.31', undefined)).toBe('H14.32');
  });

  it('puts Schedule A1 before Schedule 1, and section 12A after section 12', () => {
    const schedule = UK_ACT.levels.find((level) => level.kind === 'schedule');
    expect(proposed(UK_ACT, { after: '1', ...(schedule === undefined ? {} : { level: schedule }) })).toBe('A1');
    expect(between(UK_ACT, '12', '13')).toBe('12A');
  });

  it('begins a level that has nothing in it', () => {
    const level = REC.levels.find(({ number }) => number.form === 'dotted' && number.segments === 2);
    expect(proposed(REC, { parent: '4', ...(level === undefined ? {} : { level }) })).toBe('4.1');
  });

  it('passes over numbers that are taken', () => {
    expect(proposed(BSC, { before: '2.3', after: '2.4', taken: ['2.3A'] })).toBe('2.3B');
  });

  it('refuses neighbours that stand the wrong way round, or are no numbers', () => {
    expect(between(BSC, '2.4', '2.3')).toBe('refused: not-in-order');
    expect(between(BSC, 'two', undefined)).toBe('refused: no-level');
  });
});

describe('the order of numbers', () => {
  it('is the order in which drafters mean them', () => {
    const inOrder = [
      '2.A1',
      '2.1',
      '2.2',
      '2.3',
      '2.3ZZA',
      '2.3ZA',
      '2.3ZB',
      '2.3A',
      '2.3AZA',
      '2.3AA',
      '2.3B',
      '2.3Z',
      '2.3Z1',
      '2.10',
    ];
    const shuffled = [...inOrder].sort((a, b) => a.localeCompare(b)).reverse();
    expect(shuffled.sort((a, b) => compareNumbers(BSC, a, b))).toEqual(inOrder);
  });

  it('takes (i) for a letter beside (h), and for a Roman one beside (ii)', () => {
    expect(compareNumbers(BSC, '(h)', '(i)')).toBeLessThan(0);
    expect(compareNumbers(BSC, '(i)', '(ii)')).toBeLessThan(0);
    expect(compareNumbers(BSC, '(ix)', '(x)')).toBeLessThan(0);
    expect(compareNumbers(BSC, '(v)', '(ix)')).toBeLessThan(0);
  });
});

describe('properties', () => {
  /** Numbers a drafter could reach: from the first number of a level, inserted again and again at places chosen at random. */
  const grown = (
    style: HouseStyle,
    level: Level,
    places: readonly number[],
  ): { numbers: string[]; refusals: number } => {
    const first = proposed(style, { level });
    const numbers = [first];
    let refusals = 0;
    const lettered = level.number.form === 'dotted' && level.number.letters;
    for (const place of places) {
      const at = place % (numbers.length + 1);
      const before = numbers[at - 1];
      const after = numbers[at];
      const result = proposeNumber(style, {
        level,
        ...(before === undefined ? {} : { before }),
        ...(after === undefined ? {} : { after }),
        taken: numbers,
      });
      if (result.kind === 'ok') numbers.splice(at, 0, result.value);
      // In American codes nothing stands before the first letter; where sections have letters, A1 is the first of A.
      else if (before !== undefined || (style.insertion === 'parliamentary' && !lettered)) refusals += 1;
    }
    return { numbers, refusals };
  };

  const levels = HOUSE_STYLES.flatMap((style) => style.levels.map((level) => ({ style, level })));

  it('what is proposed sorts between its neighbours and is new', () => {
    fc.assert(
      fc.property(fc.constantFrom(...levels), fc.array(fc.nat(40), { maxLength: 20 }), ({ style, level }, places) => {
        const { numbers, refusals } = grown(style, level, places);
        expect(new Set(numbers).size).toBe(numbers.length);
        expect(refusals).toBe(0);
        for (let index = 1; index < numbers.length; index += 1)
          expect(compareNumbers(style, numbers[index - 1] ?? '', numbers[index] ?? '', level)).toBeLessThan(0);
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('a number that is read prints as it was', () => {
    fc.assert(
      fc.property(fc.constantFrom(...levels), fc.array(fc.nat(40), { maxLength: 12 }), ({ style, level }, places) => {
        for (const number of grown(style, level, places).numbers) {
          const read = readNumber(style, level, number);
          expect(read === null ? null : printNumber(read)).toBe(number);
        }
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('comparing never throws, and is the other way round for the other way round', () => {
    fc.assert(
      fc.property(fc.constantFrom(...HOUSE_STYLES), fc.string(), fc.string(), (style, a, b) => {
        expect(compareNumbers(style, a, b)).toBe(0 - compareNumbers(style, b, a));
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });
});

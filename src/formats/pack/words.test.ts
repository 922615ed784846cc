import { describe, expect, test } from 'vitest';
import { isBlank } from '../document/blank.ts';
import { measureCoverage } from './coverage.ts';
import { dayNear, mendedDay, readClock } from './dates.ts';
import { DEFAULT_KNOWLEDGE } from './default-knowledge.ts';
import { readParties } from './parties.ts';
import { mentionsIn, milestonesIn } from './references.ts';
import { readImpact, readStatus } from './change-cells.ts';
import { sameTitle, withoutMarkup } from './words.ts';
import fc from 'fast-check';
import { readText } from '../text/read-text.ts';

describe('titles', () => {
  test('are the same but for case, marks, a part number or a slip', () => {
    expect(sameTitle('Minutes and Actions', 'MINUTES & ACTIONS (1 of 2)')).toBe(true);
    expect(sameTitle('Qualification Code Drafting', 'Qualifications Code Drafting')).toBe(true);
  });
  test('that differ in a word are not', () => {
    expect(sameTitle('CCAG Reporting', 'CDWG Reporting plan')).toBe(false);
    expect(sameTitle('Situation', 'Complication')).toBe(false);
  });
});

test('markup goes, words stay', () => {
  expect(withoutMarkup('<p>One &amp; <b>two</b></p> **three** [four](#)')).toBe('One & two three four');
  expect(withoutMarkup('5 < 6 and 7 > 6')).toBe('5 < 6 and 7 > 6');
});

test('parties are split outside brackets, with their details', () => {
  expect(readParties('Code Bodies, Programme (PMO & Design) and Chair')).toEqual([
    { role: 'Code Bodies', detail: null },
    { role: 'Programme', detail: 'PMO & Design' },
    { role: 'Chair', detail: null },
  ]);
  expect(readParties('Programme – PMO')).toEqual([{ role: 'Programme', detail: 'PMO' }]);
  expect(readParties('')).toEqual([]);
});

describe('dates', () => {
  test('without a year are the nearest to the meeting', () => {
    expect(dayNear('16/11', '2022-11-23')).toBe('2022-11-16');
    expect(dayNear('20 December', '2023-01-10')).toBe('2022-12-20');
    expect(dayNear('16/11', null)).toBeNull();
    expect(dayNear('31/2', '2022-11-23')).toBeNull();
  });
  test('with a digit too many or few are mended only where a year is likely', () => {
    expect(mendedDay('26/8/220', '2022-11-23')).toBe('2022-08-26');
    expect(mendedDay('18/10/022', '2022-11-23')).toBe('2022-10-18');
    expect(mendedDay('31/2/22', '2022-11-23')).toBeNull();
    expect(mendedDay('26/8/777', '2022-11-23')).toBeNull();
    expect(mendedDay('soon', '2022-11-23')).toBeNull();
  });
});

test('times are read in the 24-hour clock, and two clocks at once are odd', () => {
  expect(readClock('13:00pm')).toEqual({ time: '13:00', odd: true });
  expect(readClock('10:00am')).toEqual({ time: '10:00', odd: false });
  expect(readClock('12am')).toEqual({ time: '00:00', odd: false });
  expect(readClock('2.30 pm')).toEqual({ time: '14:30', odd: false });
  expect(readClock('25:10')).toEqual({ time: null, odd: true });
});

describe('references in words', () => {
  const read = (text: string, atHand: string | null = null): string[] =>
    mentionsIn(readText(text), { text, span: { start: 0, end: text.length } }, DEFAULT_KNOWLEDGE, atHand).map(
      ({ value }) => `${value.body} ${value.scheme}${value.number}${value.suffix}`,
    );
  test('are read by the schemes of their bodies', () => {
    expect(read('CR12, CR 12 and CR0012 on P432 and CP 1568; see RI-0036 and DIN-1066')).toEqual([
      'MHHS CR12',
      'MHHS CR12',
      'MHHS CR12',
      'BSC P432',
      'BSC CP1568',
      'REC RI36',
      'MHHS DIN1066',
    ]);
  });
  test('are not seen in rounds, years, flows and milestones', () => {
    expect(read('Round R3 of 2022, flows D0312, M8, CR-D129 and P1')).toEqual([]);
  });
  test('of bare numbers need their body’s name', () => {
    expect(read('UNC 0701A and 0621')).toEqual(['UNC 701A']);
  });
  test('go to the kind named before them, else to the body at hand', () => {
    expect(read('Risk R0225')).toEqual(['MHHS R225']);
    expect(read('extends R0032', 'REC')).toEqual(['REC R32']);
  });
});

test('milestones are told from other words', () => {
  const text = 'Post-M5, M 10 and (M8), but not M1A or SM2';
  expect(milestonesIn(readText(text), { text, span: { start: 0, end: text.length } }).map((one) => one.value)).toEqual([
    'M5',
    'M10',
    'M8',
  ]);
});

test('status and impact words are read blind to dashes and case; unknown ones stay unknown', () => {
  const reading = { knowledge: DEFAULT_KNOWLEDGE };
  expect(readStatus(reading, 'approved - Awaiting Implementation', 'REC').stage).toBe('scheduled');
  expect(readStatus(reading, 'Percolating', 'REC')).toEqual({ stage: null, overlay: null });
  expect(readImpact(reading, 'Of interest – Qualification')).toEqual({ value: 'of-interest', reason: 'Qualification' });
  expect(readImpact(reading, 'Supporting the cut-over')).toEqual({ value: 'supporting', reason: 'the cut-over' });
  expect(readImpact(reading, 'Somewhat')).toEqual({ value: null, reason: null });
});

test('coverage, structure and the unread add up to every non-blank character', () => {
  const text = fc.stringMatching(/^[ab \n\u00a0\u200b\t]{0,60}$/);
  const span = fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
  fc.assert(
    fc.property(
      text,
      fc.array(span, { maxLength: 4 }),
      fc.array(span, { maxLength: 4 }),
      (words, records, structure) => {
        const measured = measureCoverage(words, records, structure);
        const written = words.split('').filter((letter) => !isBlank(letter)).length;
        const unread = measured.unread
          .flatMap((one) => words.slice(one.start, one.end).split(''))
          .filter((letter) => !isBlank(letter)).length;
        if (written === 0) expect(measured.coverage).toBe(1);
        else expect((measured.coverage + measured.structureCoverage) * written + unread).toBeCloseTo(written);
        for (const one of measured.unread) expect(words.slice(one.start, one.end)).not.toContain('\n');
      },
    ),
  );
});

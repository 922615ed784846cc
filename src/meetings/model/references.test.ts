import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  actionSortKey,
  printActionReference,
  printDecisionReference,
  printMeetingReference,
  readActionReference,
  readDecisionReference,
  readMeetingNumber,
  readMeetingReference,
} from './references.ts';

const group = fc.constantFrom('CCAG', 'PSG', 'DAG', 'TMAG', 'CDWG', 'SITWG', 'E2E'.replace('2', 'to'));
const number = fc.oneof(
  fc.integer({ min: 1, max: 999 }).map(String),
  fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 20 })).map(([a, b]) => `${a}.${b}`),
);

describe('A meeting reference', () => {
  it('reads as it was printed', () => {
    fc.assert(
      fc.property(group, number, fc.boolean(), (name, numbered, extraordinary) => {
        const reference = { group: name, number: numbered, extraordinary, date: null };
        expect(readMeetingReference(printMeetingReference(reference))).toEqual(reference);
      }),
    );
  });

  it.each([
    ['CCAG-12', 'CCAG-12'],
    ['CCAG 12', 'CCAG-12'],
    ['CCAG #12', 'CCAG-12'],
    ['CCAG12', 'CCAG-12'],
    ['CCAG08', 'CCAG-8'],
    ['eCCAG-3', 'eCCAG-3'],
    ['DAG 10.1', 'DAG-10.1'],
    ['CCAG-2022-12-21', 'CCAG-2022-12-21'],
  ])('reads %s as %s', (words, printed) => {
    const reference = readMeetingReference(words);
    expect(reference === null ? null : printMeetingReference(reference)).toBe(printed);
  });

  it.each(['', '12', 'CCAG', 'CCAG-', 'last', 'CCAG-2022-02-30', 'CCAG-12-06', 'CCAG 1.2.3'])(
    'refuses “%s”',
    (words) => {
      expect(readMeetingReference(words)).toBeNull();
    },
  );

  it('tells a group whose name starts with e from an extraordinary meeting', () => {
    expect(readMeetingReference('evidence-1')).toMatchObject({ group: 'evidence', extraordinary: false });
  });

  it('numbers without leading zeros', () => {
    expect(['08', '012', '10.01', '0', 'x'].map(readMeetingNumber)).toEqual(['8', '12', '10.1', '0', null]);
  });
});

describe('An action reference', () => {
  it('reads as it was printed', () => {
    fc.assert(
      fc.property(group, number, fc.boolean(), fc.integer({ min: 1, max: 999 }), (name, meeting, extraordinary, n) => {
        const reference = { group: name, meeting, extraordinary, number: n };
        expect(readActionReference(printActionReference(reference))).toEqual(reference);
      }),
    );
  });

  it.each([
    ['CCAG08-06', 'CCAG08-06'],
    ['CCAG 8-6', 'CCAG08-06'],
    ['CCAG-8-06', 'CCAG08-06'],
    ['eCCAG03-01', 'eCCAG03-01'],
    ['DAG10.1-02', 'DAG10.1-02'],
  ])('reads %s as %s', (words, printed) => {
    const reference = readActionReference(words);
    expect(reference === null ? null : printActionReference(reference)).toBe(printed);
  });

  it('sorts as people count', () => {
    const printed = ['CCAG100-01', 'CCAG10.1-01', 'CCAG10-10', 'CCAG10-9', 'CCAG08-06', 'CCAG9-01'];
    const sorted = printed
      .map((words) => ({ words, reference: readActionReference(words) }))
      .sort((a, b) =>
        a.reference !== null && b.reference !== null && actionSortKey(a.reference) < actionSortKey(b.reference)
          ? -1
          : 1,
      );
    expect(sorted.map(({ words }) => words)).toEqual([
      'CCAG08-06',
      'CCAG9-01',
      'CCAG10-9',
      'CCAG10-10',
      'CCAG10.1-01',
      'CCAG100-01',
    ]);
  });
});

describe('A decision reference', () => {
  it('reads as it was printed', () => {
    fc.assert(
      fc.property(group, fc.integer({ min: 1, max: 99_999 }), (name, n) => {
        const reference = { group: name, number: n };
        expect(readDecisionReference(printDecisionReference(reference))).toEqual(reference);
      }),
    );
  });

  it('is printed with three digits', () => {
    expect(printDecisionReference({ group: 'CCAG', number: 12 })).toBe('CCAG-D012');
  });
});

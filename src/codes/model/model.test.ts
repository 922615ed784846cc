import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPartialDate } from '../../values/partial-date.ts';
import { addWorkingDays, bankHolidays, easterSunday, isWorkingDay } from '../../values/working-days.ts';
import { DEFAULT_BODIES } from '../default-profiles/index.ts';
import { profileOn, type ProfileContent, type ReleaseRule } from './profile.ts';
import { findReferencesAcross, printedReference, readReference, sortableReferenceKey } from './references.ts';
import { releaseDays, weekdayOf } from './release-days.ts';
import { mapImpact, mapStage, nextStages } from './stage-mapping.ts';
import { profileFaults } from './validate-profile.ts';

const grammars = DEFAULT_BODIES.map((body) => ({
  body: body.shortName,
  schemes: body.profile.schemes,
  aliases: body.aliases,
}));

function profileOf(shortName: string): ProfileContent {
  const found = DEFAULT_BODIES.find((body) => body.shortName === shortName);
  if (found === undefined) throw new Error(`No default body ${shortName}`);
  return found.profile;
}

/** Any reference of any body, as its grammar allows. */
const reference = fc
  .constantFrom(
    ...DEFAULT_BODIES.flatMap((body) => body.profile.schemes.map((scheme) => ({ body: body.shortName, scheme }))),
  )
  .chain(({ body, scheme }) =>
    fc.record({
      body: fc.constant(body),
      scheme: fc.constant(scheme.scheme),
      number: fc.integer({ min: 1, max: 10 ** scheme.digits - 1 }),
      suffix: fc.constantFrom('', ...scheme.suffixes),
    }),
  );

describe('Default profiles', () => {
  it.each(DEFAULT_BODIES.map((body) => [body.shortName, body.profile] as const))(
    '%s has no fault',
    (_name, profile) => {
      expect(profileFaults(profile)).toEqual([]);
    },
  );

  it('know every way in which bodies say that the Authority is to decide', () => {
    for (const words of [
      'With Authority for decision',
      'Awaiting Authority Determination',
      'Awaiting Authority consent',
    ])
      for (const body of ['BSC', 'REC', 'SEC', 'DCUSA', 'CUSC', 'GC', 'UNC'])
        expect(mapStage(profileOf(body), words)).toEqual({ stage: 'with-authority', overlay: null });
  });

  it('map each of the status words seen in returns', () => {
    const words: readonly (readonly [string, string])[] = [
      ['SEC', 'Draft'],
      ['REC', 'Approved'],
      ['SEC', 'Approved – awaiting implementation'],
      ['REC', 'Solution development'],
      ['REC', 'Consultation'],
      ['REC', 'On Hold'],
      ['REC', 'REC Initial Assessment'],
      ['REC', 'Impact Assessment'],
      ['DCUSA', 'Definition'],
      ['REC', 'REC Issue'],
    ];
    for (const [body, word] of words) expect(mapStage(profileOf(body), word), `${body} ${word}`).not.toBeNull();
  });
});

describe('Stage words', () => {
  it('mean the same in any case, with any punctuation and spacing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...profileOf('REC').stages),
        fc.constantFrom(' ', '  ', ' - ', '\u00a0', ' – '),
        fc.boolean(),
        (stage, gap, upper) => {
          const spelled = stage.name.replaceAll(' ', gap);
          expect(mapStage(profileOf('REC'), upper ? spelled.toUpperCase() : spelled)).toEqual({
            stage: stage.stage,
            overlay: stage.overlay,
          });
        },
      ),
    );
  });

  it('that the profile lacks map to nothing', () => {
    expect(mapStage(profileOf('REC'), 'Nearly there')).toBeNull();
    expect(mapStage(profileOf('REC'), '')).toBeNull();
  });

  it('lead on to the steps of the body, and from an unknown word to any', () => {
    expect(nextStages(profileOf('REC'), 'Voting').map((stage) => stage.key)).toContain('appeal-window');
    expect(nextStages(profileOf('REC'), 'Voting').map((stage) => stage.key)).not.toContain('issue');
    expect(nextStages(profileOf('REC'), 'Nearly there')).toEqual(profileOf('REC').stages);
  });
});

describe('Impact words', () => {
  it.each([
    ['Yes', 'direct', null],
    ['TBC', 'unknown', null],
    ['Of interest', 'of-interest', null],
    ['Of interest - Qualification', 'of-interest', 'Qualification'],
    ['For awareness only', 'awareness', null],
  ])('%s is %s', (raw, value, reason) => {
    expect(mapImpact(profileOf('REC'), raw)).toEqual({ value, reason });
  });
  it('that nobody knows stay unread', () => {
    expect(mapImpact(profileOf('REC'), 'Sideways')).toBeNull();
  });
});

describe('References', () => {
  it('of every body read back as they are printed, with the body before them or not', () => {
    fc.assert(
      fc.property(reference, (wanted) => {
        const printed = printedReference(profileOf(wanted.body), wanted);
        const keys = (words: string) =>
          readReference(grammars, words).map((candidate) => sortableReferenceKey(candidate.reference));
        expect(keys(printed)).toContain(sortableReferenceKey(wanted));
        expect(keys(`${wanted.body}-${printed}`)).toEqual([sortableReferenceKey(wanted)]);
        expect(keys(`${wanted.body} ${printed}`.toLowerCase())).toEqual([sortableReferenceKey(wanted)]);
      }),
    );
  });

  it('are one however they are spelled', () => {
    for (const spelling of ['CR12', 'CR 12', 'CR0012', 'cr-012', 'MHHS CR12'])
      expect(readReference(grammars, spelling).map((candidate) => candidate.printed)).toEqual(['CR0012']);
  });

  it('that fit several bodies keep every reading, unless a body is named before them', () => {
    const bodies = (words: string) =>
      findReferencesAcross(grammars, words).map((place) => place.candidates.map((one) => one.reference.body));
    expect(bodies('see Risk R0225')).toEqual([['REC', 'MHHS']]);
    expect(bodies('see REC R0225')).toEqual([['REC']]);
    expect(bodies('DCP328 and CP 1568')).toEqual([['BSC', 'DCUSA'], ['BSC']]);
    expect(bodies('in 2022 there were 1568')).toEqual([]);
    expect(bodies('UNC 0701 it was')).toEqual([['UNC']]);
  });

  it('never come out of words without digits', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z ,.'-]{0,40}$/), (words) => {
        expect(findReferencesAcross(grammars, words)).toEqual([]);
      }),
    );
  });
});

describe('Release days', () => {
  it('of the BSC are the last Thursday of February and June and the first of November', () => {
    expect(releaseDays(profileOf('BSC').releaseRules, '2017-01-01', '2017-12-31').map((day) => day.date)).toEqual([
      '2017-02-23',
      '2017-06-29',
      '2017-11-02',
    ]);
  });

  it('of DCUSA in 2022 are those it held', () => {
    expect(releaseDays(profileOf('DCUSA').releaseRules, '2022-01-01', '2022-12-31').map((day) => day.date)).toEqual([
      '2022-02-24',
      '2022-04-01',
      '2022-06-23',
      '2022-11-03',
    ]);
  });

  it('fall on their weekday, in their month, once a year, within the range', () => {
    const rule = fc.record({
      kind: fc.constant('weekday-of-month' as const),
      name: fc.constant('Release'),
      releaseKind: fc.constant('standard' as const),
      month: fc.integer({ min: 1, max: 12 }),
      weekday: fc.integer({ min: 1, max: 7 }),
      which: fc.constantFrom(1, 2, 3, 4, 'last') as fc.Arbitrary<1 | 2 | 3 | 4 | 'last'>,
      basis: fc.constant(''),
    });
    fc.assert(
      fc.property(rule, fc.integer({ min: 2000, max: 2100 }), (one: ReleaseRule, year) => {
        const days = releaseDays([one], `${year}-01-01`, `${year + 1}-12-31`);
        expect(days).toHaveLength(2);
        for (const day of days) {
          expect(Number(day.date.slice(5, 7))).toBe(one.month);
          if (one.kind !== 'weekday-of-month') continue;
          expect(weekdayOf(day.date)).toBe(one.weekday);
          const week = Math.ceil(Number(day.date.slice(8)) / 7);
          if (one.which === 'last') expect(week).toBeGreaterThanOrEqual(4);
          else expect(week).toBe(one.which);
        }
      }),
    );
  });
});

describe('A profile', () => {
  const faulty = (change: Partial<ProfileContent>): string =>
    profileFaults({ ...profileOf('BSC'), ...change })
      .map((fault) => fault.message)
      .join(' ');

  it('is refused with each fault in words and its place', () => {
    const stages = profileOf('BSC').stages;
    expect(faulty({ schemes: [] })).toMatch(/at least one way/);
    expect(faulty({ deciders: [] })).toMatch(/not among the deciders/);
    expect(faulty({ stages: stages.slice(1) })).toBe('');
    expect(faulty({ stages: stages.slice(0, -1) })).toBe('');
    expect(faulty({ stages: stages.filter((stage) => stage.key !== 'report') })).toMatch(/no stage of this profile/);
    const twice = stages.map((stage) => (stage.key === 'report' ? { ...stage, aliases: ['with authority'] } : stage));
    expect(faulty({ stages: twice })).toMatch(/can mean one stage only/);
  });

  it('in force on a day is the one whose period holds it', () => {
    const first = { effectiveFrom: '2020-01-01', effectiveTo: '2021-12-31' };
    const second = { effectiveFrom: '2022-01-01', effectiveTo: null };
    expect(profileOn([second, first], '2021-12-31')).toBe(first);
    expect(profileOn([second, first], '2022-01-01')).toBe(second);
    expect(profileOn([second, first], '2019-12-31')).toBeNull();
  });
});

describe('Working days', () => {
  it('leave out weekends, Easter, moved and granted holidays', () => {
    expect(easterSunday(2024)).toBe('2024-03-31');
    expect([...bankHolidays(2022)].sort()).toEqual([
      '2022-01-03',
      '2022-04-15',
      '2022-04-18',
      '2022-05-02',
      '2022-06-02',
      '2022-06-03',
      '2022-08-29',
      '2022-09-19',
      '2022-12-26',
      '2022-12-27',
    ]);
    expect(bankHolidays(2021).has('2021-12-28')).toBe(true);
  });

  it('count: each step lands on a working day, and as many lie between as were asked for', () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 0, max: 4000 })
          .map((days) => new Date(Date.UTC(2018, 0, 1 + days)).toISOString().slice(0, 10)),
        fc.integer({ min: 1, max: 30 }),
        (from, count) => {
          const to = addWorkingDays(from, count);
          expect(isWorkingDay(to)).toBe(true);
          expect(addWorkingDays(addWorkingDays(from, 1), count - 1)).toBe(to);
        },
      ),
    );
  });

  it('are about civil days that exist', () => {
    expect(readPartialDate(addWorkingDays('2022-12-23', 1)).earliest).toBe('2022-12-28');
  });
});

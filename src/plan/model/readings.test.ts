import { civilDateAt } from '../../platform/people/today.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CHANGE_REQUEST_STATES,
  changeRequestNumber,
  decidersOf,
  impactKindOf,
  printChangeRequest,
  printWeeks,
  STEP_RULES,
  stepsFrom,
} from './change-request.ts';
import { likeness, normalised, pairParts } from './likeness.ts';
import { milestoneReference, readMilestoneTitle } from './milestone.ts';
import { readCauseAndEffect, readMitigation, riskNumber } from './risk.ts';
import { readFreezeOption } from './small-records.ts';

describe('A change request', () => {
  it('has one number in every spelling', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999_999 }),
        fc.constantFrom('CR', 'CR ', 'cr-', 'Cr\u00a0', ''),
        fc.nat(4),
        (number, prefix, zeros) => {
          const words = `${prefix}${String(number).padStart(Math.min(6, String(number).length + zeros), '0')}`;
          expect(changeRequestNumber(words)).toBe(number);
          expect(changeRequestNumber(printChangeRequest(number))).toBe(number);
        },
      ),
    );
    expect(['R0044', 'CR', 'CP 12', 'change_request_01'].map(changeRequestNumber)).toEqual([null, null, null, null]);
  });

  it('can get from being raised to every state, and from every state on', () => {
    const reached = new Set<string>(['raised']);
    for (let before = 0; before < reached.size;) {
      before = reached.size;
      for (const rule of STEP_RULES) if (rule.from.some((state) => reached.has(state))) reached.add(rule.to);
    }
    expect([...reached].sort()).toEqual([...CHANGE_REQUEST_STATES].sort());
    for (const state of CHANGE_REQUEST_STATES) expect(stepsFrom(state)).not.toEqual([]);
  });

  it('is decided by the regulator too where a level-1 milestone moves', () => {
    expect([decidersOf(null, []), decidersOf('PSG', [2, 1]), decidersOf('Ofgem', [1])]).toEqual([
      ['PSG'],
      ['PSG', 'Ofgem'],
      ['Ofgem'],
    ]);
  });

  it('has impacts told apart by their words', () => {
    expect(
      [
        'It increases risk to the plan.',
        'The scope is unknown and goes into the drafting plan.',
        'The increased scope is likely to lengthen timescales and increase costs.',
        'It adds £60k.',
        'It brings benefits to everyone.',
      ].map(impactKindOf),
    ).toEqual(['risk', 'scope', 'schedule', 'cost', 'benefit']);
  });

  it('prints its range of weeks', () => {
    expect([printWeeks(8, 12), printWeeks(1, 1), printWeeks(null, 6), printWeeks(null, null)]).toEqual([
      '8–12 weeks',
      '1 week',
      '6 weeks',
      '',
    ]);
  });
});

describe('Words said again', () => {
  it('are the same whatever their case, punctuation and list number', () => {
    expect(normalised('2) The drafting, may not  reflect—the design.')).toBe(
      normalised('The Drafting may not reflect the design'),
    );
    expect([likeness('one two', 'One, two!'), likeness('one two', 'three four')]).toEqual([1, 0]);
  });

  it('pair each part read with one part known at most, and with the same words first', () => {
    const texts = fc.array(fc.constantFrom('a b c', 'a b d', 'x y z', 'x y', 'q'), { maxLength: 6 });
    fc.assert(
      fc.property(texts, texts, (known, read) => {
        const before = known.map((text, index) => ({ text, index }));
        const pairs = pairParts(
          before,
          read.map((text) => ({ text })),
        );
        expect(pairs.map((pair) => pair.read.text)).toEqual(read);
        const used = pairs.flatMap((pair) => (pair.known === null ? [] : [pair.known.index]));
        expect(new Set(used).size).toBe(used.length);
      }),
    );
    const same = ['a', 'b', 'c'].map((text) => ({ text }));
    expect(pairParts(same, [...same].reverse()).map((pair) => pair.known?.text)).toEqual(['c', 'b', 'a']);
  });
});

describe('The words of a pack', () => {
  it('give a milestone its reference', () => {
    expect(readMilestoneTitle('Changes delivered (M8)')).toEqual({ title: 'Changes delivered', reference: 'M8' });
    expect(readMilestoneTitle('Trigger shared (SMAP)')).toEqual({ title: 'Trigger shared (SMAP)', reference: null });
    expect(['m 8', 'M08', 'M16a', 'MP162', 'milestone_01'].map(milestoneReference)).toEqual([
      'M8',
      'M8',
      'M16a',
      null,
      null,
    ]);
  });

  it('give a risk its cause and effect where they set them apart, and nothing where they do not', () => {
    expect(
      readCauseAndEffect('There may be change after M5 (e.g. as a result of testing, or drafting) that pauses work.'),
    ).toEqual({ cause: 'testing, or drafting', effect: null });
    expect(readCauseAndEffect('Parties may lack people and therefore drafting takes longer.')).toEqual({
      cause: null,
      effect: 'drafting takes longer',
    });
    expect([riskNumber('R-001'), riskNumber('r12'), riskNumber('R'), riskNumber('RI-0036')]).toEqual([
      1,
      12,
      null,
      null,
    ]);
  });

  it('say which mitigations are done', () => {
    expect([
      readMitigation('1) Needs agreed before M5 - Complete'),
      readMitigation('2)Complete a cross check'),
    ]).toEqual([
      { text: 'Needs agreed before M5', done: true },
      { text: 'Complete a cross check', done: false },
    ]);
  });

  it('name a freeze option and who can act', () => {
    expect(readFreezeOption('Parties are in control of what they raise – voluntary freeze.')).toEqual({
      name: 'voluntary freeze',
      whoCanAct: 'Parties',
    });
    expect(readFreezeOption('The regulator can impose a threshold – to suspend change.')).toEqual({
      name: 'The regulator can impose a threshold',
      whoCanAct: 'The regulator',
    });
  });
});

describe('Today', () => {
  it('is the day on the programme’s own calendar, summer time included', () => {
    expect([civilDateAt('2022-11-23T23:30:00.000Z'), civilDateAt('2023-06-30T23:30:00.000Z')]).toEqual([
      '2022-11-23',
      '2023-07-01',
    ]);
  });
});

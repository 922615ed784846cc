import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change, MeetingInList, Milestone, StandingKind } from './answers.ts';
import {
  attentionOf,
  calendarOf,
  listed,
  movedByBody,
  overviewSentence,
  standingCounts,
  STANDINGS,
  type Facts,
} from './briefing.ts';

const meeting = (reference: string, date: string, state = 'held'): MeetingInList => ({
  id: reference,
  reference,
  group: { shortName: reference.split('-')[0] ?? '', name: 'A group' },
  title: '',
  date,
  startTime: null,
  state,
  stateLabel: state,
});

const groups = [
  { shortName: 'XPG', main: false },
  { shortName: 'XAG', main: true },
];

describe('where the programme stands between its meetings', () => {
  const all = [
    meeting('XAG-3', '2022-12-21', 'scheduled'),
    meeting('XAG-2', '2022-11-23', 'papers-issued'),
    meeting('XAG-1', '2022-10-26'),
    meeting('XPG-7', '2022-11-02'),
    meeting('XPG-8', '2022-12-07', 'scheduled'),
  ];

  it('counts time by the main group', () => {
    const calendar = calendarOf(all, groups, '2022-11-10');
    expect([calendar.last?.reference, calendar.next?.reference]).toEqual(['XAG-1', 'XAG-2']);
    expect(calendar.coming.map((one) => one.reference)).toEqual(['XAG-2', 'XPG-8', 'XAG-3']);
  });

  it('takes a meeting of today as the next one', () => {
    expect(calendarOf(all, groups, '2022-11-23').next?.reference).toBe('XAG-2');
  });

  it('leaves out meetings that were cancelled, and past ones of which nothing is known', () => {
    const doubtful = [meeting('XAG-4', '2022-11-09', 'scheduled'), meeting('XAG-5', '2022-11-30', 'cancelled')];
    const calendar = calendarOf([meeting('XAG-1', '2022-10-26'), ...doubtful], groups, '2022-11-10');
    expect([calendar.last?.reference, calendar.next]).toEqual(['XAG-1', null]);
  });

  it('puts the last meeting before today and the next not before it, whatever the calendar', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((one) => `2022-11-${String(one).padStart(2, '0')}`);
    fc.assert(
      fc.property(fc.array(day), day, (days, today) => {
        const calendar = calendarOf(
          days.map((date, index) => meeting(`XAG-${String(index)}`, date)),
          groups,
          today,
        );
        expect(calendar.last === null || calendar.last.date < today).toBe(true);
        expect(calendar.next === null || calendar.next.date >= today).toBe(true);
        expect(calendar.coming).toHaveLength(days.filter((date) => date >= today).length);
      }),
    );
  });
});

const change = (body: string): Change => ({
  id: body,
  kind: 'modification',
  body,
  reference: 'R0001',
  href: '/register/x',
  title: 'A change',
  stageRaw: 'Draft',
  stage: 'drafting',
  overlay: null,
  latestUpdate: null,
  changes: [],
});

it('groups what moved by code, the busiest first', () => {
  const moved = movedByBody([change('SEC'), change('REC'), change('REC')]);
  expect(moved.map((one) => [one.body, one.changes.length])).toEqual([
    ['REC', 2],
    ['SEC', 1],
  ]);
});

it('counts each milestone in exactly one standing', () => {
  const standing = (kind: StandingKind): Milestone => ({
    id: kind,
    reference: null,
    title: kind,
    href: '/plan/x',
    plannedDate: null,
    target: null,
    forecast: null,
    actual: null,
    standing: { kind, reason: '' },
  });
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...STANDINGS)), (kinds) => {
      const counts = standingCounts(kinds.map(standing));
      expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(kinds.length);
      expect(counts.every(({ count }) => count > 0)).toBe(true);
    }),
  );
});

it('tells an action that is overdue from one that is proposed for closing', () => {
  const action = (state: string, overdue: boolean) => ({
    id: state,
    reference: 'XAG01-01',
    text: '',
    owners: [],
    due: null,
    overdue,
    state,
  });
  const all = [action('open', true), action('open', false), action('proposed-closed', false), action('closed', false)];
  const { outstanding, overdue, proposed } = attentionOf(all);
  expect([outstanding.length, overdue.length, proposed.length]).toEqual([3, 1, 1]);
});

describe('the one true sentence', () => {
  const nothing: Facts = {
    today: '2022-11-23',
    next: null,
    toDecide: 0,
    inFlight: 0,
    issues: 0,
    moved: 0,
    since: null,
    silent: [],
    overdue: 0,
    milestones: 0,
    unexamined: 0,
  };

  it('tells what is to decide, what moved, who is silent, what is late and what nobody looked at', () => {
    const facts: Facts = {
      ...nothing,
      next: meeting('XAG-2', '2022-11-23', 'papers-issued'),
      toDecide: 2,
      inFlight: 19,
      issues: 1,
      moved: 5,
      since: 'XAG-1, 26 Oct 2022',
      silent: ['BSC'],
      overdue: 1,
      milestones: 14,
      unexamined: 14,
    };
    expect(overviewSentence(facts)).toBe(
      'XAG-2 today has 2 items for decision; 18 changes and 1 issue are in flight, 5 moved since XAG-1, 26 Oct 2022; BSC made no return; 1 action is overdue; 14 of 14 milestones are unexamined.',
    );
  });

  it('says so when nothing needs attention', () => {
    expect(overviewSentence(nothing)).toBe('Nothing needs attention.');
  });

  it('lists names as people do', () => {
    expect([[], ['A'], ['A', 'B'], ['A', 'B', 'C']].map(listed)).toEqual(['', 'A', 'A and B', 'A, B and C']);
  });
});

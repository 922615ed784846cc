import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply } from '../apply.ts';
import { Draft } from '../draft.ts';
import type { Commencement, Instrument } from '../instrument.ts';
import { byId, byNumbers, type Operation } from '../operation.ts';
import { Provision, provisionsUnder } from '../provision.ts';
import { amended } from '../testing/arbitraries.ts';
import { provision, version } from '../testing/builders.ts';
import { PROPERTY_RUNS } from '../testing/runs.ts';
import { Text } from '../text.ts';
import type { Version } from '../version.ts';
import { createTimeline, type TimelineQuestion } from './timeline.ts';

const DATES = [
  '2023-12-31',
  '2024-01-15',
  '2024-02-01',
  '2024-02-15',
  '2024-03-15',
  '2024-04-15',
  '2024-05-15',
  '2024-12-31',
];

const instrumentIds = fc.nat(6).map((index) => `instrument-${String(index)}`);
const questions: fc.Arbitrary<TimelineQuestion> = fc.record(
  {
    date: fc.constantFrom(...DATES),
    known: fc.constantFrom(...DATES),
    assuming: fc.record(
      {
        without: fc.array(instrumentIds, { maxLength: 3 }).map((ids) => new Set(ids)),
        with: fc.array(fc.tuple(instrumentIds, fc.constantFrom(...DATES)), { maxLength: 2 }).map((all) => new Map(all)),
        milestones: fc.constantFrom(...DATES).map((date) => new Map([['M10', date]])),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ['date'] },
);

/** The slow way, by the words of the definition: take what counts, sort it, carry it out from the start. */
function byHand(base: Version, instruments: readonly Instrument[], question: TimelineQuestion): Draft {
  const { date, known, assuming = {} } = question;
  const draft = new Draft(base);
  const due = instruments
    .filter((each) => each.known === undefined || known === undefined || each.known <= known)
    .filter((each) => assuming.without?.has(each.id) !== true)
    .flatMap((each) =>
      each.parts.flatMap((part) => {
        const when = dayAndTime(part.commencement, question) ?? assuming.with?.get(each.id);
        return when === undefined || when.slice(0, 10) > date ? [] : [{ when, part }];
      }),
    );
  // `sort` keeps the order given where the moments are equal.
  due.sort((a, b) => (a.when < b.when ? -1 : a.when > b.when ? 1 : 0));
  for (const { part } of due) {
    const operations = typeof part.operations === 'function' ? part.operations(draft) : part.operations;
    for (const operation of operations) draft.apply(operation);
  }
  return draft;
}

/** A string that sorts as the moment does: the day, and for an instant the time of the day in UTC as it is generated. */
function dayAndTime(commencement: Commencement, { assuming }: TimelineQuestion): string | undefined {
  if (commencement.kind === 'date') return commencement.date;
  if (commencement.kind === 'milestone') return assuming?.milestones?.get(commencement.name) ?? commencement.expected;
  if (commencement.kind !== 'instant') return undefined;
  return `${commencement.at.slice(0, 10)} ${new Date(commencement.at).toISOString()}`;
}

describe('the text at a date', () => {
  it('is what carrying out everything that counts by then gives, one after another, whatever was asked before', () => {
    fc.assert(
      fc.property(amended(), fc.array(questions, { minLength: 1, maxLength: 6 }), ({ base, instruments }, asked) => {
        const timeline = createTimeline(base, instruments);
        for (const question of asked) {
          const { version: text } = timeline.at(question);
          expect(text.hash).toBe(byHand(base, instruments, question).top.hash);
        }
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('without an instrument is that of a timeline made without it', () => {
    fc.assert(
      fc.property(amended(), instrumentIds, fc.constantFrom(...DATES), ({ base, instruments }, left, date) => {
        const timeline = createTimeline(base, instruments);
        timeline.at({ date });
        const without = timeline.at({ date, assuming: { without: new Set([left]) } });
        const never = createTimeline(
          base,
          instruments.filter((each) => each.id !== left),
        ).at({ date });
        expect(without.version.hash).toBe(never.version.hash);
        expect(without.failures).toEqual(never.failures);
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('as known at a date is that of a timeline made then', () => {
    fc.assert(
      fc.property(amended(), fc.constantFrom(...DATES), ({ base, instruments }, known) => {
        const then = instruments.filter((each) => each.known === undefined || each.known <= known);
        const date = '2024-12-31';
        expect(createTimeline(base, instruments).at({ date, known }).version.hash).toBe(
          createTimeline(base, then).at({ date }).version.hash,
        );
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('is the same when a timeline may keep but few texts', () => {
    fc.assert(
      fc.property(amended(), fc.array(questions, { minLength: 1, maxLength: 8 }), ({ base, instruments }, asked) => {
        const roomy = createTimeline(base, instruments);
        const tight = createTimeline(base, instruments, { capacity: 2 });
        for (const question of asked) expect(tight.at(question).version.hash).toBe(roomy.at(question).version.hash);
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('changes on the dates that are given for it, and on no other', () => {
    fc.assert(
      fc.property(amended(), ({ base, instruments }) => {
        const timeline = createTimeline(base, instruments);
        const dates = timeline.dates();
        let before = timeline.at({ date: '0000-01-01' });
        expect(before.version.root).toBe(base.root);
        for (const date of dates) {
          expect(before.until).toBe(date);
          const at = timeline.at({ date });
          expect(at.since).toBe(date);
          before = at;
        }
        expect(before.until).toBeNull();
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });
});

const on = (id: string, date: string, ...operations: readonly Operation[]): Instrument => ({
  kind: 'instrument',
  id,
  name: id,
  parts: [{ commencement: { kind: 'date', date }, operations }],
});
const heading = (id: string, words: string): Operation => ({
  kind: 'set-heading',
  target: byId(id),
  heading: Text.of(words),
});
const CODE = version(provision('1', 'One.', provision('(a)', 'Under one.')), provision('2', 'Two.'));
const headingOf = (text: Version, id: string): string | undefined => text.find(id)?.heading.words;

describe('a timeline', () => {
  it('keeps to the order of dates, and of one date to the order given; what commences at an instant comes after', () => {
    const noon: Instrument = {
      ...on('noon', ''),
      parts: [{ commencement: { kind: 'instant', at: '2024-02-01T12:00:00Z' }, operations: [heading('1', 'Noon')] }],
    };
    const timeline = createTimeline(CODE, [
      noon,
      on('late', '2024-03-01', heading('1', 'March')),
      on('first', '2024-02-01', heading('1', 'First'), heading('2', 'First')),
      on('second', '2024-02-01', heading('2', 'Second')),
    ]);
    const february = timeline.at({ date: '2024-02-01' }).version;
    expect([headingOf(february, '1'), headingOf(february, '2')]).toEqual(['Noon', 'Second']);
    expect(headingOf(timeline.at({ date: '2024-02-29' }).version, '1')).toBe('Noon');
    expect(headingOf(timeline.at({ date: '2024-03-01' }).version, '1')).toBe('March');
    expect(headingOf(timeline.at({ date: '2024-01-31' }).version, '1')).toBe('');
  });

  it('leaves out what has no date, says so, and takes it in when it is assumed to have one', () => {
    const uncertain = (commencement: Commencement): Instrument => ({
      ...on('x', ''),
      parts: [{ commencement, operations: [heading('1', 'X')] }],
    });
    const date = '2024-12-31';
    for (const [commencement, why] of [
      [{ kind: 'never' }, 'never'],
      [{ kind: 'unknown' }, 'unknown'],
      [{ kind: 'milestone', name: 'M10' }, 'milestone-without-date'],
      [{ kind: 'date', date: '2024-02-30' }, 'unreadable-date'],
      [{ kind: 'date', date: 'soon' }, 'unreadable-date'],
      [{ kind: 'instant', at: 'noon' }, 'unreadable-date'],
    ] as const) {
      const timeline = createTimeline(CODE, [uncertain(commencement)]);
      expect(headingOf(timeline.at({ date }).version, '1')).toBe('');
      expect(timeline.unscheduled()).toEqual([{ kind: 'unscheduled-part', instrument: 'x', part: 0, why }]);
      const assuming = { with: new Map([['x', '2024-06-01']]) };
      expect(headingOf(timeline.at({ date, assuming }).version, '1')).toBe('X');
      expect(headingOf(timeline.at({ date: '2024-05-31', assuming }).version, '1')).toBe('');
      expect(timeline.unscheduled({ assuming })).toEqual([]);
    }
    const reached = createTimeline(CODE, [uncertain({ kind: 'milestone', name: 'M10' })]);
    const assuming = { milestones: new Map([['M10', '2024-06-01']]) };
    expect(headingOf(reached.at({ date, assuming }).version, '1')).toBe('X');
  });

  it('says which operations of which instrument failed, and goes on without them', () => {
    const timeline = createTimeline(CODE, [
      on('gone', '2024-01-01', { kind: 'repeal', target: byId('2'), stub: null }),
      on('late', '2024-02-01', heading('1', 'One'), heading('2', 'Two')),
    ]);
    expect(timeline.at({ date: '2024-01-31' }).failures).toEqual([]);
    const { version: text, failures } = timeline.at({ date: '2024-02-01' });
    expect(headingOf(text, '1')).toBe('One');
    expect(failures).toMatchObject([
      {
        instrument: 'late',
        part: 0,
        date: '2024-02-01',
        failure: { operation: 1, place: '2', reason: { kind: 'target-missing' } },
      },
    ]);
    expect(timeline.at({ date: '2024-02-01', assuming: { without: new Set(['gone']) } }).failures).toEqual([]);
  });

  it('finds a provision on a date by its id or by its numbers, or says why not', () => {
    const timeline = createTimeline(CODE, [
      on('renumbering', '2024-01-01', { kind: 'renumber', target: byId('2'), number: '3' }),
    ]);
    expect(timeline.provisionAt('2', { date: '2024-01-01' })).toMatchObject({ kind: 'ok', value: { number: '3' } });
    expect(timeline.provisionAt(byNumbers('2'), { date: '2023-12-31' })).toMatchObject({
      kind: 'ok',
      value: { id: '2' },
    });
    expect(timeline.provisionAt(byNumbers('2'), { date: '2024-01-01' })).toMatchObject({
      kind: 'failed',
      failure: { kind: 'target-missing' },
    });
    expect(timeline.provisionAt('9', { date: '2024-01-01' })).toMatchObject({
      kind: 'failed',
      failure: { kind: 'target-missing', target: '9' },
    });
  });

  it('carries out only what follows an instrument that is assumed not to be made', () => {
    let calls: string[] = [];
    const counting = (id: string, month: number): Instrument => ({
      ...on(id, ''),
      parts: [
        {
          commencement: { kind: 'date', date: `2024-0${String(month)}-01` },
          operations: () => {
            calls.push(id);
            return [heading('1', id)];
          },
        },
      ],
    });
    const timeline = createTimeline(CODE, [counting('a', 1), counting('b', 2), counting('c', 3), counting('d', 4)]);
    const ask = (date: string, ...without: readonly string[]): readonly string[] => {
      calls = [];
      timeline.at({ date, assuming: { without: new Set(without) } });
      return calls;
    };
    expect(ask('2024-02-01')).toEqual(['a', 'b']);
    expect(ask('2024-12-31')).toEqual(['c', 'd']);
    expect(ask('2024-12-31')).toEqual([]);
    expect(ask('2024-12-31', 'c')).toEqual(['d']);
    expect(ask('2024-12-31', 'c', 'd')).toEqual([]);
    expect(ask('2024-12-31', 'd')).toEqual([]);
    expect(ask('2024-12-31')).toEqual([]);
  });

  it('shares between its texts whatever a change did not touch', () => {
    const timeline = createTimeline(CODE, [on('x', '2024-01-01', heading('1', 'X'))]);
    const { version: text } = timeline.at({ date: '2024-01-01' });
    expect(text.find('2')).toBe(CODE.find('2'));
    expect(text.find('1/(a)')).toBe(CODE.find('1/(a)'));
    expect(timeline.at({ date: '2023-01-01' }).version).toBe(CODE);
  });

  it('asks which instruments there are under the circumstances, where laws amend laws', () => {
    const [first, second] = [on('first', '2024-01-01', heading('1', 'First')), on('second', '2024-02-01')];
    const amendedFirst = on('first', '2024-01-01', heading('1', 'As amended'));
    const timeline = createTimeline(CODE, ({ assuming }) =>
      assuming?.without?.has('second') === true ? [first, second] : [amendedFirst, second],
    );
    const headingAt = (...without: readonly string[]): string | undefined =>
      headingOf(timeline.at({ date: '2024-02-01', assuming: { without: new Set(without) } }).version, '1');
    expect([headingAt(), headingAt('second'), headingAt('first'), headingAt()]).toEqual([
      'As amended',
      'First',
      '',
      'As amended',
    ]);
  });
});

describe('the history of a provision', () => {
  it('is told by the texts before and after each date', () => {
    fc.assert(
      fc.property(amended(), ({ base, instruments }) => {
        const timeline = createTimeline(base, instruments);
        const ends = timeline.at({ date: '9999-12-31' }).version;
        for (const id of ['p0', 'p1', 'n0', ...[...provisionsUnder(ends.root)].slice(0, 3).map((each) => each.id)]) {
          let now: Provision | null = base.find(id) ?? null;
          for (const change of timeline.history(id)) {
            expect(change.before?.hash).toBe(now?.hash);
            now = change.after;
            expect(timeline.at({ date: change.date }).version.find(id) ?? null).toBe(now);
            expect(change.instruments.length).toBeGreaterThan(0);
          }
          expect(ends.find(id)?.hash).toBe(now?.hash);
        }
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('names the dates on which it came, changed, moved and went, and by what', () => {
    const added = new Provision({ id: 'new', kind: 'paragraph', number: '1A', text: Text.of('New.') });
    const timeline = createTimeline(CODE, [
      on('one', '2024-01-01', { kind: 'insert', slot: { at: 'after', target: byId('1') }, provisions: [added] }),
      on('two', '2024-02-01', heading('new', 'Two')),
      on('three', '2024-02-01', heading('new', 'Three'), heading('1', 'Three')),
      on('other', '2024-03-01', heading('2', 'Other')),
      on('four', '2024-04-01', { kind: 'move', target: byId('new'), slot: { at: 'last', target: byId('2') } }),
      on('five', '2024-05-01', { kind: 'repeal', target: byId('2'), stub: null }),
    ]);
    expect(timeline.history('new').map(({ date, what, instruments }) => [date, what, ...instruments])).toEqual([
      ['2024-01-01', 'came', 'one'],
      ['2024-02-01', 'changed', 'two', 'three'],
      ['2024-04-01', 'moved', 'four'],
      ['2024-05-01', 'went', 'five'],
    ]);
    expect(timeline.history('new', { assuming: { without: new Set(['one']) } })).toEqual([]);
    expect(timeline.history('1').map(({ date }) => date)).toEqual(['2024-02-01']);
  });

  it('passes over a date on which it was changed and changed back', () => {
    const timeline = createTimeline(CODE, [
      on('there', '2024-01-01', heading('1', 'Other')),
      on('back', '2024-01-01', heading('1', '')),
    ]);
    expect(timeline.history('1')).toEqual([]);
    const { version: text } = timeline.at({ date: '2024-01-01' });
    expect(text.hash).toBe(CODE.hash);
    expect(apply(CODE, [heading('1', '')])).toMatchObject({ kind: 'ok', value: { hash: CODE.hash } });
  });
});

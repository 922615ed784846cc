/** Forms that the whole packs do not show: blocks written as lines, covers of extra meetings, tables without headings. */
import { describe, expect, test } from 'vitest';
import { actions, change, COVER, recognised, section } from './fixtures/snippets.ts';

describe('a change written as lines', () => {
  const block = [
    'Change Title: R0310 – Register of Export Roles',
    'Change Summary: Extends another change.',
    'Its status is under review.',
    'Stakeholder positions: Agents - supported',
    'Date raised: 26/2/24 Status: Consultation Decision date: April 2025* MHHS Impact: Direct impact',
    '* The dates are the proposed implementation date.',
  ].join('\n\n');

  test('is read label by label, with its footnote', () => {
    const contents = recognised(COVER, block);
    expect(contents.modifications).toHaveLength(1);
    expect(contents.modifications[0]).toMatchObject({
      key: 'modification:REC/R/310/',
      title: { value: 'Register of Export Roles' },
      summary: { value: 'Extends another change. Its status is under review.' },
      positions: { value: 'Agents - supported' },
      raised: { value: { earliest: '2024-02-26' } },
      status: { value: { stage: 'consultation' } },
      impact: { value: { value: 'direct' } },
    });
    expect(contents.modifications[0]?.decisionDates[0]?.value.kind).toBe('implementation');
    expect(contents.unread).toEqual([]);
  });

  test('may have its values on lines of their own', () => {
    const apart = ['Change Title', 'P501 Export meters', 'Date raised', '1/7/24', 'Status', 'On Hold'].join('\n\n');
    const [one] = recognised(COVER, apart).modifications;
    expect(one).toMatchObject({
      key: 'modification:BSC/P/501/',
      raised: { value: { earliest: '2024-07-01' } },
      status: { value: { overlay: 'on-hold' } },
    });
  });
});

describe('a change', () => {
  test('that was an issue with the same number is carried from it', () => {
    const [one] = recognised(
      COVER,
      change({ title: 'R0241 - One', summary: 'Raised before as issue I0241.' }),
    ).modifications;
    expect(one?.carriedFrom).toEqual({ body: 'REC', scheme: 'I', number: 241, suffix: '' });
    const [other] = recognised(COVER, change({ title: 'R0242 - One', summary: 'Like issue I0241.' })).modifications;
    expect(other?.carriedFrom).toBeNull();
  });

  test('without a reference stays unread, and the next is read all the same', () => {
    const contents = recognised(COVER, change({ title: 'Remote reading' }), change({ title: 'R0302 - Two' }));
    expect(contents.modifications.map((one) => one.key)).toEqual(['modification:REC/R/302/']);
    expect(contents.unread.length).toBeGreaterThan(0);
  });

  test('twice in a pack has two keys', () => {
    expect(recognised(COVER, change(), change()).modifications.map((one) => one.key)).toEqual([
      'modification:REC/R/301/',
      'modification:REC/R/301/#2',
    ]);
  });
});

describe('a cover', () => {
  const meeting = (text: string): unknown => {
    const { meeting: read } = recognised(text);
    return read === null
      ? null
      : [read.group.value, read.number?.value ?? null, read.date?.value ?? null, read.extraordinary];
  };

  test('names the group, the number and the day in several ways', () => {
    expect(meeting('Testing and Migration Advisory Group #9\n\n16 November 2024')).toEqual([
      'TMAG',
      '9',
      '2024-11-16',
      false,
    ]);
    expect(meeting('CCAG 12 – 23 November 2024')).toEqual(['CCAG', '12', '2024-11-23', false]);
    expect(meeting('eCCAG 3\n\nWednesday 4 December 2024')).toEqual(['CCAG', '3', '2024-12-04', true]);
    expect(meeting('Extraordinary CCAG #3\n\n04/12/2024')).toEqual(['CCAG', '3', '2024-12-04', true]);
    expect(meeting('DAG 10.1\n\n5 May 2024')).toEqual(['DAG', '10.1', '2024-05-05', true]);
    expect(meeting('Programme Steering Group\n\n5 June 2024')).toEqual(['PSG', null, '2024-06-05', false]);
    expect(meeting('Consumer Insight Board #4\n\n5 June 2024')).toEqual(['CIB', '4', '2024-06-05', false]);
  });

  test('is not seen where there is none', () => {
    expect(meeting('Notes of a walk\n\n5 June 2024')).toBeNull();
    expect(meeting('')).toBeNull();
  });
});

describe('tables', () => {
  test('go on without headings on another page', () => {
    const log = actions(['CCAG30-01', '29/05/2024', 'Share the map', 'Chair', '1/7/24', 'ONGOING: x']);
    const more = 'CCAG30-02\t29/05/2024\tAsk TMAG\tChair\t1/7/24\tCLOSED: Done.';
    expect(recognised(COVER, log, 'Page 2', more).actions.map((action) => action.verdict?.value)).toEqual([
      'ongoing',
      'closed',
    ]);
    const dates = 'Drafting Milestones\tTarget date\tForecast date\tStatus\nOne\t1/5/25\t1/6/25\tGreen';
    expect(recognised(COVER, dates, 'Page 2', 'Two done\t1/7/25\t1/8/25\tRed').milestones).toHaveLength(2);
  });

  test('may have their columns in another order and under other names', () => {
    const log = 'Action owner\tReference\tDescription\tDue by\nChair\tCCAG30-01\tShare the map\t1/7/24';
    expect(recognised(COVER, log).actions[0]).toMatchObject({
      key: 'action:CCAG30-01',
      text: { value: 'Share the map' },
      owners: { value: [{ role: 'Chair', detail: null }] },
      due: { value: { earliest: '2024-07-01' } },
      raised: null,
    });
  });
});

test('next meetings may stand in a table', () => {
  const body = 'Next meetings\n\nNext meeting\tDate\tTime\nCCAG\t24 July 2024\t10:00\nCDWG\tTBC\t';
  expect(recognised(COVER, section('Close', 'INFORMATION', body)).nextMeetings).toMatchObject([
    { group: { value: 'CCAG' }, date: { value: { earliest: '2024-07-24' } }, time: { value: '10:00' } },
    { group: { value: 'CDWG' }, date: { value: { precision: 'unknown' } }, time: null },
  ]);
});

test('the words of a section that no record takes are its notes', () => {
  const contents = recognised(
    COVER,
    section('Export plan', 'DISCUSSION', 'The plan\n\nIt moves with M10.\n\n- One\n- Two'),
  );
  expect(contents.sections[0]?.notes.map((note) => [note.shape, note.value])).toEqual([
    ['heading', 'The plan'],
    ['paragraph', 'It moves with M10.'],
    ['bullet', 'One'],
    ['bullet', 'Two'],
  ]);
  expect(contents.sections[0]?.milestones.map((one) => one.value)).toEqual(['M10']);
});

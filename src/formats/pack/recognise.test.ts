import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentFaults } from '../document/invariants.ts';
import { isBlank } from '../document/blank.ts';
import type { SourceDocument } from '../document/model.ts';
import { readMarkdown } from '../markdown/read-markdown.ts';
import { readText } from '../text/read-text.ts';
import { DEFAULT_KNOWLEDGE } from './default-knowledge.ts';
import { findFindings } from './findings/find.ts';
import { FINDINGS, type FindingCode } from './findings/registry.ts';
import { asMarkdown } from './fixtures/as-markdown.ts';
import { cutPack, fixturePack, joinPack } from './fixtures/packs.ts';
import { packRecords, type PackContents } from './model.ts';
import { recognisePack } from './recognise.ts';

const read = (text: string): PackContents => recognisePack(readText(text), DEFAULT_KNOWLEDGE);

const counts = (contents: PackContents): Record<string, number> => ({
  agendaItems: contents.agendaItems.length,
  actions: contents.actions.length,
  updates: contents.updates.length,
  programmeUpdates: contents.programmeUpdates.length,
  modifications: contents.modifications.length,
  issues: contents.issues.length,
  changeRequests: contents.changeRequests.length,
  recommendations: contents.recommendations.length,
  freezeOptions: contents.freezeOptions.length,
  statements: contents.statements.length,
  deliverables: contents.deliverables.length,
  risks: contents.risks.length,
  milestones: contents.milestones.length,
  groupUpdates: contents.groupUpdates.length,
  nextMeetings: contents.nextMeetings.length,
  nextSteps: contents.nextSteps.length,
});

/** What records say, without where: two packs that say the same in another order are equal in this. */
const saying = (contents: PackContents): string[] =>
  packRecords(contents)
    .map((record) =>
      JSON.stringify(record, (key, value: unknown) => (key === 'span' || key === 'spans' ? undefined : value)),
    )
    .sort();

const codesFound = (document: SourceDocument): Partial<Record<FindingCode, number>> => {
  const found: Partial<Record<FindingCode, number>> = {};
  for (const { code } of findFindings(document, recognisePack(document, DEFAULT_KNOWLEDGE), DEFAULT_KNOWLEDGE))
    found[code] = (found[code] ?? 0) + 1;
  return found;
};

/** Non-blank characters that are neither in a record, nor structure, nor listed as unread. */
function lost(document: SourceDocument, contents: PackContents): string {
  const seen = new Uint8Array(document.text.length);
  const spans = [
    ...packRecords(contents).flatMap((record) => record.spans),
    ...contents.structure.map((part) => part.span),
    ...contents.unread,
  ];
  for (const span of spans) seen.fill(1, span.start, span.end);
  return document.text
    .split('')
    .filter((letter, at) => seen[at] === 0 && !isBlank(letter))
    .join('');
}

describe('the pack with traps', () => {
  const contents = read(fixturePack('ccag-31'));

  test('every kind of record is counted', () => {
    expect(counts(contents)).toEqual({
      agendaItems: 10,
      actions: 6,
      updates: 3,
      programmeUpdates: 2,
      modifications: 8,
      issues: 1,
      changeRequests: 1,
      recommendations: 6,
      freezeOptions: 3,
      statements: 2,
      deliverables: 3,
      risks: 2,
      milestones: 5,
      groupUpdates: 1,
      nextMeetings: 2,
      nextSteps: 1,
    });
  });

  test('the cover gives group, number and date', () => {
    expect(contents.meeting).toMatchObject({
      key: 'meeting:CCAG-31',
      group: { value: 'CCAG', raw: 'Cross Code Advisory Group' },
      number: { value: '31' },
      date: { value: '2024-06-26' },
      extraordinary: false,
      attachments: [{ label: { value: 'Attachment 1' } }],
    });
  });

  test('an agenda item carries its times, its leads and its section', () => {
    const item = contents.agendaItems[3];
    expect(item).toMatchObject({
      position: { value: 4 },
      title: { value: 'Horizon Scanning Log' },
      purpose: { value: 'information' },
      start: { value: '09:55' },
      end: { value: '10:15' },
      minutes: { value: 20 },
      page: { value: 7 },
    });
    expect(item?.lead?.value).toEqual([
      { role: 'Code Bodies', detail: null },
      { role: 'Programme', detail: 'PMO & Design' },
    ]);
    expect(item?.section?.lead?.value).toEqual([
      { role: 'Code Bodies', detail: null },
      { role: 'Programme', detail: 'PMO & design lead' },
    ]);
    expect(contents.agendaItems[8]?.section?.objective?.value).toBe('News from the CDWG meeting held 11 June 2024');
    expect(contents.agendaItems[8]?.section?.lead?.value).toEqual([{ role: 'Programme', detail: 'PMO' }]);
  });

  test('an action carries who, by when, and a verdict that is only a proposal', () => {
    expect(contents.actions[4]).toMatchObject({
      key: 'action:CCAG30-02',
      reference: { value: { group: 'CCAG', meeting: '30', number: 2 } },
      owners: { value: [{ role: 'Programme', detail: 'testing lead' }] },
      due: { value: { earliest: '2024-06-19' } },
      verdict: { value: 'recommend-closed', raw: 'RECOMMEND CLOSED:' },
      update: { value: 'On the agenda of TMAG 41.' },
    });
  });

  test('an update carries its points with their headings, and where its report is', () => {
    const [psg] = contents.updates;
    expect(psg).toMatchObject({
      group: { value: 'PSG' },
      date: { value: { earliest: '2024-06-05' } },
      report: { value: 'PSG Headline Report available here.' },
    });
    expect(psg?.items.map((item) => item.heading?.value)).toEqual(['M9 decision', 'Register Change Request']);
  });

  test('a change carries two typed decisions, its markup taken out and its references', () => {
    const change = contents.modifications.find((one) => one.key === 'modification:REC/R/310/');
    expect(change?.title.value).toBe('Register of Export Roles');
    expect(change?.summary?.value).toBe('Extends R0301 and uses the data items of BSC CP 1702.');
    expect(change?.decisionDates.map(({ value }) => [value.kind, value.decider, value.date.earliest])).toEqual([
      ['panel', 'Panel', '2024-08-13'],
      ['authority', 'Ofgem', null],
    ]);
    expect(change?.mentions.map((mention) => `${mention.value.body} ${mention.value.number}`)).toEqual([
      'REC 301',
      'BSC 1702',
    ]);
  });

  test('a dated remark becomes an update, and leaves the words it stood in', () => {
    const change = contents.modifications.find((one) => one.key === 'modification:SEC/DP/311/');
    expect(change?.summary?.value).toBe('Lets an agent read the export register of a shared meter.');
    expect(change?.updates).toMatchObject([{ value: { noChange: true, words: 'No change.' } }]);
    expect(change?.title.value).toBe('Sharing Export Readings');
  });

  test('a reference in the label and a starred date are read with the footnote', () => {
    const change = contents.modifications.find((one) => one.key === 'modification:DCUSA/DCP/377/');
    expect(change).toMatchObject({ title: { value: 'Charges for shared private networks' } });
    expect(change?.decisionDates[0]?.value.kind).toBe('implementation');
    expect(change?.impact?.value).toEqual({ value: 'low', reason: 'Risk R0331' });
    expect(change?.mentions[0]).toMatchObject({ names: 'risk', value: { body: 'MHHS' }, alsoReadAs: ['REC/R/331/'] });
  });

  test('the issue keeps a reference that is not its own as words', () => {
    expect(contents.issues[0]).toMatchObject({
      key: 'issue:REC/RI/52/',
      title: { value: 'Late export gate closure' },
      otherReferences: [{ value: 'CR-E207' }],
    });
  });

  test('a code body without a row is silent', () => {
    expect(contents.horizon?.date?.value).toBe('2024-05-29');
    expect(
      contents.horizon?.returns.map((one) => [one.body, one.silent, one.modifications.length, one.issues.length]),
    ).toEqual([
      ['BSC', true, 0, 0],
      ['DCUSA', false, 2, 0],
      ['REC', false, 4, 1],
      ['SEC', false, 2, 0],
    ]);
  });

  test('the change request is put together from all over the pack', () => {
    expect(contents.changeRequests[0]).toMatchObject({
      key: 'change-request:MHHS/CR/47/',
      title: { value: 'Drafting of the export register brought into scope' },
      raisedBy: { value: 'RECCo' },
      assessmentStart: { value: '2024-06-05' },
      assessmentEnd: { value: '2024-06-19', raw: '19/6' },
      cost: { value: 45_000, raw: '£45k' },
      schedule: { value: { from: 6, to: 10 } },
      affectedMilestone: { value: 'M6' },
      decisionGroup: { value: 'PSG' },
    });
    expect(contents.changeRequests[0]?.impacts).toHaveLength(3);
  });

  test('recommendations carry the condition of their heading', () => {
    expect(contents.recommendations.map((one) => one.condition?.value ?? null)).toEqual([
      null,
      ...Array.from({ length: 4 }, () => 'subject to PSG approval of CR47'),
      null,
    ]);
    expect(contents.recommendations[0]?.milestones.map((one) => one.value)).toEqual(['M8', 'M10']);
  });

  test('status, risks, milestones, working group and next meetings are read', () => {
    expect(contents.statusSummary?.percentages.map((one) => one.value)).toEqual([40]);
    expect(contents.deliverables[0]?.period?.value).toBe('July');
    expect(contents.risks[1]).toMatchObject({ type: 'risk', rating: { value: 'amber' } });
    expect(contents.risks[1]?.mitigations.map((one) => one.value)).toEqual([
      'Plan reviews early - Complete',
      'Share the plan',
      'Keep a reserve',
    ]);
    expect(contents.milestones[0]).toMatchObject({ topicArea: 'Export Services', reference: null });
    expect(contents.milestones[3]).toMatchObject({ key: 'milestone:M6', reference: { value: 'M6' } });
    expect(contents.groupUpdates[0]).toMatchObject({
      group: { value: 'CDWG' },
      date: { value: { earliest: '2024-06-11' } },
    });
    expect(contents.groupUpdates[0]?.topics).toHaveLength(2);
    expect(contents.nextMeetings).toMatchObject([
      { group: { value: 'CCAG' }, time: { value: '14:00', raw: '14:00pm' } },
      { group: { value: 'CDWG' }, date: { value: { earliest: '2024-07-09' } } },
    ]);
  });

  test('every trap is found, as often as it was set', () => {
    expect(codesFound(readText(fixturePack('ccag-31')))).toEqual({
      'impossible-date': 2,
      'uncertain-date': 3,
      'footnoted-date': 2,
      'several-decisions-in-one-cell': 1,
      'action-raised-off-meeting': 2,
      'out-of-sequence-raised-date': 1,
      'ambiguous-reference': 1,
      'reference-spelled-variously': 2,
      'second-reference': 1,
      'contradictory-dates': 1,
      'stale-log': 1,
      'silent-code-body': 1,
      'label-swallowed-value': 2,
      'several-words-for-one-stage': 2,
      'proposed-closure': 4,
      'markup-in-words': 2,
      'half-lost-emphasis': 3,
      'mixed-title-separators': 1,
      'identifier-repeats': 1,
      'blank-impact': 1,
      'odd-time': 1,
      'forecast-copies-target': 5,
      'unfinished-sentence': 3,
      'past-date': 2,
      'link-without-target': 5,
      'missing-update': 2,
      'purpose-differs': 1,
      'title-differs': 1,
      'heading-without-content': 2,
    });
  });

  test('each finding has its registered severity, lies in the text, and speaks of a record that is there', () => {
    const document = readText(fixturePack('ccag-31'));
    const keys = new Set(packRecords(contents).map((record) => record.key));
    for (const finding of findFindings(document, contents, DEFAULT_KNOWLEDGE)) {
      expect(finding.severity).toBe(FINDINGS[finding.code].severity);
      expect(finding.span.start).toBeLessThan(finding.span.end);
      expect(finding.span.end).toBeLessThanOrEqual(document.text.length);
      if (finding.about !== null) expect(keys.has(finding.about), finding.about).toBe(true);
    }
  });

  test('a suggestion that names a value names a field that can hold it', () => {
    const document = readText(fixturePack('ccag-31'));
    const records = new Map(packRecords(contents).map((record) => [record.key, record]));
    const offered = findFindings(document, contents, DEFAULT_KNOWLEDGE).filter(
      ({ suggestion }) => suggestion?.path !== undefined && suggestion.value !== undefined,
    );
    expect(offered.length).toBeGreaterThan(5);
    for (const { code, about, suggestion } of offered) {
      let node: unknown = records.get(about ?? '');
      for (const step of (suggestion?.path ?? '').split('.')) {
        if (typeof node === 'object' && node !== null && 'span' in node && 'value' in node) node = node.value;
        node = Object.entries(node ?? {}).find(([name]) => name === step)?.[1];
      }
      if (typeof node === 'object' && node !== null && 'span' in node && 'value' in node) node = node.value;
      const holds =
        typeof node === 'string' ||
        typeof node === 'number' ||
        (typeof node === 'object' && node !== null && 'precision' in node);
      expect(holds, `${code} ${about ?? ''} ${suggestion?.path ?? ''}`).toBe(true);
    }
  });

  test('nothing is unread, and coverage counts records only', () => {
    expect(contents.unread).toEqual([]);
    expect(contents.coverage).toBeGreaterThan(0.9);
    expect(contents.coverage + contents.structureCoverage).toBeCloseTo(1);
  });
});

describe('other packs', () => {
  test('the next month’s pack keeps the keys of what it carries on', () => {
    const before = new Set(packRecords(read(fixturePack('ccag-31'))).map((record) => record.key));
    const next = read(fixturePack('ccag-32-next-month'));
    expect(next.meeting?.key).toBe('meeting:CCAG-32');
    expect(next.actions.filter((action) => before.has(action.key)).map((action) => action.reference.raw)).toEqual([
      'CCAG28-02',
      'CCAG30-01',
    ]);
    expect(next.modifications.filter((change) => !before.has(change.key)).map((change) => change.key)).toEqual([
      'modification:BSC/P/501/',
    ]);
    expect(next.milestones.every((milestone) => before.has(milestone.key))).toBe(true);
    expect(next.horizon?.returns.find((one) => one.body === 'BSC')?.silent).toBe(false);
    expect(next.unread).toEqual([]);
  });

  test('a clean pack, and one of another group, raise no finding', () => {
    for (const name of ['ccag-40-clean', 'dag-18.1'] as const) {
      const document = readText(fixturePack(name));
      const contents = recognisePack(document, DEFAULT_KNOWLEDGE);
      expect(findFindings(document, contents, DEFAULT_KNOWLEDGE)).toEqual([]);
      expect(contents.unread).toEqual([]);
    }
  });

  test('an extra meeting of another group is read by the same structure', () => {
    const contents = read(fixturePack('dag-18.1'));
    expect(contents.meeting).toMatchObject({ key: 'meeting:DAG-18.1', extraordinary: true });
    expect(counts(contents)).toMatchObject({ agendaItems: 4, actions: 2, recommendations: 2, nextMeetings: 1 });
    expect(contents.horizon).toBeNull();
    expect(contents.nextMeetings[0]?.time?.value).toBe('13:00');
  });

  test('headings and tables as such say the same as lines and tabs', () => {
    const words = (contents: PackContents): string[] =>
      packRecords(contents)
        .map((record) =>
          JSON.stringify(record, (key, value: unknown) => (['span', 'spans', 'raw'].includes(key) ? undefined : value)),
        )
        .sort();
    for (const name of ['ccag-31', 'ccag-32-next-month', 'ccag-40-clean', 'dag-18.1'] as const) {
      const document = readMarkdown(asMarkdown(fixturePack(name)));
      const contents = recognisePack(document, DEFAULT_KNOWLEDGE);
      expect(words(contents)).toEqual(words(read(fixturePack(name))));
      expect(contents.unread.map((span) => document.text.slice(span.start, span.end))).toEqual([]);
      expect(lost(document, contents)).toBe('');
    }
  });

  test('text of another kind is unread, whole and in place', () => {
    const text = 'Dear all,\n\nplease find the notes attached.\n\na\tb\tc\nd\te\tf\n';
    const contents = read(text);
    expect(contents.coverage).toBe(0);
    expect(
      contents.unread
        .map((span) => text.slice(span.start, span.end))
        .join('')
        .replace(/\s/g, ''),
    ).toBe(text.replace(/\s/g, ''));
  });

  test('an unknown column of a known table stays unread', () => {
    const text =
      'Drafting Milestones\tTarget date\tForecast date\tStatus\tColour of tie\nDone (M5)\t1/5/25\t1/6/25\tGreen\tBlue\n';
    const contents = read(text);
    expect(contents.unread.map((span) => text.slice(span.start, span.end))).toEqual(['Blue']);
  });
});

describe('whatever the order and length', () => {
  const { front, sections } = cutPack(fixturePack('ccag-31'));

  test('sections in another order say the same', () => {
    const wanted = saying(read(joinPack(front, sections)));
    fc.assert(
      fc.property(fc.shuffledSubarray([...sections], { minLength: sections.length }), (shuffled) => {
        expect(saying(read(joinPack(front, shuffled)))).toEqual(wanted);
      }),
      { numRuns: 20 },
    );
  });

  test('a missing section takes only its own records away', () => {
    const withoutHorizon = sections.filter((section) => !section.startsWith('Horizon Scanning Log'));
    expect(withoutHorizon).toHaveLength(sections.length - 1);
    const contents = read(joinPack(front, withoutHorizon));
    expect(counts(contents)).toMatchObject({ agendaItems: 10, actions: 6, modifications: 0, issues: 0, milestones: 5 });
    expect(contents.agendaItems[3]?.section).toBeNull();
    expect(contents.horizon).toBeNull();
  });

  test('without an agenda the sections stand for its items', () => {
    const contents = read(joinPack('Cross Code Advisory Group #31\n\n26 June 2024', sections));
    expect(contents.agendaItems.map((item) => item.title.value)).toEqual(
      contents.sections.map((section) => section.title.value),
    );
    expect(contents.agendaItems).toHaveLength(9);
    expect(contents.modifications).toHaveLength(8);
  });

  test('any beginning of a pack is read without loss', () => {
    const text = fixturePack('ccag-31');
    fc.assert(
      fc.property(fc.nat(text.length), (length) => {
        const document = readText(text.slice(0, length));
        const contents = recognisePack(document, DEFAULT_KNOWLEDGE);
        findFindings(document, contents, DEFAULT_KNOWLEDGE);
        expect(lost(document, contents)).toBe('');
        expect(contents.coverage).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  });

  test('any lines of packs, thrown together, are read without loss, the same each time, under unique keys', () => {
    const lines = [fixturePack('ccag-31'), fixturePack('dag-18.1')].flatMap((text) => text.split('\n'));
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...lines), { maxLength: 60 }), (thrown) => {
        const document = readText(thrown.join('\n'));
        const contents = recognisePack(document, DEFAULT_KNOWLEDGE);
        expect(lost(document, contents)).toBe('');
        expect(recognisePack(document, DEFAULT_KNOWLEDGE)).toEqual(contents);
        const keys = packRecords(contents).map((record) => record.key);
        expect(new Set(keys).size).toBe(keys.length);
        findFindings(document, contents, DEFAULT_KNOWLEDGE);
      }),
      { numRuns: 100 },
    );
  });

  test('every field’s raw words stand where its span says', () => {
    const document = readText(fixturePack('ccag-31'));
    expect(documentFaults(document)).toEqual([]);
    const wrong: string[] = [];
    const visit = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      if ('raw' in value && 'span' in value && typeof value.raw === 'string') {
        const span = value.span as { start: number; end: number };
        if (!document.text.slice(span.start, span.end).includes(value.raw)) wrong.push(value.raw);
      }
      Object.values(value).forEach(visit);
    };
    packRecords(recognisePack(document, DEFAULT_KNOWLEDGE)).forEach(visit);
    expect(wrong).toEqual([]);
  });
});

const REAL = new URL('../../../../shared/data/packs/ccag-12-2022-11-23.txt', import.meta.url);

describe.runIf(existsSync(REAL))('the real pack of CCAG 12', () => {
  const document = readText(existsSync(REAL) ? readFileSync(REAL, 'utf8') : '');
  const contents = recognisePack(document, DEFAULT_KNOWLEDGE);

  test('everything in it becomes a record', () => {
    expect(contents.meeting).toMatchObject({ key: 'meeting:CCAG-12', date: { value: '2022-11-23' } });
    expect(contents.agendaItems[0]?.start?.value).toBe('10:00');
    expect(contents.agendaItems[9]?.end?.value).toBe('11:35');
    expect(counts(contents)).toEqual({
      agendaItems: 10,
      actions: 10,
      updates: 3,
      programmeUpdates: 4,
      modifications: 18,
      issues: 1,
      changeRequests: 1,
      recommendations: 7,
      freezeOptions: 3,
      statements: 2,
      deliverables: 4,
      risks: 4,
      milestones: 14,
      groupUpdates: 1,
      nextMeetings: 2,
      nextSteps: 1,
    });
    expect(contents.horizon?.returns.map((one) => [one.body, one.modifications.length, one.issues.length])).toEqual([
      ['BSC', 0, 0],
      ['DCUSA', 2, 0],
      ['REC', 14, 1],
      ['SEC', 2, 0],
    ]);
    expect(contents.changeRequests[0]).toMatchObject({
      assessmentStart: { value: '2022-11-02' },
      assessmentEnd: { value: '2022-11-16' },
      cost: { value: 60_000 },
      schedule: { value: { from: 8, to: 12 } },
      affectedMilestone: { value: 'M6' },
    });
    expect(contents.recommendations.filter((one) => one.condition !== null)).toHaveLength(5);
    expect(contents.unread).toEqual([]);
    expect(contents.coverage).toBeGreaterThan(0.97);
    expect(lost(document, contents)).toBe('');
  });

  test('every trap of it is found', () => {
    expect(codesFound(document)).toMatchObject({
      'impossible-date': 2,
      'footnoted-date': 2,
      'several-decisions-in-one-cell': 1,
      'action-raised-off-meeting': 3,
      'out-of-sequence-raised-date': 2,
      'ambiguous-reference': 1,
      'reference-spelled-variously': 2,
      'second-reference': 1,
      'contradictory-dates': 1,
      'stale-log': 1,
      'silent-code-body': 1,
      'label-swallowed-value': 2,
      'proposed-closure': 8,
      'identifier-repeats': 1,
      'blank-impact': 1,
      'odd-time': 1,
      'forecast-copies-target': 14,
      'purpose-differs': 1,
      'title-differs': 1,
    });
  });
});

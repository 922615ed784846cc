import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BSC, HOUSE_STYLES, REC, SEC, UK_ACT, UNC, US_CODE } from '../house-styles/index.ts';
import type { HouseStyle } from '../house-styles/model.ts';
import { readPlainText } from '../outline/read-plain-text.ts';
import { Text } from '../text.ts';
import { Version } from '../version.ts';
import { references, referencesIn } from './references.ts';

const read = (style: HouseStyle, text: string): Version => {
  const result = readPlainText(text, style);
  if (result.kind === 'failed') throw new Error(result.failure.message);
  return result.value.version;
};

const BSC_TEXT = `SECTION S: METERS

1. GENERAL

1.1 Introduction

1.1.1 Words.

2. READING

2.1 First.

2.2 Second:
  (a) one;
  (b) two:
    (i) three;
    (ii) four.

2.3 Third.

2.4 Not used.

SECTION T: TRADING

1. GENERAL

2. RULES

2.1 First of T.

ANNEX S-2: MORE

1. MORE

1.1 In the annex.
`;

/** What words lead to, as they would from a provision: `words → ids`, with the state where it is not resolved. */
const leads = (style: HouseStyle, version: Version, from: string, words: string): string[] =>
  referencesIn(Text.of(words), { version, style, from }).map(({ words: cited, state, target, targets, document }) =>
    `${cited} → ${state === 'resolved' ? '' : `${state} `}${document ?? ''}${targets.length > 1 ? targets.join('+') : (target ?? '')}`.trim(),
  );

describe('references in the BSC', () => {
  const version = read(BSC, BSC_TEXT);
  const inS = (words: string): string[] => leads(BSC, version, 'section-S/2/2.1', words);

  it('are resolved within the Section, and across Sections and Annexes', () => {
    expect(inS('subject to paragraph 2.2(b)(ii) and Section T2.1')).toEqual([
      'paragraph 2.2(b)(ii) → section-S/2/2.2/(b)/(ii)',
      'Section T2.1 → section-T/2/2.1',
    ]);
    expect(inS('paragraph 1.1 of Annex S-2')).toEqual(['paragraph 1.1 of Annex S-2 → section-T/annex-S-2/1/1.1']);
    expect(inS('see S 2.2(a) and T2.1')).toEqual(['S 2.2(a) → section-S/2/2.2/(a)', 'T2.1 → section-T/2/2.1']);
    expect(leads(BSC, version, 'section-T/2', 'paragraph 2.1')).toEqual(['paragraph 2.1 → section-T/2/2.1']);
  });

  it('are read in lists and ranges', () => {
    expect(inS('paragraphs 1.1, 2.2(a) and 2.1 to 2.3')).toEqual([
      'paragraphs 1.1 → section-S/1/1.1',
      '2.2(a) → section-S/2/2.2/(a)',
      '2.1 → section-S/2/2.1',
      '2.3 → section-S/2/2.2+section-S/2/2.3',
    ]);
  });

  it('may be relative', () => {
    const from = 'section-S/2/2.2/(b)/(i)';
    expect(leads(BSC, version, from, 'this Section, sub-paragraph (ii), paragraph (a) above')).toEqual([
      'this Section → section-S',
      'sub-paragraph (ii) → section-S/2/2.2/(b)/(ii)',
      'paragraph (a) → section-S/2/2.2/(a)',
    ]);
  });

  it('are found to dangle, to lead to stubs, to themselves, and to other documents', () => {
    expect(inS('paragraph 2.9, paragraph 2.4, paragraph 2.1')).toEqual([
      'paragraph 2.9 → dangling',
      'paragraph 2.4 → repealed section-S/2/2.4',
      'paragraph 2.1 → self-made section-S/2/2.1',
    ]);
    expect(inS('paragraph 2.2(c)')).toEqual(['paragraph 2.2(c) → dangling']);
    expect(inS('section 12(3) of the Electricity Act 1989, and section 4 of the Act')).toEqual([
      'section 12(3) of the Electricity Act 1989 → external Electricity Act 1989',
      'section 4 of the Act → external Act',
    ]);
  });

  it('lead into another code that is given', () => {
    const rec = read(REC, 'SCHEDULE 5: CHANGES\n\n1. Rules\n\n1.1 Words.');
    const also = [{ names: ['REC', 'Retail Energy Code'], version: rec, style: REC }];
    const [reference] = referencesIn(Text.of('Paragraph 1.1 of Schedule 5 of the Retail Energy Code'), {
      version,
      style: REC,
      from: 'section-S',
      also,
    });
    expect(reference).toMatchObject({ state: 'resolved', target: 'schedule-5/1/1.1', document: 'Retail Energy Code' });
  });

  it('are told apart where a number stands twice', () => {
    const twice = read(BSC, '1. A\n\n1.1 One.\n\n1.1 Again.');
    expect(leads(BSC, twice, 'text', 'paragraph 1.1')).toEqual(['paragraph 1.1 → ambiguous 1/1.1+1/1.1~2']);
  });
});

describe('references in other styles', () => {
  it('REC: Paragraphs of Schedules', () => {
    const version = read(
      REC,
      '1. Body\n\n1.1 Words.\n\nSCHEDULE 5: CHANGES\n\n1. Rules\n\n1.1 Words:\n(a) one.\n\nSCHEDULE 6: MORE\n\n1. Rules\n\n1.1 Words.',
    );
    expect(
      leads(
        REC,
        version,
        'schedule-6/1',
        'Paragraph 1.1, Paragraph 1.1(a) of REC Schedule 5, Clause 1.1 and Schedule 9',
      ),
    ).toEqual([
      'Paragraph 1.1 → schedule-6/1/1.1',
      'Paragraph 1.1(a) of REC Schedule 5 → schedule-5/1/1.1/(a)',
      'Clause 1.1 → schedule-6/1/1.1',
      'Schedule 9 → dangling',
    ]);
  });

  it('SEC: the letter is part of the number', () => {
    const version = read(
      SEC,
      'SECTION H: SERVICES\n\nH14 Testing\n\nH14.31 Words:\n(a) one.\n\nSECTION X: TRANSITION\n\nX2 Effect\n\nX2.4 Words.',
    );
    expect(leads(SEC, version, 'section-X/X2', 'Sections X2.4 and H14.31(a), Section H and Section H99.1')).toEqual([
      'Sections X2.4 → section-X/X2/X2.4',
      'H14.31(a) → section-H/H14/H14.31/(a)',
      'Section H → section-H',
      'Section H99.1 → dangling',
    ]);
  });

  it('UNC: documents, Sections and paragraphs in one citation', () => {
    const version = read(
      UNC,
      'DOCUMENT TPD: Transportation\n\nSECTION V: GENERAL\n\n3. Code\n\n3.1 Words.\n\nDOCUMENT GTD: General\n\nSECTION B: GENERAL\n\n3. Words\n\n3.1 Words.\n\n3.1.4 Words:\n(a) a;\n(b) b.',
    );
    expect(
      leads(UNC, version, 'document-GTD/section-B/3', 'TPD Section V 3.1, TPD V3.1, Section B paragraph 3.1.4(b)'),
    ).toEqual([
      'TPD Section V 3.1 → document-TPD/section-V/3/3.1',
      'TPD V3.1 → document-TPD/section-V/3/3.1',
      'Section B paragraph 3.1.4(b) → document-GTD/section-B/3/3.1/3.1.4/(b)',
    ]);
  });

  it('UNC: a document by its name over the text, and the documents that are elsewhere', () => {
    const words = 'TPD Section M 1.1, Section M1.1, TPD Section M paragraph 1.1 and Section GTD paragraph 3.1(a)';
    const section = 'SECTION M – LAMPS\n\n1 General\n\n1.1 Words.';
    const named = read(UNC, `UNIFORM NETWORK CODE – TRANSPORTATION PRINCIPAL DOCUMENT\n\n${section}`);
    expect(leads(UNC, named, 'section-M/1', words)).toEqual([
      'TPD Section M 1.1 → section-M/1/1.1',
      'Section M1.1 → section-M/1/1.1',
      'TPD Section M paragraph 1.1 → section-M/1/1.1',
      'Section GTD paragraph 3.1(a) → external GTD',
    ]);
    expect(leads(UNC, read(UNC, section), 'section-M/1', 'TPD Section M 1.1')).toEqual([
      'TPD Section M 1.1 → external TPD',
    ]);
  });

  it('Acts: sections, subsections and paragraphs of Schedules', () => {
    const version = read(
      UK_ACT,
      '1 Duty\n\n(1) A person must—\n(a) act, or\n(b) not.\n(2) Words.\n\n12 Power\n\n(3) Words—\n(b) one.\n\nSCHEDULE 2: More\n\n4 Words.',
    );
    expect(
      leads(
        UK_ACT,
        version,
        '1/(2)',
        'subsection (1)(a) or (b), section 12(3)(b), paragraph 4 of Schedule 2, Schedule 2, paragraph 4, and section 2 of that Act',
      ),
    ).toEqual([
      'subsection (1)(a) → 1/(1)/(a)',
      '(b) → 1/(1)/(b)',
      'section 12(3)(b) → 12/(3)/(b)',
      'paragraph 4 of Schedule 2 → schedule-2/4',
      'Schedule 2, paragraph 4 → schedule-2/4',
      'section 2 of that Act → external that Act',
    ]);
  });

  it('American codes: lists after §§, subsections of this section, chapters of titles', () => {
    const version = read(
      US_CODE,
      'TITLE 2: Government\n\nCHAPTER 5: Procedure\n\n§ 2-501. First.\n(a) Words:\n(1) one;\n(2) two.\n(b)(1) Words.\n\n§ 2-502. Second.\nRepealed.\n\n§ 2-503.01. Third.\nWords.',
    );
    const from = 'title-2/chapter-5/§ 2-501/(b)/(1)';
    expect(
      leads(
        US_CODE,
        version,
        from,
        '§§ 2-502 and 2-503.01; subsection (a)(1) or (2) of this section; chapter 5 of title 2; 26 U.S.C. § 501(c)(3); § 2-501(a)',
      ),
    ).toEqual([
      '§§ 2-502 → repealed title-2/chapter-5/§ 2-502',
      '2-503.01 → title-2/chapter-5/§ 2-503.01',
      'subsection (a)(1) → title-2/chapter-5/§ 2-501/(a)/(1)',
      '(2) → title-2/chapter-5/§ 2-501/(a)/(2)',
      'chapter 5 of title 2 → title-2/chapter-5',
      '§ 501(c)(3) → external U.S.C.',
      '§ 2-501(a) → title-2/chapter-5/§ 2-501/(a)',
    ]);
  });

  it('marks are references where words alone are none', () => {
    const version = read(US_CODE, '§ 2-501. First.\nWords.\n\n§ 2-502. Second.\nWords.');
    const text = Text.of('as in 2-502 and there', [{ kind: 'reference', start: 6, end: 11, attributes: {} }]);
    expect(referencesIn(text, { version, style: US_CODE, from: '§ 2-501' })).toMatchObject([
      { words: '2-502', target: '§ 2-502', state: 'resolved' },
    ]);
  });
});

describe('a Schedule of an Act', () => {
  it('cites the sections of the Act as sections, and its own paragraphs as paragraphs', () => {
    const version = read(
      UK_ACT,
      '1 Lamps\n\n(1) Words.\n\n2 Wicks\n\n(1) Words.\n\nSCHEDULE 1\n\n1 A lamp.\n\n2 (1) A wick.',
    );
    expect(leads(UK_ACT, version, 'schedule-1/1', 'section 2(1), section 1 and paragraph 2(1)')).toEqual([
      'section 2(1) → 2/(1)',
      'section 1 → 1',
      'paragraph 2(1) → schedule-1/2/(1)',
    ]);
  });
});

describe('marks that name what they mean', () => {
  it('count where words alone lead nowhere', () => {
    const version = read(BSC, '1. A\n\n1.1 Words.\n\n1.2 Words.');
    const words = 'see paragraph 9.9 and there';
    const text = Text.of(words, [
      { kind: 'reference', start: 4, end: 17, attributes: { href: '#1/1.1' } },
      { kind: 'reference', start: 22, end: 27, attributes: { target: '1/1.2' } },
    ]);
    expect(
      referencesIn(text, { version, style: BSC, from: '1/1.1' }).map(({ words: cited, target }) => [cited, target]),
    ).toEqual([
      ['paragraph 9.9', '1/1.1'],
      ['there', '1/1.2'],
    ]);
  });

  it('may name an eId', () => {
    const { root } = read(BSC, '1. A\n\n1.1 Words.');
    const made = Version.of(
      root.with({ children: root.children.map((each) => each.with({ attributes: { eId: 'sec_1' } })) }),
    );
    if (made.kind === 'failed') throw new Error(made.failure.message);
    const text = Text.of('as there', [{ kind: 'reference', start: 3, end: 8, attributes: { href: '#sec_1' } }]);
    expect(referencesIn(text, { version: made.value, style: BSC, from: '1/1.1' })).toMatchObject([
      { target: '1', state: 'resolved' },
    ]);
  });
});

describe('all references of a version', () => {
  it('are found by what they lead to', () => {
    const version = read(BSC, '1. A\n\n1.1 See paragraph 1.2.\n\n1.2 See paragraphs 1.1 and 1.3.\n\n1.3 Words.');
    const all = references(version, BSC);
    expect(all.to('1/1.1').map(({ from }) => from)).toEqual(['1/1.2']);
    expect(all.to('1/1.3').map(({ from }) => from)).toEqual(['1/1.2']);
    expect(all.from('1/1.2')).toHaveLength(2);
    expect(all.broken).toEqual([]);
  });

  it('never throw and never reach outside the words, however hostile', () => {
    const version = read(BSC, BSC_TEXT);
    const piece = fc.oneof(
      fc.constantFrom(
        'paragraph ',
        'Section ',
        '§§ ',
        '2.1',
        '(a)',
        '(i)',
        ', ',
        ' and ',
        ' to ',
        ' of ',
        'this ',
        'the Act',
        'S',
        ' 2.3.1',
      ),
      fc.string({ maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...HOUSE_STYLES), fc.array(piece, { maxLength: 30 }), (style, pieces) => {
        const words = pieces.join('');
        for (const each of referencesIn(Text.of(words), { version, style, from: 'section-S/2/2.2/(a)' })) {
          expect(each.start).toBeLessThan(each.end);
          expect(words.slice(each.start, each.end)).toBe(each.words);
        }
      }),
    );
  });

  it.each([
    ['paragraph '.repeat(100_000)],
    ['paragraph 1.1, '.repeat(50_000)],
    [`paragraphs ${'1.1, '.repeat(100_000)}`],
    [`section 1 of the ${'A'.repeat(1_000_000)}`],
    [`section 1 of the ${'Aaa '.repeat(200_000)}`],
    ['§'.repeat(300_000)],
    [`§ 1${'(a)'.repeat(300_000)}`],
    [`§ ${'1.'.repeat(300_000)}`],
    ['A'.repeat(1_000_000)],
    ['of of of section 1 of '.repeat(20_000)],
  ])('hostile words end within bounds', (words) => {
    const version = read(BSC, BSC_TEXT);
    for (const style of [BSC, US_CODE]) referencesIn(Text.of(words), { version, style, from: 'section-S' });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BSC, HOUSE_STYLES, REC, UK_ACT, US_CODE } from '../house-styles/index.ts';
import type { HouseStyle } from '../house-styles/model.ts';
import type { Provision } from '../provision.ts';
import { PROPERTY_RUNS } from '../testing/runs.ts';
import { Version } from '../version.ts';
import { readPlainText } from './read-plain-text.ts';
import type { Outline } from './read-outline.ts';
import { conformingVersions } from './testing.ts';
import { writePlainText } from './write-plain-text.ts';

const read = (style: HouseStyle, text: string): Outline => {
  const result = readPlainText(text, style);
  if (result.kind === 'failed') throw new Error(result.failure.message);
  return result.value;
};

/** A version as lines a person can check: number, heading in capitals signs, words, tail. */
function sketch(version: Version): string[] {
  const lines: string[] = [];
  const walk = (provision: Provision, depth: number): void => {
    const heading = provision.heading.isEmpty ? '' : ` [${provision.heading.words}]`;
    const label = provision.number === '' ? provision.kind : provision.number;
    lines.push(`${'  '.repeat(depth)}${label}${heading}${provision.text.isEmpty ? '' : ` ${provision.text.words}`}`);
    for (const child of provision.children) walk(child, depth + 1);
    if (!provision.tail.isEmpty) lines.push(`${'  '.repeat(depth)}… ${provision.tail.words}`);
  };
  for (const child of version.root.children) walk(child, 0);
  return lines;
}

const whatIsDoubted = (outline: Outline): string[] => outline.doubts.map((doubt) => `${doubt.line}: ${doubt.what}`);

describe('reading plain text', () => {
  it('keeps Roman numbers in their list where one of them is left out', () => {
    const outline = read(
      BSC,
      '1. GENERAL\n\n1.1 Data is:\n\n(a) sent; or\n\n(b) kept:\n\n(i) here; or\n\n(iii) there.\n',
    );
    expect(sketch(outline.version).slice(-2)).toEqual(['      (i) here; or', '      (iii) there.']);
    expect(whatIsDoubted(outline)).toEqual(['11: number-out-of-sequence']);
  });

  it('doubts a number out of sequence that it takes for words', () => {
    const outline = read(BSC, '1. ALPHA\n\n1.1 One.\n\n2. BETA\n\n1.9 of something else.\n');
    expect(whatIsDoubted(outline)).toEqual(['7: number-or-words']);
  });

  it('takes levels from numbers, joins wrapped lines and finds closing words', () => {
    const outline = read(
      BSC,
      `SECTION S: METERS

1. GENERAL

1.1 Introduction

1.1.1 This Section sets out the rules for
meters, and for those who read them.

1.1.2 A Supplier shall:
  (a) keep each meter in order; and
  (b) where a meter fails:
     (i) replace it; or
     (ii) repair it,
  and shall tell the Operator.
2. READING
2.1 A meter shall be read each month.
`,
    );
    expect(sketch(outline.version)).toEqual([
      'S [METERS]',
      '  1 [GENERAL]',
      '    1.1 [Introduction]',
      '      1.1.1 This Section sets out the rules for meters, and for those who read them.',
      '      1.1.2 A Supplier shall:',
      '        (a) keep each meter in order; and',
      '        (b) where a meter fails:',
      '          (i) replace it; or',
      '          (ii) repair it,',
      '      … and shall tell the Operator.',
      '  2 [READING]',
      '    2.1 A meter shall be read each month.',
    ]);
    expect(outline.doubts).toEqual([]);
    expect(outline.version.root.children[0]?.children[0]?.children[0]?.children[1]?.children[1]?.children[0]?.id).toBe(
      'section-S/1/1.1/1.1.2/(b)/(i)',
    );
  });

  it('tells the letter (i) from the Roman one by what follows', () => {
    const letters = Array.from('abcdefgh')
      .map((letter) => `(${letter}) words;`)
      .join('\n');
    const asLetter = read(BSC, `1. Rules\n\n1.1 These are:\n${letters}\n(i) words;\n(j) words.`);
    expect(sketch(asLetter.version).at(-2)).toBe('    (i) words;');
    expect(asLetter.doubts).toEqual([]);
    const asRoman = read(BSC, `1. Rules\n\n1.1 These are:\n${letters}\n(i) words;\n(ii) words.\n(i) words.`);
    expect(sketch(asRoman.version).at(-3)).toBe('      (i) words;');
  });

  it('says so when nothing tells', () => {
    const letters = Array.from('abcdefgh')
      .map((letter) => `(${letter}) words;`)
      .join('\n');
    expect(whatIsDoubted(read(BSC, `1. Rules\n\n1.1 These are:\n${letters}\n(i) words.`))).toEqual([
      '12: letter-or-roman',
    ]);
  });

  it('doubts a number out of sequence, a level that is jumped and words before any number', () => {
    const outline = read(
      BSC,
      `Some words about this text.\n\n1. Rules\n\n1.1 First rule.\n\n1.4 Later rule.\n\n1.2 Earlier rule.\n\n3.1.1 Stray rule.`,
    );
    expect(whatIsDoubted(outline)).toEqual([
      '1: text-before-first-number',
      '7: number-out-of-sequence',
      '9: number-out-of-sequence',
      '11: number-out-of-sequence',
    ]);
    expect(outline.doubts[1]?.sentence).toContain('“1.4” does not go on from “1.1”');
  });

  it('takes inserted numbers as what they are', () => {
    const outline = read(BSC, '1. Rules\n\n1.1 One.\n1.1A Two.\n1.1B Three.\n1.2 Four:\n(a) a;\n(aa) b;\n(b) c.');
    expect(outline.doubts).toEqual([]);
    expect(sketch(outline.version)).toHaveLength(8);
  });

  it('leaves numbers in the middle of a sentence alone', () => {
    const outline = read(
      BSC,
      '1. Rules\n\n1.1 The notice runs for\n14 days from paragraph\n(b) above, or\n2.5 per cent of the charge.',
    );
    expect(sketch(outline.version)).toEqual([
      '1 [Rules]',
      '  1.1 The notice runs for 14 days from paragraph (b) above, or 2.5 per cent of the charge.',
    ]);
  });

  it('finds definitions, with lists of their own', () => {
    const outline = read(
      REC,
      '1. Interpretation\n\n1.1 In this Code:\n\n“Advanced Meter” means a meter that:\n(a) stores readings; and\n(b) sends them.\n“Day” means a calendar day.\n\n1.2 Headings count for nothing.',
    );
    expect(sketch(outline.version)).toEqual([
      '1 [Interpretation]',
      '  1.1 In this Code:',
      '    definition “Advanced Meter” means a meter that:',
      '      (a) stores readings; and',
      '      (b) sends them.',
      '    definition “Day” means a calendar day.',
      '  1.2 Headings count for nothing.',
    ]);
  });

  it('reads schedules, paragraphs in them, and tables of pipes and of tabs', () => {
    const outline = read(
      REC,
      '1. Rules\n\nSCHEDULE 5 – Changes\n\n1. Times\n\n1.1 The times are:\n\n| Step | Days |\n|---|---|\n| One | 5 |\n\n1.2 The rates are:\n\nName\tRate\nBase\t3',
    );
    expect(sketch(outline.version)).toEqual([
      '1 Rules',
      '5 [Changes]',
      '  1 [Times]',
      '    1.1 The times are:',
      '      table',
      '        row',
      '          cell Step',
      '          cell Days',
      '        row',
      '          cell One',
      '          cell 5',
      '    1.2 The rates are:',
      '      table',
      '        row',
      '          cell Name',
      '          cell Rate',
      '        row',
      '          cell Base',
      '          cell 3',
    ]);
    expect(outline.version.root.children[1]?.children[0]?.kind).toBe('paragraph');
    expect(outline.version.root.children[0]?.kind).toBe('clause');
  });

  it('reads Acts, with two numbers on one line and Schedules that begin afresh', () => {
    const outline = read(
      UK_ACT,
      'PART 1\n\n1 Duty to measure\n\n(1) A person must measure—\n(a) daily, or\n(b) weekly.\n(2) In this section “person” means anyone.\n\n2.—(1) This Act extends to all.\n(2) It binds the Crown.\n\nSCHEDULE 1: Measures\n\n1 (1) The first measure is this.\n(2) The second is that.\n2 A third.',
    );
    expect(sketch(outline.version)).toEqual([
      '1',
      '  1 [Duty to measure]',
      '    (1) A person must measure—',
      '      (a) daily, or',
      '      (b) weekly.',
      '    (2) In this section “person” means anyone.',
      '  2',
      '    (1) This Act extends to all.',
      '    (2) It binds the Crown.',
      '1 [Measures]',
      '  1',
      '    (1) The first measure is this.',
      '    (2) The second is that.',
      '  2 A third.',
    ]);
    expect(outline.doubts).toEqual([]);
  });

  it('reads American codes, in which any level may be left out', () => {
    const outline = read(
      US_CODE,
      'TITLE 47: Taxation\n\nCHAPTER 18: Income\n\n§ 47-1801.04. Definitions.\nFor this chapter:\n(1) “Base” means:\n(A) the first;\n(B) the second, of which:\n(i) one; and\n(ii) two.\n(1A) “Rate” means three.\n\n§ 47-1801.05. Rules.\n(a)(1) One rule.\n(2) Two.\n(b) Three.',
    );
    expect(sketch(outline.version)).toEqual([
      '47 [Taxation]',
      '  18 [Income]',
      '    § 47-1801.04 [Definitions.] For this chapter:',
      '      (1) “Base” means:',
      '        (A) the first;',
      '        (B) the second, of which:',
      '          (i) one; and',
      '          (ii) two.',
      '      (1A) “Rate” means three.',
      '    § 47-1801.05 [Rules.]',
      '      (a)',
      '        (1) One rule.',
      '        (2) Two.',
      '      (b) Three.',
    ]);
    expect(outline.doubts).toEqual([]);
  });
});

describe('what groups provisions and what stands among them', () => {
  it('is a container where a full stop ends its number and its heading', () => {
    const outline = read(
      US_CODE,
      'Title 9. Lamps.\n\nChapter 3. Wicks.\n\n§ 9-301. Terms.\n(a) Words.\n\nChapter 4. Oil.\n\n§ 9-401. Rules.\n(a) As in chapter 3.',
    );
    expect(sketch(outline.version).filter((line) => !line.includes('('))).toEqual([
      '9 [Lamps.]',
      '  3 [Wicks.]',
      '    § 9-301 [Terms.]',
      '  4 [Oil.]',
      '    § 9-401 [Rules.]',
    ]);
    const sentence = read(US_CODE, '§ 9-301. Terms.\n\nChapter 3. It shall apply to wicks.');
    expect(sketch(sentence.version)).toEqual(['§ 9-301 [Terms.] Chapter 3. It shall apply to wicks.']);
  });

  it('is called a table where it is one', () => {
    const outline = read(BSC, '1. Fees\n\n1.1 Each Party shall:\n\n(a) pay as follows.\n\n| Band | Fee |\n| One | 5 |');
    expect(outline.doubts.map(({ sentence }) => sentence)).toEqual([
      'Line 7: this table may close “1.1” or go on with “(a)”; taken to close the first.',
    ]);
  });
});

describe('writing plain text', () => {
  it('gives a text that reads as an equal version', () => {
    fc.assert(
      fc.property(conformingVersions(), ({ style, version }) => {
        const written = writePlainText(version, style);
        const again = read(style, written.text);
        expect(sketch(again.version)).toEqual(sketch(version));
        expect(again.version.hash).toBe(version.hash);
        expect(written.exact).toBe(true);
        expect(again.doubts.filter(({ what }) => what !== 'text-before-first-number')).toEqual([]);
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('reading what was read and written comes to rest', () => {
    const line = fc.tuple(
      fc.constantFrom('', '  ', '    ', '\t'),
      fc.constantFrom(
        '',
        '1. ',
        '1.1 ',
        '1.2 ',
        '2. ',
        '(a) ',
        '(b) ',
        '(i) ',
        '(ii) ',
        '(1) ',
        '(A) ',
        '§ 1-101. ',
        'SCHEDULE 1: ',
        '“Term” means ',
        '| a | ',
      ),
      fc.constantFrom('Some words', 'words that end.', 'These are:', 'and so on', '', 'b |', 'one\ttwo'),
      fc.constantFrom('\n', '\n\n', '\r\n'),
    );
    fc.assert(
      fc.property(fc.constantFrom(...HOUSE_STYLES), fc.array(line, { maxLength: 25 }), (style, lines) => {
        const first = read(style, lines.flat().join(''));
        const written = writePlainText(first.version, style);
        const again = read(style, written.text);
        expect(written.exact).toBe(again.version.hash === first.version.hash);
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('says what plain text cannot hold', () => {
    const { version } = read(BSC, '1. Rules\n\n1.1 Words.');
    const marked = version.root.with({ attributes: { source: 'x' } });
    const withAttributes = Version.of(marked);
    if (withAttributes.kind === 'failed') throw new Error(withAttributes.failure.message);
    expect(writePlainText(withAttributes.value, BSC)).toMatchObject({
      exact: false,
      losses: [{ what: 'attributes', provision: 'text' }],
    });
  });
});

describe('hostile text', () => {
  it('never throws', () => {
    fc.assert(
      fc.property(fc.constantFrom(...HOUSE_STYLES), fc.string({ unit: 'binary', maxLength: 400 }), (style, text) => {
        expect(readPlainText(text, style).kind).toBe('ok');
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it.each([
    ['one line of five million characters', 'x'.repeat(5_000_000)],
    ['one line of five million brackets', '('.repeat(5_000_000)],
    ['five million digits and points', '1.'.repeat(2_500_000)],
    [
      'a hundred thousand levels of digits',
      Array.from({ length: 3000 }, (_, index) => '1.'.repeat(index % 400) + '1').join('\n'),
    ],
    [
      'definitions ever further in',
      Array.from({ length: 3000 }, (_, index) => `${' '.repeat(index)}“T” means`).join('\n'),
    ],
    ['the same letter again and again', '(a) x\n'.repeat(100_000)],
    ['(i) a hundred thousand times after (h)', `(h) x\n${'(i)\n'.repeat(20_000)}`],
    ['a table of one row without end', `|${' a |'.repeat(200_000)}`],
    ['spaces', ' '.repeat(3_000_000)],
    ['quotes that never close', '“'.repeat(1_000_000)],
    ['wrapped lines without end', 'word\n'.repeat(300_000)],
  ])('%s is read within bounds', (_name, text) => {
    for (const style of [BSC, US_CODE]) {
      const result = readPlainText(text, style);
      expect(result.kind).toBe('ok');
    }
  });
});

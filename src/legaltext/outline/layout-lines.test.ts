import { describe, expect, it } from 'vitest';
import { check } from '../check/check.ts';
import { BSC, UK_ACT } from '../house-styles/index.ts';
import type { HouseStyle } from '../house-styles/model.ts';
import { provisionsUnder, type Provision } from '../provision.ts';
import type { Outline } from './read-outline.ts';
import { readMarkdown } from './read-markdown.ts';
import { readPlainText } from './read-plain-text.ts';
import { writePlainText } from './write-plain-text.ts';

const read = (style: HouseStyle, text: string): Outline => {
  const result = readPlainText(text, style);
  if (result.kind === 'failed') throw new Error(result.failure.message);
  return result.value;
};

/** Kind, number, heading and words of every provision, in reading order. */
const listed = ({ version }: Outline): string[] =>
  [...provisionsUnder(version.root)].map(({ kind, number, heading, text }: Provision) =>
    [kind, number, heading.isEmpty ? '' : `[${heading.words}]`, text.words].filter((part) => part !== '').join(' '),
  );

const ACT = `Wicks Act 2031

2031 CHAPTER 7

An Act to make provision about wicks.

PART 1

TRIMMERS

1 Trimming

(1) A trimmer must trim each wick listed in Schedule 1.

PART 2

FINAL

2 Extent

(1) Section 1 extends to Wales.

SCHEDULES

SCHEDULE 1 Section 1(1)

LISTED WICKS

1 A long wick.

SCHEDULE 2

Sections 1 and 2

OTHER WICKS

1 A short wick.
`;

describe('reading an Act as it is printed', () => {
  const outline = read(UK_ACT, ACT);

  it('knows its chapter, the headings under Parts and what stands beside and under the numbers of Schedules', () => {
    expect(listed(outline)).toEqual([
      'code [Wicks Act 2031] 2031 CHAPTER 7',
      'passage An Act to make provision about wicks.',
      'part 1 [TRIMMERS]',
      'section 1 [Trimming]',
      'subsection (1) A trimmer must trim each wick listed in Schedule 1.',
      'part 2 [FINAL]',
      'section 2 [Extent]',
      'subsection (1) Section 1 extends to Wales.',
      'schedules [SCHEDULES]',
      'schedule 1 [LISTED WICKS] Section 1(1)',
      'paragraph 1 A long wick.',
      'schedule 2 [OTHER WICKS] Sections 1 and 2',
      'paragraph 1 A short wick.',
    ]);
    expect(outline.doubts).toEqual([]);
    expect(writePlainText(outline.version, UK_ACT).exact).toBe(true);
  });

  it('finds no fault with it', () => {
    expect(check(outline.version, UK_ACT).findings).toEqual([]);
  });

  it.each(['2031 No. 14', '2031 No. 14 (W. 3)', '2031 asp 2', '10 & 11 Geo. 6 c. 44', '5 Eliz. 2 CHAPTER 12'])(
    'takes %s for what it is published as, and a number further on for a number',
    (published) => {
      expect(listed(read(UK_ACT, `${published}\n\n1 Wicks\n\n(1) Words.`)).slice(0, 2)).toEqual([
        `code ${published}`,
        'section 1 [Wicks]',
      ]);
      expect(listed(read(UK_ACT, '1 Will 4 wicks\n\n(1) Words.'))[1]).toBe('section 1 [Will 4 wicks]');
    },
  );

  it('begins the numbers afresh in an only Schedule, which has no number', () => {
    expect(listed(read(UK_ACT, '1 Wicks\n\n(1) Words.\n\nSCHEDULE\n\nSection 1\n\n1 A long wick.')).slice(3)).toEqual([
      'schedule [SCHEDULE] Section 1',
      'paragraph 1 A long wick.',
    ]);
  });
});

describe('a heading on the line under the number of a division', () => {
  it('is doubted where it is not in capitals, and is none where it stands further in or goes on', () => {
    const short = read(BSC, 'ANNEX S-1\n\nForms of notice\n\n1. Notices are written.');
    expect(listed(short)[1]).toBe('annex S-1 [Forms of notice]');
    expect(short.doubts.map(({ line, what }) => `${line}: ${what}`)).toEqual(['3: heading-or-words']);
    expect(listed(read(BSC, 'ANNEX S-1\n\n  Forms of notice\n\n1. Notices are written.'))[1]).toBe(
      'annex S-1 Forms of notice',
    );
    expect(listed(read(BSC, 'ANNEX S-1\n\nForms of notice\nmay be many.\n\n1. Notices are written.'))[1]).toBe(
      'annex S-1 Forms of notice may be many.',
    );
  });

  it('is one where Markdown says so', () => {
    const result = readMarkdown('## PART 1\n\n## Trimmers\n\n1 Trimming\n\n(1) Words.', UK_ACT);
    expect(result.kind === 'ok' && listed(result.value)[1]).toBe('part 1 [Trimmers]');
  });

  it('that may group provisions further on is taken as words, and doubted', () => {
    const outline = read(UK_ACT, '1 Wicks\n\n(1) Words of a sentence.\n\nFinal provisions\n\n2 Extent\n\n(1) Words.');
    expect(outline.doubts.map(({ sentence }) => sentence)).toEqual([
      'Line 5: “Final provisions” may be a heading of what follows; taken as words.',
    ]);
  });
});

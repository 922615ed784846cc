import { describe, expect, it } from 'vitest';
import { BSC, UK_ACT, US_CODE } from '../house-styles/index.ts';
import type { HouseStyle } from '../house-styles/model.ts';
import { readPlainText } from '../outline/read-plain-text.ts';
import { Provision, type ProvisionFields } from '../provision.ts';
import { Text } from '../text.ts';
import { Version } from '../version.ts';
import { printCitation } from './print-citation.ts';
import { references, referencesIn } from './references.ts';

const version = (root: Provision): Version => {
  const made = Version.of(root);
  if (made.kind === 'failed') throw new Error(made.failure.message);
  return made.value;
};

const provision = (
  id: string,
  { words = '', ...fields }: Partial<ProvisionFields> & { readonly kind: string; readonly words?: string },
): Provision => new Provision({ id, text: Text.of(words), ...fields });

const read = (style: HouseStyle, text: string): Version => {
  const result = readPlainText(text, style);
  if (result.kind === 'failed') throw new Error(result.failure.message);
  return result.value.version;
};

/** What words lead to, as they would from a provision. */
const leads = (style: HouseStyle, text: Version, from: string, words: Text | string, also = {}): string[] =>
  referencesIn(typeof words === 'string' ? Text.of(words) : words, { version: text, style, from, ...also }).map(
    (each) =>
      `${each.words} → ${each.state === 'resolved' ? '' : `${each.state} `}${each.document ?? each.target ?? ''}`.trim(),
  );

/** An Act that quotes sections 1 and 2 of another; its subsections are numbered without brackets, as in many sources. */
const AMENDING = version(
  new Provision({
    id: 'act',
    kind: 'act',
    children: [
      provision('s1', {
        kind: 'section',
        number: '1',
        children: [
          provision('s1-1', { kind: 'subsection', number: '1', words: 'First.' }),
          provision('s1-2', {
            kind: 'subsection',
            number: '2',
            words: 'Second—',
            children: [provision('s1-2-a', { kind: 'paragraph', number: 'a', words: 'one.' })],
          }),
        ],
      }),
      provision('s2', {
        kind: 'section',
        number: '2',
        words: 'In the Lamps Act 1999, insert—',
        children: [
          provision('quoted', {
            kind: 'quotedStructure',
            children: [
              provision('q1', { kind: 'section', number: '1', words: 'As in section 2 and section 77.' }),
              provision('q2', { kind: 'section', number: '2', words: 'Words.' }),
            ],
          }),
        ],
      }),
    ],
  }),
);

describe('quoted matter', () => {
  it('is not what is cited from outside it', () => {
    expect(leads(UK_ACT, AMENDING, 's2', 'section 1 and section 2(1)')).toEqual([
      'section 1 → s1',
      'section 2(1) → dangling',
    ]);
  });

  it('cites nothing of the text that quotes it', () => {
    expect(references(AMENDING, UK_ACT).all.map(({ from, words, state }) => `${from}: ${words} ${state}`)).toEqual([
      'q1: section 2 external',
      'q1: section 77 external',
    ]);
  });

  it('may be words between marks, or between quotation marks after an instruction', () => {
    const words = 'after section 1 insert section 9';
    const marked = Text.of(words, [{ kind: 'inline', start: 23, end: 32, attributes: { element: 'quotedText' } }]);
    expect(leads(UK_ACT, AMENDING, 's2', marked)).toEqual(['section 1 → s1', 'section 9 → external']);
    expect(leads(UK_ACT, AMENDING, 's2', 'for “section 8” substitute "section 9"; “section 7” stays')).toEqual([
      'section 8 → external',
      'section 9 → external',
      'section 7 → dangling',
    ]);
  });
});

describe('numbers without their brackets', () => {
  it('are cited in brackets, and are no sections', () => {
    const from = 's1-2-a';
    expect(leads(UK_ACT, AMENDING, from, 'section 1(2)(a), subsection (1), this section')).toEqual([
      'section 1(2)(a) → self-made s1-2-a',
      'subsection (1) → s1-1',
      'this section → s1',
    ]);
    expect(printCitation(UK_ACT, AMENDING, from)).toBe('section 1(2)(a)');
  });
});

describe('instructions to amend another text', () => {
  const text = read(
    UK_ACT,
    '1 Lamps\n\n(1) Section 5 of the Lamps Act 1999 is amended as follows.\n\n(2) In subsection (3)(c), after “oil” insert “or gas”.\n\n(3) Subsection (9) is not there.\n\n2 Ours\n\n(1) Section 1 is amended as follows.\n\n(2) In subsection (7), omit “oil”.',
  );
  const found = references(text, UK_ACT).all.map(
    ({ words, state, document }) => `${words}: ${state} ${document ?? ''}`,
  );

  it('cite that text', () => {
    expect(found).toContain('subsection (3)(c): external Lamps Act 1999');
  });

  it('cite this one where they say how', () => {
    const set = read(
      UK_ACT,
      '1 Lamps\n\n(1) Section 5 of the Lamps Act 1999 is amended as set out in subsection (2).\n\n(2) In subsection (7), omit “oil”.\n\n(3) Section 8 of that Act is amended as set out in subsection (4).\n\n(4) In subsection (9), omit “oil”.',
    );
    expect(references(set, UK_ACT).all.map(({ words, target, document }) => [words, target ?? document])).toEqual([
      ['Section 5 of the Lamps Act 1999', 'Lamps Act 1999'],
      ['subsection (2)', '1/(2)'],
      ['subsection (7)', 'Lamps Act 1999'],
      ['Section 8 of that Act', 'that Act'],
      ['subsection (4)', '1/(4)'],
      ['subsection (9)', 'that Act'],
    ]);
  });

  it('cite this one where nothing else is said, and so does all else', () => {
    expect(found).toContain('Subsection (9): dangling ');
    expect(found).toContain('subsection (7): dangling ');
  });
});

describe('“that section”', () => {
  it('is the one named before in the same words, and otherwise one that was named elsewhere', () => {
    const text = read(UK_ACT, '1 A\n\n(1) Words.\n\n(2) Words.\n\n2 B\n\n(1) Words.');
    expect(leads(UK_ACT, text, '2', 'section 1, and subsection (2) of that section')).toEqual([
      'section 1 → 1',
      'subsection (2) of that section → 1/(2)',
    ]);
    expect(leads(UK_ACT, text, '2', 'section 4 of the Lamps Act 1999, and subsection (1) of that section')).toEqual([
      'section 4 of the Lamps Act 1999 → external Lamps Act 1999',
      'subsection (1) of that section → external Lamps Act 1999',
    ]);
    expect(leads(UK_ACT, text, '1', 'subsection (1) of that section')).toEqual([
      'subsection (1) of that section → external that section',
    ]);
  });
});

describe('marks to other documents', () => {
  const mark = (href: string): Text =>
    Text.of('see section 1 there', [{ kind: 'reference', start: 4, end: 13, attributes: { href } }]);

  it('count more than a number that happens to be here too, but not against themselves', () => {
    expect(leads(UK_ACT, AMENDING, 's2', mark('/akn/uk/act/1999/5/main#sec_1'))).toEqual([
      'section 1 → external /akn/uk/act/1999/5/main',
    ]);
    expect(leads(UK_ACT, AMENDING, 's2', mark('/akn/uk/act/2020/1/main#s1'))).toEqual(['section 1 → s1']);
    expect(leads(UK_ACT, AMENDING, 's2', mark('#s1'))).toEqual(['section 1 → s1']);
  });
});

describe('a section that is a text of its own', () => {
  const lone = version(
    new Provision({
      id: 'root',
      kind: 'section',
      number: '9-101',
      text: Text.of('Words:'),
      children: [provision('one', { kind: 'paragraph', number: '(1)', words: 'One.' })],
    }),
  );

  it('has citations of what is outside it, which are no faults', () => {
    expect(leads(US_CODE, lone, 'one', '§ 9-105(a) or (b), chapter 3, and paragraph (1) of § 9-200')).toEqual([
      '§ 9-105(a) → external',
      '(b) → external',
      'chapter 3 → external',
      'paragraph (1) of § 9-200 → external',
    ]);
  });

  it('has faults of its own all the same', () => {
    expect(leads(US_CODE, lone, 'root', '§ 9-101(1), § 9-101(8), paragraph (7)')).toEqual([
      '§ 9-101(1) → one',
      '§ 9-101(8) → dangling',
      'paragraph (7) → dangling',
    ]);
  });

  it('differs from a whole code', () => {
    const whole = read(US_CODE, '§ 9-101. First.\nWords.\n\n§ 9-102. Second.\nWords.');
    expect(leads(US_CODE, whole, '§ 9-101', '§ 9-105(a) or (b)')).toEqual(['§ 9-105(a) → dangling', '(b) → dangling']);
  });
});

describe('the names of codes', () => {
  const lantern = read(
    BSC,
    'Lantern Code\n\nSECTION A: ONE\n\n3. LIGHT\n\n3.1 Words.\n\nSECTION B: TWO\n\n2. DARK\n\n2.1 Words.',
  );
  const inB = (words: string): string[] => leads(BSC, lantern, 'section-B/2/2.1', words);

  it('are another code’s, before or after what is cited', () => {
    expect(inB('under Candle Code Section A3.1 and the Candle Code Section A')).toEqual([
      'Section A3.1 → external Candle Code',
      'Section A → external Candle Code',
    ]);
    expect(inB('UNC Section A3.1; paragraph 3.1 of the Candle Code')).toEqual([
      'Section A3.1 → external UNC',
      'paragraph 3.1 of the Candle Code → external Candle Code',
    ]);
    expect(inB('Each Code Section A3.1')).toEqual(['Section A3.1 → section-A/3/3.1']);
  });

  it('may be the code’s own', () => {
    expect(inB('Lantern Code Section A3.1 and paragraph 2.1 of the Lantern Code')).toEqual([
      'Section A3.1 → section-A/3/3.1',
      'paragraph 2.1 of the Lantern Code → self-made section-B/2/2.1',
    ]);
    expect(inB('paragraph 3.1 of the Lantern Code')).toEqual(['paragraph 3.1 of the Lantern Code → section-A/3/3.1']);
    expect(inB('paragraph 9.1 of the Lantern Code')).toEqual(['paragraph 9.1 of the Lantern Code → dangling']);
  });

  it('lead into that code where it is given', () => {
    const also = [{ names: ['Candle Code'], version: lantern, style: BSC }];
    expect(
      referencesIn(Text.of('Candle Code Section A3.1 and Candle Code Section Z9.9'), {
        version: read(BSC, '1. A\n\n1.1 Words.'),
        style: BSC,
        from: '1',
        also,
      }).map(({ state, target }) => [state, target]),
    ).toEqual([
      ['resolved', 'section-A/3/3.1'],
      ['dangling', null],
    ]);
  });
});

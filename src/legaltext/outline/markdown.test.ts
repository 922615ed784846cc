import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BSC, HOUSE_STYLES, REC } from '../house-styles/index.ts';
import { PROPERTY_RUNS } from '../testing/runs.ts';
import { readInlineMarkdown } from './markdown-inline.ts';
import { readMarkdown } from './read-markdown.ts';
import { recogniseStyle } from './recognise-style.ts';

describe('reading Markdown', () => {
  it('takes headings, emphasis and links from Markdown, and levels from numbers', () => {
    const result = readMarkdown(
      `# The Code

## 1. General

**1.1** This applies to **Meters**, see [the register](https://example.org/r).

- (a) one; and
- (b) two.

### Reading

1.2 Words.
`,
      REC,
    );
    if (result.kind === 'failed') throw new Error(result.failure.message);
    const { root } = result.value.version;
    expect(root.heading.words).toBe('The Code');
    const [general, reading] = root.children;
    expect(general?.heading.words).toBe('General');
    const first = general?.children[0];
    expect(first?.text.words).toBe('This applies to Meters, see the register.');
    expect(first?.text.marks.map(({ kind, start, end }) => [kind, start, end])).toEqual([
      ['emphasis', 16, 22],
      ['reference', 28, 40],
    ]);
    expect(first?.children.map(({ number }) => number)).toEqual(['(a)', '(b)']);
    expect(reading?.heading.words).toBe('Reading');
    expect(reading?.children[0]?.number).toBe('1.2');
  });

  it('finds terms that are bold', () => {
    const result = readMarkdown('1. Terms\n\n1.1 In this Code:\n\n**Meter** means a thing.\n', BSC);
    expect(result.kind === 'ok' && result.value.version.root.children[0]?.children[0]?.children[0]?.kind).toBe(
      'definition',
    );
  });

  it('leaves signs alone that nothing closes', () => {
    expect(readInlineMarkdown('2 * 3 and \\*so\\* on_with_it [1](b)').words).toBe('2 * 3 and *so* on_with_it [1](b)');
  });

  it('never throws, however hostile', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...HOUSE_STYLES),
        fc.array(
          fc.oneof(
            fc.constantFrom('**', '*', '_', '[', '](', ')', '\\', '# ', '\n', '- ', '> ', '|', '`', '(a) ', '1. '),
            fc.string(),
          ),
        ),
        (style, parts) => {
          expect(readMarkdown(parts.join(''), style).kind).toBe('ok');
        },
      ),
      { numRuns: PROPERTY_RUNS },
    );
    for (const sign of ['*', '**a', '[', '](', '> ', '# ', '\\'])
      expect(readMarkdown(sign.repeat(300_000), BSC).kind).toBe('ok');
  });
});

describe('recognising the style of a text', () => {
  it.each([
    [
      'bsc',
      'SECTION S: METERS\n\n1. GENERAL\n\n1.1 Subject to paragraph 2.1 and Section F2.6:\n(a) one;\n(b) two.\n\n2. READING\n\n2.1 Words.\n\nANNEX S-2: MORE\n\n1. MORE\n1.1 Words.',
    ],
    [
      'rec',
      'SCHEDULE 5: CHANGES\n\n1. General\n\n1.1 Subject to Paragraph 2.1 of this REC Schedule:\n(a) one;\n(b) two.\n\n2. Reading\n\n2.1 The Code Manager acts under Schedule 6.',
    ],
    [
      'sec',
      'SECTION H: SERVICES\n\nH1 Users\n\nH1.1 The DCC shall, under Section H2.3:\n(a) one;\n(b) two.\n\nH2 More\n\nH2.1 Words.',
    ],
    [
      'dcusa',
      'SECTION 1A: PRELIMINARY\n\n1. Definitions\n\n1.1 In this Agreement, subject to Clause 2.1:\n(a) one;\n(b) two.\n\n2. Terms\n\n2.1 Words under Clause 1.1.',
    ],
    [
      'unc',
      'SECTION V: GENERAL\n\n1. Users\n\n1.1 A Shipper User shall, under TPD Section B paragraph 2.1 and Section GTD paragraph 3.1.4(v):\n(a) one;\n(b) two.',
    ],
    [
      'us-code',
      '§ 47-101. Year.\nThe year is as in § 47-102.\n\n§ 47-102. Terms.\n(a) Words.\n(1) Words of subsection (a) of this section.',
    ],
    [
      'uk-act',
      '1 Duty\n\n(1) A person must act under section 2(1).\n(2) Subsection (1) is subject to section 3.\n(a) one, or\n(b) two.\n\n2 Power\n\n(1) The Secretary of State may act under this Act.',
    ],
  ])('knows the %s', (id, text) => {
    const [best] = recogniseStyle(text);
    expect(best?.style.id).toBe(id);
    expect(best?.reasons).not.toEqual([]);
  });
});

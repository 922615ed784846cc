import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Provision } from '../provision.ts';
import { redline } from '../redline/redline.ts';
import { redlineAsText } from '../redline/as-text.ts';
import { PROPERTY_RUNS } from '../testing/runs.ts';
import { version } from '../testing/builders.ts';
import { Text } from '../text.ts';
import { compareWords } from './compare-words.ts';
import { Graphemes } from './graphemes.ts';
import { pieces } from './pieces.ts';

/** Where characters begin, by the standard's own algorithm over the whole text. */
const beginsOf = (words: string): ReadonlySet<number> =>
  new Set([...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(words)].map(({ index }) => index)).add(
    words.length,
  );

/** The pieces from which characters of more than one code point are made, and what stands around them in a code. */
const scrap = fc.constantFrom(
  ...['👩', '👨', '👧', '\u200d', '\u200d👦', '\u200d👧', '❤', '\ufe0f', '1️⃣', '\u20e3', '🏽', '🏿', '👍', '👍🏽', 'ℹ'],
  ...['🇬', '🇧', '🇩', '🇪', '🇬🇧', '🏴', '\u{e0067}', '\u{e007f}'],
  ...[
    'ᄒ',
    'ᅡ',
    'ᆫ',
    '한',
    '하',
    '글',
    'क',
    '\u094d',
    'ष',
    'क्ष',
    'ि',
    'স',
    '\u09cd',
    'த',
    'ி',
    '\u0e33',
    'ก',
    '\u0600',
    '٣',
  ],
  ...['e', '\u0301', '\u0302', 'é', 'שׁ', 'ע', '\u200f', '中', 'が', '\uff9e', 'ｶ'],
  ...['meter', 'the', '(a)', '2.3', ' ', ' ', ' ', '. ', '; ', '\n', '\r', '\r\n', '\ud83d', '\udc69'],
);
const parts = fc.array(scrap, { maxLength: 30 });
const twoTexts = fc.oneof(
  fc.tuple(parts, parts).map(([one, other]): [string, string] => [one.join(''), other.join('')]),
  fc
    .tuple(parts, fc.array(fc.tuple(fc.nat(30), fc.nat(2), scrap), { minLength: 1, maxLength: 4 }))
    .map(([before, edits]): [string, string] => {
      const after = [...before];
      for (const [at, struck, put] of edits) after.splice(at, struck, put);
      return [before.join(''), after.join('')];
    }),
);

const shown = (before: string, after: string): string =>
  pieces(before, after)
    .map(({ kind, words }) => (kind === 'same' ? words : kind === 'deleted' ? `[-${words}-]` : `{+${words}+}`))
    .join('');

describe('characters as a reader sees them', () => {
  it('are found by looking at a place alone as by going through the whole text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          parts.map((each) => each.join('')),
          fc.string({ unit: 'binary' }),
        ),
        (words) => {
          const begins = beginsOf(words);
          const characters = new Graphemes(words);
          for (let at = words.length; at >= 0; at -= 1)
            expect([at, characters.isBoundary(at)]).toEqual([at, begins.has(at)]);
        },
      ),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('are cut by no difference, on neither side', () => {
    fc.assert(
      fc.property(
        fc.oneof(twoTexts, fc.tuple(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }))),
        (texts) => {
          const [before, after] = texts;
          const [own, other] = [beginsOf(before), beginsOf(after)];
          let last = -1;
          for (const each of compareWords(before, after)) {
            expect(own.has(each.beforeStart) && own.has(each.beforeEnd)).toBe(true);
            expect(other.has(each.afterStart) && other.has(each.afterEnd)).toBe(true);
            expect(each.beforeStart).toBeGreaterThan(last);
            last = each.beforeEnd;
          }
        },
      ),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it.each([
    ['a family', 'The 👩‍👩‍👧 lamp', 'The 👩‍👩‍👦 lamp', 'The [-👩‍👩‍👧-]{+👩‍👩‍👦+} lamp'],
    ['one that becomes a family', 'a 👩 b', 'a 👩‍👧 b', 'a [-👩-]{+👩‍👧+} b'],
    ['a flag', 'in 🇬🇧 or 🇩🇪', 'in 🇬🇪 or 🇩🇪', 'in [-🇬🇧-]{+🇬🇪+} or 🇩🇪'],
    ['flags in a row', '🇬🇧🇩🇪', '🇬🇧🇩🇰', '🇬🇧[-🇩🇪-]{+🇩🇰+}'],
    ['a skin tone', 'so 👍 it', 'so 👍🏽 it', 'so [-👍-]{+👍🏽+} it'],
    ['jamo', 'a 하 b', 'a 한 b', 'a [-하-]{+한+} b'],
    ['an accent', 'the cafe is', 'the cafe\u0301 is', 'the [-cafe-]{+cafe\u0301+} is'],
    ['an accent over a space', 'a  b', 'a \u0301 b', 'a[- -]{+ \u0301+} b'],
    ['Thai am', 'กำ', 'กา', '[-กำ-]{+กา+}'],
    ['ends of lines', 'a\r\nb', 'a\nb', 'a[-\r\n-]{+\n+}b'],
  ])('change whole: %s', (_, before, after, expected) => {
    expect(shown(before, after)).toBe(expected);
  });

  it('stand whole in the redline of two versions', () => {
    const of = (words: string): ReturnType<typeof version> =>
      version(new Provision({ id: 'code', kind: 'code', number: '', text: Text.of(words), children: [] }));
    expect(redlineAsText(redline(of('Signs: 👩‍👩‍👧 is kept.'), of('Signs: 👩‍👩‍👦 is kept.')))).toContain(
      '[-👩‍👩‍👧-]{+👩‍👩‍👦+} is kept.',
    );
  });

  it.each([
    ['combining marks', '\u0301'.repeat(500_000)],
    ['flags', '🇬🇧'.repeat(250_000)],
    ['joined emoji', '👩\u200d'.repeat(200_000)],
    ['conjuncts', 'क\u094d'.repeat(300_000)],
  ])('end within bounds on half a million %s', (_, words) => {
    const run = pieces(`a ${words}`, `b ${words.slice(0, -1)}`);
    expect(run.length).toBeGreaterThan(0);
  });
});

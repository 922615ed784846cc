import * as fc from 'fast-check';
import { Text, type Attributes, type Mark, type MarkKind } from '../text.ts';

/**
 * What generated legal text is made of. Few plain words, so that they repeat; numbers and citations, as in drafting; and
 * what has broken text tools before: combining marks (alone and precomposed), writing from right to left, letters and
 * signs outside the basic plane, joined emoji, every kind of quotation mark and dash, and spaces that are not a space.
 * No control characters and no half of a surrogate pair, which no file format could carry: see `anyWords`.
 */
const FRAGMENTS: readonly string[] = [
  'the',
  'Supplier',
  'shall',
  'of',
  'the Meter',
  'and',
  'Advanced Meter',
  'any',
  'not',
  'Party',
  'shall',
  'by',
  'within 10 Working Days',
  'paragraph 2.3.1(a)(i)',
  'Section 4',
  '(b)',
  '2.3A',
  '50%',
  '£1,000',
  'provided that',
  '“Meter”',
  '"Meter"',
  '‘as is’',
  "party's",
  'party’s',
  '«Zähler»',
  '2023–24',
  'half-hourly',
  'e\u0301nergie',
  '\u00e9nergie',
  'a\u0302\u0323',
  'חוזה',
  'العقد',
  '\u200fחוזה\u200e',
  '電力',
  'हिन्दी',
  'ﬁnal',
  'Straße',
  'İstanbul',
  '𝒳',
  '👩‍👩‍👧',
  '🏴',
  '[ ]',
  'TBC',
];
const SEPARATORS: readonly string[] = [
  ' ',
  ' ',
  ' ',
  ' ',
  ', ',
  '; ',
  '. ',
  ' — ',
  '',
  '  ',
  '\u00a0',
  '\n',
  ': ',
  '/',
];

/** One of `values`, the earlier ones when shrinking. */
export const oneOf = <Value>(values: readonly [Value, ...Value[]]): fc.Arbitrary<Value> => fc.constantFrom(...values);

const fragmentSeeds = fc.nat(FRAGMENTS.length * SEPARATORS.length - 1);

/** The words that a list of numbers stands for: each number is a fragment and what separates it from the next. */
function wordsFrom(seeds: readonly number[]): string {
  let words = '';
  for (const [index, seed] of seeds.entries()) {
    words += FRAGMENTS[seed % FRAGMENTS.length] ?? '';
    if (index < seeds.length - 1) words += SEPARATORS[Math.floor(seed / FRAGMENTS.length)] ?? '';
  }
  return words;
}

/** Words of legal text, from none to `max` fragments of a word or two. Shrinks to fewer and plainer words. */
export const words = ({ max = 8 }: { max?: number } = {}): fc.Arbitrary<string> =>
  fc.array(fragmentSeeds, { maxLength: max, size: 'max' }).map(wordsFrom);

/** Any string that JavaScript can hold: also control characters and halves of surrogate pairs. */
export const anyWords = ({ max = 30 }: { max?: number } = {}): fc.Arbitrary<string> =>
  fc.string({ unit: fc.oneof(fc.string({ unit: 'binary', maxLength: 1 }), anyCodeUnit), maxLength: max });

const anyCodeUnit = fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit));

const MARKS: readonly (readonly [MarkKind, Attributes])[] = [
  ['reference', { href: '#p1' }],
  ['emphasis', { style: 'bold' }],
  ['definition', { refersTo: '#meter' }],
  ['term', { refersTo: '#meter', note: 'with "quotes" & <signs>' }],
  ['emphasis', { style: 'italic' }],
  ['inline', {}],
];

/** `position` or the next one that does not stand between the halves of a surrogate pair. */
export const besidePairs = (of: string, position: number): number => {
  const unit = of.charCodeAt(position);
  return position > 0 && position < of.length && unit >= 0xdc00 && unit < 0xe000 ? position + 1 : position;
};

/** Whether two ranges overlap without one holding the other: no format could write them as elements. */
const cross = (a: Mark, b: Mark): boolean =>
  (a.start < b.start && b.start < a.end && a.end < b.end) || (b.start < a.start && a.start < b.end && b.end < a.end);

const markSeeds = fc.record({ what: fc.nat(MARKS.length - 1), from: fc.nat(60), length: fc.nat(20) });

/**
 * Texts with up to three marks, sometimes over no words. Marks lie in one another or apart, unless `crossing` asks for
 * all that a `Text` can hold.
 */
export const texts = ({ max = 8, crossing = false }: { max?: number; crossing?: boolean } = {}): fc.Arbitrary<Text> =>
  fc
    .tuple(words({ max }), fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, fc.array(markSeeds, { maxLength: 3 })))
    .map(([running, seeds]) => {
      const marks: Mark[] = [];
      for (const { what, from, length } of seeds) {
        const [kind, attributes] = MARKS[what] ?? ['inline', {}];
        const start = besidePairs(running, from % (running.length + 1));
        const end = besidePairs(running, Math.min(running.length, start + length));
        const mark: Mark = { kind, start, end, attributes };
        if (crossing || !marks.some((other) => cross(mark, other))) marks.push(mark);
      }
      return Text.of(running, marks);
    });

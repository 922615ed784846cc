import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BSC, REC, UK_ACT, US_CODE } from '../house-styles/index.ts';
import type { HouseStyle } from '../house-styles/model.ts';
import { readPlainText } from '../outline/read-plain-text.ts';
import { PROPERTY_RUNS } from '../testing/runs.ts';
import { Text } from '../text.ts';
import { definedTermsIn } from './read-definitions.ts';
import { terms, type Terms } from './terms.ts';
import { TermTrie } from './term-trie.ts';

const termsOf = (style: HouseStyle, text: string): Terms => {
  const read = readPlainText(text, style);
  if (read.kind === 'failed') throw new Error(read.failure.message);
  return terms(read.value.version, style);
};

const defined = (words: string): string[] => definedTermsIn(Text.of(words)).map(({ term, form }) => `${term}: ${form}`);

describe('definitions', () => {
  it.each([
    ['“Advanced Meter” means a meter that sends readings.', ['Advanced Meter: means']],
    ['"abutting property" means any property;', ['abutting property: means']],
    ['‘Day’ shall mean a calendar day.', ['Day: means']],
    ['“Party” has the meaning given in Section B.', ['Party: elsewhere']],
    ['“Code” or “Grid Code” means the code.', ['Code: means', 'Grid Code: means']],
    ['references to “writing” shall be construed as including email', ['writing: construed']],
    [
      'the Operator named there (the “Operator”) and each other (each a “Member”)',
      ['Operator: short-form', 'Member: short-form'],
    ],
    ['“Relevant Day” (in this Section only) means a day', ['Relevant Day: means']],
    ['the words “as soon as possible” are struck out', []],
    ['“Meter” includes its parts.', ['Meter: includes']],
    ['in this section, “person” means anyone', ['person: means']],
    ['a "Lamp Point" is one or more lamps;', ['Lamp Point: means']],
    ['the “Named Keeper” is the Keeper:', ['Named Keeper: means']],
    ['where the word “lamp” is the first', []],
    ['the “Lamp” is lit', []],
  ])('%s', (words, expected) => {
    expect(defined(words)).toEqual(expected);
  });

  it('are found by marks and by bold type too', () => {
    const bold = Text.of('Meter means a thing.', [
      { kind: 'emphasis', start: 0, end: 5, attributes: { style: 'bold' } },
    ]);
    expect(definedTermsIn(bold).map(({ term }) => term)).toEqual(['Meter']);
    const marked = Text.of('a thing called Meter', [{ kind: 'definition', start: 15, end: 20, attributes: {} }]);
    expect(definedTermsIn(marked).map(({ term, form }) => [term, form])).toEqual([['Meter', 'marked']]);
  });

  it('reach as far as the words before them say', () => {
    const all = termsOf(
      REC,
      '1. A\n\n1.1 In this Clause, “Day” means a day.\n\nSCHEDULE 2: B\n\n1. Words\n\n1.1 In this Schedule:\n\n“Meter” means a thing.\n\n1.2 “Code” means this.',
    );
    expect(all.definitions.map(({ term, scope }) => [term, scope])).toEqual([
      ['Day', '1/1.1'],
      ['Meter', 'schedule-2'],
      ['Code', 'text'],
    ]);
  });

  it('reach over the provision that is named by its number, and not over the nearest of that name', () => {
    const all = termsOf(
      BSC,
      '2. A\n\n2.1 In this paragraph 2, “Day” means a day.\n\n2.2 In this paragraph, “Week” means seven.',
    );
    expect(all.definitions.map(({ term, scope }) => [term, scope])).toEqual([
      ['Day', '2'],
      ['Week', '2/2.2'],
    ]);
  });
});

describe('uses', () => {
  it('are the longest term, at word boundaries, in capitals where the term has them, in the plural too', () => {
    const all = termsOf(
      BSC,
      '1. A\n\n1.1 “Meter” means a thing.\n\n1.2 “Meter Operator” means a body.\n\n1.3 Each Meter Operator keeps Meters; a meter, a Metering thing and a Meter’s parts.',
    );
    expect(all.uses.map(({ provision, start, end, definition }) => [provision, definition.term, end - start])).toEqual([
      ['1/1.3', 'Meter Operator', 14],
      ['1/1.3', 'Meter', 6],
      ['1/1.3', 'Meter', 5],
    ]);
    expect(all.usesOf('Meter')).toHaveLength(2);
  });

  it('are of the definition that reaches furthest in, and of none outside its reach', () => {
    const all = termsOf(
      US_CODE,
      '§ 1-101. Words.\n(a) For the purposes of this subsection, “base” means one.\n(1) The base counts.\n(b) The base is free.\n\n§ 1-102. More.\nFor the purposes of this section, the term “rate” means two.\n(a) Rates vary.',
    );
    expect(all.uses.map(({ provision, definition }) => `${definition.term} in ${provision}`)).toEqual([
      'base in § 1-101/(a)/(1)',
      'rate in § 1-102/(a)',
    ]);
  });

  it('tell of terms defined twice and never used', () => {
    const all = termsOf(
      UK_ACT,
      '1 Terms\n\n(1) “meter” means one.\n(2) “meter” means two.\n(3) “year” means a year.\n(4) A meter is read.',
    );
    expect(all.definedTwice.map((group) => group.map(({ provision }) => provision))).toEqual([['1/(1)', '1/(2)']]);
    expect(all.unused.map(({ term }) => term)).toEqual(['year']);
  });
});

describe('properties', () => {
  const word = fc.constantFrom(
    'Meter',
    'meter',
    'Operator',
    'Data',
    'a',
    'of',
    'e\u0301',
    'דבר',
    'Parties',
    '“',
    '”',
    '-',
    'means',
  );
  const phrase = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));

  it('what the trie finds is what looking for each term finds, the longest first', () => {
    fc.assert(
      fc.property(fc.uniqueArray(phrase, { maxLength: 5 }), fc.array(word, { maxLength: 20 }), (list, words) => {
        const trie = new TermTrie<string>();
        const kept = list.filter((term) => trie.add(term, term));
        const text = words.join(' ');
        const found = [...trie.find(text)];
        let last = 0;
        for (const { start, end, entry } of found) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(kept).toContain(entry);
          last = end;
        }
        // Nothing that stands there letter for letter, whole words and all, is missed.
        for (const term of kept) {
          if (/["“”-]|\s$/.test(term)) continue;
          for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
            const whole =
              !/[\p{L}\p{N}]/u.test(text.charAt(at - 1)) && !/[\p{L}\p{N}\p{M}]/u.test(text.charAt(at + term.length));
            if (whole && /^[\p{L}\p{N}]/u.test(term) && /[\p{L}\p{N}]$/u.test(term))
              expect(found.some(({ start, end }) => start < at + term.length && at < end)).toBe(true);
          }
        }
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('reading definitions never throws, and what it finds stands there', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(word, fc.constantFrom('"', '‘', '’', '(', ')', 'has the meaning', ','), fc.string())),
        (parts) => {
          const words = parts.join(' ');
          for (const { term, start, end } of definedTermsIn(Text.of(words)))
            expect(words.slice(start, end).replace(/\s+/g, ' ')).toBe(term);
        },
      ),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it.each([
    ['“'.repeat(500_000)],
    ['“a” '.repeat(200_000)],
    ['“a” or '.repeat(50_000)],
    [`“a”${' (x)'.repeat(200_000)}`],
    ['('.repeat(500_000)],
    [`“a” ${','.repeat(500_000)}`],
  ])('hostile words end within bounds', (words) => {
    definedTermsIn(Text.of(words));
  });
});

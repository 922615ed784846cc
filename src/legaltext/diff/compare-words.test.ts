import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROPERTY_RUNS } from '../testing/runs.ts';
import { compareWords } from './compare-words.ts';
import { pieces, wordsWithout } from './pieces.ts';
import { isSlight } from './readable.ts';
import { wordTokens } from './word-tokens.ts';

/** Words and signs that tempt a tokenizer: marks, both directions, surrogates, designators, quotes, odd spaces. */
const scrap = fc.constantFrom(
  ...['the', 'of', 'meter', 'supplier', 'shall', '2.3.1', 'R-3', '47-1801.04', '(26)', '(A)', '(', ')', '1,000'],
  ...['cafe\u0301', '\u0301', 'שָׁלוֹם', 'عقد\u200f', '中文', '😀', '\ud83d', '“Meter”', '’s', '.', ';', ',', '-', '/'],
);
const gap = fc.constantFrom('', ' ', ' ', ' ', '  ', '\n', '\u00a0', '\t');
const text = fc.array(fc.tuple(scrap, gap), { maxLength: 30 }).map((parts) => parts.flat().join(''));
/** Two texts, the second often an edit of the first. */
const twoTexts = fc.oneof(
  fc.tuple(text, text),
  fc
    .tuple(fc.array(fc.tuple(scrap, gap), { maxLength: 30 }), fc.array(fc.tuple(fc.nat(30), text), { maxLength: 3 }))
    .map(([parts, edits]): [string, string] => {
      const edited = parts.map((part) => part.join(''));
      for (const [at, words] of edits) edited.splice(at, 1, words);
      return [parts.flat().join(''), edited.join('')];
    }),
);

const shown = (before: string, after: string): string =>
  pieces(before, after)
    .map(({ kind, words }) => (kind === 'same' ? words : kind === 'deleted' ? `[-${words}-]` : `{+${words}+}`))
    .join('');

describe('word tokens', () => {
  it('are the text again when joined', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary', maxLength: 40 })), (words) => {
        expect(wordTokens(words).join('')).toBe(words);
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('keep numbers whole and designators apart', () => {
    expect(wordTokens('903.2.1 R-3 47-1801.04(26)(A), 1,000 (the fee)')).toEqual(
      ['903.2.1', ' ', 'R-3', ' ', '47-1801.04', '(26)', '(A)', ',', ' ', '1,000', ' ', '(', 'the', ' ', 'fee', ')'], // prettier-ignore
    );
  });

  it('keep a mark with the bracket it stands over', () => {
    expect(wordTokens('(A)\u0301 (26)')).toEqual(['(A)\u0301', ' ', '(26)']);
    expect(shown('under (A)', 'under (A)\u0301')).toBe('under [-(A)-]{+(A)\u0301+}');
  });

  it('keep combining marks with their letter, and surrogate pairs whole', () => {
    expect(wordTokens('cafe\u0301 שָׁלוֹם 😀')).toEqual(['cafe\u0301', ' ', 'שָׁלוֹם', ' ', '😀']);
  });
});

describe('comparing words', () => {
  it('gives pieces that read as the one text and as the other', () => {
    fc.assert(
      fc.property(twoTexts, ([before, after]) => {
        const run = pieces(before, after);
        expect(wordsWithout(run, 'inserted')).toBe(before);
        expect(wordsWithout(run, 'deleted')).toBe(after);
        for (const [index, piece] of run.entries()) {
          expect(piece.words).not.toBe('');
          expect(piece.kind).not.toBe(run[index + 1]?.kind);
        }
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('never begins or ends a difference within a word', () => {
    const edges = (words: string): ReadonlySet<number> => {
      const found = new Set([0]);
      let at = 0;
      for (const token of wordTokens(words)) {
        // Between any two white spaces there is an edge too: runs of it are cut where they differ.
        if (/^\s/u.test(token)) for (let index = 0; index < token.length; index += 1) found.add(at + index);
        found.add((at += token.length));
      }
      return found;
    };
    fc.assert(
      fc.property(twoTexts, ([before, after]) => {
        const inBefore = edges(before);
        const inAfter = edges(after);
        for (const each of compareWords(before, after)) {
          expect([inBefore.has(each.beforeStart), inBefore.has(each.beforeEnd)]).toEqual([true, true]);
          expect([inAfter.has(each.afterStart), inAfter.has(each.afterEnd)]).toEqual([true, true]);
        }
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('leaves no confetti: no slight stretch between two differences that strike and insert', () => {
    fc.assert(
      fc.property(twoTexts, ([before, after]) => {
        const found = compareWords(before, after);
        for (const [index, right] of found.entries()) {
          const left = found[index - 1];
          if (left === undefined) continue;
          const strikes = left.beforeEnd > left.beforeStart || right.beforeEnd > right.beforeStart;
          const inserts = left.afterEnd > left.afterStart || right.afterEnd > right.afterStart;
          if (strikes && inserts) expect(isSlight(before.slice(left.beforeEnd, right.beforeStart), 0)).toBe(false);
        }
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('moves no words to a better place beside another change, where a blank would be left between', () => {
    expect(shown('the shall shall\n.', '( shall\n.47-1801.04')).toBe('[-the-]{+(+} shall[- shall-]\n.{+47-1801.04+}');
  });

  it('takes short words between changes into them', () => {
    expect(shown('the reading of the meter is due', 'the removal of the device is due')).toBe(
      'the [-reading of the meter-]{+removal of the device+} is due',
    );
  });

  it('keeps apart what is far apart', () => {
    expect(
      shown('The supplier shall give notice within ten days.', 'The operator shall give notice within 20 days.'),
    ).toBe('The [-supplier-]{+operator+} shall give notice within [-ten-]{+20+} days.');
  });

  it('puts a new item where an item begins', () => {
    expect(shown('(a) one; (b) two; (c) three;', '(a) one; (b) two; (ba) two; (c) three;')).toBe(
      '(a) one; (b) two; {+(ba) two; +}(c) three;',
    );
    expect(shown('It ends. It goes on.', 'It ends. It stops. It goes on.')).toBe('It ends. {+It stops. +}It goes on.');
  });

  it('shows a change of a number as one', () => {
    expect(shown('under section 47-1801.04(26)(A) of', 'under section 47-1801.04(26)(B) of')).toBe(
      'under section 47-1801.04(26)[-(A)-]{+(B)+} of',
    );
  });

  it('notices that only white space changed', () => {
    expect(shown('one two  three', 'one two three')).toBe('one two [- -]three');
  });

  it('goes by lines first in a long text', () => {
    const lines = Array.from({ length: 900 }, (_, index) => `Line ${index} says what is due.\n`);
    const before = lines.join('');
    const after = lines.toSpliced(700, 1).toSpliced(300, 1, 'Line 300 tells what is due.\n').join('');
    expect(pieces(before, after).filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'deleted', words: 'says' },
      { kind: 'inserted', words: 'tells' },
      { kind: 'deleted', words: lines[700] },
    ]);
  });

  const hostile: Readonly<Record<string, readonly [string, string]>> = {
    'one line of 5 MB with three edits': ['meter point '.repeat(430_000), `a ${'meter point '.repeat(429_000)}b`],
    'a b a b against b a b a': ['a b '.repeat(1_000_000), 'b a '.repeat(1_000_000)],
    'a b against a a b b': ['a b '.repeat(300_000), 'a a b b '.repeat(100_000)],
    'one word of 2 MB': ['x'.repeat(2_000_000), 'x'.repeat(1_999_999)],
    'brackets only': ['('.repeat(1_000_000), `${'('.repeat(500_000)}x${'('.repeat(100_000)}`],
  };
  it.each(Object.entries(hostile))('ends on %s', (_, [before, after]) => {
    const run = pieces(before, after);
    expect(wordsWithout(run, 'inserted') === before && wordsWithout(run, 'deleted') === after).toBe(true);
  });
});

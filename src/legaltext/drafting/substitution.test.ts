import { describe, expect, it } from 'vitest';
import { Draft } from '../draft.ts';
import { byId, type Operation } from '../operation.ts';
import { Provision } from '../provision.ts';
import { provision, version } from '../testing/builders.ts';
import { Text } from '../text.ts';
import { Version } from '../version.ts';
import { UNCHANGED, after, line } from './testing/small-code.ts';

const quoting = (
  words: string,
  occurrence: 'first' | 'last' | 'all' | { nth: number } | { exactly: number },
  reach: 'provision' | 'subtree' = 'provision',
): Operation & { kind: 'substitute' } => ({
  kind: 'substitute',
  target: byId(reach === 'subtree' ? 'root' : '3'),
  selection: { by: 'quotation', words, occurrence, likeness: 'exact', reach, parts: ['heading', 'text', 'tail'] },
  replacement: Text.of('_'),
});

describe('words substituted', () => {
  it('are those that the occurrence means', () => {
    const three = (operation: Operation): string => {
      const outcome = after(operation);
      return typeof outcome === 'string' ? outcome.slice(outcome.lastIndexOf('3 '), -1) : outcome.kind;
    };
    expect(three(quoting('words', 'first'))).toBe('3 Words and _ and words.');
    expect(three(quoting('words', 'last'))).toBe('3 Words and words and _.');
    expect(three(quoting('words', { nth: 2 }))).toBe('3 Words and words and _.');
    expect(three(quoting('words', 'all'))).toBe('3 Words and _ and _.');
    expect(three(quoting('words', { exactly: 2 }))).toBe('3 Words and _ and _.');
    expect(after(quoting('words', { exactly: 1 }))).toEqual({
      kind: 'quotation-count',
      words: 'words',
      declared: 1,
      found: 2,
    });
    expect(after(quoting('words', { nth: 3 }))).toEqual({
      kind: 'quotation-count',
      words: 'words',
      declared: 3,
      found: 2,
    });
    expect(after(quoting('sentences', 'all'))).toEqual({ kind: 'quotation-missing', words: 'sentences' });
    expect(after(quoting('', 'all'))).toMatchObject({ kind: 'malformed' });
  });

  it('are counted through everything under the target, in reading order, where the quotation reaches there', () => {
    expect(after(quoting('arty', { nth: 2 }, 'subtree'))).toBe(UNCHANGED.replace('(a) Party means', '(a) P_ means'));
    expect(after(quoting('arty', { exactly: 3 }, 'subtree'))).toBe(UNCHANGED.replaceAll('arty', '_'));
  });

  it('do not overlap', () => {
    const text = version(provision('1', 'aaaaa'));
    const draft = new Draft(text);
    expect(draft.apply({ ...quoting('aa', { exactly: 2 }, 'subtree') })).toBeNull();
    expect(line(draft.top)).toBe('[1 __a]');
  });

  it('may be quoted with other quotation marks and spaces, where the likeness is typographic', () => {
    const text = version(provision('1', 'the “Meter” of  a\u00a0party’s\u2003 choice'));
    const draft = new Draft(text);
    const selection = {
      by: 'quotation',
      occurrence: { exactly: 1 },
      likeness: 'typographic',
      reach: 'provision',
      parts: ['text'],
    } as const;
    const substitute = (words: string): Operation => ({
      kind: 'substitute',
      target: byId('1'),
      selection: { ...selection, words },
      replacement: Text.of('_'),
    });
    expect(draft.apply(substitute('"Meter" of a party\'s choice'))).toBeNull();
    expect(line(draft.top)).toBe('[1 the _]');
  });

  it('hold a reference whole or not at all', () => {
    const reference = { kind: 'reference', start: 4, end: 17, attributes: {} } as const;
    const root = new Provision({
      id: 'root',
      kind: 'code',
      text: Text.of('see paragraph 2.3 and 2.3', [reference]),
    });
    const draft = new Draft(Version.trusted(root));
    const quoted = (words: string): Operation => ({
      kind: 'substitute',
      target: byId('root'),
      selection: {
        by: 'quotation',
        words,
        occurrence: { exactly: 1 },
        likeness: 'exact',
        reach: 'provision',
        parts: ['text'],
      },
      replacement: Text.of('4'),
    });
    expect(draft.apply(quoted('2.3'))).toBeNull();
    expect(line(draft.top)).toBe('see paragraph 2.3 and 4');
    expect(draft.apply(quoted('see paragraph 2'))?.reason).toMatchObject({ kind: 'quotation-missing' });
    expect(draft.apply(quoted('paragraph 2.3'))).toBeNull();
    expect(line(draft.top)).toBe('see 4 and 4');
  });

  it('may be given by a span, which must be there and read as said', () => {
    const span = (start: number, end: number, words?: string): Operation => ({
      kind: 'substitute',
      target: byId('3'),
      selection: { by: 'span', part: 'text', start, end, ...(words === undefined ? {} : { words }) },
      replacement: Text.of('_'),
    });
    expect(after(span(0, 5, 'Words'))).toBe(UNCHANGED.replace('Words', '_'));
    expect(after(span(26, 26))).toBe(UNCHANGED.replace('words.]', 'words._]'));
    expect(after(span(0, 5, 'words'))).toEqual({
      kind: 'span-mismatch',
      part: 'text',
      expected: 'words',
      found: 'Words',
    });
    expect(after(span(1, 4, 'xxx'))).toMatchObject({ kind: 'span-mismatch', found: 'Words' });
    for (const [start, end] of [
      [-1, 2],
      [3, 2],
      [0, 27],
      [0.5, 2],
      [Number.NaN, 2],
      [0, Number.POSITIVE_INFINITY],
    ] as const)
      expect(after(span(start, end)), `${start} to ${end}`).toMatchObject({ kind: 'span-mismatch' });
  });
});

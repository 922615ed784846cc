import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Text, markKey, type Mark } from './text.ts';
import { texts } from './testing/arbitraries.ts';
import { PROPERTY_RUNS } from './testing/runs.ts';

const anyText = texts({ crossing: true });

/** A text and a range of its words. */
const textAndRange = fc.tuple(anyText, fc.nat(100), fc.nat(100)).map(([text, from, length]) => {
  const start = from % (text.words.length + 1);
  return { text, start, end: Math.min(text.words.length, start + (length % 20)) };
});

const bold = (start: number, end: number): Mark => ({ kind: 'emphasis', start, end, attributes: { style: 'bold' } });
const ranges = (text: Text): readonly (readonly [number, number])[] => text.marks.map(({ start, end }) => [start, end]);
const within = (text: Text): boolean =>
  text.marks.every(({ start, end }) => start >= 0 && start <= end && end <= text.words.length);
const inOrder = (text: Text): boolean =>
  text.marks.every((mark, index) => {
    const next = text.marks[index + 1];
    return next === undefined || mark.start < next.start || (mark.start === next.start && mark.end >= next.end);
  });

describe('a text', () => {
  it('keeps its marks in order of place, whatever order they are given in', () => {
    const text = Text.of('one two three', [bold(4, 7), bold(0, 3), bold(0, 13)]);
    expect(ranges(text)).toEqual([
      [0, 13],
      [0, 3],
      [4, 7],
    ]);
  });

  it('takes no mark that reaches outside its words', () => {
    for (const [start, end] of [
      [-1, 2],
      [0, 4],
      [2, 1],
    ] as const)
      expect(() => Text.of('one', [bold(start, end)])).toThrow(RangeError);
  });

  it('equals a text with the same words and marks, in whatever order the attributes of a mark were written', () => {
    const one = Text.of('words', [{ kind: 'inline', start: 0, end: 5, attributes: { a: '1', b: '2' } }]);
    const other = Text.of('words', [{ kind: 'inline', start: 0, end: 5, attributes: { b: '2', a: '1' } }]);
    expect(one.equals(other)).toBe(true);
    expect(one.equals(Text.of('words'))).toBe(false);
    expect(one.equals(Text.of('wordS', one.marks))).toBe(false);
    expect(one.equals(Text.of('words', [{ kind: 'inline', start: 0, end: 4, attributes: { a: '1', b: '2' } }]))).toBe(
      false,
    );
  });

  it('is empty only without words and without marks', () => {
    expect(Text.of('').isEmpty).toBe(true);
    expect(Text.of('', [bold(0, 0)]).isEmpty).toBe(false);
  });
});

describe('a slice of a text', () => {
  it('has the words of the range, and marks cut to fit it', () => {
    const text = Text.of('one two three', [bold(0, 7), bold(4, 13), bold(8, 13)]);
    const slice = text.slice(2, 6);
    expect(slice.words).toBe('e tw');
    expect(ranges(slice)).toEqual([
      [0, 4],
      [2, 4],
    ]);
  });

  it('has each character marked just as it was', () => {
    fc.assert(
      fc.property(textAndRange, ({ text, start, end }) => {
        const slice = text.slice(start, end);
        expect(slice.words).toBe(text.words.slice(start, end));
        expect(within(slice) && inOrder(slice)).toBe(true);
        for (let at = start; at < end; at += 1)
          expect(saidOf(slice, at - start), `character ${at}`).toEqual(saidOf(text, at));
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });
});

/** What the marks over the character at a position say of it. */
const saidOf = (text: Text, at: number): readonly string[] =>
  text.marks
    .filter((mark) => mark.start <= at && mark.end > at)
    .map((mark) => markKey({ ...mark, start: 0, end: 0 }))
    .sort();

describe('one text after another', () => {
  it('has the words and marks of both', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        const both = one.concat(other);
        expect(both.words).toBe(one.words + other.words);
        expect(both.marks.length).toBe(one.marks.length + other.marks.length);
        expect(within(both) && inOrder(both)).toBe(true);
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('is the same however three texts are put together', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (one, two, three) => {
        expect(
          one
            .concat(two)
            .concat(three)
            .equals(one.concat(two.concat(three))),
        ).toBe(true);
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('gives back the words and what is said of each when it is cut where it was joined', () => {
    fc.assert(
      fc.property(textAndRange, ({ text, start }) => {
        const joined = text.slice(0, start).concat(text.slice(start, text.words.length));
        expect(joined.words).toBe(text.words);
        for (let at = 0; at < text.words.length; at += 1) expect(saidOf(joined, at)).toEqual(saidOf(text, at));
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });
});

describe('words replaced in a text', () => {
  it('leave the words before and after, and what is said of them, as they were', () => {
    fc.assert(
      fc.property(textAndRange, anyText, ({ text, start, end }, replacement) => {
        const replaced = text.replace(start, end, replacement);
        const grown = replacement.words.length - (end - start);
        expect(replaced.words).toBe(text.words.slice(0, start) + replacement.words + text.words.slice(end));
        expect(within(replaced) && inOrder(replaced)).toBe(true);
        for (let at = 0; at < start; at += 1) expect(saidOf(replaced, at), `character ${at}`).toEqual(saidOf(text, at));
        for (let at = end; at < text.words.length; at += 1)
          expect(saidOf(replaced, at + grown), `character ${at}`).toEqual(saidOf(text, at));
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('bring their own marks with them', () => {
    fc.assert(
      fc.property(textAndRange, anyText, ({ text, start, end }, replacement) => {
        const replaced = text.replace(start, end, replacement);
        for (let at = 0; at < replacement.words.length; at += 1)
          expect(saidOf(replaced, start + at)).toEqual(expect.arrayContaining([...saidOf(replacement, at)]));
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('are back as they were when no mark reached into them and they are replaced back', () => {
    const text = Text.of('the old words', [bold(0, 3)]);
    const back = text.replace(4, 7, Text.of('brand new')).replace(4, 13, Text.of('old'));
    expect(back.equals(text)).toBe(true);
  });

  it('grow and shrink the marks around them', () => {
    const text = Text.of('a bold word here', [bold(2, 11)]);
    expect(ranges(text.replace(7, 11, Text.of('sentence')))).toEqual([[2, 15]]);
    expect(ranges(text.replace(2, 7, Text.EMPTY))).toEqual([[2, 6]]);
  });

  it('take the marks with them that stood over them alone', () => {
    const text = Text.of('a bold word here', [bold(2, 6)]);
    expect(ranges(text.replace(2, 6, Text.of('plain')))).toEqual([]);
    expect(ranges(text.replace(0, 11, Text.of('x')))).toEqual([]);
  });

  it('cut the marks that reach over one edge of them', () => {
    const text = Text.of('a bold word here', [bold(2, 11)]);
    expect(ranges(text.replace(9, 13, Text.of('?')))).toEqual([[2, 9]]);
    expect(ranges(text.replace(0, 4, Text.of('?')))).toEqual([[1, 8]]);
  });

  it('put in at the edge of a mark stay outside it', () => {
    const text = Text.of('a bold word', [bold(2, 6)]);
    expect(ranges(text.replace(6, 6, Text.of('er')))).toEqual([[2, 6]]);
    expect(ranges(text.replace(2, 2, Text.of('very ')))).toEqual([[7, 11]]);
  });

  it('are replaced in many places apart as they would be one after another, from the last to the first', () => {
    const cuts = fc.array(fc.nat(60), { maxLength: 8 });
    fc.assert(
      fc.property(anyText, cuts, anyText, (text, positions, replacement) => {
        const edges = positions.map((each) => each % (text.words.length + 1)).sort((a, b) => a - b);
        const ranges = edges.flatMap((start, index) => {
          const end = edges[index + 1];
          const apart = index === 0 || (edges[index - 1] ?? 0) < start;
          return apart && index % 2 === 0 && end !== undefined && start < end ? [{ start, end }] : [];
        });
        const each = text.replaceEach(ranges, replacement);
        const oneByOne = ranges.reduceRight((now, { start, end }) => now.replace(start, end, replacement), text);
        expect(each.words).toBe(oneByOne.words);
        expect(each.marks.map(markKey).sort()).toEqual(oneByOne.marks.map(markKey).sort());
        expect(within(each) && inOrder(each)).toBe(true);
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { words } from './testing/arbitraries.ts';
import { PROPERTY_RUNS } from './testing/runs.ts';
import { contextOf, findSpan } from './span.ts';

const span = (text: string, start: number, end: number) =>
  ({
    by: 'span',
    part: 'text',
    start,
    end,
    words: text.slice(start, end),
    context: contextOf(text, start, end),
  }) as const;

describe('a span with what stands around it', () => {
  it('is found where it was in the text it was taken from, whatever that says', () => {
    fc.assert(
      fc.property(words({ max: 8 }), fc.nat(), fc.nat(), fc.nat(3), (unit, one, other, times) => {
        const text = Array.from({ length: times + 1 }, () => unit).join(' ');
        const [start = 0, end = 0] = [one % (text.length + 1), other % (text.length + 1)].sort((a, b) => a - b);
        expect(findSpan(text, span(text, start, end))).toEqual({ kind: 'ok', value: { start, end } });
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  const daily = span('read daily and send', 10, 10);

  it('is found further on, where words were put in before it', () => {
    expect(findSpan('always read daily and send', daily)).toMatchObject({ kind: 'ok', value: { start: 17, end: 17 } });
  });

  it('is not found where the words around it changed, stand there twice, or only within other words', () => {
    const reasonIn = (text: string) => findSpan(text, daily);
    expect(reasonIn('read weekly and send')).toMatchObject({ kind: 'failed', failure: { kind: 'span-mismatch' } });
    expect(reasonIn('read daily android sends')).toMatchObject({ kind: 'failed', failure: { kind: 'span-mismatch' } });
    expect(reasonIn('read daily and send daily and')).toMatchObject({
      kind: 'failed',
      failure: { kind: 'quotation-count', found: 2 },
    });
  });

  it('at the edge of a text is at that edge, or not found', () => {
    const first = span('Each Supplier', 0, 0);
    expect(findSpan('Each Party', first)).toMatchObject({ kind: 'ok', value: { start: 0 } });
    expect(findSpan('Not Each Party', first)).toMatchObject({ kind: 'failed' });
    expect(findSpan('New.', span('', 0, 0))).toMatchObject({ kind: 'failed' });
  });
});

import { describe, expect, it } from 'vitest';
import { byId } from '../operation.ts';
import { activate, missingVariants, type Contingency, type ContingentText, type Decision } from './contingent.ts';

const made = (instrument: string, at: string): Decision => ({ kind: 'made', instrument, at });
const refused = (instrument: string): Decision => ({ kind: 'refused', instrument });

const variant = (when: Contingency) => ({
  when,
  parts: [
    {
      commencement: { kind: 'unknown' },
      operations: [{ kind: 'renumber', target: byId('2'), number: when }],
    },
  ] as const,
});

const text: ContingentText = {
  kind: 'contingent-text',
  own: 'A',
  other: 'B',
  variants: [variant('own-alone'), variant('own-first'), variant('other-first')],
};

describe('contingent text', () => {
  it.each<[string, readonly Decision[], string]>([
    ['waits for both while nothing is decided', [], 'waiting A, B'],
    ['waits for the other', [made('A', '2026-01-01')], 'waiting B'],
    ['operates alone when the other is refused', [refused('B'), made('A', '2026-01-01')], 'operates own-alone'],
    [
      'takes the variant for being made first',
      [made('A', '2026-01-01'), made('B', '2026-02-01')],
      'operates own-first',
    ],
    [
      'goes by when they were made, not by when that was heard of',
      [made('A', '2026-02-01'), made('B', '2026-01-01')],
      'operates other-first',
    ],
    [
      'goes by the order of decisions of one instant',
      [made('B', '2026-01-01'), made('A', '2026-01-01')],
      'operates other-first',
    ],
    ['has nothing to say where no variant was drafted', [refused('A'), made('B', '2026-01-01')], 'nothing other-alone'],
    ['has nothing to say when neither is made', [refused('A'), refused('B')], 'nothing neither'],
    [
      'follows a decision that is taken again',
      [refused('B'), made('A', '2026-01-01'), made('B', '2026-03-01')],
      'operates own-first',
    ],
  ])('%s', (_, decisions, expected) => {
    const active = activate(text, decisions);
    const told =
      active.kind === 'waiting' ? `waiting ${active.for.join(', ')}` : `${active.kind} ${active.when ?? 'neither'}`;
    expect(told).toBe(expected);
  });

  it('operates as an instrument of its own', () => {
    const active = activate(text, [made('A', '2026-01-01'), refused('B')]);
    expect(active.kind === 'operates' ? active.instrument : undefined).toMatchObject({
      kind: 'instrument',
      id: 'A/own-alone',
      parts: [{ operations: [{ number: 'own-alone' }] }],
    });
  });

  it('says which events nobody has drafted for', () => {
    expect(missingVariants(text)).toEqual(['other-alone']);
  });
});

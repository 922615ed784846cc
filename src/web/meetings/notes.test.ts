import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AgendaNote } from './answers.ts';
import { printNotes, readNotes, stretchesOf } from './notes.ts';

const notes: fc.Arbitrary<readonly AgendaNote[]> = fc.array(
  fc
    .tuple(
      fc.constantFrom('heading', 'paragraph', 'bullet', 'number' as const),
      fc.stringMatching(/^[A-Za-z][A-Za-z0-9 #.)-]{0,20}[A-Za-z]$/),
    )
    .map(([shape, text]) => ({ shape, text })),
  { maxLength: 12 },
);

describe('notes of an agenda item', () => {
  it('read back as they are printed', () => {
    fc.assert(
      fc.property(notes, (all) => {
        expect(readNotes(printNotes(all))).toEqual(all);
      }),
    );
  });

  it('are numbered anew in each list', () => {
    const number = (text: string): AgendaNote => ({ shape: 'number', text });
    expect(printNotes([number('a'), number('b'), { shape: 'paragraph', text: 'then' }, number('c')])).toBe(
      '1. a\n2. b\nthen\n1. c',
    );
  });

  it('lose nothing when put into stretches, and lists of one shape stand together', () => {
    fc.assert(
      fc.property(notes, (all) => {
        const stretches = stretchesOf(all);
        expect(stretches.flat()).toEqual(all);
        for (const stretch of stretches) expect(new Set(stretch.map((note) => note.shape)).size).toBe(1);
      }),
    );
  });
});

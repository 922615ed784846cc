import { describe, expect, it } from 'vitest';
import { recogniseStyle } from './recognise-style.ts';

describe('recognising the style of a text', () => {
  it('believes a code that says its own name at the beginning, however it is printed', () => {
    const body =
      'SECTION V: GENERAL\n\n1 INTRODUCTION\n\n1.1 Meaning as in Section V1.2.\n\n1.2 Words.\n\nAnnex V-1\n\n1 Form\n';
    expect(recogniseStyle(body)[0]?.style.id).toBe('bsc');
    expect(recogniseStyle(`UNIFORM NETWORK CODE\n\n${body}`)[0]?.style.id).toBe('unc');
  });

  it('prefers the numbers that are there, though doubtful, to a style that has no such numbers', () => {
    const [best] = recogniseStyle('A CODE\n\n1. One\n\n1.1 Same words.\n\n1.1 Same words.\n\n1.1 Same words.\n');
    expect(best?.style.levels.some(({ number }) => number.form === 'dotted')).toBe(true);
  });
});

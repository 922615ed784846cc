import { describe, expect, it } from 'vitest';
import { recogniseStyle } from './recognise-style.ts';

const scoreOf = (text: string, id: string): number =>
  recogniseStyle(text).find(({ style }) => style.id === id)?.score ?? 0;

describe('recognising the style of a short text', () => {
  it.each([
    [
      'bsc',
      'SECTION A: PARTIES AND PARTICIPATION\n\n1. GENERAL\n\n1.1 Introduction\n\n1.1.1 This Section A sets out who may be a Party.\n\n2. ACCESSION\n\n2.1 A person may accede in accordance with paragraph 2.2.\n\n2.2 Subject to paragraph 2.1, each Party shall:\n(a) pay the fee; and\n(b) give notice under paragraph 1.1.1.',
    ],
    [
      'rec',
      'SCHEDULE 5: LIGHTS\n\n1. General\n\n1.1 Subject to Paragraph 2.1, each Supplier shall:\n(a) act; and\n(b) tell.\n\n2. Notices\n\n2.1 Notices are given under Paragraph 1.1.',
    ],
    [
      'sec',
      'SECTION H: SERVICES\n\nH1 USERS\n\nH1.1 Each User shall, subject to Section H2.1:\n(a) act; and\n(b) tell.\n\nH2 NOTICES\n\nH2.1 Notices are given.',
    ],
    [
      'dcusa',
      '1. DEFINITIONS\n\n1.1 Subject to Clause 2.1, words have their meanings.\n\n2. NOTICES\n\n2.1 Notices are given under Clause 1.1.\n\n2.1.1 Each notice is dated:\n(a) first; and\n(b) second.',
    ],
    [
      'unc',
      'SECTION V: GENERAL\n\n3. CODE CREDIT LIMITS\n\n3.1 General\n\n3.1.1 Each User shall comply with paragraph 3.1.2.\n\n3.1.2 Subject to Section B paragraph 2.1, the Transporter may:\n(a) notify the User; and\n(b) act under paragraph 3.1.1.',
    ],
    [
      'us-code',
      '§ 9-101. Lamps.\n(a) A lamp is kept under subsection (b) of this section.\n(b) Words:\n(1) one; and\n(2) two.',
    ],
    [
      'uk-act',
      '1 Lamps\n\n(1) A person must keep a lamp.\n\n(2) Subsection (1) is subject to section 2.\n\n2 Wicks\n\n(1) The Secretary of State may by regulations make provision about wicks.',
    ],
  ])('knows one of the %s that names no code', (id, text) => {
    const [best] = recogniseStyle(text);
    expect(best?.style.id).toBe(id);
  });

  it('counts what two styles share alike for both, however many signs either has', () => {
    const text = '1. GENERAL\n\n1.1 Subject to paragraph 2.1, words.\n\n2. MORE\n\n2.1 Words.';
    expect(scoreOf(text, 'bsc')).toBe(scoreOf(text, 'unc'));
    expect(scoreOf(text, 'bsc')).toBeGreaterThan(scoreOf(text, 'rec'));
  });

  it('counts what one style alone has for more than what it shares', () => {
    const text = (words: string): string => `1. GENERAL\n\n1.1 ${words}\n\n2. MORE\n\n2.1 Words.`;
    expect(scoreOf(text('Each BM Unit is read.'), 'bsc')).toBeGreaterThan(
      scoreOf(text('It is as in paragraph 2.1.'), 'bsc'),
    );
  });

  it('stays between nothing and certainty', () => {
    const all =
      '§ 1 TPD Section V paragraph 3.1 Transporter BSCCo Section F2.6 Schedule 2 Clause 3 DCC subsection (1)\n';
    for (const { score } of recogniseStyle(all.repeat(200))) {
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
    }
    for (const { score } of recogniseStyle('')) expect(score).toBe(0);
  });
});

import { bracketed, division, dottedLevels } from '../levels.ts';
import type { HouseStyle } from '../model.ts';
import { givesAway, speaksFor } from '../signs.ts';

/**
 * Balancing and Settlement Code: Sections A to Z, each with paragraphs 1, 1.1, 1.1.1, then (a), (i), (A); Annexes
 * such as S-2. Cited "paragraph 2.7.6", "Section F2.6", "paragraph 3.1 of Annex S-2", in short "S 2.3.1(a)(i)".
 */
export const BSC: HouseStyle = {
  kind: 'house-style',
  id: 'bsc',
  name: 'Balancing and Settlement Code',
  levels: [
    division('section', 0),
    division('annex', 1),
    division('appendix', 2),
    division('part', 2),
    ...dottedLevels('paragraph', 3, ['paragraph', 'clause']),
    bracketed('subparagraph', 8, 'lower-letter', ['sub-paragraph', 'subparagraph', 'paragraph']),
    bracketed('item', 9, 'lower-roman', ['sub-paragraph', 'subparagraph', 'paragraph', 'item']),
    bracketed('subitem', 10, 'upper-letter', ['sub-paragraph', 'subparagraph', 'paragraph', 'item']),
    bracketed('point', 11, 'decimal', ['sub-paragraph', 'subparagraph', 'paragraph', 'item']),
  ],
  insertion: 'parliamentary',
  citations: {
    '': { within: 'paragraph {whole}{inner}', across: 'paragraph {whole}{inner}' },
    section: { within: 'paragraph {whole}{inner}', across: 'Section {division}{whole}{inner}' },
    annex: { within: 'paragraph {whole}{inner}', across: 'paragraph {whole}{inner} of Annex {division}' },
    appendix: { within: 'paragraph {whole}{inner}', across: 'paragraph {whole}{inner} of Appendix {division}' },
    part: { within: 'paragraph {whole}{inner}', across: 'paragraph {whole}{inner} of Part {division}' },
  },
  divisionCitation: '{Kind} {division}',
  relative: true,
  bare: true,
  selves: ['code'],
  shortFormsAreLocal: false,
  documents: [],
  jurisdictions: ['gb'],
  definedTerms: 'capitals',
  signs: [
    givesAway('annexes numbered as S-2', /^\s*ANNEX [A-Z]-\d/gim),
    speaksFor('citations such as “Section F2.6”', /\bSection [A-Z]\d+\.\d/g),
    speaksFor('citations of paragraphs', /\bparagraph \d+\.\d+/g),
    givesAway('words of the BSC', /\b(?:BSCCo|Trading Part(?:y|ies)|Balancing and Settlement|BM Units?)\b/g),
  ],
};

import { bracketed, division, dottedLevels } from '../levels.ts';
import type { HouseStyle } from '../model.ts';
import { givesAway, speaksFor } from '../signs.ts';

/**
 * Smart Energy Code: Sections A to X whose letter is part of every number (H14.31), Appendices A to AJ and Schedules
 * numbered without one. Cited "Section H14.31", "Sections X2.4(b) and L4.6(b)", "Clause 3.2 of Appendix AB".
 */
export const SEC: HouseStyle = {
  kind: 'house-style',
  id: 'sec',
  name: 'Smart Energy Code',
  levels: [
    division('section', 0),
    division('appendix', 0),
    division('schedule', 0),
    division('annex', 1),
    division('part', 1),
    ...dottedLevels('clause', 2, ['section', 'clause', 'paragraph'], { letters: true, headed: 1 }),
    bracketed('paragraph', 7, 'lower-letter', ['paragraph', 'sub-paragraph', 'clause']),
    bracketed('subparagraph', 8, 'lower-roman', ['sub-paragraph', 'subparagraph', 'paragraph']),
    bracketed('item', 9, 'upper-letter', ['sub-paragraph', 'subparagraph', 'paragraph', 'item']),
  ],
  insertion: 'parliamentary',
  citations: {
    '': { within: 'Section {whole}{inner}', across: 'Section {whole}{inner}' },
    section: { within: 'Section {whole}{inner}', across: 'Section {whole}{inner}' },
    appendix: { within: 'Clause {whole}{inner}', across: 'Clause {whole}{inner} of Appendix {division}' },
    schedule: { within: 'Clause {whole}{inner}', across: 'Clause {whole}{inner} of Schedule {division}' },
    annex: { within: 'Clause {whole}{inner}', across: 'Clause {whole}{inner} of Annex {division}' },
    part: { within: 'Clause {whole}{inner}', across: 'Clause {whole}{inner} of Part {division}' },
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
    givesAway('numbers that begin with the letter of their Section', /^\s*[A-Z]\d{1,2}(?:\.\d+)?\s/gm),
    speaksFor('citations such as “Section H14.31”', /\bSections? [A-Z]\d+(?:\.\d+)?/g),
    givesAway('words of the SEC', /\b(?:DCC|SECCo|Smart Energy Code)\b/g),
  ],
};

import { bracketed, division, dottedLevels } from '../levels.ts';
import type { HouseStyle } from '../model.ts';
import { givesAway, speaksFor } from '../signs.ts';

const IN_SCHEDULE = ['schedule', 'annex', 'appendix'];

/**
 * Distribution Connection and Use of System Agreement: Sections 1A, 1B… only group; Clauses count through the whole
 * agreement (19, 19.1, 19.1.2, 19.1.2.1); Schedules have Paragraphs. Cited "Clause 19.1.2(a)", "Paragraph 4.1 of Schedule 22".
 */
export const DCUSA: HouseStyle = {
  kind: 'house-style',
  id: 'dcusa',
  name: 'Distribution Connection and Use of System Agreement',
  levels: [
    { ...division('section', 0), division: false },
    division('schedule', 0),
    division('part', 1),
    division('annex', 1),
    division('appendix', 1),
    ...dottedLevels('clause', 2, ['clause', 'paragraph'], { outside: IN_SCHEDULE, headed: 1 }),
    ...dottedLevels('paragraph', 2, ['paragraph', 'clause'], { within: IN_SCHEDULE, headed: 1 }),
    bracketed('subclause', 7, 'lower-letter', ['sub-clause', 'clause', 'sub-paragraph', 'paragraph']),
    bracketed('item', 8, 'lower-roman', ['sub-clause', 'clause', 'sub-paragraph', 'paragraph', 'item']),
    bracketed('subitem', 9, 'upper-letter', ['sub-clause', 'sub-paragraph', 'paragraph', 'item']),
  ],
  insertion: 'parliamentary',
  citations: {
    '': { within: 'Clause {whole}{inner}', across: 'Clause {whole}{inner}' },
    schedule: { within: 'Paragraph {whole}{inner}', across: 'Paragraph {whole}{inner} of Schedule {division}' },
    annex: { within: 'Paragraph {whole}{inner}', across: 'Paragraph {whole}{inner} of Annex {division}' },
    appendix: { within: 'Paragraph {whole}{inner}', across: 'Paragraph {whole}{inner} of Appendix {division}' },
    part: { within: 'Paragraph {whole}{inner}', across: 'Paragraph {whole}{inner} of Part {division}' },
  },
  divisionCitation: '{Kind} {division}',
  relative: true,
  bare: false,
  selves: ['agreement'],
  shortFormsAreLocal: false,
  documents: [],
  jurisdictions: ['gb'],
  definedTerms: 'capitals',
  signs: [
    speaksFor('citations of Clauses', /\bClauses? \d+(?:\.\d+)*/g),
    givesAway('Sections numbered 1A, 1B', /^\s*SECTION \d[A-Z]\b/gm),
    givesAway('words of the DCUSA', /\b(?:DCUSA|this Agreement)\b/g),
  ],
};

import { bracketed, division, dottedLevels } from '../levels.ts';
import type { HouseStyle } from '../model.ts';
import { givesAway, speaksFor } from '../signs.ts';

const IN_SCHEDULE = ['schedule', 'annex', 'appendix'];

/**
 * Retail Energy Code: a Main Body of Clauses and numbered Schedules of Paragraphs 1, 1.1, 1.1.1, then (a), (i), (A).
 * Cited "Clause 4.2", "Paragraph 3.2(a)", "Paragraph 3.2(a) of Schedule 5".
 */
export const REC: HouseStyle = {
  kind: 'house-style',
  id: 'rec',
  name: 'Retail Energy Code',
  levels: [
    division('schedule', 0, ['REC schedule', 'schedule']),
    division('part', 1),
    division('annex', 1),
    division('appendix', 1),
    ...dottedLevels('clause', 2, ['clause', 'paragraph'], { outside: IN_SCHEDULE }),
    ...dottedLevels('paragraph', 2, ['paragraph', 'clause'], { within: IN_SCHEDULE }),
    bracketed('subparagraph', 7, 'lower-letter', [
      'sub-paragraph',
      'subparagraph',
      'sub-clause',
      'paragraph',
      'clause',
    ]),
    bracketed('item', 8, 'lower-roman', ['sub-paragraph', 'subparagraph', 'sub-clause', 'paragraph', 'item']),
    bracketed('subitem', 9, 'upper-letter', ['sub-paragraph', 'subparagraph', 'paragraph', 'item']),
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
  selves: ['code'],
  shortFormsAreLocal: false,
  documents: [],
  jurisdictions: ['gb'],
  definedTerms: 'capitals',
  signs: [
    speaksFor('citations of Paragraphs, with a capital', /\bParagraph \d+\.\d+/g),
    givesAway('words of the REC', /\b(?:REC Schedule|RECCo|Retail Energy Code|Code Manager)\b/g),
    speaksFor('numbered Schedules', /\bSchedule \d+\b/gi),
  ],
};

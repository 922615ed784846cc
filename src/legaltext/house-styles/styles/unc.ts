import { bracketed, division, dottedLevels } from '../levels.ts';
import type { HouseStyle } from '../model.ts';
import { givesAway, speaksFor } from '../signs.ts';

/**
 * Uniform Network Code: documents (TPD, GTD, OAD…) of Sections, each with paragraphs 1, 1.1, 1.1.1, then (a), (i), (1).
 * Cited "paragraph 3.1.4(v)", "Section V3.1", "Section GTD paragraph 3.1.4(v)", "TPD Section V 3.1", in short "TPD V3.1".
 */
export const UNC: HouseStyle = {
  kind: 'house-style',
  id: 'unc',
  name: 'Uniform Network Code',
  levels: [
    division('document', 0),
    division('section', 1),
    division('annex', 2),
    division('appendix', 2),
    division('part', 2),
    ...dottedLevels('paragraph', 3, ['paragraph', 'clause']),
    bracketed('subparagraph', 8, 'lower-letter', ['paragraph', 'sub-paragraph', 'clause']),
    bracketed('item', 9, 'lower-roman', ['paragraph', 'sub-paragraph', 'item']),
    bracketed('subitem', 10, 'decimal', ['paragraph', 'sub-paragraph', 'item']),
    bracketed('point', 11, 'upper-letter', ['paragraph', 'sub-paragraph', 'item']),
  ],
  insertion: 'parliamentary',
  citations: {
    '': { within: 'paragraph {whole}{inner}', across: 'paragraph {whole}{inner}' },
    document: { within: 'paragraph {whole}{inner}', across: '{division} paragraph {whole}{inner}' },
    section: { within: 'paragraph {whole}{inner}', across: 'Section {division} paragraph {whole}{inner}' },
    annex: { within: 'paragraph {whole}{inner}', across: 'paragraph {whole}{inner} of Annex {division}' },
    appendix: { within: 'paragraph {whole}{inner}', across: 'paragraph {whole}{inner} of Appendix {division}' },
    part: { within: 'paragraph {whole}{inner}', across: 'paragraph {whole}{inner} of Part {division}' },
  },
  divisionCitation: '{Kind} {division}',
  relative: true,
  bare: true,
  selves: ['code', 'document'],
  shortFormsAreLocal: false,
  documents: [
    { short: 'TPD', name: 'Transportation Principal Document' },
    { short: 'GTD', name: 'General Terms' },
    { short: 'OAD', name: 'Offtake Arrangements Document' },
    { short: 'EID', name: 'European Interconnection Document' },
    { short: 'IGTAD', name: 'Independent Gas Transporters Arrangements Document' },
    { short: 'TD', name: 'Transition Document' },
    { short: 'GT', name: 'General Terms' },
  ],
  jurisdictions: ['gb'],
  definedTerms: 'capitals',
  signs: [
    givesAway('the names of UNC documents', /\b(?:TPD|GTD|OAD|IGTAD)\b/g),
    speaksFor('citations of paragraphs', /\bparagraph \d+\.\d+/g),
    givesAway('citations such as “Section V paragraph 3.1”', /\bSection [A-Z]{1,5} paragraph \d/g),
    givesAway('words of the UNC', /\b(?:Uniform Network Code|Transporters?|Shipper Users?)\b/g),
  ],
};

import { bracketed, division } from '../levels.ts';
import type { HouseStyle } from '../model.ts';
import { givesAway } from '../signs.ts';

/**
 * Codes of the American kind: titles, chapters and the like that only group, sections numbered through the whole code
 * (§ 47-1801.04), under them (a), (1), (A), (i), (I), (aa), (AA), any of which may be left out. Cited
 * "§ 47-1801.04(26)(A)", "subsection (a)(1) of this section", "chapter 5 of title 2".
 */
export const US_CODE: HouseStyle = {
  kind: 'house-style',
  id: 'us-code',
  name: 'United States codes',
  levels: [
    division('title', 0),
    division('subtitle', 1),
    division('unit', 1),
    division('chapter', 2),
    division('subchapter', 3),
    division('part', 4),
    division('subpart', 5),
    division('article', 2),
    {
      kind: 'section',
      number: { form: 'whole', sign: '§', stop: true },
      heading: 'line',
      names: ['section'],
      division: false,
      rank: 6,
    },
    bracketed('subsection', 7, 'lower-letter', ['subsection', 'paragraph']),
    bracketed('paragraph', 8, 'decimal', ['paragraph', 'subsection']),
    bracketed('subparagraph', 9, 'upper-letter', ['subparagraph', 'paragraph']),
    bracketed('clause', 10, 'lower-roman', ['sub-subparagraph', 'clause', 'subparagraph']),
    bracketed('subclause', 11, 'upper-roman', ['sub-sub-subparagraph', 'subclause']),
  ],
  insertion: 'american',
  citations: { '': { within: '{whole}{inner}', across: '{whole}{inner}' } },
  divisionCitation: '{Kind} {division}',
  relative: true,
  bare: false,
  selves: ['code', 'act'],
  shortFormsAreLocal: true,
  documents: [],
  jurisdictions: ['us'],
  definedTerms: 'small',
  signs: [
    givesAway('the section sign', /§\s*\d/g),
    givesAway(
      'citations such as “subsection (a) of this section”',
      /\bsub(?:section|paragraph) \([a-zA-Z0-9]+\)(?:\([a-zA-Z0-9]+\))* of (?:this|that) /g,
    ),
  ],
};

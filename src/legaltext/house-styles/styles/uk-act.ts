import { bracketed, division } from '../levels.ts';
import type { HouseStyle, Layout, Level } from '../model.ts';
import { givesAway, speaksFor } from '../signs.ts';

const SCHEDULE = ['schedule'];

const whole = (kind: string, where: Pick<Level, 'within' | 'outside'>): Level => ({
  kind,
  number: { form: 'whole', sign: '', stop: false },
  heading: 'guess',
  names: kind === 'section' ? ['section', 'regulation', 'article', 'rule'] : ['paragraph'],
  division: false,
  rank: 3,
  ...where,
});

/**
 * Above an Act stand its year and chapter (of an older one, the year of the reign), above an instrument its year and number;
 * above the Schedules, that word; beside the number of a Schedule, the section that it belongs to. An only Schedule has no number.
 */
const LAYOUT: Layout = {
  publishedAs:
    /^(?:(?:1[2-9]|20)\d\d\s+(?:chapter|ch?\.|asp|anaw|asc|nawm|dsc|no\.)|\d+(?:\s(?:&|and)\s\d+)?\s(?:eliz|geo|will|vict|edw)\.?(?:\s\d)?,?\s(?:chapter|ch?\.))\s*\d+(?:\s*\([^()]*\))*$/i,
  groups: [
    { line: /^SCHEDULES$/, kind: 'schedules', rank: -0.5 },
    { line: /^(?:THE )?SCHEDULE$/, kind: 'schedule', rank: 0 },
  ],
  margin:
    /^(?:section|article|regulation|rule|paragraph)s?\s\d[\dA-Za-z()]*(?:(?:,|,? and|,? or| to)\s(?:(?:section|article|regulation|rule|paragraph)s?\s)?\d[\dA-Za-z()]*)*$/i,
};

/**
 * Acts of the United Kingdom, and instruments made under them: Parts, Chapters, sections (regulations, articles) numbered
 * through the whole, (1), (a), (i), (A); Schedules of paragraphs. Cited "section 12(3)(b)", "subsection (3)",
 * "paragraph 4(2) of Schedule 2".
 */
export const UK_ACT: HouseStyle = {
  kind: 'house-style',
  id: 'uk-act',
  name: 'Acts of the United Kingdom',
  levels: [
    division('schedule', 0),
    { ...division('part', 1), division: false },
    { ...division('chapter', 2), division: false },
    whole('section', { outside: SCHEDULE }),
    whole('paragraph', { within: SCHEDULE }),
    bracketed('subsection', 4, 'decimal', ['subsection', 'paragraph'], { outside: SCHEDULE }),
    bracketed('subparagraph', 4, 'decimal', ['sub-paragraph', 'subparagraph'], { within: SCHEDULE }),
    bracketed('paragraph', 5, 'lower-letter', ['paragraph']),
    bracketed('subparagraph', 6, 'lower-roman', ['sub-paragraph', 'subparagraph']),
    bracketed('item', 7, 'upper-letter', ['sub-paragraph', 'subparagraph', 'item']),
  ],
  insertion: 'parliamentary',
  layout: LAYOUT,
  citations: {
    '': { within: 'section {whole}{inner}', across: 'section {whole}{inner}' },
    schedule: { within: 'paragraph {whole}{inner}', across: 'paragraph {whole}{inner} of Schedule {division}' },
  },
  divisionCitation: '{Kind} {division}',
  relative: true,
  bare: false,
  selves: ['act', 'regulations', 'order', 'rules'],
  shortFormsAreLocal: false,
  documents: [],
  jurisdictions: ['gb'],
  definedTerms: 'small',
  signs: [
    speaksFor('citations of subsections by number', /\bsub-?section \(\d+[A-Z]*\)/gi),
    speaksFor('citations of sections by number', /\bsections? \d+[A-Z]*(?:\(\d+[A-Z]*\))?/g),
    givesAway('the words of Acts', /\bBe it enacted|\bSecretary of State\b|\bthis Act\b/g),
    speaksFor('sections that begin with subsection (1)', /^\s*\d+[A-Z]*\.?—?\s*\(1\)/gm),
  ],
};

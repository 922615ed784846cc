import { HOUSE_STYLES } from '../house-styles/index.ts';
import type { HouseStyle } from '../house-styles/model.ts';
import { provisionsUnder } from '../provision.ts';
import { readPlainText } from './read-plain-text.ts';

/** How well a style fits a text: 0 for not at all, 1 for without a doubt; and why. */
export interface StyleFit {
  readonly kind: 'style-fit';
  readonly style: HouseStyle;
  readonly score: number;
  readonly reasons: readonly string[];
}

/** A way of writing that gives a code away, or, where other codes have it too, only speaks for it. */
interface Cue {
  readonly pattern: RegExp;
  readonly reason: string;
  readonly tells: 'alone' | 'beside-others';
}

const alone = (reason: string, pattern: RegExp): Cue => ({ pattern, reason, tells: 'alone' });
const shared = (reason: string, pattern: RegExp): Cue => ({ pattern, reason, tells: 'beside-others' });

const CUES: Readonly<Record<string, readonly Cue[]>> = {
  bsc: [
    alone('annexes numbered as S-2', /^\s*ANNEX [A-Z]-\d/gim),
    shared('citations such as “Section F2.6”', /\bSection [A-Z]\d+\.\d/g),
    shared('citations of paragraphs', /\bparagraph \d+\.\d+/g),
    alone('words of the BSC', /\b(?:BSCCo|Trading Part(?:y|ies)|Balancing and Settlement|BM Units?)\b/g),
  ],
  rec: [
    shared('citations of Paragraphs, with a capital', /\bParagraph \d+\.\d+/g),
    alone('words of the REC', /\b(?:REC Schedule|RECCo|Retail Energy Code|Code Manager)\b/g),
    shared('numbered Schedules', /\bSchedule \d+\b/gi),
  ],
  sec: [
    alone('numbers that begin with the letter of their Section', /^\s*[A-Z]\d{1,2}(?:\.\d+)?\s/gm),
    shared('citations such as “Section H14.31”', /\bSections? [A-Z]\d+(?:\.\d+)?/g),
    alone('words of the SEC', /\b(?:DCC|SECCo|Smart Energy Code)\b/g),
  ],
  dcusa: [
    shared('citations of Clauses', /\bClauses? \d+(?:\.\d+)*/g),
    alone('Sections numbered 1A, 1B', /^\s*SECTION \d[A-Z]\b/gm),
    alone('words of the DCUSA', /\b(?:DCUSA|this Agreement)\b/g),
  ],
  unc: [
    alone('the names of UNC documents', /\b(?:TPD|GTD|OAD|IGTAD)\b/g),
    shared('citations of paragraphs', /\bparagraph \d+\.\d+/g),
    alone('citations such as “Section V paragraph 3.1”', /\bSection [A-Z]{1,5} paragraph \d/g),
    alone('words of the UNC', /\b(?:Uniform Network Code|Transporters?|Shipper Users?)\b/g),
  ],
  'us-code': [
    alone('the section sign', /§\s*\d/g),
    alone(
      'citations such as “subsection (a) of this section”',
      /\bsub(?:section|paragraph) \([a-zA-Z0-9]+\)(?:\([a-zA-Z0-9]+\))* of (?:this|that) /g,
    ),
  ],
  'uk-act': [
    shared('citations of subsections by number', /\bsub-?section \(\d+[A-Z]*\)/gi),
    shared('citations of sections by number', /\bsections? \d+[A-Z]*(?:\(\d+[A-Z]*\))?/g),
    alone('the words of Acts', /\bBe it enacted|\bSecretary of State\b|\bthis Act\b/g),
    shared('sections that begin with subsection (1)', /^\s*\d+[A-Z]*\.?—?\s*\(1\)/gm),
  ],
};

/** How far one cue, found often, goes towards certainty. */
const WEIGHTS: Readonly<Record<Cue['tells'], number>> = { alone: 0.7, 'beside-others': 0.3 };

const SAMPLE = 200_000;
/** Where a code says its own name; and how far that goes towards certainty. */
const TITLE = 400;
const NAMED = 0.9;

/**
 * Which house style a text is written in, the best fit first, with reasons. Each style reads the beginning of the text:
 * the more lines it takes as numbered and the fewer of them it doubts, the better; its own ways of citing count beside.
 * Cost: seven readings of the first 200,000 characters at most.
 */
export function recogniseStyle(text: string): readonly StyleFit[] {
  const sample = text.slice(0, SAMPLE);
  const lines = sample.split('\n').filter((line) => line.trim() !== '').length;
  return HOUSE_STYLES.map((style) => fitOf(style, sample, lines)).sort((a, b) => b.score - a.score);
}

function fitOf(style: HouseStyle, sample: string, lines: number): StyleFit {
  const read = readPlainText(sample, style);
  const reasons: string[] = [];
  let score = 0;
  if (read.kind === 'ok' && lines > 0) {
    let numbered = 0;
    for (const provision of provisionsUnder(read.value.version.root)) if (provision.number !== '') numbered += 1;
    const doubted = read.value.doubts.filter(({ what }) => what !== 'text-before-first-number').length;
    const sure = Math.max(numbered - doubted, 0);
    score = 0.6 * Math.min(sure / lines, 1);
    if (numbered > 0) reasons.push(`${numbered} of ${lines} lines begin with its numbers, ${doubted} of them in doubt`);
  }
  // What each cue leaves in doubt: a style gains nothing by having few of them, and loses nothing by having many.
  let doubt = 1;
  for (const { pattern, reason, tells } of CUES[style.id] ?? []) {
    const found = sample.match(pattern)?.length ?? 0;
    if (found === 0) continue;
    doubt *= 1 - WEIGHTS[tells] * Math.min(1, 0.5 + found / 20);
    reasons.push(`${found} × ${reason}`);
  }
  if (sample.slice(0, TITLE).toLowerCase().includes(style.name.toLowerCase())) {
    doubt *= 1 - NAMED;
    reasons.push('the name of the code at the beginning');
  }
  return { kind: 'style-fit', style, score: score + 0.4 * (1 - doubt), reasons };
}

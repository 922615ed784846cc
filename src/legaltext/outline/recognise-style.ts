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

/** Ways of writing that give a code away. */
interface Cue {
  readonly pattern: RegExp;
  readonly reason: string;
}

const CUES: Readonly<Record<string, readonly Cue[]>> = {
  bsc: [
    { pattern: /^\s*ANNEX [A-Z]-\d/gim, reason: 'annexes numbered as S-2' },
    { pattern: /\bSection [A-Z]\d+\.\d/g, reason: 'citations such as “Section F2.6”' },
    { pattern: /\bparagraph \d+\.\d+/g, reason: 'citations of paragraphs' },
    { pattern: /\b(?:BSCCo|Trading Part(?:y|ies)|Balancing and Settlement)\b/g, reason: 'words of the BSC' },
  ],
  rec: [
    { pattern: /\bParagraph \d+\.\d+/g, reason: 'citations of Paragraphs, with a capital' },
    { pattern: /\b(?:REC Schedule|RECCo|Retail Energy Code|Code Manager)\b/g, reason: 'words of the REC' },
    { pattern: /\bSchedule \d+\b/g, reason: 'numbered Schedules' },
  ],
  sec: [
    { pattern: /^\s*[A-Z]\d{1,2}(?:\.\d+)?\s/gm, reason: 'numbers that begin with the letter of their Section' },
    { pattern: /\bSections? [A-Z]\d+(?:\.\d+)?/g, reason: 'citations such as “Section H14.31”' },
    { pattern: /\b(?:DCC|SECCo|Smart Energy Code)\b/g, reason: 'words of the SEC' },
  ],
  dcusa: [
    { pattern: /\bClauses? \d+(?:\.\d+)*/g, reason: 'citations of Clauses' },
    { pattern: /^\s*SECTION \d[A-Z]\b/gm, reason: 'Sections numbered 1A, 1B' },
    { pattern: /\b(?:DCUSA|this Agreement)\b/g, reason: 'words of the DCUSA' },
  ],
  unc: [
    { pattern: /\b(?:TPD|GTD|OAD|IGTAD)\b/g, reason: 'the names of UNC documents' },
    { pattern: /\bparagraph \d+\.\d+/g, reason: 'citations of paragraphs' },
    { pattern: /\b(?:Uniform Network Code|Transporters?|Shipper Users?)\b/g, reason: 'words of the UNC' },
  ],
  'us-code': [
    { pattern: /§\s*\d/g, reason: 'the section sign' },
    {
      pattern: /\bsub(?:section|paragraph) \([a-zA-Z0-9]+\)(?:\([a-zA-Z0-9]+\))* of (?:this|that) /g,
      reason: 'citations such as “subsection (a) of this section”',
    },
  ],
  'uk-act': [
    { pattern: /\bsub-?section \(\d+[A-Z]*\)/g, reason: 'citations of subsections by number' },
    { pattern: /\bsections? \d+[A-Z]*(?:\(\d+[A-Z]*\))?/g, reason: 'citations of sections by number' },
    { pattern: /\bBe it enacted|\bSecretary of State\b|\bthis Act\b/g, reason: 'the words of Acts' },
    { pattern: /^\s*\d+[A-Z]*\.?—?\s*\(1\)/gm, reason: 'sections that begin with subsection (1)' },
  ],
};

const SAMPLE = 200_000;

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
    const sure = Math.max(numbered - 2 * doubted, 0);
    score = 0.6 * Math.min(sure / lines, 1);
    if (numbered > 0) reasons.push(`${numbered} of ${lines} lines begin with its numbers, ${doubted} of them in doubt`);
  }
  const cues = CUES[style.id] ?? [];
  for (const { pattern, reason } of cues) {
    const found = sample.match(pattern)?.length ?? 0;
    if (found === 0) continue;
    score += (0.4 / cues.length) * Math.min(1, 0.5 + found / 20);
    reasons.push(`${found} × ${reason}`);
  }
  return { kind: 'style-fit', style, score, reasons };
}

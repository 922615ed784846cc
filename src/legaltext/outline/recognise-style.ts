import { HOUSE_STYLES } from '../house-styles/index.ts';
import type { HouseStyle, StyleSign } from '../house-styles/model.ts';
import { provisionsUnder } from '../provision.ts';
import { readPlainText } from './read-plain-text.ts';

/** How well a style fits a text: 0 for not at all, 1 for without a doubt; and why. */
export interface StyleFit {
  readonly kind: 'style-fit';
  readonly style: HouseStyle;
  readonly score: number;
  readonly reasons: readonly string[];
}

/** How far one sign, found often, goes towards certainty. */
const WEIGHTS: Readonly<Record<StyleSign['tells'], number>> = { alone: 0.7, 'beside-others': 0.3 };

/** So much of a text is looked at. In UTF-16 units. */
export const SAMPLE = 200_000;
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
  const signs = signsOf(style, sample);
  return { kind: 'style-fit', style, score: score + 0.4 * signs.score, reasons: [...reasons, ...signs.reasons] };
}

/**
 * How much the ways of writing in a text speak for a style: 0 for not at all, 1 for without a doubt; and which. A style gains
 * nothing by having few signs, and loses nothing by having many. Linear.
 */
export function signsOf(style: HouseStyle, sample: string): Pick<StyleFit, 'score' | 'reasons'> {
  const reasons: string[] = [];
  let doubt = 1;
  for (const { pattern, reason, tells } of style.signs) {
    const found = sample.match(pattern)?.length ?? 0;
    if (found === 0) continue;
    doubt *= 1 - WEIGHTS[tells] * Math.min(1, 0.5 + found / 20);
    reasons.push(`${found} × ${reason}`);
  }
  if (sample.slice(0, TITLE).toLowerCase().includes(style.name.toLowerCase())) {
    doubt *= 1 - NAMED;
    reasons.push('the name of the code at the beginning');
  }
  return { score: 1 - doubt, reasons };
}

import { HOUSE_STYLES } from '../house-styles/index.ts';
import type { HouseStyle } from '../house-styles/model.ts';
import { readNumber } from '../house-styles/number.ts';
import { provisionsUnder, TEXT_PARTS } from '../provision.ts';
import type { Version } from '../version.ts';
import { SAMPLE, signsOf, type StyleFit } from './recognise-style.ts';

/** How far numbers that all fit a style go towards certainty; the ways of writing go the rest of the way. */
const NUMBERS = 0.6;

/**
 * Which house style a text is in that came with its provisions told apart, the best fit first, with reasons. How many
 * numbered provisions are of its levels, by kind and number, counts, and so do its ways of citing and writing. Where the
 * text says whose law it is (`jurisdiction`, as in `gb`), only styles of that law come into question; should none be known, all do.
 *
 * Cost: linear in the text, times the number of styles.
 */
export function recogniseVersion(version: Version, jurisdiction: string | null = null): readonly StyleFit[] {
  const ofIts = HOUSE_STYLES.filter((style) => jurisdiction !== null && style.jurisdictions.includes(jurisdiction));
  const { numbered, sample } = evidenceOf(version);
  return (ofIts.length === 0 ? HOUSE_STYLES : ofIts)
    .map((style): StyleFit => {
      const signs = signsOf(style, sample);
      const fitting = numbered.filter((each) => hasLevelOf(style, each)).reduce((sum, { count }) => sum + count, 0);
      const all = numbered.reduce((sum, { count }) => sum + count, 0);
      return {
        kind: 'style-fit',
        style,
        score: NUMBERS * (all === 0 ? 0 : fitting / all) + (1 - NUMBERS) * signs.score,
        reasons: [...(all === 0 ? [] : [`${fitting} of ${all} numbers are of its levels`]), ...signs.reasons],
      };
    })
    .sort((a, b) => b.score - a.score);
}

interface Numbered {
  readonly kind: string;
  readonly number: string;
  count: number;
}

const hasLevelOf = (style: HouseStyle, { kind, number }: Numbered): boolean =>
  style.levels.some((level) => level.kind === kind && readNumber(style, level, number) !== null);

/** The numbers of a version with how often each stands, by kind, and its first words. */
function evidenceOf(version: Version): { readonly numbered: readonly Numbered[]; readonly sample: string } {
  const numbered = new Map<string, Numbered>();
  let sample = '';
  for (const provision of provisionsUnder(version.root)) {
    const { kind, number } = provision;
    if (sample.length < SAMPLE)
      sample += `${number} ${TEXT_PARTS.map((part) => provision[part].words)
        .filter((words) => words !== '')
        .join('\n')}\n`;
    if (number === '') continue;
    const known = numbered.get(`${kind} ${number}`);
    if (known === undefined) numbered.set(`${kind} ${number}`, { kind, number, count: 1 });
    else known.count += 1;
  }
  return { numbered: [...numbered.values()], sample: sample.slice(0, SAMPLE) };
}

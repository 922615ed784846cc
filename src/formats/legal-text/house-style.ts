import { houseStyle, HOUSE_STYLES } from '../../legaltext/house-styles/index.ts';
import type { HouseStyle } from '../../legaltext/house-styles/model.ts';
import { readNumber } from '../../legaltext/house-styles/number.ts';
import { provisionsUnder } from '../../legaltext/provision.ts';
import type { Version } from '../../legaltext/version.ts';
import { failed, ok, type Result } from '../../values/result.ts';
import { refusal, type LegalTextFailure } from './model.ts';

/** The style that was asked for by its id; a refusal names the styles there are. */
export function styleNamed(id: string): Result<HouseStyle, LegalTextFailure> {
  const style = houseStyle(id.toLowerCase());
  if (style !== undefined) return ok(style);
  const known = HOUSE_STYLES.map((each) => `${each.id} (${each.name})`).join(', ');
  return failed(refusal(`There is no house style called “${id}”. The styles are: ${known}.`));
}

/**
 * The style whose levels account for most provisions of a version, by kind and number; the first of the list among equals.
 * For writing a text that came from a format without styles.
 */
export function styleOfVersion(version: Version): HouseStyle {
  const numbered = new Map<string, { readonly kind: string; readonly number: string; count: number }>();
  for (const { kind, number } of provisionsUnder(version.root)) {
    if (number === '') continue;
    const known = numbered.get(`${kind} ${number}`);
    if (known === undefined) numbered.set(`${kind} ${number}`, { kind, number, count: 1 });
    else known.count += 1;
  }
  const scoreOf = (style: HouseStyle): number => {
    let score = 0;
    for (const { kind, number, count } of numbered.values())
      if (style.levels.some((level) => level.kind === kind && readNumber(style, level, number) !== null))
        score += count;
    return score;
  };
  return HOUSE_STYLES.map((style) => ({ style, score: scoreOf(style) })).reduce((best, each) =>
    each.score > best.score ? each : best,
  ).style;
}

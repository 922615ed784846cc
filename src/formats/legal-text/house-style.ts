import { houseStyle, HOUSE_STYLES } from '../../legaltext/house-styles/index.ts';
import type { HouseStyle } from '../../legaltext/house-styles/model.ts';
import { recogniseVersion } from '../../legaltext/outline/recognise-version.ts';
import type { Version } from '../../legaltext/version.ts';
import { failed, ok, type Result } from '../../values/result.ts';
import { refusal, type LegalText, type LegalTextFailure } from './model.ts';
import { jurisdictionOf } from './said-of-itself.ts';

/** The style that was asked for by its id; a refusal names the styles there are. */
export function styleNamed(id: string): Result<HouseStyle, LegalTextFailure> {
  const style = houseStyle(id.toLowerCase());
  if (style !== undefined) return ok(style);
  const known = HOUSE_STYLES.map((each) => `${each.id} (${each.name})`).join(', ');
  return failed(refusal(`There is no house style called “${id}”. The styles are: ${known}.`));
}

/**
 * The style of a text: by which its words were read, or that its file's own words, numbers and country come nearest to.
 * For checking and writing a text that came from a format without styles.
 */
export function styleOfText({
  style,
  version,
  akn,
}: Pick<LegalText, 'style' | 'akn'> & { readonly version: Version }): HouseStyle {
  const nearest = style ?? recogniseVersion(version, jurisdictionOf(akn))[0]?.style;
  if (nearest === undefined) throw new Error('There is no house style at all.');
  return nearest;
}

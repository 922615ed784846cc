import type { ItemMark } from '../document/writer.ts';
import { bulletGlyph, numeral, type NumeralStyle } from '../office/numerals.ts';
import { attribute, childAt, childrenOf, numberAttribute } from '../xml/element.ts';
import type { XmlElement } from '../xml/parse-xml.ts';

/** Where a paragraph without a bullet of its own looks for one: list styles, nearest first. */
export type ListStyles = readonly (XmlElement | undefined)[];

const SCHEMES: Readonly<Record<string, NumeralStyle>> = {
  arabic: 'decimal',
  alphaLc: 'lowerLetter',
  alphaUc: 'upperLetter',
  romanLc: 'lowerRoman',
  romanUc: 'upperRoman',
};

/** `arabicPeriod`, `alphaLcParenBoth`… (ECMA-376 part 1, 20.1.10.61) as printed. */
function numberMarker(type: string, value: number): string {
  const scheme = /^(?:arabic|alphaLc|alphaUc|romanLc|romanUc)/u.exec(type)?.[0] ?? 'arabic';
  const digits = numeral(value, SCHEMES[scheme] ?? 'decimal');
  if (type.endsWith('ParenBoth')) return `(${digits})`;
  if (type.endsWith('ParenR')) return `${digits})`;
  return type.endsWith('Plain') ? digits : `${digits}.`;
}

const BULLETS = new Set(['buNone', 'buChar', 'buAutoNum', 'buBlip']);

/** Numbers the paragraphs of one shape as they come. */
export interface Bullets {
  /** The mark of a paragraph, or undefined where it has none. */
  markOf(properties: XmlElement | undefined, styles: ListStyles): ItemMark | undefined;
}

export function createBullets(): Bullets {
  const counters: number[] = [];
  return {
    markOf(properties, styles) {
      const level = Math.min(8, Math.max(0, numberAttribute(properties, 'lvl') ?? 0));
      const places = [properties, ...styles.map((style) => childAt(style, `lvl${String(level + 1)}pPr`))];
      const place = places.find((element) => childrenOf(element).some((child) => BULLETS.has(child.name)));
      const bullet = childrenOf(place).find((child) => BULLETS.has(child.name));
      if (bullet?.name !== 'buAutoNum') counters.splice(level);
      if (bullet === undefined || bullet.name === 'buNone') return undefined;
      if (bullet.name !== 'buAutoNum') {
        const font = attribute(childAt(place, 'buFont'), 'typeface');
        return { marker: bulletGlyph(attribute(bullet, 'char') ?? '•', font), ordered: false, level };
      }
      counters.splice(level + 1);
      const value = counters[level] === undefined ? (numberAttribute(bullet, 'startAt') ?? 1) : counters[level] + 1;
      counters[level] = value;
      return { marker: numberMarker(attribute(bullet, 'type') ?? '', value), ordered: true, level };
    },
  };
}

import type { HouseStyle } from '../house-styles/model.ts';
import type { Version } from '../version.ts';

/** Short names of the codes of the industry, which stand before citations of their provisions: `BSC Section F2.6`. */
const CODES = ['BSC', 'REC', 'SEC', 'DCUSA', 'IGT UNC', 'UNC', 'CUSC', 'STC', 'SQSS', 'SPAA'];
const SHORT = new RegExp(`(?<![\\p{L}\\d])(${CODES.join('|')})\\s$`, 'u');
/** "Lantern Code ", "Finance Act 2003 ": words with capitals up to one that ends a title, right before a citation. */
const TITLE =
  /(?<!\p{L})\p{Lu}[\p{L}’'-]*(?:\s(?:\p{Lu}[\p{L}’'-]*|of|and|for|the))*?\s(?:Code|Agreement|Licen[cs]e|Protocol|(?:Act|Regulations|Order|Rules)(?:\s\d{4})?)(?=\s$)/u;
/** Words with which sentences begin, and no titles. */
const BEGINNING =
  /^(?:(?:The|This|That|Such|Each|Any|Every|All|In|Under|Where|When|If|See|For|Of|To|By|With|From|And|Or|Subject|of|and|for|the)\s)+/u;
/** Titles longer than this are not looked for. */
const NEAR = 100;

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^the\s+/, '')
    .replace(/\s+/g, ' ')
    .trim();

/** What a text is called: by its heading or, where it has none, as its style is. */
export function isOwnName(title: string, version: Version, style: HouseStyle): boolean {
  const heading = plain(version.root.heading.words);
  const called = plain(title);
  if (called === '') return false;
  if (heading === '' || heading === plain(style.name))
    return called === plain(style.name) || called === style.id.toLowerCase();
  return called === heading;
}

/**
 * The code that is named right before a citation: the "Lantern Code" of "Lantern Code Section A3.1". Null when there is
 * none. `known` are names that count without looking like titles.
 */
export function codeBefore(words: string, start: number, known: readonly string[]): string | null {
  const before = words.slice(Math.max(0, start - NEAR), start);
  if (!/\s$/.test(before)) return null;
  const given = known.find(
    (name) =>
      before.toLowerCase().endsWith(`${name.toLowerCase()} `) && !/[\p{L}\d]$/u.test(before.slice(0, -name.length - 1)),
  );
  if (given !== undefined) return given;
  const title = TITLE.exec(before)?.[0].replace(BEGINNING, '') ?? '';
  return title.includes(' ') ? title : (SHORT.exec(before)?.[1] ?? null);
}

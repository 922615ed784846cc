import type { HouseStyle, Level } from '../house-styles/model.ts';

/** The words a style cites by, ready for reading. */
export interface Vocabulary {
  readonly style: HouseStyle;
  /** Levels by what citations call them, the level whose usual name it is first. */
  readonly levels: ReadonlyMap<string, readonly Level[]>;
  /** Finds the next place where a citation can begin. Global; the caller sets `lastIndex`. */
  readonly anchor: RegExp;
  /** One name, at a place. Sticky. */
  readonly name: RegExp;
  /** What the text calls itself. */
  readonly selves: ReadonlySet<string>;
  /** A document's short name at the end of what stands before a citation. */
  readonly document: RegExp | null;
}

const vocabularies = new WeakMap<HouseStyle, Vocabulary>();

/** The vocabulary of a style, made once. */
export function vocabularyOf(style: HouseStyle): Vocabulary {
  const known = vocabularies.get(style);
  if (known !== undefined) return known;
  const levels = new Map<string, Level[]>();
  for (const level of style.levels)
    for (const name of level.names) {
      const sharing = levels.get(name.toLowerCase());
      if (sharing === undefined) levels.set(name.toLowerCase(), [level]);
      else if (level.names[0]?.toLowerCase() === name.toLowerCase()) sharing.unshift(level);
      else sharing.push(level);
    }
  const names = [...levels.keys()].sort((a, b) => b.length - a.length).map(inPattern);
  const bare = style.bare ? '|(?<![\\w.(])[A-Z]{1,4} ?\\d{1,3}\\.\\d' : '';
  const vocabulary: Vocabulary = {
    style,
    levels,
    anchor: new RegExp(`§|(?<![\\w-])(?:${names.join('|')})(?![\\w])${bare}`, 'gi'),
    name: new RegExp(`(?:§§?|(?:${names.join('|')})(?![\\w]))`, 'iy'),
    selves: new Set(style.selves),
    document:
      style.documents.length === 0
        ? null
        : new RegExp(`(?<![\\w])(${style.documents.map(({ short }) => short).join('|')})\\s$`),
  };
  vocabularies.set(style, vocabulary);
  return vocabulary;
}

/** A name in the singular or the plural, with a space where it has one. */
function inPattern(name: string): string {
  if (name === 'annex') return 'annex(?:es)?';
  if (name === 'appendix') return 'append(?:ix|ices)';
  return `${name.replace(/[-.]/g, '\\$&')}s?`;
}

/** A name as it is in the vocabulary: lower case, singular; and whether it was written in the plural. */
export function singular(written: string): { readonly name: string; readonly plural: boolean } {
  const lower = written.toLowerCase();
  if (lower.startsWith('§')) return { name: '§', plural: lower === '§§' };
  if (lower === 'annexes') return { name: 'annex', plural: true };
  if (lower === 'appendices') return { name: 'appendix', plural: true };
  return lower.endsWith('s') ? { name: lower.slice(0, -1), plural: true } : { name: lower, plural: false };
}

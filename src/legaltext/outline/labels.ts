import type { HouseStyle, Level } from '../house-styles/model.ts';
import { readNumber, type PrintedNumber } from '../house-styles/number.ts';
import { looksLikeHeading } from './recognise-words.ts';

/** A number at the beginning of a line, as one of the levels it could be of. */
export interface Label {
  readonly level: Level;
  /** As provisions bear it: `2.3`, `(a)`, `§ 47-101`, `S-2`. */
  readonly number: string;
  readonly read: PrintedNumber;
  /** The words after it. */
  readonly rest: string;
  /** Set apart from the words by a point, a dash or a tab, so that it is hardly the beginning of a sentence. */
  readonly apart: boolean;
}

const BRACKETED = /^\(([0-9A-Za-z]{1,12}(?:-[0-9A-Za-z]{1,6})?)\)\s*/;
const DOTTED =
  /^([A-Z]{0,3}\d{1,5}[A-Z]{0,4}\d{0,3}(?:\.[A-Z]{0,3}\d{1,5}[A-Z]{0,4}\d{0,3}){0,6})(\.?[–—]?|:)(?=\s|\(|$)(\s*)/;
const SECTION_SIGN = /^§+\s*([0-9A-Za-z][0-9A-Za-z:.–-]{0,39}?)(\.?)(?=\s|$)\s*/;
const KEYWORD_LABEL =
  /^\s+([A-Z]{0,4}\d{1,5}[A-Z]{0,3}\d{0,3}(?:[-.][A-Z\d]{1,6})?|[A-Z]{1,6}(?:[-.][A-Z\d]{1,6})?)(?=\s|[:.–—-]|$)(\s*[:–—-]\s*|\.\s+|\.$|\s*)/;

/** Every reading of the number that a line begins with; none where it begins with words. Constant time per level. */
export function labelsAt(style: HouseStyle, words: string): readonly Label[] {
  const first = words.charCodeAt(0);
  if (first === 0x28) return bracketedLabels(style, words);
  if (first === 0xa7) return signLabels(style, words);
  const labels: Label[] = [];
  const dotted = DOTTED.exec(words.slice(0, 120));
  if (dotted !== null) labels.push(...dottedLabels(style, words, dotted));
  labels.push(...keywordLabels(style, words));
  return labels;
}

function bracketedLabels(style: HouseStyle, words: string): Label[] {
  const found = BRACKETED.exec(words.slice(0, 40));
  if (found === null) return [];
  const number = `(${found[1] ?? ''})`;
  const rest = words.slice(found[0].length);
  return style.levels.flatMap((level) => {
    if (level.number.form !== 'bracketed') return [];
    const read = readNumber(style, level, number);
    return read === null ? [] : [{ level, number, read, rest, apart: true }];
  });
}

function signLabels(style: HouseStyle, words: string): Label[] {
  const found = SECTION_SIGN.exec(words.slice(0, 80));
  if (found === null) return [];
  const number = `§ ${found[1] ?? ''}`;
  const rest = words.slice(found[0].length);
  return style.levels.flatMap((level) => {
    if (level.number.form !== 'whole' || level.number.sign !== '§') return [];
    const read = readNumber(style, level, number);
    return read === null ? [] : [{ level, number, read, rest, apart: true }];
  });
}

function dottedLabels(style: HouseStyle, words: string, found: RegExpExecArray): Label[] {
  const [whole, number = '', stop = '', gap = ''] = found;
  const rest = words.slice(whole.length);
  const segments = number.split('.').length;
  const apart = stop !== '' || gap.includes('\t') || gap.length > 1 || rest === '';
  return style.levels.flatMap((level) => {
    const { number: form } = level;
    const fits =
      (form.form === 'dotted' && form.segments === segments && (form.letters || !/^[A-Z]{2}/.test(number))) ||
      (form.form === 'whole' && form.sign === '' && segments === 1);
    const read = fits ? readNumber(style, level, number) : null;
    return read === null ? [] : [{ level, number, read, rest, apart }];
  });
}

function keywordLabels(style: HouseStyle, words: string): Label[] {
  for (const level of style.levels) {
    if (level.number.form !== 'keyword') continue;
    for (const keyword of level.number.words) {
      const beginning = words.slice(0, keyword.length);
      if (beginning.toLowerCase() !== keyword.toLowerCase()) continue;
      const found = KEYWORD_LABEL.exec(words.slice(keyword.length, keyword.length + 80));
      const number = found?.[1];
      if (found === null || number === undefined) continue;
      const read = readNumber(style, level, number);
      if (read === null) continue;
      const rest = words.slice(keyword.length + found[0].length);
      const capitals = beginning === beginning.toUpperCase();
      const gap = found[2] ?? '';
      // `Title 47. Taxation.`: where a full stop ends the number, another ends the heading.
      const stopped = gap.includes('.') && looksLikeHeading(rest.replace(/\.$/, ''));
      return [{ level, number, read, rest, apart: capitals || rest === '' || stopped || /[:–—]/.test(gap) }];
    }
  }
  return [];
}

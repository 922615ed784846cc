import { compareKeys, designationKey, printDesignation, readDesignation, type Designation } from './designation.ts';
import type { HouseStyle, InsertionRule, Level, Series } from './model.ts';

/**
 * A printed number, taken apart: what stands before and after its segments (`(` and `)`, `§ ` and `.`, `Schedule `), and
 * the segments with what is between them (`2`, `.`, `3A`).
 */
export interface PrintedNumber {
  readonly lead: string;
  readonly segments: readonly Designation[];
  /** One fewer than segments: `.` or `-` or nothing (between the letter and the digits of `H14`). */
  readonly separators: readonly string[];
  readonly trail: string;
}

/** Numbers longer than this are words. */
export const LONGEST_NUMBER = 80;

const PLAIN_LEAD = /^(?:§+\s*|[A-Za-z]+\s+(?=[A-Z\d(])|[A-Za-z]{3,}\.\s*(?=\d))?/;

/** The label of a printed number without its dress: `(a)` is `a`, `§ 47-101.` is `47-101`, `Schedule 5` is `5`, `SEC. 4.` is `4`. Case is kept. */
export function bareLabel(number: string): string {
  if (number.length > LONGEST_NUMBER) return number;
  const trimmed = number.trim();
  const bracketed = /^[([]([^()[\]]*)[)\]]\.?$/.exec(trimmed);
  if (bracketed?.[1] !== undefined) return bracketed[1].trim() === '' ? trimmed : bareLabel(bracketed[1]);
  const bare = trimmed.replace(PLAIN_LEAD, '').replace(/\s*[.:)]+$/, '');
  return bare === '' ? trimmed : bare;
}

/** Reads a number as one of `level` prints it; null when it is none. */
export function readNumber(style: HouseStyle, level: Level, printed: string): PrintedNumber | null {
  if (printed === '' || printed.length > LONGEST_NUMBER) return null;
  const label = bareLabel(printed);
  const at = printed.indexOf(label);
  if (at < 0) return null;
  const lead = printed.slice(0, at);
  const trail = printed.slice(at + label.length);
  const body = readLabel(style.insertion, level, label);
  return body === null ? null : { lead, trail, ...body };
}

type Body = Pick<PrintedNumber, 'segments' | 'separators'>;

function readLabel(rule: InsertionRule, level: Level, label: string): Body | null {
  const { number } = level;
  if (number.form === 'bracketed') {
    const segment = readDesignation(label, number.series, rule);
    return segment === null ? null : { segments: [segment], separators: [] };
  }
  const segments: Designation[] = [];
  const separators: string[] = [];
  const letters = number.form === 'dotted' && number.letters ? /^[A-Z]{1,3}(?=\d)/.exec(label)?.[0] : undefined;
  let rest = label;
  if (letters !== undefined) {
    const section = readDesignation(letters, 'upper-letter', 'parliamentary');
    if (section === null) return null;
    segments.push(section);
    separators.push('');
    rest = label.slice(letters.length);
  }
  const parts = rest.split(/([.:–-])/);
  for (let index = 0; index < parts.length; index += 2) {
    const part = parts[index] ?? '';
    if (!/\d|^[A-Z]{1,4}$/.test(part)) return null;
    const segment = readDesignation(
      part,
      seriesOfSegment(part),
      rule === 'american' && number.form !== 'whole' ? rule : 'parliamentary',
    );
    if (segment === null) return null;
    segments.push(rule === 'american' && number.form === 'whole' ? { ...segment, small: true } : segment);
    const separator = parts[index + 1];
    if (separator !== undefined) separators.push(separator);
  }
  return { segments, separators };
}

/** Segments of keyword, dotted and whole numbers show by themselves what they count in. */
function seriesOfSegment(segment: string): Series {
  if (/\d/.test(segment) && !/^Z\d+$/.test(segment)) return 'decimal';
  if (/^[IVXLC]+$/.test(segment)) return 'upper-roman';
  return segment === segment.toUpperCase() ? 'upper-letter' : 'lower-letter';
}

/** A number as printed: the inverse of `readNumber`. */
export function printNumber({ lead, segments, separators, trail }: PrintedNumber): string {
  let body = '';
  segments.forEach((segment, index) => {
    body += printDesignation(segment) + (separators[index] ?? '');
  });
  return lead + body + trail;
}

/** Compares two numbers of one level, segment by segment; a number before those under it. */
export function comparePrinted(a: PrintedNumber, b: PrintedNumber): number {
  const shared = Math.min(a.segments.length, b.segments.length);
  for (let index = 0; index < shared; index += 1) {
    const left = a.segments[index];
    const right = b.segments[index];
    if (left === undefined || right === undefined) continue;
    const difference = compareSegments(left, right);
    if (difference !== 0) return difference;
  }
  return Math.sign(a.segments.length - b.segments.length);
}

function compareSegments(a: Designation, b: Designation): number {
  // A segment of letters comes after one of digits; Roman and other letters by the letters themselves.
  if (a.series !== b.series) {
    if (a.series === 'decimal') return -1;
    if (b.series === 'decimal') return 1;
    return printDesignation(a) < printDesignation(b) ? -1 : 1;
  }
  return compareKeys(designationKey(a), designationKey(b));
}

/**
 * The level whose numbers these could all be, the outermost first; undefined when there is none. Of two levels that
 * could both be meant ((h) and (i): letters, or h and Roman one), the one in which they rise is taken; of two in which
 * they do, the Roman one where the numbers are of more than one letter.
 */
export function levelOfNumbers(style: HouseStyle, numbers: readonly string[]): Level | undefined {
  const fitting = levelsFitting(style, numbers);
  return fitting.find((level) => rises(style, level, numbers)) ?? fitting[0];
}

/**
 * The levels that these could all be numbers of; a Roman one first where the numbers are of more than one letter, and those
 * that a word announces (Schedule 5) last where no word does: H1 is a clause before it is a section.
 */
function levelsFitting(style: HouseStyle, numbers: readonly string[]): readonly Level[] {
  const fitting = style.levels.filter((level) =>
    numbers.every((number) => wears(level, number) && readNumber(style, level, number) !== null),
  );
  fitting.sort((a, b) => Number(isUnannounced(a, numbers)) - Number(isUnannounced(b, numbers)));
  const likelyRoman =
    numbers.every((number) => /^\([ivxl]+\)$/i.test(number)) && numbers.some((number) => number.length > 3);
  return likelyRoman ? fitting.toSorted((a, b) => Number(isRoman(b)) - Number(isRoman(a))) : fitting;
}

const isUnannounced = ({ number }: Level, numbers: readonly string[]): boolean =>
  number.form === 'keyword' && !numbers.some((each) => /^\p{L}{2,}\s/u.test(each));

const isRoman = ({ number }: Level): boolean => number.form === 'bracketed' && number.series.endsWith('roman');

function rises(style: HouseStyle, level: Level, numbers: readonly string[]): boolean {
  const read = numbers.map((number) => readNumber(style, level, number));
  return read.every((each, index) => {
    const next = read[index + 1];
    return each === null || next == null || comparePrinted(each, next) < 0;
  });
}

/** Whether a number is dressed as those of a level are: in brackets, with a sign, with so many segments. */
function wears(level: Level, number: string): boolean {
  const { number: form } = level;
  switch (form.form) {
    case 'bracketed':
      return /^\(.*\)$/.test(number);
    case 'dotted':
      return (
        /^[A-Z]{0,3}\d|^[A-Z]\d/.test(number) &&
        !number.startsWith('(') &&
        number.replace(/\.$/, '').split('.').length === form.segments
      );
    case 'whole':
      return !number.startsWith('(') && /\d/.test(number);
    case 'keyword':
      return !number.startsWith('(') && !number.startsWith('§');
  }
}

/**
 * Which of two printed numbers comes first, in the natural order of a style: 2.3, 2.3ZA, 2.3A, 2.4, 2.10. Negative, zero
 * or positive. Numbers that the style has no level for are compared as words, with digits by their value.
 */
export function compareNumbers(style: HouseStyle, a: string, b: string, level?: Level): number {
  const shared = level ?? levelsFitting(style, [a, b])[0];
  if (shared !== undefined) {
    const left = readNumber(style, shared, a);
    const right = readNumber(style, shared, b);
    if (left !== null && right !== null) return comparePrinted(left, right);
  }
  return compareNaturally(bareLabel(a), bareLabel(b));
}

const PIECES = /\d{1,15}|\D+/g;

function compareNaturally(a: string, b: string): number {
  const left = a.match(PIECES) ?? [];
  const right = b.match(PIECES) ?? [];
  const shared = Math.min(left.length, right.length);
  for (let index = 0; index < shared; index += 1) {
    const one = left[index] ?? '';
    const other = right[index] ?? '';
    if (one === other) continue;
    const numeric = Number(one) - Number(other);
    if (!Number.isNaN(numeric) && numeric !== 0) return Math.sign(numeric);
    return one < other ? -1 : 1;
  }
  return Math.sign(left.length - right.length);
}

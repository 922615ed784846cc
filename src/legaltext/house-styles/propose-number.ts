import { failed, ok, type Result } from '../../values/result.ts';
import {
  compareKeys,
  designationKey,
  designationsAfter,
  designationsBefore,
  designationsFollowing,
  readDesignation,
  type Designation,
} from './designation.ts';
import type { HouseStyle, Level } from './model.ts';
import { comparePrinted, levelOfNumbers, printNumber, readNumber, type PrintedNumber } from './number.ts';

/** Where a number is wanted: what stands before and after it, and, where nothing does, at which level and under what. */
export interface NumberWanted {
  readonly before?: string;
  readonly after?: string;
  readonly level?: Level;
  /** The number of the provision it goes under: dotted numbers begin with it. */
  readonly parent?: string;
  /** Numbers that are in use already, besides the two neighbours: none of them is proposed. */
  readonly taken?: Iterable<string>;
}

export interface NumberRefusal {
  readonly kind: 'unreadable-number' | 'not-in-order' | 'no-number-between' | 'no-level';
  readonly message: string;
}

/**
 * A number for a new provision, by the conventions of a style: after the last the next; between 2.3 and 2.4 it is 2.3A,
 * between 2.3A and 2.4 it is 2.3B, between 2.3 and 2.3A it is 2.3ZA, before 1 it is A1, before A1 it is ZA1, before (a) it
 * is (za), before (i) it is (ai) (drafting guidance of the Office of the Parliamentary Counsel, part 6.4, which the codes of
 * Great Britain follow). What is proposed sorts between its neighbours, reads back as itself and is not taken.
 *
 * Fails when the neighbours are no numbers of one level of the style, stand in the wrong order, or leave no room. There is
 * no room where drafters have no convention, and renumber: before the first of an American series, (a) or (1); before H1
 * where the letter is that of the section; and between (z) and (z1).
 */
export function proposeNumber(style: HouseStyle, wanted: NumberWanted): Result<string, NumberRefusal> {
  const { before, after } = wanted;
  const given = [before, after].filter((number) => number !== undefined);
  const level = wanted.level ?? (given.length === 0 ? undefined : levelOfNeighbours(style, before, after));
  if (level === undefined)
    return refuse(
      'no-level',
      `The house style of the ${style.name} has no level whose numbers look like ${given.join(' and ') || 'that'}.`,
    );
  if (given.length === 0) return ok(firstNumber(level, wanted.parent));
  const low = before === undefined ? undefined : readNumber(style, level, before);
  const high = after === undefined ? undefined : readNumber(style, level, after);
  if (low === null || high === null)
    return refuse('unreadable-number', `“${String(low === null ? before : after)}” is not a number of this level.`);
  const inSequence = afterZ(low, high);
  if (low !== undefined && high !== undefined && !inSequence && comparePrinted(low, high) >= 0)
    return refuse(
      'not-in-order',
      `“${String(after)}” does not come after “${String(before)}”, so nothing stands between.`,
    );
  const taken = new Set([...given, ...(wanted.taken ?? [])]);
  for (const candidate of candidates(low, inSequence ? undefined : high)) {
    const printed = printNumber(candidate);
    const reread = readNumber(style, level, printed);
    if (taken.has(printed) || reread === null || comparePrinted(reread, candidate) !== 0) continue;
    if (low !== undefined && comparePrinted(low, reread) >= 0 && !afterZ(low, reread)) continue;
    if (high !== undefined && !inSequence && comparePrinted(reread, high) >= 0) continue;
    return ok(printed);
  }
  return refuse(
    'no-number-between',
    before === undefined
      ? `In the house style of the ${style.name} nothing is numbered before “${String(after)}”. Renumber it first.`
      : `In the house style of the ${style.name} nothing is numbered between “${before}” and “${after ?? 'the end'}”. Renumber one of them first.`,
  );
}

/** The level of the numbers beside the new one. What is first in its list and called (i) is Roman one, and no ninth letter. */
function levelOfNeighbours(
  style: HouseStyle,
  before: string | undefined,
  after: string | undefined,
): Level | undefined {
  const numbers = [before, after].filter((number) => number !== undefined);
  const romanOne = after === '(i)' ? 'lower-roman' : after === '(I)' ? 'upper-roman' : undefined;
  const roman =
    before === undefined && romanOne !== undefined
      ? style.levels.find(({ number }) => number.form === 'bracketed' && number.series === romanOne)
      : undefined;
  return roman ?? levelOfNumbers(style, numbers);
}

const refuse = (kind: NumberRefusal['kind'], message: string): Result<string, NumberRefusal> =>
  failed({ kind, message });

/** (aa) right after (z) goes on from it, though between (a) and (b) the same number is an inserted one. */
function afterZ(low: PrintedNumber | undefined, high: PrintedNumber | undefined): boolean {
  const [z, doubled] = [low?.segments.at(-1), high?.segments.at(-1)];
  if (z?.rule !== 'parliamentary' || doubled === undefined || z.count !== null || doubled.count !== null) return false;
  if (compareKeys(designationKey(z), [0, 1, 0, 26, 0]) !== 0) return false;
  return compareKeys(designationKey(doubled), [0, 1, 0, 1, 0, 0, 1, 0]) === 0;
}

function* candidates(low: PrintedNumber | undefined, high: PrintedNumber | undefined): Generator<PrintedNumber> {
  const pattern = low ?? high;
  const last = pattern?.segments.at(-1);
  if (pattern === undefined || last === undefined) return;
  const withLast = (printed: PrintedNumber, segment: Designation): PrintedNumber => ({
    ...printed,
    segments: [...printed.segments.slice(0, -1), segment],
  });
  if (low === undefined) {
    // American drafters put nothing before the first of a series: they renumber.
    if (last.rule === 'american' && last.before.length === 0 && last.after.length === 0) return;
    for (const segment of designationsBefore(last)) yield withLast(pattern, segment);
    return;
  }
  if (high === undefined) {
    if (isZ(last)) {
      const doubled = readDesignation(last.series === 'upper-letter' ? 'AA' : 'aa', last.series, last.rule);
      if (doubled !== null) yield withLast(low, doubled);
    }
    for (const segment of designationsFollowing(last)) yield withLast(low, segment);
  }
  for (const segment of designationsAfter(last)) yield withLast(low, segment);
  const upper = high?.segments.at(-1);
  if (high !== undefined && upper !== undefined)
    for (const segment of designationsBefore(upper)) yield withLast(high, segment);
}

const isZ = (last: Designation): boolean =>
  last.rule === 'parliamentary' && last.count === null && compareKeys(designationKey(last), [0, 1, 0, 26, 0]) === 0;

/** The first number of a level, under a parent where there is one. */
function firstNumber(level: Level, parent: string | undefined): string {
  const { number } = level;
  switch (number.form) {
    case 'keyword':
      return '1';
    case 'dotted':
      return parent === undefined || parent === ''
        ? Array.from({ length: number.segments }, () => '1').join('.')
        : `${parent.replace(/\.$/, '')}${/\d/.test(parent) ? '.' : ''}1`;
    case 'whole':
      return number.sign === '' ? '1' : `${number.sign} 1`;
    case 'bracketed':
      return {
        decimal: '(1)',
        'lower-letter': '(a)',
        'upper-letter': '(A)',
        'lower-roman': '(i)',
        'upper-roman': '(I)',
      }[number.series];
  }
}

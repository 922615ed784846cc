/**
 * Where a provision stands, as a lawyer would write it: `2.3.1(a)`, `Schedule 5, 2(b)`, `the definition of “Meter” in 1.1`.
 * It needs no house style, and is for reading only: citations that are to be read back are made by `house-styles`.
 */
import type { TextView } from './instrument.ts';
import type { Provision, ProvisionId } from './provision.ts';

/** What can be asked for the way to a provision: a version, or a draft of one. */
export type Ways = Pick<TextView, 'pathTo'>;

/** A heading or words of a place are cut to this many characters. */
const LONGEST = 60;

const shorten = (words: string): string => {
  const flat = words
    .slice(0, LONGEST * 4)
    .replace(/\s+/gu, ' ')
    .trim();
  return flat.length > LONGEST ? `${flat.slice(0, LONGEST - 1).trimEnd()}…` : flat;
};

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
/** `first` for 0, `second` for 1. */
export const ordinal = (position: number): string => ORDINALS[position] ?? `${position + 1}th`;

/** Divisions are announced by what they are, `Schedule 5`; paragraphs by their number alone. */
const ANNOUNCED: ReadonlySet<string> = new Set([
  'title',
  'subtitle',
  'division',
  'part',
  'chapter',
  'subchapter',
  'book',
  'schedule',
  'annex',
  'appendix',
]);

const isDivision = (kind: string, number: string): boolean =>
  ANNOUNCED.has(kind) || (kind === 'section' && /^[A-Z]+$/u.test(number));

/** Levels whose numbers Acts print bare, `1` or `a`, and cite in brackets: `section 2(1)(a)`. */
const BRACKETED: ReadonlySet<string> = new Set(['subsection', 'paragraph', 'subparagraph', 'item', 'subitem', 'point']);

/** A number that says itself what it is: `Annex A`. */
const NAMED = /^\p{L}{3,}/u;

/** The number as it is cited under what bears the number `above`. */
const cited = ({ kind, number }: Provision, above: Provision | undefined): string =>
  above !== undefined &&
  !isDivision(above.kind, above.number) &&
  !NAMED.test(above.number) &&
  BRACKETED.has(kind) &&
  /^[\da-z]{1,5}$/iu.test(number)
    ? `(${number})`
    : number;

/** The number with the word that goes before it; a section that goes by letters, too: `Section S`. */
export function announced({ kind, number }: Pick<Provision, 'kind' | 'number'>): string {
  return isDivision(kind, number) && !number.toLowerCase().startsWith(kind)
    ? `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${number}`
    : number;
}

/** Adds a number to a place: `2` then `2.3` is `2.3`; `2.3` then `(a)` is `2.3(a)`; `Schedule 5` then `2` is `Schedule 5, 2`. */
function addNumber(steps: string[], number: string): void {
  const last = steps.at(-1)?.replace(/\.$/u, '');
  const isWithin = last !== undefined && (number.startsWith(`${last}.`) || number.startsWith(`${last}-`));
  if (last !== undefined && number.startsWith('(')) steps[steps.length - 1] = `${last}${number}`;
  else if (isWithin) steps[steps.length - 1] = number;
  else steps.push(number);
}

/** The numbers on the way to a place, as one place: `A`, `3`, `3.1`, `(a)` is `A, 3.1(a)`. */
export function numbersInWords(numbers: readonly string[]): string {
  const steps: string[] = [];
  for (const number of numbers) addNumber(steps, number);
  return steps.join(', ');
}

/** What one calls a provision that bears no number, within the one above it. */
function unnumbered(provision: Provision, parent: Provision | undefined): string {
  const named = shorten(provision.heading.words);
  const defined = provision.text.marks.find((mark) => mark.kind === 'definition');
  if (defined !== undefined)
    return `the definition of “${shorten(provision.text.words.slice(defined.start, defined.end))}”`;
  const [, term, verb] =
    /^\W{0,3}["“]([^"“”]{1,80})["”](\s+(?:means|includes|has|shall))?/u.exec(provision.text.words.slice(0, 120)) ?? [];
  if (term !== undefined && (provision.kind === 'definition' || verb !== undefined))
    return `the definition of “${term}”`;
  if (named !== '') return `“${named}”`;
  const alike = parent?.children.filter((child) => child.kind === provision.kind && child.number === '') ?? [];
  const position = alike.indexOf(provision);
  if (provision.kind === 'row') return `row ${position + 1}`;
  if (provision.kind === 'cell') return `column ${position + 1}`;
  return alike.length > 1 ? `the ${ordinal(position)} ${provision.kind}` : `the ${provision.kind}`;
}

/**
 * The place at the end of this way, which begins with the root and holds everything down to the provision. Costs the way,
 * and the children of what bears no number.
 */
export function wayInWords(path: readonly Provision[]): string {
  const steps: string[] = [];
  const others: string[] = [];
  let above: Provision | undefined;
  for (const [depth, provision] of path.entries()) {
    // A section that is a text of its own is cited by its number; a whole code or law goes without saying.
    if (depth === 0 && (provision.number === '' || provision.kind === 'document')) continue;
    if (provision.number === '') others.push(unnumbered(provision, path[depth - 1]));
    else {
      // What bears a number is found by its numbers alone, whatever unnumbered headings it stands under.
      addNumber(steps, isDivision(provision.kind, provision.number) ? announced(provision) : cited(provision, above));
      above = provision;
      others.length = 0;
    }
  }
  const [only, ...more] = steps;
  // A whole number alone would read as a figure: `paragraph 3`.
  const isFigure = only !== undefined && more.length === 0 && /^\d+[A-Z]*$/u.test(only);
  const numbers = isFigure && above !== undefined ? `${above.kind} ${only}` : steps.join(', ');
  const words = others.join(', ');
  if (words === '') return numbers === '' ? 'the whole text' : numbers;
  return numbers === '' ? words : `${words} in ${numbers}`;
}

/** The place of the provision with this id; its id where the text does not hold it. */
export function placeInWords(text: Ways, id: ProvisionId): string {
  const path = text.pathTo(id);
  return path.length === 0 ? id : wayInWords(path);
}

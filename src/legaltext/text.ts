/**
 * Running words with standoff marks. Redlining, searching and merging see the words and nothing else; what a mark says
 * about some of them (a reference, a defined term, emphasis) stands beside, in ranges over the words.
 *
 * Positions count UTF-16 code units, as JavaScript strings do. A line break within a text is `\n`.
 */

/** Names and values in a format's own words (`href`, `eId`, `class`): kept, compared and hashed, never interpreted. */
export type Attributes = Readonly<Record<string, string>>;

export const NO_ATTRIBUTES: Attributes = Object.freeze({});

/**
 * - `reference`: words that point to a provision or a document; one unit, which a quotation holds whole or not at all
 * - `definition`: the words of a term where it is defined
 * - `term`: a use of a defined term that the source itself marked
 * - `emphasis`: bold, italic, superscript…; which one is in the attributes
 * - `inline`: anything else that a format marks and Pandect only keeps
 */
export type MarkKind = 'reference' | 'definition' | 'term' | 'emphasis' | 'inline';

/** A range of words `[start, end)`, and what is said of them. A mark over no words (`start === end`) is a point. */
export interface Mark {
  readonly kind: MarkKind;
  readonly start: number;
  readonly end: number;
  readonly attributes: Attributes;
}

const NO_MARKS: readonly Mark[] = Object.freeze([]);

/** Outer marks before the inner ones they hold: by start, then the longer first, then in the order given. */
const byPlace = (a: Mark, b: Mark): number => a.start - b.start || b.end - a.end;

/** An immutable text: words, and marks over them in order of place. */
export class Text {
  static readonly EMPTY = new Text('', NO_MARKS);

  readonly words: string;
  readonly marks: readonly Mark[];

  private constructor(words: string, marks: readonly Mark[]) {
    this.words = words;
    this.marks = marks;
  }

  /** A text of `words`. Marks may come in any order; one that reaches outside the words is a bug and throws. */
  static of(words: string, marks: readonly Mark[] = NO_MARKS): Text {
    if (marks.length === 0) return words === '' ? Text.EMPTY : new Text(words, NO_MARKS);
    for (const mark of marks)
      if (mark.start < 0 || mark.end < mark.start || mark.end > words.length)
        throw new RangeError(
          `A mark reaches from ${mark.start} to ${mark.end} in a text of ${words.length} characters.`,
        );
    return new Text(words, [...marks].sort(byPlace));
  }

  get isEmpty(): boolean {
    return this.words === '' && this.marks.length === 0;
  }

  /** Equal words with equal marks. */
  equals(other: Text): boolean {
    if (this === other) return true;
    if (this.words !== other.words || this.marks.length !== other.marks.length) return false;
    return this.marks.every((mark, index) => {
      const twin = other.marks[index];
      return twin !== undefined && markKey(mark) === markKey(twin);
    });
  }

  /** The words `[start, end)` with the marks over them, cut to fit. Points at the edges are kept. */
  slice(start: number, end: number): Text {
    if (start === 0 && end === this.words.length) return this;
    const marks: Mark[] = [];
    for (const mark of this.marks) {
      const from = Math.max(mark.start, start);
      const to = Math.min(mark.end, end);
      const isPoint = mark.start === mark.end;
      if (isPoint ? mark.start >= start && mark.start <= end : from < to)
        marks.push({ ...mark, start: from - start, end: to - start });
    }
    return Text.of(this.words.slice(start, end), marks);
  }

  /** This text followed by another. */
  concat(other: Text): Text {
    if (other.isEmpty) return this;
    if (this.isEmpty) return other;
    const shift = this.words.length;
    const shifted = other.marks.map((mark) => ({ ...mark, start: mark.start + shift, end: mark.end + shift }));
    return Text.of(this.words + other.words, [...this.marks, ...shifted]);
  }

  /**
   * This text with `[start, end)` replaced. A mark around the whole place grows or shrinks with it; a mark within it goes
   * with the words it was over; a mark that overlaps one edge is cut there. `replacement` brings its own marks.
   */
  replace(start: number, end: number, replacement: Text): Text {
    return this.replaceEach([{ start, end }], replacement);
  }

  /**
   * This text with each of these ranges replaced, which come in order and do not overlap: the same as replacing one after
   * another from the last to the first, but that no replacement touches the marks that another one brings. Linear in the text and in the ranges, and for each mark logarithmic in them.
   */
  replaceEach(ranges: readonly Range[], replacement: Text): Text {
    const pieces: string[] = [];
    const marks: Mark[] = [];
    const growth = this.marks.length === 0 ? [] : growthOver(ranges, replacement.words.length);
    for (const mark of this.marks) {
      const kept = markAfter(mark, ranges, growth, replacement.words.length);
      if (kept !== null) marks.push(kept);
    }
    let done = 0;
    let length = 0;
    for (const { start, end } of ranges) {
      pieces.push(this.words.slice(done, start), replacement.words);
      length += start - done;
      for (const mark of replacement.marks) marks.push({ ...mark, start: mark.start + length, end: mark.end + length });
      length += replacement.words.length;
      done = end;
    }
    pieces.push(this.words.slice(done));
    return Text.of(pieces.join(''), marks);
  }
}

/** Characters `[start, end)` of a text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** How much longer a text gets by replacing the first 0, 1, 2… of these ranges by so many characters each. */
function growthOver(ranges: readonly Range[], length: number): readonly number[] {
  const growth = [0];
  for (const [index, { start, end }] of ranges.entries()) growth.push((growth[index] ?? 0) + length - (end - start));
  return growth;
}

/** How many ranges from the front on this holds for; it holds for none after one that it does not hold for. */
function countOf(ranges: readonly Range[], holds: (range: Range) => boolean): number {
  let count = 0;
  for (let above = ranges.length; count < above;) {
    const middle = (count + above) >> 1;
    const range = ranges[middle];
    if (range !== undefined && holds(range)) count = middle + 1;
    else above = middle;
  }
  return count;
}

/**
 * What becomes of a mark when each of `ranges` is replaced by so many characters. Those strictly within the mark only make
 * it longer or shorter, and those before it shift it; so only the few at its edges are looked at one by one.
 */
function markAfter(mark: Mark, ranges: readonly Range[], growth: readonly number[], length: number): Mark | null {
  const before = countOf(ranges, (range) => range.end < mark.start);
  const inside = countOf(ranges, (range) => range.start <= mark.start);
  const within = countOf(ranges, (range) => range.end < mark.end);
  const touching = countOf(ranges, (range) => range.start <= mark.end);
  let now: Mark | null = mark;
  for (let index = touching - 1; index >= before; index -= 1) {
    if (index === within - 1 && within > inside) {
      now = { ...now, end: now.end + (growth[within] ?? 0) - (growth[inside] ?? 0) };
      index = inside;
      continue;
    }
    const range = ranges[index];
    if (range !== undefined) now = markAfterOne(now, range, length);
    if (now === null) return null;
  }
  const shift = growth[before] ?? 0;
  return shift === 0 ? now : { ...now, start: now.start + shift, end: now.end + shift };
}

function markAfterOne(mark: Mark, { start, end }: Range, length: number): Mark | null {
  const grown = length - (end - start);
  if (mark.end <= start && (mark.end < start || mark.start < start || mark.start === mark.end)) return mark;
  if (mark.start >= end && (mark.start > end || mark.end > end || start === end))
    return { ...mark, start: mark.start + grown, end: mark.end + grown };
  if (mark.start <= start && mark.end >= end && mark.end - mark.start > end - start)
    return { ...mark, end: mark.end + grown };
  if (mark.start < start) return { ...mark, end: start };
  if (mark.end > end) return { ...mark, start: start + length, end: mark.end + grown };
  return null;
}

/** Everything a mark says, in one string: equal marks have equal keys. */
export function markKey(mark: Mark): string {
  return JSON.stringify([mark.kind, mark.start, mark.end, sortedEntries(mark.attributes)]);
}

/** The entries of `attributes` in the order of their names, so that the order they were written in does not count. */
export function sortedEntries(attributes: Attributes): readonly (readonly [string, string])[] {
  const entries = Object.entries(attributes);
  return entries.length < 2 ? entries : entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

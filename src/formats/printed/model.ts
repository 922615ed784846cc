/**
 * A paper as it is printed, whatever it is printed to: a cover, then headings, paragraphs, lists and tables in order.
 *
 * The writers for PDF, Word, HTML, text and Markdown all take this one value, so that a paper says the same in each.
 * All words are plain: no writer reads markup in them, and no words can become markup.
 */

/** Words in one style. */
export interface Run {
  readonly text: string;
  readonly strong?: true;
  /** Anchor of the heading these words lead to. */
  readonly to?: string;
}

export interface PrintedHeading {
  readonly kind: 'heading';
  /** 1 is the outermost; each is at most one deeper than the one before. */
  readonly level: 1 | 2 | 3;
  readonly text: string;
  /** Unique in its paper; letters, digits and dashes. Present where something leads here. */
  readonly anchor?: string;
  /** Begins a new page, where there are pages. */
  readonly startsPage?: true;
}

export interface PrintedParagraph {
  readonly kind: 'paragraph';
  readonly runs: readonly Run[];
  /** `aside` is smaller and quieter: who leads an item, a footnote, a remark on the record. */
  readonly style: 'body' | 'aside';
}

export interface PrintedList {
  readonly kind: 'list';
  readonly ordered: boolean;
  readonly items: readonly (readonly Run[])[];
}

/** A cell: its paragraphs, or the page on which an anchor stands. */
export type PrintedCell =
  | { readonly kind: 'words'; readonly paragraphs: readonly (readonly Run[])[] }
  | { readonly kind: 'page'; readonly anchor: string };

export interface PrintedColumn {
  readonly heading: string;
  /** Share of the table's width, in any unit. */
  readonly width: number;
}

/** A table with one row of headings, repeated on every page it reaches. */
export interface PrintedTable {
  readonly kind: 'table';
  /** What the table holds, for people who do not see it. */
  readonly summary: string;
  readonly columns: readonly PrintedColumn[];
  readonly rows: readonly (readonly PrintedCell[])[];
}

export interface LabelledValue {
  readonly label: string;
  readonly value: PrintedCell;
}

/**
 * A form: rows of labels, each with its value beside it. A row of one label takes the whole width; rows of several share
 * it equally.
 */
export interface PrintedForm {
  readonly kind: 'form';
  readonly summary: string;
  readonly rows: readonly (readonly LabelledValue[])[];
  /** Footnotes to its values, each a last row of its own across the whole width. */
  readonly notes: readonly string[];
}

export type PrintedBlock = PrintedHeading | PrintedParagraph | PrintedList | PrintedTable | PrintedForm;

/** A front page of its own. */
export interface PrintedCover {
  readonly title: string;
  /** Under the title, one line each. */
  readonly lines: readonly string[];
  /** At the foot: what this paper is a view of. */
  readonly remark: string;
}

export interface PrintedDocument {
  readonly kind: 'printed-document';
  readonly title: string;
  readonly cover: PrintedCover;
  /** At the head of every page after the cover. */
  readonly header: string;
  /** At the foot of every page, before `1 of 9`. */
  readonly footer: string;
  readonly blocks: readonly PrintedBlock[];
}

/**
 * Words as they can be set on a line: control characters, line ends and runs of blanks become one space. The marks that
 * join letters, or turn the direction of writing, stay.
 */
export const printable = (words: string): string =>
  words
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\ufffe\uffff]+/gu, ' ')
    .replace(/[\s\ufeff]+/gu, ' ')
    .trim();

/** Words as paragraphs: one for each line that holds any. */
export const paragraphsOf = (words: string): readonly string[] =>
  words
    .split(/\r\n|[\n\r\u2028\u2029\f]/u)
    .map(printable)
    .filter((line) => line !== '');

/** A cell of plain words; blank for null. */
export const wordsCell = (words: string | null): PrintedCell => ({
  kind: 'words',
  paragraphs: words === null ? [] : paragraphsOf(words).map((text) => [{ text }]),
});

/** All the words of a cell on one line; `pageOf` gives the words for a page. */
export const cellWords = (cell: PrintedCell, pageOf: (anchor: string) => string = () => ''): string =>
  cell.kind === 'page' ? pageOf(cell.anchor) : cell.paragraphs.map(runWords).join(' ');

/** The words of runs, without their styles. */
export const runWords = (runs: readonly Run[]): string => runs.map((run) => run.text).join('');

/**
 * A house style, as data: how a code numbers its provisions and how it cites them. Nothing here computes; what reads,
 * compares, proposes and prints by a style is in the files beside this one. A new code is a new file under `styles/`.
 */

/** What counts up: 1 2 3, a b c, A B C, i ii iii, I II III. */
export type Series = 'decimal' | 'lower-letter' | 'upper-letter' | 'lower-roman' | 'upper-roman';

/**
 * How the number of one level is printed.
 * - `keyword`: a word and a label, `Schedule 5`, `ANNEX S-2`; the label may be letters, digits or both
 * - `dotted`: segments with points between, `2.3.1`; how many there are is the level. With `letters`, the first segment
 *   carries the letter of its section, `H14.31`
 * - `bracketed`: one sign in brackets, `(a)`
 * - `whole`: one number that stands for itself in the whole text, `12.` or `§ 47-1801.04.`
 */
export type NumberForm =
  | { readonly form: 'keyword'; readonly words: readonly string[] }
  | { readonly form: 'dotted'; readonly segments: number; readonly letters: boolean }
  | { readonly form: 'bracketed'; readonly series: Series }
  | { readonly form: 'whole'; readonly sign: '§' | ''; readonly stop: boolean };

/**
 * Where a level's heading stands in plain text.
 * - `line`: what follows the number on its line is the heading; the words begin on the next line
 * - `guess`: a short line without a verb of obligation or a full stop is a heading, all else is words
 * - `none`: the level has no headings
 */
export type HeadingRule = 'line' | 'guess' | 'none';

export interface Level {
  /** The kind of its provisions. */
  readonly kind: string;
  readonly number: NumberForm;
  readonly heading: HeadingRule;
  /** What citations call it, in lower case and in the singular, the usual word first. */
  readonly names: readonly string[];
  /** True for sections, schedules and annexes within which numbering starts afresh. */
  readonly division: boolean;
  /** Levels of one rank stand side by side, never within each other; the lower rank holds the higher. */
  readonly rank: number;
  /** Kinds of division in one of which it must stand. Anywhere, where none is given. */
  readonly within?: readonly string[];
  /** Kinds of division in none of which it may stand. */
  readonly outside?: readonly string[];
}

/**
 * How inserted provisions are numbered.
 * - `parliamentary`: 2A between 2 and 3, 2ZA between 2 and 2A, A1 before 1, (aa) between (a) and (b), (za) before (a)
 * - `american`: (a-1) between (a) and (b), (1A) between (1) and (2), 47-101a between 47-101 and 47-102; (aa) follows (z)
 */
export type InsertionRule = 'parliamentary' | 'american';

/**
 * How a provision is cited, as templates. `{whole}` is the number that stands for itself with the divisions it is in left
 * out, `{inner}` the bracketed numbers under it, `{division}` the number of the division it is in.
 */
export interface CitationRule {
  /** From within the same division. */
  readonly within: string;
  /** From elsewhere. */
  readonly across: string;
}

/** A way of writing by which a code is known: words or forms that give it away, or, where others have them, speak for it. */
export interface StyleSign {
  readonly pattern: RegExp;
  readonly reason: string;
  readonly tells: 'alone' | 'beside-others';
}

/** One of the documents a code is made of: its short name stands before citations of it (`TPD`), its name over its text. */
export interface CodeDocument {
  readonly short: string;
  readonly name: string;
}

/** Lines of a printed text that are neither a number with its words nor a paragraph of a provision, and how they are known. */
export interface Layout {
  /** What the text is published as, above its first provision, `2025 CHAPTER 12`: words of the whole text, and no number. */
  readonly publishedAs: RegExp;
  /** Lines that stand over what follows, `SCHEDULES`: headings of provisions of this kind and rank, without a number. */
  readonly groups: readonly { readonly line: RegExp; readonly kind: string; readonly rank: number }[];
  /** The provision that a division belongs to, beside or under its number, `Section 1`: words of the division, and no heading. */
  readonly margin: RegExp;
}

export interface HouseStyle {
  readonly kind: 'house-style';
  readonly id: string;
  readonly name: string;
  readonly levels: readonly Level[];
  readonly insertion: InsertionRule;
  /** Where its texts are printed with more than numbers and words. */
  readonly layout?: Layout;
  /** By kind of division; `''` for what is in none. */
  readonly citations: Readonly<Record<string, CitationRule>>;
  /** Of a division itself. */
  readonly divisionCitation: string;
  /** Whether "paragraph (b)" and "this Section" are written for what is near. */
  readonly relative: boolean;
  /** Whether a section's letter and a number alone are a citation: `S 2.3.1(a)`, `TPD V3.1`. */
  readonly bare: boolean;
  /** What the text calls itself, after "this" or "the": a reference to it is no reference to another document. */
  readonly selves: readonly string[];
  /** Whether a name given in brackets, `(the “Fund”)`, holds only in the section it is given in. */
  readonly shortFormsAreLocal: boolean;
  /** The documents a code is made of. */
  readonly documents: readonly CodeDocument[];
  /** Whose law is written so, as ISO 3166 names countries: `gb`, `us`. */
  readonly jurisdictions: readonly string[];
  /** Whether terms that are defined are written in capitals wherever they are used, or in small letters like other words. */
  readonly definedTerms: 'capitals' | 'small';
  /** By which a text is known to be in this style. */
  readonly signs: readonly StyleSign[];
}

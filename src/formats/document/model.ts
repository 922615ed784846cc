/**
 * What every reader in `formats/` makes of a file: one plain text, and over it the blocks a person would see.
 *
 * The text is the thing that is kept, quoted and highlighted; each block, cell and link points into it with a span.
 * A reader never drops text: whatever is in the file is in `text`, and every non-blank character of `text` lies in
 * exactly one block.
 */

/** Half-open range of UTF-16 code units, `[start, end)`, in the `text` of one source document. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One cell of a table: its span (markers and padding left out) and its words. An empty cell has an empty span. */
export interface Cell {
  readonly span: Span;
  readonly text: string;
  /**
   * The paragraphs of the cell, given only where the file says there are two or more. In `text` they are joined by one
   * space, so that a row stays one line as it does in plain text.
   */
  readonly paragraphs?: readonly Span[];
}

/** A line set apart as a title by its format (Markdown `#`, a slide's title, Word's Heading styles, a tagged H1). */
export interface Heading {
  readonly kind: 'heading';
  readonly span: Span;
  readonly text: string;
  /** 1 is the outermost; plain text, where nothing marks a heading, never has one: see `Paragraph`. */
  readonly level: number;
}

/** Words that stand beside the document's own run of text rather than in it. */
export type Aside = 'speaker-notes' | 'page-furniture' | 'contents' | 'footnote' | 'comment';

/** One line or paragraph of running words. In plain text each line is a paragraph, since slides have no others. */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly span: Span;
  readonly text: string;
  /**
   * Set on words that are not part of the running text. Speaker notes follow their slide, a table of contents stays where
   * it is; footnotes, comments and page
   * furniture (headers, footers, page numbers; each different line once) follow the whole document.
   */
  readonly aside?: Aside;
}

/** An item of a list; `text` leaves the marker out, `span` takes it in. */
export interface ListItem {
  readonly kind: 'item';
  readonly span: Span;
  readonly text: string;
  /** 0 for the outermost list. */
  readonly level: number;
  /** The printed marker (`-`, `•`, `1.`), and whether it numbers. */
  readonly marker: string;
  readonly ordered: boolean;
}

/** A run of rows. Empty cells are kept, so that a column keeps its place. */
export interface Table {
  readonly kind: 'table';
  readonly span: Span;
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly span: Span;
  readonly cells: readonly Cell[];
}

export type Block = Heading | Paragraph | ListItem | Table;

export type SourceFormat = 'text' | 'markdown' | 'pdf' | 'pptx' | 'docx';

/** A link found in the words, e.g. `[here](#)` in Markdown or a hyperlink in a slide. */
export interface SourceLink {
  readonly span: Span;
  readonly target: string;
}

/** A page or slide, by its printed number from 1; plain text has none. */
export interface SourcePage {
  readonly number: number;
  readonly span: Span;
}

/**
 * Something a person should know about how the file was read: a picture without words, a hidden slide, deleted text
 * left out, a wrong extension. `message` is a sentence for a non-programmer.
 */
export interface SourceNote {
  readonly kind:
    | 'encoding'
    | 'extension'
    | 'picture'
    | 'hidden'
    | 'speaker-notes'
    | 'page-furniture'
    | 'deleted-text'
    | 'inserted-text'
    | 'left-out'
    | 'layout';
  readonly message: string;
  /** The page or slide it concerns, where there is one. */
  readonly page?: number;
}

export interface SourceDocument {
  readonly format: SourceFormat;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly links: readonly SourceLink[];
  readonly pages: readonly SourcePage[];
  readonly notes: readonly SourceNote[];
}

import type { Aside } from '../document/model.ts';
import {
  areBlank,
  type CellWords,
  type DocumentWriter,
  type ItemMark,
  type Piece,
  type Words,
} from '../document/writer.ts';
import { attribute, childAt, childrenOf, numberAttribute, topmost } from '../xml/element.ts';
import type { XmlElement } from '../xml/parse-xml.ts';
import type { Numbering } from './numbering.ts';
import type { Findings, RunReader } from './runs.ts';
import type { Styles } from './styles.ts';

/** One block of the body with its words, before it is written. */
type Part =
  | { readonly kind: 'heading'; readonly words: Words; readonly level: number }
  | { readonly kind: 'paragraph'; readonly words: Words; readonly contents: boolean }
  | { readonly kind: 'item'; readonly words: Words; readonly mark: ItemMark }
  | { readonly kind: 'table'; readonly rows: readonly (readonly CellWords[])[] };

/** What the reading of one part of the file needs. */
export interface BodyContext {
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly runs: RunReader;
  readonly findings: Findings;
}

/** A tracked deletion of the paragraph's own end joins it to the next paragraph (ECMA-376 part 1, 17.13.5.15). */
const endIsDeleted = (paragraph: XmlElement): boolean => {
  const mark = childAt(paragraph, 'pPr', 'rPr');
  return childAt(mark, 'del') !== undefined || childAt(mark, 'moveFrom') !== undefined;
};

/** Blocks inside `parent`, in order: what wraps blocks without being one (content controls, moves) is looked through. */
export function partsOf(parent: XmlElement | undefined, context: BodyContext): readonly Part[] {
  const parts: Part[] = [];
  let carried: Words = [];
  /** An empty paragraph before a block ends the table of tabs above it, as an empty line does in plain text. */
  const afterGap = new Set<Part>();
  let gap = false;

  const readParagraph = (paragraph: XmlElement): void => {
    const { words: own, boxes } = context.runs.read(paragraph);
    const words = [...carried, ...own];
    carried = [];
    if (endIsDeleted(paragraph)) {
      carried = words;
    } else if (areBlank(words)) gap = true;
    else {
      const part = partOf(paragraph, words, context);
      if (gap) afterGap.add(part);
      gap = false;
      parts.push(part);
    }
    for (const box of boxes)
      for (const content of topmost(box, 'txbxContent')) for (const part of partsOf(content, context)) parts.push(part);
  };

  const readBlocks = (element: XmlElement | undefined): void => {
    for (const child of childrenOf(element)) {
      if (child.name === 'p') readParagraph(child);
      else if (child.name === 'tbl') parts.push({ kind: 'table', rows: rowsOf(child, context) });
      else if (child.name === 'altChunk') context.findings.otherDocuments += 1;
      else if (child.name === 'AlternateContent') {
        const forms = [childAt(child, 'Choice'), childAt(child, 'Fallback')];
        readBlocks(forms.find((form) => childrenOf(form).length > 0));
      } else if (child.name === 'del' || child.name === 'moveFrom') context.findings.deletions += 1;
      else if (!child.name.endsWith('Pr')) readBlocks(child);
    }
  };

  readBlocks(parent);
  if (!areBlank(carried)) parts.push({ kind: 'paragraph', words: carried, contents: false });
  return tablesOfTabs(parts, afterGap);
}

/** The words parted at their tabs: the cells of a row that was typed rather than drawn. */
function cellsByTabs(words: Words): readonly Words[] {
  const cells: Piece[][] = [[]];
  for (const piece of words) {
    for (const [index, text] of piece.text.split('\t').entries()) {
      if (index > 0) cells.push([]);
      if (text !== '') cells.at(-1)?.push({ ...piece, text });
    }
  }
  return cells;
}

/** A tab before any words only indents; one after words parts cells, as in plain text. Contents lists end in a page number. */
const isTabbedRow = (part: Part): part is Part & { kind: 'paragraph' } =>
  part.kind === 'paragraph' && !part.contents && /\S.*\t/u.test(part.words.map((piece) => piece.text).join(''));

/** Paragraphs whose words are parted by tabs are rows, and rows that follow each other are one table. */
function tablesOfTabs(parts: readonly Part[], afterGap: ReadonlySet<Part>): readonly Part[] {
  const result: Part[] = [];
  let rows: (readonly CellWords[])[] = [];
  const endTable = (): void => {
    if (rows.length > 0) result.push({ kind: 'table', rows });
    rows = [];
  };
  for (const part of parts) {
    if (afterGap.has(part)) endTable();
    if (isTabbedRow(part)) rows.push(cellsByTabs(part.words).map((words) => [words]));
    else {
      endTable();
      result.push(part);
    }
  }
  endTable();
  return result;
}

function partOf(paragraph: XmlElement, words: Words, { styles, numbering }: BodyContext): Part {
  const kind = styles.kindOf(childAt(paragraph, 'pPr'));
  const mark = kind.list === undefined ? undefined : numbering.next(kind.list);
  if (kind.headingLevel !== undefined) {
    // The number a heading prints is part of what people see and cite.
    const number: readonly Piece[] = mark?.ordered === true ? [{ text: `${mark.marker} ` }] : [];
    return { kind: 'heading', words: [...number, ...words], level: kind.headingLevel };
  }
  if (mark !== undefined) return { kind: 'item', words, mark };
  return { kind: 'paragraph', words, contents: kind.contents };
}

const EMPTY_CELL: CellWords = [];

/** More columns than Word itself allows (63) are a damaged or hostile file. */
const MOST_COLUMNS = 1000;

const emptyCells = (count: number): readonly CellWords[] =>
  Array.from({ length: Math.min(MOST_COLUMNS, Math.max(0, count)) }, () => EMPTY_CELL);

function rowsOf(table: XmlElement, context: BodyContext): readonly (readonly CellWords[])[] {
  const rows: (readonly CellWords[])[] = [];
  const readRows = (parent: XmlElement): void => {
    for (const child of childrenOf(parent)) {
      if (child.name === 'tr') {
        if (childAt(child, 'trPr', 'del') !== undefined) context.findings.deletions += 1;
        else rows.push(cellsOf(child, context));
      } else if (!child.name.endsWith('Pr') && child.name !== 'tblGrid') readRows(child);
    }
  };
  readRows(table);
  return rows;
}

/** The cells of a row; those that a merge covers are empty, so that the columns keep their places. */
function cellsOf(row: XmlElement, context: BodyContext): readonly CellWords[] {
  const cells: CellWords[] = [...emptyCells(numberAttribute(childAt(row, 'trPr', 'gridBefore'), 'val') ?? 0)];
  const readCells = (parent: XmlElement): void => {
    for (const child of childrenOf(parent)) {
      if (child.name === 'tc') {
        const properties = childAt(child, 'tcPr');
        const merges = [childAt(properties, 'vMerge'), childAt(properties, 'hMerge')];
        const covered = merges.some((merge) => merge !== undefined && attribute(merge, 'val') !== 'restart');
        cells.push(covered ? EMPTY_CELL : wordsOfCell(child, context));
        cells.push(...emptyCells((numberAttribute(childAt(properties, 'gridSpan'), 'val') ?? 1) - 1));
      } else if (!child.name.endsWith('Pr')) readCells(child);
    }
  };
  readCells(row);
  return cells;
}

/** A cell's paragraphs. Numbers of lists are kept; a table in a cell gives a paragraph a row, and a note says so. */
function wordsOfCell(cell: XmlElement, context: BodyContext): CellWords {
  return partsOf(cell, context).flatMap((part): readonly Words[] => {
    if (part.kind === 'table') {
      context.findings.nestedTables += 1;
      return part.rows.map((row) =>
        row.flat().flatMap((words, index) => (index === 0 ? words : [{ text: ' ' }, ...words])),
      );
    }
    if (part.kind === 'item' && part.mark.ordered) return [[{ text: `${part.mark.marker} ` }, ...part.words]];
    return [part.words];
  });
}

/** Writes `parts`; with `aside`, every block as a paragraph of that kind. */
export function writeParts(writer: DocumentWriter, parts: readonly Part[], aside?: Aside): void {
  for (const part of parts) {
    if (part.kind === 'table') writer.table(part.rows);
    else if (aside !== undefined) writer.paragraph(part.words, aside);
    else if (part.kind === 'heading') writer.heading(part.words, part.level);
    else if (part.kind === 'item') writer.item(part.words, part.mark);
    else writer.paragraph(part.words, part.contents ? 'contents' : undefined);
  }
}

/** The lines of `parts` as plain words, for headers and footers that repeat. */
export const linesOfParts = (parts: readonly Part[]): readonly string[] =>
  parts
    .flatMap((part): readonly Words[] => (part.kind === 'table' ? part.rows.flat(2) : [part.words]))
    .map((words) =>
      words
        .map((piece) => piece.text)
        .join('')
        .trim(),
    )
    .filter((line) => line !== '');

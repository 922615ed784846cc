/** A printed paper as a Word document: real headings, lists and tables, so that Word, and what reads Word, know them. */
import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  InternalHyperlink,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  PageReference,
  Paragraph,
  ShadingType,
  Tab,
  TabStopType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type IBorderOptions,
  type IRunOptions,
  type ISectionOptions,
  type ParagraphChild,
} from 'docx';
import {
  HAIRLINE,
  INK,
  INNER_LABEL_WIDTH,
  LABEL_WIDTH,
  LONGEST_WHOLE,
  MARGIN,
  MEASURE_INDENT,
  PAGE,
  STYLES,
  TEXT_WIDTH,
  TINT,
  mm,
} from './styles.ts';
import { cellWords } from '../printed/model.ts';
import type {
  PrintedBlock,
  PrintedCell,
  PrintedDocument,
  PrintedForm,
  PrintedList,
  PrintedTable,
  Run,
} from '../printed/model.ts';

const NONE: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const LINE: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: HAIRLINE };
const STRONG_LINE: IBorderOptions = { style: BorderStyle.SINGLE, size: 8, color: INK };

/** Word keeps bookmark names to 40 letters, digits and underscores. */
const bookmark = (anchor: string): string => `p_${anchor.replace(/[^a-z0-9]/gi, '_')}`.slice(0, 40);

const child = (run: Run): ParagraphChild => {
  const options: IRunOptions = { text: run.text, bold: run.strong === true };
  const text = new TextRun(options);
  return run.to === undefined ? text : new InternalHyperlink({ anchor: bookmark(run.to), children: [text] });
};

const HEADINGS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;

function cellParagraphs(cell: PrintedCell, style: string): Paragraph[] {
  if (cell.kind === 'page')
    return [new Paragraph({ style, children: [new PageReference(bookmark(cell.anchor), { hyperlink: true })] })];
  if (cell.paragraphs.length === 0) return [new Paragraph({ style, children: [] })];
  return cell.paragraphs.map((runs) => new Paragraph({ style, children: runs.map(child) }));
}

const CELL_MARGINS = { top: mm(1), bottom: mm(1), left: mm(1.8), right: mm(1.8) };

const tableShape = (widths: readonly number[]) => ({
  width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
  columnWidths: [...widths],
  layout: TableLayoutType.FIXED,
  margins: CELL_MARGINS,
  borders: { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE },
});

function tableOf(table: PrintedTable): Table {
  const whole = table.columns.reduce((sum, column) => sum + column.width, 0);
  const widths = table.columns.map((column) => Math.floor((TEXT_WIDTH * column.width) / whole));
  const cellAt = (at: number) => ({ size: widths[at] ?? 0, type: WidthType.DXA });
  return new Table({
    ...tableShape(widths),
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: table.columns.map(
          (column, at) =>
            new TableCell({
              width: cellAt(at),
              borders: { bottom: STRONG_LINE },
              children: [
                new Paragraph({ style: 'TableHeading', keepNext: true, children: [new TextRun(column.heading)] }),
              ],
            }),
        ),
      }),
      ...table.rows.map(
        (row) =>
          new TableRow({
            cantSplit: row.every((cell) => cellWords(cell).length <= LONGEST_WHOLE),
            children: row.map(
              (cell, at) =>
                new TableCell({
                  width: cellAt(at),
                  borders: { bottom: LINE },
                  children: cellParagraphs(cell, 'TableText'),
                }),
            ),
          }),
      ),
    ],
  });
}

function formOf(form: PrintedForm): Table {
  const columns = Math.max(2, ...form.rows.map((row) => row.length * 2));
  const labels = LABEL_WIDTH + (columns / 2 - 1) * INNER_LABEL_WIDTH;
  const value = Math.floor((TEXT_WIDTH - labels) / (columns / 2));
  const widths = Array.from({ length: columns }, (_, at) =>
    at === 0 ? LABEL_WIDTH : at % 2 === 0 ? INNER_LABEL_WIDTH : value,
  );
  const widthOf = (from: number, count: number) => ({
    size: widths.slice(from, from + count).reduce((sum, width) => sum + width, 0),
    type: WidthType.DXA,
  });
  return new Table({
    ...tableShape(widths),
    rows: [
      ...form.rows.map((row, line) => {
        const top = line === 0 ? { top: STRONG_LINE } : {};
        return new TableRow({
          cantSplit: row.length > 1,
          children: row.flatMap(({ label, value }, at) => {
            const span = at === row.length - 1 ? columns - 2 * row.length + 1 : 1;
            return [
              new TableCell({
                width: widthOf(at * 2, 1),
                borders: { ...top, bottom: LINE },
                shading: { type: ShadingType.CLEAR, color: 'auto', fill: TINT },
                children: [
                  new Paragraph({
                    style: 'FormLabel',
                    keepNext: line < form.rows.length - 1,
                    children: [new TextRun(label)],
                  }),
                ],
              }),
              new TableCell({
                width: widthOf(at * 2 + 1, span),
                borders: { ...top, bottom: LINE },
                ...(span > 1 ? { columnSpan: span } : {}),
                children: cellParagraphs(value, 'TableText'),
              }),
            ];
          }),
        });
      }),
      ...form.notes.map(
        (note) =>
          new TableRow({
            children: [
              new TableCell({
                width: widthOf(0, columns),
                columnSpan: columns,
                borders: { bottom: LINE },
                children: [new Paragraph({ style: 'FormLabel', children: [new TextRun(note)] })],
              }),
            ],
          }),
      ),
    ],
  });
}

const listOf = (list: PrintedList, instance: number): Paragraph[] =>
  list.items.map(
    (item) =>
      new Paragraph({
        style: 'PaperList',
        numbering: { reference: list.ordered ? 'numbers' : 'bullets', level: 0, instance },
        children: item.map(child),
      }),
  );

function blocksOf(blocks: readonly PrintedBlock[]): (Paragraph | Table)[] {
  return blocks.flatMap((block, at): (Paragraph | Table)[] => {
    switch (block.kind) {
      case 'heading': {
        const text = new TextRun(block.text);
        return [
          new Paragraph({
            heading: HEADINGS[block.level - 1] ?? HeadingLevel.HEADING_3,
            pageBreakBefore: at === 0 || block.startsPage === true,
            children:
              block.anchor === undefined ? [text] : [new Bookmark({ id: bookmark(block.anchor), children: [text] })],
          }),
        ];
      }
      case 'paragraph':
        return [
          new Paragraph({
            style: block.style === 'aside' ? 'Aside' : 'PaperText',
            keepNext: ['table', 'form'].includes(blocks[at + 1]?.kind ?? ''),
            children: block.runs.map(child),
          }),
        ];
      case 'list':
        return listOf(block, at);
      case 'table':
        // Word joins tables that touch, so each is followed by a small blank paragraph.
        return [tableOf(block), new Paragraph({ style: 'Gap', children: [] })];
      case 'form':
        return [formOf(block), new Paragraph({ style: 'Gap', children: [] })];
    }
  });
}

const level = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
  level: 0,
  format,
  text,
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: mm(7), hanging: mm(5), right: MEASURE_INDENT } } },
});

const section = (paper: PrintedDocument): ISectionOptions => ({
  properties: {
    titlePage: true,
    page: {
      // The library turns the page: it wants the sides as they are upright.
      size: { width: PAGE.short, height: PAGE.long, orientation: PageOrientation.LANDSCAPE },
      margin: { left: MARGIN, right: MARGIN, top: mm(22), bottom: mm(19), header: mm(10), footer: mm(9) },
    },
  },
  headers: {
    default: new Header({
      children: [new Paragraph({ style: 'Running', border: { bottom: LINE }, children: [new TextRun(paper.header)] })],
    }),
    first: new Header({ children: [new Paragraph({ style: 'Running', children: [] })] }),
  },
  footers: { default: footer(paper), first: footer(paper) },
  children: [
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(paper.cover.title)] }),
    ...paper.cover.lines.map((line) => new Paragraph({ style: 'CoverLine', children: [new TextRun(line)] })),
    new Paragraph({ style: 'CoverRemark', children: [new TextRun(paper.cover.remark)] }),
    ...blocksOf(paper.blocks),
  ],
});

/** The paper's own words, and “3 of 10” as fields, so that an edited paper still counts its pages. */
const footer = (paper: PrintedDocument): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: 'Running',
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
        children: [
          new TextRun(paper.footer),
          new TextRun({ children: [new Tab(), PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });

/** Writes a paper as DOCX. Page numbers are fields: Word counts them when it opens the file, and asks whether it may. */
export async function writeDocx(paper: PrintedDocument): Promise<Uint8Array> {
  const document = new Document({
    title: paper.title,
    creator: 'Pandect',
    description: paper.cover.remark,
    features: { updateFields: true },
    numbering: {
      config: [
        { reference: 'bullets', levels: [level(LevelFormat.BULLET, '•')] },
        { reference: 'numbers', levels: [level(LevelFormat.DECIMAL, '%1.')] },
      ],
    },
    styles: STYLES,
    sections: [section(paper)],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** Small documents made by the programs' own libraries, for tests only. */
import { createRequire } from 'node:module';
import { zipSync, strToU8 } from 'fflate';
import {
  DeletedTextRun,
  Document,
  ExternalHyperlink,
  Footer,
  FootnoteReferenceRun,
  HeadingLevel,
  InsertedTextRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import PptxGenJS from 'pptxgenjs';

/** A table as the readers should give it back: rows of cells, a cell's paragraphs parted by `\n`. */
export type FixtureTable = readonly (readonly string[])[];

/** An action log long enough for several small pages, with empty cells and cells of two paragraphs. */
export const actionLog = (rows: number): FixtureTable => [
  ['Ref', 'Action', 'Owner', 'Update'],
  ...Array.from({ length: rows }, (_, index) => [
    `XCG08-${String(index + 1).padStart(2, '0')}`,
    `Share the mapping of design artefacts to drafting number ${String(index + 1)} with the members, and bring it back to the group`,
    index % 3 === 0 ? 'Programme (design lead)\nCode bodies' : 'Chair',
    index % 2 === 0 ? '' : 'ONGOING: more next month',
  ]),
];

/** The words a table should have when read: paragraphs of a cell joined by a space. */
export const asRead = (table: FixtureTable): FixtureTable =>
  table.map((row) => row.map((cell) => cell.replaceAll('\n', ' ')));

const who = { author: 'Programme (secretariat)', date: '2030-01-02T00:00:00Z' };

const docxCell = (text: string, span: { rowSpan?: number; columnSpan?: number } = {}): TableCell =>
  new TableCell({ children: text.split('\n').map((line) => new Paragraph(line)), ...span });

const docxTable = (table: FixtureTable): Table =>
  new Table({
    rows: table.map(
      (row, index) => new TableRow({ tableHeader: index === 0, children: row.map((cell) => docxCell(cell)) }),
    ),
  });

/** A Word pack with one of everything. */
export async function docxPack(table: FixtureTable): Promise<Uint8Array> {
  const document = new Document({
    numbering: {
      config: [
        {
          reference: 'options',
          levels: [
            { level: 0, format: LevelFormat.DECIMAL, text: '%1.' },
            { level: 1, format: LevelFormat.LOWER_LETTER, text: '%1.%2)' },
          ],
        },
      ],
    },
    footnotes: { 1: { children: [new Paragraph('Dates are proposed')] } },
    sections: [
      {
        footers: { default: new Footer({ children: [new Paragraph('Cross-code group 12')] }) },
        children: [
          new Paragraph({ text: 'Meeting pack', heading: HeadingLevel.TITLE }),
          new Paragraph({ text: 'Actions', heading: HeadingLevel.HEADING_2 }),
          new Paragraph({
            children: [
              new TextRun('See the '),
              new ExternalHyperlink({ link: 'https://example.org/log', children: [new TextRun('live log')] }),
              new FootnoteReferenceRun(1),
              new TextRun({ text: 'for more', break: 1 }),
            ],
          }),
          new Paragraph({
            children: [
              new TextRun('The owner shall '),
              new DeletedTextRun({ text: 'submit', id: 1, ...who }),
              new InsertedTextRun({ text: 'file', id: 2, ...who }),
              new TextRun(' it.'),
            ],
          }),
          docxTable(table),
          new Paragraph({ text: 'bullet', bullet: { level: 1 } }),
          new Paragraph({ text: 'first', numbering: { reference: 'options', level: 0 } }),
          new Paragraph({ text: 'inner', numbering: { reference: 'options', level: 1 } }),
          new Paragraph({ text: 'second', numbering: { reference: 'options', level: 0 } }),
          new Table({
            rows: [
              new TableRow({ children: [docxCell('tall', { rowSpan: 2 }), docxCell('wide', { columnSpan: 2 })] }),
              new TableRow({ children: [docxCell('b'), docxCell('c')] }),
            ],
          }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** Cells for pptxgenjs, which gives a cell's paragraphs as lines. */
const slideRows = (table: FixtureTable) => table.map((row) => row.map((text) => ({ text })));

/** A presentation with an agenda, merged cells, lists, a link, a chart and speaker notes; shapes drawn out of order. */
export async function pptxPack(table: FixtureTable): Promise<Uint8Array> {
  // Under Node the module's default export is inside its default export.
  const Presentation = 'default' in PptxGenJS ? (PptxGenJS as { default: typeof PptxGenJS }).default : PptxGenJS;
  const presentation = new Presentation();
  presentation.defineSlideMaster({
    title: 'STANDARD',
    objects: [{ placeholder: { options: { name: 'title', type: 'title', x: 0.5, y: 0.2, w: 9, h: 1 }, text: '' } }],
    slideNumber: { x: 0.1, y: 5 },
  });
  const first = presentation.addSlide({ masterName: 'STANDARD' });
  first.addText('below', { x: 0.5, y: 3, w: 3, h: 0.5 });
  first.addText(
    [
      { text: 'bullet', options: { bullet: true, breakLine: true } },
      { text: 'number', options: { bullet: { type: 'number' }, breakLine: true } },
      { text: 'link', options: { hyperlink: { url: 'https://example.org/log' } } },
    ],
    { x: 5, y: 1.52, w: 3, h: 1 },
  );
  first.addText('left', { x: 0.5, y: 1.5, w: 3, h: 1 });
  first.addText('Agenda (1 of 2)', { placeholder: 'title' });
  first.addNotes('Welcome everyone');
  const second = presentation.addSlide({ masterName: 'STANDARD' });
  second.addText('Actions', { placeholder: 'title' });
  second.addTable(slideRows(table), { x: 0.5, y: 1 });
  second.addTable(
    [
      [
        { text: 'tall', options: { rowspan: 2 } },
        { text: 'wide', options: { colspan: 2 } },
      ],
      [{ text: 'b' }, { text: 'c' }],
    ],
    { x: 0.5, y: 4 },
  );
  const third = presentation.addSlide();
  third.hidden = true;
  third.addChart(presentation.ChartType.bar, [{ name: 'Open', labels: ['May', 'June'], values: [3, 4] }], {
    x: 1,
    y: 1,
    w: 3,
    h: 3,
  });
  const written = await presentation.write({ outputType: 'uint8array' });
  return written as Uint8Array;
}

interface TypstCompiler {
  pdf(source: { mainFileContent: string }, options?: { pdfStandard?: string; pdfTags?: boolean }): Buffer;
}

interface TypstModule {
  NodeCompiler: { create(options: { workspace: string }): TypstCompiler };
}

let typst: TypstCompiler | undefined;

/** A PDF out of Typst source: PDF/UA-1 with tags, as the pack writer makes it, or without any. */
export function typstPdf(source: string, tagged = true): Uint8Array {
  if (typst === undefined) {
    const library = process.platform === 'linux' ? '-gnu' : '';
    const name = `@myriaddreamin/typst-ts-node-compiler-${process.platform}-${process.arch}${library}`;
    typst = (createRequire(import.meta.url)(name) as TypstModule).NodeCompiler.create({ workspace: '.' });
  }
  return new Uint8Array(typst.pdf({ mainFileContent: source }, tagged ? { pdfStandard: 'ua-1' } : { pdfTags: false }));
}

const typstText = (text: string): string =>
  text.replace(/[\\#*_$@<>`~[\]=+\-/"']/gu, (mark) => `\\${mark}`).replaceAll('\n', '\n\n');

/** A small-paged pack in Typst, its table several pages long with a repeated head. */
export function typstPack(table: FixtureTable): string {
  const [head = [], ...rows] = table;
  const cells = (row: readonly string[]): string => row.map((cell) => `[${typstText(cell)}]`).join(', ');
  return `#set document(title: "Pack")
#set text(lang: "en", size: 9pt)
#set page(paper: "a5", header: [Cross-code group 12], numbering: "1 of 1")
= Meeting pack
Words *in bold* with a #link("https://example.org/log")[live log] and enough of them to wrap over more than one line.

== Actions
#table(columns: ${String(head.length)}, table.header(${cells(head)}), ${rows.map(cells).join(',\n')})

- bullet
  - inner
+ first
+ second

#table(columns: 3, table.cell(rowspan: 2)[tall], table.cell(colspan: 2)[wide], [b], [c])
`;
}

/** A zip of text parts. */
export const zipOf = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
  );

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of the smallest Word file there is, with `body` inside `w:body`. */
export const minimalDocx = (body: string, prolog = ''): Readonly<Record<string, string>> => ({
  '_rels/.rels': `<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/document.xml': `${prolog}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
});

/** A PDF without words, only a drawing. */
export const emptyPdf = (): Uint8Array => typstPdf('#set page(width: 5cm, height: 5cm)\n#rect(fill: red)', false);

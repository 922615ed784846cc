import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { documentFaults } from '../document/invariants.ts';
import { DEFAULT_LIMITS, startDeadline } from '../document/limits.ts';
import type { Block, SourceDocument } from '../document/model.ts';
import { docxPack, minimalDocx, zipOf } from '../read-document/fixtures.ts';
import { openZip } from '../zip/open-zip.ts';
import { readDocx } from './read-docx.ts';

function read(bytes: Uint8Array): SourceDocument {
  const deadline = startDeadline(DEFAULT_LIMITS);
  return readDocx(openZip(bytes, DEFAULT_LIMITS, deadline), 'word/document.xml', DEFAULT_LIMITS, deadline);
}

const readBody = (body: string): SourceDocument => read(zipOf(minimalDocx(body)));

const shape = (block: Block): unknown => {
  if (block.kind === 'table') return block.rows.map((row) => row.cells.map((cell) => cell.text));
  if (block.kind === 'heading') return `h${String(block.level)} ${block.text}`;
  if (block.kind === 'item') return `${String(block.level)} ${block.marker} ${block.text}`;
  return block.aside === undefined ? block.text : `${block.aside}: ${block.text}`;
};

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (text: string): string => `<w:p>${run(text)}</w:p>`;

describe('readDocx', () => {
  let document: SourceDocument;
  beforeAll(async () => {
    document = read(
      await docxPack([
        ['Ref', 'Owner'],
        ['A1', 'Chair\nCode bodies'],
      ]),
    );
  });

  it('reads headings, line breaks, lists with their numbers, merged cells, notes and footers', () => {
    expect(document.blocks.map(shape)).toEqual([
      'h1 Meeting pack',
      'h2 Actions',
      'See the live log [1]',
      'for more',
      'The owner shall file it.',
      [
        ['Ref', 'Owner'],
        ['A1', 'Chair Code bodies'],
      ],
      '1 ○ bullet',
      '0 1. first',
      '1 1.a) inner',
      '0 2. second',
      [
        ['tall', 'wide', ''],
        ['', 'b', 'c'],
      ],
      'footnote: [1] Dates are proposed',
      'page-furniture: Cross-code group 12',
    ]);
    expect(documentFaults(document)).toEqual([]);
  });

  it('finds links, and the paragraphs of a cell', () => {
    const [link] = document.links;
    expect(link?.target).toBe('https://example.org/log');
    expect(document.text.slice(link?.span.start, link?.span.end)).toBe('live log');
    const table = document.blocks.find((block) => block.kind === 'table');
    const cell = table?.kind === 'table' ? table.rows[1]?.cells[1] : undefined;
    expect(cell?.paragraphs?.map(({ start, end }) => document.text.slice(start, end))).toEqual([
      'Chair',
      'Code bodies',
    ]);
  });

  it('leaves out what is deleted, keeps what is inserted, and notes both', () => {
    expect(document.text).not.toContain('submit');
    expect(document.notes.map((note) => note.kind)).toEqual(['page-furniture', 'deleted-text', 'inserted-text']);
  });

  it('joins paragraphs whose parting was deleted', () => {
    const open = `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('one ')}</w:p>`;
    expect(readBody(open + paragraph('two')).blocks.map(shape)).toEqual(['one two']);
  });

  it('leaves out deleted rows and moved-away words', () => {
    const row = (text: string, properties = '') =>
      `<w:tr>${properties}<w:tc>${paragraph(text)}</w:tc><w:tc>${paragraph('x')}</w:tc></w:tr>`;
    const body = `<w:tbl>${row('kept')}${row('gone', '<w:trPr><w:del/></w:trPr>')}</w:tbl><w:p><w:moveFrom>${run('away')}</w:moveFrom><w:moveTo>${run('here')}</w:moveTo></w:p>`;
    expect(readBody(body).blocks.map(shape)).toEqual([[['kept', 'x']], 'here']);
  });

  it('shows the result of fields and not their instructions, with the links they make', () => {
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const field = `<w:p>${mark('begin')}<w:r><w:instrText>HYPERLINK "https://example.org"</w:instrText></w:r>${mark('separate')}${run('shown')}${mark('end')}</w:p>`;
    const document = readBody(field);
    expect(document.text).toBe('shown');
    expect(document.links).toEqual([{ span: { start: 0, end: 5 }, target: 'https://example.org' }]);
  });

  it('reads a text box once, after its paragraph, whichever form it has', () => {
    const box = (tag: string) => `<w:${tag}><w:txbxContent>${paragraph('boxed')}</w:txbxContent></w:${tag}>`;
    const both = `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice>${box('drawing')}</mc:Choice><mc:Fallback>${box('pict')}</mc:Fallback></mc:AlternateContent>`;
    expect(readBody(`<w:p><w:r><w:t>anchor</w:t>${both}</w:r></w:p>`).blocks.map(shape)).toEqual(['anchor', 'boxed']);
  });

  it('reads a table in a cell as lines of the cell, and says so', () => {
    const inner = `<w:tbl><w:tr><w:tc>${paragraph('a')}</w:tc><w:tc>${paragraph('b')}</w:tc></w:tr></w:tbl>`;
    const document = readBody(`<w:tbl><w:tr><w:tc>${inner}</w:tc><w:tc>${paragraph('c')}</w:tc></w:tr></w:tbl>`);
    expect(document.blocks.map(shape)).toEqual([[['a b', 'c']]]);
    expect(document.notes.map((note) => note.kind)).toEqual(['layout']);
  });

  it('holds to the contract on any arrangement of Word’s elements', () => {
    const name = fc.constantFrom(
      'p',
      'r',
      't',
      'tbl',
      'tr',
      'tc',
      'tcPr',
      'trPr',
      'gridSpan',
      'gridBefore',
      'vMerge',
      'sdt',
      'sdtContent',
      'ins',
      'del',
      'moveFrom',
      'hyperlink',
      'br',
      'tab',
      'fldChar',
      'pPr',
      'numPr',
      'outlineLvl',
      'drawing',
      'txbxContent',
      'altChunk',
      'sym',
      'footnoteReference',
    );
    const attributes = fc.constantFrom(
      '',
      ' w:val="2"',
      ' w:val="restart"',
      ' w:fldCharType="begin"',
      ' w:fldCharType="end"',
      ' w:id="3"',
    );
    const { node } = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { depthSize: 'medium', withCrossShrink: true },
        fc.constantFrom('words', ' ', '\t', '\n', '\u00a0x', '\u200b'),
        fc
          .tuple(name, attributes, fc.array(tie('node'), { maxLength: 4 }))
          .map(([tag, attribute, children]) => `<w:${tag}${attribute}>${children.join('')}</w:${tag}>`),
      ),
    }));
    fc.assert(
      fc.property(fc.array(node, { maxLength: 8 }), (nodes) => {
        expect(documentFaults(readBody(`${paragraph('start')}${nodes.join('')}`))).toEqual([]);
      }),
    );
  });
});

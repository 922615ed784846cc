import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { PrintedDocument } from '../printed/model.ts';
import { readDocument } from '../read-document/read-document.ts';
import { writeDocx } from './write-docx.ts';

const words = (text: string) => ({ kind: 'words' as const, paragraphs: [[{ text }]] });

const PAPER: PrintedDocument = {
  kind: 'printed-document',
  title: 'A & B',
  cover: { title: 'A & B', lines: ['23 November 2022'], remark: 'A remark.' },
  header: 'Header',
  footer: 'Footer',
  blocks: [
    { kind: 'heading', level: 1, text: 'First', anchor: 'first' },
    { kind: 'list', ordered: true, items: [[{ text: 'one' }], [{ text: 'two' }]] },
    { kind: 'paragraph', style: 'body', runs: [{ text: 'between' }] },
    { kind: 'list', ordered: true, items: [[{ text: 'again' }]] },
    {
      kind: 'table',
      summary: 'A table',
      columns: [
        { heading: 'Ref', width: 1 },
        { heading: 'Page', width: 3 },
      ],
      rows: [[words('<w:t>&"'), { kind: 'page', anchor: 'first' }]],
    },
    {
      kind: 'form',
      summary: 'A form',
      rows: [
        [{ label: 'Title', value: words('whole width') }],
        [
          { label: 'One', value: words('1') },
          { label: 'Two', value: words('2') },
        ],
      ],
      notes: ['* a note'],
    },
  ],
};

async function parts(): Promise<(name: string) => string> {
  const files = unzipSync(await writeDocx(PAPER));
  return (name) => strFromU8(files[name] ?? new Uint8Array());
}

describe('a Word document', () => {
  it('has real headings, lists, and tables with a repeated heading row', async () => {
    const body = (await parts())('word/document.xml');
    expect(body).toContain('<w:pStyle w:val="Heading1"/>');
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(body).toContain('<w:gridSpan w:val="3"/>');
    expect(body).toContain('w:orient="landscape"');
    expect(body).toMatch(/PAGEREF p_first/);
  });

  it('numbers every page with fields that Word counts by itself: “PAGE of NUMPAGES” after the footer’s words', async () => {
    const part = await parts();
    const footers = [...part('word/document.xml').matchAll(/<w:footerReference w:type="(\w+)"/g)].map(
      ([, type]) => type,
    );
    expect(footers.sort()).toEqual(['default', 'first']);
    for (const name of ['word/footer1.xml', 'word/footer2.xml']) {
      const told = part(name).matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:instrText[^>]*>([^<]*)<|<w:(tab)\/>/g);
      const words = [...told].map(([, text, field, tab]) => text ?? (field === undefined ? tab : `{${field}}`));
      expect(words).toEqual(['Footer', 'tab', '{PAGE}', ' of ', '{NUMPAGES}']);
    }
  });

  it('is read back block by block, with each list counted anew', async () => {
    const read = await readDocument(await writeDocx(PAPER), 'paper.docx');
    if (read.kind === 'failed') throw new Error(read.failure.message);
    const { blocks } = read.value;
    expect(blocks.flatMap((block) => (block.kind === 'item' ? [`${block.marker} ${block.text}`] : []))).toEqual([
      '1. one',
      '2. two',
      '1. again',
    ]);
    const tables = blocks.flatMap((block) =>
      block.kind === 'table' ? [block.rows.map((row) => row.cells.map((cell) => cell.text))] : [],
    );
    expect(tables[0]?.[1]?.[0]).toBe('<w:t>&"');
    expect(tables[1]).toEqual([
      ['Title', 'whole width', '', ''],
      ['One', '1', 'Two', '2'],
      ['* a note', '', '', ''],
    ]);
  });

  it('carries its title and says that its fields want counting', async () => {
    const part = await parts();
    expect(part('docProps/core.xml')).toContain('A &amp; B');
    expect(part('word/settings.xml')).toContain('<w:updateFields');
  });
});

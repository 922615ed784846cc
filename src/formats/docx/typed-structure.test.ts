import { Document, Packer, Paragraph, Tab, TextRun } from 'docx';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../read-document/read-document.ts';
import { typstPdf } from '../read-document/fixtures.ts';

const line = (words: string): Paragraph =>
  new Paragraph({
    children: words
      .split('\t')
      .flatMap((part, at) => [...(at === 0 ? [] : [new TextRun({ children: [new Tab()] })]), new TextRun(part)]),
  });

async function blocksOf(...lines: readonly string[]) {
  const bytes = await Packer.toBuffer(new Document({ sections: [{ children: lines.map(line) }] }));
  const read = await readDocument(bytes, 'typed.docx');
  if (read.kind === 'failed') throw new Error(read.failure.message);
  return read.value.blocks.map((block) =>
    block.kind === 'table' ? block.rows.map((row) => row.cells.map((cell) => cell.text)) : [block.kind, block.text],
  );
}

describe('What people type in Word instead of drawing it', () => {
  it('reads words parted by tabs as rows of one table', async () => {
    expect(await blocksOf('Ref\tOwner', 'A-1\tChair', 'After')).toEqual([
      [
        ['Ref', 'Owner'],
        ['A-1', 'Chair'],
      ],
      ['paragraph', 'After'],
    ]);
  });

  it('ends such a table at an empty paragraph', async () => {
    expect(await blocksOf('a\tb', '', 'c\td')).toEqual([[['a', 'b']], [['c', 'd']]]);
  });

  it('does not take an indent for a cell', async () => {
    expect(await blocksOf('\tIndented words')).toEqual([['paragraph', 'Indented words']]);
  });

  it('reads a typed bullet or number as an item of a list', async () => {
    expect(await blocksOf('- one', '2. two')).toEqual([
      ['item', 'one'],
      ['item', 'two'],
    ]);
  });
});

describe('A file as Node reads it', () => {
  it('is a Buffer, and is read all the same', async () => {
    const read = await readDocument(Buffer.from(typstPdf('= Title\nWords.', false)), 'paper.pdf');
    expect(read).toMatchObject({ kind: 'ok' });
  });
});

/** A printed paper as plain text: one line a paragraph, tables with tabs between the cells. */
import { cellWords, runWords, type PrintedBlock, type PrintedDocument } from './model.ts';

function linesOf(block: PrintedBlock): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [block.text];
    case 'paragraph':
      return [runWords(block.runs)];
    case 'list':
      return block.items.map((item, at) => `${block.ordered ? `${String(at + 1)}.` : '-'} ${runWords(item)}`);
    case 'table':
      return [
        block.columns.map((column) => column.heading),
        ...block.rows.map((row) => row.map((cell) => cellWords(cell))),
      ].map((cells) => cells.join('\t'));
    case 'form':
      return [
        ...block.rows.map((row) => row.map(({ label, value }) => `${label}\t${cellWords(value)}`).join('\t')),
        // The tab keeps a footnote among the rows of its form.
        ...block.notes.map((note) => `${note}\t`),
      ];
  }
}

/** Writes a paper as text in UTF-8: blocks apart by a blank line. Pages have no numbers here, so their cells are blank. */
export function writeText(paper: PrintedDocument): Uint8Array {
  const { cover } = paper;
  const parts = [
    [cover.title, ...cover.lines, cover.remark].join('\n\n'),
    ...paper.blocks.map((block) => linesOf(block).join('\n')),
    paper.footer,
  ];
  return new TextEncoder().encode(`${parts.join('\n\n')}\n`);
}

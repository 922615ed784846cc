import { isBlank, sliceSpan } from './blank.ts';
import type { Block, SourceDocument, Span } from './model.ts';

const within = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end;

/** Letters and digits only: what must be the same in a block's words and in the text under its span. */
const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

function cellFaults(document: SourceDocument, block: Block): readonly string[] {
  if (block.kind !== 'table') return [];
  const faults: string[] = [];
  let at = block.span.start;
  for (const row of block.rows) {
    if (!within(block.span, row.span) || row.span.start < at)
      faults.push(`row out of place at ${String(row.span.start)}`);
    at = row.span.start;
    for (const cell of row.cells) {
      if (cell.span.start < at || cell.span.end > block.span.end)
        faults.push(`cell out of place at ${String(cell.span.start)}`);
      at = cell.span.end;
      if (document.format !== 'markdown' && sliceSpan(document.text, cell.span) !== cell.text)
        faults.push(`cell words differ from their span at ${String(cell.span.start)}`);
      for (const paragraph of cell.paragraphs ?? [])
        if (!within(cell.span, paragraph)) faults.push(`paragraph outside its cell at ${String(paragraph.start)}`);
    }
  }
  return faults;
}

/**
 * What is wrong with a document a reader made, by the contract in `model.ts`: blocks in order and apart, inside the text,
 * with every character that leaves ink in exactly one of them; cells, pages and links inside the text; a cell's words
 * those under its span. Empty for every document of every reader: the tests hold the readers to it.
 */
export function documentFaults(document: SourceDocument): readonly string[] {
  const whole: Span = { start: 0, end: document.text.length };
  const faults: string[] = [];
  let at = 0;
  for (const block of document.blocks) {
    if (block.span.start < at || block.span.end <= block.span.start || !within(whole, block.span))
      faults.push(`${block.kind} out of place at ${String(block.span.start)}`);
    else if (!isBlank(document.text.slice(at, block.span.start)))
      faults.push(`words outside every block before ${String(block.span.start)}`);
    if (block.kind !== 'table' && !letters(sliceSpan(document.text, block.span)).includes(letters(block.text)))
      if (document.format !== 'markdown') faults.push(`words differ from their span at ${String(block.span.start)}`);
    faults.push(...cellFaults(document, block));
    at = Math.max(at, block.span.end);
  }
  if (!isBlank(document.text.slice(at))) faults.push('words after the last block');
  for (const link of document.links) if (!within(whole, link.span)) faults.push('link outside the text');
  let page = 0;
  for (const { span } of document.pages) {
    if (!within(whole, span) || span.start < page) faults.push(`page out of place at ${String(span.start)}`);
    page = span.end;
  }
  return faults;
}

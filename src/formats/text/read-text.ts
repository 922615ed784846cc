import { isBlank, sliceSpan, trimSpan } from '../document/blank.ts';
import { linksInWords } from '../document/links.ts';
import { createIndentLevels, listMarker } from '../document/list-marker.ts';
import type { Block, SourceDocument, SourceNote } from '../document/model.ts';
import { linesOf, pagesOf, type Line } from './lines.ts';
import { normaliseLineEnds } from './decode.ts';
import { countRows, readRows } from './rows.ts';

/**
 * Reads plain text, such as what comes out of a slide pack. Each line is a paragraph; a line that starts with a bullet or
 * a number and a stop is a list item; consecutive lines with tabs are one table, which a blank line or a line without a
 * tab ends. Words stay as they are written: marks of emphasis and `<p>` tags that the extraction left are in `text`.
 *
 * Nothing in plain text marks a heading, so none is made: the reader of the blocks decides by structure.
 */
export function readText(raw: string, notes: readonly SourceNote[] = []): SourceDocument {
  const text = normaliseLineEnds(raw);
  const lines = linesOf(text);
  const blocks: Block[] = [];
  const levels = createIndentLevels();
  let index = 0;
  for (let line = lines[index]; line !== undefined; line = lines[index]) {
    const rows = countRows(lines, index);
    if (rows > 0) {
      blocks.push(readRows(text, lines.slice(index, index + rows), (words) => words));
      index += rows;
      levels.reset();
      continue;
    }
    index += 1;
    if (isBlank(line.raw)) continue;
    const block = readLine(text, line, levels);
    if (block.kind === 'paragraph') levels.reset();
    blocks.push(block);
  }
  return { format: 'text', text, blocks, links: linksInWords(text), pages: pagesOf(text), notes };
}

function readLine(text: string, line: Line, levels: { level(indent: number): number }): Block {
  const span = trimSpan(text, line.span);
  const item = listMarker(line.raw);
  if (item === undefined) return { kind: 'paragraph', span, text: sliceSpan(text, span) };
  const words = trimSpan(text, { start: line.span.start + item.wordsAt, end: line.span.end });
  return {
    kind: 'item',
    span: { start: line.span.start + item.indent, end: span.end },
    text: sliceSpan(text, words),
    level: levels.level(item.indent),
    marker: item.marker,
    ordered: item.ordered,
  };
}

import { createIndentLevels, listMarker } from '../document/list-marker.ts';
import type { DocumentWriter, Words } from '../document/writer.ts';
import type { PdfLine } from './lines.ts';
import { findTable, readTable } from './positional-table.ts';

/** Letters this much larger than the document's usual size mark a heading. */
const HEADING_RATIO = 1.15;

/** The size most letters of the document have, in points. */
function usualSize(lines: readonly PdfLine[]): number {
  const letters = new Map<number, number>();
  for (const line of lines) {
    const size = Math.round(line.size * 2) / 2;
    letters.set(size, (letters.get(size) ?? 0) + line.text.length);
  }
  return [...letters].reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0])[0];
}

/** Heading sizes from the largest; the third level takes in all that are smaller. */
function headingSizes(lines: readonly PdfLine[], usual: number): readonly number[] {
  const sizes = new Set(
    lines.map((line) => Math.round(line.size * 2) / 2).filter((size) => size > usual * HEADING_RATIO),
  );
  return [...sizes].sort((one, other) => other - one);
}

const leftOf = (line: PdfLine): number => line.segments[0]?.left ?? 0;
const rightOf = (line: PdfLine): number => line.segments.at(-1)?.right ?? 0;
const wordsOf = (line: PdfLine): Words =>
  line.segments.flatMap((segment, index) => (index === 0 ? segment.words : [{ text: ' ' }, ...segment.words]));

/** True where `next` is the rest of the paragraph `line` belongs to: near, of its size, and `line` had no room for its first word. */
function runsOn(line: PdfLine, next: PdfLine, rightEdge: number): boolean {
  if (line.page !== next.page || Math.abs(line.size - next.size) > 0.5 || line.y - next.y > 1.7 * line.size)
    return false;
  if (listMarker(next.text) !== undefined || line.y <= next.y) return false;
  const firstWord = next.text.split(' ')[0] ?? '';
  const widthOfWord = (firstWord.length / Math.max(1, next.text.length)) * (rightOf(next) - leftOf(next));
  return rightOf(line) + widthOfWord + 0.25 * line.size > rightEdge;
}

/** Words without the list marker they start with. */
function withoutMarker(words: Words, length: number): Words {
  let left = length;
  return words.map((piece) => {
    const cut = Math.min(left, piece.text.length);
    left -= cut;
    return { ...piece, text: piece.text.slice(cut) };
  });
}

/**
 * Writes lines for which the file has no structure of its own: larger letters are headings, aligned columns are tables,
 * a marker makes an item, and lines that ran out of room are joined to one paragraph. Pages start as the lines do.
 */
export function writePositional(writer: DocumentWriter, pages: readonly (readonly PdfLine[])[]): void {
  const all = pages.flat();
  const usual = usualSize(all);
  const sizes = headingSizes(all, usual);
  for (const [index, lines] of pages.entries()) {
    writer.startPage(index + 1);
    writeLines(writer, lines, usual, sizes);
    writer.endPage();
  }
}

/** Writes lines as `writePositional` does, on the page under way. */
export function writeLines(
  writer: DocumentWriter,
  lines: readonly PdfLine[],
  usual: number,
  sizes: readonly number[],
): void {
  const levels = createIndentLevels();
  const rightEdge = lines.reduce((most, line) => Math.max(most, rightOf(line)), 0);
  let index = 0;
  for (let line = lines[index]; line !== undefined; line = lines[index]) {
    const table = findTable(lines, index);
    if (table.count > 0) {
      writer.table(readTable(lines.slice(index, index + table.count), table.edges));
      index += table.count;
      levels.reset();
      continue;
    }
    const taken = [line];
    for (let next = lines[index + taken.length]; next !== undefined; next = lines[index + taken.length]) {
      if (!runsOn(taken.at(-1) ?? line, next, rightEdge) || findTable(lines, index + taken.length).count > 0) break;
      taken.push(next);
    }
    index += taken.length;
    const words = taken.flatMap((one, place): Words => (place === 0 ? wordsOf(one) : [{ text: ' ' }, ...wordsOf(one)]));
    const rank = sizes.indexOf(Math.round(line.size * 2) / 2);
    const item = listMarker(line.text);
    if (usual > 0 && rank >= 0) writer.heading(words, Math.min(3, rank + 1));
    else if (item !== undefined) {
      const level = levels.level(Math.round(leftOf(line)));
      const blanks = line.text.length - line.text.trimStart().length;
      writer.item(withoutMarker(words, item.wordsAt + blanks), { marker: item.marker, ordered: item.ordered, level });
    } else {
      levels.reset();
      writer.paragraph(words);
    }
  }
}

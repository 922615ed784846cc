import { createIndentLevels, listMarker } from '../document/list-marker.ts';
import type { Words } from '../document/writer.ts';
import type { PlacedBlock } from './across-pages.ts';
import { joinRuns } from './join-runs.ts';
import type { PdfLine } from './lines.ts';
import { findTable, joinOverPage, readTable } from './positional-table.ts';
import type { TaggedBlock } from './tagged.ts';

/** Letters this much larger than the document's usual size mark a heading. */
const HEADING_RATIO = 1.15;

/** Sizes as they are compared: to the half point. */
const rounded = (size: number): number => Math.round(size * 2) / 2;

/** The size most letters of the document have, in points. */
function usualSize(lines: readonly PdfLine[]): number {
  const letters = new Map<number, number>();
  for (const line of lines) letters.set(rounded(line.size), (letters.get(rounded(line.size)) ?? 0) + line.text.length);
  return [...letters].reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0])[0];
}

/** Heading sizes from the largest; sizes beyond the third make headings of the third level too. */
function headingSizes(lines: readonly PdfLine[]): readonly number[] {
  const usual = usualSize(lines);
  const sizes = new Set(lines.map((line) => rounded(line.size)).filter((size) => size > usual * HEADING_RATIO));
  return [...sizes].sort((one, other) => other - one);
}

const leftOf = (line: PdfLine): number => line.segments[0]?.left ?? 0;
const rightOf = (line: PdfLine): number => line.segments.at(-1)?.right ?? 0;
/** True where `next` is the rest of the paragraph of `line`: near, of its size, and `line` had no room for its first word. */
function runsOn(line: PdfLine, next: PdfLine, rightEdge: number): boolean {
  if (Math.abs(line.size - next.size) > 0.5 || line.y - next.y > 1.7 * line.size || line.y <= next.y) return false;
  if (listMarker(next.text) !== undefined) return false;
  const firstWord = next.text.split(' ')[0] ?? '';
  const widthOfWord = (firstWord.length / Math.max(1, next.text.length)) * (rightOf(next) - leftOf(next));
  return rightOf(line) + widthOfWord + 0.25 * line.size > rightEdge;
}

/** Words without the first `length` characters that are not blanks at their start. */
function withoutMarker(words: Words, length: number): Words {
  let left = length;
  return words.map((piece) => {
    const cut = Math.min(left, piece.text.length);
    left -= cut;
    return { ...piece, text: piece.text.slice(cut) };
  });
}

/** The lines of one paragraph from `lines[from]` on. */
function takeParagraph(lines: readonly PdfLine[], from: number, first: PdfLine, rightEdge: number): readonly PdfLine[] {
  const taken = [first];
  for (let next = lines[from + taken.length]; next !== undefined; next = lines[from + taken.length]) {
    if (!runsOn(taken.at(-1) ?? first, next, rightEdge) || findTable(lines, from + taken.length).count > 0) break;
    taken.push(next);
  }
  return taken;
}

function blocksOfPage(lines: readonly PdfLine[], sizes: readonly number[]): readonly TaggedBlock[] {
  const blocks: TaggedBlock[] = [];
  const levels = createIndentLevels();
  const rightEdge = lines.reduce((most, line) => Math.max(most, rightOf(line)), 0);
  let index = 0;
  for (let line = lines[index]; line !== undefined; line = lines[index]) {
    const table = findTable(lines, index);
    if (table.count > 0) {
      blocks.push(readTable(lines.slice(index, index + table.count), table.edges));
      index += table.count;
      levels.reset();
      continue;
    }
    const taken = takeParagraph(lines, index, line, rightEdge);
    index += taken.length;
    const words = joinRuns(taken.flatMap((one) => one.segments.flatMap((segment) => segment.runs)));
    const rank = sizes.indexOf(rounded(line.size));
    const item = listMarker(line.text);
    if (item !== undefined) {
      const level = levels.level(Math.round(leftOf(line)));
      blocks.push({ kind: 'list', items: [{ words: withoutMarker(words, item.wordsAt), marker: item.marker, level }] });
      continue;
    }
    levels.reset();
    if (rank >= 0) blocks.push({ kind: 'heading', words, level: Math.min(3, rank + 1) });
    else blocks.push({ kind: 'paragraph', words, contents: false });
  }
  return blocks;
}

/**
 * The blocks of pages for which the file has no structure of its own: larger letters are headings, aligned columns are
 * tables (going on over pages while the columns stay), a marker makes an item, and lines that ran out of room are joined.
 */
export function blocksByPlace(pages: readonly (readonly PdfLine[])[]): readonly PlacedBlock[] {
  const sizes = headingSizes(pages.flat());
  const placed: PlacedBlock[] = [];
  for (const [index, lines] of pages.entries()) {
    for (const [order, block] of blocksOfPage(lines, sizes).entries()) {
      const last = placed.at(-1);
      const whole =
        order === 0 && last?.block.kind === 'table' && block.kind === 'table'
          ? joinOverPage(last.block, block)
          : undefined;
      if (last !== undefined && whole !== undefined) placed[placed.length - 1] = { page: last.page, block: whole };
      else placed.push({ page: index + 1, block });
    }
  }
  return placed;
}

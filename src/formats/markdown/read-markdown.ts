import { isBlank, sliceSpan, trimSpan } from '../document/blank.ts';
import { linksInWords } from '../document/links.ts';
import { createIndentLevels, listMarker } from '../document/list-marker.ts';
import type { Block, SourceDocument, SourceNote, Span } from '../document/model.ts';
import { normaliseLineEnds } from '../text/decode.ts';
import { linesOf, pagesOf, type Line } from '../text/lines.ts';
import { countRows, readRows } from '../text/rows.ts';
import { countPipeRows, isDelimiterRow, readPipeTable } from './pipe-table.ts';
import { cleanWords } from './words.ts';

const HEADING = /^ {0,3}(#{1,6}) +\S/u;
const FENCE = /^ {0,3}(```|~~~)/u;
const UNDERLINE = /^ {0,3}(=+|-+) *$/u;
const RULE = /^ {0,3}([-*_]) *(?:\1 *){2,}$/u;
const QUOTE = /^ {0,3}(?:> ?)+/u;

/** The head of a line, enough for the patterns above, so that no pattern walks a line of megabytes twice. */
const headOf = (line: Line): string => (line.raw.length > 400 ? line.raw.slice(0, 400) : line.raw);

const isHeading = (line: Line): boolean => HEADING.test(headOf(line)) && !line.raw.includes('\t');

/**
 * True where `text` is written in Markdown whatever its name says: it has a pipe table, or at least two `#` headings.
 * One heading is not enough, because a plain list may start a line with `# `.
 */
export function looksLikeMarkdown(text: string): boolean {
  const lines = linesOf(normaliseLineEnds(text));
  if (lines.filter(isHeading).length >= 2) return true;
  return lines.some((line, index) => line.raw.includes('|') && isDelimiterRow(lines[index + 1]));
}

/** True where `text` has tab-separated rows, which are plain text's tables and not Markdown's. */
export function hasTabbedRows(text: string): boolean {
  return /\S[^\n\S]*\t/u.test(text);
}

/**
 * Reads Markdown: `#` and underlined headings, pipe tables (and tab-separated rows, as pasted from slides), lists, quotes,
 * code. Lines of one paragraph are joined by a space, since editors wrap them; a line that ends in two spaces or a
 * backslash ends its paragraph. `text` of a block is its words without marks; its span covers the marks.
 */
export function readMarkdown(raw: string, notes: readonly SourceNote[] = []): SourceDocument {
  const text = normaliseLineEnds(raw);
  const lines = linesOf(text);
  const blocks: Block[] = [];
  const levels = createIndentLevels();
  let index = 0;
  for (let line = lines[index]; line !== undefined; line = lines[index]) {
    if (isBlank(line.raw)) {
      index += 1;
      continue;
    }
    const { block, used } = readBlock(text, lines, index, line, levels);
    if (block.kind !== 'item') levels.reset();
    blocks.push(block);
    index += used;
  }
  return { format: 'markdown', text, blocks, links: linksInWords(text), pages: pagesOf(text), notes };
}

interface Taken {
  readonly block: Block;
  /** How many lines it took. */
  readonly used: number;
}

function spanOfLines(text: string, lines: readonly Line[]): Span {
  return trimSpan(text, { start: lines[0]?.span.start ?? 0, end: lines.at(-1)?.span.end ?? 0 });
}

function readBlock(
  text: string,
  lines: readonly Line[],
  index: number,
  line: Line,
  levels: { level(indent: number): number },
): Taken {
  const pipes = countPipeRows(lines, index);
  if (pipes > 0) return { block: readPipeTable(text, lines.slice(index, index + pipes)), used: pipes };
  const rows = countRows(lines, index);
  if (rows > 0) return { block: readRows(text, lines.slice(index, index + rows), cleanWords), used: rows };
  if (FENCE.test(headOf(line))) return readFence(text, lines, index, line);
  if (isHeading(line)) return { block: readHeading(text, line), used: 1 };
  if (RULE.test(headOf(line)) && line.raw.length < 400)
    return { block: { kind: 'paragraph', span: trimSpan(text, line.span), text: '' }, used: 1 };
  return readRunning(text, lines, index, line, levels);
}

function readHeading(text: string, line: Line): Block {
  const span = trimSpan(text, line.span);
  const raw = sliceSpan(text, span);
  const level = HEADING.exec(raw)?.[1]?.length ?? 1;
  let end = raw.length;
  while (end > level && raw[end - 1] === '#') end -= 1;
  const closed = end < raw.length && raw[end - 1] === ' ';
  return { kind: 'heading', span, text: cleanWords(raw.slice(level, closed ? end : raw.length)), level };
}

/** A fenced piece of code is one paragraph; its words are the lines between the fences, as they are. */
function readFence(text: string, lines: readonly Line[], index: number, open: Line): Taken {
  const mark = FENCE.exec(headOf(open))?.[1] ?? '```';
  let end = index + 1;
  while (
    end < lines.length &&
    !headOf(lines[end] ?? open)
      .trimStart()
      .startsWith(mark)
  )
    end += 1;
  const inner = lines.slice(index + 1, end);
  const taken = lines.slice(index, end + 1);
  return {
    block: {
      kind: 'paragraph',
      span: spanOfLines(text, taken),
      text: inner.map((line) => line.raw).join('\n'),
    },
    used: taken.length,
  };
}

const breaksHard = (line: Line): boolean => line.raw.endsWith('  ') || line.raw.endsWith('\\');

/** True where a paragraph that is under way ends before `lines[index]`. */
function startsAnew(lines: readonly Line[], index: number, line: Line): boolean {
  return (
    isBlank(line.raw) ||
    isHeading(line) ||
    FENCE.test(headOf(line)) ||
    RULE.test(headOf(line)) ||
    listMarker(line.raw) !== undefined ||
    countPipeRows(lines, index) > 0 ||
    line.raw.trimStart().includes('\t')
  );
}

/** A paragraph, an underlined heading or a list item, with the lines that carry it on. */
function readRunning(
  text: string,
  lines: readonly Line[],
  index: number,
  first: Line,
  levels: { level(indent: number): number },
): Taken {
  const item = listMarker(first.raw);
  let used = 1;
  let last = first;
  for (let next = lines[index + used]; next !== undefined; next = lines[index + used]) {
    const underline = UNDERLINE.exec(headOf(next))?.[1];
    if (underline !== undefined && item === undefined) {
      const words = spanOfLines(text, lines.slice(index, index + used));
      const span = spanOfLines(text, lines.slice(index, index + used + 1));
      const level = underline.startsWith('=') ? 1 : 2;
      return { block: { kind: 'heading', span, text: cleanWords(sliceSpan(text, words)), level }, used: used + 1 };
    }
    if (breaksHard(last) || startsAnew(lines, index + used, next)) break;
    last = next;
    used += 1;
  }
  const span = spanOfLines(text, lines.slice(index, index + used));
  if (item === undefined) {
    const raw = sliceSpan(text, span).replace(QUOTE, '').replace(/\\$/u, '');
    return { block: { kind: 'paragraph', span, text: cleanWords(raw) }, used };
  }
  const words = { start: first.span.start + item.wordsAt, end: span.end };
  return {
    block: {
      kind: 'item',
      span,
      text: cleanWords(sliceSpan(text, words).replace(/\\$/u, '')),
      level: levels.level(item.indent),
      marker: item.marker,
      ordered: item.ordered,
    },
    used,
  };
}

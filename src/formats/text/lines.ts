import type { SourcePage, Span } from '../document/model.ts';

/** One line of a text, without its line end. */
export interface Line {
  readonly span: Span;
  readonly raw: string;
}

/** Lines of `text`, parted by line feeds and form feeds. */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const match of text.matchAll(/[\n\f]|$/gu)) {
    lines.push({ span: { start, end: match.index }, raw: text.slice(start, match.index) });
    start = match.index + 1;
  }
  return lines;
}

/** Pages as form feeds part them, from 1; none where there is no form feed. */
export function pagesOf(text: string): readonly SourcePage[] {
  if (!text.includes('\f')) return [];
  let start = 0;
  return text.split('\f').map((page, index) => {
    const span = { start, end: start + page.length };
    start = span.end + 1;
    return { number: index + 1, span };
  });
}

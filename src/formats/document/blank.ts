import type { Span } from './model.ts';

/**
 * What leaves no ink: white space of every kind (the no-break space too), and the zero-width marks that slides and web
 * pages leave behind. `\s` already holds NBSP and the byte order mark.
 */
const BLANK = /^[\s\u200b-\u200f\u2060]*$/u;

const isBlankCode = (code: number): boolean =>
  code === 0x20 ||
  (code >= 0x09 && code <= 0x0d) ||
  code === 0xa0 ||
  code === 0x1680 ||
  (code >= 0x2000 && code <= 0x200f) ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0x202f ||
  code === 0x205f ||
  code === 0x2060 ||
  code === 0x3000 ||
  code === 0xfeff;

/** True where `text` has nothing a reader of the page could see. */
export const isBlank = (text: string): boolean => BLANK.test(text);

/** `span` without the blanks at its ends; a span of blanks only becomes empty, at its own start. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && isBlankCode(text.charCodeAt(start))) start += 1;
  if (start === end) return { start: span.start, end: span.start };
  while (end > start && isBlankCode(text.charCodeAt(end - 1))) end -= 1;
  return { start, end };
}

/** The words of `text` under `span`. */
export const sliceSpan = (text: string, span: Span): string => text.slice(span.start, span.end);

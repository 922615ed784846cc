/** One line that has words, with what its white space says. */
export interface Line {
  /** Counting from 1, blank lines counted too. */
  readonly at: number;
  /** Columns before the words; a tab goes on to the next multiple of four. */
  readonly indent: number;
  /** Without white space around it. */
  readonly words: string;
  /** Whether a blank line, or nothing at all, stands before it. */
  readonly afterBlank: boolean;
}

/** A line, and what a format says of it beyond its words. */
export interface OutlineLine extends Line {
  /** Set where the format itself says that the line is a heading. */
  readonly heading?: boolean;
}

const isSpace = (unit: number): boolean =>
  unit === 0x20 || unit === 0x09 || unit === 0xa0 || unit === 0x0b || unit === 0x0c;

/** The lines of a text that have words on them. Linear, whatever the text. */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let afterBlank = true;
  let at = 0;
  let start = 0;
  while (start <= text.length) {
    let end = start;
    while (end < text.length && text.charCodeAt(end) !== 0x0a && text.charCodeAt(end) !== 0x0d) end += 1;
    at += 1;
    let from = start;
    let indent = 0;
    while (from < end && isSpace(text.charCodeAt(from))) {
      indent = text.charCodeAt(from) === 0x09 ? (Math.floor(indent / 4) + 1) * 4 : indent + 1;
      from += 1;
    }
    let to = end;
    while (to > from && isSpace(text.charCodeAt(to - 1))) to -= 1;
    if (from === to) afterBlank = true;
    else {
      const byteOrderMark = at === 1 && text.charCodeAt(from) === 0xfeff ? 1 : 0;
      lines.push({ at, indent, words: text.slice(from + byteOrderMark, to), afterBlank });
      afterBlank = false;
    }
    start = text.charCodeAt(end) === 0x0d && text.charCodeAt(end + 1) === 0x0a ? end + 2 : end + 1;
  }
  return lines;
}

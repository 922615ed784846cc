import type { SourceLink } from './model.ts';

/**
 * `[label](target)`, or a bare web address. The classes leave out the characters that open the next candidate, so that
 * a line of five million brackets is still read in one pass.
 */
const LINK = /\[[^[\]\n]*\]\(([^()\s]*)\)|https?:\/\/[^\s<>"'()[\]]+/gu;

/** Links written in the words of `text`: Markdown links and bare web addresses. */
export function linksInWords(text: string): readonly SourceLink[] {
  return [...text.matchAll(LINK)].map((match) => ({
    span: { start: match.index, end: match.index + match[0].length },
    target: match[1] ?? match[0],
  }));
}

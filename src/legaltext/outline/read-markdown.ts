import { failed, type Result } from '../../values/result.ts';
import type { HouseStyle } from '../house-styles/model.ts';
import type { OutlineRefusal } from './doubt.ts';
import { labelsAt } from './labels.ts';
import { linesOf, type Line, type OutlineLine } from './lines.ts';
import { readInlineMarkdown } from './markdown-inline.ts';
import { OutlineReader, refusalOfLength, type Outline, type OutlineOptions } from './read-outline.ts';

/**
 * Reads Markdown into a version by a house style, as `readPlainText` reads plain text, with what Markdown says besides:
 * headings are headings (a first one without a number is that of the whole text, later ones group what follows), emphasis
 * and links become marks, list signs and quotation signs go. Levels still come from the numbers, not from the number of
 * hashes. Never throws; linear in the text.
 */
export function readMarkdown(
  text: string,
  style: HouseStyle,
  options: OutlineOptions = {},
): Result<Outline, OutlineRefusal> {
  const refusal = refusalOfLength(text);
  if (refusal !== null) return failed(refusal);
  return new OutlineReader(markdownLines(linesOf(text), style), style, readInlineMarkdown, options).read();
}

const ATX = /^#{1,6}(?:\s+|$)/;
const UNDERLINE = /^(?:=+|-{3,})$/;
const BULLET = /^[-*+]\s+/;

function markdownLines(lines: readonly Line[], style: HouseStyle): readonly OutlineLine[] {
  const read: OutlineLine[] = [];
  let breakNext = false;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined) break;
    const afterBlank = line.afterBlank || breakNext;
    breakNext = false;
    let words = line.words;
    while (words.startsWith('>')) words = words.slice(1).trimStart();
    const next = lines[at + 1];
    const underlined =
      next !== undefined && !next.afterBlank && UNDERLINE.test(next.words.slice(0, 500)) && !words.startsWith('|');
    if (ATX.test(words) || underlined) {
      const heading = bare(words.replace(ATX, '').replace(/\s+#{1,10}$/, ''));
      if (heading !== '') read.push({ ...line, indent: 0, words: heading, afterBlank: true, heading: true });
      if (underlined) at += 1;
      breakNext = true;
      continue;
    }
    if (words === '' || /^(?:-{3,}|\*{3,}|_{3,})$/.test(words.slice(0, 200))) {
      breakNext = true;
      continue;
    }
    const bullet = BULLET.exec(words.slice(0, 12));
    if (bullet !== null) words = words.slice(bullet[0].length);
    const numbered = numberedWords(words, style);
    read.push({ ...line, words: numbered ?? words, afterBlank: afterBlank || bullet !== null });
  }
  return read;
}

/** `**2.3** Words` and `\(a\) words` begin with a number once the signs around it are gone. */
function numberedWords(words: string, style: HouseStyle): string | null {
  const begin = words.slice(0, 120);
  const plain = begin
    .replace(/^\*\*([^*\s]{1,40})\*\*/, '$1')
    .replace(/^\\\(([^\\\s]{1,12})\\?\)/, '($1)')
    .replace(/^(\d{1,5})\\\./, '$1.');
  return plain !== begin && labelsAt(style, plain).length > 0 ? plain + words.slice(120) : null;
}

/** A heading without the emphasis around the whole of it. */
const bare = (heading: string): string => /^\*\*([^*]{1,500})\*\*$/.exec(heading.slice(0, 510))?.[1] ?? heading;

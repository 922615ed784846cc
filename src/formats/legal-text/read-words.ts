import type { HouseStyle } from '../../legaltext/house-styles/model.ts';
import type { OutlineRefusal } from '../../legaltext/outline/doubt.ts';
import type { Outline } from '../../legaltext/outline/read-outline.ts';
import { readMarkdown } from '../../legaltext/outline/read-markdown.ts';
import { readPlainText } from '../../legaltext/outline/read-plain-text.ts';
import { recogniseStyle } from '../../legaltext/outline/recognise-style.ts';
import { provisionsUnder } from '../../legaltext/provision.ts';
import type { Version } from '../../legaltext/version.ts';
import { failed, ok, type Result } from '../../values/result.ts';
import { styleNamed } from './house-style.ts';
import { refusal, type LegalText, type LegalTextFailure, type LegalTextFormat } from './model.ts';

/** The longest line that is read: a paragraph of a code has a few thousand characters. */
const LONGEST_LINE = 1_000_000;

/** The first line that is longer than any paragraph, counting from 1; null where there is none. */
function endlessLine(text: string): number | null {
  let line = 1;
  for (let start = 0; start <= text.length; line += 1) {
    const end = text.indexOf('\n', start);
    if ((end === -1 ? text.length : end) - start > LONGEST_LINE) return line;
    if (end === -1) return null;
    start = end + 1;
  }
  return null;
}

const NO_NUMBERS =
  'No numbered provisions were found in this text, such as 2.3.1, (a), § 47-101 or Schedule 5. Check that it is the text of a code; if it is, name its house style with --style.';

function hasNumbers({ root }: Version): boolean {
  for (const { number } of provisionsUnder(root)) if (number !== '') return true;
  return false;
}

/**
 * Reads words by the numbers they begin with, in the style with the id `asked`, or, with null, in the one that fits them
 * best. Words without a number are refused, unless a style was asked for: there would be nothing to compare or to amend but
 * one long paragraph.
 */
export function readByStyle(
  words: string,
  read: (style: HouseStyle) => Result<Outline, OutlineRefusal>,
  format: LegalTextFormat,
  asked: string | null,
): Result<LegalText, LegalTextFailure> {
  const named = asked === null ? null : styleNamed(asked);
  if (named?.kind === 'failed') return named;
  const style = named?.value ?? recogniseStyle(words)[0]?.style;
  if (style === undefined) throw new Error('There is no house style at all.');
  const outline = read(style);
  if (outline.kind === 'failed') return failed(refusal(outline.failure.message));
  const { version, doubts } = outline.value;
  if (named === null && !hasNumbers(version)) return failed(refusal(NO_NUMBERS));
  const notes = doubts.map(({ line, sentence }) => ({ line, message: sentence.replace(/^Line \d+: /u, '') }));
  return ok({ format, style, version, instruments: [], akn: null, notes });
}

/** Reads plain text or Markdown. */
export function readWords(
  text: string,
  format: 'text' | 'markdown',
  asked: string | null,
): Result<LegalText, LegalTextFailure> {
  if (text.trim() === '')
    return failed(refusal('This file holds nothing but blanks. Check that it was saved, or copy it again.'));
  const endless = endlessLine(text);
  if (endless !== null)
    return failed(
      refusal(
        `This line has more than ${LONGEST_LINE.toLocaleString('en')} characters, which no paragraph has. Save the text with a line for each paragraph.`,
        `line ${endless}`,
      ),
    );
  const read = format === 'markdown' ? readMarkdown : readPlainText;
  return readByStyle(text, (style) => read(text, style), format, asked);
}

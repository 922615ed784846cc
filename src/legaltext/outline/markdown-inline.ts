import { Text, type Attributes, type Mark } from '../text.ts';

interface Span {
  readonly from: number;
  readonly to: number;
  readonly signs: number;
  readonly attributes: Attributes;
}

const BOLD: Attributes = Object.freeze({ style: 'bold' });
const ITALIC: Attributes = Object.freeze({ style: 'italic' });

const isWord = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);

/**
 * The words of one Markdown paragraph with its emphasis and links as marks. A sign that nothing closes is a sign of the
 * text; a backslash makes any sign one. First the pairs are found, then the words written: linear, whatever the text.
 */
export function readInlineMarkdown(source: string): Text {
  if (!/[*_\\[`]/.test(source)) return Text.of(source);
  const skipped = new Uint8Array(source.length + 1);
  const spans: Span[] = [];
  const openAt = new Map<string, number>();
  let bracket: number | null = null;
  for (let index = 0; index < source.length; index += 1) {
    const sign = source[index];
    if (sign === '\\' && /[\\`*_{}[\]()#+.!|>§-]/.test(source[index + 1] ?? '')) {
      skipped[index] = 1;
      index += 1;
    } else if (sign === '*' || sign === '_') {
      const length = source[index + 1] === sign ? 2 : 1;
      const marker = sign.repeat(length);
      const open = openAt.get(marker);
      const inWord = sign === '_' && isWord(source[index - 1]) && isWord(source[index + length]);
      if (!inWord && open !== undefined && index > open + length && !/\s/.test(source[index - 1] ?? ' ')) {
        skipped.fill(1, open, open + length);
        skipped.fill(1, index, index + length);
        spans.push({ from: open + length, to: index, signs: length, attributes: length === 2 ? BOLD : ITALIC });
        openAt.delete(marker);
      } else if (!inWord && /\S/.test(source[index + length] ?? ' ')) openAt.set(marker, index);
      index += length - 1;
    } else if (sign === '[') bracket = index;
    else if (sign === ']' && bracket !== null && source[index + 1] === '(') {
      const end = source.slice(index + 2, index + 2002).indexOf(')');
      const href = end < 0 ? '' : source.slice(index + 2, index + 2 + end);
      // `[2](b)` is a number in a law more often than a link: links lead somewhere.
      if (/^(?:https?:|mailto:|#|\/|\.)/.test(href)) {
        skipped[bracket] = 1;
        skipped.fill(1, index, index + end + 3);
        spans.push({ from: bracket + 1, to: index, signs: 0, attributes: { href } });
        index += end + 2;
      }
      bracket = null;
    }
  }
  return writeWords(source, skipped, spans);
}

function writeWords(source: string, skipped: Uint8Array, spans: readonly Span[]): Text {
  const places = new Int32Array(source.length + 1);
  const words: string[] = [];
  let from = 0;
  let place = 0;
  for (let index = 0; index < source.length; index += 1) {
    places[index] = place;
    if (skipped[index] === 1) {
      if (index > from) words.push(source.slice(from, index));
      from = index + 1;
    } else place += 1;
  }
  places[source.length] = place;
  words.push(source.slice(from));
  const marks = spans.map(({ from: start, to, signs, attributes }): Mark => ({
    kind: signs === 0 ? 'reference' : 'emphasis',
    start: places[start] ?? 0,
    end: places[to] ?? 0,
    attributes,
  }));
  return Text.of(words.join(''), marks);
}

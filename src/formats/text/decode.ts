import { failed, ok, type Result } from '../../values/result.ts';
import type { ReadFailure } from '../document/failure.ts';
import type { SourceNote } from '../document/model.ts';

/** Words out of bytes, with a note where the encoding had to be guessed. */
export interface DecodedText {
  readonly text: string;
  readonly notes: readonly SourceNote[];
}

/** Windows-1252 at 0x80–0x9F, from the Encoding Standard's index; 0 marks the five bytes it leaves undefined. */
const WINDOWS_1252 = [
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0, 0,
  0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178,
];

/** In plain English text, accents, pounds and curly quotes are a few bytes in a hundred; above this it is not text. */
const MOST_HIGH_BYTES = 0.15;

const SAVE_AS_UTF8 = 'Open it in the program that made it and save it as plain text with the encoding UTF-8.';

/** Control characters that text may hold: tab, line feed, vertical tab, form feed, carriage return. */
const isTextControl = (byte: number): boolean => byte >= 0x09 && byte <= 0x0d;

function notText(message: string): Result<never, ReadFailure> {
  return failed({ kind: 'not-text', message });
}

const lineOf = (bytes: Uint8Array, offset: number): number => {
  let line = 1;
  for (let index = 0; index < offset; index += 1) if (bytes[index] === 0x0a) line += 1;
  return line;
};

/** The offset of the first byte that is not UTF-8, and how many multi-byte characters stood before it. */
function firstInvalid(bytes: Uint8Array): { offset: number; accented: number } | undefined {
  let offset = 0;
  let accented = 0;
  while (offset < bytes.length) {
    const lead = bytes[offset] ?? 0;
    if (lead < 0x80) {
      offset += 1;
      continue;
    }
    const more =
      lead >= 0xc2 && lead <= 0xdf ? 1 : lead >= 0xe0 && lead <= 0xef ? 2 : lead >= 0xf0 && lead <= 0xf4 ? 3 : 0;
    if (more === 0) return { offset, accented };
    for (let index = 1; index <= more; index += 1)
      if (((bytes[offset + index] ?? 0) & 0xc0) !== 0x80) return { offset, accented };
    offset += more + 1;
    accented += 1;
  }
  return undefined;
}

function decodeUtf16(bytes: Uint8Array, order: 'le' | 'be'): Result<DecodedText, ReadFailure> {
  if (bytes.length % 2 === 1)
    return failed({
      kind: 'truncated',
      message:
        'The end of this text file is missing: its last character is cut in half. Copy or download the file again.',
    });
  try {
    const text = new TextDecoder(`utf-16${order}`, { fatal: true }).decode(bytes);
    return text.includes('\u0000') ? binary(text.indexOf('\u0000') * 2) : ok({ text, notes: [] });
  } catch {
    return notText(`This looks like Unicode (UTF-16) text, but some characters in it are broken. ${SAVE_AS_UTF8}`);
  }
}

function binary(offset: number): Result<never, ReadFailure> {
  return notText(
    `This is not a text file: at byte ${String(offset + 1)} it holds codes that no text has. ` +
      'If it is a document, give its name the right ending (.pdf, .pptx, .docx) or save it again as one of these.',
  );
}

function decodeWindows1252(bytes: Uint8Array, invalidAt: number): Result<DecodedText, ReadFailure> {
  let high = 0;
  let text = '';
  const codes: number[] = [];
  for (const [offset, byte] of bytes.entries()) {
    if (byte >= 0x80) high += 1;
    const code = byte >= 0x80 && byte < 0xa0 ? (WINDOWS_1252[byte - 0x80] ?? 0) : byte;
    if (code === 0) return binary(offset);
    codes.push(code);
    // Strings are made of a few thousand codes at a time: one call with millions of arguments overflows the stack.
    if (codes.length === 8192) text += String.fromCharCode(...codes.splice(0));
  }
  text += String.fromCharCode(...codes);
  if (high / bytes.length > MOST_HIGH_BYTES) return binary(invalidAt);
  return ok({
    text,
    notes: [
      {
        kind: 'encoding',
        message:
          `This file is not in UTF-8 (first seen on line ${String(lineOf(bytes, invalidAt))}); it was read as Windows Western European ` +
          'text (Windows-1252). Check that pound signs, dashes and quotes look right.',
      },
    ],
  });
}

/** True where every other byte is nought in the first few thousand, as in English UTF-16 without a mark at its start. */
function utf16Order(bytes: Uint8Array): 'le' | 'be' | undefined {
  const head = bytes.subarray(0, 4096);
  let even = 0;
  let odd = 0;
  for (const [index, byte] of head.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  const half = head.length / 2;
  if (half < 2) return undefined;
  if (odd > half * 0.7 && even < half * 0.05) return 'le';
  if (even > half * 0.7 && odd < half * 0.05) return 'be';
  return undefined;
}

/**
 * The words in `bytes`, which hold plain text. A byte order mark decides; without one it is UTF-8 if it can be, else
 * UTF-16 by its pattern, else Windows-1252 when it is plainly Western text (and a note says so).
 *
 * Fails with `truncated` where the last character is cut, and `not-text` for binary data, for UTF-32, and for UTF-8
 * with broken characters in it: guessing there would put wrong letters in the record.
 */
export function decodeText(bytes: Uint8Array): Result<DecodedText, ReadFailure> {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) {
    if (third === 0 && fourth === 0) return notText(`This text is in UTF-32, which is not read here. ${SAVE_AS_UTF8}`);
    return decodeUtf16(bytes.subarray(2), 'le');
  }
  if (first === 0xfe && second === 0xff) return decodeUtf16(bytes.subarray(2), 'be');
  const order = utf16Order(bytes);
  if (order !== undefined) return decodeUtf16(bytes, order);

  const body = first === 0xef && second === 0xbb && third === 0xbf ? bytes.subarray(3) : bytes;
  const control = body.findIndex((byte) => byte < 0x20 && !isTextControl(byte) && byte !== 0x1a && byte !== 0x1b);
  if (control >= 0) return binary(control + bytes.length - body.length);
  const invalid = firstInvalid(body);
  if (invalid === undefined) {
    try {
      return ok({ text: new TextDecoder('utf-8', { fatal: true }).decode(body), notes: [] });
    } catch {
      return notText(`Some characters in this file are not valid UTF-8. ${SAVE_AS_UTF8}`);
    }
  }
  if (invalid.accented === 0) {
    return decodeWindows1252(body, invalid.offset);
  }
  if (invalid.offset >= body.length - 3)
    return failed({
      kind: 'truncated',
      message:
        'The end of this text file is missing: its last character is cut in half. Copy or download the file again.',
    });
  return notText(
    `Line ${String(lineOf(body, invalid.offset))} (byte ${String(invalid.offset + 1)}) holds a character that is broken, while the rest is ` +
      `UTF-8: two files may have been joined, or a part is damaged. ${SAVE_AS_UTF8}`,
  );
}

/**
 * One kind of line end: carriage returns, `NEL`, and Unicode's line and paragraph separators all become `\n`, so that the
 * same pack saved on another system is the same text. Form feeds stay: they part pages.
 */
export const normaliseLineEnds = (text: string): string => text.replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n');

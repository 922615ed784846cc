import { Refused } from './refused.ts';

/**
 * The scanner works on bytes, one character each, so that text stays in one byte per character where it can (most does);
 * what is beyond ASCII is decoded here, run of words by run of words.
 */

const NAMED_ENTITIES: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** XML 1.0, section 2.2: characters that may not stand in a document at all, as bytes. */
const FORBIDDEN = /[^\t\n\r\u0020-\u00FF]|\u00EF\u00BF[\u00BE\u00BF]/;

/** Where in `bytes` the first character stands that XML does not allow; -1 where there is none. Linear. */
export const forbiddenIn = (bytes: string): number => bytes.search(FORBIDDEN);

/** Bytes, one a character, as the text they stand for in UTF-8. Linear. */
export const decode = (bytes: string): string => Buffer.from(bytes, 'latin1').toString('utf8');

/** A character as its bytes in UTF-8, one a character. */
const encode = (character: string): string => Buffer.from(character, 'utf8').toString('latin1');

/**
 * `words` with XML's five entities and character references resolved, as bytes like `words` itself. Throws `Refused` for
 * any other entity; `start` is where in the file the words begin.
 */
export function resolveReferences(words: string, start: number): string {
  return words.replace(/&([^;&\s]{0,32});?/gu, (whole, name: string, offset: number) => {
    if (!whole.endsWith(';')) throw new Refused('An "&" stands alone; it is written "&amp;".', start + offset);
    const named = NAMED_ENTITIES.get(name);
    if (named !== undefined) return named;
    const bytes = characterOf(name);
    if (bytes === undefined) throw new Refused(`"${whole}" is no character.`, start + offset);
    return bytes;
  });
}

/** The character that a reference such as `#8217` or `#x2014` stands for; undefined for what is none. */
function characterOf(name: string): string | undefined {
  const digits = /^#(?:x([0-9A-Fa-f]{1,6})|([0-9]{1,7}))$/u.exec(name);
  if (digits === null) return undefined;
  const point = Number.parseInt(digits[1] ?? digits[2] ?? '', digits[1] === undefined ? 10 : 16);
  if (point === 0 || point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) return undefined;
  const bytes = encode(String.fromCodePoint(point));
  return forbiddenIn(bytes) === -1 ? bytes : undefined;
}

/** XML's white space: space, line feed, carriage return, tab. */
export const isSpace = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

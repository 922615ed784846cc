import { Buffer } from 'node:buffer';
import type { PackFiles } from '../pack-files.ts';
import { canonicalText, sectionsOf } from '../replay-pack.ts';
import { replay, type Replayed, type ReplayOptions } from '../replay.ts';

/**
 * Packs of a made-up borough, so that a test shows the law it is about and no more. Two titles are in the pack: title 1,
 * with chapters 1 and 2, and title 2, which is enacted; title 3 has containers only.
 */
export const NAMESPACES =
  'xmlns="https://code.dccouncil.us/schemas/dc-library" xmlns:codify="https://code.dccouncil.us/schemas/codify" ' +
  'xmlns:codified="https://code.dccouncil.us/schemas/codified" xmlns:xi="http://www.w3.org/2001/XInclude"';

/** A section of the code: its number and what stands after its heading. */
export const section = (number: string, matter: string, heading = 'Of things.'): string =>
  `<section><num>${number}</num><heading>${heading}</heading>${matter}</section>`;

/** A law of the borough: `n` is its number, taking effect on a date. */
export const law = (n: string, effective: string, body: string): string =>
  `<document ${NAMESPACES} id="B. Law ${n}"><num type="law">${n}</num><meta><effective>${effective}</effective></meta>${body}</document>`;

/** A paragraph of a law that holds an instruction. */
export const amending = (instruction: string): string =>
  `<section codify:doc="B. Code"><num>2</num><text>The Code is amended.</text>${instruction}</section>`;

/** The files of a pack: sections of chapter 1 of title 1, sections of chapter 1 of title 2, and laws. */
export function madeUpPack(parts: {
  readonly one?: readonly string[];
  readonly enacted?: readonly string[];
  readonly laws?: readonly string[];
  readonly published?: string;
}): PackFiles {
  const { one = [], enacted = [], laws = [], published = '2020-12-31' } = parts;
  const title = (number: string, chapters: string, attributes = ''): string =>
    `<container ${NAMESPACES} ${attributes}><prefix>Title</prefix><num>${number}</num><heading>Title ${number}.</heading>${chapters}</container>`;
  const chapter = (number: string, matter: string): string =>
    `<container><prefix>Chapter</prefix><num>${number}</num><heading>Chapter ${number}.</heading>${matter}</container>`;
  const files = new Map([
    [
      'manifest.json',
      JSON.stringify({ name: 'borough', publication_date: published, titles: ['1', '2'], amended_sections: [] }),
    ],
    [
      'base/index.xml',
      `<library ${NAMESPACES}><xi:include href="./code/index.xml"/><collection name="laws">${laws
        .map((_, index) => `<xi:include href="./laws/${String(index)}.xml"/>`)
        .join('')}</collection></library>`,
    ],
    [
      'base/code/index.xml',
      `<document ${NAMESPACES} id="B. Code"><heading>Code.</heading>${['1', '2', '3']
        .map((number) => `<xi:include href="./titles/${number}/index.xml"/>`)
        .join('')}</document>`,
    ],
    ['base/code/titles/1/index.xml', title('1', chapter('1', one.join('')) + chapter('2', ''))],
    ['base/code/titles/2/index.xml', title('2', chapter('1', enacted.join('')), 'enacted="true"')],
    ['base/code/titles/3/index.xml', title('3', chapter('1', '<xi:include href="./sections/3-101.xml"/>'))],
    ...laws.map((text, index) => [`base/laws/${String(index)}.xml`, text] as const),
  ]);
  return filesOf(files);
}

export function filesOf(files: ReadonlyMap<string, string>): PackFiles {
  const readText = (name: string): string | undefined => files.get(name);
  return {
    readText,
    readBytes: (name) => {
      const text = readText(name);
      return text === undefined ? undefined : Buffer.from(text, 'utf8');
    },
    list: (directory) => [...files.keys()].filter((name) => name.startsWith(`${directory}/`)),
  };
}

/** The replay of a made-up pack, which must be readable. */
export function replayed(files: PackFiles, options?: ReplayOptions): Replayed {
  const result = replay(files, options);
  if (result.kind === 'failed') throw new Error(result.failure.message);
  return result.value;
}

/** The canonical text of a section after the replay; undefined where there is no such section. */
export function textOf({ version }: Replayed, number: string): string | undefined {
  const found = sectionsOf(version).get(number);
  return found === undefined ? undefined : canonicalText(found);
}

/** A paragraph with a number and words. */
export const paragraph = (number: string, words: string): string =>
  `<para><num>${number}</num><text>${words}</text></para>`;

/** A section of two paragraphs. */
export const TWO = section(
  '1-101',
  '<text>The Board shall:</text>' + paragraph('(a)', 'Meet; and') + paragraph('(b)', 'Report.'),
);

/** What one law makes of a section of chapter 1, or of one that it puts there. */
export function after(body: string, one: readonly string[] = [TWO], number = '1-101'): string {
  return (
    textOf(replayed(madeUpPack({ one, laws: [law('1-1', '2020-01-01', amending(body))] })), number) ?? 'no section'
  );
}

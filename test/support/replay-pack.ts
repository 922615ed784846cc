/** A consolidation pack of four sections and three laws, in a folder: the form of the real one, with nothing real in it. */
import fs from 'node:fs';
import path from 'node:path';

const NAMESPACES =
  'xmlns="https://code.dccouncil.us/schemas/dc-library" xmlns:codify="https://code.dccouncil.us/schemas/codify" ' +
  'xmlns:codified="https://code.dccouncil.us/schemas/codified" xmlns:xi="http://www.w3.org/2001/XInclude"';

const section = (number: string, heading: string, body: string): string =>
  `<section ${NAMESPACES} containing-doc="Lantern Code"><num>${number}</num><heading>${heading}</heading>${body}</section>`;

const LIGHTING = (minutes: string, more = ''): string =>
  section(
    '1-101',
    'Lighting.',
    `<text>Every keeper — each of them — shall:</text><para><num>(1)</num><text>Light each lantern within ${minutes} minutes of dusk; and</text></para>` +
      `<para><num>(2)</num><text>Keep a book.</text></para>${more}`,
  );
const WICKS = section('1-102', 'Wicks.', '<text>Wicks shall be trimmed once a month.</text>');
const BADGES = (words: string): string => section('1-103', 'Badges.', `<text>${words}</text>`);

const law = (number: number, effective: string, body: string): string =>
  `<document ${NAMESPACES} id="Lantern Law ${String(number)}"><num type="law">${String(number)}</num><heading type="short">Lantern Act ${String(number)}</heading>` +
  `<meta><effective>${effective}</effective></meta><section><num>2</num><text>The Lantern Code is amended as follows:</text>${body}</section></document>`;
const strike = (target: string, find: string, replace: string): string =>
  `<para><num>(a)</num><text>Words are struck.</text><codify:find-replace doc="Lantern Code" path="${target}" count="1"><find>${find}</find><replace>${replace}</replace></codify:find-replace></para>`;

const FILES: Readonly<Record<string, string>> = {
  'manifest.json': JSON.stringify({
    name: 'lanterns',
    publication_date: '2030-12-31',
    titles: ['1'],
    amended_sections: ['1-101', '1-103'],
    excluded: [{ section: '1-104', reason: 'the official text does not follow the instruction' }],
  }),
  'base/index.xml': `<library ${NAMESPACES}><xi:include href="./code/index.xml"/><collection name="laws"><xi:include href="./laws/1.xml"/><xi:include href="./laws/2.xml"/><xi:include href="./laws/3.xml"/></collection></library>`,
  'base/code/index.xml': `<document ${NAMESPACES} id="Lantern Code"><heading>Lantern Code</heading><xi:include href="./titles/1/index.xml"/></document>`,
  'base/code/titles/1/index.xml': `<container ${NAMESPACES} containing-doc="Lantern Code"><prefix>Title</prefix><num>1</num><heading>Lanterns.</heading><xi:include href="./sections/1-101.xml"/><xi:include href="./sections/1-102.xml"/><xi:include href="./sections/1-103.xml"/></container>`,
  'base/code/titles/1/sections/1-101.xml': LIGHTING('thirty'),
  'base/code/titles/1/sections/1-102.xml': WICKS,
  'base/code/titles/1/sections/1-103.xml': BADGES('A badge is worn on the hat.'),
  'base/laws/1.xml': law(1, '2029-01-01', strike('§1-101|(1)', 'thirty', 'ten')),
  'base/laws/2.xml': law(2, '2030-06-01', strike('§1-103', 'on the hat', 'on the coat')),
  'base/laws/3.xml': law(3, '2030-07-01', strike('§1-102', 'once a year', 'twice a year')),
  'expected/code/titles/1/sections/1-101.xml': LIGHTING('ten'),
  'expected/code/titles/1/sections/1-102.xml': WICKS,
  'expected/code/titles/1/sections/1-103.xml': BADGES('A badge is worn on the coat.'),
};

/** Writes the pack into `folder`, with some of its files otherwise, or (null) not at all. */
export function writeReplayPack(folder: string, others: Readonly<Record<string, string | null>> = {}): string {
  for (const [name, content] of Object.entries({ ...FILES, ...others })) {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    if (content === null) fs.rmSync(file, { force: true });
    else fs.writeFileSync(file, content);
  }
  return folder;
}

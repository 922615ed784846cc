import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLegalText } from './read-legal-text.ts';
import { recogniseWords } from './recognise.ts';
import { writeLegalText } from './write-legal-text.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const AKN = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0';
const OPEN_LAW = 'https://code.dccouncil.us/schemas/dc-library';

describe('recogniseWords', () => {
  it.each([
    ['{"format": "pandect-version"}', 'json'],
    ['\n [{"a": 1}]', 'json'],
    ['[Not used]\n\n1.1 Words', 'text'],
    ['{draft}\n\n1.1 Words', 'text'],
    ['1. Words\n1.1 More words', 'text'],
    ['# 1 Words\n\n## 1.1 More words\n', 'markdown'],
    ['1.1 Words\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n', 'markdown'],
    [`<akomaNtoso xmlns="${AKN}"><act/></akomaNtoso>`, 'akn'],
    [`<?xml version="1.0"?><!-- a > b --><a:akomaNtoso xmlns:a='${AKN}/WD17'/>`, 'akn'],
    [`<section xmlns="${OPEN_LAW}"/>`, 'openlaw'],
    [`<section xmlns:codify="x" xmlns="${OPEN_LAW}" id="1">`, 'openlaw'],
    ['< 5 years: words\n1.1 Words', 'text'],
  ])('knows %j as %s', (text, format) => {
    expect(recogniseWords(text)).toBe(format);
  });

  it.each([
    ['<html><body>', 'a web page'],
    ['<!DOCTYPE html>\n<p>', 'a web page'],
    ['<!DOCTYPE act SYSTEM "act.dtd"><act/>', 'document type'],
    ['<rss version="2.0"/>', '<rss>'],
  ])('says what %j is', (text, what) => {
    expect(recogniseWords(text)).toMatchObject({
      kind: 'not-legal-text',
      what: expect.stringContaining(what) as string,
    });
  });
});

describe('readLegalText', () => {
  it('reads Open Law XML with its words in UTF-8, ids by path, and passes over what is no law text', async () => {
    const read = await readLegalText(
      bytes(
        `<section xmlns="${OPEN_LAW}"><num>9-101</num><heading>Lanterns.</heading><text>“Lantern” — a lamp:</text>` +
          '<para><num>(1)</num><text>Lit; or</text></para><para><num>(2)</num><text>Unlit.</text></para>' +
          '<annotations><annotation>Old.</annotation></annotations></section>',
      ),
      'section.xml',
      null,
    );
    expect(read).toMatchObject({ kind: 'ok', value: { format: 'openlaw', notes: [] } });
    if (read.kind !== 'ok' || read.value.version === null) throw new Error('not read');
    const { root } = read.value.version;
    expect(root).toMatchObject({ number: '9-101', id: '§9-101' });
    expect(root.text.words).toBe('“Lantern” — a lamp:');
    expect(root.children.map(({ id, number }) => [id, number])).toEqual([
      ['§9-101|(1)', '(1)'],
      ['§9-101|(2)', '(2)'],
    ]);
  });

  it('is written as text with the number of the section', async () => {
    const read = await readLegalText(
      bytes(`<section xmlns="${OPEN_LAW}"><num>9-101</num><heading>Lanterns.</heading><text>Words.</text></section>`),
      'section.xml',
      null,
    );
    if (read.kind !== 'ok' || read.value.version === null) throw new Error('not read');
    expect(writeLegalText(read.value.version, 'text', read.value).content).toMatch(/9-101\.? Lanterns\.\n\s+Words\./);
  });

  it('reads the same words in UTF-8, in UTF-16 and with a mark at their start as the same text', async () => {
    const text = '1. Keeping\n\n1.1 Every Keeper – each one – shall:\n\n  (a) light; and\n\n  (b) trim.\n';
    const hashes = await Promise.all(
      [bytes(text), bytes(`\uFEFF${text}`), new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'))].map(
        async (each) => {
          const read = await readLegalText(each, 'code.txt', null);
          return read.kind === 'ok' ? read.value.version?.hash : read.failure.message;
        },
      ),
    );
    expect(new Set(hashes).size).toBe(1);
    expect(hashes[0]).toMatch(/^[\da-f]{64}$/);
  });

  it('never throws, whatever the bytes', async () => {
    const starts = ['', '{"format":"pandect-version"', '{"format":"pandect-instruments","formatVersion":1,', `<akomaNtoso xmlns="${AKN}">`, `<section xmlns="${OPEN_LAW}">`, '# 1.1 ', 'PK\u0003\u0004']; // prettier-ignore
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...starts),
        fc.string({ unit: 'binary', maxLength: 60 }),
        async (start, rest) => {
          const read = await readLegalText(bytes(start + rest), 'any', null);
          expect(['ok', 'failed']).toContain(read.kind);
          if (read.kind === 'failed') expect(read.failure.message).toMatch(/^\S.*[.…]$/su);
        },
      ),
      { numRuns: 300 },
    );
  });

  const xml = (body: string): string => `<?xml version="1.0"?>\n${body}`;
  const version = (root: string): string => `{"format":"pandect-version","formatVersion":1,"root":${root}}`;

  const bad: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
    ['nothing in it', '', /This file is empty/],
    ['blanks in it', '  \n\t\n ', /nothing but blanks/],
    ['words without numbers', 'Dear all,\nthank you for the lovely evening.\n', /No numbered provisions were found/],
    [
      'broken JSON',
      '{\n "format": "pandect-version",\n "root": {,}\n}',
      /line 3, column 11: The JSON is broken here: expected a name/,
    ],
    [
      'JSON cut short',
      version('{"id":"a"').slice(0, -1),
      /line 1, column \d+: The JSON is broken here: the file ends too early/,
    ],
    ['JSON of something else', '{"name":"pandect"}', /JSON, but not a text or a change that Pandect wrote/],
    [
      'JSON with a wrong value',
      version('{"id":"a","kind":"code","children":[{"id":"b","kind":7}]}'),
      /root\.children\[0\]\.kind/,
    ],
    [
      'JSON with one id twice',
      version('{"id":"a","kind":"code","children":[{"id":"b","kind":"part"},{"id":"b","kind":"part"}]}'),
      /Two provisions of this text have one id, "b"/,
    ],
    [
      'JSON of a later Pandect',
      version('{"id":"a","kind":"code"}').replace('"formatVersion":1', '"formatVersion":9'),
      /later Pandect/,
    ],
    ['broken XML', xml(`<section xmlns="${OPEN_LAW}">\n<num>1</num>\n<text>a</test>\n</section>`), /line 4/],
    ['broken Akoma Ntoso', xml(`<akomaNtoso xmlns="${AKN}">\n<act></acts>\n</akomaNtoso>`), /line 3, column/],
    ['another XML', xml('<feed xmlns="http://www.w3.org/2005/Atom"/>'), /first element is <feed>/],
    ['a web page', '<!DOCTYPE html><html><body>1.1 Words</body></html>', /web page/],
    [
      'XML with entities of its own',
      xml(`<!DOCTYPE d [<!ENTITY a "ha">]><section xmlns="${OPEN_LAW}">&a;</section>`),
      /document type/,
    ],
    [
      'a piece of a web page',
      '<p>1. General</p>\n<p>1.1 Words</p>',
      /piece of one\. Copy its words into a plain text file/,
    ],
    ['a document in an old form', String.raw`{\rtf1\ansi 1.1 Words}`, /save it as \.docx\.$/],
    ['a PDF', '%PDF-1.7\n1 0 obj', /This is a PDF/],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), /This is a picture/],
    ['broken UTF-8', Buffer.from([...Buffer.from('1.1 Café – words\n1.2 '), 0xff, 0xc3, 0x28, 0x0a]), /[Ll]ine 2/],
  ];

  it.each(bad)('says what is wrong, and where, with a file that has or is %s', async (_what, content, sentence) => {
    const read = await readLegalText(typeof content === 'string' ? bytes(content) : content, 'any', null);
    if (read.kind === 'ok') throw new Error('This was read.');
    const { place, message } = read.failure;
    expect(`${place ?? ''}: ${message}`).toMatch(sentence);
  });
});

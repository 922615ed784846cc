/** `./pandect text …` on files that are no texts, on hostile ones, and where nobody reads what it prints. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CODE } from '../support/lantern-code.ts';
import { buildTextCommand, expectRefusal, type TextCommand } from '../support/text-command.ts';
import type { Ended } from './programs/build.ts';

let command: TextCommand;
const place = (name: string): string => command.place(name);
const file = (name: string, content: string | Uint8Array): string => command.file(name, content);
const text = (...parameters: readonly string[]): Promise<Ended> => command.text(...parameters);

beforeAll(async () => {
  command = await buildTextCommand();
}, 180_000);
afterAll(() => command.programs.close());

describe('A file that is no text of a code', () => {
  const xml = (body: string): string => `<?xml version="1.0"?>\n${body}`;
  const openLaw = 'xmlns="https://code.dccouncil.us/schemas/dc-library"';
  const version = (root: string): string => `{"format":"pandect-version","formatVersion":1,"root":${root}}`;

  /** Each must end by itself well before the test's time is up. */
  const hostile: readonly (readonly [string, () => string, RegExp])[] = [
    [
      'one line of 5 MB',
      () => `1.1 ${'word '.repeat(1_000_000)}`,
      /line 1: This line has more than 1,000,000 characters/,
    ],
    ['100,000 brackets of JSON', () => version('['.repeat(100_000)), /nested deeper/],
    ['100,000 levels of JSON', () => version('{"id":"a","kind":"code","children":['.repeat(100_000)), /nested deeper/],
    ['100,000 elements of XML in one another', () => xml(`<section ${openLaw}>${'<para>'.repeat(100_000)}`), /deep/],
    [
      '100,000 elements of Akoma Ntoso in one another',
      () =>
        xml(
          `<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="a">${'<hcontainer>'.repeat(100_000)}`,
        ),
      /deep/,
    ],
  ];
  it.each(hostile)(
    'because it is %s: ends soon, with 2',
    async (what, make, sentence) => {
      const started = performance.now();
      const ended = await text('hash', file(`hostile-${what.replace(/\W+/g, '-')}`, make()));
      expectRefusal(ended, sentence);
      expect(performance.now() - started).toBeLessThan(20_000);
    },
    60_000,
  );

  it('reads a hundred thousand levels of numbered text as deep as any text goes, in bounded time', async () => {
    const deep = Array.from(
      { length: 100_000 },
      (_, level) => `${' '.repeat(level % 400)}(${String.fromCharCode(97 + (level % 26))}) words`,
    );
    const started = performance.now();
    const ended = await text('hash', file('deep.txt', `1.1 Words:\n${deep.join('\n')}\n`), '--json');
    expect([0, 2]).toContain(ended.code);
    expect(performance.now() - started).toBeLessThan(30_000);
  }, 60_000);

  it('says what is wrong and where, in one sentence or two', async () => {
    for (const [name, content, sentence] of [
      [
        'broken.json',
        '{\n "format": "pandect-version",\n "root": {,}\n}',
        /broken\.json, line 3, column 11: The JSON is broken/,
      ],
      ['broken.xml', xml(`<section ${openLaw}>\n<num>1</num>\n<text>a</test>\n</section>`), /broken\.xml, line 4: /],
      [
        'letter.txt',
        'Dear all,\nthank you for the lovely evening.\n',
        /letter\.txt: No numbered provisions were found/,
      ],
    ] as const) {
      const ended = await text('convert', file(name, content), '--to', 'text');
      expectRefusal(ended, sentence);
      expect(ended.errors.trim().split('\n')).toHaveLength(1);
    }
  }, 60_000);

  it('because it is too large, is not there, or is a folder: is not even opened', async () => {
    const large = file('large.txt', '');
    fs.truncateSync(large, 51 * 1024 * 1024);
    expectRefusal(await text('hash', large), /larger than 50 MB/);
    expectRefusal(await text('hash', place('nowhere.txt')), /there is no such file/);
    expectRefusal(await text('hash', command.folder), /it is a folder/);
    expectRefusal(await text('hash', '/dev/null'), /it is not a file/);
    expectRefusal(await text('hash', file('code.txt', CODE), '--style', 'abc'), /no house style called “abc”.*bsc/);
  }, 60_000);
});

describe('Standard output', () => {
  it('is whole when it is long and piped, and it is no fault when nobody reads on', async () => {
    const long = file(
      'long.txt',
      `${CODE}\n4. Long\n\n${Array.from({ length: 20_000 }, (_, at) => `4.${at + 1} Words number ${at + 1} of a long text.`).join('\n\n')}\n`,
    );
    const ended = await text('convert', long, '--to', 'json');
    expect(ended.code).toBe(0);
    expect(ended.output.length).toBeGreaterThan(1_000_000);
    expect(JSON.parse(ended.output)).toMatchObject({ format: 'pandect-version' });
    const cut = await new Promise<{ code: number | null; errors: string }>((resolve, reject) => {
      const shell = spawn('/bin/sh', [
        '-c',
        `{ "$0" "$1" text convert "$2" --to json; echo "ended $?" >&2; } | head -c 100 > /dev/null`,
        process.execPath,
        command.programs.fileOf('cli'),
        long,
      ]);
      let errors = '';
      shell.stderr.setEncoding('utf8').on('data', (words: string) => (errors += words));
      shell.once('error', reject);
      shell.once('close', (code) => resolve({ code, errors }));
    });
    expect(cut).toEqual({ code: 0, errors: 'ended 0\n' });
  }, 120_000);
});

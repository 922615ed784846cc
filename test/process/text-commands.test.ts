/** `./pandect text …` as people and scripts use it: what it prints, where it writes, and how it ends. */
import { execFile, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAkn } from '../../src/formats/akn/read-akn.ts';
import { amendingDocument } from '../../src/formats/akn/modifications/amending-document.ts';
import { writeAkn } from '../../src/formats/akn/write-akn.ts';
import { byNumbers, type Operation } from '../../src/legaltext/operation.ts';
import { Text } from '../../src/legaltext/text.ts';
import { writeInstrumentsJson, writeOperationsJson } from '../../src/formats/provisions-json/provisions-json.ts';
import { writeReplayPack } from '../support/replay-pack.ts';
import { wordCode } from '../support/word-code.ts';
import { buildPrograms, type Ended, type Programs } from './programs/build.ts';

const realPack = path.resolve(import.meta.dirname, '../../../shared/data/dc/dc-open.tar.gz');

let programs: Programs;
let files: string;

beforeAll(async () => {
  programs = await buildPrograms(['cli']);
  files = programs.folder();
}, 180_000);
afterAll(() => programs.close());

const place = (name: string): string => path.join(files, name);
const file = (name: string, content: string | Uint8Array): string => {
  fs.writeFileSync(place(name), content);
  return place(name);
};
const read = (name: string): string => fs.readFileSync(place(name), 'utf8');

const text = (...parameters: string[]): Promise<Ended> => programs.run('cli', ['text', ...parameters]);

/** Ended with 2: nothing printed, one sentence or more about what is wrong, and no sign of a fault of the program. */
function expectRefusal(ended: Ended, ...words: readonly (string | RegExp)[]): void {
  expect(ended).toMatchObject({ code: 2, output: '' });
  for (const each of words) expect(ended.errors).toMatch(each);
  expect(ended.errors).not.toMatch(/fault in Pandect|\n {4}at |RangeError|SyntaxError/);
}

const CODE = `LANTERN SUPPLY CODE

SECTION A: GENERAL

1. Definitions

1.1 In this Code the following terms have these meanings:

  "Lantern" means a lamp that a Keeper looks after.

  "Keeper" means a person who holds a keeper's badge.

1.2 Words in the singular include the plural.

2. Keeping

2.1 Every Keeper shall:

  (a) light each Lantern within thirty minutes of dusk; and

  (b) trim each wick once a month,

  and shall keep a book of both.

2.2 A Keeper who does not comply with paragraph 2.1(a) shall pay the charge in paragraph 3.1.

3. Charges

3.1 The charge is:

  | Minutes late | Charge |
  | 1 to 10 | 100 |
  | 11 or more | 500 |

3.2 The charge is reviewed each year.
`;
const changed = (...changes: readonly (readonly [string, string])[]): string =>
  changes.reduce((words, [from, to]) => {
    expect(words).toContain(from);
    return words.replace(from, to);
  }, CODE);

const SOONER = changed(['thirty minutes', 'ten minutes']);
const LATER = changed(['thirty minutes', 'sixty minutes']);
const WEEKLY = changed(['once a month', 'once a week'], ['| 500 |', '| 600 |']);
/** A new 3.2, so that the old one is 3.3. */
const INTEREST = changed(['3.2 The charge', '3.2 Interest is due on a charge that is paid late.\n\n3.3 The charge']);

const operations: readonly Operation[] = [
  {
    kind: 'substitute',
    target: byNumbers('2.1', '(b)'),
    selection: {
      by: 'quotation',
      words: 'month',
      occurrence: { exactly: 1 },
      likeness: 'typographic',
      reach: 'provision',
      parts: ['text'],
    },
    replacement: Text.of('week'),
  },
];

const daily: readonly Operation[] = operations.map((operation) =>
  operation.kind === 'substitute' ? { ...operation, replacement: Text.of('day') } : operation,
);

describe('text convert', () => {
  it('writes a text in each form, and reads each as the same text', async () => {
    const code = file('code.txt', CODE);
    for (const [form, name] of [
      ['akn', 'code.xml'],
      ['json', 'code.json'],
      ['text', 'again.txt'],
    ] as const) {
      const ended = await text('convert', code, '--to', form, '-o', place(name));
      expect(ended).toMatchObject({ code: 0, output: '' });
      expect(ended.errors).toMatch(/^Wrote .* \(\d+ (?:bytes|kB)\)\.\n$/);
    }
    const hashes = await text('hash', code, place('code.xml'), place('code.json'), place('again.txt'));
    expect(hashes).toMatchObject({ code: 0, errors: '' });
    const lines = hashes.output.trim().split('\n');
    expect(lines).toHaveLength(4);
    expect(new Set(lines.map((line) => line.slice(0, 64))).size).toBe(1);
    expect(lines[2]).toMatch(/^[\da-f]{64} {2}.*code\.json$/);
  }, 60_000);

  it('prints to standard output, and takes the form from the ending of the output', async () => {
    const code = file('code.txt', CODE);
    const printed = await text('convert', code, '--to', 'text');
    expect(printed).toMatchObject({ code: 0, errors: '' });
    expect(printed.output).toContain('(b) trim each wick once a month,');
    await text('convert', code, '-o', place('by-ending.json'));
    expect(JSON.parse(read('by-ending.json'))).toMatchObject({ format: 'pandect-version', formatVersion: 1 });
    expectRefusal(await text('convert', code), /Say which form to write: --to/);
    expectRefusal(await text('convert', code, '--to', 'pdf'), /no form called “pdf”/);
  }, 60_000);

  it('reads a Word document by the numbers that Word prints', async () => {
    const word = file('code.docx', await wordCode());
    const ended = await text('convert', word, '--to', 'text');
    expect(ended.code).toBe(0);
    expect(ended.output).toMatch(/1\.1 In this Code[\s\S]*\(a\) light each Lantern; and/);
  }, 60_000);

  it('says what a form has no place for', async () => {
    const marked = file(
      'marked.md',
      CODE.replace('SECTION A: GENERAL', '# SECTION A: GENERAL')
        .replace('1. Definitions', '## 1. Definitions')
        .replace('every', '**every**')
        .replace('Every Keeper', 'Every *Keeper*'),
    );
    const ended = await text('convert', marked, '--to', 'text');
    expect(ended.code).toBe(0);
    expect(ended.errors).toMatch(/1 provision has marks on their words .* plain text has no form/);
  }, 60_000);

  it('says what was doubtful in a plain text, and by which line', async () => {
    const odd = file('odd.txt', CODE.replace('2.2 A Keeper', '2.7 A Keeper'));
    const ended = await text('convert', odd, '--to', 'json', '-o', place('odd.json'));
    expect(ended.code).toBe(0);
    expect(ended.errors).toMatch(/odd\.txt, line 25: “2\.7” does not go on from/);
  }, 60_000);

  it('never overwrites what it reads, not even through a link, and leaves no half a file', async () => {
    const code = file('code.txt', CODE);
    fs.rmSync(place('link.txt'), { force: true });
    fs.symlinkSync(code, place('link.txt'));
    for (const output of [code, place('link.txt')])
      expectRefusal(await text('convert', code, '--to', 'text', '-o', output), /is the file that was read/);
    expect(read('code.txt')).toBe(CODE);
    expectRefusal(await text('convert', code, '--to', 'json', '-o', place('nowhere/code.json')), /no such folder/);
    expectRefusal(await text('convert', code, '--to', 'json', '-o', files), /it is a folder/);
    expect(fs.readdirSync(files).filter((name) => name.includes('.part'))).toEqual([]);
  }, 60_000);
});

describe('text hash', () => {
  it('tells in JSON what each file is', async () => {
    const ended = await text('hash', file('code.txt', CODE), file('sooner.txt', SOONER), '--json');
    expect(ended.code).toBe(0);
    const [one, other] = ended.output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(one).toMatchObject({ format: 'text', provisions: 24 });
    expect(one?.['hash']).not.toBe(other?.['hash']);
  }, 60_000);

  it('reads standard input, and a pipe', async () => {
    const code = file('code.txt', CODE);
    const whole = await text('hash', code);
    const program = programs.start('cli', ['text', 'hash', '-']);
    program.input(CODE);
    const piped = await program.ended;
    expect(piped).toMatchObject({ code: 0, output: whole.output.replace(code, 'standard input') });
    expectRefusal(await text('hash', '-', '-'), /can be given once only/);
  }, 60_000);
});

describe('text redline', () => {
  it('shows words struck and put in, and new numbers, in text, HTML and JSON', async () => {
    const before = file('before.txt', CODE);
    const after = file('after.txt', INTEREST.replace('thirty minutes', 'ten minutes'));
    const words = await text('redline', before, after);
    expect(words).toMatchObject({ code: 0, errors: '' });
    expect(words.output).toContain('[-thirty-]{+ten+}');
    expect(words.output).toMatch(/^\+ +3\.2 Interest is due/m);
    expect(words.output).toContain('[-3.2-]{+3.3+}');
    expect(words.output).not.toContain('\u001b');
    const html = await text('redline', before, after, '--format', 'html', '-o', place('redline.html'));
    expect(html).toMatchObject({ code: 0, output: '' });
    expect(read('redline.html')).toMatch(/^<!doctype html>[\s\S]*<del>[\s\S]*thirty[\s\S]*<\/html>\n$/);
    const json = await text('redline', before, after, '--format', 'json');
    expect(JSON.parse(json.output)).toMatchObject({ kind: 'redline', same: false });
    expectRefusal(
      await text('redline', before, after, '--format', 'pdf'),
      /--format text, --format html, --format json/,
    );
  }, 60_000);

  it('says so when two texts read the same, whatever form they are in', async () => {
    const before = file('before.txt', CODE);
    await text('convert', before, '--to', 'json', '-o', place('before.json'));
    const ended = await text('redline', before, place('before.json'));
    expect(ended).toMatchObject({ code: 0, output: 'The two texts read the same.\n' });
  }, 60_000);

  it('tells apart what is new against the last draft and against the law', async () => {
    const ended = await text(
      'redline',
      file('draft.txt', SOONER),
      file('new.txt', LATER),
      '--law',
      file('law.txt', CODE),
    );
    expect(ended.code).toBe(0);
    expect(ended.output).toMatch(/\[-law: thirty-\]\[-draft: ten-\]\{\+sixty\+\}/);
  }, 60_000);
});

describe('text derive and text apply', () => {
  it('say what turns one text into another, and do it', async () => {
    const before = file('before.txt', CODE);
    const after = file('after.txt', INTEREST.replace('thirty', 'ten'));
    const words = await text('derive', before, after);
    expect(words).toMatchObject({ code: 0, errors: '' });
    expect(words.output).toContain('3 operations turn');
    expect(words.output).toContain('In Section A, 2.1(a), for “thirty” substitute “ten”.');
    expect(words.output).toContain('Renumber Section A, 3.2 as 3.3.');
    await text('derive', before, after, '--json', '-o', place('changes.json'));
    expect(await text('apply', before, place('changes.json'), '--to', 'text', '-o', place('made.txt'))).toMatchObject({
      code: 0,
    });
    const hashes = await text('hash', after, place('made.txt'));
    expect(
      new Set(
        hashes.output
          .trim()
          .split('\n')
          .map((line) => line.slice(0, 64)),
      ).size,
    ).toBe(1);
    const none = await text('derive', before, before);
    expect(none).toMatchObject({ code: 0, output: expect.stringContaining('The two texts are equal') as string });
  }, 60_000);

  it('carry out what a drafter wrote by numbers and quotations', async () => {
    const code = file('code.txt', CODE);
    const weekly = file('weekly.json', writeOperationsJson(operations));
    const ended = await text('apply', code, weekly, '--to', 'text');
    expect(ended).toMatchObject({ code: 0, errors: '' });
    expect(ended.output).toContain('trim each wick once a week,');
  }, 60_000);

  it('carry out what an amending act in Akoma Ntoso declares', async () => {
    const code = file('code.txt', CODE);
    await text('convert', code, '-o', place('code.xml'));
    const base = readAkn(read('code.xml'));
    if (base.kind === 'failed') throw new Error(base.failure.message);
    const act = amendingDocument(base.value.version, operations, { work: '/akn/zz/act/2030/1' });
    if (act.kind === 'failed') throw new Error(act.failure[0]?.message);
    const amending = file('act.xml', writeAkn(act.value));
    const ended = await text('apply', place('code.xml'), amending, '--to', 'text');
    expect(ended.code).toBe(0);
    expect(ended.output).toContain('trim each wick once a week,');
    const other = await text('collide', place('code.xml'), amending, file('daily.json', writeOperationsJson(daily)));
    expect(other.code).toBe(1);
    expect(other.output).toMatch(/\[words\]/);
  }, 60_000);

  it('write nothing and end with 1 when an operation does not fit the text, and say which and why', async () => {
    const ended = await text(
      'apply',
      file('weekly.txt', WEEKLY),
      file('weekly.json', writeOperationsJson(operations)),
      '--to',
      'text',
    );
    expect(ended).toMatchObject({ code: 1, output: '' });
    expect(ended.errors).toMatch(
      /1 change could not be made; nothing was written\.\n.*operation 1: The words “month” are not in/,
    );
    const changes = file('only.json', writeOperationsJson(operations));
    expectRefusal(await text('convert', changes, '--to', 'text'), /holds changes to a text, not a text/);
  }, 60_000);
});

describe('text merge', () => {
  it('brings two drafts together', async () => {
    const drafts = [file('code.txt', CODE), file('sooner.txt', SOONER), file('weekly.txt', WEEKLY)];
    const ended = await text('merge', ...drafts, '--to', 'text');
    expect(ended).toMatchObject({ code: 0, errors: '' });
    expect(ended.output).toContain('within ten minutes of dusk');
    expect(ended.output).toContain('once a week');
    expect(ended.output).toContain('| 11 or more | 600 |');
  }, 60_000);

  it('ends with 1 where they collide: says where, keeps the base there, and writes no markers', async () => {
    const drafts = [
      file('code.txt', CODE),
      file('sooner.txt', SOONER),
      file('later.txt', LATER.replace('once a month', 'once a week')),
    ];
    const ended = await text('merge', ...drafts, '-o', place('merged.txt'), '--collisions', place('collisions.json'));
    expect(ended.code).toBe(1);
    expect(ended.errors).toMatch(/1 collision: .*\n {2}same words: .*“thirty”.*“ten”.*“sixty”/);
    expect(read('merged.txt')).toContain('thirty minutes');
    expect(read('merged.txt')).toContain('once a week');
    expect(read('merged.txt')).not.toMatch(/<<<|>>>|===/);
    expect(JSON.parse(read('collisions.json'))).toMatchObject([{ kind: 'merge-collision', class: 'words' }]);
  }, 60_000);
});

describe('text rebase', () => {
  it('restates a draft on a newer text', async () => {
    const [old, now] = [file('code.txt', CODE), file('interest.txt', INTEREST)];
    const draft = file('yearly.txt', CODE.replace('reviewed each year', 'reviewed every second year'));
    const ended = await text('rebase', draft, old, now, '-o', place('rebased.json'));
    expect(ended).toMatchObject({ code: 0, output: '' });
    expect(ended.errors).toMatch(/1\. In Section A, 3\.2, .*\n {5}(?:carried over|adapted)\./);
    const applied = await text('apply', now, place('rebased.json'), '--to', 'text');
    expect(applied.output).toMatch(/3\.3 The charge is reviewed every second year/);
  }, 60_000);

  it('ends with 1 when it collides with what has happened since', async () => {
    const ended = await text('rebase', file('sooner.txt', SOONER), file('code.txt', CODE), file('later.txt', LATER));
    expect(ended.code).toBe(1);
    expect(ended.errors).toContain('COLLIDES');
    expect(JSON.parse(ended.output)).toMatchObject({ format: 'pandect-instruments' });
  }, 60_000);
});

describe('text collide', () => {
  it('finds nothing between drafts of different places, and ends with 0', async () => {
    const ended = await text('collide', file('code.txt', CODE), file('sooner.txt', SOONER), file('weekly.txt', WEEKLY));
    expect(ended).toMatchObject({ code: 0, errors: '' });
    expect(ended.output).toContain('2 changes: none has to do with another');
  }, 60_000);

  it('says where drafts clash, the gravest first, and ends with 1', async () => {
    const drafts = [file('sooner.txt', SOONER), file('later.txt', LATER)];
    const words = await text('collide', file('code.txt', CODE), ...drafts);
    expect(words.code).toBe(1);
    expect(words.output).toMatch(
      /Cannot both be made as drafted \(1\)\n {2}Section A, 2\.1\(a\) \[words\] later\.txt puts ‘sixty’.*sooner\.txt puts ‘ten’/,
    );
    const json = await text('collide', file('code.txt', CODE), ...drafts, '--json');
    expect(json.code).toBe(1);
    expect(JSON.parse(json.output)).toMatchObject({ collisions: [{ class: 'words', severity: 'clash' }] });
  }, 60_000);

  it('takes instruments, each under an id of its own', async () => {
    const written = writeInstrumentsJson([
      {
        kind: 'instrument',
        id: 'L1',
        name: 'L1 Weekly',
        parts: [{ commencement: { kind: 'date', date: '2030-01-01' }, operations }],
      },
    ]);
    if (written.kind === 'failed') throw new Error(written.failure.message);
    const [one, other] = [file('l1.json', written.value), file('l2.json', written.value)];
    expectRefusal(
      await text('collide', file('code.txt', CODE), one, other),
      /change “L1” was given already, in .*l1\.json/,
    );
    const stale = await text('collide', file('weekly.txt', WEEKLY), one);
    expect(stale.code).toBe(1);
    expect(stale.output).toContain('[stale]');
  }, 60_000);
});

describe('text check', () => {
  it('has nothing to remark on a sound text, and ends with 0', async () => {
    const ended = await text('check', file('code.txt', CODE), '--style', 'bsc');
    expect(ended).toMatchObject({ code: 0, errors: '' });
    expect(ended.output).toMatch(
      /code\.txt: nothing to remark \(.*: 2 references, 2 defined terms, \d+ uses of them\)/,
    );
  }, 60_000);

  it('says what is wrong and where, and ends with 1', async () => {
    const odd = file('odd.txt', CODE.replace('each year.', 'each year under paragraph 4.9, within [ ] days.'));
    const words = await text('check', odd, '--style', 'bsc');
    expect(words.code).toBe(1);
    expect(words.output).toMatch(
      /2 findings[\s\S]*Wrong as it stands \(2\)\n {2}“paragraph 4\.9” in .*3\.2 leads to nothing/,
    );
    const json = await text('check', odd, file('code.txt', CODE), '--style', 'bsc', '--json');
    expect(json.code).toBe(1);
    const [first, second] = json.output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(first).toMatchObject({ kind: 'check-report', findings: [{ code: 'reference-dangling' }, { code: 'hole' }] });
    expect(second).toMatchObject({ findings: [] });
  }, 60_000);

  it('takes words in brackets for holes in a draft only, and follows citations into other codes', async () => {
    const draft = file('draft.txt', CODE.replace('Every Keeper', 'Every Keeper [and every Guest]'));
    expect((await text('check', draft, '--style', 'bsc')).code).toBe(0);
    const ended = await text('check', draft, '--style', 'bsc', '--draft');
    expect(ended.code).toBe(1);
    expect(ended.output).toContain('“[and every Guest]”');
    expectRefusal(await text('check', draft, '--also', 'nothing'), /--also BSC=bsc\.xml/);
  }, 60_000);
});

describe('text replay', () => {
  const pack = (others: Readonly<Record<string, string | null>> = {}): string =>
    writeReplayPack(fs.mkdtempSync(place('pack-')), others);

  it('carries the laws out, compares with the official text, and tells which instruction failed and why', async () => {
    const ended = await text('replay', pack(), '--out', place('sections.jsonl'));
    expect(ended.code).toBe(0);
    expect(ended.output).toMatch(/find-replace: carried out 2, not in force 0, failed 1/);
    expect(ended.output).toMatch(
      /Lantern Law 3, §2\|\(a\) \(find-replace\): "§1-102" does not hold the words "once a year"/,
    );
    expect(ended.output).toMatch(/gives the official text: 2 of 2 amended sections are exact\.\n$/);
    const rows = read('sections.jsonl')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(rows.map((row) => row['path'])).toEqual(['§1-101', '§1-102', '§1-103']);
    expect(rows[0]?.['text']).toBe(
      'num 1-101\nheading Lighting.\ntext Every keeper — each of them — shall:\nP1\nnum (1)\ntext Light each lantern within ten minutes of dusk; and\nP1\nnum (2)\ntext Keep a book.',
    );
  }, 60_000);

  it('ends with 1 where a section differs, and says where the two part', async () => {
    const section = 'expected/code/titles/1/sections/1-103.xml';
    const folder = pack();
    fs.writeFileSync(
      path.join(folder, section),
      fs.readFileSync(path.join(folder, section), 'utf8').replace('coat', 'cloak'),
    );
    const ended = await text('replay', folder, '--json');
    expect(ended.code).toBe(1);
    expect(JSON.parse(ended.output)).toMatchObject({
      faithful: false,
      counts: { amended: 2, byStatus: { exact: 1, differing: 1 } },
      wrong: [
        { path: '§1-103', official: 'text A badge is worn on the cloak.', ours: 'text A badge is worn on the coat.' },
      ],
      failures: [{ law: 'Lantern Law 3', lawPath: '§2|(a)', target: '§1-102', reason: 'words-missing' }],
    });
  }, 60_000);

  it('replays up to a date, and as if a law had not passed, and compares with nothing then', async () => {
    const folder = pack();
    const early = await text('replay', folder, '--until', '2029-12-31', '--out', place('early.jsonl'));
    expect(early.code).toBe(0);
    expect(early.output).toContain('Not compared');
    expect(read('early.jsonl')).toMatch(/within ten minutes[\s\S]*on the hat/);
    const without = await text('replay', folder, '--without', 'Lantern Law 1', '--out', place('without.jsonl'));
    expect(without.code).toBe(0);
    expect(read('without.jsonl')).toMatch(/within thirty minutes[\s\S]*on the coat/);
  }, 60_000);

  it('ends with 2 on a folder that is no pack, on broken XML, and on a date that is none', async () => {
    expectRefusal(await text('replay', files), /no consolidation pack: manifest\.json is missing/);
    expectRefusal(await text('replay', place('nowhere')), /there is no such file/);
    expectRefusal(await text('replay', file('code.txt', CODE)), /it is not a folder/);
    expectRefusal(await text('replay', pack({ 'base/laws/2.xml': '<document>' })), /base\/laws\/2\.xml, line 1/);
    expectRefusal(await text('replay', pack({ 'base/laws/2.xml': null })), /base\/laws\/2\.xml is missing/);
    expectRefusal(await text('replay', pack({ 'manifest.json': '{' })), /manifest\.json: this is not JSON/);
    expectRefusal(await text('replay', pack(), '--without', 'Law 9'), /no law called "Law 9".*such as "Lantern Law 1"/);
    expectRefusal(await text('replay', pack(), '--until', '2030-02-30'), /--until 2030-02-30: This is no date/);
  }, 60_000);

  it.runIf(fs.existsSync(realPack))(
    'gives every amended section of the real pack exactly',
    async () => {
      const folder = fs.mkdtempSync(place('real-'));
      await promisify(execFile)('tar', ['-xzf', realPack, '-C', folder]);
      const [inside] = fs.readdirSync(folder).filter((name) => fs.existsSync(path.join(folder, name, 'manifest.json')));
      const ended = await text('replay', inside === undefined ? folder : path.join(folder, inside));
      expect(ended.output).toMatch(/gives the official text: 2833 of 2833 amended sections are exact\.\n$/);
      expect(ended).toMatchObject({ code: 0, errors: '' });
    },
    180_000,
  );
});

describe('A file that is no text of a code', () => {
  const xml = (body: string): string => `<?xml version="1.0"?>\n${body}`;
  const openLaw = 'xmlns="https://code.dccouncil.us/schemas/dc-library"';
  const version = (root: string): string => `{"format":"pandect-version","formatVersion":1,"root":${root}}`;

  const bad: readonly (readonly [string, () => string | Uint8Array, RegExp])[] = [
    ['nothing in it', () => '', /This file is empty/],
    ['blanks in it', () => '  \n\t\n ', /nothing but blanks/],
    [
      'words without numbers',
      () => 'Dear all,\nthank you for the lovely evening.\n',
      /No numbered provisions were found/,
    ],
    [
      'broken JSON',
      () => '{\n "format": "pandect-version",\n "root": {,}\n}',
      /line 3, column 11: The JSON is broken here: expected a name/,
    ],
    [
      'JSON cut short',
      () => version('{"id":"a"').slice(0, -1),
      /line 1, column \d+: The JSON is broken here: the file ends too early/,
    ],
    ['JSON of something else', () => '{"name":"pandect"}', /JSON, but not a text or a change that Pandect wrote/],
    [
      'JSON with a wrong value',
      () => version('{"id":"a","kind":"code","children":[{"id":"b","kind":7}]}'),
      /root\.children\[0\]\.kind/,
    ],
    [
      'JSON with one id twice',
      () => version('{"id":"a","kind":"code","children":[{"id":"b","kind":"part"},{"id":"b","kind":"part"}]}'),
      /Two provisions of this text have one id, "b"/,
    ],
    [
      'JSON of a later Pandect',
      () => version('{"id":"a","kind":"code"}').replace('"formatVersion":1', '"formatVersion":9'),
      /later Pandect/,
    ],
    ['broken XML', () => xml(`<section ${openLaw}>\n<num>1</num>\n<text>a</test>\n</section>`), /line 4/],
    [
      'broken Akoma Ntoso',
      () => xml('<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">\n<act></acts>\n</akomaNtoso>'),
      /line 3, column/,
    ],
    ['another XML', () => xml('<feed xmlns="http://www.w3.org/2005/Atom"/>'), /first element is <feed>/],
    ['a web page', () => '<!DOCTYPE html><html><body>1.1 Words</body></html>', /web page/],
    [
      'XML with entities of its own',
      () => xml(`<!DOCTYPE d [<!ENTITY a "ha">]><section ${openLaw}>&a;</section>`),
      /document type/,
    ],
    ['a PDF', () => '%PDF-1.7\n1 0 obj', /This is a PDF/],
    ['a picture', () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), /This is a picture/],
    [
      'broken UTF-8',
      () => Buffer.from([...Buffer.from('1.1 Café – words\n1.2 '), 0xff, 0xc3, 0x28, 0x0a]),
      /[Ll]ine 2/,
    ],
  ];
  it.each(bad)(
    'because it has or is %s: says what and where, and ends with 2',
    async (what, make, sentence) => {
      const name = `bad-${what.replace(/\W+/g, '-')}`;
      const ended = await text('convert', file(name, make()), '--to', 'text');
      expectRefusal(ended, sentence, name);
    },
    60_000,
  );

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

  it('because it is too large, is not there, or is a folder: is not even opened', async () => {
    const large = file('large.txt', '');
    fs.truncateSync(large, 51 * 1024 * 1024);
    expectRefusal(await text('hash', large), /larger than 50 MB/);
    expectRefusal(await text('hash', place('nowhere.txt')), /there is no such file/);
    expectRefusal(await text('hash', files), /it is a folder/);
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
        programs.fileOf('cli'),
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

describe('docs/how-to/work-with-texts.md', () => {
  it('shows what the commands print', async () => {
    const folder = programs.folder();
    const document = fs.readFileSync(path.resolve(import.meta.dirname, '../../docs/how-to/work-with-texts.md'), 'utf8');
    const code = /```text\n(LANTERN SUPPLY CODE[\s\S]*?)```/.exec(document)?.[1] ?? '';
    const drafts: Readonly<Record<string, string>> = {
      code,
      sooner: code
        .replace('thirty minutes', 'ten minutes')
        .replace('3.2 The charge', '3.2 Interest is due on a charge that is paid late.\n\n3.3 The charge'),
      later: code.replace('thirty minutes', 'sixty minutes').replace('once a month', 'once a week'),
      charges: code.replace('| 500 ', '| 600 ').replace('each year', 'every second year'),
      draft: code.replace('each year.', 'each year under paragraph 4.9, within [ ] days.'),
    };
    for (const [name, words] of Object.entries(drafts)) fs.writeFileSync(path.join(folder, `${name}.txt`), words);
    fs.writeFileSync(path.join(folder, 'broken.json'), '{\n "format": "pandect-version",\n "root": {,}\n}\n');
    const examples = [...document.matchAll(/```console\n\$ \.\/pandect text ([^\n]*)\n([\s\S]*?)```/g)];
    expect(examples.length).toBeGreaterThan(10);
    const run = promisify(execFile);
    for (const [, command = '', shown] of examples) {
      const ended = await run(process.execPath, [programs.fileOf('cli'), 'text', ...command.split(' ')], {
        cwd: folder,
      }).catch((error: unknown) => error as { stdout: string; stderr: string });
      expect(`${ended.stdout}${ended.stderr}`, command).toBe(shown);
    }
  }, 120_000);
});

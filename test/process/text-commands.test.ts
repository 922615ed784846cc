/** `./pandect text …` as people and scripts use it: what it prints, where it writes, and how it ends. */
import { execFile } from 'node:child_process';
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
import { CODE } from '../support/lantern-code.ts';
import { buildTextCommand, expectRefusal, type TextCommand } from '../support/text-command.ts';
import { wordCode } from '../support/word-code.ts';
import type { Ended } from './programs/build.ts';

let command: TextCommand;
const place = (name: string): string => command.place(name);
const file = (name: string, content: string | Uint8Array): string => command.file(name, content);
const read = (name: string): string => command.read(name);
const text = (...parameters: readonly string[]): Promise<Ended> => command.text(...parameters);

beforeAll(async () => {
  command = await buildTextCommand();
}, 180_000);
afterAll(() => command.programs.close());
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
    expectRefusal(await text('convert', code, '--to', 'json', '-o', command.folder), /it is a folder/);
    expect(fs.readdirSync(command.folder).filter((name) => name.includes('.part'))).toEqual([]);
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
    const program = command.programs.start('cli', ['text', 'hash', '-']);
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
    expect(read('redline.html')).toMatch(/class="legend">Words <del>struck<\/del> and words <ins>put in<\/ins>/);
    expect(read('redline.html')).toContain('prefers-color-scheme:dark');
    const json = await text('redline', before, after, '--format', 'json');
    expect(JSON.parse(json.output)).toMatchObject({ kind: 'redline', same: false });
    expectRefusal(
      await text('redline', before, after, '--format', 'pdf'),
      /--format text, --format html, --format json/,
    );
  }, 60_000);

  it('ends with 0 whether the texts differ or not, and with 1 where they do when that is asked for', async () => {
    const [code, sooner] = [file('code.txt', CODE), file('sooner.txt', SOONER)];
    for (const [parameters, exit] of [
      [[code, sooner], 0],
      [[code, sooner, '--exit-code'], 1],
      [[code, code, '--exit-code'], 0],
      [[code, code, '--law', sooner, '--exit-code'], 1],
    ] as const)
      expect((await text('redline', ...parameters)).code).toBe(exit);
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

  it('write it as an amending act in Akoma Ntoso, which does the same', async () => {
    const before = file('before.txt', CODE);
    const after = file('after.txt', INTEREST.replace('thirty', 'ten'));
    const hashOf = async (name: string): Promise<string> => (await text('hash', name)).output.slice(0, 64);
    expect(await text('derive', before, after, '-o', place('act.xml'))).toMatchObject({ code: 0, output: '' });
    const act = read('act.xml');
    expect((await text('derive', before, after, '--to', 'akn')).output).toBe(act);
    expect(act.match(/<textualMod /g)).toHaveLength(3);
    expect(act).toMatch(/for “<quotedText[^>]*>thirty<\/quotedText>” substitute “<quotedText[^>]*>ten<\/quotedText>”/);
    expect(await text('apply', before, place('act.xml'), '--to', 'text', '-o', place('made.txt'))).toMatchObject({
      code: 0,
    });
    expect(await hashOf(place('made.txt'))).toBe(await hashOf(after));

    // A text with an address of its own is amended under that.
    await text('convert', before, '-o', place('code.xml'));
    const addressed = read('code.xml')
      .replace('<identification source="#pandect">', '<identification source="#publisher">')
      .replaceAll(/\/akn\/zz\/act\/0001-01-01\/[0-9a-f]{16}/g, '/akn/zz/act/2030/1');
    const code = file('code.xml', addressed);
    const sooner = file('sooner.xml', addressed.replace('thirty', 'ten'));
    await text('derive', code, sooner, '--to', 'akn', '-o', place('act.xml'));
    expect(read('act.xml')).toMatch(/<destination[^>]* href="\/akn\/zz\/act\/2030\/1#/);
    expect(await text('apply', code, place('act.xml'), '-o', place('made.xml'))).toMatchObject({ code: 0 });
    expect(await hashOf(place('made.xml'))).toBe(await hashOf(sooner));
  }, 60_000);

  it('write no amending act where there is nothing to amend, and know no other form', async () => {
    const before = file('before.txt', CODE);
    const none = await text('derive', before, before, '--to', 'akn', '-o', place('none.xml'));
    expect(none).toMatchObject({ code: 1, output: '', errors: expect.stringContaining('nothing to amend') as string });
    expect(fs.existsSync(place('none.xml'))).toBe(false);
    const after = file('after.txt', SOONER);
    expectRefusal(await text('derive', before, after, '--to', 'word'), /There is no form called “word”/);
    expectRefusal(await text('derive', before, after, '--to', 'akn', '--json'), /not both/);
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
    const ended = await text('merge', ...drafts);
    expect(await text('merge', ...drafts, '--to', 'text')).toEqual(ended);
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

  it('says so where a draft changes nothing', async () => {
    const code = file('code.txt', CODE);
    const ended = await text('collide', code, file('same.txt', CODE));
    expect(ended.code).toBe(0);
    expect(ended.errors).toMatch(/same\.txt: This text reads as .*code\.txt does: there is no change in it\./);
  }, 60_000);

  it('says that there is nothing to settle where two only touch, and ends with 0', async () => {
    const [one, other] = [CODE.replace('thirty', 'ten'), CODE.replace('of dusk', 'of nightfall')];
    const ended = await text('collide', file('code.txt', CODE), file('one.txt', one), file('other.txt', other));
    expect(ended.code).toBe(0);
    expect(ended.output).toMatch(/^2 changes, nothing to settle, 1 notice\n/);
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

  it('says which words of another code lean on what a draft takes away', async () => {
    const other = file(
      'oil.txt',
      'OIL CODE\n\n1. Oil\n\n1.1 Oil is sold to whoever pays under Section A3.1 of the Lantern Code.\n\n1.2 More.\n',
    );
    const without = file(
      'free.txt',
      CODE.replace(/3\.2 The charge[^\n]*\n/, '').replace('3.1 The charge is:', '3.4 The price is:'),
    );
    const parameters = ['collide', file('code.txt', CODE), without, '--style', 'bsc', '--json'];
    const alone = await text(...parameters);
    const beside = await text(...parameters, '--also', `Oil Code=${other}`, '--called', 'Lantern Code');
    expect(alone.output).not.toContain('Oil Code');
    expect(beside.output).toContain('"document": "Oil Code"');
    expect(beside.code).toBe(1);
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

/** How long a form is may change with the form. */
const withoutSizes = (words: string): string => words.replace(/\(\d+ (?:bytes|kB)\)/g, '(…)');

describe('docs/how-to/work-with-texts.md', () => {
  it('shows what the commands print', async () => {
    const folder = command.programs.folder();
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
    for (const [, parameters = '', shown] of examples) {
      const ended = await run(process.execPath, [command.programs.fileOf('cli'), 'text', ...parameters.split(' ')], {
        cwd: folder,
      }).catch((error: unknown) => error as { stdout: string; stderr: string });
      expect(withoutSizes(`${ended.stdout}${ended.stderr}`), parameters).toBe(withoutSizes(shown ?? ''));
    }
  }, 120_000);
});

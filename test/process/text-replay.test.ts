/** `./pandect text replay` as people and scripts use it, on a small pack and on the real one. */
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CODE } from '../support/lantern-code.ts';
import { writeReplayPack } from '../support/replay-pack.ts';
import { buildTextCommand, expectRefusal, type TextCommand } from '../support/text-command.ts';
import type { Ended } from './programs/build.ts';

const realPack = path.resolve(import.meta.dirname, '../../../shared/data/dc/dc-open.tar.gz');

let command: TextCommand;
const place = (name: string): string => command.place(name);
const file = (name: string, content: string | Uint8Array): string => command.file(name, content);
const read = (name: string): string => command.read(name);
const text = (...parameters: readonly string[]): Promise<Ended> => command.text(...parameters);

beforeAll(async () => {
  command = await buildTextCommand();
}, 180_000);
afterAll(() => command.programs.close());

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

  it('says in the end what else is wrong where every amended section is exact', async () => {
    const folder = pack({ 'expected/code/titles/1/sections/1-102.xml': null });
    const ended = await text('replay', folder);
    expect(ended.code).toBe(1);
    expect(ended.output).toMatch(
      /does not give the official text: 2 of 2 amended sections are exact, and 1 other section is not as the official text says\.\n$/,
    );
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
    expectRefusal(await text('replay', command.folder), /no consolidation pack: manifest\.json is missing/);
    expectRefusal(await text('replay', place('nowhere')), /there is no such file/);
    expectRefusal(await text('replay', file('code.txt', CODE)), /it is not a folder/);
    expectRefusal(await text('replay', pack({ 'base/laws/2.xml': '<document>' })), /base\/laws\/2\.xml, line 1/);
    expectRefusal(await text('replay', pack({ 'base/laws/2.xml': null })), /base\/laws\/2\.xml is missing/);
    expectRefusal(await text('replay', pack({ 'manifest.json': '{' })), /manifest\.json: this is not JSON/);
    expectRefusal(await text('replay', pack(), '--without', 'Law 9'), /no law called "Law 9".*such as "Lantern Law 1"/);
    expectRefusal(await text('replay', pack(), '--until', '2030-02-30'), /--until 2030-02-30: This is no date/);
    expectRefusal(await text('replay', pack(), '--until', ''), /--until "": This is no date/);
  }, 60_000);

  it('writes nothing over the pack that it reads, through links neither', async () => {
    const folder = pack();
    const lawElsewhere = file('law-elsewhere.xml', fs.readFileSync(path.join(folder, 'base/laws/1.xml')));
    fs.rmSync(path.join(folder, 'base/laws/1.xml'));
    fs.symlinkSync(lawElsewhere, path.join(folder, 'base/laws/1.xml'));
    fs.symlinkSync(path.join(folder, 'base'), place('link-to-base'));
    const inPack = ['manifest.json', 'base/index.xml', 'base/laws/1.xml', 'expected/new.xml'];
    const places = inPack.map((name) => path.join(folder, name));
    for (const out of [...places, lawElsewhere, place('link-to-base/index.xml')])
      expectRefusal(await text('replay', folder, '--out', out), /lies in the pack that is read/);
    expect((await text('replay', folder, '--out', path.join(folder, 'sections.jsonl'))).code).toBe(0);
    expect((await text('replay', folder, '--out', path.join(folder, 'sections.jsonl'))).code).toBe(0);
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

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countsInWords, isFaithful, replayPack, rowsOf, type ReplayReport } from './replay-pack.ts';
import { amending, law, madeUpPack, NAMESPACES, section } from './testing/made-up-pack.ts';

let directory = '';
beforeEach(() => {
  directory = fs.mkdtempSync(path.join(os.tmpdir(), 'pandect-openlaw-'));
});
afterEach(() => {
  fs.rmSync(directory, { recursive: true, force: true });
});

function write(name: string, text: string): void {
  const file = path.join(directory, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
}

const LAW = law(
  '1-1',
  '2020-01-01',
  amending('<codify:find-replace path="§1-101"><find>one</find><replace>two</replace></codify:find-replace>'),
);

function writePack(expected: Readonly<Record<string, string>>): void {
  const files = madeUpPack({
    one: [section('1-101', '<text>one</text>'), section('1-102', '<text>same</text>')],
    laws: [LAW],
  });
  for (const name of files.list('base')) write(name, files.readText(name) ?? '');
  write('manifest.json', (files.readText('manifest.json') ?? '').replace('[]', '["1-101"]'));
  for (const [name, text] of Object.entries(expected))
    write(`expected/titles/1/sections/${name}.xml`, text.replace('<section', `<section ${NAMESPACES}`));
}

function report(options?: Parameters<typeof replayPack>[1]): ReplayReport {
  const result = replayPack(directory, options);
  if (result.kind === 'failed') throw new Error(result.failure.message);
  return result.value;
}

const refusal = (): string => {
  const result = replayPack(directory);
  return result.kind === 'failed' ? result.failure.message : 'read';
};

describe('comparing with the official text', () => {
  const same = section('1-102', '<text>same</text>');

  it('counts what is exact and what is equal to the base', () => {
    writePack({ '1-101': section('1-101', '<text>two</text>'), '1-102': same });
    const done = report();
    expect(done.counts).toMatchObject({ sections: 2, amended: 1, byStatus: { exact: 1, unamended: 1 } });
    expect(isFaithful(done)).toBe(true);
    expect([...rowsOf(done)][0]).toEqual({
      path: '§1-101',
      status: 'exact',
      text: 'num 1-101\nheading Of things.\ntext two',
    });
    expect(countsInWords(done)).toContain('  find-replace: carried out 1, not in force 0, failed 0');
  });

  it('says where a section parts from the official text, and which are missing or too many', () => {
    writePack({ '1-101': section('1-101', '<text>three</text>'), '1-103': section('1-103', '') });
    const done = report();
    expect(isFaithful(done)).toBe(false);
    expect(done.sections.map(({ path: at, status }) => [at, status])).toEqual([
      ['§1-101', 'differing'],
      ['§1-102', 'extra'],
      ['§1-103', 'missing'],
    ]);
    expect(done.sections[0]?.parting).toEqual({ official: 'text three', ours: 'text two' });
  });

  it('leaves out what the official text has of titles that are not in the pack', () => {
    writePack({ '1-101': section('1-101', '<text>two</text>'), '1-102': same });
    write('expected/titles/3/sections/3-101.xml', section('3-101', '').replace('<section', `<section ${NAMESPACES}`));
    const done = report();
    expect(done.sections.map(({ path: at }) => at)).toEqual(['§1-101', '§1-102']);
    expect(isFaithful(done)).toBe(true);
  });

  it('leaves sections out of the score, with a reason in the manifest or without', () => {
    writePack({ '1-101': section('1-101', '<text>three</text>'), '1-102': same });
    const manifest = JSON.parse(fs.readFileSync(path.join(directory, 'manifest.json'), 'utf8')) as object;
    for (const excluded of [['1-101'], [{ section: '1-101', reason: 'a slip' }], [{ section: '1-101' }]]) {
      write('manifest.json', JSON.stringify({ ...manifest, excluded }));
      expect(report().counts.byStatus).toMatchObject({ excluded: 1, differing: 0 });
    }
    write('manifest.json', JSON.stringify({ ...manifest, excluded: [{ reason: 'a slip' }] }));
    expect(refusal()).toContain('each entry of "excluded" must name its "section"');
  });

  it('does not compare another date, or what would be without some law', () => {
    writePack({ '1-101': section('1-101', '<text>two</text>'), '1-102': same });
    expect(report({ until: '2019-01-01' }).isCompared).toBe(false);
    const without = report({ without: ['B. Law 1-1'] });
    expect(without.isCompared).toBe(false);
    expect([...rowsOf(without)][0]?.text).toContain('text one');
  });
});

describe('refusing', () => {
  it('says what is missing from a directory that is no pack', () => {
    expect(refusal()).toContain('This directory is no consolidation pack: manifest.json is missing.');
    write('manifest.json', '{}');
    expect(refusal()).toContain('"publication_date" must be a date');
    write('manifest.json', '{"publication_date":"2020-01-01","titles":["1"]}');
    expect(refusal()).toContain('base/index.xml is missing: it lists the code and the laws');
    write('base/index.xml', `<library ${NAMESPACES}/>`);
    expect(refusal()).toContain('does not say where the code is');
  });

  it('names the file and the line of broken XML', () => {
    writePack({});
    write('base/laws/0.xml', '<document>\n<section>\n</document>');
    expect(refusal()).toContain('base/laws/0.xml, line 3');
    fs.rmSync(path.join(directory, 'base/laws/0.xml'));
    expect(refusal()).toContain('base/laws/0.xml is missing');
  });

  it('names the files that include one another in a circle', () => {
    writePack({});
    const chapter = (include: string): string =>
      `<container ${NAMESPACES}><prefix>Title</prefix><num>1</num><xi:include href="${include}"/></container>`;
    write('base/code/titles/1/index.xml', chapter('./index.xml'));
    expect(refusal()).toContain(
      'base/code/titles/1/index.xml includes itself: base/code/titles/1/index.xml includes base/code/titles/1/index.xml.',
    );
    write('base/code/titles/1/index.xml', chapter('./a/index.xml'));
    write('base/code/titles/1/a/index.xml', chapter('../index.xml'));
    expect(refusal()).toContain(
      'base/code/titles/1/index.xml includes base/code/titles/1/a/index.xml includes base/code/titles/1/index.xml. Take the include out of base/code/titles/1/a/index.xml.',
    );
  });

  it('bounds how deep files include one another', () => {
    writePack({});
    for (let depth = 1; depth < 60; depth += 1)
      write(
        `base/code/titles/${String(depth)}/index.xml`,
        `<container ${NAMESPACES}><num>${String(depth)}</num><xi:include href="../${String(depth + 1)}/index.xml"/></container>`,
      );
    expect(refusal()).toContain('is included 50 files deep');
  });

  it('names the file of a law without a date, or of a date that is none', () => {
    writePack({});
    for (const date of ['2017-13-45', '1 May 2019', '2019-02-29']) {
      write('base/laws/0.xml', law('1-1', date, ''));
      expect(refusal()).toContain(`base/laws/0.xml: "B. Law 1-1" takes effect on "${date}", which is no date.`);
    }
    write('base/laws/0.xml', law('1-1', '', ''));
    expect(refusal()).toContain('base/laws/0.xml: "B. Law 1-1" does not say when it takes effect.');
    write('base/laws/0.xml', law('1-1', '2019-01-01', '<codify:applicability date="2019-02-30"/>'));
    expect(refusal()).toContain('base/laws/0.xml: an applicability mark has the date "2019-02-30", which is none.');
    for (const mark of ['notfunded', '2/28/19']) {
      write('base/laws/0.xml', law('1-1', '2019-01-01', `<codify:applicability date="${mark}"/>`));
      expect(refusal()).toBe('read');
    }
  });
});

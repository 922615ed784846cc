import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  canonicalText,
  countsInWords,
  replayPack,
  rowsOf,
  sectionsOf,
  type ReplayReport,
} from '../../src/formats/openlaw/replay-pack.ts';
import { packFilesIn } from '../../src/formats/openlaw/pack-files.ts';
import { readInstruments } from '../../src/formats/openlaw/replay.ts';
import { failureSentence } from '../../src/formats/openlaw/replayed-instruction.ts';
import { Draft } from '../../src/legaltext/draft.ts';
import { createTimeline } from '../../src/legaltext/timeline/timeline.ts';
import { Version } from '../../src/legaltext/version.ts';

/**
 * A decade of real law: every instruction of the District of Columbia's laws from 2016 to 2024 carried out on its code, and
 * the result held against the official text. One replay serves all of it.
 */
const ARCHIVE = path.resolve('../shared/data/dc/dc-open.tar.gz');

describe.runIf(fs.existsSync(ARCHIVE))('the replay of the D.C. Code', () => {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'pandect-dc-'));
  let report: ReplayReport;

  beforeAll(() => {
    execFileSync('tar', ['-xzf', ARCHIVE, '-C', directory]);
    const result = replayPack(path.join(directory, 'open'));
    if (result.kind === 'failed') throw new Error(result.failure.message);
    report = result.value;
  }, 300_000);
  afterAll(() => {
    fs.rmSync(directory, { recursive: true, force: true });
  });

  it('gives the official text of every amended section that the manifest does not leave out', () => {
    const parting = report.sections.filter(({ status }) => status === 'differing' || status === 'missing');
    expect(parting.map(({ path: at, parting: lines }) => [at, lines])).toEqual([]);
    expect(report.counts.byStatus.exact).toBe(2833);
    expect(report.counts.byStatus.excluded).toBe(30);
  });

  it('leaves every other section as it was, and makes none that is not in the official text', () => {
    expect(report.counts.byStatus).toMatchObject({ unamended: 9056, unequal: 0, extra: 0 });
  });

  it('carries out almost every instruction, and says of each other one what failed and where', () => {
    const failures = report.instructions.filter(({ failure }) => failure !== null);
    expect(report.instructions.length).toBeGreaterThan(8500);
    expect(failures.length).toBeLessThan(100);
    for (const failure of failures) expect(failureSentence(failure)).toMatch(/^\S.* \([a-z-]+\): ./u);
  });

  it('changes the text by operations alone: carried out again on the base, they give it', () => {
    const draft = new Draft(report.base);
    for (const { operations, failure } of report.instructions)
      if (failure === null) for (const operation of operations) expect(draft.apply(operation)).toBeNull();
    const again = sectionsOf(draft.version());
    for (const [number, section] of sectionsOf(report.version)) {
      const twin = again.get(number);
      if (twin !== section) expect(twin && canonicalText(twin)).toBe(canonicalText(section));
    }
  });

  it(
    'gives the same text where each instruction that came to nothing is an operation that fails',
    { timeout: 300_000 },
    () => {
      const read = readInstruments(packFilesIn(path.join(directory, 'open')), { untranslated: 'failing' });
      if (read.kind === 'failed') throw new Error(read.failure.message);
      const { version, failures } = createTimeline(read.value.base, read.value.instruments).at({ date: report.until });
      expect(version.hash).toBe(report.version.hash);
      expect(failures.length).toBeGreaterThan(0);
      expect(failures.length).toBeLessThanOrEqual(report.instructions.filter(({ failure }) => failure !== null).length);
    },
  );

  it('gives each provision an id of its own', () => {
    expect(Version.of(report.version.root).kind).toBe('ok');
  });

  it('writes a row for each section, and counts for people', () => {
    let rows = 0;
    for (const { path: at, text } of rowsOf(report)) {
      rows += 1;
      if (rows < 3) expect(text.startsWith(`num ${at.slice(1)}\n`)).toBe(true);
    }
    expect(rows).toBe(report.counts.sections);
    expect(countsInWords(report).join('\n')).toContain('exact 2833, differing 0');
  });
});

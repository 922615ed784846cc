import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packFilesIn } from '../../src/formats/openlaw/pack-files.ts';
import { CodeReader } from '../../src/formats/openlaw/read-code.ts';
import { US_CODE } from '../../src/legaltext/house-styles/index.ts';
import { Provision } from '../../src/legaltext/provision.ts';
import { reassignedReferences, type Reassignment } from '../../src/legaltext/references/reassigned.ts';
import { references, type Reference, type References } from '../../src/legaltext/references/references.ts';
import { Version } from '../../src/legaltext/version.ts';

/**
 * Real citations that a law broke: to sections and paragraphs that were repealed, moved or redesignated. In the official
 * text of 2024 alone each must be found, and said to lead nowhere; where a number was given to another section, the text
 * of 2016 tells.
 */
const ARCHIVE = path.resolve('../shared/data/dc/dc-open.tar.gz');

interface Example {
  readonly citing: string;
  readonly cites: string;
  readonly cite_text: string;
}

interface Breakage {
  readonly examples: Readonly<Record<string, readonly Example[]>>;
}

const breakage = (): Breakage =>
  fs.existsSync(ARCHIVE)
    ? (JSON.parse(fs.readFileSync(path.resolve('../shared/data/dc/crossref-breakage.json'), 'utf8')) as Breakage)
    : { examples: {} };

describe.runIf(fs.existsSync(ARCHIVE))('references in the official text of 2024', () => {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'pandect-dc-references-'));
  let official: Version;
  let found: References;
  let reassigned: readonly Reassignment[];
  let tookMilliseconds = 0;

  beforeAll(() => {
    execFileSync('tar', ['-xzf', ARCHIVE, '-C', directory]);
    const [top = ''] = fs.readdirSync(directory);
    const pack = fs.existsSync(path.join(directory, 'manifest.json')) ? directory : path.join(directory, top);
    official = codeUnder(pack, 'expected');
    const started = performance.now();
    found = references(official, US_CODE);
    tookMilliseconds = performance.now() - started;
    reassigned = reassignedReferences(codeUnder(pack, 'base'), official, US_CODE, found);
  }, 600_000);

  afterAll(() => fs.rmSync(directory, { recursive: true }));

  const citedIn = (section: string, words: string): readonly Reference[] =>
    found.all.filter(
      (reference) =>
        plain(reference.words).includes(plain(words)) &&
        official.pathTo(reference.from).some(({ id }) => id === section),
    );

  const examples = Object.entries(breakage().examples).flatMap(([kind, list]) =>
    list.map((example) => ({ kind, ...example })),
  );

  it.each(examples.filter(({ kind }) => kind !== 'recodified-section'))(
    '$kind: $cite_text in $citing leads nowhere',
    ({ citing, cites, cite_text: words, kind }) => {
      expect(official.find(citing), 'the citing section is there').toBeDefined();
      const broken = citedIn(citing, words).filter(
        ({ state }) => state === 'repealed' || state === 'moved' || state === 'dangling',
      );
      expect(broken).not.toEqual([]);
      // It is said of the very provision that is gone, or of the last one on the way to it.
      const section = cites.split('|')[0] ?? '';
      for (const { target, reached } of broken) expect((target ?? reached ?? '').split('|')[0]).toBe(section);
      if (kind === 'repealed-section') expect(broken.every(({ state }) => state === 'repealed')).toBe(true);
    },
  );

  it.each(examples.filter(({ kind }) => kind === 'recodified-section'))(
    '$kind: $cite_text in $citing means something else than it did',
    ({ citing, cite_text: words }) => {
      const changed = reassigned.filter(({ reference }) => plain(reference.words) === plain(words));
      expect(changed.some(({ reference }) => official.pathTo(reference.from).some(({ id }) => id === citing))).toBe(
        true,
      );
    },
  );

  it('most lead somewhere, and few cannot be told apart', () => {
    const share = (state: Reference['state']): number =>
      found.all.filter((each) => each.state === state).length / found.all.length;
    expect(found.all.length).toBeGreaterThan(30_000);
    expect(share('resolved')).toBeGreaterThan(0.75);
    expect(share('ambiguous')).toBeLessThan(0.005);
    expect(reassigned.length).toBeLessThan(0.01 * found.all.length);
    expect(tookMilliseconds).toBeLessThan(30_000);
  });
});

/** Only words and digits count: the examples quote citations with and without the sign and brackets around them. */
const plain = (words: string): string => words.replace(/[[\]§\s]/g, '');

/** The titles of the data under one of its directories, as one text. */
function codeUnder(pack: string, directory: string): Version {
  const { titles } = JSON.parse(fs.readFileSync(path.join(pack, 'manifest.json'), 'utf8')) as {
    readonly titles: readonly string[];
  };
  const reader = new CodeReader(packFilesIn(pack), new Set(titles));
  // A title enacted since 2016 is in the official text only.
  const indexes = titles
    .map((title) => `${directory}/us/dc/council/code/titles/${title}/index.xml`)
    .filter((index) => fs.existsSync(path.join(pack, index)));
  const children = indexes.map((index) => reader.read(index));
  const made = Version.of(new Provision({ id: directory, kind: 'code', children }));
  if (made.kind === 'failed') throw new Error(made.failure.message);
  return made.value;
}

/** Redlines: two long documents against jsdiff, git and wdiff; growth with length; and two large versions that differ little. */
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { diffArrays } from 'diff';
import { pieces, wordsWithout } from '../src/legaltext/diff/pieces.ts';
import { Provision } from '../src/legaltext/provision.ts';
import { acceptAll } from '../src/legaltext/redline/accept-and-reject.ts';
import { redline } from '../src/legaltext/redline/redline.ts';
import { Text } from '../src/legaltext/text.ts';
import { Version } from '../src/legaltext/version.ts';
import { milliseconds, tableOf, type Row } from './table.ts';
import { inTurn, quantile, timed } from './timing.ts';

/** The document of the issue: 5,000 paragraphs, about 302,000 words, 306 changes. */
const PARAGRAPHS = 5000;
const CHANGES = 306;
const ROUNDS = 9;

const COMMON =
  'the of and to in a for or by shall be any is such that this with as on not may under which an from at code party notice date person section other pursuant where'.split(
    ' ',
  );
const SYLLABLES = 'ta re li con ver sup met ing or ser vice net pro gen dis tri but al ment ion per form ac cess'.split(
  ' ',
);

/** Numbers that look random and are the same in every run. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A word of made-up English: every other one of the few dozen that stand everywhere, the rest from some ten thousand. */
function word(random: (below: number) => number): string {
  if (random(2) === 0) return COMMON[random(COMMON.length)] ?? '';
  const syllable = (): string => SYLLABLES[random(SYLLABLES.length)] ?? '';
  return syllable() + syllable() + (random(2) === 0 ? syllable() : '');
}

function paragraph(random: (below: number) => number, words: number): string {
  const made: string[] = [];
  for (let index = 0; index < words; index += 1) made.push(word(random) + (random(12) === 0 ? ',' : ''));
  return `${made.join(' ')}.`;
}

/** So many paragraphs, and the same with changes strewn over them: words for words, paragraphs put in, paragraphs struck. */
function document(paragraphs: number, changes: number): { before: string; after: string } {
  const random = seeded(paragraphs);
  const before = Array.from({ length: paragraphs }, () => paragraph(random, 40 + random(41)));
  const after = [...before];
  for (let change = 0; change < changes; change += 1) {
    const at = random(after.length);
    const kind = random(12);
    if (kind === 0) after.splice(at, 1);
    else if (kind === 1) after.splice(at, 0, paragraph(random, 40 + random(41)));
    else {
      const words = (after[at] ?? '').split(' ');
      words.splice(random(words.length), random(4), ...Array.from({ length: 1 + random(3) }, () => word(random)));
      after[at] = words.join(' ');
    }
  }
  return { before: before.join('\n'), after: after.join('\n') };
}

const WORDS = /\s+|[\p{L}\p{N}]+(?:[.\-'’][\p{L}\p{N}]+)*|[^\s]/gu;
const wordsOf = (text: string): string[] => text.match(WORDS) ?? [];

/** How jsdiff is used best: paragraphs first, and words where paragraphs differ. */
function withJsdiff(before: readonly string[], after: readonly string[]): { op: string; text: string }[] {
  const out: { op: string; text: string }[] = [];
  const blocks = diffArrays([...before], [...after]);
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index];
    const next = blocks[index + 1];
    if (block === undefined) continue;
    if (block.removed && next?.added) {
      for (const each of diffArrays(wordsOf(block.value.join('\n')), wordsOf(next.value.join('\n'))))
        out.push({ op: each.added ? '+' : each.removed ? '-' : '=', text: each.value.join('') });
      index += 1;
    } else out.push({ op: block.added ? '+' : block.removed ? '-' : '=', text: block.value.join('\n') });
  }
  return out;
}

/** Runs a program to its end; git and wdiff end with 1 where there are differences. */
const run = (program: string, ...args: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    execFile(program, [...args], { maxBuffer: 2 ** 28 }, (error, output) => {
      if (error !== null && error.code !== 1) reject(new Error(`${program} failed`, { cause: error }));
      else resolve(output);
    });
  });

async function isThere(program: string): Promise<boolean> {
  return run(program, '--version').then(
    () => true,
    () => false,
  );
}

/** A version of one provision per paragraph; its hash is known, as that of a stored version is. */
function versionOf(text: string, idOf: (index: number) => string): Version {
  const children = text
    .split('\n')
    .map((words, index) => new Provision({ id: idOf(index), kind: 'paragraph', text: Text.of(words) }));
  const made = Version.of(new Provision({ id: 'root', kind: 'code', children }));
  if (made.kind === 'failed') throw new Error(made.failure.message);
  return made.value;
}

const times = (ratio: number): string => `${ratio.toFixed(1)}×`;

async function besideOthers(): Promise<Row[]> {
  const { before, after } = document(PARAGRAPHS, CHANGES);
  const found = pieces(before, after);
  if (wordsWithout(found, 'inserted') !== before || wordsWithout(found, 'deleted') !== after)
    throw new Error('The redline does not read as the two texts.');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pandect-bench-'));
  const files = { before: path.join(folder, 'before.txt'), after: path.join(folder, 'after.txt') };
  fs.writeFileSync(files.before, before);
  fs.writeFileSync(files.after, after);
  // Split apart, so that no paragraph is one and the same string on both sides, as it is not when read from two files.
  const paragraphs = { before: before.split('\n'), after: after.split('\n') };
  const versions = {
    before: versionOf(before, (index) => `a${index}`),
    after: versionOf(after, (index) => `b${index}`),
  };
  const git = await isThere('git');
  const wdiff = await isThere('wdiff');
  const took = await inTurn(
    {
      ours: async () => pieces(before, after),
      versions: async () => redline(versions.before, versions.after),
      jsdiff: async () => withJsdiff(paragraphs.before, paragraphs.after),
      git: async () =>
        git ? run('git', 'diff', '--no-index', '--word-diff', files.before, files.after) : Promise.resolve(''),
      wdiff: async () => (wdiff ? run('wdiff', files.before, files.after) : Promise.resolve('')),
    },
    ROUNDS,
  );
  fs.rmSync(folder, { recursive: true });
  const words = before.split(/\s+/).length;
  const what = `${PARAGRAPHS.toLocaleString('en-GB')} paragraphs, ${words.toLocaleString('en-GB')} words, ${CHANGES} changes`;
  const row = (figure: string, beside: string, reached: boolean | null, way = ''): Row => ({
    part: 'redline',
    what: what + way,
    figure,
    beside,
    reached,
  });
  return [
    row(
      `${times(took.jsdiff / took.ours)} as fast as jsdiff (${milliseconds(took.ours)})`,
      `jsdiff, paragraphs then words: ${milliseconds(took.jsdiff)}; target ≥ 3×`,
      took.jsdiff / took.ours >= 3,
    ),
    ...(git
      ? [
          row(
            `${(took.ours / took.git).toFixed(2)}× the time of git (${milliseconds(took.ours)})`,
            `git diff --word-diff as a process: ${milliseconds(took.git)}; target ≤ 2×`,
            took.ours / took.git <= 2,
          ),
        ]
      : []),
    ...(wdiff ? [row(milliseconds(took.ours), `wdiff as a process: ${milliseconds(took.wdiff)}`, null)] : []),
    row(
      `${times(took.jsdiff / took.versions)} as fast as jsdiff (${milliseconds(took.versions)})`,
      `jsdiff, paragraphs then words: ${milliseconds(took.jsdiff)}`,
      null,
      '; as versions with unrelated ids, hashes known',
    ),
  ];
}

async function growth(): Promise<Row> {
  const lengths = [PARAGRAPHS, PARAGRAPHS * 2, PARAGRAPHS * 4, PARAGRAPHS * 8];
  const figures: number[] = [];
  for (const length of lengths) {
    const { before, after } = document(length, CHANGES);
    figures.push((await inTurn({ ours: async () => pieces(before, after) }, 5)).ours);
  }
  const [first = 1] = figures;
  const ratio = (figures[figures.length - 1] ?? 0) / first;
  return {
    part: 'redline',
    what: `${CHANGES} changes in ${lengths.map((each) => each.toLocaleString('en-GB')).join(', ')} paragraphs`,
    figure: figures.map(milliseconds).join(', '),
    beside: `8 times the length takes ${times(ratio)}; target: linear, ≤ 8×`,
    reached: ratio <= 8,
  };
}

async function allDifferent(): Promise<Row> {
  const [one, other] = [paragraph(seeded(1), 50_000), paragraph(seeded(2), 50_000)];
  const { ours } = await inTurn({ ours: async () => pieces(one, other) }, 5);
  return {
    part: 'redline',
    what: 'two texts of 50,000 words that have nothing to do with each other',
    figure: milliseconds(ours),
    beside: 'target < 1 s',
    reached: ours < 1000,
  };
}

/** So many provisions: titles of chapters of sections of paragraphs, or all in one list. */
function code(shape: 'tree' | 'list', provisions: number): Version {
  const random = seeded(provisions);
  const leaf = (index: number): Provision =>
    new Provision({
      id: `p${index}`,
      kind: 'paragraph',
      number: `(${index % 40})`,
      text: Text.of(paragraph(random, 30 + random(30))),
    });
  let level = Array.from({ length: provisions }, (_, index) => leaf(index));
  for (let depth = 0; shape === 'tree' && level.length > 40; depth += 1) {
    const above: Provision[] = [];
    for (let at = 0; at < level.length; at += 12)
      above.push(new Provision({ id: `${depth}-${at}`, kind: 'section', children: level.slice(at, at + 12) }));
    level = above;
  }
  const made = Version.of(new Provision({ id: 'root', kind: 'code', children: level }));
  if (made.kind === 'failed') throw new Error(made.failure.message);
  return made.value;
}

/** The same with words changed in so many of its paragraphs, spread evenly; everything made anew, nothing shared. */
function changedIn(version: Version, changes: number, provisions: number): Version {
  const step = Math.floor(provisions / changes);
  const anew = (at: Provision): Provision => {
    const index = at.id.startsWith('p') ? Number(at.id.slice(1)) : -1;
    const { words } = at.text;
    const text = index % step === 0 ? `${words.slice(0, 40)} amended${words.slice(40)}` : words;
    return at.with({ text: Text.of(text), children: at.children.map(anew) });
  };
  const made = Version.of(anew(version.root));
  if (made.kind === 'failed') throw new Error(made.failure.message);
  return made.value;
}

async function largeVersions(shape: 'tree' | 'list'): Promise<Row> {
  const [provisions, changes] = [50_000, 100];
  const before = code(shape, provisions);
  const after = changedIn(before, changes, provisions);
  if (acceptAll(redline(before, after)).hash !== after.hash)
    throw new Error('The redline does not read as the later text.');
  // The work is so short that on a busy machine the time it takes is mostly waiting: the processor's time counts.
  const took: number[] = [];
  const worked: number[] = [];
  for (let round = 0; round < 25; round += 1) {
    const each = await timed(async () => redline(before, after));
    took.push(each.took);
    worked.push(each.processor);
  }
  const ours = quantile(worked, 0.5);
  return {
    part: 'redline',
    what: `two versions of 50,000 provisions${shape === 'list' ? ' in one list' : ''} that differ in 100, hashes known`,
    figure: `${milliseconds(ours)} of the processor's time; took ${milliseconds(quantile(took, 0.5))}`,
    beside: 'target < 10 ms',
    reached: ours < 10,
  };
}

/** What redlines cost, beside what others take for the same. */
export async function redlines(): Promise<Row[]> {
  return [
    ...(await besideOthers()),
    await growth(),
    await allDifferent(),
    await largeVersions('tree'),
    await largeVersions('list'),
  ];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.stdout.write(`${tableOf(await redlines())}\n`);

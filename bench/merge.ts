/**
 * Three-way merges of sections of real law, by Pandect, by node-diff3 in the same process, and by `git merge-file`: how
 * long they take, and how often they are wrong. Run alone with `npx tsx bench/merge.ts`.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { diff3Merge } from 'node-diff3';
import { wordTokens } from '../src/legaltext/diff/word-tokens.ts';
import { merge, type Merge } from '../src/legaltext/merge/merge.ts';
import type { Provision } from '../src/legaltext/provision.ts';
import { Version } from '../src/legaltext/version.ts';
import { linesOf, mergeCases, type MergeCase } from './merge-cases.ts';
import { milliseconds, tableOf, type Row } from './table.ts';
import { inTurn, quantile } from './timing.ts';

const MERGES = 1000;
const ROUNDS = 5;
/**
 * node-diff3 takes the square of the words and more: half a minute for a section of 3,000. It merges by words only what is
 * no longer than this, and Pandect is timed on the same.
 */
const MOST_WORDS = 500;
/** How many processes are timed on empty files: what starting one costs. */
const STARTS = 100;

/** What came of one merge: its text, or null where it has a conflict. */
type Outcome = string | null;

interface Sides<Value> {
  readonly base: Value;
  readonly ours: Value;
  readonly theirs: Value;
}

const each = <Value, Made>({ base, ours, theirs }: Sides<Value>, make: (value: Value) => Made): Sides<Made> => ({
  base: make(base),
  ours: make(ours),
  theirs: make(theirs),
});

/** A version without anything worked out about it before. */
const fresh = (version: Version): Version => Version.trusted(version.root);

/** The same text as if it had been read from a file of its own: no part of it shared with any other version. */
function unshared({ root }: Version): Version {
  const again = (provision: Provision): Provision => provision.with({ children: provision.children.map(again) });
  return Version.trusted(again(root));
}

const mergeOnly = (sides: Sides<Version>): Merge => {
  const { base, ours, theirs } = each(sides, fresh);
  return merge(base, ours, theirs);
};

function ownMerge(sides: Sides<Version>): Outcome {
  const { version, collisions } = mergeOnly(sides);
  return collisions.length > 0 ? null : linesOf(version).join('\n');
}

function peerMerge({ base, ours, theirs }: Sides<readonly string[]>, between: string): Outcome {
  const regions = diff3Merge([...ours], [...base], [...theirs], { excludeFalseConflicts: true });
  return regions.some((region) => region.conflict !== undefined)
    ? null
    : regions.flatMap((region) => region.ok ?? []).join(between);
}

interface ByGit {
  readonly outcomes: readonly Outcome[];
  /** Milliseconds for all, and for one process on empty files. */
  readonly took: number;
  readonly start: number;
}

function mergeByGit(texts: readonly Sides<readonly string[]>[]): ByGit {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'pandect-bench-'));
  const namesOf = (name: string): string[] =>
    ['ours', 'base', 'theirs'].map((side) => path.join(directory, `${name}.${side}`));
  const write = (name: string, { base, ours, theirs }: Sides<string>): void => {
    namesOf(name).forEach((file, side) => fs.writeFileSync(file, [ours, base, theirs][side] ?? ''));
  };
  const run = (name: string): Outcome => {
    const made = spawnSync('git', ['merge-file', '-p', ...namesOf(name)], { encoding: 'utf8', maxBuffer: 2 ** 26 });
    return made.status === 0 ? made.stdout.replace(/\n$/u, '') : null;
  };
  try {
    texts.forEach((sides, number) =>
      write(
        String(number),
        each(sides, (text) => `${text.join('\n')}\n`),
      ),
    );
    write('empty', { base: '', ours: '', theirs: '' });
    const starts = Array.from({ length: STARTS }, () => timeOf(() => run('empty')));
    const started = performance.now();
    const outcomes = texts.map((_, number) => run(String(number)));
    return { outcomes, took: performance.now() - started, start: quantile(starts, 0.5) };
  } finally {
    fs.rmSync(directory, { recursive: true, force: true });
  }
}

function timeOf(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

/** How often one way of merging is wrong. */
interface Verdict {
  readonly merged: number;
  /** Changes that make the same text in either order, called a conflict. */
  readonly falseConflicts: number;
  /** The same, merged into another text than the law came to. */
  readonly wrong: number;
  /** Changes that do not, and that were merged all the same, into another text than the law came to. */
  readonly missed: number;
}

function verdictOn(cases: readonly MergeCase[], merging: (number: number) => Outcome): Verdict {
  const outcomes = cases.map((each, number) => ({ ...each, outcome: merging(number) }));
  const count = (holds: (each: (typeof outcomes)[number]) => boolean): number => outcomes.filter(holds).length;
  return {
    merged: count(({ outcome }) => outcome !== null),
    falseConflicts: count(({ outcome, commutes }) => outcome === null && commutes),
    wrong: count(({ outcome, commutes, both }) => outcome !== null && outcome !== both && commutes),
    missed: count(({ outcome, commutes, both }) => outcome !== null && outcome !== both && !commutes),
  };
}

/** By lines, in one process and by git; everything on the same cases. */
async function byLines(cases: readonly MergeCase[], source: string): Promise<Row[]> {
  const apart = cases.map((sides) => each<Version, Version>(sides, unshared));
  const lines = cases.map((sides) => each<Version, readonly string[]>(sides, linesOf));
  const times = await inTurn(
    {
      own: () => Promise.resolve(cases.map(mergeOnly)),
      apart: () => Promise.resolve(apart.map(mergeOnly)),
      peer: () => Promise.resolve(lines.map((sides) => peerMerge(sides, '\n'))),
    },
    ROUNDS,
  );
  const git = mergeByGit(lines);
  const own = verdictOn(cases, (number) => ownMerge(at(cases, number)));
  const peer = verdictOn(cases, (number) => peerMerge(at(lines, number), '\n'));
  const gits = verdictOn(cases, (number) => at(git.outcomes, number));
  const others = (figure: (verdict: Verdict) => number): string =>
    `node-diff3 by lines ${figure(peer)}, git merge-file ${figure(gits)}`;
  const commuting = cases.filter(({ commutes }) => commutes).length;
  const starting = Math.min(git.took, git.start * cases.length);
  return [
    {
      part: 'merge',
      what: `${cases.length} three-way merges of ${source}`,
      figure: `${milliseconds(times.own)}; of texts that share nothing ${milliseconds(times.apart)}`,
      beside: `node-diff3 by lines, in process: ${milliseconds(times.peer)} (${(times.peer / times.own).toFixed(1)}×); target: faster`,
      reached: times.own < times.peer,
    },
    {
      part: 'merge',
      what: 'the same beside git merge-file, a process for each',
      figure: milliseconds(times.own),
      beside: `${milliseconds(git.took)} (${(git.took / times.own).toFixed(0)}×), of which ${milliseconds(starting)} is starting processes (the same on empty files)`,
      reached: times.own < git.took,
    },
    {
      part: 'merge',
      what: `false conflicts, among ${commuting} whose changes make one text in either order`,
      figure: String(own.falseConflicts),
      beside: `${others((verdict) => verdict.falseConflicts)}; target: fewer`,
      reached: own.falseConflicts < Math.min(peer.falseConflicts, gits.falseConflicts),
    },
    {
      part: 'merge',
      what: 'wrong merges among these: another text than the law came to',
      figure: String(own.wrong),
      beside: `${others((verdict) => verdict.wrong)}; target 0`,
      reached: own.wrong === 0,
    },
    {
      part: 'merge',
      what: `missed conflicts, among ${cases.length - commuting} whose text depends on the order: merged into another text than the law came to`,
      figure: String(own.missed),
      beside: others((verdict) => verdict.missed),
      reached: own.missed <= Math.min(peer.missed, gits.missed),
    },
  ];
}

/** By words, on what node-diff3 can merge so. */
async function byWords(all: readonly MergeCase[]): Promise<Row[]> {
  const worded = all.map((sides) => ({
    sides,
    words: each<Version, readonly string[]>(sides, (version) => wordTokens(linesOf(version).join('\n'))),
  }));
  const short = worded.filter(({ words }) =>
    [words.base, words.ours, words.theirs].every(({ length }) => length <= MOST_WORDS),
  );
  const times = await inTurn(
    {
      own: () => Promise.resolve(short.map(({ sides }) => mergeOnly(sides))),
      peer: () => Promise.resolve(short.map(({ words }) => peerMerge(words, ''))),
    },
    ROUNDS,
  );
  const cases = short.map(({ sides }) => sides);
  const own = verdictOn(cases, (number) => ownMerge(at(cases, number)));
  const peer = verdictOn(cases, (number) => peerMerge(at(short, number).words, ''));
  const inWords = ({ falseConflicts, wrong, missed }: Verdict): string =>
    `${falseConflicts} false, ${wrong} wrong, ${missed} missed`;
  return [
    {
      part: 'merge',
      what: `the ${short.length} of them of at most ${MOST_WORDS} words and spaces, by words`,
      figure: `${milliseconds(times.own)}; ${inWords(own)}`,
      beside: `node-diff3 by words: ${milliseconds(times.peer)} (${(times.peer / times.own).toFixed(0)}×); ${inWords(peer)}`,
      reached: times.own < times.peer && own.falseConflicts <= peer.falseConflicts && own.wrong === 0,
    },
  ];
}

export async function merges(): Promise<Row[]> {
  const { cases, source } = mergeCases(MERGES);
  return [...(await byLines(cases, source)), ...(await byWords(cases))];
}

function at<Value extends object | string | null>(values: readonly Value[], number: number): Value {
  const value = values[number];
  if (value === undefined) throw new Error(`There is no case ${number}.`);
  return value;
}

if (import.meta.filename === process.argv[1]) process.stdout.write(`${tableOf(await merges())}\n`);

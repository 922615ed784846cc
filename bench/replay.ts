/**
 * The replay of a decade of real law: load the pack, carry out every instruction, the canonical text of every section, and
 * the comparison with the official text; in a process of its own, bundled as the build does it, so that its memory is its own.
 *
 * The peer is a replay in plain Python (replay-reference.py, ElementTree): the same work, written straight down, without
 * the rules that make the last quarter of the amended sections exact. Both are taken in turn; the quicker run of each counts.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';
import { z } from 'zod';
import { milliseconds, tableOf, type Row } from './table.ts';

const ARCHIVE = path.resolve(import.meta.dirname, '../../shared/data/dc/dc-open.tar.gz');
const ROUNDS = 2;

/** The targets: milliseconds, times as fast as the peer, and megabytes at most. */
const LONGEST = 3000;
const FASTER = 4;
const MOST_MEMORY = 350;

/**
 * What both programs print: milliseconds by the clock and by the processor, megabytes at most, sections compared, those
 * that laws amended, and how many of these read as the official text does.
 */
const Measured = z.object({
  took: z.number(),
  processor: z.number(),
  memory: z.number(),
  sections: z.number(),
  amended: z.number(),
  exact: z.number(),
});
type Measured = z.infer<typeof Measured>;

function run(program: string, parameters: readonly string[]): Measured | null {
  const ended = spawnSync(program, parameters, { encoding: 'utf8', maxBuffer: 2 ** 24 });
  if (ended.error !== undefined) return null;
  if (ended.status !== 0) throw new Error(`${program} ${parameters.join(' ')}: ${ended.stderr}`);
  return Measured.parse(JSON.parse(ended.stdout));
}

const quicker = (a: Measured | null, b: Measured | null): Measured | null =>
  a === null || (b !== null && b.processor < a.processor) ? b : a;

export function replayOfLaw(): Row[] {
  if (!fs.existsSync(ARCHIVE)) return [];
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'pandect-bench-'));
  try {
    execFileSync('tar', ['-xzf', ARCHIVE, '-C', directory]);
    const pack = path.join(directory, 'open');
    const once = path.join(directory, 'replay-once.mjs');
    buildSync({
      entryPoints: [path.join(import.meta.dirname, 'replay-once.ts')],
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile: once,
    });
    let ours: Measured | null = null;
    let peer: Measured | null = null;
    for (let round = 0; round < ROUNDS; round += 1) {
      ours = quicker(ours, run(process.execPath, [once, pack]));
      peer = quicker(peer, run('python3', [path.join(import.meta.dirname, 'replay-reference.py'), pack]));
    }
    if (ours === null) throw new Error('The replay did not run');
    return rowsOf(ours, peer);
  } finally {
    fs.rmSync(directory, { recursive: true, force: true });
  }
}

function rowsOf(ours: Measured, peer: Measured | null): Row[] {
  const part = 'replay';
  const time = ({ took, processor }: Measured): string =>
    `${milliseconds(took)} (processor ${milliseconds(processor)})`;
  const exact = ({ exact, amended }: Measured): string =>
    `${String(exact)} of ${String(amended)} amended sections exact`;
  const ratio = peer === null ? null : peer.took / ours.took;
  return [
    {
      part,
      what: `a decade of law replayed on ${String(ours.sections)} sections and compared with the official text`,
      figure: `${time(ours)}; ${exact(ours)}`,
      beside: `target < ${milliseconds(LONGEST)}`,
      reached: ours.took < LONGEST,
    },
    {
      part,
      what: 'the same in plain Python, straight on the element trees',
      figure: peer === null ? 'left out: there is no python3' : `${time(peer)}; ${exact(peer)}`,
      beside:
        peer === null || ratio === null
          ? ''
          : `${ratio.toFixed(1)}× our time, ${(peer.processor / ours.processor).toFixed(1)}× our processor time; target ${String(FASTER)}×`,
      reached: ratio === null ? null : ratio >= FASTER,
    },
    {
      part,
      what: 'most memory held meanwhile',
      figure: `${ours.memory.toFixed(0)} MB`,
      beside: `target < ${String(MOST_MEMORY)} MB${peer === null ? '' : `; Python ${peer.memory.toFixed(0)} MB`}`,
      reached: ours.memory < MOST_MEMORY,
    },
  ];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.stdout.write(`${tableOf(replayOfLaw())}\n`);

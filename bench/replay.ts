/**
 * The replay of a decade of real law: load the pack, carry out every instruction, the canonical text of every section, and
 * the comparison with the official text; in a process of its own, so that its memory is its own.
 *
 * The peer is a plain Python script (ElementTree) that does less: it parses the same files and compares the canonical text
 * of the base with the official text, without replaying anything. Both are taken in turn; the quicker of each counts.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { milliseconds, tableOf, type Row } from './table.ts';

const ARCHIVE = path.resolve(import.meta.dirname, '../../shared/data/dc/dc-open.tar.gz');
const ROUNDS = 2;

/** Issue's targets: at least so many times as fast as the peer, and never more memory than this. */
const FASTER = 4;
const MOST_MEMORY = 350;

/** What both programs print: milliseconds by the clock and by the processor, megabytes at most, sections compared. */
const Measured = z.object({ took: z.number(), processor: z.number(), memory: z.number(), sections: z.number() });
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
    let ours: Measured | null = null;
    let peer: Measured | null = null;
    for (let round = 0; round < ROUNDS; round += 1) {
      const once = path.join(import.meta.dirname, 'replay-once.ts');
      ours = quicker(ours, run(process.execPath, ['--import', 'tsx', once, pack]));
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
  const ratio = peer === null ? null : peer.processor / ours.processor;
  return [
    {
      part,
      what: `a decade of law replayed on ${String(ours.sections)} sections and compared with the official text`,
      figure: time(ours),
      beside:
        peer === null || ratio === null
          ? 'no python3 to compare with'
          : `parsing and comparing alone in plain Python, which replays nothing: ${time(peer)}; ${ratio.toFixed(1)}× our processor time (target ${String(FASTER)}× of one that replays)`,
      reached: null,
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

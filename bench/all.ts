/**
 * `npm run bench`: everything that Pandect promises about speed and size, measured in one run on one machine, printed as
 * one table and kept in bench/RESULTS.md. Nothing here passes or fails: a machine may be busy, and ratios of one run
 * say more than seconds.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { collisions } from './collide.ts';
import { embedded } from './embedded.ts';
import { firstPage } from './first-page.ts';
import { intakeAndPapers } from './intake.ts';
import { merges } from './merge.ts';
import { redlines } from './redline.ts';
import { register } from './register.ts';
import { replayOfLaw } from './replay.ts';
import { tableOf, type Row } from './table.ts';
import { textThroughTime } from './timeline.ts';

const started = performance.now();
const say = (words: string): void => {
  process.stderr.write(`${words}\n`);
};

const PARTS: Readonly<Record<string, () => readonly Row[] | Promise<readonly Row[]>>> = {
  'replaying law': replayOfLaw,
  redlines,
  merges,
  collisions,
  'text through time': textThroughTime,
  'a pack in, and its papers out': intakeAndPapers,
  'the embedded database': embedded,
  'the register, now and in the past': register,
  'the first page': firstPage,
};

const rows: Row[] = [];
for (const [what, measure] of Object.entries(PARTS)) {
  say(`Measuring ${what}…`);
  rows.push(...(await measure()));
}

const machine = `${os.cpus().length} cores, ${Math.round(os.totalmem() / 2 ** 30)} GB, ${os.type()} ${os.arch()}, Node ${process.versions.node}`;
const busy = `load average ${(os.loadavg()[0] ?? 0).toFixed(1)} at the end`;
const table = tableOf(rows);
fs.writeFileSync(
  path.join(import.meta.dirname, 'RESULTS.md'),
  `# What was measured

Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: ${machine}; ${busy}.
One run. Figures differ by a fifth from run to run, and by much more on a machine with other work to do: a load average
above the number of cores says that there was some. Ratios are of the same work done in turn within the run, and hold
either way. Medians, unless a figure says otherwise; intake is the quickest of three.

${table}
`,
);
process.stdout.write(`${table}\n`);
say(`Measured in ${((performance.now() - started) / 1000).toFixed(0)} s; kept in bench/RESULTS.md.`);
